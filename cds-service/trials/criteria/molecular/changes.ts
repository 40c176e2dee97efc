/** Single changes of a gene: "KRAS G12C", "EGFR exon 19 deletion or L858R", "EGFR mutation: Ex19del, L858R, T790M or G719X". */
import { parseTerm } from '../../../knowledge/oncology/notation/parse-term.ts';
import type { Term } from '../../../knowledge/oncology/notation/term.ts';
import type { Requirement } from '../../../knowledge/trials/types.ts';
import type { ReadingContext } from '../atom.ts';
import { GENE, namesIn, symbolsOf } from './gene-list.ts';

const CHANGE = String.raw`(?:p\.)?\(?(?:[A-Z]\d{1,4}(?:[A-Z](?:\/[A-Z](?!\d))*|fs|del|dup|ins|\*)?|[A-Z][a-z]{2}\d{1,4}(?:[A-Z][a-z]{2}|del|dup|fs))\)?`;
const EXON = String.raw`(?:(?:in-?frame )?(?:[Dd]eletions?|[Ii]nsertions?|[Ss]kipping|[Mm]utations?|[Dd]el|[Ii]ns) (?:in|of|within) (?:the )?)?(?:[Ee]xon|[Ee]x|EXON)[ -]?\d{1,2}(?:[- ]*(?:in-?frame )?(?:[Dd]eletions?|[Ii]nsertions?|[Ss]kipping|[Mm]utations?|[Aa]lterations?|[Dd]el|[Ii]ns|dup\w*)){0,2}(?: mutations?| variants?| alterations?)?|(?:[Dd]el(?:etion)?[- ]?19|19[- ]?[Dd]el(?:etions?)?)`;
const ITEM = String.raw`(?:(?:an? |the |any |either |other )?(?:${GENE}[ -]+)?(?:(?:[Ee]xon|[Ee]x) ?\d{1,2} (?:point (?:mutation )?)?\(?(?=(?:p\.)?[A-Z]\d))?(?:${CHANGE}|${EXON})(?: \(${CHANGE}\))?(?: (?:point |substitution |missense |activating |sensiti[sz]ing )*(?:mutations?|mutants?|substitutions?|variants?))?(?: (?:in|of|on) [Ee]xon ?\d{1,2})?\)?)`;
const LINK = String.raw`(?:\s*,\s*(?:and\/or |or |and )?|\s*\/\s*|\s+and\/or\s+|\s+or\s+|\s+and\s+|\s*;\s*(?:or )?)`;

/** A gene with changes of it; words behind that make a drug or a test of it leave it out. */
export const SINGLE = new RegExp(
  String.raw`(?<![A-Za-z0-9])(${GENE})[ :-]*\(?((?:${CHANGE}|${EXON})(?:${LINK}${ITEM})*)\)?(?:[- ](?:point |activating |gene )?(?:mutations?|mutated|mutant|mut|positive|substitutions?|variants?|alterations?|alleles?|altered))?(?:[- ]positive)?(?![A-Za-z0-9])(?![- ](?:\w+[- ])?(?:mutation[- ])?(?:status|inhibit|inhibition|targeted|directed|tyrosine kinase inhib|TKIs?|therap|drug|vaccine|degrader|selective|test))`,
  'g',
);
const ITEMS = new RegExp(`^(?:${ITEM})(?:${LINK}${ITEM})*`);

export function changes(match: RegExpExecArray, context: ReadingContext): Requirement | null {
  const [, gene = '', list = ''] = match;
  if (/^(?:CD|IL|PD|HLA|HER3)\b|^(?:T|N|M|G|P|R)\d/.test(gene)) return null;
  // "RAD54L2" is one name; "KRASG12C" is a gene and its change.
  const attached = match[0].startsWith(`${gene}${list.slice(0, 3)}`);
  if (attached && (!/^[A-Z]\d{2}/.test(list) || context.genes.symbol(/^\w+/.exec(match[0])?.[0] ?? '') !== null)) return null;
  const key = `change ${gene} ${list}`;
  const known = context.variants.get(key);
  if (known !== undefined) return known;
  const terms = termsIn(list, gene, context);
  const requirement = terms === null ? null : either((list.startsWith(gene) ? list : `${gene} ${list}`).replace(/[\s)]+$/, ''), terms);
  context.variants.set(key, requirement);
  return requirement;
}
function either(label: string, terms: readonly Term[]): Requirement | null {
  const [only] = terms;
  return only === undefined ? null : { kind: 'molecular', label, tree: terms.length === 1 ? only : { or: terms } };
}

