import { describe, expect, it } from 'vitest';
import { readMedications } from './index.ts';
import { readWith } from '../testing/read-medication.ts';

const read = (...resources: readonly object[]) => readWith(readMedications, resources);

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const order = (rest: object) => ({
  resourceType: 'MedicationRequest',
  id: 'order',
  status: 'draft',
  intent: 'order',
  subject: { reference: 'Patient/p' },
  ...rest,
});

describe('clopidogrel however it is ordered', () => {
  it.each([
    ['RxNorm ingredient', { coding: [{ system: RXNORM, code: '32968' }] }],
    ['RxNorm clinical drug with text', { coding: [{ system: RXNORM, code: '309362', display: 'clopidogrel 75 MG Oral Tablet' }] }],
    ['capitals only', { text: 'CLOPIDOGREL BISULFATE 75 MG PO TABS' }],
    ['OID system', { coding: [{ system: 'urn:oid:2.16.840.1.113883.6.88', code: '32968' }] }],
  ])('%s', (_, medicationCodeableConcept) => {
    const { facts, warnings } = read(order({ medicationCodeableConcept }));
    expect(warnings).toEqual([]);
    expect(facts[0]).toMatchObject({ isOrder: true, role: 'draft', ingredients: [{ name: 'clopidogrel', rxnorm: '32968' }] });
  });
});

const clopidogrel = { coding: [{ system: RXNORM, code: '309362', display: 'clopidogrel 75 MG Oral Tablet' }] };
const ingredientNames = (facts: ReturnType<typeof read>['facts']) => facts.map((fact) => fact.ingredients.map((each) => each.name));

describe('an order that carries a code and nothing else', () => {
  const ATC = 'http://www.whocc.no/atc';
  it.each([
    ['codeine with paracetamol', ATC, 'N02AJ06', ['acetaminophen', 'codeine'], null],
    ['tramadol with paracetamol', ATC, 'N02AJ13', ['acetaminophen', 'tramadol'], null],
    ['simvastatin with ezetimibe', ATC, 'C10BA02', ['ezetimibe', 'simvastatin'], null],
    ['rifampicin, isoniazid and pyrazinamide', ATC, 'J04AM05', ['isoniazid', 'pyrazinamide', 'rifampin'], null],
    ['ibuprofen by mouth', ATC, 'M01AE01', ['ibuprofen'], null],
    ['ibuprofen on the skin', ATC, 'M02AA13', ['ibuprofen'], false],
    ['gentamicin in the eye', ATC, 'S01AA11', ['gentamicin'], false],
    ['paracetamol with codeine as an RxNorm clinical drug', RXNORM, '309462', ['acetaminophen', 'codeine'], true],
    ['fluorouracil cream as an RxNorm clinical drug', RXNORM, '105583', ['fluorouracil'], false],
    ['dexamethasone with tobramycin in the eye', RXNORM, '94334', ['dexamethasone', 'tobramycin'], false],
  ])('%s', (_, system, code, names, systemic) => {
    const { facts, warnings } = read(order({ medicationCodeableConcept: { coding: [{ system, code }] } }));
    expect(warnings).toEqual([]);
    expect([facts[0]?.ingredients.map(({ name }) => name), facts[0]?.systemic]).toEqual([names, systemic]);
  });

  it.each([
    ['an ATC code that leaves its substances open', ATC, 'B01AC30'],
    ['an NDC, of which the shipped table has none', 'http://hl7.org/fhir/sid/ndc', '00093-0050-01'],
    ['an RxNorm id that the table does not have', RXNORM, '99999999'],
  ])('%s is said to be not recognised', (_, system, code) => {
    const { facts, warnings } = read(order({ medicationCodeableConcept: { coding: [{ system, code }] } }));
    expect(facts[0]?.ingredients).toEqual([]);
    expect(warnings).toEqual([expect.objectContaining({ code: 'unknown-drug', message: expect.stringContaining(code) as string })]);
  });
});

