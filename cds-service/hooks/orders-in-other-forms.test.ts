import { describe, expect, it } from 'vitest';
import { loadClinic } from '../clinic.ts';
import type { HookRequest, Json } from './hook-request.ts';
import { readDraftOrders, type DraftOrders } from './draft-orders.ts';
import { orderInService } from './orders-in-other-forms.ts';

const { drugsNamed } = await loadClinic();
const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const subject = { reference: 'Patient/p1' };
const coded = { coding: [{ system: RXNORM, code: '309362' }] };
const service = (content: Json): Json => ({
  resourceType: 'ServiceRequest',
  id: 's',
  status: 'draft',
  intent: 'order',
  subject,
  ...content,
});
const drugOf = (content: Json): unknown => orderInService(service(content), drugsNamed)?.medicationCodeableConcept;

describe('a service request that asks for a drug', () => {
  it.each<[string, Json]>([
    ['a code of RxNorm', { code: coded }],
    ['a code of ATC', { code: { coding: [{ system: 'http://www.whocc.no/atc', code: 'B01AC04' }] } }],
    ['the code one level further in (R5)', { code: { concept: coded } }],
    ['the drug in the detail of a chemotherapy', { code: { text: 'Chemotherapy' }, orderDetail: [coded] }],
    ['a product in words', { code: { text: 'Clopidogrel 75 mg tablet' } }],
    ['an infusion', { code: { text: 'Intravenous infusion of irinotecan' } }],
    ['a cycle of a regimen', { code: { text: 'FOLFIRI cycle 1' } }],
    ['a regimen by its name alone', { code: { text: 'FOLFOX' } }],
    ['a bare name', { code: { text: 'Clopidogrel' } }],
    ['a bare name with its salt', { code: { text: 'Metoprolol succinate' } }],
    ['a bare brand', { code: { text: 'Plavix' } }],
    [
      'a substance of SNOMED CT',
      { code: { coding: [{ system: 'http://snomed.info/sct', code: '1', display: 'Clopidogrel (substance)' }] } },
    ],
    [
      'a product of SNOMED CT',
      { code: { coding: [{ system: 'http://snomed.info/sct', code: '1', display: 'Product containing lithium (medicinal product)' }] } },
    ],
    ['a measured drug with a dose in the detail', { code: { text: 'Lithium' }, orderDetail: [{ text: '300 mg PO twice daily' }] }],
    ['a measured drug with an amount', { code: { text: 'Phenytoin' }, quantityQuantity: { value: 300, unit: 'mg' } }],
    [
      'a name that no table holds, with its dose, among what is given',
      { category: [{ text: 'Medication' }], code: { text: 'Xyzovir 300 mg' } },
    ],
    ['an unknown name of an anticancer drug, among what is given', { category: [{ text: 'Infusion' }], code: { text: 'Zyxotinib' } }],
    ['a bare name among what is given', { category: [{ text: 'Medication administration' }], code: { text: 'Clopidogrel' } }],
  ])('%s', (_name, content) => {
    expect(drugOf(content)).toBeDefined();
  });

  it.each<[string, Json]>([
    ['a level', { code: { text: 'Warfarin level' } }],
    ['a bare name, which is mostly a level', { code: { text: 'Lithium' } }],
    ['its short form', { code: { text: 'Tacro' } }],
    ['another drug that is commonly measured', { code: { text: 'Valproic acid' } }],
    ['a clinic named after it', { code: { text: 'Warfarin clinic' } }],
    ['a gene', { code: { text: 'CYP2C19' } }],
    ['a surgery', { code: { text: "Hartmann's procedure" } }],
    ['a genotype before a drug', { code: { text: 'DPYD genotype before fluorouracil 400 mg/m2' } }],
    ['a talk about it', { code: { text: 'Chemotherapy education capecitabine' } }],
    ['an advice against it', { code: { text: 'Hold clopidogrel 75 mg 5 days' } }],
    ['a line for it', { code: { text: 'PICC line for fluorouracil infusion' } }],
    ['a measurement by its code', { code: { coding: [{ system: 'http://loinc.org', code: '1', display: 'clopidogrel 75 mg dose' }] } }],
    ['a laboratory order by its category', { category: [{ coding: [{ code: '108252007' }] }], code: coded }],
    ['one that is revoked', { status: 'revoked', code: coded }],
    ['one that says not to', { doNotPerform: true, code: coded }],
    ['a visit among what is given', { category: [{ text: 'Infusion' }], code: { text: 'Infusion visit 60 min' } }],
    ['a review', { category: [{ text: 'Medication' }], code: { text: 'Medication review' } }],
    ['water', { category: [{ text: 'Infusion' }], code: { text: 'Hydration 1000 ml' } }],
    ['blood', { category: [{ text: 'Infusion' }], code: { text: 'Packed red cells 2 units' } }],
    ['an unknown name with a dose elsewhere', { code: { text: 'Xyzovir 300 mg' } }],
    ['an examination', { code: { text: 'MRI of brain' } }],
  ])('none in %s', (_name, content) => {
    expect(drugOf(content)).toBeUndefined();
  });
});

