/**
 * Names of one variant that cannot all be true: two residues at one codon ("p.Gly12Asp" beside "G12C"), or a base exchange that no codon of the residue
 * allows ("c.35G>A" beside "p.Gly12Cys": a glycine with that exchange becomes an acid). Numbers alone decide nothing: another isoform counts otherwise.
 */
import type { HgvsFound } from './hgvs.ts';
import { ONE_LETTER } from './three-letters.ts';
import { entryOf } from '../../../entry-of.ts';

const LETTERS: Readonly<Record<string, string>> = { ...ONE_LETTER, Ter: '*', X: '*' };
const RESIDUE = String.raw`(?:${Object.keys(LETTERS)
  .filter((name) => name.length === 3)
  .join('|')}|[ACDEFGHIKLMNPQRSTVWYX*])`;
const EXCHANGE = new RegExp(
  String.raw`(?<![A-Za-z0-9_.>-])(?:p\.\(?)?(${RESIDUE})(\d{1,4})(${RESIDUE})(?![A-Za-z0-9_*>]|\/[A-Z](?![A-Za-z]))`,
  'g',
);
const CODING = /^c\.(\d+)([ACGT])>([ACGT])$/;

/** The standard genetic code, in the order T, C, A, G of each base. */
const AMINO_ACIDS = 'FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG';
const BASES = 'TCAG';
const CODONS: readonly string[] = [...BASES].flatMap((a) => [...BASES].flatMap((b) => [...BASES].map((c) => a + b + c)));
const translated = (codon: string): string => AMINO_ACIDS[CODONS.indexOf(codon)] ?? '';

interface Exchange {
  readonly from: string;
  readonly codon: string;
  readonly to: string;
  readonly written: string;
}

/**
 * @param names further names of the same variant, none of them a list of what was looked for
 * @returns the two names in words; null where all may be true
 */
export function contradictingNames({ c, p }: HgvsFound, names: readonly string[]): string | null {
  const exchanges = [...p, ...names].flatMap(exchangesIn);
  for (const [at, one] of exchanges.entries())
    for (const other of exchanges.slice(at + 1))
      if (one.codon === other.codon && (one.from !== other.from || one.to !== other.to)) return `${one.written} and ${other.written}`;
  const bases = c.map(({ change }) => ({ change, parts: CODING.exec(change) }));
  const [base] = bases;
  const [residue] = exchanges;
  if (base === undefined || residue === undefined || bases.some(({ parts }) => parts === null)) return null;
  const possible = bases.some(({ parts }) => exchanges.some((exchange) => allows(parts, exchange)));
  return possible ? null : `${base.change} and ${residue.written}`;
}

function exchangesIn(text: string): readonly Exchange[] {
  if (text.length > 200) return [];
  const letter = (residue: string): string => entryOf(LETTERS, residue) ?? residue;
  return [...text.matchAll(EXCHANGE)].map(([written, from = '', codon = '', to = '']) => ({
    from: letter(from),
    codon,
    to: letter(to),
    written,
  }));
}

/** Is there a codon of the first residue that the exchange turns into one of the second? */
function allows(parts: RegExpExecArray | null, { from, to }: Exchange): boolean {
  const [, position = '1', before = '', after = ''] = parts ?? [];
  const at = (Number(position) - 1) % 3;
  return CODONS.some(
    (codon) => translated(codon) === from && codon[at] === before && translated(codon.slice(0, at) + after + codon.slice(at + 1)) === to,
  );
}

/**
 * Whether a value names another change than its test asks for: "V600K" under the test of V600E. Then nothing of the test's own name is true of it.
 * @param asked what the name of the test holds
 * @param said what its value holds
 */
export function isAnotherChange(asked: Named, said: Named): boolean {
  const own = [...said.hgvs.p, ...said.words].flatMap(exchangesIn);
  const wanted = [...asked.hgvs.p, ...asked.words].flatMap(exchangesIn);
  const ofExon = ({ words }: Named): boolean => words.some((text) => EXON_CHANGE.test(text));
  if (own.length === 0) return ofExon(said) && !ofExon(asked) && wanted.length + asked.hgvs.c.length > 0;
  if (ofExon(asked) && !ofExon(said) && wanted.length === 0) return true;
  if (wanted.length > 0) return !own.some((one) => wanted.some(({ codon, to }) => one.codon === codon && one.to === to));
  const codons = asked.hgvs.c
    .flatMap(({ change }) => /^c\.(\d+)/.exec(change)?.[1] ?? [])
    .map((base) => String(Math.ceil(Number(base) / 3)));
  return codons.length > 0 && !own.some(({ codon }) => codons.includes(codon));
}

const EXON_CHANGE = /\bex(?:on)?\s?\d{1,2}\s?(?:in-?frame\s)?(?:del|ins|dup|skipping)/i;

interface Named {
  readonly hgvs: HgvsFound;
  readonly words: readonly string[];
}