describe('an order by the code of a system that is not read', () => {
  it.each([
    ['http://fhir.de/CodeSystem/ifa/pzn', 'pzn code 06312077'],
    ['https://dmd.nhs.uk', 'dmd.nhs.uk code 06312077'],
    ['https://www.gs1.org/gtin/', 'gtin code 06312077'],
    ['urn:oid:1.2.3.4', 'code 06312077'],
    ['http://ehr.example/12345', 'code 06312077'],
  ])('%s: shown as "%s"', (system, shown) => {
    const { facts, warnings } = read(order({ medicationCodeableConcept: { coding: [{ system, code: ' 06312077' }] } }));
    expect(facts[0]?.text).toBe(shown);
    expect(warnings).toEqual([expect.objectContaining({ code: 'unknown-drug', message: expect.stringContaining(shown) as string })]);
  });
});

describe('where the drug is written', () => {
  const medication = { resourceType: 'Medication', id: 'm', code: { coding: [{ system: RXNORM, code: '32968' }] } };
  it.each<[string, object[]]>([
    ['sibling Medication', [order({ medicationReference: { reference: 'Medication/m' } }), medication]],
    ['absolute reference', [order({ medicationReference: { reference: 'https://ehr.example/fhir/Medication/m' } }), medication]],
    [
      'contained Medication with a numeric id',
      [order({ contained: [{ ...medication, id: '7' }], medicationReference: { reference: '#7' } })],
    ],
    [
      'display of the reference only (Epic)',
      [order({ medicationReference: { reference: 'Medication/elsewhere', display: 'CLOPIDOGREL 75 MG PO TABS' } })],
    ],
    ['R5 medication.concept', [order({ medication: { concept: clopidogrel } })]],
    ['R5 medication.reference', [order({ medication: { reference: { reference: 'Medication/m' } } }), medication]],
    ['coding as an object instead of a list', [order({ medicationCodeableConcept: { coding: { system: RXNORM, code: '32968' } } })]],
    [
      'several RxNorm codes, a local and a GPI code first',
      [
        order({
          medicationCodeableConcept: {
            coding: [
              { system: 'urn:oid:2.16.840.1.113883.6.68', code: '85158020100320' },
              { system: 'https://fhir.ehr.example/synonym', code: '2757' },
              { system: RXNORM, code: '309362' },
              { system: RXNORM, code: '32968' },
            ],
            text: 'clopidogrel (PLAVIX) 75 mg tablet',
          },
        }),
      ],
    ],
    ['ATC', [order({ medicationCodeableConcept: { coding: [{ system: 'http://fhir.de/CodeSystem/bfarm/atc', code: 'B01AC04' }] } })]],
    [
      'ingredients listed by the Medication',
      [
        order({ medicationReference: { reference: 'Medication/mix' } }),
        { resourceType: 'Medication', id: 'mix', ingredient: [{ itemCodeableConcept: { coding: [{ system: RXNORM, code: '32968' }] } }] },
      ],
    ],
  ])('%s', (_, resources) => {
    const { facts, warnings } = read(...resources);
    expect(ingredientNames(facts)).toEqual([['clopidogrel']]);
    expect(warnings).toEqual([]);
  });

  it('an unknown drug, a placeholder and a class are said, with the reference', () => {
    for (const medicationCodeableConcept of [
      { text: 'Xyloquastin 10 mg' },
      { text: 'see instructions' },
      {},
      { coding: [{ system: 'http://www.whocc.no/atc', code: 'L02BG' }] },
    ]) {
      const { facts, warnings } = read(order({ medicationCodeableConcept }));
      expect(facts).toMatchObject([{ ingredients: [], systemic: null }]);
      expect(warnings).toMatchObject([{ code: 'unknown-drug', reference: 'MedicationRequest/order' }]);
    }
  });

  it('a Medication that is not in the data is said', () => {
    expect(read(order({ medicationReference: { reference: 'Medication/gone' } })).warnings[0]?.message).toContain('not in the data');
  });
});

