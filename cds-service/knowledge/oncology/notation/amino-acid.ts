import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

/** IUPAC amino acid codes. */
const ONE_LETTER: Readonly<Record<string, string>> = {
  ala: 'A', arg: 'R', asn: 'N', asp: 'D', cys: 'C', gln: 'Q', glu: 'E', gly: 'G', his: 'H', ile: 'I', leu: 'L',
  lys: 'K', met: 'M', phe: 'F', pro: 'P', ser: 'S', thr: 'T', trp: 'W', tyr: 'Y', val: 'V', sec: 'U', ter: '*', stop: '*',
}; // prettier-ignore
const THREE_LETTER: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ONE_LETTER)
    .filter(([three]) => three !== 'stop')
    .map(([three, one]) => [one, three.charAt(0).toUpperCase() + three.slice(1)]),
);
const THREE = /(ala|arg|asn|asp|cys|gln|glu|gly|his|ile|leu|lys|met|phe|pro|ser|thr|trp|tyr|val|sec|ter|stop)/gi;

/** Writes every three-letter code of a notation in one letter: `Glu746_Ala750del` → `E746_A750del`. */
export function toOneLetter(notation: string): string {
  return notation.replace(THREE, (three) => entryOf(ONE_LETTER, three.toLowerCase()) ?? three);
}

/** `L` → `Leu`; anything else comes back unchanged. */
export function toThreeLetter(residue: string): string {
  return entryOf(THREE_LETTER, residue) ?? residue;
}
