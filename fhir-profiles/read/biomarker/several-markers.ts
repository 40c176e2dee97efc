/**
 * One line for several markers: "ER/PR: ER positive, PR negative", "ER/PR/HER2: +/+/-", "MSI/MMR: MSS, pMMR". Each marker gets what the value says of it;
 * what cannot be given to one of them is given to none.
 */
import { namesTreatment } from '../../codes/title-of-treatment.ts';

/** A marker named in a line, and the words that are its answer. */
export interface MarkerPart {
  /** As a test of that marker alone would be called. */
  readonly name: string;
  readonly text: string;
}

/** In this order where one word could be two; `own`: the word is itself the answer and stays in it. */
const TOKENS: readonly { readonly name: string; readonly words: string; readonly own?: true }[] = [
  { name: 'HER2 status', words: String.raw`HER-?2(?:\s?\/\s?neu)?|c-?erb-?B-?2|ERBB2` },
  { name: 'ER status', words: String.raw`(?:o?estrogen|[öo]strogen)(?:[- ]?receptors?|[- ]?rezeptor(?:en)?)?|\bER\b` },
  { name: 'PR status', words: String.raw`progesteron\w*(?:[- ]?receptors?|[- ]?rezeptor(?:en)?)?|\bPg?R\b` },
  { name: 'Ki-67', words: String.raw`\bKi-?\s?67\b|\bMIB-?1\b` },
  { name: 'MMR', words: String.raw`\b[dp]MMR\b|\bMMR-?[dp]\b`, own: true },
  { name: 'MMR', words: String.raw`mismatch repair(?: proteins?)?(?: \(MMR\))?|\bMMR\b` },
  { name: 'MSI', words: String.raw`\bMSI-?\s?(?:H(?:igh)?|L(?:ow)?|S(?:table)?)\b|\bMSS\b`, own: true },
  { name: 'MSI', words: String.raw`microsatellite (?:instability|status)(?: \(MSI\))?|\bMSI\b` },
  { name: 'TMB', words: String.raw`tumou?r mutation(?:al)? burden(?: \(TMB\))?|\bTMB\b` },
  { name: 'PD-L1 TPS', words: String.raw`\b(?:PD-?L1 )?TPS\b`, own: true },
  { name: 'PD-L1 CPS', words: String.raw`\b(?:PD-?L1 )?CPS\b`, own: true },
  { name: 'PD-L1', words: String.raw`\bPD-?L1\b` },
  { name: 'HRD', words: String.raw`\bHRD\b|homologous recombination(?: deficiency)?(?: \(HRD\))?` },
  { name: 'CLDN18.2 status', words: String.raw`claudin[- ]?18(?:\.2)?|\bCLDN18(?:\.2)?\b` },
  { name: 'FOLR1 status', words: String.raw`\bFOLR1\b` },
];
const ANY = new RegExp(TOKENS.map(({ words }) => `(${words})`).join('|'), 'gi');

interface Named {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly own: boolean;
}

function namedIn(text: string): readonly Named[] {
  return [...text.matchAll(ANY)].flatMap((match): Named[] => {
    const token = TOKENS[match.slice(1).findIndex((group) => group !== undefined)];
    // "er" and "pr" in small letters are words of other languages.
    if (token === undefined || /^(?:er|pr)$/.test(match[0])) return [];
    return [{ name: token.name, from: match.index, to: match.index + match[0].length, own: token.own === true }];
  });
}

/** Markers that a line names beside an answer of some kind, as tests of them would be called. */
export function markersNamed(line: string): readonly string[] {
  const named = namedIn(line);
  return ANSWER_OF_SOME_KIND.test(line) || named.some(({ own }) => own) ? [...new Set(named.map(({ name }) => name))] : [];
}
const ANSWER_OF_SOME_KIND =
  /\d\s?[%+]|\d|\+|\b(?:positi|negati|equivocal|indeterminate|amplif|overexpress|high|low|stable|deficien|proficien|intact|retained|lost|loss)/i;

/** Titles that promise receptors or markers without naming them. */
const HORMONE =
  /^(?:steroid )?hormone?n?[- ]?(?:receptors?|rezeptor(?:en)?)(?: \((?:HR|ER\/PR)\))?(?: (?:status|expression|IHC|panel|results?))?$|^HR status$/i;
