/**
 * HLA spelling → alleles: `HLA-B*57:01:01G`, `B*5701`, `HLA-B57:01`, GL Strings. An allele is compared by its first two fields
 * (IPD-IMGT/HLA nomenclature); a G group is taken as its first member, a P group as its protein; NMDP multiple-allele codes stay ambiguous.
 */
import type { AlleleUnit, GermlineCall, Haplotype } from '../../../facts.ts';
import { remembered } from '../../../remembered.ts';
import { hasUnknownWord, plainSpelling } from './spelling.ts';

const LOCUS = String.raw`(?:A|B|C|E|F|G|DRA|DRB[1-9]|DQA1|DQB1|DPA1|DPB1)`;
const FIELDS = String.raw`\d{2,4}(?::(?:\d{2,4}|[A-Z]{2,5}))*[GPNLSCAQ]?`;
/** One allele, its locus optional ("57:01" after "HLA-B*15:02/"). */
const ALLELE = new RegExp(
  String.raw`(?<![A-Za-z0-9])(?:(?:HLA[-\s*_]?)?(${LOCUS})\s?[*:]?\s?|\*)(${FIELDS})(?![A-Za-z0-9]|:[A-Za-z0-9])`,
  'g',
);
const HLA_PREFIX = /HLA[-\s*_]?(?:A|B|C|DR|DQ|DP)/i;

export interface HlaAllele {
  /** HGNC symbol, `HLA-B`; null when the text gives no locus. */
  readonly gene: string | null;
  /** First two fields, `*57:01`; one field when that is all there is. */
  readonly allele: string;
  readonly written: string;
  /** True for an NMDP code, which stands for several alleles. */
  readonly several: boolean;
}

export const hlaAlleles: (text: string) => readonly HlaAllele[] = remembered((text) => {
  if (!/\d/.test(text) || !/HLA|[*:\u2217\uFF0A]/i.test(text)) return [];
  const spelled = withLocus(plainSpelling(text).toUpperCase());
  return [...spelled.matchAll(ALLELE)].flatMap(([whole, locus, fields = '']) => {
    // A bare capital letter with digits ("B12", "C3") is only an allele when HLA is said or the notation is unmistakable.
    const certain = /[*:]/.test(whole) || HLA_PREFIX.test(whole);
    if (!certain) return [];
    const name = twoFields(fields);
    return name === null ? [] : [{ gene: locus === undefined ? null : `HLA-${locus}`, ...name }];
  });
});

/** An allele, and behind it the next one without its locus. */
const NEXT_BARE = new RegExp(
  String.raw`(?<![A-Za-z0-9])((?:HLA[-\s]?)?${LOCUS}\s?\*?|\*)(\d{2,3}(?::\d{2,3})+[GPNLSCAQ]?)(\s*(?:[,;/+&]|AND)\s*|\s+)(?=\d{2,3}:\d{2,3}(?:[:\s,;/+|^~)GPNLSCAQ]|$))`,
  'gi',
);

/** "A*02:01,31:01" says the locus once: the second allele must not be lost, or the first alone would look like the whole result. */
function withLocus(text: string): string {
  let before: string;
  let spelled = text;
  do {
    before = spelled;
    spelled = spelled.replace(NEXT_BARE, (_whole, locus: string, fields: string, between: string) => `${locus}${fields}${between}${locus}`);
  } while (spelled !== before && spelled.length < 5000);
  return spelled;
}

function twoFields(fields: string): { allele: string; written: string; several: boolean } | null {
  const suffix = /[GPNLSCAQ]$/.exec(fields)?.[0] ?? '';
  const digits = suffix === '' ? fields : fields.slice(0, -1);
  const parts = digits.includes(':') ? digits.split(':') : digits.length === 4 ? [digits.slice(0, 2), digits.slice(2)] : [digits];
  const [first = '', beyond] = parts;
  // NMDP's XX stands for any second field: typed to the group alone.
  const second = beyond === 'XX' ? undefined : beyond;
  if (first.length > 3 || (first.length === 3 && second === undefined)) return null;
  // N, L, S, C, A, Q change what is expressed and stay in the name; G and P only say how finely it was typed.
  const expressed = /[NLSCAQ]/.test(suffix) ? suffix : '';
  const allele = second === undefined ? `*${first}` : `*${first}:${second}${expressed}`;
  return { allele, written: `*${fields}`, several: second !== undefined && /[A-Z]/.test(second) };
}

const LOCUS_AHEAD = new RegExp(String.raw`(?<![A-Za-z0-9])(?:HLA[-\s]?)?(${LOCUS})\s?[*:]\s?(?=\d)`, 'gi');

