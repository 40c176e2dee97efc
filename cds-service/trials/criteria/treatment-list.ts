/**
 * Lists of treatments: "prior anti-PD-1, anti-PD-L1 or any other agent directed to …", "chemotherapy, radiotherapy or surgery within 4 weeks". Each
 * member is asked by itself; words that are not known open the member that they stand at, or all of them where they may belong to all.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { join, UNREAD } from './arrange.ts';
import { neverCertain } from './alternatives.ts';
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
  /(?:\b(?:as (?:described|defined|specified|outlined|stated) (?:in|by|per) (?:the )?(?:study )?protocol|per protocol|including in the (?:neo)?adjuvant setting|for any reason|at any time(?: (?:in the past|previously))?|of any (?:kind|type)|in the past(?!\s*(?:\d|one|two|three|four|five|six|twelve))|ever)\b)/gi;
/** A word that may turn what stands before it into something narrower. */
const MODIFIES =
  /\b(?:in|for|with|without|that|who|whom|which|whose|given|result\w*|caus\w*|due|during|while|after|following|followed|as|if|when|where|per|by|from|than|to|at|on|because|unless|until|under|outside|combin\w+|plus|only|alone|less|more|not|no|never|since|involv\w+|discontinu\w+|progress\w*|relaps\w*|refractory|respon\w+|toxicit\w+|toler\w+|intoler\w+|fail\w*|requir\w+|need\w*|plan\w*|anticipat\w*|expect\w*|schedul\w*|intend\w*|intent|candidate|eligible|allow\w*|permit\w*|recover\w*|resolved?|heal\w*|stop\w*|complet\w+|over|total|≥|≤|>|<|\d+)\b|[≥≤<>%]/i;
const EXCEPT =
  /[,;(]?\s*\b(?:except(?:ion)?s?(?: for| of)?|excepting|excluding|other than|with the exceptions? of|apart from|aside from|not including|unless|but not|besides|exclusive of|does not include|do not include|is not considered|are not considered)\b/i;
/** What a further sentence says that takes something out, or may. */
const HARMLESS = /^(?:examples? (?:include|are)|(?:these|this) (?:include|criteri)|such (?:as|agents include))/i;
const SETTING =
  /,? ?\b(?:for|in|of|to treat)(?: the)?(?: treatment of)?(?: their| the| patients with)?(?: (?:(?:locally )?advanced|unresectable|recurrent|relapsed|inoperable|incurable|metastatic|stage IV)(?: ?(?:,|\/|or|and|and\/or)+ ?)?)* ?(?<![a-z])(?:metastatic|advanced)(?:[\/ ](?:or |and )?(?:metastatic|advanced|unresectable|recurrent|inoperable|incurable))*(?: (?:or|and|and\/or) (?:metastatic|unresectable|recurrent|relapsed))?(?: (?:disease|setting|cancers?|malignanc(?:y|ies)|tumou?rs?|stage))(?: setting)?/gi;

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'item' | 'window' | 'setting';
  readonly therapy?: Therapy;
  readonly days?: number;
}

/** The members of a list, or null where nothing in it is known. `base`: what the words before the list say of all of them. */
export function treatmentList(text: string, base: Given = {}): TreatmentList | null {
  const exception = EXCEPT.exec(text);
  const cut = exception === null ? null : endOfException(text, exception.index);
  const kept =
    exception === null || cut === null ? text : text.slice(0, exception.index) + ' '.repeat(cut - exception.index) + text.slice(cut);
  const [first = '', ...further] = kept.split(/(?<=[a-z)\]0-9])[.;]\s+(?=[A-Z(])/);
  const spared = sparedBy(
    [exception === null || cut === null ? '' : text.slice(exception.index, cut), ...further.filter((one) => !HARMLESS.test(one))].join(' '),
  );
  const list = membersOf(first.replace(/[.;,\s]+$/, ''), base, spared);
  return list;
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
  readonly drugs: readonly string[];
}