const OF_MARKERS =
  /^(?:(?:breast|tumou?r|prognostic|predictive|cancer|breast cancer|breast tumou?r)[\s/]+)*(?:biomarkers?|receptors?|receptor status|receptor panel|prognostic markers?|predictive markers?|IHC (?:panel|profile|markers?)|immunohistochemistry(?: panel| profile| results?| report)?|immunohistochemical stud(?:y|ies))(?: (?:panel|profile|status|results?|report|by IHC|\(IHC\)))*$/i;
/** A pathologist's report, or a part of it. */
const OF_PATHOLOGY =
  /^(?:(?:surgical|anatomic(?:al)?|final|breast|tumou?r|tissue|cyto|histo) ?)*(?:patholog(?:y|ic(?:al)?)|histology|cytology)(?:[ .](?:report|final|synoptic|diagnosis|findings|results?|study|examination|biopsy|narrative))*$|^(?:(?:breast|tumou?r|left|right|core|needle|excisional|incisional),? )*biopsy(?: (?:report|pathology|findings|results?))*$/i;
const isGeneral = (title: string): boolean => OF_MARKERS.test(title) || OF_PATHOLOGY.test(title.replace(/\s?[-–:]\s?/g, ' '));
/** A longer value is a report. */
const LONGEST = 300;

/**
 * @param titles the test's names
 * @param said the words of its value
 * @returns null for a line of one marker; an empty list where several are named and the value cannot be given to them
 */
export function markersApart(
  titles: readonly string[],
  said: readonly string[],
): { readonly asked: readonly string[]; readonly parts: readonly MarkerPart[] } | null {
  const [text] = said;
  if (text !== undefined && isTripleNegative(titles, text)) return { asked: RECEPTORS, parts: all(RECEPTORS, 'negative') };
  const title = titles.find((one) => !namesTreatment(one) && askedIn(one) !== null);
  const asked = title === undefined ? null : askedIn(title);
  if (text === undefined || text.length > LONGEST || asked === null) return null;
  const method = METHOD.exec(title ?? '')?.[0];
  const named = (name: string): string => (method === undefined || /^(?:MSI|TMB|HRD|PD-L1)/.test(name) ? name : `${name} ${method}`);
  const parts = isOneAnswer(asked, text) && OF_PROTEINS.test(text) ? [{ name: 'MMR', text }] : partsOf(text, asked);
  if (parts === null) return asked.length < 2 || isOneAnswer(asked, text) ? null : { asked: asked.map(named), parts: [] };
  return { asked: asked.map(named), parts: parts.map((part) => ({ ...part, name: named(part.name) })) };
}

const RECEPTORS = ['ER status', 'PR status', 'HER2 status'] as const;
/**
 * "Receptor status: Triple negative", "Breast biomarkers: TNBC", "Tumor subtype: triple-negative". The same words are said of JAK2, CALR and MPL or of
 * other genes: without the breast in the value, the title has to ask for receptors, the breast or a tumour's subtype.
 */
function isTripleNegative(titles: readonly string[], text: string): boolean {
  if (/^\W*(?:m?TNBC|triple[- ]negative breast (?:cancer|carcinoma)(?: \(m?TNBC\))?)\W*$/i.test(text))
    return titles.some((one) => ABOUT_THE_TUMOUR.test(one));
  return /^\W*triple[- ]negative\W*$/i.test(text) && titles.some((one) => RECEPTOR_TITLE.test(one.trim()));
}
const RECEPTOR_TITLE =
  /^(?:(?:steroid |hormone )?receptors?(?: (?:status|profile|panel|results?|expression))*|breast (?:(?:cancer|carcinoma|tumou?r) )?(?:biomarkers?|markers?|receptors?|receptor status|(?:molecular |intrinsic )?subtype|type|phenotype|status|IHC)(?: (?:panel|profile|status|results?))*|(?:tumou?r|cancer) (?:receptors?(?: status)?|subtype|phenotype)|ER\W{1,3}PR\W{1,3}HER-?2(?:\W?neu)?(?: status)?)$/i;
const ABOUT_THE_TUMOUR = /marker|receptor|subtype|phenotype|classification|\bIHC\b|immuno/i;

