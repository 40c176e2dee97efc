/** Drugs in display texts: "MERCAPTOPURINE 50 MG PO TABS", "clopidogrel (PLAVIX) 75 mg tablet", "Fluorouracil 5 % cream". */
import type { Ingredient } from '../../facts.ts';
import type { DrugMatch } from '../../vocabulary.ts';
import { apartBehindStrength } from './behind-strength.ts';
import { replacementOf } from './ended-in-words.ts';
import { FLUIDS, fluidSpelledOut } from './fluids.ts';
import type { DrugLexicon, LexiconEntry } from './lexicon.ts';
import { productMatch } from './product.ts';
import { ordersChemotherapy } from './regimen-order.ts';
import { strengthInText } from './strength-text.ts';
import { systemicOfForm } from './systemic.ts';
import { SALT_WORDS, textWords } from './words.ts';

const LONGEST_TEXT = 1000;

/**
 * Reads a drug text. First as an RxNorm name; where the text is outside that grammar, by whole words and phrases of the table.
 * Null when no drug of the table is named. A word that merely contains a drug's name never counts ("dihydrocodeine" is not codeine).
 */
export function readDrugText(text: string, lexicon: DrugLexicon): DrugMatch | null {
  const short = spelledOut(text.slice(0, LONGEST_TEXT));
  const replacement = replacementOf(short);
  const other = replacement === null ? null : byWords(replacement, lexicon);
  return other ?? productMatch(short, lexicon) ?? byWords(short, lexicon);
}

/**
 * Short forms that stand beside another drug only: "ACETAMINOPHEN-COD", "TYLENOL #3" (acetaminophen with codeine; the figure is its strength).
 * The number needs its sign, or stands at the end: "Tylenol 3 tablets" is no codeine, "Tylenol 3" and "Tylenol III" are.
 */
