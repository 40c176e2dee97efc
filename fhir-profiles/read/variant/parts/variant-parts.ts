/** The parts of a variant Observation, each read by itself: presence, copy number, allele fraction, origin, names. */
import { ASKED, IN_RELATIVE, UNRELIABLE } from '../../../codes/doubt/index.ts';
import { COMPONENT, ORIGIN_ANSWERS, PRESENCE_ANSWERS } from '../../../codes/genomics/genomics-codes.ts';
import { findingsInEnglish } from '../../../codes/finding-words.ts';
import { pairAnswer } from '../../../codes/pair-answer.ts';
import { isChoice, withoutSomethingElse } from '../../../codes/something-else.ts';
import { saysInherited } from '../../../codes/specimen-kinds.ts';
import type { Presence, VariantFact } from '../../../facts.ts';
import { wordings, type Concept } from '../../elements.ts';
import { valueConcept, type ElementValue } from '../../element-value.ts';
import type { Component, ObservationView } from '../../observation.ts';
import { withoutOpenPartner } from '../notation/fusion.ts';
import { isMixedAnswer } from './mixed-answer.ts';

export function componentsOf(view: ObservationView, ...codes: readonly string[]): readonly Component[] {
  return view.components.filter((component) => codes.some((code) => component.codes.has(code)));
}

/** Codes and words of all components with one of these codes. */
export function statedIn(
  view: ObservationView,
  ...codes: readonly string[]
): { readonly codes: readonly string[]; readonly words: readonly string[] } {
  const concepts = componentsOf(view, ...codes).map(({ value }) => valueConcept(value));
  return { codes: concepts.flatMap(codesIn), words: concepts.flatMap(wordings) };
}

export function codesIn(of: Concept): readonly string[] {
  return of.codings.flatMap(({ code }) => (code === '' ? [] : [code]));
}

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
    /\b(?:not|no longer) (?:detected|present|identified|found|seen|mutated)\b|\babsent\b|\bnegative\b|\bwild[- ]?type?\b|\bWT\b|\bundetected\b|\bnone (?:detected|found|identified)\b|\bno (?:\w+ ){0,4}(?:mutation|variant|alteration|rearrangement|fusion|amplification)s?\b|\bunmutated\b|\bnachweisbar(?=.*\bkein)|\bkeine? |\bnicht (?:nachweisbar|nachgewiesen|mutiert)\b|陰性|検出せず|検出されず|変異なし|野生型|阴性|未检出/i,
    'absent',
  ],
  [
    /\bpresent\b|\bdetected\b|\bpositive\b|\bidentified\b|\bfound\b|\bmutated\b|\bamplified\b|\brearranged\b|\bnachgewiesen\b|陽性|変異あり|阳性/i,
    'present',
  ],
];

