/**
 * Markers that circulating DNA shows where it is shed and does not rule out where nothing is found: a negative companion test of plasma sends to
 * tissue (labels of P200010, P190032), and the inherited genome says nothing of the tumour.
 */
import { saysBlood, saysInherited, shedInto, SPECIMEN_NOT_ON_FILE } from '../../../fhir-profiles/codes/specimen-kinds.ts';
import type { BiomarkerFact } from '../../../fhir-profiles/index.ts';

const OF_DNA: ReadonlySet<string> = new Set(['MSI', 'HRD', 'LOH']);
/** What is found in shed DNA is in the tumour. */
const FOUND: ReadonlySet<string> = new Set(['high', 'unstable', 'positive', 'deficient']);

/** In what the marker was not found, so that it is not ruled out: "circulating tumour DNA"; null where the result stands as it is. */
export function notFoundOutside({ kind, status, specimen }: BiomarkerFact): string | null {
  if (specimen === undefined || !OF_DNA.has(kind) || (status !== undefined && FOUND.has(status))) return null;
  if (specimen === SPECIMEN_NOT_ON_FILE) return `a ${SPECIMEN_NOT_ON_FILE}`;
  const where = shedInto(specimen) ?? (saysBlood(specimen) ? 'blood' : null);
  if (where !== null) return where === 'blood' ? 'circulating tumour DNA' : where;
  return saysInherited(specimen) ? 'the germline' : null;
}
