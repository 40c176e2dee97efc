/**
 * Rows that state an inherited trait outside the problem list: pre-anaesthesia sheets ask for malignant hyperthermia, laboratories and panels report the
 * plasma cholinesterase (BCHE). Dibucaine number below 30: high risk of prolonged paralysis; 30 to 79 a variable one (ARUP Laboratories, test 0020159, read
 * 2026-11-22).
 */
import { saysNormal } from './doubt/index.ts';

const HYPERTHERMIA = String.raw`malignant (?:hyperthermia|hyperpyrexia)(?:\s*\(MH\))?`;
const BEFORE = String.raw`(?:[\w -]{0,40}questionnaire\s*[:-]\s*)?(?:(?:personal|patient(?:['’]s)?|past|prior|previous|known)\s+)*(?:(?:history|hx|h\/o)(?: of)?:?\s+)?`;
const BEHIND = String.raw`(?:\s+(?:history|hx|susceptib(?:le|ility)|diagnosis|episode|reaction|crisis)(?: during (?:surgery|ana?esthesia))?)?`;

/** "History of malignant hyperthermia", and nothing that is about a cart, a protocol, a risk or a lesson. */
export const ASKS_HYPERTHERMIA = new RegExp(String.raw`^${BEFORE}${HYPERTHERMIA}${BEHIND}\s*\??$`, 'i');
/** Whose of the two is left open by "personal or family history". */
export const ASKS_HYPERTHERMIA_OF_FAMILY = new RegExp(
  String.raw`^(?:personal (?:or|and|\/|and\/or) )?family (?:history|hx)(?: of)?:?\s+${HYPERTHERMIA}\s*\??$`,
  'i',
);
export const ASKS_COMPLICATIONS =
  /^(?:(?:personal|past|prior|previous|history of|hx of|known)\s+)*ana?esth(?:esia|etic) (?:complications?|problems?|reactions?|issues?|history)(?: history)?\s*\??$/i;
export const ASKS_COMPLICATIONS_OF_FAMILY =
  /^family (?:history|hx)(?: of)?:?\s+ana?esth(?:esia|etic) (?:complications?|problems?|reactions?|issues?)\s*\??$/i;
export const NAMES_HYPERTHERMIA = new RegExp(String.raw`\b${HYPERTHERMIA}`, 'i');

/** SNOMED CT 373066001 and LOINC LA33-6: yes. */
export const YES_CODES: ReadonlySet<string> = new Set(['373066001', 'LA33-6', 'Y']);
export const YES = /^(?:yes|y|true|positive|present|confirmed|known|susceptible|ja|oui|s[ií])\b(?!.*\b(?:no|not|unknown|kein\w*|pas)\b)/i;

export const NAMES_CHOLINESTERASE =
  /\bBCHE\b|\bbutyryl-?cholinesterase\b|\bpseudo-?cholinesterase\b|\b(?:plasma|serum) cholinesterase\b|\bcholinesterase\b[^;]{0,40}\b(?:serum|plasma)\b|\bP?CHE (?:genotype|phenotype)\b/i;
/** Asks for the deficiency itself, so that "positive" states it. */
export const ASKS_CHOLINESTERASE_DEFICIENCY =
  /\b(?:pseudo-?cholinesterase|butyryl-?cholinesterase|plasma cholinesterase|BCHE) deficiency\s*\??$/i;
export const NAMES_DIBUCAINE = /\bdibucaine\b/i;
export const DIBUCAINE = { highRiskBelow: 30, normalFrom: 80 } as const;
/** Stated plainly; one atypical gene, or a low activity, which has other causes too, is no inherited deficiency. */
const CHOLINESTERASE_DEFICIENT =
  /\bpoor metaboli[sz]er\b|\bdeficien(?:t|cy)\b|\bhomozygous\b[^.;]*\b(?:atypical|silent)\b|\b(?:atypical|silent)\b[^.;]*\bhomozygous\b|\b(?:A\s?\/\s?S|S\s?\/\s?[AS])(?![\w/])|\bA\s?\/\s?A\b[^.;]*\batypical\b|\batypical\b[^.;]*\bA\s?\/\s?A\b/i;
const NOTHING_FOUND =
  /\b(?:usual|wild[- ]?type|negative|not detected|no (?:variants?|mutations?|deficiency)|U\/?U)\b|\b(?:not|non-?|no evidence of)\s*deficien/i;
const CALLED_LOW = /\b(?:low|lower|reduced|decreased|diminished|below|subnormal|abnormal)\b/i;

/** 'unread' too where normal is only a range, a yardstick or said beside "low". */
export function cholinesteraseSaid(text: string): 'normal' | 'deficient' | 'unread' {
  const nothing = NOTHING_FOUND.test(text);
  if (nothing || saysNormal(text)) return CALLED_LOW.test(text) ? 'unread' : 'normal';
  return CHOLINESTERASE_DEFICIENT.test(text) ? 'deficient' : 'unread';
}
/** What such a result is called where it could not be read: it is asked for before succinylcholine. */
export const UNREAD_CHOLINESTERASE = 'Plasma cholinesterase result left open';
