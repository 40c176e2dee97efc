/**
 * Lists of treatments: "prior anti-PD-1, anti-PD-L1 or any other agent directed to …", "chemotherapy, radiotherapy or surgery within 4 weeks". Each
 * member is asked by itself; words that are not known open the member that they stand at, or all of them where they may belong to all.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { join, UNREAD } from './arrange.ts';
import { neverCertain } from './alternatives.ts';
import type { ReadingContext } from './atom.ts';
import { tumourTypes } from './disease.ts';
import { limitedByBracket } from './limiting-bracket.ts';
import { asked, daysOf, HORMONE_DRUGS, therapiesIn, WINDOW, type Given, type Therapy } from './therapy-items.ts';
import { words } from './words/vocabulary.ts';

export interface TreatmentList {
  readonly members: readonly Requirement[];
  /** "or" stands between them, or a comma list ends in it. */
  readonly or: boolean;
  readonly and: boolean;
  /** Something else that counts as well, which was not understood. */
  readonly more: boolean;
  readonly windowed: boolean;
}

/** Words that change nothing about which treatment is meant. */
const SILENT = words(`
  a an the any all other another prior previous previously earlier of and/or type types form forms kind kinds class classes regimen regimens course courses line lines cycle cycles dose doses
  agent agents drug drugs therapy therapies treatment treatments inhibitor inhibitors antibody antibodies receipt use exposure administration received receive receiving had have has been given taken
  cancer anticancer anti-cancer malignancy tumor tumour standard approved commercially available either systemic direct
  infusion infusions procedure procedures reason whatsoever time last final most recent therapeutic specific based directed containing both etc
`);
/** What follows are examples: members of their own. */
const EXAMPLES =
  /,?\s*\b(?:including(?:,? but(?: are| is)? not limited to)?|includes?|such as|for example|e\.?g\.?|i\.?e\.?)(?![a-z])[,:]?/gi;
/** Before a treatment they belong to the words that lead to it ("treatment with"), behind one they say more of it. */
const LEADING = words('with to by at on in for from as');
/** "An agent directed to a receptor": these lead on within a name that is not known. */
const LINKING = words('with to by on targeting directed');
/** Phrases that take nothing out. */
const ANY_TIME =
  /(?:\b(?:(?:for|to treat) (?:the )?(?:treatment of )?(?:(?:their|any|a) )?(?:cancer|malignancy|malignant disease)(?! of)|as (?:described|defined|specified|outlined|stated) (?:in|by|per) (?:the )?(?:study )?protocol|per protocol|including in the (?:neo)?adjuvant setting|for any reason|at any time(?: (?:in the past|previously))?|of any (?:kind|type)|in the past(?!\s*(?:\d|one|two|three|four|five|six|twelve))|ever)\b)/gi;
/** A word that may turn what stands before it into something narrower. */
const MODIFIES =
  /\b(?:in|for|with|without|that|who|whom|which|whose|given|result\w*|caus\w*|due|during|while|after|following|followed|as|if|when|where|per|by|from|than|to|at|on|because|unless|until|under|outside|combin\w+|plus|only|alone|less|more|not|no|never|since|involv\w+|discontinu\w+|progress\w*|relaps\w*|refractory|respon\w+|toxicit\w+|toler\w+|intoler\w+|fail\w*|requir\w+|need\w*|plan\w*|anticipat\w*|expect\w*|schedul\w*|intend\w*|intent|candidate|eligible|allow\w*|permit\w*|recover\w*|resolved?|heal\w*|stop\w*|complet\w+|over|total|≥|≤|>|<|\d+)\b|[≥≤<>%]/i;
