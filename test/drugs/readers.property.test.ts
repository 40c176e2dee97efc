import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAllergies } from '../../fhir-profiles/read/allergy.ts';
import { readConditions } from '../../fhir-profiles/read/condition.ts';
import { readLabs } from '../../fhir-profiles/read/laboratory/index.ts';
import { readMedications } from '../../fhir-profiles/read/medication/index.ts';
import { readProcedures } from '../../fhir-profiles/read/procedure.ts';
import { readWith } from '../../fhir-profiles/read/testing/read-medication.ts';

/** One well-formed resource of each kind; fields are then taken away or replaced by nonsense. */
const WHOLE: readonly Readonly<Record<string, unknown>>[] = [
  {
    resourceType: 'MedicationRequest',
    id: 'm',
    status: 'active',
    intent: 'order',
    subject: { reference: 'Patient/p' },
    medicationCodeableConcept: {
      coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '32968' }],
      text: 'clopidogrel 75 mg tablet',
    },
    dosageInstruction: [
      {
        text: '1 tablet daily',
        timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
        route: { text: 'oral' },
        doseAndRate: [{ doseQuantity: { value: 75, unit: 'mg' } }],
      },
    ],
    reasonCode: [{ text: 'stent' }],
  },
  {
    resourceType: 'Observation',
    id: 'o',
    status: 'final',
    subject: { reference: 'Patient/p' },
    code: { coding: [{ system: 'http://loinc.org', code: '2160-0' }] },
    effectiveDateTime: '2026-01-01',
    valueQuantity: { value: 1.1, unit: 'mg/dL' },
  },
  {
    resourceType: 'Condition',
    id: 'c',
    subject: { reference: 'Patient/p' },
    code: { text: 'Pregnancy' },
    clinicalStatus: { coding: [{ code: 'active' }] },
    onsetDateTime: '2026-06-01',
  },
  { resourceType: 'Procedure', id: 'p', subject: { reference: 'Patient/p' }, status: 'completed', code: { text: 'Stent' } },
  {
    resourceType: 'AllergyIntolerance',
    id: 'a',
    patient: { reference: 'Patient/p' },
    code: { text: 'Codeine' },
    reaction: [{ manifestation: [{ text: 'Rash' }] }],
  },
];

const READERS = [readMedications, readLabs, readConditions, readProcedures, readAllergies] as const;
const readAll = (resources: readonly object[]) => READERS.map((reader) => readWith<unknown>(reader, resources));

/** Every path into a JSON value. */
function paths(value: unknown, before: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? value.map((item, i) => [i, item] as const) : Object.entries(value);
  return entries.flatMap(([key, item]) => [[...before, key], ...paths(item, [...before, key])]);
}

function replaced(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  const copy: unknown = Array.isArray(value) ? [...value] : { ...(value as object) };
  const holder = copy as Record<string | number, unknown>;
  holder[key] = replaced(holder[key], rest, by);
  return copy;
}

const nonsense = fc.oneof(
  fc.constant(undefined),
  fc.constant(null),
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.array(fc.string(), { maxLength: 2 }),
  fc.object({ maxDepth: 2 }),
);

describe('broken resources', () => {
  it('never throw, never lose the others, never invent a drug', () => {
    const broken = fc
      .constantFrom(...WHOLE)
      .chain((resource) =>
        fc
          .tuple(fc.constantFrom(...paths(resource).filter((path) => path[0] !== 'resourceType' && path[0] !== 'id')), nonsense)
          .map(([path, by]) => replaced(resource, path, by) as object),
      );
    fc.assert(
      fc.property(fc.array(broken, { minLength: 1, maxLength: 3 }), (resources) => {
        const witness = { ...WHOLE[0], id: 'witness' };
        const [medications] = readAll([...resources.map((resource, i) => ({ ...resource, id: `broken-${i}` })), witness]);
        const facts = (medications?.facts ?? []) as readonly { source: { reference: string }; ingredients: readonly { name: string }[] }[];
        expect(facts.some((fact) => fact.source.reference === 'MedicationRequest/witness')).toBe(true);
        for (const fact of facts) for (const { name } of fact.ingredients) expect(name).toBe('clopidogrel');
      }),
      { numRuns: 300 },
    );
  });

  it('order of resources never matters and inputs are never changed', () => {
    const frozen = WHOLE.map((resource) => deepFreeze(structuredClone(resource)));
    const expected = readAll(frozen);
    fc.assert(
      fc.property(fc.shuffledSubarray(frozen as object[], { minLength: WHOLE.length }), (shuffled) => {
        expect(readAll(shuffled)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}