function read(resources: readonly unknown[], selections?: readonly string[]): DraftOrders {
  const request: HookRequest = {
    hook: selections === undefined ? 'order-sign' : 'order-select',
    hookInstance: 'i',
    patientId: 'p1',
    draftOrders: { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) },
    ...(selections === undefined ? {} : { selections }),
    prefetch: {},
    looksLikeEpic: false,
  };
  return readDraftOrders(request, [], drugsNamed);
}
const order = (id: string, text = 'clopidogrel 75 mg'): Json => ({
  resourceType: 'MedicationRequest', id, status: 'draft', intent: 'order', subject, medicationCodeableConcept: { text },
}); // prettier-ignore
const plan = (content: Json): Json => ({ resourceType: 'CarePlan', id: 'cp', status: 'draft', intent: 'plan', subject, ...content });
const set = (content: Json): Json => ({ resourceType: 'RequestGroup', id: 'rg', status: 'draft', intent: 'plan', subject, ...content });
const drugs = ({ resources }: DraftOrders): unknown[] =>
  resources.map(({ medicationCodeableConcept: concept, medicationReference: reference }) => concept ?? reference);

describe('drugs in plans and order sets', () => {
  it.each<[string, Json, unknown]>([
    ['a product of a step', plan({ activity: [{ detail: { status: 'scheduled', productCodeableConcept: coded } }] }), coded],
    ['a Medication of a step', plan({ activity: [{ detail: { productReference: { reference: '#m' } } }] }), { reference: '#m' }],
    ['a step in words', plan({ activity: [{ detail: { code: { text: 'clopidogrel 75 mg' } } }] }), { text: 'clopidogrel 75 mg' }],
    ['an action in words', set({ action: [{ action: [{ title: 'Clopidogrel 75 mg daily' }] }] }), { text: 'Clopidogrel 75 mg daily' }],
    ['the heading of a plan without steps', plan({ title: 'CAPOX adjuvant' }), { text: 'CAPOX adjuvant' }],
    ['the code of an order set without steps', set({ code: { text: 'FOLFOX' } }), { text: 'FOLFOX' }],
    [
      'a step in its description',
      plan({ activity: [{ detail: { kind: 'ServiceRequest', description: 'capecitabine 1000 mg/m2 PO' } }] }),
      { text: 'capecitabine 1000 mg/m2 PO' },
    ],
    ['a service request inside', set({ contained: [service({ code: coded })], action: [{ resource: { reference: '#s' } }] }), coded],
    ['a DSTU2 order inside', set({ contained: [{ resourceType: 'MedicationOrder', id: 'o', medicationCodeableConcept: coded }] }), coded],
  ])('%s', (_name, group, expected) => {
    const found = read([group]);
    expect([drugs(found), found.concerned]).toEqual([[expected], ['urn:genehook:order:1.1']]);
  });

  it.each<[string, Json]>([
    ['is over', { status: 'completed', productCodeableConcept: coded }],
    ['is not to be done', { doNotPerform: true, productCodeableConcept: coded }],
    ['names a laboratory test', { code: { text: 'Warfarin level' } }],
    ['speaks of the drug in its description', { code: { text: 'Blood count' }, description: 'before each cycle of FOLFOX' }],
  ])('a step that %s is none', (_name, detail) => {
    expect(read([plan({ activity: [{ detail }] })]).concerned).toEqual([]);
  });

  it.each<[string, Json]>([
    ['a plan whose heading names no drug', plan({ title: 'Anticoagulation plan' })],
    ['laboratory tests before one', plan({ title: 'FOLFOX pre-treatment labs' })],
    ['a plan that is over', plan({ title: 'FOLFOX', status: 'revoked' })],
    ['a set whose steps stand elsewhere', set({ code: { text: 'FOLFOX' }, action: [{ resource: { reference: 'ServiceRequest/1' } }] })],
  ])('%s is none', (_name, group) => expect(read([group]).concerned).toEqual([]));

  it.each<[string, Json]>([
    ['no type', {}],
    ['its type in small letters', { resourceType: 'medicationrequest' }],
  ])('an order that has %s is one, where it names a medication', (_name, type) => {
    const { resourceType: _type, ...rest } = order('a');
    expect(read([{ ...rest, ...type }]).concerned).toEqual(['MedicationRequest/a']);
    expect(read([{ ...type, id: 'b', code: { text: 'Blood count' } }]).concerned).toEqual([]);
  });

  it('a medication in a kind of resource that nobody knows is told', () => {
    expect(read([{ ...order('a'), resourceType: 'Prescription' }])).toMatchObject({ concerned: [], notRead: 1 });
  });

  it.each([
    ['a plan of FHIR R5', plan({ activity: [{ plannedActivityReference: { reference: 'MedicationRequest/b' } }] })],
    ['an address of the call', set({ action: [{ resource: { reference: 'urn:uuid:0b6e8a9c-0000-4000-8000-000000000001' } }] })],
    ['a contained order that is not there', set({ action: [{ resource: { reference: '#b' } }] })],
  ])('an order that was not sent is told: %s', (_name, group) => {
    expect(read([group]).notSent).toBe(1);
  });

  it('an order set that is selected: the orders that it points to are meant', () => {
    const group = set({ action: [{ resource: { reference: 'MedicationRequest/a' } }] });
    expect(read([group, order('a'), order('b')], ['RequestGroup/rg']).concerned).toEqual(['MedicationRequest/a']);
  });

  it.each(['#c2', 'RequestGroup/rg#c2', 'MedicationRequest/c2'])('%s selects one order of the set', (selection) => {
    const found = read([set({ contained: [order('c1'), order('c2', 'codeine')] })], [selection]);
    expect(found.concerned).toEqual(['urn:genehook:order:1.2']);
  });

  it('a Medication that is selected means the orders that may name it', () => {
    const medication = { resourceType: 'Medication', id: 'm', code: { text: 'clopidogrel' } };
    expect(read([order('a'), medication], ['Medication/m']).concerned).toEqual(['MedicationRequest/a']);
    expect(read([medication], ['Medication/m']).notSent).toBe(1);
  });

  it('a Bundle in the place of an entry holds entries of the call', () => {
    const bundle = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: order('a') }] };
    expect(read([bundle]).concerned).toEqual(['MedicationRequest/a']);
  });

  it('a drug for another patient is refused in every form', () => {
    const other = { reference: 'Patient/p2' };
    const found = read([service({ code: coded, subject: other }), plan({ subject: other, activity: [{ detail: { productCodeableConcept: coded } }] })]);
    expect([found.concerned, found.otherPatient]).toEqual([[], 2]);
  }); // prettier-ignore
});

