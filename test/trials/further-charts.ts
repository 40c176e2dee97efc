/** Synthetic patients for criteria that are read one way only; nobody in them exists. The day is 2026-11-21. */
import type { AllergyFact, PatientFacts } from '../../fhir-profiles/index.ts';
import { patient, tumour } from '../oncology/facts.ts';
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
  infected: make('infected', 44, 'male', {
    conditions: [condition('HIV infection', 'active', { onset: '2010-01-01' })],
    labs: [lab('HBsAg', 'positive', undefined)],
  }),
  young: make('young', 22, 'male', {}),
  bare: patient({ patient: { id: 'synthetic-further-bare' }, tumours: [tumour('LUAD')] }),
};
