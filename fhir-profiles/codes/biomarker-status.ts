/** The status words of biomarkers, from interpretation codes, answers and texts. */
import { hasNegativeSign, isLeftOpen } from './doubt/index.ts';
import { changesInEnglish, findingsInEnglish } from './finding-words.ts';
import { ofItself } from './of-itself.ts';
import { numberOfInstability, ownClass, ownScore } from './scale-words.ts';
import { withoutSomethingElse } from './something-else.ts';
import { abnormalityStatus, isAbnormality } from './genomics/abnormalities.ts';
import { entryOf } from '../entry-of.ts';
import { hybridisedByNumbers } from './her2-by-numbers.ts';
import { SHARE_ASKED, stainedShare } from './stained-share.ts';

const CODES: Readonly<Record<string, string>> = {
  POS: 'positive',
  NEG: 'negative',
  DET: 'positive',
  ND: 'negative',
  IND: 'indeterminate',
  E: 'equivocal',
  H: 'high',
  HH: 'high',
  L: 'low',
  LL: 'low',
  'LA6576-8': 'positive',
  'LA6577-6': 'negative',
  'LA11884-6': 'indeterminate',
  'LA14122-8': 'stable',
  'LA26203-2': 'high',
  'LA26202-4': 'low',
  '10828004': 'positive',
  '260385009': 'negative',
  '42425007': 'equivocal',
  '75540009': 'high',
  '62482003': 'low',
  '82334004': 'indeterminate',
  // Answers of the breast cancer guide (HL7 ICHOM STU1) and of the German molecular tumour board (looked up 2026-11-22).
  '427685000': 'positive',
  '431396003': 'negative',
  '1381317004': 'low',
  '416053008': 'positive',
  '416561008': 'positive',
  '441118006': 'negative',
  '373572006': 'negative',
};

export function statusOfCodes(codes: readonly string[]): string | null {
  for (const code of codes) {
    const found = entryOf(CODES, code);
    if (found !== undefined) return found;
  }
  return null;
}

const SHOWN: ReadonlySet<string> = new Set(['positive', 'high', 'unstable', 'deficient']);
const NOT_SHOWN: ReadonlySet<string> = new Set(['negative', 'stable', 'proficient']);

/** "Negative" as the word of the code for positive: neither can be believed. */
export function statusesContradict(kind: string, coded: string, worded: string): boolean {
  const absent = (status: string): boolean => NOT_SHOWN.has(status) || (status === 'low' && (kind === 'TMB' || kind === 'MSI'));
  return (SHOWN.has(coded) && absent(worded)) || (absent(coded) && SHOWN.has(worded));
}

const NOT_DONE =
  /\b(?:not (?:performed|tested|evaluable|assessed|assessable|determined|determinable|done|available|excluded|ruled out)|cannot be (?:determined|assessed|excluded|calculated|evaluated)|undetermined|failed|insufficient|pending|ordered|requested|scheduled|see (?:\w+ ){0,2}(?:note|report|comments?|page|attach\w*|below|scan\w*)|not calculable|n\/a)\b/i;

/** "Not performed", "failed", "see report": whatever number stands beside it is no result. */
export const hasNoResult = (text: string): boolean => NOT_DONE.test(text);

/** False for words that say that there is no result: not done, failed, on its way, elsewhere. */
export function saysAnything(text: string): boolean {
  return (
    text.length <= 80 &&
    /[\p{L}\d+]/u.test(text) &&
    !NOT_DONE.test(text) &&
    !/\b(?:unknown|n\/?a|not applicable|cancel\w*|refused|none|not (?:reported|ordered|known|stated|provided|requested))\b/i.test(text)
  );
}