const NO_CANCER_TREATMENT =
  /\b(?:bisphosphonates?|denosumab|zoledronic acid|supportive (?:care|therapy|treatment|medications?)|growth factors?|G-?CSF|steroids?|corticosteroids?|prednisone|dexamethasone|vitamins?|antiemetics?|vaccin\w+|hydroxyurea|hydroxycarbamide|alopecia|vitiligo|megestrol(?: acetate)?|somatostatin analog(?:ue)?s?|octreotide|allopurinol|rasburicase|leukapheresis|intrathecal|antibiotics?|insulin|contracept\w*|hormone replacement(?: therapy)?|thyroid hormones?|non-?cancer(?:-related)?|physiologic|diabetes|osteoporosis|bone metastas[ei]s|palliative|palliation|localized|local|focal|limited[- ]field|biops(?:y|ies)|minor|diagnostic|port|catheter|placement|vascular access|central venous|line|access|insertion|stent\w*|tooth|dental|extraction|cataract|local anesthesia)\b/gi;
const PLAIN =
  /\b(?:except(?:ion)?s?|for|of|the|with|other|than|excluding|unless|and|or|to|in|a|an|any|is|are|not|including|include|considered|but|if|as|such|eg|e\.g\.|allowed|permitted|acceptable|eligible|may|be|use|used|using|therapy|treatment|treatments|agents?|drugs?|standard|prior|patients?|participants?|subjects?|who|have|has|received|receiving|on|concurrent|continue[ds]?|ongoing|stable|at|dose|doses|will|prostate|breast|cancer|related|conditions?|lesions?|painful|pain|bone|bones|symptoms?|control|symptomatic|purposes?|note)\b/gi;

function sparedBy(text: string): Spared {
  const none: Spared = { all: false, groups: new Set(), drugs: [] };
  if (text.trim() === '') return none;
  const found = therapiesIn(text);
  const rest = blankOut(text, found)
    .replace(NO_CANCER_TREATMENT, ' ')
    .replace(PLAIN, ' ')
    .replace(/[^a-z≥≤<>\d]+/gi, ' ')
    .trim();
  if (rest !== '') return { ...none, all: true };
  const groups = new Set(found.map(({ therapy }) => therapy.group));
  if (/\b(?:palliat\w+|local(?:ized)?|focal|limited[- ]field|bone metastas)/i.test(text)) groups.add('radiotherapy');
  if (/\b(?:biops|port|catheter|minor|access|dental|tooth|cataract|stent)/i.test(text)) groups.add('surgery');
  return {
    all: found.some(({ therapy }) => therapy.drugs?.includes('*') === true),
    groups,
    drugs: [
      ...found.flatMap(({ therapy }) => therapy.drugs ?? []),
      ...(found.some(({ therapy }) => therapy.group === 'hormone') || /\bhormon/i.test(text) ? HORMONE_DRUGS : []),
    ],
  };
}

function blankOut(text: string, stretches: readonly { readonly start: number; readonly end: number }[]): string {
  return stretches.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text);
}

