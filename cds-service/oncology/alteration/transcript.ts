/**
 * Whether a coding name counts as the knowledge does. Laboratories number by MANE Select; the same number on another transcript may be another
 * codon (c.1001C>T is ABL1 T315I on NM_007313, not on NM_005157). Only what is shown to agree is read; the rest is told.
 */
import type { VariantFact } from '../../../fhir-profiles/index.ts';
import type { GeneModel } from '../../knowledge/oncology/types.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

type Numbering = Pick<GeneModel, 'mane' | 'enst' | 'transcript' | 'numbered' | 'elsewhere' | 'symbol'>;

/** MET is known here by the longer transcript, NM_000245 by its shift (`legacy.ts`). */
const ALSO_COUNTED: Readonly<Record<string, readonly string[]>> = {
  MET: ['NM_000245', 'NM_001127500', 'ENST00000318493', 'ENST00000397752'],
};

/** True where the transcript is not stated, is MANE Select, or is shown to count like it up to this codon. */
export function countsAlike(model: Numbering, transcript: string | undefined, codon: number): boolean {
  const name = accession(transcript);
  if (name === null) return true;
  if (isReference(model, name) || (entryOf(ALSO_COUNTED, model.symbol) ?? []).includes(name)) return true;
  return (entryOf(model.numbered, name) ?? 0) >= codon;
}

/** True where this very coding name is known to hold on the transcript. */
export function nameHolds(model: Numbering, transcript: string | undefined, coding: string): boolean {
  const name = accession(transcript);
  const elsewhere = entryOf(model.elsewhere, coding);
  if (name === null) return true;
  if (elsewhere !== undefined) return elsewhere.includes(name);
  return countsAlike(model, transcript, Math.ceil(Number(/\d+/.exec(coding)?.[0] ?? '0') / 3));
}

/** A stated version of MANE Select that is not the one on file: `["NM_005228.3", "NM_005228.5"]`. */
export function otherVersion(model: Numbering, transcript: string | undefined): readonly [string, string] | null {
  const stated = /(?:N[MR]_|ENST)\d+\.\d+/.exec(transcript ?? '')?.[0];
  if (stated === undefined) return null;
  const own = [model.mane, model.enst].find((name) => name !== null && accession(name) === accession(stated));
  return own === undefined || own === null || own === stated ? null : [stated, own];
}

/** The coding change is all that tells the change: no protein name was given. */
export function restsOnCoding({ cHgvs, pHgvs, names }: VariantFact): boolean {
  return cHgvs !== undefined && pHgvs === undefined && !names.some((name) => /\bp\.|\b[A-Z]\d{1,4}[A-Z]\b/.test(name));
}

function isReference({ mane, enst }: Numbering, name: string): boolean {
  return [mane, enst].some((own) => own !== null && accession(own) === name);
}

function accession(transcript: string | undefined): string | null {
  return /(?:[NX][MR]_|ENST)\d+/.exec(transcript ?? '')?.[0] ?? null;
}