/**
 * A typing of several loci in one text, by locus: "HLA-A*02:01+HLA-A*31:01^HLA-B*07:02+HLA-B*44:02". Undefined for one locus, and for a text
 * that says more than alleles: "negative for …" belongs to what follows it.
 */
export function hlaLoci(text: string): ReadonlyMap<string, string> | undefined {
  const starts = [...text.matchAll(LOCUS_AHEAD)].map((match) => ({ gene: `HLA-${(match[1] ?? '').toUpperCase()}`, at: match.index }));
  if (new Set(starts.map(({ gene }) => gene)).size < 2) return undefined;
  if (
    /[A-Za-z]/.test(
      text
        .replace(/^hla#[^#]*#/i, '')
        .replace(LOCUS_AHEAD, ' ')
        .replace(/(?<=\d)[GPNLSCAQ](?![A-Za-z])/g, ' '),
    )
  )
    return undefined;
  const found = new Map<string, string>();
  for (const [index, { gene, at }] of starts.entries()) {
    const next = starts[index + 1];
    const part = text.slice(at, next?.at);
    const written = `${found.get(gene) ?? ''}${part}`;
    found.set(gene, next?.gene === gene ? written : `${written.replace(/[\s,;+^/|~]+$/, '')}, `);
  }
  const [glString = ''] = /^hla#[^#]*#/i.exec(text) ?? [];
  return new Map([...found].map(([gene, written]) => [gene, `${glString}${written.replace(/, $/, '')}`]));
}

function hlaUnit({ allele, written }: HlaAllele): AlleleUnit {
  return { allele, ...(written === allele ? {} : { written }), copies: { n: 1, atLeast: false } };
}

/** A GL String or a plain pair for one HLA gene. `strict`: the text is known to be a GL String, where `/` is ambiguity. */
export function hlaCall(text: string, gene: string, strict: boolean): GermlineCall | null {
  const body = withLocus(fourDigits(plainSpelling(text).replace(/^hla#[^#]*#/i, ''), gene));
  const locus = body.split('^').filter((part) => hlaAlleles(part).some((found) => found.gene === gene || found.gene === null));
  const [only] = locus;
  if (only === undefined || locus.length > 1 || hasUnknownWord(only.replace(ALLELE, ' '))) return null;
  const genotypes = only.split('|').flatMap((option) => genotypesOf(option, gene, strict));
  const options = [
    ...new Set(
      genotypes.map((pair) =>
        pair
          .map((found) => found.allele)
          .sort()
          .join('/'),
      ),
    ),
  ].sort();
  const [first] = genotypes;
  if (first === undefined) return null;
  if (options.length > 1 || first.some((found) => found.several)) return { kind: 'ambiguous', options };
  const [one, two] = first;
  if (one === undefined) return null;
  if (two === undefined) return { kind: 'single-allele', haplotype: { units: [hlaUnit(one)] } };
  return { kind: 'diplotype', haplotypes: [alone(one), alone(two)] };
}

/** "5701, 4402" or "57:01, 44:02" under a test of one locus: four digits are two fields in the notation used before 2010. */
function fourDigits(text: string, gene: string): string {
  const plain = /^(?:\d{4}(?:\s*[,/+]\s*\d{4})?|\d{2,3}(?::\d{2,3}){1,3}(?:\s*[,/+]\s*\d{2,3}(?::\d{2,3}){1,3})?)$/;
  return plain.test(text) ? text.replace(/\d[\d:]*/g, (digits) => `${gene}*${digits}`).replace(/\s*[,+]\s*/, '/') : text;
}

function alone(found: HlaAllele): Haplotype {
  return { units: [hlaUnit(found)] };
}

/** Every allele pair (or single allele) that one side of `|` allows. */
function genotypesOf(option: string, gene: string, strict: boolean): readonly (readonly HlaAllele[])[] {
  const mine = (part: string) => hlaAlleles(part).filter((found) => found.gene === gene || found.gene === null);
  // "B*15:02/B*15:08, B*40:01": the stroke stands between what one of two copies may be.
  const copies = /^[^,;]*\/[^,;]*[,;][^,;]*$|^[^,;]*[,;][^,;]*\/[^,;]*$/.test(option) ? /[,;]/ : '+';
  if (copies !== '+' || option.includes('+')) {
    const sides = option
      .split(copies)
      .map((side) => side.split('/').flatMap((part) => mine(part.split('~').find((piece) => mine(piece).length > 0) ?? '')));
    const [left = [], right = []] = sides;
    if (sides.length !== 2 || left.length * right.length > 400) return [];
    return left.flatMap((one) => right.map((two) => [one, two]));
  }
  const found = mine(option);
  if (strict || /\bor\b/i.test(option)) return found.map((one) => [one]);
  return found.length <= 2 ? [found] : [];
}
