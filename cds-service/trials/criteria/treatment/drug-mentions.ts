/** Drugs and classes of drugs where a text names them. */
import { cancerDrugs } from './cancer-drugs.ts';
import { DRUG_CLASSES } from './drug-classes/index.ts';
import { everyMatch } from '../text/every-match.ts';
import { gate, openedBy } from '../text/needles.ts';

const SINGLE = [...new Set([...DRUG_CLASSES.flatMap(({ drugs }) => drugs), ...cancerDrugs(), 'lutetium'])];
/** Other ways to write one drug. */
const OTHER_NAMES: readonly (readonly [needs: string, words: string, drug: string])[] = [
  ['dxd|fam-', String.raw`T-?DXd|fam-trastuzumab deruxtecan(?:-\w+)?`, 'trastuzumab deruxtecan'],
  ['dm1|ado-', 'T-?DM1|ado-trastuzumab emtansine', 'trastuzumab emtansine'],
  ['dato', 'Dato-?DXd', 'datopotamab deruxtecan'],
  ['leuprorelin', 'leuprorelin', 'leuprolide'],
  ['axi', 'axi-?cel|axicabtagene', 'axicabtagene ciloleucel'],
  ['cilta', 'cilta-?cel', 'ciltacabtagene autoleucel'],
  ['ide', 'ide-?cel', 'idecabtagene vicleucel'],
  ['liso', 'liso-?cel', 'lisocabtagene maraleucel'],
  ['5-fluorouracil', '5-fluorouracil', 'fluorouracil'],
  ['nab', 'nab-?paclitaxel', 'paclitaxel'],
];

/** How a drug or class is found: by a pattern where one of its words stands in the text. */
export interface WrittenDrugs {
  readonly label: string;
  readonly needs: readonly string[];
  readonly pattern: RegExp;
  readonly drugs: readonly string[];
}
export const whole = (words: string): RegExp =>
  new RegExp(
    String.raw`(?<![\w-])(?:${words})(?!\w|-(?:related|induced|associated|na[iï]ve|resistant|refractory|sensitive|free|emergent))`,
    'gi',
  );
const WRITTEN: readonly WrittenDrugs[] = [
  ...DRUG_CLASSES.map(({ label, needs, words, drugs }) => ({ label, needs: needs.split('|'), pattern: whole(words), drugs })),
  ...OTHER_NAMES.map(([needs, words, drug]) => ({ label: drug, needs: needs.split('|'), pattern: whole(words), drugs: [drug] })),
];
const GATED = WRITTEN.map(({ label, needs, pattern, drugs }) => ({ label, needed: gate(needs), pattern, drugs }));
/** Single drugs by their first word; the longer name first: "trastuzumab deruxtecan" is not trastuzumab. */
const BY_WORD = new Map<string, readonly string[]>();
for (const name of [...SINGLE].sort((a, b) => b.length - a.length)) {
  const word = name.split(' ')[0] ?? name;
  BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), name]);
}

const ANY_NAME = gate([...BY_WORD.keys()]);

export interface DrugMention {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly drugs: readonly string[];
}

const WORD = /[a-z]{6,}/g;

/** Every drug and class that the text names, in the order of the text; classes before single names, the earlier of two that overlap. */
export function drugsIn(text: string): DrugMention[] {
  const opened = openedBy(text);
  const found: DrugMention[] = [];
  for (const { label, needed, pattern, drugs } of GATED) {
    if (!opened.has(needed)) continue;
    for (const match of everyMatch(text, pattern))
      if (match[0] !== '') found.push({ start: match.index, end: match.index + match[0].length, label, drugs });
  }
  if (!opened.has(ANY_NAME)) return firstOfEach(found);
  const lower = text.toLowerCase();
  for (const match of everyMatch(lower, WORD)) {
    const names = BY_WORD.get(match[0]);
    if (names === undefined || /[\w-]/.test(lower[match.index - 1] ?? ' ')) continue;
    const name = names.find((one) => lower.startsWith(one, match.index) && !/\w/.test(lower[match.index + one.length] ?? ' '));
    if (name !== undefined) found.push({ start: match.index, end: match.index + name.length, label: name, drugs: [name] });
  }
  return firstOfEach(found);
}

/** Where two overlap, the one that begins first, then the one that was found first. */
export function firstOfEach<T extends { readonly start: number; readonly end: number }>(found: readonly T[]): T[] {
  const kept: T[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start)) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}

/** Stands for every one of them in a criterion. */
export const ANY_CANCER_DRUG = '*';

/** Ingredients that are cancer drugs for certain: "treatment-naive" is contradicted by one of these. */
export const CANCER_DRUGS: ReadonlySet<string> = new Set(SINGLE.filter((name) => name !== 'lutetium'));
