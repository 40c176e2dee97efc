/** One dose and no more: "4 mg IV once", "single dose before surgery". */
import { concept, isRecord, numberOf, text, type Json } from '../elements.ts';

const ONE =
  /\bonce\b(?!\s*(?:an? (?:day|night|week|month|year)|per|each|every|daily|nightly|weekly|monthly|in the|at (?:bed|night)|-|\/))|\b(?:one[- ]time|single)[- ]dose\b|\bone[- ]time(?: only)?\b|(?<!\w)x ?1(?: dose)?\b(?!\s*(?:\/|per|an?\b|day|d\b|week|wk|month|\d))|\bstat\b(?! then)|\beinmalig\b/i;
/** What follows makes several of it. */
const MORE =
  /\bthen\b|\brepeat|\bagain\b|\bfollowed by\b|\bevery\b|\bdaily\b|\bq ?\d|\bmay (?:take|use|give|have)\b|\b(?:twice|thrice|bid|tid|qid)\b|\d ?(?:x|times)\b|\bweek|\bcycle|\bmax/i;
const CODES = /^(?:once|one[- ]?time|stat|x1|1x|single(?: dose)?)$/i;

/** Where the dosage says so and states no frequency beside it. */
export function isOneDose(dosage: Json): boolean {
  const timing = isRecord(dosage['timing']) ? dosage['timing'] : {};
  const repeat = isRecord(timing['repeat']) ? timing['repeat'] : {};
  const words = text(dosage['text']) ?? '';
  if (MORE.test(words)) return false;
  if (numberOf(repeat['count']) === 1 && repeat['countMax'] === undefined) return true;
  const code = concept(timing['code']);
  const coded = [code.text, ...code.codings.flatMap((coding) => [coding.code, coding.display])];
  return coded.some((word) => word !== undefined && CODES.test(word.trim())) || ONE.test(words);
}
