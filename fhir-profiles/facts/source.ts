/** Where a fact was read, and codes as found. */
/** Where a fact was read: FHIR reference, date of the result, and the laboratory when the resource names one. */
export interface Source {
  /** FHIR reference as it can be found again: `Observation/abc`, `urn:uuid:…`, `DiagnosticReport/r#contained-id`. */
  readonly reference: string;
  /** Date of the result (issued, else effective, else recorded), ISO 8601. */
  readonly issued?: string;
  readonly lab?: string;
}

/** A code as found in a resource; `system` is normalised (OID aliases become the canonical URL). */
export interface Code {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

/** A resource, or a part of one, that was seen and not used, and why. Same shape as the report's `warnings`. */
export interface DataWarning {
  readonly code: 'wrong-patient' | 'not-final' | 'conflict' | 'unparsed' | 'unknown-drug' | 'stale' | 'missing' | (string & {});
  /** Plain sentence for a clinician; names no patient. */
  readonly message: string;
  readonly reference?: string;
  /** Genes that it is about, where it names them: pharmacogenes and genes of the tumour. */
  readonly genes?: readonly string[];
  /** Genes, and markers of the tumour, whose result is on its way: the resource is preliminary or registered. */
  readonly pending?: readonly string[];
  /** A genetic report that is there as a document only, which is not read. */
  readonly document?: true;
  /** A genetic report that lists results which are not among the data: what they say is not known, and not missing. */
  readonly unfetched?: true;
  /** Such a report about the genes of drugs, which of them is not told. */
  readonly drugGenes?: true;
  /** About a result of genes or of a tumour that was not used: what is on file is not known, and not nothing. */
  readonly genomic?: true;
  /** What is decided on: nobody was chosen among several patients; several primaries, of which one is judged. */
  readonly about?: 'several-patients' | 'several-primaries';
}
