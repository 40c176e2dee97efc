/** The words of the drug table, ready for whole-phrase lookups. */
import type { Ingredient } from '../../facts.ts';
import type { DrugData } from './data.ts';
import { spellingKey } from './spelling.ts';
import { nameCandidates, plain, textWords, withoutBiologicSuffix } from './words.ts';

export interface LexiconEntry {
  readonly kind: 'ingredient' | 'alias' | 'brand' | 'class';
  readonly ingredients: readonly Ingredient[];
  readonly drugClass?: string;
  /** True for names that are also everyday words or abbreviations: they count only at the beginning of a text. */
  readonly onlyFirst?: boolean;
}

export interface DrugLexicon {
  ingredient(row: number): Ingredient;
  /** An ingredient, brand or combination by its whole name, with or without salt: "metoprolol succinate" → metoprolol. */
  ingredientName(name: string): LexiconEntry | null;
  /** Exactly these words of a display text, hyphenated combinations included; null when the table does not have them. */
  words(words: readonly string[]): LexiconEntry | null;
  /** Words in the longest phrase that is looked for in texts. */
  readonly longest: number;
}

/** Names that mean something else in the middle of a sentence. */
const EVERYDAY: ReadonlySet<string> = new Set(
  'tact|react|my way|my choice|new day|take action|option 2|fire out|morning after|concept ob|tabloid|soma|asa|ass|mtx|mmf|tpm|latex|nickel|iron|platinum|gold|water|legend|antra|statin|statins|apri|brace relief|yasmin|yaz|oki|txa|cmf|fec|ecf|ecx|eof|eox|dcf|tpf'.split(
    '|',
  ),
);
const LONGEST_PHRASE = 6;

export function drugLexicon(data: DrugData): DrugLexicon {
  const ingredients: readonly Ingredient[] = data.ingredients.map(([name, rxnorm]) => ({ name, rxnorm }));
  const ingredient = (row: number): Ingredient => {
    const found = ingredients[row];
    if (found === undefined) throw new Error(`drug table: row ${row} is missing`);
    return found;
  };
  const phrases = phrasesOf(data, ingredients, ingredient);
  const inText = new Map<string, LexiconEntry>();
  let longest = 1;
  for (const [name, entry] of phrases) {
    const words = textWords(name);
    if (words.length === 0 || words.length > LONGEST_PHRASE) continue;
    longest = Math.max(longest, words.length);
    const key = words.join(' ');
    if (inText.get(key)?.kind !== 'ingredient') inText.set(key, EVERYDAY.has(key) ? { ...entry, onlyFirst: true } : entry);
  }
  const spelt = bySpelling(inText);
  return {
    ingredient,
    longest,
    words: (words) => wordsEntry(words, inText, spelt),
    ingredientName(name) {
      for (const candidate of nameCandidates(plain(name))) {
        const found = phrases.get(candidate);
        if (found !== undefined && found.kind !== 'class') return found;
      }
      return null;
    },
  };
}

function phrasesOf(
  data: DrugData,
  ingredients: readonly Ingredient[],
  ingredient: (row: number) => Ingredient,
): ReadonlyMap<string, LexiconEntry> {
  const phrases = new Map<string, LexiconEntry>();
  const add = (kind: 'alias' | 'brand', lists: Readonly<Record<string, readonly number[]>>) => {
    for (const [name, rows] of Object.entries(lists)) phrases.set(name, { kind, ingredients: rows.map(ingredient) });
  };
  for (const [name, label] of Object.entries(data.classes)) phrases.set(name, { kind: 'class', ingredients: [], drugClass: label });
  add('brand', data.brands);
  add('alias', data.aliases);
  for (const each of ingredients) phrases.set(each.name, { kind: 'ingredient', ingredients: [each] });
  return phrases;
}