function membersOf(written: string, base: Given, spared: Spared): TreatmentList | null {
  const text = withoutBrackets(
    written
      .replace(/\bPD-?\(L\)-? ?([12])/gi, 'PD-L$1')
      .replace(ANY_TIME, ' ')
      .replace(/≥ (?:one|1)(?= (?:prior|previous|line|regimen|course|dose|cycle))/gi, ' '),
  )?.replace(EXAMPLES, (found) => `,${' '.repeat(found.length - 1)}`);
  if (text === undefined) return null;
  const marks = marksIn(text);
  // A time that was not understood may be a shorter one.
  if (/half-? ?li|whichever|\bt ?1\/2/i.test(blankOut(text, marks))) return null;
  const items = marks.filter(({ kind }) => kind === 'item');
  if (items.length === 0) return null;
  const segments = segmentsOf(text, marks);
  const windows = marks.filter(({ kind }) => kind === 'window');
  // What stands before the first treatment may be said of all of them: a side effect of it, the disease it was for.
  const firstAt = segments.findIndex((one) => one.items.length > 0);
  const first = segments[firstAt];
  if (first === undefined || segments.slice(0, firstAt).some(({ before, after }) => before || after)) return null;
  let governed = first.before;
  const leading = (windows[0]?.start ?? Infinity) < (items[0]?.start ?? 0);
  const members: Requirement[] = [];
  let waiting: { therapy: Therapy; open: boolean }[] = [];
  let more = false;
  const given = (days: number | undefined, setting: boolean): Given => ({
    ...base,
    ...(days === undefined ? {} : { withinDays: days }),
    ...(setting ? { setting: 'metastatic' } : {}),
  });
  const flush = (days: number | undefined, open: boolean, setting = false): void => {
    for (const one of waiting) members.push(memberOf(one.therapy, given(days, setting), spared, open || governed || one.open));
    waiting = [];
    if (days !== undefined) governed = false;
  };
  const loose = windows.length === 0 && segments.some(({ after }) => after);
  let days: number | undefined = leading ? windows[0]?.days : undefined;
  for (const [at, segment] of segments.entries()) {
    const last = at === segments.length - 1;
    for (const therapy of segment.items) waiting.push({ therapy, open: segment.before || loose || segment.items.length > 1 });
    if (segment.items.length === 0 && segment.words && !segment.after) more = true;
    if (segment.after) {
      // What follows may be said of everything before it.
      flush(segment.days ?? days, true);
      if (last) more = true;
      continue;
    }
    if (segment.setting) flush(segment.days ?? days, false, true);
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
  const touched =
    spared.all || (spared.groups.has(therapy.group) && therapy.group !== 'systemic' && therapy.group !== 'hormone') || (!any && named);
  const question = asked(therapy, any && spared.drugs.length > 0 ? { ...given, except: spared.drugs } : given);
  return open || touched ? neverCertain(question) : question;
}

/** Brackets with examples or an abbreviation are dropped; others say something that is not understood. */
function withoutBrackets(text: string): string | null {
  const plain = text.replace(/[([]([^()[\]]*)[)\]]/g, (whole, inside: string) => {
    WINDOW.lastIndex = 0;
    if (WINDOW.test(inside)) return ` ${inside} `;
    if (/^\s*s\s*$/.test(inside)) return '';
    if (/^[\w/+-]{1,12}$/.test(inside) || /^\s*(?:e\.?g\.?|such as|including|for example|eg\b)/i.test(inside))
      return ' '.repeat(whole.length);
    const rest = blankOut(inside, therapiesIn(inside)).toLowerCase();
    const plainWords = [...rest.matchAll(/[a-z≥≤<>\d][a-z\d-]*/g)].every(
      ([word]) => SILENT.has(word) || word === 'or' || word === 'and' || word === 's',
    );
    return plainWords ? ' '.repeat(whole.length) : ' qualifiedby ';
  });
  return /[()[\]]/.test(plain) ? null : plain;
}

function marksIn(text: string): Mark[] {
  const marks: Mark[] = [];
  const free = (start: number, end: number): boolean => marks.every((mark) => end <= mark.start || start >= mark.end);
  for (const match of text.matchAll(WINDOW))
    marks.push({ start: match.index, end: match.index + match[0].length, kind: 'window', days: daysOf(match) });
  for (const match of text.matchAll(SETTING))
    if (!/locally advanced (?:disease|setting|cancer)/i.test(match[0]) && free(match.index, match.index + match[0].length))
      marks.push({ start: match.index, end: match.index + match[0].length, kind: 'setting' });
  for (const { start, end, therapy } of therapiesIn(text)) if (free(start, end)) marks.push({ start, end, kind: 'item', therapy });
  return marks.sort((a, b) => a.start - b.start);
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
  /** Unknown words alone behind "and". */
  joined: boolean;
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
        if (word !== '') alsoMeant = word === 'and' || word === '&';
      } else if (word === '' || SILENT.has(word)) continue;
      else if (!seen && segment.days === undefined && LEADING.has(word)) continue;
      else if (segment.items.length === 0 && segment.days === undefined && !alsoMeant && LINKING.has(word)) continue;
      else if (segment.items.length > 0 || segment.days !== undefined || segment.setting) segment.after = true;
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
const fresh = (): Segment => ({ items: [], before: false, after: false, words: false, days: undefined, setting: false, joined: false });

/** One of the members is enough. */
export function oneOf({ members, more }: TreatmentList): Requirement {
  return join('any', [...members, ...(more ? [UNREAD] : [])]);
}
