/** Small synthetic resources in the shapes that laboratories use. Every patient here is made up. */
export type Resource = Readonly<Record<string, unknown>>;

const LOINC = 'http://loinc.org';
const TBD = 'http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs';

export const loinc = (code: string, display?: string) => ({
  coding: [{ system: LOINC, code, ...(display === undefined ? {} : { display }) }],
});
export const tbd = (code: string) => ({ coding: [{ system: TBD, code }] });
export const words = (text: string) => ({ text });
export const hgnc = (id: string, symbol: string) => ({ coding: [{ system: 'http://www.genenames.org', code: id, display: symbol }] });
export const snomed = (code: string, display?: string) => ({
  coding: [{ system: 'http://snomed.info/sct', code, ...(display === undefined ? {} : { display }) }],
});

export const patient: Resource = { resourceType: 'Patient', id: 'p1', birthDate: '1960-05-01', gender: 'female' };

export function observation(id: string, code: unknown, more: Resource = {}): Resource {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    code,
    subject: { reference: 'Patient/p1' },
    issued: '2026-01-10T08:00:00Z',
    ...more,
  };
}

export const component = (code: unknown, value: Resource) => ({ code, ...value });
export const gene = (id: string, symbol: string) => component(loinc('48018-6'), { valueCodeableConcept: hgnc(id, symbol) });

export const genotype = (id: string, value: string, more: Resource = {}): Resource =>
  observation(id, loinc('84413-4', 'Genotype display name'), { valueCodeableConcept: words(value), ...more });

export const variant = (id: string, components: readonly unknown[], more: Resource = {}): Resource =>
  observation(id, loinc('69548-6', 'Genetic variant assessment'), {
    valueCodeableConcept: loinc('LA9633-4', 'Present'),
    component: components,
    ...more,
  });

export function condition(id: string, code: unknown, more: Resource = {}): Resource {
  return {
    resourceType: 'Condition',
    id,
    clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] },
    verificationStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }] },
    code,
    subject: { reference: 'Patient/p1' },
    ...more,
  };
}

export const bundle = (...resources: readonly Resource[]): Resource => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});