describe('the dose of an order in another form', () => {
  const dose = (resource: Json): unknown => read([resource]).resources[0]?.dosageInstruction;
  const daily = { repeat: { frequency: 1, period: 1, periodUnit: 'd' } };
  const amount = { value: 75, unit: 'mg' };
  it.each<[string, Json, unknown]>([
    ['the detail of a service', service({ code: coded, orderDetail: [{ text: '75 mg PO daily' }] }), [{ text: '75 mg PO daily' }]],
    [
      'the amount and the timing of a service',
      service({ code: coded, quantityQuantity: amount, occurrenceTiming: daily }),
      [{ doseAndRate: [{ doseQuantity: amount }], timing: daily }],
    ],
    [
      'the description of a step',
      plan({ activity: [{ detail: { productCodeableConcept: coded, description: '75 mg daily' } }] }),
      [{ text: '75 mg daily' }],
    ],
    [
      'the daily amount of a step',
      plan({ activity: [{ detail: { productCodeableConcept: coded, dailyAmount: amount } }] }),
      [{ doseAndRate: [{ doseQuantity: amount }], timing: daily }],
    ],
    [
      'the words of an order set',
      set({ action: [{ title: 'Clopidogrel', description: '75 mg by mouth once daily' }] }),
      [{ text: '75 mg by mouth once daily' }],
    ],
    ['none where none is said', service({ code: coded }), undefined],
    ['a quantity that is no mass', service({ code: coded, quantityQuantity: { value: 30, unit: 'tablets' } }), undefined],
  ])('%s', (_name, resource, expected) => {
    expect(dose(resource)).toEqual(expected);
  });
});

describe('a service among what is given whose drug stands in its note alone', () => {
  const told = (name: string) => ({ text: `${name} (its drug stands in a note alone)` });
  it.each<[string, Json, string]>([
    ['a cycle of chemotherapy', { code: { text: 'Chemotherapy' }, note: [{ text: 'Start FOLFOX' }] }, 'Chemotherapy'],
    ['for the patient', { category: [{ text: 'Medication' }], patientInstruction: 'clopidogrel 75 mg daily' }, 'Medication'],
    ['an infusion', { code: { text: 'Infusion' }, note: { text: 'irinotecan 180 mg/m2' } }, 'Infusion'],
  ])('%s is an order that cannot be read', (_, content, name) => expect(drugOf(content)).toEqual(told(name)));

  it.each<[string, Json]>([
    ['without a drug', { code: { text: 'Chemotherapy' }, note: [{ text: 'bring snacks' }] }],
    ['a level', { category: [{ text: 'Medication' }], code: { text: 'Tacrolimus level' }, note: [{ text: 'tacrolimus 5 mg daily' }] }],
    ['a review', { category: [{ text: 'Medication' }], code: { text: 'Medication review' }, note: [{ text: 'clopidogrel 75 mg daily' }] }],
    ['another service', { code: { text: 'Physiotherapy' }, note: [{ text: 'clopidogrel 75 mg daily' }] }],
    ['what is stopped', { code: { text: 'Infusion' }, note: [{ text: 'stop clopidogrel 75 mg' }] }],
    [
      'the laboratory',
      { category: [{ coding: [{ code: '108252007' }] }], code: { text: 'Infusion' }, note: [{ text: 'clopidogrel 75 mg' }] },
    ],
  ])('%s: no order', (_, content) => expect(drugOf(content)).toBeUndefined());
});
