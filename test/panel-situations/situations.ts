/** Charts of unusual but real content, each with what the panel has to say of it and what it must not. Written before looking. */
import { absent, condition, genotype, observation, order, patient, taken, variant, type Resource } from './chart.ts';

export interface Situation {
  readonly chart: readonly Resource[];
  readonly view?: 'drugs' | 'genes' | 'tumour';
  /** On top of the page. */
  readonly now?: readonly RegExp[];
  /** Anywhere on the page. */
  readonly says?: readonly RegExp[];
  readonly never?: readonly RegExp[];
}

const POOR_2C19 = genotype('CYP2C19', '*2/*2');
const lung = condition('Lung adenocarcinoma');
const drugs30 = (
  'metformin, lisinopril, amlodipine, atorvastatin, omeprazole, furosemide, spironolactone, levothyroxine, prednisone, allopurinol, ' +
  'colchicine, gabapentin, pregabalin, sertraline, mirtazapine, quetiapine, lorazepam, tramadol, acetaminophen, ibuprofen, ' +
  'aspirin, clopidogrel, metoprolol, digoxin, amiodarone, warfarin, insulin glargine, sitagliptin, tamsulosin, finasteride'
).split(', ');

export const SITUATIONS: Readonly<Record<string, Situation>> = {
  'nothing on file at all': { chart: [patient()], now: [/There was nothing to check/], never: [/: no change advised/] },
  'no genomic result and clopidogrel': {
    chart: [patient(), order('clopidogrel 75 mg')],
    now: [/No pharmacogenomic result that can be used is on file/, /clopidogrel/],
    never: [/: no change advised/, /Normal/],
  },
  'no genomic result and a drug without a gene rule': {
    chart: [patient(), order('metformin 500 mg')],
    now: [/No gene rule applies to the drugs on file/],
    never: [/: no change advised/, /could not be checked/],
  },
  'a home medication alone counts as a drug of today': {
    chart: [patient(), POOR_2C19, taken('clopidogrel 75 mg')],
    now: [/clopidogrel.*Avoid|clopidogrel.*Choose/, /CYP2C19 Poor Metabolizer/],
  },
  'only a result that cannot be read': {
    chart: [patient(), order('clopidogrel 75 mg'), genotype('CYP2C19', 'indeterminate')],
    now: [/Unreadable|cannot be used|could not be/, /CYP2C19/],
    never: [/: no change advised/, /Normal Metabolizer/, /Avoid/],
  },
  'a result entered in error': {
    chart: [patient(), order('clopidogrel 75 mg'), genotype('CYP2C19', '*2/*2', { status: 'entered-in-error' })],
    never: [/Poor Metabolizer/, /Avoid/, /: no change advised/],
  },
  'a preliminary result': {
    chart: [patient(), order('clopidogrel 75 mg'), genotype('CYP2C19', '*2/*2', { status: 'preliminary' })],
    now: [/On its way/],
    never: [/Poor Metabolizer/, /: no change advised/],
  },
  'a cancelled test': {
    chart: [patient(), order('clopidogrel 75 mg'), genotype('CYP2C19', '*1/*1', { status: 'cancelled' })],
    never: [/Normal Metabolizer/, /: no change advised/],
  },
  'two laboratories that disagree': {
    chart: [
      patient(),
      order('clopidogrel 75 mg'),
      genotype('CYP2C19', '*2/*2'),
      genotype('CYP2C19', '*1/*1', { performer: [{ display: 'South Laboratory' }], effectiveDateTime: '2025-02-01' }),
    ],
    now: [/Results disagree/],
    never: [/: no change advised/, /Normal Metabolizer.*Checked/],
  },
  'two laboratories that agree': {
    chart: [
      patient(),
      order('clopidogrel 75 mg'),
      POOR_2C19,
      genotype('CYP2C19', '*2/*2', { performer: [{ display: 'South Laboratory' }] }),
    ],
    now: [/CYP2C19 Poor Metabolizer/],
    never: [/Results disagree/],
  },
  'a result of another patient': {
    chart: [patient(), order('clopidogrel 75 mg'), genotype('CYP2C19', '*2/*2', { subject: { reference: 'Patient/other' } })],
    never: [/Poor Metabolizer/, /: no change advised/],
    says: [/not checked/],
  },
  'a result without date and laboratory': {
    chart: [patient(), order('clopidogrel 75 mg'), genotype('CYP2C19', '*2/*2', { effectiveDateTime: undefined, performer: undefined })],
    now: [/CYP2C19 Poor Metabolizer/],
  },
  'codeine and tramadol together': {
    chart: [patient(), genotype('CYP2D6', '*4/*4'), order('codeine 30 mg'), order('tramadol 50 mg')],
    now: [/codeine/, /tramadol/, /CYP2D6 Poor Metabolizer/],
  },
  'an inhibitor taken at home changes what a gene does': {
    chart: [patient(), genotype('CYP2D6', '*1/*1'), taken('paroxetine 20 mg'), order('codeine 30 mg')],
    now: [/CYP2D6 Poor Metabolizer/, /with paroxetine; by genotype alone: Normal Metabolizer/],
  },
  'an inhibitor that ended two years ago changes nothing': {
    chart: [
      patient(),
      genotype('CYP2D6', '*1/*1'),
      taken('paroxetine 20 mg', { status: 'completed', effectivePeriod: { start: '2023-01-01', end: '2024-06-01' } }),
      order('codeine 30 mg'),
    ],
    now: [/: no change advised/],
    never: [/with paroxetine/, /Poor Metabolizer/],
  },
  'a child and codeine, tested normal': {
    chart: [patient('2019-03-01'), genotype('CYP2D6', '*1/*1'), order('codeine 15 mg')],
    now: [/codeine.*The label speaks against it|codeine.*Avoid/],
    never: [/: no change advised/],
  },
  'abacavir and HLA-B*57:01 negative': {
    chart: [
      patient(),
      order('abacavir 300 mg'),
      observation('50956-2', 'HLA-B*57:01 [Presence]', { valueCodeableConcept: { text: 'Negative' } }),
    ],
    now: [/: no change advised/],
    never: [/Not normal/],
  },
  'abacavir and HLA-B*57:01 positive': {
    chart: [
      patient(),
      order('abacavir 300 mg'),
      observation('50956-2', 'HLA-B*57:01 [Presence]', { valueCodeableConcept: { text: 'Positive' } }),
    ],
    now: [/Stop\s*abacavir/],
  },
  'abacavir and HLA-B tested for another allele only': {
    chart: [
      patient(),
      order('abacavir 300 mg'),
      observation('57979-7', 'HLA-B*15:02 [Presence]', { valueCodeableConcept: { text: 'Negative' } }),
    ],
    never: [/abacavir.*no change advised\./],
    now: [/abacavir/],
  },
  'fluorouracil and one decreased-function allele': {
    chart: [patient(), genotype('DPYD', 'Reference/c.2846A>T'), order('fluorouracil 400 mg/m2 intravenous')],
    now: [/fluorouracil.*Lower the dose/, /DPYD Intermediate Metabolizer/],
  },
  'capecitabine and a normal DPYD': {
    chart: [patient(), genotype('DPYD', 'Reference/Reference'), order('capecitabine 500 mg oral tablet')],
    now: [/: no change advised/],
  },
  'azathioprine with TPMT normal and NUDT15 never tested': {
    chart: [patient(), genotype('TPMT', '*1/*1'), order('azathioprine 50 mg')],
    says: [/NUDT15/],
    never: [/1 drug checked against 1 gene on [^:]*: no change advised\.$/],
  },
  'rasburicase and deficient G6PD': {
    chart: [patient(), genotype('G6PD', 'Mediterranean/Mediterranean'), order('rasburicase 0.2 mg/kg intravenous')],
    now: [/Stop\s*rasburicase/],
  },
  'warfarin without any result': {
    chart: [patient(), order('warfarin 5 mg')],
    now: [/warfarin/],
    never: [/: no change advised/],
  },
  'a cream of a drug with a gene rule for tablets': {
    chart: [patient(), POOR_2C19, order('hydrocortisone 1 % topical cream')],
    says: [/Not systemic, gene rules do not apply/],
    never: [/Stop/],
  },
  'an order in words that nobody knows': {
    chart: [patient(), POOR_2C19, order('Mischung X nach Angabe')],
    now: [/None of the drugs on file could be checked: Mischung X nach Angabe\./],
    says: [/Drug not recognised, not checked/],
  },
  'an order that was stopped is no drug of today': {
    chart: [patient(), POOR_2C19, order('clopidogrel 75 mg', { status: 'stopped' })],
    now: [/No active drug order is on file/],
    never: [/Avoid/],
  },
  'a draft is shown as one': { chart: [patient(), POOR_2C19, order('clopidogrel 75 mg', { status: 'draft' })], now: [/clopidogrel/] },
  'the same drug ordered twice is one row': {
    chart: [patient(), POOR_2C19, order('clopidogrel 75 mg'), order('Plavix 75 mg')],
    now: [/^Now\s*(?:Stop|Caution)\s*clopidogrel(?!.*(?:Stop|Caution)\s*clopidogrel)/],
  },
  'thirty drugs and no result': {
    chart: [patient(), ...drugs30.map((name) => order(name))],
    now: [/No pharmacogenomic result that can be used/, /and \d+ more/],
    never: [/: no change advised/],
  },
  'thirty drugs and two poor metabolizers: three lines and the way to the rest': {
    chart: [patient(), POOR_2C19, genotype('CYP2D6', '*4/*4'), ...drugs30.map((name) => order(name))],
    now: [/clopidogrel/, /\d+ more in Drugs/],
  },
  'two tumours: the findings stand with the one that they fit': {
    chart: [patient(), lung, condition('Breast cancer'), variant('EGFR', 'p.Leu858Arg')],
    view: 'tumour',
    says: [/EGFR L858R/, /Lung adenocarcinoma/i],
  },
  'a variant and no tumour on file': {
    chart: [patient(), variant('EGFR', 'p.Leu858Arg')],
    view: 'tumour',
    says: [/EGFR L858R/],
    never: [/same tumour type(?! as)/],
  },
  'two earlier lines: why each ended stands before the therapies, and beside a therapy that would repeat one': {
    chart: [
      patient(),
      lung,
      variant('EGFR', 'p.Leu858Arg'),
      taken('erlotinib 150 mg', {
        status: 'stopped',
        effectivePeriod: { start: '2025-01-10', end: '2025-11-03' },
        statusReason: [{ text: 'Disease progression' }],
      }),
      taken('osimertinib 80 mg', {
        status: 'stopped',
        effectivePeriod: { start: '2025-11-20', end: '2026-08-03' },
        statusReason: [{ text: 'Not tolerated' }],
      }),
    ],
    view: 'tumour',
    says: [
      /Earlier cancer treatment\s*2osimertinib\s*20 Nov 2025 to 3 Aug 2026\s*stopped as not tolerated.*erlotinib\s*10 Jan 2025 to 3 Nov 2025\s*stopped for progression.*Sensitivity/s,
      /Given before:\s*osimertinib stopped as not tolerated \(3 Aug 2026\)/,
    ],
    // Each course once: not again in the list of drugs that are over.
    never: [/No longer taken/],
  },
  'a tumour without any result': {
    chart: [patient(), lung],
    view: 'tumour',
    says: [/Lung adenocarcinoma/, /That is not the same as negative/, /No variant on file/],
    never: [/: no change advised/],
  },
  'cetuximab against KRAS G12D': {
    chart: [patient(), condition('Adenocarcinoma of colon'), variant('KRAS', 'p.Gly12Asp'), order('cetuximab 250 mg/m2 intravenous')],
    now: [/cetuximab.*(?:Findings speak against it|Avoid)/],
  },
  'osimertinib and EGFR looked for and not found': {
    chart: [patient(), lung, variant('EGFR', 'p.Leu858Arg', absent), order('osimertinib 80 mg')],
    now: [/osimertinib/],
    never: [/: no change advised/],
  },
  'osimertinib and nothing tested': {
    chart: [patient(), lung, order('osimertinib 80 mg')],
    now: [/osimertinib/],
    never: [/: no change advised/],
  },
  'dabrafenib without its partner': {
    chart: [patient(), lung, variant('BRAF', 'p.Val600Glu'), order('dabrafenib 75 mg')],
    now: [/dabrafenib.*partner drug is missing/, /trametinib/],
  },
  'dabrafenib without its partner and G6PD deficient: the missing partner leads, not that the guideline says nothing': {
    chart: [patient(), lung, variant('BRAF', 'p.Val600Glu'), genotype('G6PD', 'Mediterranean/Mediterranean'), order('dabrafenib 75 mg')],
    now: [/dabrafenib\s*Fits, but a partner drug is missing/],
  },
  'azathioprine with TPMT on its way and NUDT15 never tested: only NUDT15 is not tested': {
    chart: [patient(), order('azathioprine 50 mg'), genotype('TPMT', '*1/*1', { status: 'registered' })],
    says: [/azathioprine\s*Not tested\s*NUDT15\s*TPMT result on its way/],
    never: [/Not tested\s*NUDT15, TPMT/, /: no change advised/],
  },
  'a cream and an order that nobody knows: nothing was checked': {
    chart: [patient(), POOR_2C19, order('hydrocortisone 1 % topical cream'), order('Mischung X nach Angabe')],
    now: [/None of the drugs on file could be checked: Mischung X nach Angabe\./],
    never: [/: no change advised/],
  },
  'a tumour result entered in error is not shown': {
    chart: [patient(), lung, variant('EGFR', 'p.Leu858Arg', { status: 'entered-in-error' })],
    view: 'tumour',
    never: [/L858R/],
    says: [/No variant on file/],
  },
  'HER2 positive then negative: both stand with their days': {
    chart: [
      patient(),
      condition('Breast cancer'),
      observation('85319-2', 'HER2 by immune stain', { valueCodeableConcept: { text: 'Positive' } }, { effectiveDateTime: '2025-01-10' }),
      observation('85319-2', 'HER2 by immune stain', { valueCodeableConcept: { text: 'Negative' } }, { effectiveDateTime: '2026-10-02' }),
    ],
    view: 'tumour',
    says: [/HER2/, /Positive.*10 Jan 2025|10 Jan 2025.*Positive/, /Negative.*2 Oct 2026|2 Oct 2026.*Negative/],
  },
  'the same gene normal in blood and mutated in the tumour': {
    chart: [patient(), condition('Adenocarcinoma of colon'), genotype('DPYD', 'Reference/Reference'), variant('DPYD', 'p.Met166Val')],
    view: 'genes',
    says: [/DPYD\s*Normal/],
  },
  'one gene known in the tumour only is no germline result': {
    chart: [patient(), lung, variant('CYP2C19', 'p.Pro227='), order('clopidogrel 75 mg')],
    never: [/: no change advised/, /CYP2C19 Normal Metabolizer/],
  },
  'an HLA result of four alleles: on top stands what was found': {
    chart: [patient(), genotype('HLA-B', '*08:01/*57:01'), order('dolutegravir 50 mg')],
    now: [/HLA-B\*57:01 positive/],
    never: [/^Now.*\*15:02 negative.*Drugs/],
  },
};
