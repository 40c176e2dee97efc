/** What several parts of a report share. Change it together with `types/citation.ts`. */
import { shape, string } from './words.ts';

export const commonSchema = {
  evidence: shape({ reference: string, issued: string, lab: string }, ['issued', 'lab']),
  citation: shape({ label: string, url: string, pmid: string, version: string }, ['pmid', 'version']),
  drug: shape({ name: string, rxnorm: string }),
};