const EXCEPT =
  /[,;(]?\s*\b(?:except(?:ion)?s?(?: for| of)?|excepting|excluding|other than|with the exceptions? of|apart from|aside from|not including|unless|but not|besides|exclusive of|does not include|do not include|is not considered|are not considered)\b/i;
/** A further sentence takes something out only if it allows something, defines, or makes a difference. */
const SPARES =
  /\b(?:allow\w*|permi\w+|(?<!not |in)eligible|may|can|except\w*|unless|acceptable|exempt\w*|does not|do not|is not|are not|not be|not (?:consider|count|requir|appl|includ|prohibit|exclu)\w*|other than|however|but|only|defin\w+|consider\w*|refer\w*|minor|note|washout|wash-out|if|for|in)\b/i;
const FORBIDS =
  /\b(?:(?:must|may|should|can|will) not|cannot|excluded|ineligible|not (?:be )?(?:eligible|allowed|permitted)|prohibited|also)\b/i;
const SETTING =
  /,? ?\b(?:for|in|of|to treat)(?: the)?(?: treatment of)?(?: their| the| patients with)?(?: (?:(?:locally )?advanced|unresectable|recurrent|relapsed|inoperable|incurable|metastatic|stage IV)(?: ?(?:,|\/|or|and|and\/or| )+ ?)?)* ?(?<![a-z])(?:metastatic|advanced)(?:[/ ](?:or |and )?(?:metastatic|advanced|unresectable|recurrent|inoperable|incurable))*(?: (?:or|and|and\/or) (?:metastatic|unresectable|recurrent|relapsed))?(?: (?:disease|setting|cancers?|malignanc(?:y|ies)|tumou?rs?|stage))(?: setting)?/gi;

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'item' | 'window' | 'setting' | 'disease';
  readonly therapy?: Therapy;
  readonly days?: number;
  readonly disease?: ForDisease;
}
/** "for metastatic breast cancer", "for this cancer". */
interface ForDisease {
  readonly tumour: Requirement | null;
  readonly metastatic: boolean;
}

/** The members of a list, or null where nothing in it is known. `base`: what the words before the list say of all of them. */
export function treatmentList(text: string, context: ReadingContext, base: Given = {}): TreatmentList | null {
  const exception = EXCEPT.exec(text);
  const cut = exception === null ? null : endOfException(text, exception.index);
  const kept =
    exception === null || cut === null ? text : text.slice(0, exception.index) + ' '.repeat(cut - exception.index) + text.slice(cut);
  const [first = '', ...further] = kept.split(/(?<=[a-z)\]0-9])[.;]\s+(?=[A-Z(])/);
  const spared = sparedBy(
    [exception === null || cut === null ? '' : text.slice(exception.index, cut), ...further.filter((one) => SPARES.test(one))].join(' '),
  );
  const list = membersOf(first.replace(/[.;,\s]+$/, ''), context, base, spared);
  // A further sentence that forbids is one more way to be excluded.
  return list !== null && further.some((one) => FORBIDS.test(one)) ? { ...list, more: true } : list;
}

/** An exception goes to the end of its bracket, or of the sentence. */
function endOfException(text: string, at: number): number {
  const open = text.lastIndexOf('(', at + 1);
  const close = text.indexOf(')', at);
  if (open >= 0 && close >= 0 && !text.slice(open, at).includes(')')) return close + 1;
  const stop = /[.;]\s+[A-Z]|$/.exec(text.slice(at));
  return at + (stop?.index ?? text.length);
}

interface Spared {
  /** The exception was not understood: it may take anything out. */
  readonly all: boolean;
  readonly groups: ReadonlySet<Therapy['group']>;
  /** A surgery is named, not only what is none. */
  readonly surgery: boolean;
  readonly drugs: readonly string[];
}

const NO_CANCER_TREATMENT =
  /\b(?:bisphosphonates?|denosumab|zoledronic acid|supportive (?:care|therapy|treatment|medications?)|growth factors?|G-?CSF|steroids?|corticosteroids?|prednisone|dexamethasone|vitamins?|antiemetics?|vaccin\w+|hydroxyurea|hydroxycarbamide|alopecia|vitiligo|megestrol(?: acetate)?|somatostatin analog(?:ue)?s?|octreotide|allopurinol|rasburicase|leukapheresis|intrathecal|antibiotics?|insulin|contracept\w*|hormone replacement(?: therapy)?|thyroid hormones?|non-?cancer(?:-related)?|physiologic|diabetes|osteoporosis|bone metastas[ei]s|palliative|palliation|localized|local|focal|limited[- ]field|biops(?:y|ies)|minor|diagnostic|port|catheter|placement|vascular access|central venous|line|access|insertion|stent\w*|tooth|dental|extractions?|cataract|local an[ae]+sthesia|small|porta?-?a?-?cath|portacath|procedures?|surgical|surgery|excision|skin|PICC|central)\b/gi;
