/** Code system URLs, each written once. OID aliases that EHRs send are folded into these by `normaliseSystem`. */
export const LOINC = 'http://loinc.org';
export const SNOMED = 'http://snomed.info/sct';
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
export const HGNC = 'http://www.genenames.org';
export const HGVS = 'http://varnomen.hgvs.org';
export const PHARMVAR = 'https://www.pharmvar.org';
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

const ALIASES: Readonly<Record<string, string>> = {
  'urn:oid:2.16.840.1.113883.6.1': LOINC,
  'urn:oid:2.16.840.1.113883.6.96': SNOMED,
  'urn:oid:2.16.840.1.113883.6.88': RXNORM,
  'urn:oid:2.16.840.1.113883.6.90': ICD10CM,
  'urn:oid:2.16.840.1.113883.6.43.1': ICDO3,
  'urn:oid:2.16.840.1.113883.6.69': NDC,
  'urn:oid:2.16.840.1.113883.6.281': HGNC,
  'urn:oid:2.16.840.1.113883.6.282': HGVS,
  'urn:oid:2.16.840.1.113883.6.73': ATC,
  'urn:oid:2.16.840.1.113883.4.9': UNII,
  'http://www.genenames.org/geneId': HGNC,
  'https://www.genenames.org': HGNC,
  'https://www.genenames.org/geneId': HGNC,
  'http://www.pharmvar.org': PHARMVAR,
  'https://loinc.org': LOINC,
  'http://fhir.de/CodeSystem/bfarm/atc': ATC,
  'http://fhir.de/CodeSystem/dimdi/atc': ATC,
};

/** The canonical URL of a code system: OIDs, http/https and trailing slashes no longer matter. */
export function normaliseSystem(system: string): string {
  const trimmed = system.trim().replace(/\/+$/, '');
  return (
    ALIASES[trimmed] ??
    ALIASES[trimmed.replace(/^urn:oid:/i, 'urn:oid:')] ??
    (/^\d+(\.\d+)+$/.test(trimmed) ? (ALIASES[`urn:oid:${trimmed}`] ?? trimmed) : trimmed)
  );
}