const DENIED_BEFORE = String.raw`\b(?:not|non|no|nor|without|negative for|absence of|lack(?:s|ing| of)?|not detected (?:of|de|di|d['’])|excludes?)\b[\s-]*(?:(?:evidence|signs?|indication|features|presence)\s+(?:of|for)\s+)?(?:(?:considered|classified as|consistent with|suggestive of|indicative of|found to be|called)\s+)?(?:an?\s+|any\s+)?`;
const DENIED_BEHIND = String.raw`(?:[\s:=,()-]|\b(?:status|result|phenotype|expression|is|was|are|were)\b)*(?:\bnot (?:detected|found|identified|present|observed|seen|demonstrated)\b|\bundetected\b|\bneg(?:ative)?\b(?! for)|\babsent\b|\bexcluded\b|\bruled out\b|\b(?:no|none|false)(?=\s*(?:$|[;.,)])))`;

/** "Not MSI-High", "MSI-H not detected", "MSI-High: No": the finding that these words name is denied. */
function denies(finding: string): (text: string) => boolean {
  const denied = new RegExp(`${DENIED_BEFORE}(?:${finding})|(?:${finding})${DENIED_BEHIND}`, 'i');
  return (text) => denied.test(text);
}

const MSI_HIGH = String.raw`\bMSI-?H(?:igh)?\b|\b(?:MSI|microsatellite instability|instability)[- ]\(?high\)?|\bhigh(?:ly)?\b(?: (?:MSI|microsatellite instability|instability))?`;
const DEFICIENT = String.raw`\bdMMR\b|\bMMR-?d\b|\b(?:(?:mismatch[- ]repair|MMR)[- ])?(?:protein )?(?:deficien(?:t|cy)|defect(?:ive)?)\b|\blost\b|(?:\b(?:MLH1|MSH2|MSH6|PMS2|MMR|protein|nuclear|background|significant)\s+)?\bloss(?: of (?:nuclear |protein )?(?:expression|staining)(?: (?:of|for|in) [\w/, ]{1,40}?)?)?`;
const deniesInstability = denies(String.raw`\b(?:microsatellite )?instability\b|\bunstable\b`);
const deniesMsiHigh = denies(MSI_HIGH);
const deniesDeficiency = denies(DEFICIENT);
const deniesTmbHigh = denies(
  String.raw`\bTMB-?H(?:igh)?\b|\b(?:TMB|tumou?r mutational burden)[- ]\(?high\)?|\bhigh\b(?: (?:TMB|tumou?r mutational burden))?`,
);
const deniesGain = denies(
  String.raw`\b(?:(?:gene|HER-?2|ERBB2|MET|protein) )?(?:amplifi(?:cation|ed)|over-?expression|over-?expressed|positiv(?:e|ity))\b`,
);
const deniesHrd = denies(
  String.raw`\b(?:HR|homologous recombination|HRD)[- ](?:repair[- ])?(?:deficien(?:t|cy)|positive)\b|\bdeficien(?:t|cy)\b`,
);
const deniesHigh = denies(String.raw`\bhigh\b(?: expression)?`);

/** Status that a text states for a kind of biomarker; null when it states none, or leaves it open ("MSI-High?", "HER2 positive (-)"). */
export function statusInWords(kind: string, text: string): string | null {
  const status = statusWorded(kind, text);
  if (status === null || status === 'equivocal' || status === 'indeterminate') return status;
  const open = text
    .split(/[;,\n]|\.(?=\s|$)/)
    .some(
      (clause) =>
        (isLeftOpen(clause) || (kind !== 'MMR' && SHOWN.has(status) && hasNegativeSign(clause))) && statusWorded(kind, clause) !== null,
    );
  return open ? null : status;
}

