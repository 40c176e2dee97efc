/** Whether words say that a change was found: negations, shares against their limits, what is asked, doubted or of somebody else. */
import { ASKED, IN_RELATIVE, NOT_EXCLUDED, UNRELIABLE } from '../../../codes/doubt/index.ts';
import { findingsInEnglish } from '../../../codes/finding-words.ts';
import { pairAnswer } from '../../../codes/pair-answer.ts';
import { isChoice, withoutSomethingElse } from '../../../codes/something-else.ts';
import type { Presence } from '../../../facts.ts';
import { withoutOpenPartner } from '../notation/fusion.ts';
import { deniedClause } from './denied-clause.ts';
import { isMixedAnswer } from './mixed-answer.ts';

const PRESENCE_WORDS: readonly (readonly [RegExp, Presence])[] = [
  // "No NTRK1, NTRK2 or NTRK3 fusion detected": between the two words stand genes alone.
  [
    /\b[Nn]o (?:(?:[A-Z][A-Z0-9]{1,9}(?:\/[A-Z0-9]{1,10}){0,3},?|or|and|\/) ){1,14}(?:mutation|variant|alteration|rearrangement|fusion|amplification)s?\b/,
    'absent',
  ],
  [
    /\bno[- ]?call\b|\bfail(?:ed|ure)\b|\bnot (?:performed|tested|evaluated|interpretable|assessable|evaluable|analy[sz](?:able|ed)|informative|done|determined)\b|\bun(?:assessable|evaluable|interpretable|successful)\b|\binsufficient\b|\b(?:quantity|tissue|sample|specimen) (?:was )?not (?:sufficient|adequate)\b|\bQNS\b|\bcannot be (?:determined|assessed)\b|\bnicht (?:auswertbar|beurteilbar|durchgeführt|bestimmbar)\b|判定不能/i,
    'no-call',
  ],
  [/\bindeterminate\b|\bequivocal\b|\binconclusive\b|\bborderline\b/i, 'indeterminate'],
  [
    /\b(?:not|no longer) (?:detected|present|identified|found|seen|mutated)\b|\babsent\b|\bnegative\b|\bwild[- ]?type?\b|\bWT\b|\bundetected\b|\bnone (?:detected|found|identified)\b|\bno (?:\w+ ){0,4}(?:mutation|variant|alteration|rearrangement|fusion|amplification)s?\b|\bunmutated\b|\bnachweisbar(?=.*\bkein)|^\W*no (?:evidence of )?(?:EGFR |ERBB2 |HER2 |MET |KIT )?exon \d{1,2} (?:deletion|insertion|duplication|skipping)s?\W*$|\bkeine? |\bnicht (?:nachweisbar|nachgewiesen|mutiert)\b|陰性|検出せず|検出されず|変異なし|野生型|阴性|未检出/i,
    'absent',
  ],
  [
    /\bpresent\b|\bdetected\b|\bpositive\b|\bidentified\b|\bfound\b|\bmutated\b|\bamplified\b|\brearranged\b|\bnachgewiesen\b|[:=]\s?pos\b|陽性|変異あり|阳性/i,
    'present',
  ],
];

export function presenceInWords(text: string): Presence | null {
  const pair = pairAnswer(text);
  if (pair !== null) return pair.copies === 'reference' ? 'absent' : 'indeterminate';
  if (NOT_SETTLED.test(text) || ASKED.test(text) || UNCERTAIN.test(text) || NOT_STATED.test(text)) return 'indeterminate';
  const english = withoutOpenPartner(findingsInEnglish(text.replace(ONE_WORD_IN_BRACKETS, '$1')))
    .replace(FORMERLY, ' ')
    .replace(AGAINST_WILD_TYPE, 'allelic');
  if (/\bn\/a\b|\bnot applicable\b/i.test(english.replace(/\bpartner\b[^.;]*/i, ' '))) return 'no-call';
  if (isChoice(english)) return 'indeterminate';
  const said = saidOf(english);
  const own = withoutSomethingElse(english);
  if (said !== 'present') return said === 'absent' && isMixedAnswer(english) ? 'indeterminate' : said;
  return own === english ? said : (saidOf(own) ?? 'indeterminate');
}