it('a misspelt drug is not guessed, but asked about', () => {
  const { facts, warnings } = read(order({ medicationCodeableConcept: { text: 'CLOPIDOGRL 75 MG PO TABS' } }));
  expect(facts[0]?.ingredients).toEqual([]);
  expect(warnings[0]?.message).toContain('Did it mean clopidogrel?');
});

it.each([
  ['DSTU1: a name beside the code', { resourceType: 'Medication', id: 'm', name: 'Clopidogrel 75 mg' }],
  [
    'DSTU2: a display',
    { resourceType: 'Medication', id: 'm', product: { ingredient: [{ item: { reference: '#x', display: 'clopidogrel' } }] } },
  ],
])('reads the Medication of an older version: %s', (_, medication) => {
  const { facts } = read({
    ...order({}),
    resourceType: 'MedicationPrescription',
    medication: { reference: '#m' },
    contained: [medication],
  });
  expect(facts).toMatchObject([{ resourceType: 'MedicationRequest', isOrder: true, ingredients: [{ name: 'clopidogrel' }] }]);
});

it('reads a DSTU2 MedicationOrder like a MedicationRequest', () => {
  const { facts } = read({ ...order({ medicationCodeableConcept: clopidogrel, status: 'active' }), resourceType: 'MedicationOrder' });
  expect(facts).toMatchObject([
    { resourceType: 'MedicationRequest', isOrder: true, role: 'current', source: { reference: 'MedicationOrder/order' } },
  ]);
});

it.each<[string, object, number | undefined]>([
  ['extension with a number', { extension: [{ url: 'http://example.org/fhir/StructureDefinition/line-of-therapy', valueInteger: 2 }] }, 2],
  ['category in words', { category: [{ text: 'First-line therapy' }] }, 1],
  ['not stated', { category: [{ text: 'outpatient' }] }, undefined],
])('line of therapy: %s', (_, rest, line) => {
  expect(read(order({ medicationCodeableConcept: clopidogrel, ...rest })).facts[0]?.lineOfTherapy).toBe(line);
});

describe('a brand that means another drug in another country', () => {
  it.each([
    ['Norpramin 50 mg', ['desipramine', 'omeprazole']],
    ['Dilacor 180 mg', ['digoxin', 'diltiazem', 'verapamil']],
    ['CARTIA 100 MG', ['aspirin', 'diltiazem']],
  ])('%s: each is checked, and it is said', (text, drugs) => {
    const { facts, warnings } = read(order({ medicationCodeableConcept: { text } }));
    expect(ingredientNames(facts)).toEqual([drugs]);
    expect(facts[0]?.disputed).toBe(true);
    expect(warnings).toMatchObject([{ code: 'conflict', message: expect.stringContaining('depending on the country') as string }]);
  });

  it.each([
    ['the substance beside it', { text: 'desipramine (Norpramin) 50 mg' }, ['desipramine']],
    ['a code beside it', { coding: [{ system: RXNORM, code: '7646' }], text: 'Norpramin 20 mg' }, ['desipramine', 'omeprazole']],
    ['the name of one country alone', { text: 'Cartia XT 120 mg' }, ['diltiazem']],
  ])('%s tells which is meant', (_, medicationCodeableConcept, drugs) => {
    const { facts, warnings } = read(order({ medicationCodeableConcept }));
    expect(ingredientNames(facts)).toEqual([drugs]);
    expect(warnings.map(({ message }) => message).join()).not.toContain('depending on the country');
  });
});

