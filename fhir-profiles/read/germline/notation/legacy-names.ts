/** Reads the older names of positions and variants: "521T>C", "521TC", "-1639 A/A", "IVS14+1G>A", "A1555G". */
import { ASKED_AT, LEGACY_POSITIONS, LEGACY_VARIANTS, type LegacyPosition } from '../../../codes/genomics/legacy-positions.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { entryOf } from '../../../entry-of.ts';

const positionsOf = (gene: string): readonly LegacyPosition[] => LEGACY_POSITIONS.filter((position) => position.gene === gene);

const AMINO: Readonly<Record<string, string>> = {
  A: 'Ala',
  C: 'Cys',
  D: 'Asp',
  E: 'Glu',
  F: 'Phe',
  G: 'Gly',
  H: 'His',
  I: 'Ile',
  K: 'Lys',
  L: 'Leu',
  M: 'Met',
  N: 'Asn',
  Q: 'Gln',
  P: 'Pro',
  R: 'Arg',
  S: 'Ser',
  T: 'Thr',
  V: 'Val',
  W: 'Trp',
  Y: 'Tyr',
};

const CHANGES = new Map(LEGACY_POSITIONS.map((position) => [position, changePattern(position)]));
const GENOTYPES = new Map(LEGACY_POSITIONS.map((position) => [position, genotypePattern(position)]));

/** "c.521T>C", "521 T>C", "T521C" (the oldest way), "521T/C" is no change but a genotype, "V174A", "Val174Ala". */
function changePattern({ number, ref, alt, protein }: LegacyPosition): RegExp {
  const digits = number.replace(/^-/, '');
  const change = `(?<![\\d+])(?:${number.startsWith('-') ? '-?' : '(?<!-)'}${digits})\\s*${ref}\\s*>\\s*${alt}(?![A-Za-z])`;
  const oldest = `(?<![A-Za-z0-9])${ref}${number}${alt}(?![A-Za-z0-9])`;
  return new RegExp(
    protein === undefined
      ? `${change}|${oldest}`
      : `${change}|${oldest}|\\b(?:p\\.)?\\(?(?:${protein}|${threeLetters(protein)})\\)?(?![A-Za-z])`,
    'i',
  );
}

/** "521TC", "521 T/C", "-1639 AA": the position's number with two bases. */
function genotypePattern({ number }: LegacyPosition): RegExp {
  const digits = number.replace(/^-/, '');
  return new RegExp(`(?<![\\d+])${number.startsWith('-') ? '-?' : '(?<!-)'}${digits}\\s*:?\\s*([ACGT])\\s*[/|]?\\s*([ACGT])(?![A-Za-z>])`);
}

function threeLetters(protein: string): string {
  return `${entryOf(AMINO, protein[0] ?? '') ?? ''}${protein.slice(1, -1)}${entryOf(AMINO, protein.at(-1) ?? '') ?? ''}`;
}

/** The one position that a text names by an older name; null when it names none or several. */
export function legacyPosition(text: string, gene: string): LegacyPosition | null {
  const found = positionsOf(gene).filter(
    (position) => CHANGES.get(position)?.test(text) === true || GENOTYPES.get(position)?.test(text) === true,
  );
  const ids = new Set(found.map(({ rsId }) => rsId));
  return ids.size === 1 ? (found[0] ?? null) : null;
}

/** "521TC": position and bases in one; null when the text holds none or several. */
export function legacyGenotype(text: string, gene: string): { readonly rsId: string; readonly bases: readonly [string, string] } | null {
  const found = positionsOf(gene).flatMap((position) => {
    const match = GENOTYPES.get(position)?.exec(text);
    return match === null || match === undefined ? [] : [{ rsId: position.rsId, bases: [match[1] ?? '', match[2] ?? ''] as const }];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** HGVS names for the older variant names in a text, which stay as they are otherwise. */
export function withHgvsNames(text: string, gene: string): string {
  let spelled = text;
  for (const legacy of LEGACY_VARIANTS) if (legacy.gene === gene) spelled = spelled.replace(legacy.name, legacy.hgvs);
  return NUMBERED_BY_CODING.has(gene) ? spelled.replace(CODING, 'c.$1$2>$3').replace(PROTEIN, inThreeLetters) : spelled;
}

/** Genes of which only the coding sequence is counted, so that a bare "202G>A" and "V68M" can mean nothing else. */
const NUMBERED_BY_CODING: ReadonlySet<string> = new Set(['DPYD', 'G6PD', 'RYR1', 'CACNA1S']);
/** Joined by `_` it is the name of an allele ("202G>A_376A>G"). */
const CODING = /(?<![\w.+>[;-])(\d{2,5}(?:[+-]\d+)?)\s?([ACGT])\s?(?:>|->)\s?([ACGT])(?![A-Za-z>_])/g;
const PROTEIN = /(?<![\w.*:>(-])([ACDEFGHIKLMNPQRSTVWY])(\d{2,4})([ACDEFGHIKLMNPQRSTVWY])(?![\w>])/g;
const inThreeLetters = (written: string, from: string, place: string, to: string): string =>
  /^[ACGT]\d+[ACGT]$/.test(written) ? written : `p.${entryOf(AMINO, from) ?? ''}${place}${entryOf(AMINO, to) ?? ''}`;

/**
 * The test's name with the change that it asks for, where it names an allele that is told by one position ("CYP2C19*2" is answered by the bases of
 * 681G>A). A name with several alleles, or with a position of its own, stays as it is.
 */
export function withPlaceAsked(words: string, gene: string): string {
  const stars = new Set([...words.matchAll(/\*\d{1,3}[A-Z]?(?!\w)/g)].map(([star]) => star));
  const asked = ASKED_AT.find(([of, allele]) => of === gene && stars.has(allele));
  const placed = /\brs\d|\b[cgm]\.|\d\s?[ACGT]\s?>/i.test(words);
  return asked === undefined || stars.size !== 1 || placed || pgxGene(gene) === null ? words : `${words} ${asked[2]}`;
}

/** True when a text names a position or variant of the gene by an older name. */
export function namesLegacyVariant(text: string, gene: string): boolean {
  return legacyPosition(text, gene) !== null || LEGACY_VARIANTS.some((legacy) => legacy.gene === gene && legacy.name.test(text));
}
