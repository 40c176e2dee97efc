import { entryOf } from '../entry-of.ts';

/** Code system URLs, each written once. OID aliases that EHRs send are folded into these by `normaliseSystem`. */
export const LOINC = 'http://loinc.org';
export const SNOMED = 'http://snomed.info/sct';
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
export const HGNC = 'http://www.genenames.org';
export const HGVS = 'http://varnomen.hgvs.org';
const PHARMVAR = 'https://www.pharmvar.org';
export const DBSNP = 'http://www.ncbi.nlm.nih.gov/projects/SNP';
export const CLINVAR = 'http://www.ncbi.nlm.nih.gov/clinvar';
export const SEQUENCE_ONTOLOGY = 'http://www.sequenceontology.org';
export const ICD10CM = 'http://hl7.org/fhir/sid/icd-10-cm';
export const ICDO3 = 'http://terminology.hl7.org/CodeSystem/icd-o-3';
export const NDC = 'http://hl7.org/fhir/sid/ndc';
export const ATC = 'http://www.whocc.no/atc';
export const UNII = 'http://fdasis.nlm.nih.gov';
export const UCUM = 'http://unitsofmeasure.org';
export const ONCOTREE = 'http://oncotree.mskcc.org';
/** Every version of the Genomics Reporting guide keeps its local code systems below this. */
export const GENOMICS_REPORTING = 'http://hl7.org/fhir/uv/genomics-reporting/';

/** Other addresses of the same systems. */
const ALIASES: Readonly<Record<string, string>> = {
  'http://www.genenames.org/geneId': HGNC,
  'http://sequenceontology.org': SEQUENCE_ONTOLOGY,
  'http://www.whocc.no/atc_ddd_index': ATC,
  'http://fhir.de/CodeSystem/bfarm/atc': ATC,
  'http://fhir.de/CodeSystem/dimdi/atc': ATC,
};

/** Object identifiers, without `urn:oid:`. */
const OIDS: Readonly<Record<string, string>> = {
  '2.16.840.1.113883.6.1': LOINC,
  '2.16.840.1.113883.6.96': SNOMED,
  '2.16.840.1.113883.6.88': RXNORM,
  '2.16.840.1.113883.6.90': ICD10CM,
  '2.16.840.1.113883.6.43.1': ICDO3,
  '2.16.840.1.113883.6.69': NDC,
  '2.16.840.1.113883.6.281': HGNC,
  '2.16.840.1.113883.6.282': HGVS,
  '2.16.840.1.113883.6.73': ATC,
  '2.16.840.1.113883.4.9': UNII,
};

/**
 * Names of code systems in HL7 v2 messages (table 0396, https://terminology.hl7.org/CodeSystem-v2-0396.html), which interface engines pass on as they
 * are, and the plain names that others write; in capitals, without blanks, hyphens and underscores.
 */
const NAMES: Readonly<Record<string, string>> = {
  LN: LOINC, LNC: LOINC, LOINC: LOINC,
  SCT: SNOMED, SNOMED: SNOMED, SNOMEDCT: SNOMED,
  RXNORM: RXNORM, NDC: NDC, UNII: UNII, UCUM: UCUM, ATC: ATC,
  I10C: ICD10CM, ICD10CM: ICD10CM, ICD10: ICD10CM, I10: ICD10CM, ICDO3: ICDO3,
  HGNC: HGNC, HGVS: HGVS, DBSNP: DBSNP, CLINVAR: CLINVAR, PHARMVAR: PHARMVAR, ONCOTREE: ONCOTREE,
}; // prettier-ignore

const CANONICAL: readonly string[] = [
  LOINC,
  SNOMED,
  RXNORM,
  HGNC,
  HGVS,
  PHARMVAR,
  DBSNP,
  CLINVAR,
  SEQUENCE_ONTOLOGY,
  ICD10CM,
  ICDO3,
  NDC,
  ATC,
  UNII,
  UCUM,
  ONCOTREE,
];

/** http or https, capitals and a slash at the end make no other system. */
const addressOf = (system: string): string =>
  system
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '');

const BY_ADDRESS: ReadonlyMap<string, string> = new Map([
  ...CANONICAL.map((system) => [addressOf(system), system] as const),
  ...Object.entries(ALIASES).map(([alias, system]) => [addressOf(alias), system] as const),
]);
const AS_WRITTEN: ReadonlySet<string> = new Set(CANONICAL);

/** The canonical URL of a code system: OIDs, names of HL7 v2, http or https, capitals and trailing slashes no longer matter. */
export function normaliseSystem(system: string): string {
  if (AS_WRITTEN.has(system)) return system;
  const trimmed = system.trim().replace(/\/+$/, '');
  const oid = trimmed.replace(/^urn:oid:/i, '');
  const listed = entryOf(OIDS, oid);
  if (listed !== undefined) return listed;
  const name = trimmed
    .replace(/^urn:id:/i, '')
    .replace(/[\s_-]+/g, '')
    .toUpperCase();
  return entryOf(NAMES, name) ?? BY_ADDRESS.get(addressOf(trimmed)) ?? trimmed;
}