const saidOf = (english: string): Presence | null =>
  deniedInWords(english) ?? countedInWords(english) ?? PRESENCE_WORDS.find(([pattern]) => pattern.test(english))?.[1] ?? null;

/** "No (somatic) mutations", "abnormal (mutated)". */
const ONE_WORD_IN_BRACKETS = /\((somatic|germline|pathogenic|mutated|mutation|amplified|rearranged)\)/gi;
/** What an earlier sample had is told beside what this one has. */
const FORMERLY =
  /\b(?:previously|formerly|earlier|priorly|prior) (?:not )?(?:detected|identified|found|positive|present|reported|seen|known)\b/gi;
/** "ITD/WT ratio": the wild type is what is compared with. */
const AGAINST_WILD_TYPE = /\b(?:ITD|mut(?:ant|ated|ation)?|variant|allele)\s?(?:[/:]|to)\s?(?:WT|wild[- ]?type)\b/gi;
const SEEN = 'detected|identified|found|seen|present|observed|demonstrated|positive';
/** "Cannot be ruled out", "nicht auszuschließen" is not "ruled out". */
const NOT_SETTLED = new RegExp(String.raw`\b(?:${NOT_EXCLUDED})`, 'iu');

/** "False positive", "positive (unconfirmed)", "detected in control only", "positive or negative". */
const UNCERTAIN = new RegExp(String.raw`\b(?:${UNRELIABLE}|${IN_RELATIVE}|(?:in|from) (?:the |a )?donor)\b`, 'i');
/** "L858R (reference)", "L858R n.d.", "L858R likely"; "likely pathogenic" tells what a change means, not whether it is there. */
const NOT_STATED =
  /\(\s*(?:ref(?:erence)?|normal)\s*\)|(?<![\w.])n\.\s?[bdn]\.(?!\w)|\b(?:likely|probabl[ey])\b(?=\W*$|\s+(?:present|positive|detected|found))/i;
const CHANGE = String.raw`(?:p\.|c\.)?\(?(?:[A-Z]|[A-Z][a-z]{2})\d{1,4}[A-Za-z*]`;
const NOT_THE_CHANGE = new RegExp(
  String.raw`\b(?:[Nn]on|[Nn]ot|[Nn]o|[Ww]ithout|[Ll]ack(?:s|ing)|[Oo]ther than|[Ee]xcluding)[- ]+(?:evidence of |any )?${CHANGE}`,
);
/** "No V600E mutation detected": the noun and its verb belong to the change that is denied; a "non-V600E mutation" is another one. */
const NO_SUCH_MUTATION = new RegExp(
  String.raw`\b((?:[Nn]o|[Ww]ithout|[Ll]ack(?:s|ing))\s(?:evidence of |any )?${CHANGE}[A-Za-z0-9_*]*)\s(?:gene\s)?(?:mutations?|variants?|alterations?|changes?)(?:\s(?:was\s|were\s)?(?:detected|identified|found|seen|present|observed))?`,
  'g',
);
/** "No exon 19 deletion, L858R or T790M detected": one negation over a list. */
const NONE_OF_LIST = new RegExp(
  String.raw`^\s*(?:no|none of)\b(?![^.;]*\b(?:but|however|except)\b)[^.;]*\bn?or\b[^.;]*\b(?:${SEEN})\b\W*$`,
  'i',
);
/** The same without "or": whether the last of the list was found cannot be told. */
const NO_LIST = new RegExp(String.raw`^\s*no\b(?![^.;]*\b(?:but|however|except)\b)[^.;,]*,[^.;]*\b(?:${SEEN})\b\W*$`, 'i');
const SAID_NO = new RegExp(
  String.raw`\b(?:${SEEN}|mutated|re-?arranged|amplified|rearrangement|fusion|mutation|amplification|variant)\s*[:=?]\s*(?:no|none|nil|false)\b`,
  'i',
);
const NOT_SO =
  /\b(?:not|non)[- ]?(?:re-?arranged|amplified|mutated|over-?expressed|expressed|positive|fused|translocated|altered|observed|demonstrated|confirmed)\b|\bunrearranged\b|\bneg\b|\bbelow (?:the )?(?:limit of detection|detection limit|cut-?off|threshold)\b/i;

