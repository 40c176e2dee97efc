/** Charts in short form: what a case of a public source holds, as FHIR. Built on the shapes of test/reading; every patient is made up. */
import { hgnc, loinc, observation, snomed, words, type Resource } from '../reading/resources.ts';

export { loinc, snomed, words, type Resource };

interface Coding {
  readonly system?: string;
  readonly code?: string;
  readonly display?: string;
}
export interface Concept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}
interface Amount {
  readonly value: number;
  readonly unit?: string;
  readonly code?: string;
  readonly comparator?: string;
  readonly system?: string;
}
/** A text is a valueString, a concept a valueCodeableConcept, `{ value, unit }` a valueQuantity; `{ valueX: … }` stands for itself. */
export type Value = string | number | boolean | Concept | Amount | Resource | null;
/** A LOINC code by its form ("48018-6"), else words, else the concept itself. */
export type Code = string | Concept;

export const HGVS = 'http://varnomen.hgvs.org';
export const ICDO3 = 'http://terminology.hl7.org/CodeSystem/icd-o-3';
export const ICD10CM = 'http://hl7.org/fhir/sid/icd-10-cm';
export const NCIT = 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl';
export const INTERPRETATION = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
export const TBD = 'http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs';
export const SEQUENCE_ONTOLOGY = 'http://www.sequenceontology.org';

export const LUNG = 'Adenocarcinoma of lung';
export const COLON = 'Colon adenocarcinoma';
export const BREAST = 'Invasive ductal carcinoma of breast';
export const OVARY = 'High grade serous ovarian carcinoma';
export const MELANOMA = 'Cutaneous melanoma';
export const AML = 'Acute myeloid leukemia';
export const GIST = 'Gastrointestinal stromal tumor';

export const PRESENT = loinc('LA9633-4', 'Present');
export const ABSENT = loinc('LA9634-2', 'Absent');
export const POSITIVE = snomed('10828004', 'Positive');
export const NEGATIVE = snomed('260385009', 'Negative');
export const SOMATIC = loinc('LA6684-0', 'Somatic');
export const GERMLINE = loinc('LA6683-2', 'Germline');

/** Ids of the HUGO Gene Nomenclature Committee (genenames.org). */
const HGNC = {
  ABL1: 76, AKT1: 391, ALK: 427, BAP1: 950, BRAF: 1097, BRCA1: 1100, BRCA2: 1101, CD274: 17635, CDKN2A: 1787, CLDN18: 2039,
  CYP2C19: 2621, CYP2C9: 2623, CYP2D6: 2625, EGFR: 3236, ERBB2: 3430, ESR1: 3467, FGFR2: 3689, FGFR3: 3690, FLT3: 3765, FOLR1: 3791,
  'HLA-B': 4932, IDH1: 5382, IDH2: 5383, KIT: 6342, KMT2A: 7132, KRAS: 6407, MET: 7029, MKI67: 7107, MLH1: 7127, MS4A1: 7315, MSH2: 7325,
  MSH6: 7329, MTAP: 7413, MYCN: 7559, NPM1: 7910, NRAS: 7989, NTRK1: 8031, PALB2: 26144, PDGFRA: 8803, PGR: 8910, PIK3CA: 8975,
  PMS2: 9122, PTEN: 9588, RET: 9967, ROS1: 10261, STRN: 11424, TACSTD2: 11530, TP53: 11998, WT1: 12796, BCORL1: 25657,
} as const; // prettier-ignore
export type Gene = keyof typeof HGNC;

export const coded = (system: string, code: string, display?: string, text?: string): Concept => ({
  coding: [{ system, code, ...(display === undefined ? {} : { display }) }],
  ...(text === undefined ? {} : { text }),
});
/** One concept of several codes: "8140/3" beside "C34.1". */
export const alsoCoded = (...concepts: readonly Concept[]): Concept => ({ coding: concepts.flatMap(({ coding = [] }) => coding) });
export const named = (concept: Concept, text: string): Concept => ({ ...concept, text });
export const hgvs = (name: string): Concept => coded(HGVS, name, name);
export const interpreted = (code: string, display?: string) => ({ interpretation: [coded(INTERPRETATION, code, display)] });

