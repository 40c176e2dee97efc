/** Synthetic patients for criteria that are read one way only; nobody in them exists. The day is 2026-11-21. */
import type { AdverseEventFact, AllergyFact, MedicationFact, PatientFacts, StageFact } from '../../fhir-profiles/index.ts';
import { biomarker, order, patient, tumour, variant } from '../oncology/facts.ts';
import { condition, lab } from './chart-facts.ts';

const make = (id: string, age: number, sex: 'male' | 'female', parts: Partial<PatientFacts>): PatientFacts =>
  patient({
    patient: { id: `synthetic-${id}`, ageYears: age, birthDate: `${2026 - age}-02-03`, sex },
    tumours: [tumour('LUAD')],
    ...parts,
  });
const allergy = (name: string, parts: Partial<AllergyFact> = {}): AllergyFact => ({
  text: name,
  codes: [],
  ingredients: [{ name, rxnorm: null }],
  kind: 'allergy',
  reactions: ['rash'],
  source: { reference: `AllergyIntolerance/${name}`, issued: '2020-03-04' },
  ...parts,
});

const tnm = (text: string, kind: StageFact['kind'], issued: string): StageFact => ({
  text,
  kind,
  system: 'TNM',
  source: { reference: `Observation/${text.replace(/\W/g, '-')}`, issued },
});
const takes = (name: string, parts: Partial<MedicationFact> = {}): MedicationFact =>
  order(name, { status: 'active', isOrder: false, role: 'current', systemic: true, start: '2026-10-01', ...parts });
const event = (text: string, grade: number | undefined, status: AdverseEventFact['status']): AdverseEventFact => ({
  text,
  codes: [],
  status,
  attributed: true,
  date: '2026-11-03',
  source: { reference: `AdverseEvent/${text}`, issued: '2026-11-03' },
  ...(grade === undefined ? {} : { grade }),
});

