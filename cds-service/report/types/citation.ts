/** Where a statement comes from: what was read in the chart, what was published, and codes. */
/** FHIR reference of what was read, with its date and laboratory. */
export interface Evidence {
  reference: string;
  issued?: string;
  lab?: string;
}

/** Where a statement comes from: guideline, label or evidence item, with its version where there is one. */
export interface Citation {
  label: string;
  url: string;
  pmid?: string;
  version?: string;
}

/** A code with its system and its words. */
export interface Coding {
  system: string;
  code: string;
  display: string;
}
