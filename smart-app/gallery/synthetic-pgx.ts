/** Synthetic pharmacogenomic findings for the gallery and the tests. No real person; no clinical source: wording is illustrative. */
import type {
  DrugAdvice,
  Evidence,
  GeneResult,
  PatientReport,
  RecognisedOrder,
  TakenDrug,
  UntestedGene,
} from '../../cds-service/report/types.ts';

const lab = (reference: string, issued = '2026-10-03', name = 'North Laboratory (synthetic)'): Evidence => ({
  reference,
  issued,
  lab: name,
});
const cpic = { label: 'CPIC guideline', url: 'https://cpicpgx.org/guidelines/', version: '2022' };
const dpwg = { label: 'DPWG', url: 'https://www.knmp.nl/', version: '2024' };

export const orders: RecognisedOrder[] = [
  {
    reference: 'MedicationRequest/clopidogrel-draft',
    status: 'draft',
    text: 'Clopidogrel 75 mg oral tablet, once daily',
    systemic: true,
    ingredients: [{ name: 'clopidogrel', rxnorm: '32968' }],
    dose: { amount: 75, unit: 'mg', perDay: 1, route: 'oral' },
  },
  {
    reference: 'MedicationRequest/codeine',
    status: 'active',
    text: 'Codeine 30 mg oral tablet, as needed',
    systemic: true,
    ingredients: [{ name: 'codeine', rxnorm: '2670' }],
  },
  {
    reference: 'MedicationRequest/paroxetine',
    status: 'active',
    text: 'Paroxetine 20 mg oral tablet, once daily',
    systemic: true,
    ingredients: [{ name: 'paroxetine', rxnorm: '32937' }],
  },
  {
    reference: 'MedicationRequest/fluorouracil',
    status: 'draft',
    text: 'Fluorouracil 400 mg/m2 intravenous',
    systemic: true,
    ingredients: [{ name: 'fluorouracil', rxnorm: '4492' }],
  },
  {
    reference: 'MedicationRequest/metformin',
    status: 'active',
    text: 'Metformin 850 mg oral tablet',
    systemic: true,
    ingredients: [{ name: 'metformin', rxnorm: '6809' }],
  },
  {
    reference: 'MedicationRequest/cream',
    status: 'active',
    text: 'Hydrocortisone 1 % cream',
    systemic: false,
    ingredients: [{ name: 'hydrocortisone', rxnorm: '5492' }],
  },
  { reference: 'MedicationRequest/mixture', status: 'active', text: 'House mixture no. 7', systemic: null, ingredients: [] },
];

export const taken: TakenDrug[] = [
  {
    role: 'current',
    text: 'Omeprazole 20 mg, bought over the counter',
    ingredients: [{ name: 'omeprazole', rxnorm: '7646' }],
    from: '2026-08-01',
    records: 1,
    references: ['MedicationStatement/omeprazole'],
  },
  {
    role: 'past',
    text: 'Erlotinib 150 mg oral tablet',
    ingredients: [{ name: 'erlotinib', rxnorm: '337525' }],
    from: '2025-04-01',
    to: '2026-10-20',
    records: 3,
    references: ['MedicationRequest/erlotinib-past'],
  },
  { role: 'past', text: 'Study drug A', ingredients: [], to: '2024-05', records: 1, references: ['MedicationStatement/study-drug'] },
];

export const genes: GeneResult[] = [
  {
    gene: 'CYP2C19',
    diplotype: '*2/*2',
    phenotype: 'Poor Metabolizer',
    activityScore: null,
    basis: 'diplotype',
    state: 'called',
    functions: ['No function', 'No function'],
    rule: { text: 'Two no-function alleles make a poor metabolizer.', source: cpic },
    evidence: [lab('Observation/cyp2c19')],
  },
  {
    gene: 'CYP2D6',
    diplotype: '*1/*2x2',
    phenotype: 'Ultrarapid Metabolizer',
    activityScore: '3.0',
    basis: 'diplotype',
    state: 'called',
    functions: ['Normal function', 'Normal function, two copies'],
    adjusted: {
      phenotype: 'Poor Metabolizer',
      activityScore: '0.0',
      because: ['Paroxetine is a strong CYP2D6 inhibitor and on the active medication list'],
    },
    evidence: [lab('Observation/cyp2d6')],
  },
  {
    gene: 'SLCO1B1',
    diplotype: '*1/*1',
    phenotype: 'Normal Function',
    activityScore: null,
    basis: 'diplotype',
    state: 'called',
    evidence: [lab('Observation/slco1b1', '2013-02-11')],
  },
  {
    gene: 'TPMT',
    diplotype: null,
    phenotype: null,
    activityScore: null,
    basis: 'phenotype',
    state: 'conflict',
    notes: ['North Laboratory: *1/*3A, 3 Oct 2026. South Laboratory: *1/*1, 12 Aug 2026. Neither is preferred.'],
    evidence: [lab('Observation/tpmt-1'), lab('Observation/tpmt-2', '2026-08-12', 'South Laboratory (synthetic)')],
  },
  {
    gene: 'HLA-B',
    diplotype: '*57:01 positive',
    phenotype: '*57:01 positive',
    activityScore: null,
    basis: 'allele-presence',
    state: 'called',
    evidence: [lab('Observation/hla-b')],
  },
  {
    gene: 'NUDT15',
    diplotype: '*1/*1',
    phenotype: 'Normal Metabolizer',
    activityScore: null,
    basis: 'diplotype',
    state: 'called',
    evidence: [lab('Observation/nudt15')],
  },
];

