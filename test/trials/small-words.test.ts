/** Small words, signs, places and labels that criteria write in many ways. Every patient is made up. */
import { describe, expect, it } from 'vitest';
import { readPatient } from '../../fhir-profiles/index.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { found } from '../third-party/shapes.ts';
import { judged, syntheticTrial, type Verdict } from './criterion-table.ts';
import { bundleOf, clear, loss, SOUND, type Chart } from './judged/chart.ts';
import { context, knowledge } from './knowledge.ts';

const base: Chart = { sex: 'female', born: '1960-02-02', tumours: [] };
const CHARTS = {
  lung: {
    ...base,
    tumours: ['C34.1 Adenocarcinoma of upper lobe of lung', 'C79.51 Secondary malignant neoplasm of bone'],
    stage: 'Stage IVB',
    ecog: 1,
    labs: { ...SOUND, eGFR: 42, bilirubin: 4 },
    drugs: [['warfarin 5 mg', '2026-01-20']],
    done: [['Kidney transplantation', '2012-03-03']],
    more: [found('KRAS', 'p.Gly12Asp'), loss('MTAP')],
  },
  rectum: {
    ...base,
    tumours: ['C20 Adenocarcinoma of rectum'],
    stage: 'Stage II',
    labs: { ...SOUND, ANC: 1.2 },
    more: clear('TP53', 'KRAS'),
  },
  leukaemia: {
    ...base,
    tumours: ['C91.1 Chronic lymphocytic leukaemia'],
    labs: { ...SOUND, ANC: 0.9 },
    drugs: [['ibrutinib 420 mg', '2023-05-01', '2026-05-15']],
  },
  ovary: { ...base, tumours: ['C56.1 High grade serous ovarian carcinoma'], stage: 'Stage II' },
} as const satisfies Record<string, Chart>;
const FACTS = Object.fromEntries(
  Object.entries(CHARTS).map(([name, chart]) => [
    name,
    readPatient(bundleOf(chart), { asOf: '2026-11-22', vocabulary: knowledge.vocabulary }).facts,
  ]),
) as Readonly<Record<keyof typeof CHARTS, ReturnType<typeof readPatient>['facts']>>;

type Row = readonly [who: keyof typeof CHARTS, side: 'inclusion' | 'exclusion', text: string, verdict: Verdict];
const ROWS: readonly Row[] = [
  ['leukaemia', 'inclusion', 'Absolute neutrophil count ≥0.75 × 10⁹/L or ≥0.50 × 10⁹/L with bone marrow involvement', 'met'],
  ['leukaemia', 'inclusion', 'ANC ≥ 1.0 × 10⁹/L', 'not-met'],
  ['rectum', 'inclusion', 'ANC ≥ 1.0 x 10³/µL', 'met'],
  ['rectum', 'inclusion', 'AST and ALT ≤ 2.5 × times ULN', 'met'],
  ['lung', 'inclusion', 'T Bili ≤ 1.5 x ULN', 'not-met'],
  ['rectum', 'inclusion', 'Serum TBIL < 1.5 × ULN', 'met'],
  ['lung', 'exclusion', 'ECOG of 3-4. Karnofsky Performance Score (KPS) will be converted to ECOG', 'met'],
  ['lung', 'exclusion', 'ECOG of 3-4. Karnofsky of 60 will be converted to ECOG 2 and is excluded', 'unknown'],
  ['lung', 'exclusion', 'Receiving therapeutic doses of warfarin sodium (Coumadin®) or other coumarin-derived anticoagulants', 'not-met'],
  ['rectum', 'exclusion', 'Receiving therapeutic doses of warfarin sodium (Coumadin®)', 'unknown'],
  ['rectum', 'inclusion', 'Documented as TP53WT', 'met'],
  ['lung', 'inclusion', 'KRAS WT disease', 'not-met'],
  ['lung', 'inclusion', 'Known KRAS alteration (mutation or amplification)', 'met'],
  ['rectum', 'inclusion', 'Known KRAS alteration (mutation or amplification)', 'unknown'],
  ['rectum', 'inclusion', 'Metastatic castrate resistant prostate cancer', 'not-met'],
  ['leukaemia', 'inclusion', 'Chronic lymphocytic leukemia/ small lymphocytic lymphoma (CLL/SLL) as per iwCLL 2018 criteria', 'met'],
  ['lung', 'exclusion', 'Prior allogeneic peripheral blood stem cell or organ transplantation', 'not-met'],
  ['lung', 'exclusion', 'Known bone or peritoneal metastases', 'not-met'],
  ['lung', 'exclusion', 'Participants with any liver metastases will be excluded', 'unknown'],
  ['rectum', 'exclusion', 'Has known osseous metastasis', 'met'],
  ['rectum', 'exclusion', 'Metastases to the lung', 'unknown'],
  // A stage II of the ovary has spread in the pelvis.
  ['ovary', 'exclusion', 'Peritoneal metastases', 'unknown'],
  ['lung', 'exclusion', 'Known bone metastases. Bone metastases are allowed in prostate cancer', 'unknown'],
  ['lung', 'exclusion', 'Liver and bone metastases', 'unknown'],
  ['lung', 'inclusion', 'Arms A and B only: Has a tumor with a RAS mutation', 'met'],
  ['rectum', 'inclusion', 'Part 1 only: Has a tumor with a KRAS mutation', 'unknown'],
  ['lung', 'exclusion', 'Cohort 2 only: Known HER2-positive breast cancer', 'met'],
  ['lung', 'exclusion', 'For Part D only, history of solid organ transplant', 'unknown'],
];