describe('codes and words that disagree are both checked, and it is said', () => {
  it.each([
    [
      'code clopidogrel, text ticagrelor',
      { coding: [{ system: RXNORM, code: '32968' }], text: 'ticagrelor 90 mg tablet' },
      ['clopidogrel', 'ticagrelor'],
    ],
    [
      'code methotrexate, display mercaptopurine',
      { coding: [{ system: RXNORM, code: '6851', display: 'Mercaptopurine 50 MG Oral Tablet' }] },
      ['mercaptopurine', 'methotrexate'],
    ],
    [
      'code omeprazole, text esomeprazole',
      { coding: [{ system: RXNORM, code: '7646' }], text: 'esomeprazole 20 mg' },
      ['esomeprazole', 'omeprazole'],
    ],
    [
      'two ingredient codes without text',
      {
        coding: [
          { system: RXNORM, code: '32968' },
          { system: RXNORM, code: '11289' },
        ],
      },
      ['clopidogrel', 'warfarin'],
    ],
  ])('%s', (_, medicationCodeableConcept, expected) => {
    const { facts, warnings } = read(order({ medicationCodeableConcept }));
    expect(ingredientNames(facts)).toEqual([expected]);
    expect(facts[0]?.disputed).toBe(true);
    expect(warnings).toMatchObject([{ code: 'conflict', reference: 'MedicationRequest/order' }]);
  });

  it('a text that names one part of the coded combination is no disagreement', () => {
    const { facts, warnings } = read(
      order({ medicationCodeableConcept: { coding: [{ system: RXNORM, code: '309462' }], text: 'Codeine tablets' } }),
    );
    expect(ingredientNames(facts)).toEqual([['acetaminophen', 'codeine']]);
    expect(facts[0]?.disputed).toBeUndefined();
    expect(warnings).toEqual([]);
  });

  it('two strengths: neither is used', () => {
    const { facts, warnings } = read(order({ medicationCodeableConcept: { ...clopidogrel, text: 'clopidogrel 300 MG Oral Tablet' } }));
    expect(facts[0]?.strength).toBeUndefined();
    expect(warnings).toMatchObject([{ code: 'conflict' }]);
  });
});

it.each([
  ['RxNorm', 'http://www.nlm.nih.gov/research/umls/rxnorm', 309362, ['clopidogrel']],
  ['NDC, which may begin with zeros', 'http://hl7.org/fhir/sid/ndc', 63653117106, []],
])('a code of %s written as a number', (_name, system, code, expected) => {
  expect(read(order({ medicationCodeableConcept: { coding: [{ system, code }] } })).facts[0]?.ingredients.map(({ name }) => name)).toEqual(
    expected,
  );
});