/** Negations that a word for "found" stands beside. */
function deniedInWords(text: string): Presence | null {
  if (NONE_OF_LIST.test(text) || SAID_NO.test(text) || NOT_SO.test(text)) return 'absent';
  if (NO_LIST.test(text)) return 'indeterminate';
  const clause = deniedClause(text);
  if (clause !== null) return clause;
  const denied = NOT_THE_CHANGE.exec(text.replace(NO_SUCH_MUTATION, '$1'));
  if (denied === null) return null;
  // "Exon 18 mutation (non-D842V)", "no G12C, other mutation detected": something else was found, and is not named.
  return /\bmutat|\bvariant\b|\b(?:detected|positive|present|found)\b/i.test(
    text
      .replace(NO_SUCH_MUTATION, '$1')
      .replace(denied[0], ' ')
      .replace(/\bnot (?:detected|found|present)\b/gi, ' '),
  )
    ? 'indeterminate'
    : 'absent';
}

/** "Ratio 0.02 (positive if > 0.05)". */
const AGAINST_LIMIT =
  /(?<![\d.,])(\d{1,3}(?:[.,]\d+)?)\s?%?[^\d%]{0,30}?\b(?:positive|abnormal)\b\s*(?:if|when|:)?\s*(?:ratio|share)?\s*(?:>=|≥|>)\s*(\d{1,3}(?:[.,]\d+)?)/i;
const SHARE_AND_CUTOFF =
  /(?<![\d.,])(\d{1,3}(?:[.,]\d+)?)\s?%[^%]{0,80}?(?:cut-?off|threshold|normal(?: range)?|reference)\D{0,16}(\d{1,3}(?:[.,]\d+)?)\s?%/i;
/** "Detected, 0.05 % (LoD 0.1 %)": found below what can be found. */
const SHARE_AND_LIMIT =
  /(?<![\d.,])(\d{1,3}(?:[.,]\d+)?)\s?%[^%\d]{0,60}?\b(?:L[Oo]D|limit of detection|detection limit|nachweisgrenze)\b[^%\d]{0,12}(\d{1,3}(?:[.,]\d+)?)\s?%/i;
const FOUND = /\b(?:present|detected|positive|identified|found)\b/i;
const NOUGHT = /(?<![\d.,])0(?:[.,]0+)?\s?%|(?<![\d.,])0\s?(?:of|\/)\s?\d{1,4}\b/;
const SOME = /(?<![\d.,])(?!0(?:[.,]0+)?\s?%)\d{1,3}(?:[.,]\d+)?\s?%/;
const RATIO = /\b(?:allel(?:ic|e)|ITD|mutant|mutated)\b[^.;]{0,20}?\bratio\b(?:\s|[:=(]|of\b)*([<≤]?)\s*(\d{1,3}(?:[.,]\d+)?)/i;

/** A share of cells or reads of nought, or below its cut-off, is an absence; a ratio of the changed allele is a finding. */
function countedInWords(text: string): Presence | null {
  const [, share, cutoff] = SHARE_AND_CUTOFF.exec(text) ?? AGAINST_LIMIT.exec(text) ?? [];
  if (share !== undefined && cutoff !== undefined)
    return Number(share.replace(',', '.')) < Number(cutoff.replace(',', '.')) ? 'absent' : 'present';
  const [, seen, limit] = SHARE_AND_LIMIT.exec(text) ?? [];
  if (seen !== undefined && limit !== undefined && Number(seen.replace(',', '.')) < Number(limit.replace(',', '.')))
    return FOUND.test(text) ? 'indeterminate' : 'absent';
  if (NOUGHT.test(text) && !SOME.test(text)) return 'absent';
  const [, below, ratio] = RATIO.exec(text) ?? [];
  if (ratio === undefined) return null;
  return below === '' && Number(ratio.replace(',', '.')) > 0 ? 'present' : 'absent';
}