export function presenceInWords(text: string): Presence | null {
  const pair = pairAnswer(text);
  if (pair !== null) return pair.copies === 'reference' ? 'absent' : 'indeterminate';
  if (NOT_EXCLUDED.test(text) || ASKED.test(text) || UNCERTAIN.test(text) || NOT_STATED.test(text)) return 'indeterminate';
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
const FORMERLY = /\b(?:previously|formerly|earlier|priorly|prior) (?:detected|identified|found|positive|present|reported|seen|known)\b/gi;
/** "ITD/WT ratio": the wild type is what is compared with. */
const AGAINST_WILD_TYPE = /\b(?:ITD|mut(?:ant|ated|ation)?|variant|allele)\s?(?:[/:]|to)\s?(?:WT|wild[- ]?type)\b/gi;
const SEEN = 'detected|identified|found|seen|present|observed|demonstrated|positive';
/** "Cannot be ruled out", "nicht auszuschließen" is not "ruled out". */
const NOT_EXCLUDED =
  /\b(?:cannot|can ?not|could not|can't|not|nicht|no|non|não|ne|pas|niet)\b[^.;]{0,40}?\b(?:excluded|ruled? out|auszuschlie(?:ß|ss)en|ausgeschlossen|exclue?s?|exclure|exclui\w*|excluid[oa]s?|descart\w+|esclus[oaie]|escludere|uit ?te ?sluiten|uitgesloten)(?![\p{L}])/iu;

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

/** HL7 v3 ObservationInterpretation and the German wild-type/mutated codes. */
const PRESENCE_INTERPRETATIONS: Readonly<Record<string, Presence>> = {
  POS: 'present',
  DET: 'present',
  NEG: 'absent',
  ND: 'absent',
  IND: 'indeterminate',
  E: 'indeterminate',
};

/** Code list of the German cancer data set (oBDS) for a genetic variant: mutated or positive, wild type or negative, unknown. */
const OBDS: Readonly<Record<string, Presence>> = { M: 'present', W: 'absent', U: 'indeterminate' };
const OBDS_SYSTEM = /onko-genetische-variante-auspraegung|(?:obds|dktk).*genetische-?variante/i;

/** A text that says only that something was found, or only that it was not. */
const FOUND_WORDS = /\b(?:positive|present|detected|identified|found)\b/gi;
const NOT_FOUND_WORDS =
  /\b(?:not|no|none)\b[^;,.]*?\b(?:detected|present|identified|found|positive)\b|\b(?:negative|absent|undetected)\b/gi;

/** "Present" as the code and "not detected" as the words: neither can be believed. A text that says both of several things is no contradiction. */
export function contradicts(coded: Presence, words: readonly string[]): boolean {
  if (coded !== 'present' && coded !== 'absent') return false;
  const said = words.map((text) => {
    const negated = text.match(NOT_FOUND_WORDS) !== null;
    const found = text.replace(NOT_FOUND_WORDS, ' ').match(FOUND_WORDS) !== null;
    return negated === found ? null : negated ? 'absent' : 'present';
  });
  const other = coded === 'present' ? 'absent' : 'present';
  return said.includes(other);
}

function presenceOf(value: Concept): Presence | null {
  const [listed] = value.codings.flatMap(({ system, code }) => (OBDS_SYSTEM.test(system) ? (OBDS[code] ?? []) : []));
  if (listed !== undefined) return contradicts(listed, wordings(value)) ? 'indeterminate' : listed;
  for (const code of codesIn(value)) {
    const found = PRESENCE_ANSWERS[code];
    if (found !== undefined) return contradicts(found, wordings(value)) ? 'indeterminate' : found;
  }
  for (const words of wordings(value)) {
    const found = presenceInWords(words);
    if (found !== null) return found;
  }
  return null;
}

/** What the result says of the variant's presence; null when it says nothing. */
export function statedPresence(view: ObservationView): Presence | null {
  const { value } = view;
  const stated = value?.kind === 'boolean' ? (value.value ? 'present' : 'absent') : presenceOf(valueConcept(value));
  if (stated !== null) return isOpposed(stated, view) ? 'indeterminate' : stated;
  if (view.noValue !== undefined) return 'no-call';
  for (const interpretation of view.interpretation) {
    const found = codedInterpretation(interpretation);
    if (found !== undefined) return found;
    const worded = wordings(interpretation)
      .map(presenceInWords)
      .find((said) => said !== null);
    if (worded !== undefined && worded !== null) return worded;
  }
  return null;
}

/** "Absent" that is interpreted as positive, or the other way round: neither can be believed. */
function isOpposed(stated: Presence, view: ObservationView): boolean {
  const { interpretation } = view;
  const other = stated === 'present' ? 'absent' : stated === 'absent' ? 'present' : null;
  if (stated === 'present' && isReferenceState(view)) return true;
  return other !== null && interpretation.map(codedInterpretation).includes(other);
}

/** "Allelic state: wild type" of a change that is present: panels write every place that they looked at in this form. */
function isReferenceState(view: ObservationView): boolean {
  const { words } = statedIn(view, COMPONENT.allelicState);
  return words.length > 0 && words.every((text) => /^(?:homozygous )?(?:wild[- ]?type|reference|normal|wt)\.?$/i.test(text.trim()));
}

function codedInterpretation({ codings }: Concept): Presence | undefined {
  return codings
    .map(({ system, code }) =>
      OBDS_SYSTEM.test(system)
        ? OBDS[code]
        : /ObservationInterpretation|v2-0078/i.test(system) || system === ''
          ? PRESENCE_INTERPRETATIONS[code]
          : PRESENCE_ANSWERS[code],
    )
    .find((found) => found !== undefined);
}

/** The allele fraction as a quantity: some laboratories write "12.3 %" as text. */
function fractionValue(view: ObservationView): { readonly value: number; readonly unit?: string } | null {
  const value: ElementValue | null = componentsOf(view, COMPONENT.vaf)[0]?.value ?? null;
  if (value?.kind === 'quantity') return value;
  const [, number, percent] = value?.kind === 'text' ? (/^\s*~?(\d{1,3}(?:[.,]\d+)?)\s?(%)?\s*$/.exec(value.text) ?? []) : [];
  return number === undefined ? null : { value: Number(number.replace(',', '.')), ...(percent === undefined ? {} : { unit: '%' }) };
}

/** "<LoD", "below the limit of detection" in the place of an allele fraction: what is not measured is not found for certain. */
export function belowDetection(view: ObservationView): boolean {
  const [value] = componentsOf(view, COMPONENT.vaf).map((component) => component.value);
  return value?.kind === 'text' && /^\s*<|\bbelow\b|\bnot detect/i.test(value.text);
}

/** Measured signs that the variant was seen: an allele fraction or an allelic state is not given for what is not there. */
export function measuredPresent(view: ObservationView): boolean {
  const measured = (fractionValue(view)?.value ?? 0) > 0 || componentsOf(view, COMPONENT.allelicState).some(({ value }) => value !== null);
  return measured || isZygosity(valueConcept(view.value));
}

/** "Heterozygous" as the whole value is said of what is there; "homozygous reference" is not. */
function isZygosity(value: Concept): boolean {
  const said = wordings(value);
  const carried = codesIn(value).some((code) => ['LA6705-3', 'LA6706-1', 'LA6707-9'].includes(code));
  return (carried || said.length > 0) && said.every((text) => ZYGOSITY.test(text.trim()));
}

const ZYGOSITY =
  /^(?:(?:compound )?het(?:erozygous|erozygote)?|hom(?:ozygous|ozygote)?|hemizygous)(?: (?:variant|mutant|mutation|carrier|alternate?))?\.?$/i;

export type Fraction =
  | { readonly kind: 'fraction'; readonly value: number }
  | { readonly kind: 'implausible'; readonly written: number }
  | { readonly kind: 'none' };

/** Allele fraction 0..1. Percent when the unit says so, or when the number can be nothing else (above 1 without a unit of its own). */
export function alleleFraction(view: ObservationView): Fraction {
  const value = fractionValue(view);
  if (value === null) return { kind: 'none' };
  const percent = value.unit !== undefined && /%|percent/i.test(value.unit);
  const fraction = percent || value.value > 1 ? value.value / 100 : value.value;
  if (fraction < 0 || fraction > 1) return { kind: 'implausible', written: value.value };
  return { kind: 'fraction', value: Math.round(fraction * 1e8) / 1e8 };
}

export function originOf(view: ObservationView): VariantFact['origin'] {
  const stated = statedIn(view, COMPONENT.sourceClass);
  const coded = stated.codes.map((code) => ORIGIN_ANSWERS[code]).find((found) => found !== undefined);
  const said = stated.words.join(' ');
  // "Germline" as the word of the code for somatic: neither is believed.
  if (coded === 'somatic' && /\bgerm-?line\b/i.test(said) && !/\bsomatic\b/i.test(said)) return 'unknown';
  if (coded === 'germline' && /\bsomatic\b/i.test(said) && !/\bgerm-?line\b/i.test(said)) return 'unknown';
  if (coded !== undefined) return coded;
  const words = (stated.words.length > 0 ? stated.words : wordings(valueConcept(view.value))).join(' ');
  const germline = /\bgerm-?line\b|\bhereditary\b|\binherited\b/i.test(words);
  const somatic = /\bsomatic\b|\btumou?r\b/i.test(words);
  if (germline !== somatic) return germline ? 'germline' : 'somatic';
  return !germline && saysInherited(view.specimen ?? '') ? 'germline' : 'unknown';
}

export function quantityOf(view: ObservationView, code: string): number | undefined {
  const value = componentsOf(view, code)[0]?.value;
  return value?.kind === 'quantity' ? value.value : undefined;
}

const EXON = /\bex(?:on)?s?\s*-?(\d{1,3}(?:\s*(?:-|–|to|through)\s*\d{1,3})?)(?=\b|[a-z])/i;

/** Everything behind "exon" that a list of exons is written with; its parts exclude one another, so that it reads in one pass. */
const EXON_LIST = /\bexons?((?:[\s\d,;/+&]|and|or|und|oder|exons?)+)/i;

/** "Exons 2, 3 and 4" as a region that was looked at: "2-4". Undefined where it is one exon, or a list with gaps. */
export function exonsListed(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const list = EXON_LIST.exec(text)?.[1] ?? '';
    const items = list.split(/[,;/+&]|and|or|und|oder|exons?/i).map((item) => item.trim());
    const numbers = items.filter((item) => /^\d{1,3}$/.test(item)).map(Number);
    if (numbers.length < 2 || items.some((item) => /\d\s+\d|\d{4}/.test(item))) continue;
    const [first] = numbers;
    if (first !== undefined && numbers.every((number, at) => number === first + at)) return `${first}-${first + numbers.length - 1}`;
  }
  return undefined;
}

/** "exon 19 deletion", "ex19del", "METex14", "exons 2-7". */
export function exonIn(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const found = EXON.exec(text)?.[1] ?? /[A-Z0-9]ex(\d{1,3})/.exec(text)?.[1];
    if (found !== undefined) return found.replace(/\s*(?:-|–|to|through)\s*/, '-');
  }
  return undefined;
}
