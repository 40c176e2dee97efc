/** The charts of the acceptance orders: made-up patients, all marked as test data, moved to the day of the run. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../knowledge/package-root.ts';
import { isObject, type Json } from '../ehr/chart-part.ts';
import { OrderListFault, type AcceptanceOrder, type BuiltPatient, type OrderList } from './order-list.ts';

export interface SyntheticChart {
  readonly patientId: string;
  readonly about: string;
  readonly resources: readonly Json[];
}

const TEST_DATA = { tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST', display: 'test health data' }] };
const LOINC = 'http://loinc.org';
const OBSERVATION_CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const concept = (system: string, code: string, text: string) => ({ coding: [{ system, code, display: text }], text });

export function chartFor(order: AcceptanceOrder, list: OrderList, today: string): SyntheticChart {
  const chart = 'fixture' in order.patient ? fromFixture(order.patient.fixture) : build(order.patient.built, list);
  return moved(chart, daysBetween(list.anchor, today));
}

function fromFixture(name: string): SyntheticChart {
  const folder = join(packageRoot(), 'fixtures', name);
  if (!existsSync(join(folder, 'bundle.json'))) throw new OrderListFault(`there is no synthetic patient "${name}"`);
  const bundle = JSON.parse(readFileSync(join(folder, 'bundle.json'), 'utf8')) as { entry: { resource: Json }[] };
  const about = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as { title: string };
  const resources = bundle.entry.map(({ resource }) => resource);
  const patient = resources.find(({ resourceType }) => resourceType === 'Patient');
  return { patientId: String(patient?.id), about: about.title, resources };
}

function build(name: string, list: OrderList): SyntheticChart {
  const described = list.patients[name];
  if (described === undefined) throw new OrderListFault(`there is no patient "${name}"`);
  const patientId = `acceptance-${name}`;
  return { patientId, about: described.about, resources: resourcesOf(described, patientId, list.anchor) };
}

function resourcesOf(patient: BuiltPatient, id: string, anchor: string): Json[] {
  const subject = { reference: `Patient/${id}` };
  const common = (part: string) => ({ id: `${id}-${part}`, meta: TEST_DATA, subject });
  const weight = patient.weightKg === undefined ? [] : [weightOf(patient.weightKg, common('weight'), anchor)];
  return [
    {
      resourceType: 'Patient',
      id,
      meta: TEST_DATA,
      name: [{ family: 'Acceptance', given: ['Test'], suffix: ['(synthetic)'] }],
      gender: patient.sex,
      birthDate: patient.birthDate,
    },
    ...patient.conditions.map(({ icd10, text }, index) => ({
      resourceType: 'Condition',
      ...common(`condition-${index}`),
      clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] },
      verificationStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }] },
      code: icd10 === undefined ? { text } : concept('http://hl7.org/fhir/sid/icd-10-cm', icd10, text),
      onsetDateTime: before(anchor, 3),
    })),
    ...patient.results.map(({ gene, hgnc, value }, index) => ({
      resourceType: 'Observation',
      ...common(`result-${index}`),
      status: 'final',
      category: [
        { coding: [{ system: OBSERVATION_CATEGORY, code: 'laboratory' }] },
        { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'GE' }] },
      ],
      code: concept(LOINC, '84413-4', 'Genotype display name'),
      effectiveDateTime: before(anchor, 90),
      issued: `${before(anchor, 80)}T09:00:00Z`,
      performer: [{ display: 'Acceptance Laboratory (synthetic)' }],
      valueCodeableConcept: { text: value },
      component: [
        {
          code: concept(LOINC, '48018-6', 'Gene studied [ID]'),
          valueCodeableConcept: concept('http://www.genenames.org', hgnc, gene),
        },
      ],
    })),
    ...(patient.takes ?? []).map(({ drug, rxnorm }, index) => ({
      resourceType: 'MedicationRequest',
      ...common(`drug-${index}`),
      status: 'active',
      intent: 'order',
      authoredOn: before(anchor, 30),
      medicationCodeableConcept: concept('http://www.nlm.nih.gov/research/umls/rxnorm', rxnorm, drug),
    })),
    ...weight,
  ];
}

function weightOf(value: number, common: object, anchor: string): Json {
  return {
    resourceType: 'Observation',
    ...common,
    status: 'final',
    category: [{ coding: [{ system: OBSERVATION_CATEGORY, code: 'vital-signs' }] }],
    code: concept(LOINC, '29463-7', 'Body weight'),
    effectiveDateTime: before(anchor, 2),
    valueQuantity: { value, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
  };
}

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

const before = (day: string, days: number): string => plusDays(day, -days);

/** Every date of the chart, the birth date too, moved by the same days: ages and "three days ago" stay what they were. */
function moved(chart: SyntheticChart, days: number): SyntheticChart {
  const shift = (value: unknown): unknown => {
    if (typeof value === 'string')
      return /^\d{4}-\d{2}-\d{2}(T|$)/.test(value) ? `${plusDays(value.slice(0, 10), days)}${value.slice(10)}` : value;
    if (Array.isArray(value)) return value.map(shift);
    if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shift(member)]));
    return value;
  };
  return { ...chart, resources: chart.resources.map((resource) => shift(resource) as Json) };
}