export const FURTHER_CHARTS = {
  /** Allergic to several drugs, to one of them with anaphylaxis. */
  allergic: make('allergic', 61, 'female', {
    allergies: [
      allergy('paclitaxel', { reactions: ['Anaphylaxis'] }),
      allergy('osimertinib'),
      allergy('cetuximab', { reactions: ['Anaphylactic shock'] }),
      allergy('ABC-1234', { ingredients: [] }),
    ],
  }),
  /** Tested for viruses: never infected with any of them. */
  tested: make('tested', 58, 'male', {
    labs: ['HIV', 'HBsAg', 'anti-HBc', 'HCV-Ab'].map((kind) => lab(kind, 'negative', undefined)),
  }),
  /** Surface antigen alone, an old HIV test, a hepatitis C that is on the problem list though the antibody is negative. */
  halfTested: make('half-tested', 58, 'female', {
    labs: [lab('HBsAg', 'negative', undefined), lab('HIV', 'negative', undefined, '2025-01-10'), lab('HCV-Ab', 'negative', undefined)],
    conditions: [condition('Hepatitis C, cured', 'resolved')],
  }),
  /** Negative now, positive two years ago. */
  turned: make('turned', 58, 'male', {
    labs: [lab('HCV-Ab', 'negative', undefined), lab('HCV-RNA', 'positive', undefined, '2024-05-05')],
  }),
  infected: make('infected', 44, 'male', {
    conditions: [condition('HIV infection', 'active', { onset: '2010-01-01' })],
    labs: [lab('HBsAg', 'positive', undefined)],
  }),
  /** Side effects with grades, a live vaccine, another study. */
  burdened: make('burdened', 63, 'male', {
    conditions: [
      condition('Peripheral sensory neuropathy, grade 2', 'active', {
        source: { reference: 'Condition/neuropathy', issued: '2026-11-02' },
      }),
    ],
    adverseEvents: [event('Colitis', 3, 'ongoing'), event('Diarrhea', 1, 'ongoing'), event('Alopecia', 2, 'ongoing')],
    vaccinations: [
      {
        text: 'yellow fever',
        codes: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '37' }],
        date: '2026-11-05',
        source: { reference: 'Immunization/1', issued: '2026-11-05' },
      },
    ],
    studies: [{ text: 'a trial of something else', on: true, start: '2026-09-01', source: { reference: 'ResearchSubject/1' } }],
  }),
  /** The same long ago, over, or without a grade. */
  unburdened: make('unburdened', 63, 'male', {
    conditions: [condition('Peripheral neuropathy', 'active')],
    adverseEvents: [
      event('Colitis', 3, 'over'),
      event('Rash', undefined, 'ongoing'),
      { ...event('Nausea', 3, 'ongoing'), date: '2025-03-03' },
    ],
    vaccinations: [
      {
        text: 'zoster recombinant',
        codes: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '187' }],
        date: '2026-11-05',
        source: { reference: 'Immunization/2' },
      },
      { text: 'MMR', codes: [], date: '2024-01-01', source: { reference: 'Immunization/3' } },
    ],
    studies: [{ text: 'a trial that is over', on: false, end: '2026-11-10', source: { reference: 'ResearchSubject/2' } }],
  }),
  /** Active autoimmune disease with its medicine, a pneumonitis that is there, prednisone above 10 mg. */
  inflamed: make('inflamed', 55, 'female', {
    conditions: [
      condition('Rheumatoid arthritis', 'active'),
      condition('Drug-induced pneumonitis', 'active'),
      condition('Stroke', 'resolved', { onset: '2026-10-01' }),
    ],
    medications: [takes('adalimumab'), takes('prednisone', { dose: { amount: 20, unit: 'mg', perDay: 1 } })],
  }),
  /** The same of the past, and hydroxychloroquine alone. */
  calm: make('calm', 55, 'female', {
    conditions: [condition('Rheumatoid arthritis', 'active'), condition('Drug-induced pneumonitis', 'resolved')],
    medications: [takes('hydroxychloroquine'), takes('prednisone', { dose: { amount: 5, unit: 'mg', perDay: 1 } })],
  }),
  /** Two active primaries: of which one the results are is not recorded. */
  twofold: make('twofold', 70, 'female', {
    tumours: [tumour('LUAD'), tumour('BRCA', { source: { reference: 'Condition/breast', issued: '2026-10-02' } })],
    variants: [variant('EGFR', { names: ['EGFR L858R'], pHgvs: 'p.Leu858Arg' })],
    biomarkers: [biomarker('HER2', 'positive', { status: 'positive' })],
  }),
  /** HER2-positive without a score. */
  positive: make('positive', 50, 'female', {
    tumours: [tumour('BRCA')],
    biomarkers: [biomarker('HER2', 'positive', { status: 'positive' })],
  }),
  /** Breast cancer with T, N and M; disease that can be measured. */
  staged: make('staged', 48, 'female', {
    tumours: [tumour('BRCA', { stages: [tnm('cT2a cN1 cM0', 'clinical', '2026-10-20')] })],
    labs: [lab('measurable-disease', 'yes', undefined)],
  }),
  /** Staged a year ago, and after treatment; nothing is detected any more. */
  restaged: make('restaged', 48, 'female', {
    tumours: [tumour('BRCA', { stages: [tnm('cT2 cN1 cM0', 'clinical', '2025-10-20'), tnm('ypT1 ypN0', 'pathologic', '2026-10-20')] })],
    labs: [lab('disease-status', 'not-detected', undefined)],
  }),
  /** A stage after Rai, which is none after Ann Arbor. */
  rai: make('rai', 66, 'male', {
    tumours: [
      tumour('CLLSLL', {
        stages: [
          { text: 'Rai III', group: 'III', system: 'Rai', kind: 'other', source: { reference: 'Observation/rai', issued: '2026-11-01' } },
        ],
      }),
    ],
  }),
  young: make('young', 22, 'male', {}),
  bare: patient({ patient: { id: 'synthetic-further-bare' }, tumours: [tumour('LUAD')] }),
};