const PLAIN =
  /\b(?:except(?:ion)?s?|for|of|the|with|other|than|excluding|unless|and|or|to|in|a|an|any|is|are|not|including|include|considered|but|if|as|such|eg|e\.g\.|allowed|permitted|acceptable|eligible|may|be|use|used|using|therapy|treatment|treatments|agents?|drugs?|standard|prior|patients?|participants?|subjects?|who|have|has|received|receiving|on|concurrent|continue[ds]?|ongoing|stable|at|dose|doses|will|prostate|breast|cancer|related|conditions?|lesions?|painful|pain|bone|bones|symptoms?|control|symptomatic|purposes?|note)\b/gi;

function sparedBy(text: string): Spared {
  const none: Spared = { all: false, groups: new Set(), surgery: false, drugs: [] };
  if (text.trim() === '') return none;
  const found = therapiesIn(text);
  const rest = blankOut(text, found)
    .replace(NO_CANCER_TREATMENT, ' ')
    .replace(PLAIN, ' ')
    .replace(/[^a-z≥≤<>\d]+/gi, ' ')
    .trim();
  if (rest !== '') return { ...none, all: true };
  const surgery = found.some(({ therapy }) => therapy.group === 'surgery' && therapy.procedure !== 'surgery');
  const groups = new Set(found.map(({ therapy }) => therapy.group));
  if (/\b(?:palliat\w+|local(?:ized)?|focal|limited[- ]field|bone metastas)/i.test(text)) groups.add('radiotherapy');
  if (/\b(?:biops|port|catheter|minor|access|dental|tooth|cataract|stent)/i.test(text)) groups.add('surgery');
  return {
    all: found.some(({ therapy }) => therapy.drugs?.includes('*') === true),
    groups,
    surgery,
    drugs: [
      ...found.flatMap(({ therapy }) => therapy.drugs ?? []),
      ...(found.some(({ therapy }) => therapy.group === 'hormone') || /\bhormon/i.test(text) ? HORMONE_DRUGS : []),
    ],
  };
}

function blankOut(text: string, stretches: readonly { readonly start: number; readonly end: number }[]): string {
  return stretches.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text);
}

/** One spelling for names that are written in several ways. */
function spelled(text: string): string {
  return text
    .replace(/\b(?:cycle ?1,? ?day ?-?1|day 1,? (?:of )?cycle 1|week 1,? day 1)\b/gi, 'C1D1')
    .replace(/\bPD-?\(L\)-? ?([12])/gi, 'PD-L$1')
    .replace(/\b(anti-)?programmed (?:cell )?death(?: protein)?[- ]?\(PD\)-?1\b/gi, '$1PD-1')
    .replace(/\bPD-?ligand[- ]?([12])(?: \((?:anti-)?PD-?L[12]\))?/gi, 'PD-L$1')
    .replace(
      /\ballogen?e?ic (?:(?:tissue|stem[- ]cells?|bone marrow|h[ae]+matopoietic(?: stem)?[- ]cells?)(?: ?\/ ?| or |, )(?:bone marrow(?:,)? or )?(?:solid[- ])?organ) transplant/gi,
      (found) => (/tissue/i.test(found) ? 'solid organ transplant' : 'allogeneic stem cell transplant or solid organ transplant'),
    );
}