/** One method in the name goes for all: "ER/PR by IHC". */
const METHOD = /\b(?:IHC|immunohisto\w*)\b(?!.*\b[FCSD]?ISH\b)/i;

/** Markers that a title asks for; empty for a title that leaves it to the value; null for all others. */
function askedIn(title: string): readonly string[] | null {
  const plain = title.trim();
  if (HORMONE.test(plain)) return ['ER status', 'PR status'];
  if (isGeneral(plain)) return [];
  const named = namedIn(plain).map(({ name }) => name);
  // "PD-L1 (22C3) TPS" is one marker and its scale.
  const names = [...new Set(named.filter((name) => name !== 'PD-L1' || !named.some((other) => other.startsWith('PD-L1 '))))];
  return new Set(names.map((name) => name.split(' ')[0])).size < 2 ? null : names;
}

/** What is called mismatch repair or microsatellite instability in one breath is one question with one answer. */
function isOneAnswer(asked: readonly string[], text: string): boolean {
  return asked.every((name) => name === 'MSI' || name === 'MMR') && !/[;,/]|\d/.test(text);
}

/** Words for the four proteins, which no repeat of DNA is said to be. */
const OF_PROTEINS = /^\W*(?:intact|retained|preserved|proficient|deficient|loss\b|lost\b|no loss\b)/i;

