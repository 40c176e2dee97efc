/** The request of the speed figures: about 33 KB, order-sign, 40 Observations and 10 MedicationRequests; synthetic. */
const LOINC = 'http://loinc.org';
const subject = { reference: 'Patient/bench-1' };

function laboratory(index: number) {
  const kinds = [
    ['2160-0', 'Creatinine [Mass/volume] in Serum or Plasma', 0.9, 'mg/dL'],
    ['1742-6', 'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma', 24, 'U/L'],
    ['718-7', 'Hemoglobin [Mass/volume] in Blood', 13.4, 'g/dL'],
    ['777-3', 'Platelets [#/volume] in Blood by Automated count', 240, '10*3/uL'],
  ] as const;
  const [code, display, value, unit] = kinds[index % kinds.length] ?? kinds[0];
  return {
    resourceType: 'Observation',
    id: `lab-${index}`,
    status: 'final',
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] }],
    code: { coding: [{ system: LOINC, code, display }], text: display },
    subject,
    effectiveDateTime: `2026-0${(index % 9) + 1}-12T08:30:00Z`,
    performer: [{ display: 'Example Laboratory' }],
    valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
  };
}

function genotype(gene: string, hgnc: string, value: string, index: number) {
  return {
    resourceType: 'Observation',
    id: `genotype-${index}`,
    meta: { profile: ['http://hl7.org/fhir/uv/genomics-reporting/StructureDefinition/genotype'] },
    status: 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'GE' }] },
    ],
    code: { coding: [{ system: LOINC, code: '84413-4', display: 'Genotype display name' }] },
    subject,
    issued: '2026-03-02T10:00:00Z',
    performer: [{ display: 'Example Genetics Laboratory' }],
    valueCodeableConcept: { text: value },
    component: [
      {
        code: { coding: [{ system: LOINC, code: '48018-6', display: 'Gene studied [ID]' }] },
        valueCodeableConcept: { coding: [{ system: 'http://www.genenames.org', code: hgnc, display: gene }] },
      },
    ],
  };
}

function order(id: string, status: string, rxnorm: string, text: string) {
  return {
    resourceType: 'MedicationRequest',
    id,
    status,
    intent: 'order',
    subject,
    authoredOn: '2026-11-20',
    medicationCodeableConcept: { coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: rxnorm, display: text }], text },
    dosageInstruction: [{ text: 'once daily', timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } }, route: { text: 'oral' } }],
  };
}

const searchset = (resources: readonly { resourceType: string; id: string }[]) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: resources.length,
  entry: resources.map((resource) => ({ fullUrl: `https://ehr.example.org/R4/${resource.resourceType}/${resource.id}`, resource })),
});

export function benchRequest(): Record<string, unknown> {
  const genotypes = [
    genotype('CYP2C19', 'HGNC:2621', '*2/*2', 1),
    genotype('CYP2D6', 'HGNC:2625', '*4/*4', 2),
    genotype('TPMT', 'HGNC:12014', '*1/*1', 3),
    genotype('CYP2C9', 'HGNC:2623', '*1/*1', 4),
  ];
  const current = ['197361', '314076', '310798', '198211', '860975', '617312', '313782', '849727'];
  return {
    hook: 'order-sign',
    hookInstance: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
    context: {
      userId: 'Practitioner/bench',
      patientId: 'bench-1',
      draftOrders: {
        resourceType: 'Bundle',
        type: 'collection',
        entry: [
          { resource: order('draft-1', 'draft', '309362', 'clopidogrel 75 MG Oral Tablet') },
          { resource: order('draft-2', 'draft', '997287', 'codeine sulfate 30 MG Oral Tablet') },
        ],
      },
    },
    prefetch: {
      patient: { resourceType: 'Patient', id: 'bench-1', birthDate: '1961-05-04', gender: 'female', name: [{ text: 'Synthetic Bench' }] },
      genomics: searchset(genotypes),
      laboratory: searchset(Array.from({ length: 36 }, (_, index) => laboratory(index))),
      reports: null,
      conditions: null,
      medications: searchset(current.map((rxnorm, index) => order(`current-${index}`, 'active', rxnorm, `current medication ${index}`))),
      statements: null,
      procedures: null,
      allergies: null,
      vitals: null,
      consents: null,
    },
  };
}
