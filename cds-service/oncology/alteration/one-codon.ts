/** What a substitution inside one codon does to its residue, where every codon of that residue gives the same answer. */
import { parseCoding, type CodingChange } from '../../knowledge/oncology/notation/coding.ts';
import type { GeneModel } from '../../knowledge/oncology/types.ts';

/** NCBI genetic code 1 (standard), bases in the order T, C, A, G (https://www.ncbi.nlm.nih.gov/Taxonomy/Utils/wprintgc.cgi). */
const STANDARD = 'FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG';
const BASES = 'TCAG';
const CODONS: readonly (readonly [codon: string, residue: string])[] = [...STANDARD].map((residue, at) => [
  `${BASES[at >> 4] ?? ''}${BASES[(at >> 2) & 3] ?? ''}${BASES[at & 3] ?? ''}`,
  residue,
]);
const RESIDUE_OF = new Map(CODONS);

/**
 * `c.1799_1800delinsAA` of BRAF is V600E: the residue is valine, whose codons all begin with GT, and GAA is glutamic acid. What the known changes of
 * the codon make of it tells its bases further.
 * @returns one-letter name, null where the residue is not known, several answers are possible or nothing changes
 */
export function changeInOneCodon(change: CodingChange, model: GeneModel): string | null {
  const codon = codonOf(change);
  const residue = codon === null ? undefined : model.residues.get(codon);
  if (codon === null || residue === undefined) return null;
  const known = knownIn(codon, residue, model);
  const results = new Set(
    CODONS.filter(([triplet, own]) => own === residue && known.every(([other, to]) => translated(triplet, other) === to)).map(([triplet]) =>
      translated(triplet, change),
    ),
  );
  const [result] = results;
  return results.size === 1 && result !== undefined && result !== residue ? `${residue}${codon}${result}` : null;
}

/** The codon in which all of the change lies, which puts as many bases as it takes. */
function codonOf({ start, end, inserted, netBases }: CodingChange): number | null {
  if (start.base === null || end.base === null || start.base < 1 || start.offset !== 0 || end.offset !== 0 || netBases !== 0) return null;
  const codon = Math.ceil(start.base / 3);
  return codon === Math.ceil(end.base / 3) && inserted.length === end.base - start.base + 1 ? codon : null;
}

function translated(triplet: string, { start, inserted }: CodingChange): string | undefined {
  const from = ((start.base ?? 1) - 1) % 3;
  return RESIDUE_OF.get(`${triplet.slice(0, from)}${inserted.replaceAll('U', 'T')}${triplet.slice(from + inserted.length)}`);
}

/** Known changes of this codon with what they make of its residue. */
function knownIn(codon: number, residue: string, { byCoding }: GeneModel): readonly (readonly [CodingChange, string])[] {
  const prefix = `${residue}${codon}`;
  return [...byCoding].flatMap(([coding, name]) => {
    const to = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    const change = /^[A-Z*]$/.test(to) ? parseCoding(coding) : null;
    return change !== null && codonOf(change) === codon ? [[change, to] as const] : [];
  });
}
