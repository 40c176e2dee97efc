/** Genes whose alleles are named by variant (DPYD, G6PD, RYR1, CACNA1S, CFTR, MT-RNR1): pairs, single variants, legacy names. */
import type { GermlineCall, Haplotype } from '../../../facts.ts';
import { withAMinus } from './g6pd-names.ts';
import { harmless, starAlleleCall } from './star-alleles.ts';
import { hasUnknownWord, NEGATED, plainSpelling } from './spelling.ts';
import type { Zygosity } from './zygosity.ts';

const HGVS = /(?:[A-Z]{2}_?\d+(?:\.\d+)?(?:\([^)]*\))?:)?\b[cgmnp]\.\(?[A-Za-z0-9*_+\-=?>[\];]+\)?/;
const REFERENCE = /^(?:\*1|reference|ref|normal|wild[- ]?type|wt|=|b(?: \((?:reference|wild ?type)\))?|no variant)$/i;

/** CFTR and G6PD alleles go by legacy names: F508del, G551D, R117H, 3849+10kbC->T; "A-", "Mediterranean". */
const LEGACY_PROTEIN = /^[A-Z]\d{1,4}(?:[A-Z]|del|X|fs)(?:\s?\([^)]*\))?$/;

/** "Homozygous wild type": both copies are the reference. "Wild type" alone may be one copy, or the one position that was looked at. */
const BOTH_REFERENCE =
  /^(?:homozygous (?:wild[- ]?type|reference|normal)|(?:wild[- ]?type|wt|reference)\s?\/\s?(?:wild[- ]?type|wt|reference))$/i;

/** "Variant *2A detected, heterozygous", "detected *2A heterozygous": with its zygosity, so that it is no name of what is looked for. */
const FOUND_STAR = /^\s*(?:(?:detected|presence of|variant|allele|mutation|the|heterozygous|homozygous|for)\s+)+\*/i;