function wordsEntry(
  words: readonly string[],
  inText: ReadonlyMap<string, LexiconEntry>,
  spelt: ReadonlyMap<string, LexiconEntry | null>,
): LexiconEntry | null {
  const whole = inText.get(words.join(' '));
  if (whole !== undefined) return whole;
  const last = words.at(-1) ?? '';
  if (!last.includes('-')) return words.length === 1 ? inAnotherLanguage(last, spelt) : null;
  return biologic(words, last, inText) ?? (words.length === 1 ? hyphenated(last, inText) : null);
}

/** German writes the salt onto the name: "Metoprololsuccinat", "Tramadolhydrochlorid". */
const GLUED_SALT =
  /(?:di)?(?:hydrogen)?(?:hydrochlorid|hydrobromid|chlorid|bromid|sulfat|phosphat|succinat|tartrat|fumarat|maleat|mesilat|besilat|citrat|acetat|natrium|kalium|calcium)$/;

/** Shorter words are too often something else. */
const SHORTEST_SPELT = 6;

/**
 * A name as other languages spell it: "Simvastatine", "Tramadolo", "Fenitoina", or with a German salt written onto it. Only what then is an
 * ingredient of the table counts, so that no other word becomes a drug.
 */
function inAnotherLanguage(word: string, spelt: ReadonlyMap<string, LexiconEntry | null>): LexiconEntry | null {
  if (word.length < SHORTEST_SPELT || !/^[a-z]+$/.test(word)) return null;
  const base = word.replace(GLUED_SALT, '');
  return spelt.get(spellingKey(word)) ?? (base === word || base.length < 6 ? null : (spelt.get(spellingKey(base)) ?? null));
}

/** Single ingredients by the key of their spelling; null where two share one. */
function bySpelling(inText: ReadonlyMap<string, LexiconEntry>): ReadonlyMap<string, LexiconEntry | null> {
  const spelt = new Map<string, LexiconEntry | null>();
  for (const [name, entry] of inText) {
    const single = (entry.kind === 'ingredient' || entry.kind === 'alias') && entry.ingredients.length === 1;
    if (!single || entry.onlyFirst === true || !/^[a-z]{6,}$/.test(name)) continue;
    const key = spellingKey(name);
    const same = spelt.get(key);
    spelt.set(key, same === undefined || same?.ingredients[0]?.name === entry.ingredients[0]?.name ? entry : null);
  }
  return spelt;
}

/** "trastuzumab-dkst", "sacituzumab govitecan-hziy": the four letters that the FDA adds to a biologic mean nothing. */
function biologic(words: readonly string[], last: string, inText: ReadonlyMap<string, LexiconEntry>): LexiconEntry | null {
  const base = withoutBiologicSuffix(last);
  return base === null ? null : (inText.get([...words.slice(0, -1), base].join(' ')) ?? null);
}

/** Makers whose name stands behind the drug in European product names ("Tramadol-ratiopharm"). */
const MAKERS =
  /^(?:ratiopharm|hexal|stada|stadapharm|sandoz|heumann|aliud|neuraxpharm|teva|aristo|zentiva|betapharm|puren|mylan|viatris|abz|krka|actavis|accord|tad|biomo|dura|hormosan|aurobindo|winthrop|glenmark|1a|pharma|al|ct)$/;

/**
 * "amlodipine-benazepril", "carbidopa-levodopa", "metoprolol-er", "tramadol-ratiopharm": every part must be a drug or a word that only says its
 * release or its maker.
 */
function hyphenated(word: string, inText: ReadonlyMap<string, LexiconEntry>): LexiconEntry | null {
  const parts = word
    .split('-')
    .filter((part, index) => index === 0 || !MAKERS.test(part))
    .filter((part) => !/^(?:er|xr|sr|dr|ir|la|cr|cd|xl|odt|hcl|od|ec|extended|release|acetaminophen-)$/.test(part));
  const entries = parts.map((part) => inText.get(part));
  const known = entries.filter((entry) => entry !== undefined && entry.ingredients.length > 0 && entry.onlyFirst !== true);
  if (parts.length === 0 || known.length !== parts.length) return null;
  return { kind: 'alias', ingredients: known.flatMap((entry) => entry?.ingredients ?? []) };
}