function membersOf(written: string, context: ReadingContext, base: Given, spared: Spared): TreatmentList | null {
  const text = withoutBrackets(
    limitedByBracket(
      spelled(written)
        .replace(ANY_TIME, ' ')
        .replace(/≥ (?:one|1)(?= [a-z])(?! (?:days?|weeks?|months?|years?|cm|mm|of)\b)/gi, ' '),
    ),
  )?.replace(EXAMPLES, (found) => `,${' '.repeat(found.length - 1)}`);
  if (text === undefined) return null;
  const marks = marksIn(text, context);
  // A time that was not understood may be a shorter one.
  if (/half-? ?li|whichever|\bt ?1\/2/i.test(blankOut(text, marks))) return null;
  const items = marks.filter(({ kind }) => kind === 'item');
  if (items.length === 0) return null;
  // "Treatment for kidney cancer with chemotherapy, hormones …": the disease is that of all of them.
  if (marks.some(({ kind, end }) => kind === 'disease' && /^\s*(?:with|by|using|consisting|includ)/i.test(text.slice(end)))) return null;
  const segments = segmentsOf(text, marks);
  const windows = marks.filter(({ kind }) => kind === 'window');
  // What stands before the first treatment may be said of all of them: a side effect of it, the disease it was for.
  const firstAt = segments.findIndex((one) => one.items.length > 0);
  const first = segments[firstAt];
  if (
    first === undefined ||
    segments.slice(0, firstAt).some(({ disease, setting }) => disease !== null || setting) ||
    segments.slice(0, firstAt).some(({ before, after }) => before || after)
  )
    return null;
  let governed = first.before;
  const leading = (windows[0]?.start ?? Infinity) < (items[0]?.start ?? 0);
  const members: Requirement[] = [];
  let waiting: { therapy: Therapy; open: boolean }[] = [];
  let more = false;
  const given = (days: number | undefined, setting: boolean, sole: boolean): Given => ({
    ...base,
    ...(days === undefined ? {} : { withinDays: days }),
    ...(setting ? { setting: 'metastatic' } : {}),
    ...(sole ? { sole: true } : {}),
  });
  const flush = (days: number | undefined, open: boolean, setting = false, disease: ForDisease | null = null): void => {
    const about = given(days, setting || disease?.metastatic === true, disease !== null);
    for (const [at, one] of waiting.entries()) {
      const member = memberOf(one.therapy, about, spared, open || governed || one.open);
      const ofDisease = disease?.tumour ? join('all', [member, disease.tumour]) : member;
      // "cabozantinib or any prior chemotherapy for thyroid cancer": the first of them may be meant whatever it was for.
      members.push(disease?.tumour && apart && at < waiting.length - 1 ? join('any', [ofDisease, UNREAD]) : ofDisease);
    }
    waiting = [];
    if (days !== undefined) governed = false;
  };
  const loose = windows.length === 0 && segments.some(({ after }) => after);
  const apart = /\bor (?:any |other |prior |previous )*(?:any|prior|previous)\b/i.test(blankOut(text, marks));
  /** An alternative that was not understood goes on: what follows a comma is said of it. */
  let aside = false;
  let days: number | undefined = leading ? windows[0]?.days : undefined;
  for (const [at, segment] of segments.entries()) {
    const last = at === segments.length - 1;
    for (const therapy of segment.items) waiting.push({ therapy, open: segment.before || loose || segment.items.length > 1 });
    if (segment.items.length > 0) aside = false;
    else if (segment.another && (segment.words || segment.after)) aside = true;
    if (segment.items.length === 0 && segment.words && !segment.after) more = true;
    if (segment.after) {
      // What follows may be said of everything before it, a time included ("…, without recovery").
      if (members.length > 0 && waiting.length === 0 && !segment.another && !aside) return null;
      flush(segment.days ?? days, true);
      if (last) more = true;
      continue;
    }
    // The disease stands before a time that may be meant for all.
    if (segment.setting || segment.disease)
      flush(segment.days ?? days, segment.days === undefined && days === undefined && windows.length > 0, segment.setting, segment.disease);
    else if (segment.days !== undefined && !(leading && at === 0 && segment.items.length === 0)) flush(segment.days, false);
    if (leading && segment.days !== undefined) days = segment.days;
  }
  // Without a time of its own where others have one: it may be ever, or the same time.
  flush(days, !leading && windows.length > 0);
  const bare = blankOut(text, marks);
  return {
    members,
    or: /\bor\b|\//i.test(bare),
    and: /\band\b(?!\/or)|\+|&/i.test(bare),
    more,
    windowed: windows.length > 0,
  };
}