describe('who takes it when', () => {
  const statement = (rest: object) => ({
    resourceType: 'MedicationStatement',
    id: 's',
    subject: { reference: 'Patient/p' },
    medicationCodeableConcept: clopidogrel,
    ...rest,
  });
  /** An active order of June with these timings. */
  const bounded = (...repeats: readonly object[]) => ({
    ...order({ medicationCodeableConcept: clopidogrel, status: 'active', authoredOn: '2026-06-01' }),
    dosageInstruction: repeats.map((repeat) => ({ timing: { repeat } })),
  });
  it.each<[string, object, string, boolean]>([
    ['draft order', order({ medicationCodeableConcept: clopidogrel }), 'draft', true],
    ['active order', order({ medicationCodeableConcept: clopidogrel, status: 'active' }), 'current', true],
    ['do not perform', order({ medicationCodeableConcept: clopidogrel, status: 'active', doNotPerform: true }), 'not-taken', false],
    ['an order to hold it', order({ medicationCodeableConcept: { ...clopidogrel, text: 'Hold clopidogrel' } }), 'not-taken', false],
    [
      'an order that it is on for a limit',
      order({ medicationCodeableConcept: { text: 'Hold clopidogrel if platelets < 50' } }),
      'draft',
      true,
    ],
    ['stopped order', order({ medicationCodeableConcept: clopidogrel, status: 'stopped' }), 'past', false],
    ['cancelled order', order({ medicationCodeableConcept: clopidogrel, status: 'cancelled' }), 'not-taken', false],
    ['order whose last day is over', bounded({ boundsPeriod: { start: '2024-01-01', end: '2024-03-01' } }), 'past', true],
    ['one step over, the next without an end', bounded({ boundsPeriod: { end: '2024-03-01' } }, { frequency: 1 }), 'current', true],
    ['fourteen days since June', bounded({ boundsDuration: { value: 14, code: 'd' } }), 'past', true],
    ['two years since June', bounded({ boundsDuration: { value: 2, code: 'a' } }), 'current', true],
    [
      'fourteen days since June, to be repeated',
      { ...bounded({ boundsDuration: { value: 14, code: 'd' } }), dispenseRequest: { numberOfRepeatsAllowed: 3 } },
      'current',
      true,
    ],
    [
      'prescription that may no longer be dispensed',
      { ...bounded({ frequency: 1 }), dispenseRequest: { validityPeriod: { end: '2026-01-01' } } },
      'current',
      true,
    ],
    ['active plan', order({ medicationCodeableConcept: clopidogrel, status: 'active', intent: 'plan' }), 'draft', true],
    ['active statement', statement({ status: 'active' }), 'current', false],
    ['statement that ended', statement({ status: 'active', effectivePeriod: { start: '2026-01-01', end: '2026-03-01' } }), 'past', false],
    ['statement not taken', statement({ status: 'not-taken' }), 'not-taken', false],
    ['STU3 taken n', statement({ status: 'active', taken: 'n' }), 'not-taken', false],
    ['STU3 taken n, and completed', statement({ status: 'completed', taken: 'n' }), 'not-taken', false],
    ['STU3 taken y, and completed', statement({ status: 'completed', taken: 'y' }), 'past', false],
    ['DSTU2 was not taken', statement({ status: 'active', wasNotTaken: true }), 'not-taken', false],
    ['DSTU2 was taken', statement({ status: 'active', wasNotTaken: false }), 'current', false],
    [
      'STU3 dose not given',
      { ...statement({ status: 'completed', notGiven: true }), resourceType: 'MedicationAdministration' },
      'not-taken',
      false,
    ],
    [
      'DSTU2 dose not given',
      { ...statement({ status: 'completed', wasNotGiven: true }), resourceType: 'MedicationAdministration' },
      'not-taken',
      false,
    ],
    [
      'given dose',
      { ...statement({ status: 'completed', effectiveDateTime: '2026-10-31' }), resourceType: 'MedicationAdministration' },
      'past',
      false,
    ],
    [
      'recent supply',
      {
        ...statement({ status: 'completed', whenHandedOver: '2026-10-20', daysSupply: { value: 30 } }),
        resourceType: 'MedicationDispense',
      },
      'current',
      false,
    ],
    [
      'old supply',
      {
        ...statement({ status: 'completed', whenHandedOver: '2026-01-20', daysSupply: { value: 30 } }),
        resourceType: 'MedicationDispense',
      },
      'past',
      false,
    ],
  ])('%s', (_, resource, role, isOrder) => {
    const { facts, warnings } = read(resource);
    expect(facts).toMatchObject([{ role, isOrder }]);
    expect(warnings).toEqual([]);
  });

  it('an order without status is checked like a draft, with a warning; entered in error never becomes a fact', () => {
    expect(read(order({ medicationCodeableConcept: clopidogrel, status: undefined }))).toMatchObject({
      facts: [{ isOrder: true, role: 'draft' }],
      warnings: [{ code: 'missing' }],
    });
    expect(read(order({ medicationCodeableConcept: clopidogrel, status: 'entered-in-error' }))).toMatchObject({
      facts: [],
      warnings: [{ code: 'not-final' }],
    });
  });
});

it('order of resources changes nothing, input is not changed', () => {
  const resources = [
    order({ id: 'a', medicationCodeableConcept: clopidogrel }),
    order({ id: 'b', medicationCodeableConcept: { text: 'Plavix 75 mg' } }),
    order({ id: 'c', medicationCodeableConcept: { text: 'unknownium' } }),
  ];
  const frozen = resources.map((resource) => Object.freeze(structuredClone(resource)));
  expect(read(...frozen.toReversed())).toEqual(read(...frozen));
  expect(frozen).toEqual(resources);
});