export function zygosityIn(text: string): Zygosity | null {
  const words = text
    .toLowerCase()
    .replace(/\bhets?\b\.?/g, 'heterozygous')
    .replace(/\bhom\b\.?/g, 'homozygous')
    // German, Dutch, Scandinavian, French, Spanish and Italian forms of the same word.
    .replace(/\bh[eé]t[eé]roz[yi]got(?:e[nrs]?|er|es|isch|a|o)?\b/g, 'heterozygous')
    .replace(/\bhomoz[yi]got(?:e[nrs]?|er|es|isch|a|o)?\b/g, 'homozygous')
    .replace(/\bh[eé]miz[yi]got(?:e[nrs]?|er|es|isch|a|o)?\b/g, 'hemizygous');
  const found = (['heterozygous', 'homozygous', 'hemizygous', 'homoplasmic', 'heteroplasmic'] as const).filter((word) =>
    new RegExp(`(?<!compound )(?<![a-z])${word}(?![a-z])`).test(words),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Null: not readable as this gene's alleles. `zygosity` comes from an own component where there is one. */
export function namedAlleleCall(text: string, gene: string, zygosity: Zygosity | null): GermlineCall | null {
  const plain = plainSpelling(text);
  const spelled = gene === 'CFTR' ? withF508del(plain) : gene === 'G6PD' ? withAMinus(plain, zygosity ?? zygosityIn(plain)) : plain;
  if (NEGATED.test(spelled)) return null;
  if (BOTH_REFERENCE.test(spelled)) return { kind: 'diplotype', haplotypes: [allele('Reference'), allele('Reference')] };
  const bracketed = /([cgm])\.\[([^\]]+)\];\s?\[([^\]]+)\]/.exec(spelled);
  if (bracketed !== null) {
    const [, kind = 'c', one = '', two = ''] = bracketed;
    const side = (changes: string): Haplotype => {
      const inCis = gene === 'G6PD' ? withAMinus(`c.[${changes}]`, null) : '';
      return allele(changes === '=' ? changes : inCis.startsWith('A-') ? inCis : `${kind}.${changes}`);
    };
    return { kind: 'diplotype', haplotypes: [side(one), side(two)] };
  }
  if (/^\s*(?:(?:hetero|homo)zygous (?:for )?)?\(?\*/i.test(spelled)) {
    const star = starAlleleCall(spelled, gene);
    const stated = zygosity ?? zygosityIn(spelled);
    if (star?.kind === 'single-allele' && stated !== null)
      return { kind: 'variant', notation: star.haplotype.units.map((unit) => unit.allele), present: true, zygosity: stated };
    if (star?.kind === 'allele-presence')
      return { kind: 'variant', notation: [star.allele], present: star.present, zygosity: stated ?? 'unknown' };
    if (star !== null) return star;
  }
  if (FOUND_STAR.test(spelled)) {
    const stated = zygosity ?? zygosityIn(spelled);
    const star = stated === null ? null : starAlleleCall(spelled, gene);
    if (stated !== null && star?.kind === 'allele-presence')
      return { kind: 'variant', notation: [star.allele], present: star.present, zygosity: stated };
    if (star?.kind === 'diplotype') return star;
  }
  const sides = splitPair(spelled);
  if (sides.length === 2) {
    const [one = '', two = ''] = sides;
    if (gene === 'DPYD' && sides.some((side) => IN_CIS.test(side))) {
      const [first, second] = [oneCopy(one, gene), oneCopy(two, gene)];
      return first === null || second === null ? null : { kind: 'diplotype', haplotypes: [first, second] };
    }
    return looksNamed(one, gene) && looksNamed(two, gene) ? { kind: 'diplotype', haplotypes: [allele(one), allele(two)] } : null;
  }
  if (sides.length > 2) return null;
  return oneVariant(spelled, gene, zygosity);
}

/** PharmCAT's changes on one copy: "[c.498G>A + c.2582A>G]". */
const IN_CIS = /^\[([^[\]]+)\]$/;
function oneCopy(side: string, gene: string): Haplotype | null {
  const names = (IN_CIS.exec(side)?.[1] ?? side).split(' + ').map((name) => name.trim());
  return names.every((name) => looksNamed(name, gene)) ? { units: names.flatMap((name) => allele(name).units) } : null;
}

/** "ΔF508", "delta F508", "deltaF508", "dF508" → F508del. */
function withF508del(text: string): string {
  return text.replace(/(?:[Δ∆]|\bdelta[- ]?|\bd(?=F508\b))\s?F508\b/gi, 'F508del');
}

/** One allele by name, as a haplotype result gives it; null when the text is no allele name of the gene. */
export function namedAllele(text: string, gene: string): Haplotype | null {
  const spelled = plainSpelling(text);
  return !NEGATED.test(spelled) && !spelled.includes('/') && looksNamed(spelled, gene) ? allele(spelled) : null;
}

function oneVariant(spelled: string, gene: string, zygosity: Zygosity | null): GermlineCall | null {
  // The mitochondrial genome comes as one sequence: "Reference" alone is the whole result.
  if (gene === 'MT-RNR1' && REFERENCE.test(spelled)) return { kind: 'single-allele', haplotype: allele(spelled) };
  const hgvs = HGVS.exec(spelled)?.[0];
  if (hgvs !== undefined) {
    if (hasUnknownWord(spelled.replaceAll(new RegExp(HGVS.source, 'g'), ' '))) return null;
    // Several changes are no one variant: a list of what is looked for, or two results.
    const changes = new Set([...spelled.matchAll(/\b[cm]\.[-*]?\d+(?:[+-]\d+)?[ACGT]>[ACGT]/g)].map(([change]) => change));
    if (changes.size > 1) return null;
    const stated = zygosity ?? zygosityIn(spelled) ?? 'unknown';
    return { kind: 'variant', notation: [withoutReference(hgvs)], present: true, zygosity: stated };
  }
  const bare = spelled
    .replace(/\b(?:hemizygous|homozygous|heterozygous|het|hom|variant|allele|mutation|genotype|carrier)\b/gi, '')
    .replace(/\(\s*\)/g, '')
    .replace(/^[\s:,;-]+|[\s:,;]+$/g, '');
  if (gene === 'CFTR' && LEGACY_PROTEIN.test(bare)) {
    return { kind: 'variant', notation: [bare], present: true, zygosity: zygosity ?? zygosityIn(spelled) ?? 'unknown' };
  }
  if (gene === 'DPYD' && /^HapB3$/i.test(bare)) {
    return { kind: 'variant', notation: ['HapB3'], present: true, zygosity: zygosity ?? zygosityIn(spelled) ?? 'unknown' };
  }
  if (gene === 'G6PD') {
    // "A- (202A_376G)": the bracket is part of the name in CPIC's table.
    const unbracketed = bare.replace(/^([A-Z][+-]) \((\d+[ACGT]?(?:_\d+[ACGT]?)*)\)$/, '$1 $2');
    const stated = zygosity ?? zygosityIn(spelled);
    if (looksNamed(unbracketed, gene) && stated !== null)
      return { kind: 'variant', notation: [unbracketed], present: true, zygosity: stated };
    if (looksNamed(unbracketed, gene)) return { kind: 'single-allele', haplotype: allele(unbracketed) };
  }
  return null;
}

/** Splits at `/`, but not inside brackets. */
function splitPair(text: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '(' || sign === '[') depth += 1;
    if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1);
    if (sign === '/' && depth === 0) parts.push('');
    else parts[parts.length - 1] = `${parts.at(-1) ?? ''}${sign}`;
  }
  return parts.map((part) => part.trim());
}

