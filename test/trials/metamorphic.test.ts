/** What must hold for every trial and patient: data taken away never make anything certain, a turned finding turns the verdict. */
import { describe, expect, it } from 'vitest';
import type { LabFact, PatientFacts } from '../../fhir-profiles/index.ts';
import { loadTrials } from './embedded.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { clear, fusion, patient, protein, tumour } from '../oncology/facts.ts';
import { context, knowledge } from './knowledge.ts';
import { PATIENTS } from './patients.ts';
import { PROFILES } from './profiles.ts';

const trials = loadTrials().trials;

function withoutRange(lab: LabFact): LabFact {
  const { referenceHigh, ...rest } = lab;
  void referenceHigh;
  return rest;
}

/** Every way to take one kind of datum away; the tumour itself stays, without it nothing is matched. */
const LESS: readonly (readonly [string, (facts: PatientFacts) => PatientFacts])[] = [
  ['variants', (facts) => ({ ...facts, variants: [] })],
  ['tested genes', (facts) => ({ ...facts, tested: [] })],
  ['biomarkers', (facts) => ({ ...facts, biomarkers: [] })],
  ['performance status', (facts) => ({ ...facts, performance: [] })],
  ['treatment', (facts) => ({ ...facts, medications: [] })],
  ['laboratory', (facts) => ({ ...facts, labs: [] })],
  ['conditions', (facts) => ({ ...facts, conditions: [] })],
  ['limits of normal', (facts) => ({ ...facts, labs: facts.labs.map(withoutRange) })],
  ['age and sex', (facts) => ({ ...facts, patient: { id: facts.patient.id } })],
  [
    'stage',
    (facts) => ({ ...facts, tumours: facts.tumours.filter(({ role }) => role === 'primary').map((one) => ({ ...one, stages: [] })) }),
  ],
];

describe.each(Object.entries({ ...PATIENTS, brain: PROFILES.brain, cll: PROFILES.cll, bowel: PROFILES.bowel, alk: PROFILES.alk }))(
  '%s over every trial that comes with the product',
  (_, facts) => {
    it.each(LESS)('without %s a verdict only becomes unknown', (name, without) => {
      const poorer = without(facts);
      let compared = 0;
      for (const trial of trials) {
        const before = explainTrial(facts, knowledge.oncology, trial);
        const after = explainTrial(poorer, knowledge.oncology, trial);
        before?.criteria.forEach(({ verdict, text }, at) => {
          compared += 1;
          const now = after?.criteria[at]?.verdict;
          if (now !== 'unknown')
            expect({ trial: trial.record.nctId, text, verdict: now }).toEqual({ trial: trial.record.nctId, text, verdict });
        });
      }
      expect(compared, name).toBeGreaterThan(1000);
    });
  },
);

describe('a biomarker turned around', () => {
  const verdict = (facts: PatientFacts, kind: string, text: string) =>
    explainTrial(facts, knowledge.oncology, compileTrial({ ...BARE, eligibility: `${kind} Criteria:\n\n* ${text}` }, context))?.criteria[0]
      ?.verdict;
  const BARE = {
    nctId: 'x',
    title: '',
    phase: '',
    status: 'recruiting',
    conditions: [],
    interventions: [],
    sites: [],
    registry: '',
    date: '',
    url: '',
  } as const;
  const found = {
    'BRAF V600E mutation': [
      patient({ tumours: [tumour('SKCM')], variants: [protein('BRAF', 'p.Val600Glu')] }),
      patient({ tumours: [tumour('SKCM')], tested: [clear('BRAF')] }),
    ],
    'EGFR mutation': [
      patient({ tumours: [tumour('LUAD')], variants: [protein('EGFR', 'p.Leu858Arg')] }),
      patient({ tumours: [tumour('LUAD')], tested: [clear('EGFR')] }),
    ],
    'ALK rearrangement': [
      patient({ tumours: [tumour('LUAD')], variants: [fusion('EML4', 'ALK')] }),
      patient({ tumours: [tumour('LUAD')], tested: [clear('ALK')] }),
    ],
  } as const;

  it.each(Object.entries(found))('%s', (text, [carrier, free]) => {
    expect(verdict(carrier, 'Inclusion', text)).toBe('met');
    expect(verdict(free, 'Inclusion', text)).toBe('not-met');
    expect(verdict(carrier, 'Exclusion', text)).toBe('not-met');
    expect(verdict(free, 'Exclusion', text)).toBe('met');
    expect(verdict(carrier, 'Inclusion', `No ${text}`)).toBe('not-met');
    expect(verdict(free, 'Inclusion', `No ${text}`)).toBe('met');
    expect(verdict(patient({ tumours: [tumour('LUAD')] }), 'Inclusion', text)).toBe('unknown');
  });
});