export const drugs: DrugAdvice[] = [
  {
    drug: { name: 'clopidogrel', rxnorm: '32968' },
    order: 'MedicationRequest/clopidogrel-draft',
    genes: [{ gene: 'CYP2C19', phenotype: 'Poor Metabolizer', activityScore: null }],
    action: 'avoid',
    alternatives: [
      { name: 'prasugrel', rxnorm: '613391', ok: false, why: 'History of stroke on the problem list' },
      { name: 'ticagrelor', rxnorm: '1116632', ok: true },
    ],
    strength: 'strong',
    population: 'acute coronary syndrome or coronary intervention',
    populationKnown: true,
    source: cpic,
    implication: 'Less of the active substance is formed; platelets are inhibited less and the risk of cardiovascular events is higher.',
    text: 'Avoid clopidogrel if possible. Use prasugrel or ticagrelor at standard dose if there is no contraindication.',
    ruleId: 'cpic-cyp2c19-clopidogrel-pm-acs',
    otherPositions: [
      { body: 'DPWG', action: 'avoid', text: 'Avoid; choose an alternative.', source: dpwg },
      {
        body: 'FDA',
        action: 'alternative',
        text: 'Consider another platelet P2Y12 inhibitor in poor metabolizers.',
        source: { label: 'FDA label', url: 'https://www.fda.gov/' },
      },
    ],
    evidence: [lab('Observation/cyp2c19')],
  },
  {
    drug: { name: 'codeine', rxnorm: '2670' },
    order: 'MedicationRequest/codeine',
    genes: [{ gene: 'CYP2D6', phenotype: 'Poor Metabolizer', activityScore: '0.0' }],
    action: 'alternative',
    alternatives: [
      { name: 'tramadol', rxnorm: '10689', ok: false, why: 'Formed by the same enzyme' },
      { name: 'morphine', rxnorm: '7052', ok: true },
    ],
    strength: 'moderate',
    population: 'any',
    source: cpic,
    implication: 'Hardly any morphine is formed; pain relief is poor.',
    text: 'Choose an analgesic that does not depend on CYP2D6.',
    ruleId: 'cpic-cyp2d6-codeine-pm',
    evidence: [lab('Observation/cyp2d6')],
  },
  {
    drug: { name: 'paroxetine', rxnorm: '32937' },
    order: 'MedicationRequest/paroxetine',
    genes: [{ gene: 'CYP2D6', phenotype: 'Ultrarapid Metabolizer', activityScore: '3.0' }],
    action: 'monitor',
    alternatives: [],
    strength: 'optional',
    population: 'any',
    source: cpic,
    text: 'Watch for a lack of effect; consider another antidepressant if it fails.',
    ruleId: 'cpic-cyp2d6-paroxetine-um',
    evidence: [lab('Observation/cyp2d6')],
  },
  {
    drug: { name: 'simvastatin', rxnorm: '36567' },
    genes: [{ gene: 'SLCO1B1', phenotype: 'Normal Function', activityScore: null }],
    action: 'standard',
    alternatives: [],
    strength: 'strong',
    population: 'any',
    source: cpic,
    text: 'Standard starting dose.',
    ruleId: 'cpic-slco1b1-simvastatin-nf',
    evidence: [lab('Observation/slco1b1', '2013-02-11')],
  },
  {
    drug: { name: 'abacavir', rxnorm: '190521' },
    genes: [{ gene: 'HLA-B', phenotype: '*57:01 positive', activityScore: null }],
    action: 'avoid',
    alternatives: [],
    strength: 'strong',
    population: 'any',
    source: cpic,
    text: 'Do not give abacavir.',
    ruleId: 'cpic-hlab5701-abacavir',
    evidence: [lab('Observation/hla-b')],
  },
  {
    drug: { name: 'sertraline', rxnorm: '36437' },
    genes: [{ gene: 'CYP2C19', phenotype: 'Poor Metabolizer', activityScore: null }],
    action: 'decrease-dose',
    dose: { factor: 0.5, text: 'Start at half the usual dose.' },
    alternatives: [],
    strength: 'optional',
    population: 'any',
    source: cpic,
    text: 'Consider a lower starting dose and slower titration.',
    ruleId: 'cpic-cyp2c19-sertraline-pm',
    evidence: [lab('Observation/cyp2c19')],
  },
];

export const untested: UntestedGene[] = [
  {
    gene: 'DPYD',
    drug: { name: 'fluorouracil', rxnorm: '4492' },
    order: 'MedicationRequest/fluorouracil',
    test: { system: 'http://loinc.org', code: '45284-7', display: 'DPYD gene mutations found' },
    source: cpic,
  },
];

export const warnings: PatientReport['warnings'] = [
  {
    code: 'stale',
    message: 'SLCO1B1 was reported in February 2013, before several alleles were defined.',
    reference: 'Observation/slco1b1',
  },
  { code: 'not-final', message: 'A preliminary VKORC1 result is on file and was not used.', reference: 'Observation/vkorc1' },
  { code: 'wrong-patient', message: 'One result names another patient and was left out.', reference: 'Observation/other' },
];