function memberOf(therapy: Therapy, given: Given, spared: Spared, open: boolean): Requirement {
  const any = therapy.drugs?.includes('*') === true;
  const named = therapy.drugs?.some((drug) => spared.drugs.includes(drug)) === true;
  // A port or a biopsy is no major surgery.
  const apart = therapy.procedure === 'major surgery' && !spared.surgery;
  const touched =
    spared.all ||
    (spared.groups.has(therapy.group) && !apart && therapy.group !== 'systemic' && therapy.group !== 'hormone') ||
    (!any && named);
  const question = asked(therapy, any && spared.drugs.length > 0 ? { ...given, except: spared.drugs } : given);
  return open || touched ? neverCertain(question) : question;
}

/** Brackets with examples or an abbreviation are dropped; others say something that is not understood. */
function withoutBrackets(text: string): string | null {
  const once = unbracketed(text);
  const plain = /[()[\]]/.test(once) ? unbracketed(once) : once;
  return /[()[\]]/.test(plain) ? null : plain;
}
function unbracketed(text: string): string {
  return text.replace(/[([]([^()[\]]*)[)\]]/g, (whole, inside: string) => {
    WINDOW.lastIndex = 0;
    if (WINDOW.test(inside)) return ` ${inside} `;
    if (/^\s*s\s*$/.test(inside)) return '';
    if (/^[\w/+-]{1,12}$/.test(inside) || /^\s*(?:e\.?g\.?|such as|including|for example|eg\b)/i.test(inside))
      return ' '.repeat(whole.length);
    const rest = blankOut(inside, therapiesIn(inside)).toLowerCase();
    const plainWords = [...rest.matchAll(/[a-z≥≤<>\d][a-z\d-]*/g)].every(
      ([word]) => SILENT.has(word) || word === 'or' || word === 'and' || word === 's',
    );
    return plainWords || longerFor(inside, text) ? ' '.repeat(whole.length) : ' qualifiedby ';
  });
}
/** "within 4 weeks (6 weeks for nitrosoureas)": a longer time for some takes nothing out. */
function longerFor(inside: string, text: string): boolean {
  const [, number = '', unit = ''] = /^\s*(?:or )?(?:within )?(\d{1,3}) (days|weeks|months) (?:for|if)\b[^.;]*$/i.exec(inside) ?? [];
  WINDOW.lastIndex = 0;
  const window = WINDOW.exec(text);
  WINDOW.lastIndex = 0;
  return number !== '' && window !== null && daysOf(window) <= Number(number) * (unit === 'days' ? 1 : unit === 'weeks' ? 7 : 30);
}

function marksIn(text: string, context: ReadingContext): Mark[] {
  const marks: Mark[] = [];
  const free = (start: number, end: number): boolean => marks.every((mark) => end <= mark.start || start >= mark.end);
  for (const match of text.matchAll(WINDOW))
    marks.push({ start: match.index, end: match.index + match[0].length, kind: 'window', days: daysOf(match) });
  for (const match of text.matchAll(SETTING))
    if (!/locally advanced (?:disease|setting|cancer)/i.test(match[0]) && free(match.index, match.index + match[0].length))
      marks.push({ start: match.index, end: match.index + match[0].length, kind: 'setting' });
  for (const mark of diseasesIn(text, context)) if (free(mark.start, mark.end)) marks.push(mark);
  for (const { start, end, therapy } of therapiesIn(text)) if (free(start, end)) marks.push({ start, end, kind: 'item', therapy });
  return marks.sort((a, b) => a.start - b.start);
}

const COURSE = String.raw`(?:(?:locally[- ]advanced|advanced|unresectable|recurrent|relapsed|refractory|inoperable|incurable|metastatic|stage IV|persistent)[\s,/]+(?:or |and |and\/or )?)*`;
const FOR = new RegExp(
  String.raw`\b(?:for|of|in|to treat) (?:the )?(?:(?:treatment|management) of )?(?:(?:the|their|this|a|any) )?(${COURSE})$`,
  'i',
);
const THIS =
  /\b(?:for|to treat) (?:the )?(?:treatment of )?(?:(?:the|their|this) )?(?:(?:current|present|study|primary|same) )*(?:cancer|malignancy|disease|tumou?r|diagnosis|indication|condition)(?: (?:under (?:study|investigation)|being studied))?(?! of)\b/gi;

