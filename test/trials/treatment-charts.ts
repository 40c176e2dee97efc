/** Synthetic patients whose charts differ in treatment, procedures, spread and other cancers; nobody in them exists. The day is 2026-11-21. */
import type { MedicationFact, PatientFacts, ProcedureFact, TumourFact } from '../../fhir-profiles/index.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { condition, metastasis, stage, taken } from './chart-facts.ts';

const make = (id: string, parts: Partial<PatientFacts>): PatientFacts =>
  patient({ patient: { id: `synthetic-${id}`, ageYears: 61, birthDate: '1965-02-03', sex: 'female' }, ...parts });
const done = (text: string, performed: string | undefined, parts: Partial<ProcedureFact> = {}): ProcedureFact => ({
  codes: [],
  text,
  status: 'completed',
  reasons: [],
  source: { reference: `Procedure/${text.replace(/\W/g, '-')}` },
  ...(performed === undefined ? {} : { performed }),
  ...parts,
});
const now = (name: string, start: string, parts: Partial<MedicationFact> = {}): MedicationFact =>
  taken(name, { resourceType: 'MedicationStatement', status: 'active', role: 'current', start, ...parts });
const other = (oncotree: string, text: string, parts: Partial<TumourFact>): TumourFact =>
  tumour(oncotree, { text, source: { reference: `Condition/${oncotree}` }, ...parts });
const LUNG = tumour('LUAD', { text: 'Adenocarcinoma of lung' });
const BOWEL = tumour('COAD', { text: 'Adenocarcinoma of colon', onset: '2025-01-05' });

