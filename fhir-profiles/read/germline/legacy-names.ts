/** Reads the older names of positions and variants: "521T>C", "521TC", "-1639 A/A", "IVS14+1G>A", "A1555G". */
import { LEGACY_POSITIONS, LEGACY_VARIANTS, type LegacyPosition } from '../../codes/genomics/legacy-positions.ts';

const positionsOf = (gene: string): readonly LegacyPosition[] => LEGACY_POSITIONS.filter((position) => position.gene === gene);

const AMINO: Readonly<Record<string, string>> = {
  A: 'Ala',
  C: 'Cys',
  D: 'Asp',
  E: 'Glu',
  H: 'His',
  I: 'Ile',
  K: 'Lys',
  L: 'Leu',
  M: 'Met',
  Q: 'Gln',
  P: 'Pro',
  R: 'Arg',
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
  return `${AMINO[protein[0] ?? ''] ?? ''}${protein.slice(1, -1)}${AMINO[protein.at(-1) ?? ''] ?? ''}`;
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
  return spelled;
}

/** True when a text names a position or variant of the gene by an older name. */
export function namesLegacyVariant(text: string, gene: string): boolean {
  return legacyPosition(text, gene) !== null || LEGACY_VARIANTS.some((legacy) => legacy.gene === gene && legacy.name.test(text));
}
