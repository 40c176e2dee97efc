/** HGVS expressions wherever they stand: any slot, inside titles such as "NM_014049.4(ACAD9):c.1249C>T (p.Arg417Cys)". */

export interface HgvsFound {
  readonly c: readonly CodingHgvs[];
  readonly p: readonly string[];
  readonly g: readonly string[];
}

export interface CodingHgvs {
  readonly change: string;
  readonly transcript?: string;
  readonly gene?: string;
}

const REFERENCE = String.raw`(?:(?<ref>(?:NM|NR|XM|XR|NC|NG|NP|XP|ENST|ENSP|LRG)_?[\dtp]+(?:\.\d+)?)(?:\((?<gene>[A-Za-z0-9-]+)\))?:\s?)?`;
const CODING = new RegExp(`${REFERENCE}(?<![A-Za-z0-9])(?<change>[cn]\\.\\[?(?:[-*]?\\d[\\w+\\-*>=\\[\\]();?]*))`, 'g');
const PROTEIN = /(?<![A-Za-z0-9])p\.\(?(?:[A-Z][a-z]{2}|[A-Z*])\d+[A-Za-z0-9_*=?>]*\)?|(?<![A-Za-z0-9])p\.\(?(?:=|0|\?)\)?/g;
const GENOMIC = new RegExp(`${REFERENCE}(?<![A-Za-z0-9])(?<change>[gm]\\.\\[?\\d[\\w+\\-*>=\\[\\]();?]*)`, 'g');
const CHROMOSOMAL = /(?<![\w.])(?:chr)?(?<chromosome>[0-9]{1,2}|X|Y|MT?):g\.(?<change>\d[\w>=_-]*)/gi;

export function findHgvs(texts: readonly string[]): HgvsFound {
  const c: CodingHgvs[] = [];
  const p: string[] = [];
  const g: string[] = [];
  for (const text of texts) {
    if (text.length > 2000) continue;
    for (const match of text.matchAll(CODING)) {
      const { change = '', ref, gene } = match.groups ?? {};
      const found = {
        change: balanced(change),
        ...(ref === undefined ? {} : { transcript: ref }),
        ...(gene === undefined ? {} : { gene }),
      };
      const known = c.findIndex((other) => other.change === found.change);
      if (known < 0) c.push(found);
      else if (c[known]?.transcript === undefined) c[known] = { ...found };
    }
    for (const [protein] of text.matchAll(PROTEIN)) add(p, unparenthesised(balanced(protein)));
    for (const match of text.matchAll(GENOMIC)) {
      const { change = '', ref } = match.groups ?? {};
      add(g, ref === undefined ? balanced(change) : `${ref}:${balanced(change)}`);
    }
    for (const match of text.matchAll(CHROMOSOMAL))
      add(g, `chr${(match.groups?.['chromosome'] ?? '').toUpperCase()}:g.${match.groups?.['change'] ?? ''}`);
  }
  // "g.123A>G" beside "NC_000001.10:g.123A>G" is the same change without its reference.
  // What becomes of the protein is not known: the other name is the one to show.
  const known = c.length + g.length > 0 ? p.filter((one) => one !== 'p.?') : p;
  return { c, p: known, g: g.filter((one) => !g.some((other) => other !== one && other.endsWith(`:${one}`))) };
}

function add(list: string[], value: string): void {
  if (!list.includes(value)) list.push(value);
}

/** A bracket or stop that belongs to the sentence around is not part of the expression. */
function balanced(expression: string): string {
  let text = expression.replace(/(?<![;,.])[;,.]+$/, '');
  while (text.endsWith(')') && count(text, ')') > count(text, '(')) text = text.slice(0, -1);
  while (text.endsWith(']') && count(text, ']') > count(text, '[')) text = text.slice(0, -1);
  return text;
}

const count = (text: string, sign: string) => text.split(sign).length - 1;

/** `p.(Ala412Val)` only says that the protein change was predicted. */
function unparenthesised(protein: string): string {
  return protein.replace(/^p\.\((.*)\)$/, 'p.$1').replace(/^p\.\((?!.*\))/, 'p.');
}

/** True when the expression says "as in the reference". */
export function isUnchanged(expression: string): boolean {
  return /=\)?$/.test(expression);
}