describe('criteria in other signs and words', () => {
  it.each(ROWS)('%s, %s: %s → %s', (who, side, text, verdict) => {
    const [criterion] = judged(side, text, FACTS[who]);
    expect({ verdict: criterion?.verdict, because: criterion?.because }).toEqual({ verdict, because: criterion?.because });
  });
});

describe('a drug that is given for other diseases too', () => {
  it('counts where the only cancer on file is the one it is licensed for', () => {
    const [criterion] = judged('inclusion', 'At least one prior systemic therapy', FACTS.leukaemia);
    expect([criterion?.verdict, criterion?.because]).toEqual(['met', expect.stringContaining('ibrutinib recorded from 2023-05-01')]);
  });
  it('was long before a wash-out that is asked: nothing is recorded within it', () => {
    const [criterion] = judged('exclusion', 'Systemic anticancer therapy within 14 days', FACTS.leukaemia);
    expect(criterion?.because).not.toContain('ibrutinib');
  });
});

const explained = (who: keyof typeof CHARTS, eligibility: string) =>
  explainTrial(FACTS[who], knowledge.oncology, compileTrial(syntheticTrial({ eligibility }), context));

describe('several ways into one trial', () => {
  it.each([
    'Normal renal function: eGFR ≥ 90 mL/min/1.73m2\n* Severe renal impairment: dialysis',
    'Normal hepatic function (bilirubin ≤ ULN)\n* Moderate hepatic impairment (bilirubin 1.5-3.0 × ULN)',
    'Participants with severe liver impairment: platelets < 20 x 10^9/L\n* Participants with normal liver function: platelets ≥ 300 x 10^9/L',
  ])('nobody is shut out by a degree of function that is not theirs: %s', (lines) => {
    expect(explained('lung', `Inclusion Criteria:\n\n* ${lines}`)?.verdict).toBe('possible');
  });

  it('a limit of normal function that stands alone is asked of everybody', () => {
    expect(explained('lung', 'Inclusion Criteria:\n\n* Normal renal function: eGFR ≥ 60 mL/min/1.73m2')?.verdict).toBe('ineligible');
  });

  it('who has the finding of one line is not stopped by it, and not shut out by the other', () => {
    const match = explained('lung', 'Inclusion Criteria:\n\n* MTAP deletion\n* KRAS mutation\n* EGFR mutation');
    expect(match?.criteria.map(({ verdict }) => verdict)).toEqual(['met', 'met', 'unknown']);
  });

  it('an exclusion of one part says that it does not stop the patient, and nothing of where the patient belongs', () => {
    const text = 'Exclusion Criteria:\n\nCohort 2, patients who may have had surgery:\n* Neutrophils < 1.0 x 10^9/L';
    const because = explained('rectum', text)?.criteria.at(-1)?.because ?? '';
    expect(because).not.toContain('does not belong');
  });

  it('"subjects meeting any of the following are ineligible" in a heading does not turn it round', () => {
    const text =
      'Inclusion Criteria:\n\n* Adults\n\nBMX Specific Exclusion Criteria (Subjects meeting any of the following criteria are ineligible for study entry)\n\n* Neutrophils < 1.0 x 10^9/L';
    expect(explained('rectum', text)?.criteria.at(-1)?.verdict).toBe('met');
  });
});
