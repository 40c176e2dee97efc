/** From a chart and draft orders in FHIR to the cards: what a situation needs, said briefly. Every patient here is made up. */
import type { CardDraft } from '../../../cds-service/cards/index.ts';
import type { Resource } from '../../reading/resources.ts';
import { component, gene, loinc, observation, words } from '../../reading/resources.ts';

export type Level = CardDraft['indicator'];

export interface Situation {
  readonly name: string;
  readonly chart: readonly Resource[];
  readonly orders: readonly Resource[];
  /** Every card that must appear, by its levels allowed and words of its summary; none: silence. */
  readonly cards: readonly (readonly [level: string, summary: RegExp])[];
  /** Must stand in a card. */
  readonly says?: RegExp;
  /** Must stand in no card. */
  readonly never?: RegExp;
  /** Must stand among the warnings of the report. */
  readonly warns?: RegExp;
  /** Phenotype of a gene in the report. */
  readonly genes?: Readonly<Record<string, string>>;
}

type Cards = Situation['cards'];
type More = Pick<Situation, 'says' | 'never' | 'warns' | 'genes'>;

/** `orders`: texts of draft orders, or the orders themselves. */
export function situation(
  name: string,
  chart: readonly Resource[],
  orders: readonly (string | Resource)[],
  cards: Cards,
  more: More = {},
): Situation {
  return { name, chart, orders: orders.map((order) => (typeof order === 'string' ? ordered(order) : order)), cards, ...more };
}

let counter = 0;
const id = (kind: string): string => `${kind}${String((counter += 1))}`;
const subject = { reference: 'Patient/p1' };

/** A result on one line: the name of the test and its value. */
export const line = (name: string, value: string, more: Resource = {}): Resource =>
  observation(id('o'), words(name), { valueString: value, ...more });
export const result = (code: unknown, more: Resource): Resource => observation(id('o'), code, more);
export const genotypeOf = (hgnc: string, symbol: string, value: string, more: Resource = {}): Resource =>
  observation(id('g'), loinc('84413-4'), { valueCodeableConcept: words(value), component: [gene(hgnc, symbol)], ...more });
export const quantity = (code: string, value: number, unit: string): Resource =>
  observation(id('q'), loinc(code), { valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit } });

export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
export const coded = (system: string, code: string, display?: string): Resource => ({
  coding: [{ system, code, ...(display === undefined ? {} : { display }) }],
});

export function ordered(medication: string | Resource, more: Resource = {}): Resource {
  const concept = typeof medication === 'string' ? { text: medication } : medication;
  return {
    resourceType: 'MedicationRequest',
    id: id('d'),
    status: 'draft',
    intent: 'order',
    subject,
    medicationCodeableConcept: concept,
    ...more,
  };
}

/** An order with its directions in words. */
export const withSig = (medication: string, sig: string, more: Resource = {}): Resource =>
  ordered(medication, { dosageInstruction: [{ text: sig }], ...more });

export const takes = (text: string, more: Resource = {}): Resource =>
  ordered(text, { status: 'active', authoredOn: '2026-06-01', ...more });

export const statement = (text: string, more: Resource = {}): Resource => ({
  resourceType: 'MedicationStatement',
  id: id('s'),
  status: 'active',
  subject,
  medicationCodeableConcept: { text },
  ...more,
});

/** One dose, `times` a day. */
export const dosed = (value: number, unit: string, times = 1): Resource => ({
  dosageInstruction: [
    {
      timing: { repeat: { frequency: times, period: 1, periodUnit: 'd' } },
      doseAndRate: [{ doseQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit } }],
    },
  ],
});

const status = (kind: string, code: string): Resource => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/condition-${kind}`, code }],
});

export const problem = (text: string, more: Resource = {}): Resource => ({
  resourceType: 'Condition',
  id: id('c'),
  clinicalStatus: status('clinical', 'active'),
  verificationStatus: status('ver-status', 'confirmed'),
  code: { text },
  subject,
  ...more,
});
export const inState = (code: string): Resource => ({ clinicalStatus: status('clinical', code) });

export const allergy = (text: string, more: Resource = {}): Resource => ({
  resourceType: 'AllergyIntolerance',
  id: id('a'),
  patient: subject,
  clinicalStatus: { coding: [{ code: 'active' }] },
  code: { text },
  ...more,
});

export const flag = (text: string, state = 'active'): Resource => ({
  resourceType: 'Flag',
  id: id('f'),
  status: state,
  code: { text },
  subject,
});

export const infarction = (): Resource =>
  problem('STEMI', {
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I21.3' }], text: 'STEMI' },
    onsetDateTime: '2026-11-15',
  });

export const born = (birthDate: string, gender = 'female'): Resource => ({ resourceType: 'Patient', id: 'p1', birthDate, gender });

export const part = (name: string, value: string): Resource => component(words(name), { valueString: value }) as Resource;

export const medication = (name: string, code: unknown, more: Resource = {}): Resource => ({
  resourceType: 'Medication',
  id: name,
  code,
  ...more,
});

/** Epic's "Genomic Indicators": a Condition of its own category, without a verification status. */
export const indicator = (text: string, more: Resource = {}): Resource => ({
  resourceType: 'Condition',
  id: id('i'),
  clinicalStatus: status('clinical', 'active'),
  category: [{ coding: [{ system: 'https://open.epic.com/FHIR/StructureDefinition/condition-category', code: 'genomics' }] }],
  code: { text },
  subject,
  ...more,
});