function statusWorded(kind: string, written: string): string | null {
  if (NOT_DONE.test(written)) return null;
  const meant = withoutSomethingElse(written);
  const text = kind === 'HER2' ? ownScore(meant) : kind === 'MSI' ? ownClass(meant) : meant;
  if (/(?<!not )\bequivocal\b|\bborderline\b/i.test(text)) return 'equivocal';
  if (/\bindeterminate\b|\binconclusive\b/i.test(text)) return 'indeterminate';
  if (isAbnormality(kind)) return abnormalityStatus(kind, findingsInEnglish(text));
  // "Absence of MLH1" is a finding of its own there.
  if (kind === 'MMR') return mmr(changesInEnglish(text));
  const own = ofItself(kind, findingsInEnglish(text));
  // More copies of the gene are no stain of its protein.
  const said = kind === 'HER2' || kind === 'MET' ? own : own.replace(/\b(?:no |not |non-?|un)?amplif\w*/gi, ' ');
  if (!/[\p{L}\d+]/u.test(said)) return null;
  if (kind === 'MSI') return msi(said);
  if (kind === 'TMB') return tmb(said);
  if (kind === 'HRD') return hrd(said);
  // Methylated in part: no laboratory's line between the two classes is known here.
  if (kind === 'MGMT methylation' && /\bpartial(?:ly)?\b/i.test(said)) return 'indeterminate';
  // "Detected" alone tells no grade of staining.
  if (kind === 'HER2') return her2(/\bnot detected\b/.test(said) ? said : changesInEnglish(text));
  if (kind === 'MET') return met(said);
  if (
    deniesGain(said) ||
    /\bnot detected\b|\bneg(?:ative?)?\b|\b(?:not|non)[- ]?(?:methylated|present|expressed)\b|\bunmethylated\b|\bno (?:\w+ )?methylation\b|\bno (?:evidence|expression)\b|\babsent\b/i.test(
      said,
    )
  )
    return 'negative';
  if (SHARE_ASKED.has(kind) && !/\bpositiv/i.test(said)) {
    const shared = stainedShare(said);
    if (shared !== null) return shared;
  }
  // "10 % positive" is a share of cells, not what the laboratory makes of it.
  const worded =
    kind === 'ER' || kind === 'PR'
      ? said
      : said.replace(/\d\s?%\s*(?:of (?:the )?(?:viable )?(?:tumou?r )?cells )?(?:are |were )?positive\b/gi, ' ');
  if (/\bpositiv(?:e)?\b|\bdetected\b|\bmethylated\b|\bpresent\b|^\W*pos\b(?!\s?(?:control|ition))/i.test(worded)) return 'positive';
  if (/\bultra-?low\b/i.test(said)) return 'ultralow';
  // What is not high is not said to be low either.
  if (/\bhigh\b/i.test(said)) return deniesHigh(said) ? null : 'high';
  return /\blow\b/i.test(said) ? 'low' : null;
}

function tmb(text: string): string | null {
  if (deniesTmbHigh(text) || /\blow\b|TMB-?L\b/i.test(text)) return 'low';
  return /\bhigh\b|TMB-?H\b/i.test(text) ? 'high' : null;
}

/** Strong (3+) staining of half of the tumour cells or more, as the companion test of telisotuzumab vedotin counts; a bare "positive" tells less. */
function met(text: string): string | null {
  const strong = /\b3\s?\+\D{0,30}?(\d{1,3})\s?%|(\d{1,3})\s?%\D{0,30}?\b3\s?\+/.exec(text);
  const share = strong?.[1] ?? strong?.[2];
  if (share !== undefined) return Number(share) >= 50 ? 'high' : 'low';
  if (/\bhigh\b/i.test(text) && !deniesHigh(text)) return 'high';
  return /\bnegativ|\babsent\b|\bnot (?:detected|expressed|over-?expressed)\b/i.test(text)
    ? 'negative'
    : /\bpositiv|\boverexpress/i.test(text)
      ? 'equivocal'
      : null;
}

/** "2 of 5 markers unstable". */
const MARKERS_AT = /\b(?:instability|unstable) (?:at|in) (\d{1,2})\s?(?:of|\/|out of)\s?(?:the )?(\d{1,2})\b/i;
/** "1 unstable marker of 5". */
const MARKERS_BEFORE = /\b(\d{1,2}|no) (?:unstable|altered) (?:markers?|loci|locus|sites?) (?:of|out of) (?:the )?(\d{1,2})\b/i;
const MARKERS = /\b(\d{1,2}|no|none)\s?(?:of|\/|out of)\s?(?:the )?(\d{1,2})\b\D{0,40}?\b(?:unstable|instability|shifts?|altered)\b/i;

