/** Star-allele spelling → haplotypes: `*1/*2x2`, `(*1/*2)xN`, `*36+*10/*41`, `*7.001 / *1.001`, `*1/*4 or *2/*5`, `wt/*3A`. */
import type { AlleleUnit, CopyNumber, GermlineCall, Haplotype } from '../../../facts.ts';
import { coreAllele } from '../../../codes/pgx/genes.ts';
import { HARMLESS, NEGATED, plainSpelling } from './spelling.ts';

const ONE: CopyNumber = { n: 1, atLeast: false };

/** CPIC writes the bin of three and more copies without the x ("*1>=3"), others add the N of "3N". */
const COPIES = String.raw`(?:x(?:N|(?:>=|>)?\d{1,2}(?:\+(?!\*)|N(?![A-Za-z]))?)|>=?\d{1,2}N?(?![A-Za-z\d])|dup(?:lication)?)`;
/** A letter belongs to the name ("*3A") unless a word begins with it ("*41DUP"). */
const LETTER = '(?:[A-WYZ](?=x|dup|[^A-Za-z]|$))?';
/** No half of a name is read: "*3A." is *3A at the end of a sentence, never *3. */
const WHOLE = String.raw`(?![\d*]|\.\d|[A-WYZ](?![A-Za-z]))`;
const UNIT = String.raw`\*\d{1,3}${LETTER}(?:\.\d{3})?${WHOLE}${COPIES}?`;
const UNIT_PARTS = new RegExp(String.raw`^(\*\d{1,3}${LETTER}(?:\.\d{3})?)(x.*|>.*|dup.*)?$`, 'i');
const HAPLOTYPE = String.raw`(?:\(${UNIT}(?:\+${UNIT})*\)${COPIES}?|${UNIT}(?:\+${UNIT})*)`;
const UNKNOWN = String.raw`(?:\*?\?|unknown|unk|undetermined|notdetermined|indeterminate|nocall|\*unk)`;
const PAIR = new RegExp(String.raw`(\(?)(${HAPLOTYPE})[/|](${HAPLOTYPE})(\)?)(${COPIES})?`, 'gi');
const HALF_PAIR = new RegExp(String.raw`^(?:(${HAPLOTYPE})/${UNKNOWN}|${UNKNOWN}/(${HAPLOTYPE}))$`, 'i');
const SINGLE = new RegExp(`^${HAPLOTYPE}$`, 'i');
const ALONE = new RegExp(HAPLOTYPE, 'gi');

/** `text` is free of the gene's name. Null: no star alleles that can be read with certainty. */
export function starAlleleCall(text: string, gene: string): GermlineCall | null {
  const spelled = wildType(withSlash(withoutTestedList(tandem(plainSpelling(text), gene))), gene);
  const compact = tight(spelled);
  const half = HALF_PAIR.exec(compact);
  if (half !== null) return single(half[1] ?? half[2] ?? '', gene);
  const pairs = [...compact.matchAll(PAIR)];
  const [first] = pairs;
  if (first === undefined) return withoutPair(spelled, compact, gene);
  const around = remainder(spelled, compact, pairs);
  if (NEGATED.test(around.replace(NO_FUNCTION, ' '))) return null;
  if (pairs.length > 1) return several(pairs, gene);
  if (/\*/.test(around)) return { kind: 'ambiguous', options: [`${normal(first[2], gene)}/${normal(first[3], gene)}`, around.trim()] };
  return isLessOrMore(first, around, gene) ? null : pair(first, around, gene);
}

/** "*1/[*36 + *10]": genotype callers put the copies of one chromosome in square brackets; elsewhere that is an allele with a further change. */
const tandem = (spelled: string, gene: string): string =>
  gene === 'CYP2D6' ? spelled.replace(/\[(\*\d{1,3}(?:x\d)?(?:\s?\+\s?\*\d{1,3}(?:x\d)?)+)\]/g, '$1') : spelled;

/** "*2/*2 (no function/no function)": what CPIC calls such alleles. */
const NO_FUNCTION = /\b(?:no|non)[- ]?function(?:al|ing)?\b/gi;

/** Copies in a way of writing that is not known: "*1/*2 gain", "3 x *1/*2", "(*1/*2)x2", which may be two in all. */
const MORE_COPIES =
  /amplif|\bgains?\b|\bextra\b|\badditional cop|dupli[ck]|vervielf|\bN\s*=|\(\s*\d\s*\)|[×x]\s?\d|\b\d\s?[×x]|^\s*[)\]]?\s*N\b|[)\]]\s*[×x]/i;