export const TREATMENT_CHARTS = {
  /** Metastatic lung cancer: platinum until May, pembrolizumab until ten days ago, lobectomy long ago, radiotherapy until last week. */
  recent: make('recent', {
    tumours: [LUNG, { ...metastasis('Secondary malignant neoplasm of bone'), onset: '2026-01-10' }],
    medications: [
      ...['carboplatin', 'pemetrexed'].map((drug) => taken(drug, { lineOfTherapy: 1, start: '2026-02-01', end: '2026-05-01' })),
      taken('pembrolizumab', { lineOfTherapy: 1, start: '2026-02-01', end: '2026-11-11' }),
    ],
    procedures: [
      done('Lobectomy of lung', '2025-03-01'),
      done('Stereotactic body radiation therapy', '2026-11-09', { ended: '2026-11-14' }),
      done('Radiotherapy planning', '2026-11-20'),
    ],
  }),
  /** Two lines since the metastases, osimertinib now. */
  second: make('second', {
    tumours: [LUNG, { ...metastasis('Metastasis to brain'), onset: '2024-06-01' }],
    medications: [
      taken('docetaxel', { lineOfTherapy: 1, start: '2024-07-01', end: '2025-01-01' }),
      now('osimertinib', '2025-02-01', { lineOfTherapy: 2 }),
    ],
  }),
  /** Early breast cancer, staged last month, letrozole before surgery. */
  early: make('early', {
    tumours: [tumour('IDC', { text: 'Invasive ductal carcinoma of breast', stages: [stage('IIA', '2026-10-10')], onset: '2026-10-10' })],
    medications: [now('letrozole', '2026-10-20')],
  }),
  /** Breast cancer with adjuvant chemotherapy three years before its metastases, an aromatase inhibitor since. */
  adjuvant: make('adjuvant', {
    tumours: [
      tumour('IDC', { text: 'Invasive ductal carcinoma of breast', onset: '2022-12-10' }),
      { ...metastasis('Secondary malignant neoplasm of bone'), onset: '2026-01-10' },
    ],
    medications: [
      ...['doxorubicin', 'cyclophosphamide'].map((drug) =>
        taken(drug, { start: '2023-01-15', end: '2023-06-01', reasonText: ['breast cancer, adjuvant'] }),
      ),
      now('letrozole', '2026-02-01'),
    ],
  }),
  /** Leukaemia after an allogeneic transplant; another who has a kidney transplant. */
  transplanted: make('transplanted', {
    tumours: [tumour('AML', { text: 'Acute myeloid leukemia' })],
    medications: [taken('azacitidine', { start: '2024-01-01' }), taken('venetoclax', { start: '2024-01-01' })],
    procedures: [done('Allogeneic bone marrow transplantation', '2025-05-05'), done('Transfusion of red blood cells', '2026-11-15')],
  }),
  kidney: make('kidney-graft', {
    tumours: [LUNG],
    conditions: [
      condition('Kidney transplant status', 'active', {
        codes: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'Z94.0', display: 'Kidney transplant status' }],
      }),
    ],
  }),
  /** Drugs that are also given for other diseases, and a topical one. */
  rheumatism: make('rheumatism', {
    tumours: [LUNG],
    medications: [taken('rituximab', { start: '2026-11-01' }), taken('fluorouracil', { systemic: false, start: '2026-11-10' })],
  }),
  /** Bowel cancer and an active breast cancer of last year; one of eight years ago; a skin cancer; a tumour in the brain that may be a metastasis. */
  two: make('two', { tumours: [BOWEL, other('IDC', 'Invasive ductal carcinoma of breast', { onset: '2025-06-01' })] }),
  past: make('past', {
    tumours: [BOWEL, other('IDC', 'Invasive ductal carcinoma of breast', { onset: '2018-01-01', clinicalStatus: 'remission' })],
  }),
  /** Lung cancer; radiotherapy and surgery of a breast cancer of which only the history is recorded, or only the reason tells; a drug of two names. */
  history: make('history', {
    tumours: [LUNG],
    conditions: [
      condition('Personal history of malignant neoplasm of breast', 'active', {
        codes: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'Z85.3' }],
      }),
    ],
    medications: [taken('carboplatin', { start: '2015-06-01' })],
    procedures: [done('External beam radiation therapy', '2015-05-04')],
  }),
  elsewhere: make('elsewhere', {
    tumours: [LUNG],
    medications: [
      taken('docetaxel', { start: '2015-01-04', reasonText: ['breast cancer, adjuvant'] }),
      { ...taken('neratinib', { start: '2026-01-04', disputed: true }), text: 'midostaurin' },
    ],
    procedures: [
      done('Radiotherapy of left breast', '2015-05-04'),
      done('External beam radiation therapy', '2015-05-04', { reasonText: ['Breast cancer'] }),
      done('Cholecystectomy', '2020-01-01'),
    ],
  }),
  /** Two cancers; the reason says which was treated. */
  reasoned: make('reasoned', {
    tumours: [BOWEL, other('IDC', 'Invasive ductal carcinoma of breast', { onset: '2018-01-01', clinicalStatus: 'remission' })],
    medications: [taken('capecitabine', { start: '2025-03-01', reasonText: ['Cancer of colon'] })],
    procedures: [done('Hemicolectomy', '2025-02-01', { reasonText: ['Adenocarcinoma of colon'] })],
  }),
  skin: make('skin', { tumours: [BOWEL, other('BCC', 'Basal cell carcinoma of skin', { onset: '2026-03-01' })] }),
  again: make('again', { tumours: [BOWEL, other('COADREAD', 'Colorectal cancer', { onset: '2025-01-05' })] }),
  /** One drug each, whose class is easily taken for another. */
  zongertinib: make('zongertinib', { tumours: [LUNG], medications: [now('zongertinib', '2026-03-01')] }),
  capivasertib: make('capivasertib', {
    tumours: [tumour('IDC', { text: 'Invasive ductal carcinoma of breast' })],
    medications: [now('capivasertib', '2026-03-01')],
  }),
  /** A tumour and nothing else. */
  bare: make('bare', { tumours: [LUNG] }),
} as const satisfies Record<string, PatientFacts>;