/** The cancer that a treatment was for, where the words before it say no more than how far it had come. */
function diseasesIn(text: string, context: ReadingContext): Mark[] {
  if (!/\b(?:for|of|in|treat) /i.test(text)) return [];
  const found: Mark[] = [...text.matchAll(THIS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: 'disease',
    disease: { tumour: null, metastatic: false },
  }));
  for (const { start, end, requirement } of tumourTypes(text, context)) {
    const before = FOR.exec(text.slice(0, start));
    const course = before?.[1] ?? '';
    const metastatic = /metastatic|stage IV|(?<!locally[- ])advanced/i.test(course);
    if (before === null || requirement.kind !== 'tumour' || requirement.breadth !== null || (course !== '' && !metastatic)) continue;
    const behind = /^(?: \([A-Za-z]{2,8}\))?(?: disease| setting)?/i.exec(text.slice(end))?.[0] ?? '';
    found.push({ start: before.index, end: end + behind.length, kind: 'disease', disease: { tumour: requirement, metastatic } });
  }
  return found;
}

interface Segment {
  readonly items: Therapy[];
  /** Unknown words before its item, which narrow it. */
  before: boolean;
  /** Unknown words that may narrow everything before them. */
  after: boolean;
  /** Unknown words alone: one more way. */
  words: boolean;
  days: number | undefined;
  setting: boolean;
  disease: ForDisease | null;
  /** Unknown words alone behind "and". */
  joined: boolean;
  /** "or" stands before it. */
  another: boolean;
}

/** What stands between the separators. */
function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const segments: Segment[] = [];
  let segment = fresh();
  let behindWindow = false;
  /** A treatment was named before. */
  let seen = false;
  /** "and" stands before the segment. */
  let alsoMeant = false;
  const push = (): void => {
    // "… and taking immunosuppressants": only those who do.
    if (segment.joined && segment.days === undefined) segment.after = true;
    segments.push(segment);
    segment = fresh();
  };
  const gap = (between: string): void => {
    for (const [token] of between.matchAll(/[,;/]|[^\s,;/]+/g)) {
      const word = token.toLowerCase().replace(/^['"]+|['".:]+$/g, '');
      if (/^[,;/]$/.test(token) || word === 'or' || word === 'and' || word === 'and/or' || word === '&') {
        push();
        alsoMeant = word === 'and' || word === '&';
        segment.another = word === 'or' || word === 'and/or' || token === ';';
      } else if (word === '' || SILENT.has(word)) continue;
      else if (!seen && segment.days === undefined && LEADING.has(word)) continue;
      else if (segment.items.length === 0 && segment.days === undefined && !alsoMeant && LINKING.has(word)) continue;
      else if (segment.items.length > 0 || segment.days !== undefined || segment.setting || segment.disease) segment.after = true;
      else if (MODIFIES.test(word)) {
        segment.before = true;
        segment.after = true;
      } else {
        segment.words = true;
        segment.before = true;
        segment.joined = alsoMeant;
      }
    }
  };
  let at = 0;
  for (const mark of marks) {
    gap(text.slice(at, mark.start));
    at = mark.end;
    if (mark.kind === 'item' && mark.therapy) {
      // "within 30 days of surgery": when, not what.
      if (segment.days !== undefined && segment.items.length === 0 && behindWindow) segment.after = true;
      else if (segment.days !== undefined && segment.items.length > 0) segment.after = true;
      segment.items.push(mark.therapy);
      seen = true;
      segment.joined = false;
      segment.words = false;
    } else if (mark.kind === 'window') segment.days = mark.days;
    else if (mark.disease) segment.disease = mark.disease;
    else segment.setting = true;
    behindWindow =
      mark.kind === 'window' &&
      /\b(?:of|from|before|after|to|preceding|until|since)(?: the| a| any)?\s*$/i.test(
        text.slice(0, marks[marks.indexOf(mark) + 1]?.start ?? text.length),
      );
  }
  gap(text.slice(at));
  push();
  return segments;
}
const fresh = (): Segment => ({
  items: [],
  before: false,
  after: false,
  words: false,
  days: undefined,
  setting: false,
  disease: null,
  joined: false,
  another: false,
});

/** One of the members is enough. */
export function oneOf({ members, more }: TreatmentList): Requirement {
  return join('any', [...members, ...(more ? [UNREAD] : [])]);
}