const FEWER_COPIES = /\b(?:deletion|del|hemizygous|hybrid)\b/i;
/** The alleles that are a deletion or a hybrid by name. */
const SUCH_ALLELE = /\*(?:5|13|36|57|61|63|68|83)(?!\d)/;
/** A further change beside the pair, a sample that is another's, a pair that is only looked for. */
const NOT_THE_PAIR =
  /\b(?:novel|rare|additional|another|further) (?:variant|allele|mutation|change)|(?:\b(?:and|plus|with)\s+(?:an? )?|\+\s*)(?:variants?\b|VUS\b|[cgp]\.|rs\d)|\bexcept\b|\bvs\b|\bgene conversion\b|\bmosaic\w*|\bchima?er\w*|\bpost[- ]?(?:HSCT|BMT|transplant\w*)|(?<![\w.])n\.?d\.?(?![\w.])|\bn\/a\b|\btested for\b|\bordered\b|\bassay covers\b|\bfrequency\b|\b(?:reference|normal) range\b|\btemplate\b|\bif present\b|\bsomatic\b|\btumou?r\b|\bLOH\b|~|\bapprox\w*|\bfor research only\b/i;

/** What stands around the pair changes it in a way that no reader knows. */
function isLessOrMore(match: RegExpMatchArray, around: string, gene: string): boolean {
  if (NOT_THE_PAIR.test(around)) return true;
  if (FEWER_COPIES.test(around) && !SUCH_ALLELE.test(match[0])) return true;
  const bracketedTwice = match[1] === '(' && match[4] === ')' && /^x2$/i.test(match[5] ?? '');
  // "*4N" is an allele; behind another number the N stands for copies.
  const several = /\*(?!4N)\d+N(?![A-Za-z\d])/.test(match[0]);
  return gene === 'CYP2D6' && (bracketedTwice || several || (MORE_COPIES.test(around) && copiesAround(around) === undefined));
}

/** "Alleles tested: *2-*10, *17. Result: *1/*17": what was looked for is not what was found. */
function withoutTestedList(spelled: string): string {
  return spelled
    .replace(
      /\b(?:alleles?|variants?|haplotypes?) (?:tested|analy[sz]ed|assayed|interrogated)(?: for)?(?: are| include)?:? (?:[^.;]|\.(?=\d))*(?:[.;]|$)/gi,
      ' ',
    )
    .trim();
}

const BRACKETS = new RegExp(String.raw`\*?\[\*?(\d{1,3}${LETTER}(?:\.\d{3})?)\];\*?\[\*?(\d{1,3}${LETTER}(?:\.\d{3})?)\]`, 'g');
const HYPHEN = new RegExp(String.raw`^(${HAPLOTYPE})-(${HAPLOTYPE})$`, 'i');

/** "[*4];[*10]" as HGVS writes two chromosomes, and "*4-*10" where it is the whole result: in a longer text a hyphen may mean a range. */
function withSlash(spelled: string): string {
  const inBrackets = spelled.includes('];') || spelled.includes('] ;');
  return (inBrackets ? spelled.replace(/\s*([[\];])\s*/g, '$1') : spelled)
    .replace(BRACKETS, '*$1/*$2')
    .replace(/^(\S+)\s*-\s*(\S+)$/, (whole, a: string, b: string) => (HYPHEN.test(`${a}-${b}`) ? `${a}/${b}` : whole));
}

/** Blanks carry no meaning next to the signs of the notation. */
function tight(spelled: string): string {
  return spelled
    .replace(/\s*([*/|+()])\s*/g, '$1')
    .replace(/(\*\d+[A-Za-z]?(?:\.\d{3})?)\s+(x\s*(?:N|(?:>=|>)?\s*\d)|>=?\s*\d{1,2}N\b|dup)/gi, '$1$2')
    .replace(/x\s+(?=N\b|\d|>)/gi, 'x')
    .replace(/(>=|>)\s+/g, '$1')
    .replace(/\bno call\b/gi, 'nocall')
    .replace(/\bnot determined\b/gi, 'notdetermined');
}

/** "wt" and "wild type" mean *1 where *1 is the reference allele; NAT2's older reference was *4, so there it is left alone. */
function wildType(spelled: string, gene: string): string {
  if (gene === 'NAT2') return spelled;
  return spelled
    .replace(/(\*\s*1[A-Z]?)\s*\(\s*(?:wt|wild[- ]?type|reference|normal)\s*\)/gi, '$1')
    .replace(/(^|[/|\s])(?:wt|wild[- ]?type)(?=$|[/|\s])/gi, '$1*1');
}

function pair(match: RegExpMatchArray, around: string, gene: string): GermlineCall {
  const bracketed = match[1] === '(' && match[4] === ')';
  let haplotypes: readonly [Haplotype, Haplotype] = [haplotype(match[2] ?? '', gene), haplotype(match[3] ?? '', gene)];
  let total = copiesAround(around);
  if (match[5] !== undefined) {
    const stated = copies(match[5]);
    // "(*1/*2)x3" counts both alleles; "*1/*2)x2" without its opening bracket cannot be that.
    if (bracketed) total = /N/i.test(match[5]) || /dup/i.test(match[5]) ? { n: 3, atLeast: true } : stated;
    else haplotypes = [haplotypes[0], haplotype(`${match[3] ?? ''}${match[5]}`, gene)];
  }
  return { kind: 'diplotype', haplotypes, ...(total === undefined ? {} : { totalCopies: total }) };
}

