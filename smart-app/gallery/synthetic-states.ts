/** Synthetic reports of states that few charts have and that must never look like another. No real person; wording is illustrative. */
import type { DrugAdvice, OtherTumour, PatientReport, RecognisedOrder, TherapyMatch } from '../../cds-service/report/types.ts';

const source = { label: 'Guideline (synthetic)', url: 'https://guideline.example/', version: '2026' };

function order(name: string, rxnorm: string, status = 'draft'): RecognisedOrder {
  return {
    reference: `MedicationRequest/${name}`,
    status,
    text: `${name} as ordered`,
    systemic: true,
    ingredients: [{ name, rxnorm }],
    dose: { amount: 30, unit: 'mg', perDay: 4, route: 'oral' },
  };
}

function advice(name: string, rxnorm: string, more: Partial<DrugAdvice>): DrugAdvice {
  return {
    drug: { name, rxnorm },
    order: `MedicationRequest/${name}`,
    genes: [{ gene: 'CYP2D6', phenotype: 'Normal Metabolizer', activityScore: '2.0' }],
    action: 'standard',
    alternatives: [],
    strength: 'strong',
    population: 'all patients',
    source,
    text: `What is said of ${name}.`,
    ruleId: `synthetic:${name}`,
    evidence: [{ reference: 'Observation/cyp2d6', issued: '2026-10-03', lab: 'North Laboratory (synthetic)' }],
    ...more,
  };
}

/** A label that forbids, an inhibitor that was stopped, a dose worked out on the order, a result on its way, a partner that is missing. */
export const rareStates: Pick<PatientReport, 'orders' | 'pgx' | 'warnings'> & { oncology: PatientReport['oncology'] } = {
  orders: [
    order('codeine', '2670'),
    order('metoprolol', '6918'),
    order('atomoxetine', '38400', 'active'),
    order('capecitabine', '194000'),
    order('encorafenib', '2049106'),
  ],
  pgx: {
    genes: [
      {
        gene: 'CYP2D6',
        diplotype: '*1/*1',
        phenotype: 'Normal Metabolizer',
        activityScore: '2.0',
        basis: 'diplotype',
        state: 'called',
        evidence: [{ reference: 'Observation/cyp2d6', issued: '2026-10-03', lab: 'North Laboratory (synthetic)' }],
      },
    ],
    drugs: [
      advice('codeine', '2670', { urgency: 'info', cautions: ['contraindicated under 12 years'] }),
      advice('metoprolol', '6918', {
        urgency: 'warning',
        action: 'decrease-dose',
        genes: [{ gene: 'CYP2D6', phenotype: 'Poor Metabolizer', activityScore: '0.0' }],
        dose: {
          factor: 0.5,
          text: 'Start with half the usual dose.',
          suggested: { amount: 15, unit: 'mg', ofOrdered: true },
        },
        phenoconversion: [
          {
            gene: 'CYP2D6',
            before: { phenotype: 'Normal Metabolizer', activityScore: '2.0' },
            after: { phenotype: 'Poor Metabolizer', activityScore: '0.0' },
            by: [
              { name: 'paroxetine', reference: 'MedicationRequest/paroxetine', draft: false, stoppedDaysAgo: 3 },
              { name: 'bupropion', reference: 'MedicationRequest/bupropion', draft: true },
            ],
            actionBefore: 'standard',
          },
        ],
        evidence: [{ reference: 'MedicationRequest/paroxetine', issued: '2026-11-01' }],
      }),
      advice('atomoxetine', '38400', { urgency: 'info', action: 'alternative', strength: 'moderate', keepsFallback: true }),
    ],
    untested: [
      {
        gene: 'DPYD',
        drug: { name: 'capecitabine', rxnorm: '194000' },
        order: 'MedicationRequest/capecitabine',
        test: { system: 'http://loinc.org', code: '45284-7', display: 'DPYD gene mutations found' },
        source,
        requirement: 'recommended',
        populationKnown: false,
      },
    ],
  },
  warnings: [{ code: 'not-final', message: 'A result is preliminary and was not used.', reference: 'Observation/dpyd', pending: ['DPYD'] }],
  oncology: {
    variants: [],
    biomarkers: [],
    therapies: [],
    orders: [
      {
        order: 'MedicationRequest/encorafenib',
        drug: { name: 'encorafenib', rxnorm: '2049106' },
        verdict: 'fits',
        partners: ['binimetinib'],
        variants: [],
        because: ['BRAF V600E'],
        alternatives: [],
        sources: [source],
        ruleId: 'synthetic:encorafenib',
        evidence: [{ reference: 'Observation/braf', issued: '2026-10-03' }],
      },
    ],
  },
};

function therapy(name: string, effect: TherapyMatch['effect'], tier: TherapyMatch['tier'], variants: string[]): TherapyMatch {
  return { therapy: [{ name }], effect, level: 'B', tier, approved: tier === 'I-A', tumourMatch: 'same', variants, sources: [source] };
}

/** A second active primary beside the lung tumour, with what one of the findings means in it. */
export const secondPrimary: OtherTumour = {
  text: 'Carcinoma of upper-outer quadrant of left female breast',
  codes: [],
  oncotree: 'BRCA',
  doid: null,
  stage: 'IIA',
  evidence: [{ reference: 'Condition/breast', issued: '2024-05-02' }],
  therapies: [therapy('alpelisib', 'sensitivity', 'I-A', ['v3'])],
};

/** One drug approved for one finding and resisted by another, in a list long enough to need a way through it. */
export const opposites: TherapyMatch[] = [
  therapy('trastuzumab', 'resistance', 'I-B', ['v2']),
  therapy('trastuzumab', 'sensitivity', 'I-A', ['v1']),
  ...['pertuzumab', 'tucatinib', 'neratinib', 'lapatinib', 'margetuximab', 'pyrotinib', 'zanidatamab', 'afatinib'].map((name) =>
    therapy(name, 'sensitivity', 'II-C', ['v1']),
  ),
];