function msi(text: string): string | null {
  const [, unstable, of] = MARKERS.exec(text) ?? MARKERS_AT.exec(text) ?? MARKERS_BEFORE.exec(text) ?? [];
  const counted = unstable === undefined ? null : byMarkers(/\d/.test(unstable) ? Number(unstable) : 0, Number(of), text);
  if (counted !== null) return counted;
  const notHigh = deniesMsiHigh(text);
  if (!notHigh && new RegExp(MSI_HIGH, 'i').test(text)) return 'high';
  if (/\bMSI-?L(?:ow)?\b|\blow\b/i.test(text)) return 'low';
  if (
    notHigh ||
    deniesInstability(text) ||
    /\bMSS\b|\bstable\b|\bnot (?:detected|unstable|positive|present)\b|\bnegative\b|\bno (?:evidence of )?(?:microsatellite )?instability\b/i.test(
      text,
    )
  )
    return 'stable';
  const number = unstable === undefined ? numberOfInstability(text) : null;
  if (number !== null) return number === 'none' ? 'stable' : 'indeterminate';
  return /\bunstable\b|\binstability\b|\bpositive\b|\bdetected\b|\bpresent\b/i.test(text) ? 'unstable' : null;
}

/**
 * Of the five reference markers two make instability high, one makes it low (revised Bethesda guidelines as cited in Hered Cancer Clin Pract 2013;11:9,
 * table 1). For other panels the laboratory's own word decides; a minority of unstable markers is no word.
 */
function byMarkers(unstable: number, of: number, text: string): string | null {
  if (unstable === 0) return 'stable';
  if (of === 5) return unstable >= 2 ? 'high' : 'low';
  return new RegExp(`${MSI_HIGH}|\\bMSI-?L|\\blow\\b|\\bstable\\b`, 'i').test(text) || 2 * unstable >= of ? null : 'indeterminate';
}

/** "MLH1+, PMS2+, MSH2+, MSH6+": any protein without staining is a loss; intact are all when PMS2 and MSH6 are (each is lost with its partner). */
function mmrSigns(text: string): string | null {
  const signs = [...text.matchAll(/\b(MLH1|MSH2|MSH6|PMS2)\s?\(?([+-])\)?(?![\w])/gi)];
  if (signs.some(([, , sign]) => sign === '-')) return 'deficient';
  const kept = new Set(signs.map(([, protein = '']) => protein.toUpperCase()));
  return kept.has('PMS2') && kept.has('MSH6') ? 'proficient' : null;
}

/** Of a part of the tumour alone: the stain does not decide it. */
const IN_PART = /\b(?:sub-?clonal|heterogeneous|patchy|partial|focal|mosaic)\b/i;

const NOT_KEPT = /\b(?:not|no longer)[- ](?:\w+ )?(?:retained|intact|preserved)\b/i;

function mmr(text: string): string | null {
  if (IN_PART.test(text)) return 'indeterminate';
  const signs = mmrSigns(text);
  if (signs !== null) return signs;
  // "MLH1 not retained" is its loss; "tissue not preserved" tells nothing.
  if (NOT_KEPT.test(text)) return /\b(?:MLH1|MSH2|MSH6|PMS2|express\w*|stain\w*|proteins?)\b/i.test(text) ? 'deficient' : null;
  const whole = /\bproficient\b|\bpMMR\b|\bintact\b|\bretained\b|\bpreserved\b|(?<!not )\bnormal\b/i.test(text);
  const denied = deniesDeficiency(text);
  const rest = text.replace(new RegExp(`${DENIED_BEFORE}(?:${DEFICIENT})|(?:${DEFICIENT})${DENIED_BEHIND}`, 'gi'), ' ');
  const lost = /\bdeficien|\bdMMR\b|\bMMR-?d\b|\bloss\b|\babsen(?:t|ce)\b|\blost\b|\babnormal\b|\bnot expressed\b|\bno expression\b/i.test(
    rest,
  );
  if (lost) return 'deficient';
  return whole || denied ? 'proficient' : null;
}