const concept = (code: Code): Concept => (typeof code !== 'string' ? code : /^\d+-\d$/.test(code) ? loinc(code) : words(code));

function value(given: Value): Resource {
  if (given === null) return {};
  if (typeof given === 'string') return { valueString: given };
  if (typeof given === 'number') return { valueQuantity: { value: given } };
  if (typeof given === 'boolean') return { valueBoolean: given };
  if ('coding' in given || 'text' in given) return { valueCodeableConcept: given };
  return 'value' in given ? { valueQuantity: given } : (given as Resource);
}
export const percent = (amount: number): Amount => ({ value: amount, unit: '%', system: 'http://unitsofmeasure.org', code: '%' });

/** An Observation, numbered when the chart is put together. */
export const result = (code: Code, given: Value, more: Resource = {}): Resource =>
  observation('', concept(code), { ...value(given), ...more });
export const has = (code: Code, given: Value): Resource => ({ code: concept(code), ...value(given) });
export const gene = (symbol: Gene): Resource => has('48018-6', hgnc(`HGNC:${HGNC[symbol]}`, symbol));
export const geneConcept = (symbol: Gene, system = 'http://www.genenames.org/geneId', display: string = symbol): Concept =>
  coded(system, `HGNC:${HGNC[symbol]}`, display);

/** The component of a change's name: a protein name, else a coding name. */
export const change = (name: string): Resource => has(/(?:^|:)[cn]\./.test(name) ? '48004-6' : '48005-3', hgvs(name));
/** 69548-6 "Present" with its components. */
export const variantOf = (components: readonly Resource[], more: Resource = {}): Resource =>
  result('69548-6', PRESENT, { component: components, ...more });
export const found = (symbol: Gene, name: string, ...components: readonly Resource[]): Resource =>
  variantOf([gene(symbol), change(name), ...components]);

const status = (kind: string, code: string): Concept => coded(`http://terminology.hl7.org/CodeSystem/condition-${kind}`, code);
export const tumour = (code: Code, more: Resource = {}): Resource => ({
  resourceType: 'Condition',
  clinicalStatus: status('clinical', 'active'),
  verificationStatus: status('ver-status', 'confirmed'),
  code: concept(code),
  subject: { reference: 'Patient/p1' },
  ...more,
});
export const site = (code: Code): Resource => ({ bodySite: [concept(code)] });
export const stage = (...summaries: readonly Code[]): Resource => ({ stage: summaries.map((summary) => ({ summary: concept(summary) })) });

export const diagnosticReport = (code: Code, more: Resource = {}): Resource => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  category: [coded('http://terminology.hl7.org/CodeSystem/v2-0074', 'GE')],
  code: concept(code),
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-10-01',
  ...more,
});
/** Results with ids of their own and the report that holds them. */
export function reported(code: Code, results: readonly Resource[], more: Resource = {}): readonly Resource[] {
  const numbered = results.map((one, at) => ({ ...one, id: `r${at}` }));
  return [...numbered, diagnosticReport(code, { result: numbered.map(({ id }) => ({ reference: `Observation/${id}` })), ...more })];
}

export const drugOrder = (medication: string | Resource): Resource => ({
  resourceType: 'MedicationRequest',
  id: 'order',
  status: 'draft',
  intent: 'order',
  subject: { reference: 'Patient/p1' },
  ...(typeof medication === 'string' ? { medicationCodeableConcept: { text: medication } } : medication),
});

/** The Bundle of a chart: ids where none is, and the patient. */
export function chartOf(resources: readonly Resource[], person: Resource = {}): Resource {
  const patient: Resource = { resourceType: 'Patient', id: 'p1', birthDate: '1960-05-01', gender: 'female', ...person };
  const numbered = resources.map((one, at) => (one['id'] === undefined || one['id'] === '' ? { ...one, id: `x${at}` } : one));
  const entry = [patient, ...numbered].map((resource) => ({
    resource: { ...resource, meta: { tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }] } },
  }));
  return { resourceType: 'Bundle', type: 'collection', entry };
}