function several(pairs: readonly RegExpMatchArray[], gene: string): GermlineCall {
  const options = [...new Set(pairs.map((match) => [normal(match[2], gene), normal(match[3], gene)].sort().join('/')))].sort();
  const [only] = options;
  const [first] = pairs;
  if (options.length === 1 && only !== undefined && first !== undefined) return pair(first, '', gene);
  return { kind: 'ambiguous', options };
}

/** A single allele: "*2" (the other one is unknown), "homozygous *2" (both copies), "*2 heterozygous" (one copy). */
function withoutPair(spelled: string, compact: string, gene: string): GermlineCall | null {
  if (SINGLE.test(compact)) return single(compact, gene);
  const found = [...compact.matchAll(ALONE)].map(([written]) => written);
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  const around = remainder(spelled, compact, [...compact.matchAll(ALONE)]);
  if (NEGATED.test(around) || /[*/]/.test(around)) return null;
  if (/\bhomozygous\b|\bhom\b/i.test(around) && !/\bor\b/i.test(around)) {
    const both = haplotype(only, gene);
    return harmless(around) ? { kind: 'diplotype', haplotypes: [both, both] } : null;
  }
  if (!harmless(around)) return null;
  if (/\bheterozygous\b|\bhet\b/i.test(around) && !/\bcompound\b/i.test(around)) {
    const [unit, ...more] = haplotype(only, gene).units;
    if (unit !== undefined && more.length === 0 && unit.copies.n === 1 && !unit.copies.atLeast)
      return { kind: 'allele-presence', allele: unit.allele, present: true, copies: 1 };
  }
  return single(only, gene);
}

function single(written: string, gene: string): GermlineCall {
  return { kind: 'single-allele', haplotype: haplotype(written, gene) };
}

export function harmless(around: string): boolean {
  return around.replace(HARMLESS, '').replace(/[\s,;:.()=-]+/g, '') === '';
}

/** What stands around the matches. */
function remainder(spelled: string, compact: string, matches: readonly RegExpMatchArray[]): string {
  let rest = compact;
  for (const match of matches) rest = rest.replace(match[0], ' ');
  return rest.trim() === '' ? '' : spelled === compact ? rest : rest;
}

function copiesAround(around: string): CopyNumber | undefined {
  const number =
    /(?:copy number|copies|\bCN|\bCNV)\s*(?:of|is|:|=)?\s*(>=|>|at least)?\s*(\d{1,2})(\+?)/i.exec(around) ??
    /(>=|>|at least)?\s*(\d{1,2})(\+?)\s*(?:gene\s+)?(?:copies|N\b)/i.exec(around) ??
    // "*1/*2 (x3)", "*1/*2 >=3": a bare count behind the pair.
    /^[\s(,;]*(?:x\s*|(?=>))(>=|>)?\s*(\d{1,2})(\+?)[\s).]*$/i.exec(around);
  if (number !== null) {
    const [, bound, count, plus] = number;
    return { n: Number(count) + (bound === '>' ? 1 : 0), atLeast: bound !== undefined || plus === '+' };
  }
  return /\bdup(?:lication|licated)?\b|\bmultiplication\b|\bx\s?N\b/i.test(around) ? { n: 3, atLeast: true } : undefined;
}

export function haplotype(written: string, gene: string): Haplotype {
  const outer = /^\((.*)\)(x.*|>.*|dup.*)?$/i.exec(written);
  const inner = outer?.[1] ?? written;
  const units = inner.split(/\+(?=\*)/).map((part) => unit(part, gene));
  const [only] = units;
  if (outer?.[2] !== undefined && units.length === 1 && only !== undefined) return { units: [{ ...only, copies: copies(outer[2]) }] };
  return { units };
}

function unit(written: string, gene: string): AlleleUnit {
  const split = UNIT_PARTS.exec(written);
  const name = (split?.[1] ?? written).toUpperCase();
  const allele = coreAllele(gene, name.replace(/^\*0+(?=\d)/, '*'));
  return { allele, ...(allele === name ? {} : { written: name }), copies: split?.[2] === undefined ? ONE : copies(split[2]) };
}

/** `x2` is two, `xN` and `dup` at least two, `x>=3` and `x3+` at least three. */
function copies(written: string): CopyNumber {
  const number = /(>=|>)?(\d{1,2})(\+?)N?$/i.exec(written);
  if (number === null) return { n: 2, atLeast: true };
  return { n: Number(number[2]) + (number[1] === '>' ? 1 : 0), atLeast: number[1] !== undefined || number[3] === '+' };
}

function normal(written: string | undefined, gene: string): string {
  return haplotypeName(haplotype(written ?? '', gene));
}

/** The haplotype in the usual spelling: `*36+*10`, `*2x2`, `*2xN`. */
export function haplotypeName({ units }: Haplotype): string {
  return units
    .map(({ allele, copies: count }) =>
      count.n === 1 && !count.atLeast ? allele : `${allele}x${count.atLeast ? (count.n === 2 ? 'N' : `≥${count.n}`) : count.n}`,
    )
    .join('+');
}
