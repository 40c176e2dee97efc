/**
 * Names of tests that look for several changes at once ("EGFR exon 20 insertion/T790M", "KIT exon 11/D816V", "MET exon 14 skipping or amplification"): a bare
 * "positive" tells that one of them is there, not which.
 */

const RESIDUE = '(?:Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val|[ACDEFGHIKLMNPQRSTVWY])';
const KINDS: readonly (readonly [kind: string, pattern: string])[] = [
  ['exon', String.raw`ex(?:on)?s?[\s-]?\d{1,2}(?:\s(?:in-?frame\s)?(?:deletions?|del|insertions?|ins|duplications?|dup|skipping))?(?:\s(?:mutations?|variants?|alterations?))?`],
  ['protein', String.raw`(?:p\.)?\(?${RESIDUE}\d{2,4}(?:_${RESIDUE}\d{2,4})?(?:delins[A-Z]*|del|dup|ins[A-Z]*|fs|${RESIDUE}|[*X])\)?(?:\s(?:mutations?|variants?))?`],
  ['structural', String.raw`(?:gene\s)?(?:fusions?|re-?arrangements?)`],
  ['copies', String.raw`(?:gene\s)?amplifications?`],
  ['mutation', String.raw`mutations?`],
]; // prettier-ignore
const TOKEN = new RegExp(`(?<![A-Za-z0-9_.-])(?:${KINDS.map(([, pattern]) => `(${pattern})`).join('|')})(?![A-Za-z0-9_*>-])`, 'gi');
const BETWEEN = /^\s?(?:\/|,|;|&|\+|\b(?:or|and|oder|und|ou|et|o|y)\b)\s?(?:\b(?:or|and)\b\s?)?$/i;
const LONGEST = 200;

/** The changes that the name lists, as written; null where it names one, or says more than a list of them. */
export function alternativesInName(text: string): readonly string[] | null {
  if (text.length > LONGEST || !/\d|fusion|rearrang/i.test(text)) return null;
  const tokens = [...text.matchAll(TOKEN)];
  const kindOf = (match: RegExpMatchArray): number => match.slice(1).findIndex((group) => group !== undefined);
  const listed = tokens.filter((match, at) => {
    const before = tokens[at - 1];
    const after = tokens[at + 1];
    const joined = (one: RegExpMatchArray | undefined, other: RegExpMatchArray | undefined): boolean =>
      one !== undefined && other !== undefined && BETWEEN.test(text.slice((one.index ?? 0) + one[0].length, other.index));
    return joined(before, match) || joined(match, after);
  });
  const different = new Set(listed.map((match) => match[0].toLowerCase()));
  if (different.size < 2 || listed.length !== tokens.length) return null;
  const sure = listed.filter((match) => KINDS[kindOf(match)]?.[0] !== 'mutation');
  // "Fusion/rearrangement" are two words for one thing.
  const broken = sure.filter((match) => KINDS[kindOf(match)]?.[0] === 'structural');
  return sure.length < 2 || broken.length > 1 ? null : sure.map(([token]) => token);
}