/** Null when one of the changes is not understood. */
function termsIn(list: string, gene: string, { genes: models }: ReadingContext): Term[] | null {
  const [first] = symbolsOf(gene, models).symbols;
  if (first === undefined || symbolsOf(gene, models).symbols.length !== 1) return null;
  let symbol = first;
  const terms: Term[] = [];
  for (const part of list.split(new RegExp(String.raw`\s*(?:,|;|\band\/or\b|\bor\b|\band\b|\/(?=(?:p\.)?[A-Z]\d|ex))\s*`))) {
    const plain = part
      .replace(/[()]/g, ' ')
      .replace(/^\s*(?:an?|the|any|either|other)\s+/, '')
      .trim();
    if (plain === '') continue;
    const own = new RegExp(`^(${GENE})[ -]+(?=.)`).exec(plain);
    const owner = own && !/^[A-Z]\d+/.test(own[1] ?? '') ? models.symbol(own[1] ?? '') : null;
    if (owner !== null) symbol = owner;
    const rest = owner === null ? plain : plain.slice(own?.[0].length ?? 0);
    const term = termOf(rest, symbol, models);
    if (term === null) return null;
    terms.push(term);
  }
  return terms.length === 0 ? null : terms;
}
function termOf(text: string, symbol: string, models: ReadingContext['genes']): Term | null {
  const exon =
    /(?:exon|ex)[ -]?(\d{1,2})/i.exec(text)?.[1] ??
    /\b(?:del(?:etion)?[- ]?(19)|(19)[- ]?del)/i
      .exec(text)
      ?.slice(1)
      .find((part) => part !== undefined);
  const change =
    /(?:p\.)?([A-Z]\d{1,4}(?:[A-Z](?:\/[A-Z])*|fs|del|dup|\*)?|[A-Z][a-z]{2}\d{1,4}(?:[A-Z][a-z]{2}|del|dup|fs))(?![A-Za-z0-9])/.exec(
      text.replace(/\b(?:exon|ex)[ -]?\d+/gi, ' '),
    )?.[1];
  if (change !== undefined) {
    const term = parseTerm(change, models, symbol);
    return term !== null && (term.kind === 'protein' || term.kind === 'codons') ? term : null;
  }
  if (exon === undefined) return null;
  const what = /skip/i.test(text) ? 'skipping' : /ins/i.test(text) ? 'insertion' : /del/i.test(text) ? 'deletion' : 'mutation';
  return parseTerm(`exon ${exon} ${what}`, models, symbol);
}

/** "EGFR mutation (exon 19 deletion or L858R)": the changes behind are what is meant; behind "including" or "e.g." they are examples. */
export function changesBehind(
  text: string,
  from: number,
  list: string,
  word: string,
  context: ReadingContext,
): { readonly requirement: Requirement | null; readonly length: number } | null {
  if (namesIn(list).length !== 1 || !/mutation|mutant|mutated|alteration|variant/.test(word) || /exon/.test(word)) return null;
  const behind = text.slice(from, from + 400);
  const lead =
    /^\s*(?:(?:,|-)\s*)?(\(|:|\[)?\s*((?:,?\s*(?:including|includes?|such as|e\.?g\.?,?|eg,?|i\.?e\.?,?|defined as|namely|either|of|but|and|not limited to|are limited to|limited to|one of|any of|the|following|consisting of|at|codons?)\s*:?,?\s*)*)/i.exec(
      behind,
    );
  if (lead === null || (lead[1] === undefined && !/defined|including|such|namely/i.test(lead[2] ?? ''))) return null;
  const items = ITEMS.exec(behind.slice(lead[0].length));
  if (!items) return null;
  const after = behind.slice(lead[0].length + items[0].length);
  const close = /^\s*[)\]]/.exec(after)?.[0] ?? '';
  const examples = /includ|such|e\.?g|\beg\b|not limited/i.test(lead[2] ?? '') || /^,? *(?:and |or )?(?:etc|others?\b|among)/i.test(after);
  const closed = close !== '' || items[0].split(')').length > items[0].split('(').length;
  if (lead[1] !== undefined && lead[1] !== ':' && !closed && !examples) return null;
  const length = lead[0].length + items[0].length + close.length;
  if (examples) return { requirement: null, length };
  const terms = termsIn(items[0], list, context);
  return terms === null ? null : { requirement: either(`${list} ${items[0].trim().replace(/\)$/, '')}`, terms), length };
}