function spelledOut(text: string): string {
  return apartBehindStrength(fluidSpelledOut(text))
    .replace(/\b5-(?=fluoro)/gi, '')
    .replace(/\btylenol(?:[ -]?(?:w\/?|with)? ?cod(?:eine)?)? ?(?:#|no\.? ?|nr\.? ?|number )[1-4](?!\d)/gi, 'tylenol with codeine')
    .replace(/\btylenol (?:[34]\s*$|iii(?![a-z]))/i, 'tylenol with codeine')
    .replace(/\b(?:acetaminophen|apap|paracetamol) ?# ?[2-4](?!\d)/gi, 'acetaminophen with codeine')
    .replace(/(?<=[a-z]{3} ?[-/] ?|\bw\/ ?)cod(?![a-z])/gi, 'codeine')
    .replace(/(?<=[a-z]{3} ?[-/] ?)caff?(?![a-z])/gi, 'caffeine')
    .replace(/\bbutalb(?= ?[-/])/gi, 'butalbital')
    .replace(/(?<=^[a-z-]{4,30} )hct(?![a-z])/gi, 'hydrochlorothiazide')
    .replace(SALT_AND_NEXT, '$1 / ');
}

/** "amlodipine besy-atorvastatin", "metoprolol succinate-HCTZ": behind the salt, often cut short, comes another drug. */
const SALT_AND_NEXT = new RegExp(
  String.raw`(?<=[a-z]{5} )(${[...SALT_WORDS].filter((word) => /^[a-z]{6,}$/.test(word)).join('|')}|besy?l?|succ|tart|sod|sulf|phos|fum|mal|hcl|hbr)-(?=[a-z]{3})`,
  'gi',
);

interface Found {
  readonly at: number;
  readonly length: number;
  readonly entry: LexiconEntry;
}

/** Reads by whole words only; for texts and for RxNorm names that are outside the grammar (brand packs). */
export function byWords(text: string, lexicon: DrugLexicon): DrugMatch | null {
  const words = textWords(withoutConditions(text));
  const named = drugsIn(words, lexicon).filter((found) => !isSaidNotGiven(words, found.at));
  const drugs = named.filter((found) => found.entry.ingredients.length > 0);
  const beside = drugs.filter((found) => !isDiluent(words, found.at) || drugs.length === 1);
  const carried = beside.filter((found) => !isFluid(found));
  const active = carried.length > 0 ? carried : beside;
  const ingredients = [...new Map(active.flatMap((f) => f.entry.ingredients).map((i): [string, Ingredient] => [i.name, i])).values()];
  if (ingredients.length === 0) {
    const drugClass = named.find((found) => found.entry.drugClass !== undefined)?.entry.drugClass;
    return drugClass === undefined ? null : { ingredients, drugClass, systemic: null };
  }
  const strength = strengthInText(text, ingredients);
  return { ingredients, systemic: systemicOfForm(text, ingredients), ...(strength === null ? {} : { strength: [strength] }) };
}

/** "(For Patients Not Taking Carbamazepine, Phenytoin …)" names drugs that are not in the product. */
function withoutConditions(text: string): string {
  return text
    .replace(/\((?:for|not|with(?:out)?|if|when|contains no|allerg)[^()]*\)/gi, ' ')
    .replace(/\bfor patients (?:not )?taking\b.*$/i, ' ');
}

function drugsIn(words: readonly string[], lexicon: DrugLexicon): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < words.length;) {
    const longest = longestAt(words, at, lexicon) ?? brokenUp(words, at, lexicon);
    if (longest === null) {
      at += 1;
      continue;
    }
    let end = at + longest.length;
    while (SALT_WORDS.has(words[end] ?? '')) end += 1;
    if (!isPartOfAnother(words, at, end, lexicon)) found.push({ at, length: end - at, entry: longest.entry });
    at = end;
  }
  return found;
}

function longestAt(
  words: readonly string[],
  start: number,
  lexicon: DrugLexicon,
  anywhere = false,
): { entry: LexiconEntry; length: number } | null {
  for (let length = Math.min(lexicon.longest, words.length - start); length > 0; length -= 1) {
    const entry = lexicon.words(words.slice(start, start + length));
    if (entry === null) continue;
    // The letters of a regimen stand behind words of chemotherapy as well.
    const regimen = entry.ingredients.length > 1 && ordersChemotherapy(words.slice(0, start));
    if (entry.onlyFirst !== true || start === 0 || anywhere || regimen) return { entry, length };
  }
  return null;
}

/**
 * "hydralazine-isosorbide dinitrate", "butalbital-aspirin-caffeine-codeine": a hyphenated word whose parts are drugs, the last of them perhaps
 * with the words behind it. Every part must be a drug: a part that is not known could be one.
 */
function brokenUp(words: readonly string[], at: number, lexicon: DrugLexicon): { entry: LexiconEntry; length: number } | null {
  const parts = (words[at] ?? '').split('-').filter((part) => part !== '');
  if (parts.length < 2) return null;
  const ingredients: Ingredient[] = [];
  const spread = [...parts, ...words.slice(at + 1, at + 3)];
  let next = 0;
  while (next < parts.length) {
    const found = longestAt(spread, next, lexicon, true);
    if (found === null || found.entry.ingredients.length === 0) return null;
    ingredients.push(...found.entry.ingredients);
    next += found.length;
    while (next < parts.length && SALT_WORDS.has(spread[next] ?? '')) next += 1;
  }
  return { entry: { kind: 'alias', ingredients }, length: 1 + next - parts.length };
}

const PAYLOAD =
  /^(?:[a-z]*(?:tansine|vedotin|deruxtecan|tecan|ozogamicin|tesirine|mafodotin|duocarmazine|pelidotin|sarotalocan|tiuxetan|paptox|tox))$/;
const CATION = new Set(['potassium', 'sodium', 'calcium', 'magnesium', 'zinc', 'aluminum', 'ferrous']);

/** A conjugate the table does not have is not its antibody ("trastuzumab duocarmazine"); a cation before a drug is its salt. */
function isPartOfAnother(words: readonly string[], at: number, end: number, lexicon: DrugLexicon): boolean {
  const next = words[end] ?? '';
  if ((words[end - 1] ?? '').endsWith('mab') && PAYLOAD.test(next)) return true;
  if (end - at === 1 && CATION.has(words[at] ?? '')) {
    const drug = lexicon.words([next]);
    return drug !== null && drug.ingredients.length > 0 && !CATION.has(next);
  }
  return next === 'free' || next === 'allergy';
}

const NOT_GIVEN =
  /(?:^| )(?:without|avoid|avoids|instead of|in place of|allergic to|allergy to|allergies|allergy|intolerant (?:of|to)|not taking|not to|do not give|no|contains no|never|non)$/;

/** "instead of codeine", "allergic to penicillin": the words before the drug say that it is not given. */
function isSaidNotGiven(words: readonly string[], at: number): boolean {
  return NOT_GIVEN.test(words.slice(Math.max(0, at - 3), at).join(' '));
}

const isFluid = ({ entry }: Found): boolean => entry.ingredients.every(({ name }) => FLUIDS.has(name));

/** "cefazolin in sodium chloride 0.9 %": what a drug is dissolved in is not the drug ordered. */
function isDiluent(words: readonly string[], at: number): boolean {
  return /^(?:in|with)$/.test(words[at - 1] ?? '') && /^(?:sodium|dextrose|water|sterile|potassium|saline|glucose)$/.test(words[at] ?? '');
}
