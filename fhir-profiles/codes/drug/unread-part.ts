/**
 * Of a text that names a drug on one side of a slash ("ezetimibe/simva 10-20") or of a strength ("ezetimibe 10 mg-simva 20 mg") the side that is not
 * known: it may be a second drug. It is to be said and never used. Of the 3,570 RxNorm names of the reference sample none has such a side.
 */
import type { DrugMatch } from '../../vocabulary.ts';
import { partsBehindStrength } from './behind-strength.ts';
import { SALT_WORDS } from './words.ts';

/** What stands beside a drug behind a slash and is none: what it is taken with, where it goes, who decides. */
const NO_DRUG =
  /^(?:with|without|food|milk|meals?|spacer|chamber|taper|prn|preop|postop|water|saline|dextrose|diluent|glucose|pharmacy|protocol|placebo|tabs?|tablets?|caps?|capsules?|oral|inject\w*|infus\w*|solution|susp\w*|syrup|spray|cream|ointment|patch|drops?|daily|weekly|week|hour|dose|unit|kg|nebuli\w*|inhal\w*|rectal\w*|topical\w*|subcut\w*|intra\w*|adult|child\w*|paediatric|pediatric|generic|brand|equivalent|each|actuation|spray|film|pack|vial|syringe|bag|bottle|device|system|inhaler|kit|release|disintegrating|chewable|effervescent|ophthalmic|otic|nasal|transdermal|sublingual|buccal|intravenous|piggyback|radi\w*|chemo\w*|xrt|imrt|sbrt|surgery|kcl|nacl|vit|vitamins?|mvi|minerals?)$/i;

/**
 * "Paracetamol comp.", "Panadol Ultra", "Mucinex DM": right behind a name these say that the product holds more than the name does (in these: codeine,
 * codeine or caffeine by country, dextromethorphan). Where the table has the product under its whole name, it names what is in it.
 */
const HOLDS_MORE = /^\s*[\p{L}-]{4,}[ -](plus|comp(?:ositum)?|combi|duo|ultra|dm|gold|cv|av)(?![\p{L}])/iu;

/** Null when every side is known, or none is. */
export function unreadPart(text: string, read: (part: string) => DrugMatch | null): string | null {
  const more = HOLDS_MORE.exec(text)?.[1];
  if (more !== undefined && read(text)?.ingredients.length === 1) return more;
  const isDrug = (part: string): boolean => {
    const match = read(part);
    return match !== null && (match.ingredients.length > 0 || match.drugClass !== undefined);
  };
  const products = text.slice(0, 300).replace(/\s+/g, ' ').split(PLUS);
  const joined = products.length > 1;
  const parts = products.flatMap((product) =>
    partsOf(product).map((name) => ({ name, known: isDrug(name) || (joined && isDrug(product)) })),
  );
  if (parts.length < 2 || parts.every(({ known }) => !known)) return null;
  return parts.find(({ name, known }) => !known && mayBeDrug(name, joined ? JOINED : ALONE))?.name ?? null;
}

/** A plus joins products, each with a strength of its own: "Adiro 100 + clopidogrel 75". Inside a word it is part of a name ("Ca2+"). */
const PLUS = / ?\+ | \+|(?<=\p{L})\+(?=\p{L})| & /u;

/** The names in one product, each as it stands before its first figure. */
function partsOf(product: string): string[] {
  const [first = '', ...behindStrength] = partsBehindStrength(product);
  return [...nameOf(first).split(/ ?\/ ?/), ...behindStrength.map(nameOf)].map((part) => part.trim()).filter((part) => part !== '');
}

/** What stands before the first figure. */
const nameOf = (part: string): string => /^[^\d([{]*/.exec(part)?.[0] ?? '';

/** How a second drug looks: behind a plus three letters are one ("FOLFOX + bev"), behind a slash they are as often a form or a way. */
const ALONE = /^[a-z]{4,}$/i;
const JOINED = /^[a-z]{3,}$/i;

function mayBeDrug(part: string, looks: RegExp): boolean {
  const words = part.split(/[\s-]+/);
  const [first = ''] = words;
  return looks.test(first) && !words.some((word) => NO_DRUG.test(word)) && !words.every((word) => SALT_WORDS.has(word.toLowerCase()));
}