function partsOf(text: string, asked: readonly string[]): readonly MarkerPart[] | null {
  const spoken = behindTheMarker(text);
  const named = namedIn(spoken);
  if (named.length > 0) return byName(spoken, named, asked);
  if (asked.length < 2) return null;
  if (/^\W*triple[- ]negative\W*$/i.test(text))
    return ['ER status', 'PR status', 'HER2 status'].every((name) => asked.includes(name)) ? all(asked, 'negative') : null;
  const same = /^\W*(?:both|all)\W+(?:(?:three|markers?|receptors?|are|were)\W+)*(positive|negative)\W*$/i.exec(text)?.[1];
  if (same !== undefined) return all(asked, same.toLowerCase());
  if (/^\W*(?:negative|not detected)\W*$/i.test(text)) return all(asked, 'negative');
  // Hormone receptors are positive where one of the two is.
  if (/^\W*positive\W*$/i.test(text) && asked.length === 2 && asked.every((name) => /^[EP]R /.test(name)))
    return [{ name: 'HR status', text: 'positive' }];
  for (const border of [/;/, /\s\/\s/, /\//, /,/, /\sand\s/]) {
    const pieces = text.split(border).map((piece) => piece.trim());
    if (pieces.length === asked.length && pieces.every((piece) => piece !== '')) {
      return pieces.map((piece, at) => ({ name: asked[at] ?? '', text: signInWords(piece) }));
    }
  }
  return null;
}

const all = (asked: readonly string[], text: string): MarkerPart[] => asked.map((name) => ({ name, text }));

/** "Positive for ER and PR, negative for HER2" as "ER and PR positive, HER2 negative". */
function behindTheMarker(text: string): string {
  return text.replace(
    /\b(positive|negative|equivocal)\s+for\s+(.{2,60}?)(?=[;,.](?:\s|$)|\s+(?:and|but)\s+(?:positive|negative|equivocal)\b|$)/gi,
    '$2 $1',
  );
}

const BETWEEN = /^[\s,;/+&|]*(?:(?:and|und|et|y|e)\s+)?$/i;
const SEPARATORS_BEHIND = /[\s,;/|.]+(?:(?:and|but|with|und|et|y)\s*)?$/i;

/** What a line of receptors may begin with: the stain, and the tumour by its histology. A denial, an earlier biopsy or another person is none of these. */
const BEFORE_MARKERS =
  /\b(?:IHC|immunohisto\w*|results?|status|receptors?|biomarkers?|invasive|infiltrating|metastatic|mammary|breast|lung|gastric|colonic|colorectal|o?esophageal|bladder|urothelial|endometrial|ovarian|(?:adeno)?carcinoma|cancer|ductal|lobular|mucinous|squamous(?: cell)?|no special type|NST|NOS|component|the|of|with|and|left|right|core|needle|biopsy|well|moderately|poorly|differentiated|high|low|(?:nottingham |histologic(?:al)? )?grade(?: ?[1-3]| ?I{1,3})?|G[1-3]|tumou?r|is|diagnosis|final)\b/gi;

/** From each marker's name to the next; markers with nothing between them share what follows ("ER and PR positive"). */
function byName(text: string, named: readonly Named[], asked: readonly string[]): readonly MarkerPart[] | null {
  const [first] = named;
  if (first === undefined || /[\p{L}\d]{3}/u.test(text.slice(0, first.from).replace(BEFORE_MARKERS, ''))) return null;
  const parts: MarkerPart[] = [];
  let open: Named[] = [];
  for (const [at, one] of named.entries()) {
    open.push(one);
    const next = named[at + 1];
    const between = text.slice(one.to, next?.from ?? text.length);
    const answer = answerIn(between);
    const alone = one.own && (answer === '' || !/^(?:PD-L1)/.test(one.name));
    if (next !== undefined && answer === '' && BETWEEN.test(between) && !alone) continue;
    if (answer === '' && !alone) return null;
    // "Recommend HER2 FISH" asks for it.
    if (METHOD_ALONE.test(answer)) {
      open = [];
      continue;
    }
    for (const own of open) {
      const word = own.own ? `${text.slice(own.from, own.to)} ${answer}`.trim() : answer;
      parts.push({ name: own.name, text: word });
    }
    open = [];
  }
  const names = new Set(parts.map(({ name }) => name));
  // The same marker twice: a report, not a line.
  if (names.size < parts.length && !sameSaidTwice(parts)) return null;
  const alone = parts.length === 1 && asked.length === 0 && SHORT_ANSWER.test(parts[0]?.text ?? '');
  return parts.length > 1 || (asked.length > 1 && parts.length > 0) || alone ? unique(parts) : null;
}

const METHOD_ALONE = /^(?:by )?(?:F?ISH|CISH|DISH|IHC)(?: (?:test(?:ing)?|recommended|advised|suggested|to follow|pending))*\.?$/i;

/** All that is said under a general title: "positive (3+)", "CPS 15", "FISH not amplified, ratio 1.2". Names of other stains are more than an answer. */
const SHORT_ANSWER =
  /^(?:(?:PD-?L1|[CT]PS|IHC|F?ISH|CISH|is|was|not|un|score|strongly|weakly|membranous|overexpress(?:ed|ion)|(?:non-?\s?)?amplif(?:ied|ication)|positive|negative|equivocal|indeterminate|high|low|stable|intact|deficient|proficient|retained|lost|loss|MSI-?[HLS]|MSS|[dp]MMR|expression|of|ratio|copy|number|average|HER2\/CEP17|by|mut(?:ations?)?\/Mb|[\d.,:=<>≥≤%+()/-]+)[\s,;()]*){1,12}\.?$/i;

/** "HER2 IHC 3+, HER2 FISH not amplified" says two things of one marker. */
function sameSaidTwice(parts: readonly MarkerPart[]): boolean {
  return new Set(parts.map(({ name, text }) => `${name} ${text}`)).size === parts.length;
}
function unique(parts: readonly MarkerPart[]): readonly MarkerPart[] {
  return parts.filter((part, at) => parts.findIndex(({ name, text }) => name === part.name && text === part.text) === at);
}

/** "+", ": positive,", "- 95 % " without what parts it from its neighbours. */
function answerIn(between: string): string {
  const ended = between.replace(SEPARATORS_BEHIND, '');
  const begun = ended.replace(/^\s*(?:status|receptors?|expression)?\s*(?:[:=]|is\b|[-–](?=\s))\s*/i, '').replace(/^[\s,;/|]+/, '');
  return signInWords(begun === '' && /[-–]\s*$/.test(ended) ? '-' : begun.trim());
}

/** In a list of receptors one sign is the whole answer; "2+" and "3+" are scores. */
function signInWords(piece: string): string {
  const bare = piece.trim().replace(/^\(\s*([+\-–−])\s*\)$/, '$1');
  if (/^(?:\+|pos\.?)$/i.test(bare)) return 'positive';
  if (/^(?:[-–−]|neg\.?)$/i.test(bare)) return 'negative';
  return bare.replace(/^\+\s*(?=[([,]|\d)/, 'positive ').replace(/^[-–−]\s*(?=[([,])/, 'negative ');
}