function hrd(text: string): string | null {
  if (
    deniesGain(text) ||
    deniesHrd(text) ||
    /\bproficien|\bnegativ|\bnot (?:detected|deficient|present|found|identified|seen|observed|demonstrated)|\bHRP\b|\bno (?:evidence of )?(?:homologous|HRD|deficiency)|\blow\b|\babsent\b/i.test(
      text,
    )
  )
    return 'negative';
  return /\bdeficien|\bpositiv|\bdetected\b|\bhigh\b|\bpresent\b|\bHRD[+]|^\s*HRD\s*$/i.test(text) ? 'positive' : null;
}

const BY_ISH =
  /\b(?:[FCSD]?ISH)\b[\s:=,(-]*(not amplified|non-?amplified|unamplified|neg(?:ative)?|amplified|pos(?:itive)?)|\b(not amplified|non-?amplified|unamplified|neg(?:ative)?|amplified|pos(?:itive)?)\b[\s(]*(?:by|on|in) (?:[FCSD]?ISH)\b/i;

/** "2+, FISH not amplified": what the in-situ test says in the line of the stain; null when it says nothing. */
export function hybridisationBeside(text: string): 'positive' | 'negative' | null {
  const found = BY_ISH.exec(changesInEnglish(text));
  if (found !== null) return /^(?:not|non|un|neg)/i.test(found[1] ?? found[2] ?? '') ? 'negative' : 'positive';
  const sign = /\b[FCSD]?ISH\s?([+-])(?![\w])/i.exec(text)?.[1];
  return sign === undefined ? null : sign === '+' ? 'positive' : 'negative';
}

/** 3+ is strong staining of more than 10 % of the tumour cells; of fewer it is to be taken as 2+ (ASCO/CAP guideline 2018, figure 1). */
export function fewCells(text: string): boolean {
  const share = /(?:(\d{1,3})\s?%[^%+]{0,40}?\b3\s?\+|\b3\s?\+[^%+]{0,40}?(\d{1,3})\s?%)/.exec(text);
  const percent = share?.[1] ?? share?.[2];
  return percent !== undefined && Number(percent) <= 10 && !/>\s?10\s?%/.test(text);
}

function her2(text: string): string | null {
  if (/\bultra-?low\b/i.test(text)) return 'ultralow';
  if (/\bHER2[- ]low\b|^\s*low\b/i.test(text)) return 'low';
  if (deniesGain(text) || /\bnot (?:amplified|detected)\b|\bnon-?amplified\b|\bunamplified\b|\bneg(?:ative?)?\b/i.test(text))
    return 'negative';
  if (/(?<!\b(?:non|pas|no|nicht|niet)[\s-])\bpositi(?:v[eoa]?|e?f)\b|\bamplified\b|\bamplification\b|\boverexpress/i.test(text))
    return fewCells(text) ? 'equivocal' : 'positive';
  const counted = hybridisedByNumbers(text);
  if (counted !== null) return counted === 'positive' && fewCells(text) ? 'equivocal' : counted;
  const plus = /^\s*(\+{2,3})\s*$/.exec(text)?.[1]?.length;
  if (plus !== undefined) return plus === 3 ? 'positive' : 'equivocal';
  if (/\bzero\b|\bscore\s*:?\s*0\b|\bno staining\b/i.test(text)) return 'negative';
  if (/^\s*pos\b/i.test(text)) return 'positive';
  const score = /(?:^|[^\d.])([0-3])\s?\+|^\s*(?:score\s*)?([0-3])\s*$/.exec(text);
  const staining = score?.[1] ?? score?.[2];
  if (staining === undefined) return null;
  if (staining === '3' && fewCells(text)) return 'equivocal';
  return staining === '3' ? 'positive' : staining === '2' ? 'equivocal' : 'negative';
}