const G6PD_CLASSES =
  /^(?:[A-Z]|[A-Z][+-](?: ?\d{1,4}[ACGT]?(?:_\d+[ACGT]?)*)?|[A-Z][A-Za-z' .,-]{2,60}(?:-\d)?|\d+[ACGT]>[ACGT](?:_\d+[ACGT]>[ACGT])*)(?: \((?:reference|wild ?type)\))?$/;
const NOT_A_NAME =
  /\b(?:deficien|normal|variable|activity|metaboli|carrier|detected|positive|status|result|interpretation|unknown|likely|risk|sufficient|adequate|borderline|see |report|pending|performed|cancel|error|yes$|true$|false$|TNP$|done$|tested|failed)/i;

function looksNamed(side: string, gene: string): boolean {
  if (side === '' || side.length > 90) return false;
  if (REFERENCE.test(side) || LEGACY_PROTEIN.test(side) || /^\*\d+[A-Z]?$/.test(side) || /^HapB3$/i.test(side)) return true;
  const hgvs = HGVS.exec(side);
  if (hgvs !== null)
    return harmless(
      side
        .replace(hgvs[0], '')
        .replace(/\((?:\*\w+|HapB3|[^()]{1,40})\)/gi, '')
        .replace(/,\s*c\.\S+/g, ''),
    );
  if (gene === 'CFTR') return /^\d{2,4}[+-]\d+(?:kb)?[ACGT]->[ACGT]$|^ivacaftor/.test(side);
  return gene === 'G6PD' && G6PD_CLASSES.test(side) && !NOT_A_NAME.test(side);
}

function allele(side: string): Haplotype {
  const name = REFERENCE.test(side) && !/^\*1$|^b\b/i.test(side) ? 'Reference' : withoutReference(side);
  // CPIC's name for a sequence without a responsive variant repeats the gene, which was taken out with the prefix.
  if (/^ivacaftor non-responsive (?:CFTR )?sequence$/i.test(name)) {
    return { units: [{ allele: 'ivacaftor non-responsive CFTR sequence', copies: { n: 1, atLeast: false } }] };
  }
  // "c.1905+1G>A (*2A)": the bracket repeats the allele by its older name.
  const bare = name.replace(/\s*\((?:\*\w+)\)\s*$/, '');
  return { units: [{ allele: bare, ...(bare === side ? {} : { written: side }), copies: { n: 1, atLeast: false } }] };
}

/** HGVS without its reference sequence: `NM_000110.4:c.1905+1G>A` → `c.1905+1G>A`. */
function withoutReference(hgvs: string): string {
  const bare = hgvs.replace(/^[A-Z]{2,4}_?\d+(?:\.\d+)?(?:\([^)]*\))?:\s?/, '').trim();
  // "(m.1555A>G)": the bracket around it.
  return [')', ']'].reduce((name, close, at) => (name.endsWith(close) && !name.includes('(['[at] ?? '') ? name.slice(0, -1) : name), bare);
}
