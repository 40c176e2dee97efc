/**
 * Lists of what excludes: diseases, medication, allergies, with words that nobody knows among them. One member that the record shows is enough, if no
 * word before, behind or after it says less: "active", "uncontrolled", "requiring …", "unless …" leave it open; "within 6 months" is compared.
 */
import { claimed } from './claim.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import { allergies } from './conditions/allergies.ts';
import { join, UNREAD } from './requirements-together.ts';
import { needing, numbered, type Atom, type Recogniser } from './atom.ts';
import { TIMING } from './text/boilerplate.ts';
import { classesIn } from './classes.ts';
import { COMORBIDITY } from './conditions/comorbidity.ts';
import { canDecide } from './deciding.ts';
import { MEDICATION } from './conditions/medications.ts';
import { itemsOf } from './text/pieces.ts';
import type { SecondReader } from './second-reader.ts';
import { FINDING_WORDS } from './words/finding.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

const classes: Recogniser = needing('nyha|new york heart', (text) => classesIn(text, 'NYHA'));
const RECOGNISERS: readonly Recogniser[] = [classes, allergies, ...MEDICATION, ...COMORBIDITY];

export const FINDINGS_AGAIN: SecondReader = {
  needs: null,
  read(text, side, context) {
    const atoms = claimed(text, context, RECOGNISERS);
    // What stands beneath a heading says of whom it is meant.
    if (atoms.length === 0 || /(?::|\b(?:who|that|which)(?: are| have| is)?)\W*$/i.test(text)) return null;
    if (NARROWED.test(text)) return null;
    const marked = markedText(text, atoms);
    const denied = side === 'exclusion' ? marked : withoutDenial(marked);
    if (denied === null) return null;
    if (DOSED.test(text) && atoms.some(({ requirement }) => requirement.kind === 'taking' && /anticoag|vitamin K/.test(requirement.label)))
      return null;
    const list = listOf(denied, atoms);
    const asked = list !== null && SHORTER.test(text) ? takenNow(list) : list;
    if (asked === null || !canDecide(asked)) return null;
    return side === 'exclusion' ? asked : { kind: 'not', of: asked };
  },
};

/** "Atrial fibrillation with a resting heart rate > 110", "active liver disease with positive serology for …": not everybody who has what was recognised. */
const NARROWED = /\bwith (?:an? )?(?:\w+ )?(?:heart|ventricular) rates?\b|\bdisease with (?:positive|reactive)\b/i;
/** A record of an anticoagulant seldom says whether its dose prevents or treats. */
const DOSED = /\b(?:therapeutic|full)[- ]?(?:levels?|doses?|intent|anti-?coag\w*)/i;
/** "Within 14 days or 5 half-lives, whichever is shorter": how long is not known, so only what is taken now is certain. */
const SHORTER = /\bwhichever (?:is |was |time is |period is |comes )?(?:the )?(?:shorter|less|first|sooner)|half-? ?li(?!.*\blonger)/i;
function takenNow(asked: Requirement): Requirement {
  if (asked.kind === 'all' || asked.kind === 'any') return join(asked.kind, asked.of.map(takenNow));
  if (asked.kind !== 'taking') return asked;
  const { withinDays: _, ...now } = asked;
  return now;
}

const UNITS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };
const NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, twelve: 12 };
const SPAN =
  /[(,]?\s*(?<![\w≥>])(?:(?:occurr(?:ing|ed)|diagnosed|experienced|documented|received|administered) )?(?:(?:with)?in|during|over|[≤<])?(?:[≤<\s]|\b(?:the|last|past|previous|preceding|prior)\b)*\b(\d{1,3}|one|two|three|four|five|six|twelve)[ -](day|week|month|year)s?\b(?: \(\d+ days\))?(?=\s*(?:[().,;]|$|of\b|prior|before|preceding|from|to\b|or\b|and\b))/gi;

/** The text with `@n@` for the nth atom and `~days~` for a time window; when the study begins says nothing. */
function markedText(text: string, atoms: readonly Atom[]): string {
  let out = numbered(text, atoms);
  out = out.replace(SPAN, (phrase, n: string, unit: string) => {
    if (phrase.includes('@') || !/with|in |during|over|past|last|previous|preceding|prior|[≤<]/i.test(phrase)) return phrase;
    const count = entryOf(NUMBERS, n.toLowerCase()) ?? Number(n);
    return `${phrase.startsWith(',') ? ',' : ''} ~${count * (entryOf(UNITS, unit.toLowerCase()) ?? 1)}~ `;
  });
  for (const pattern of TIMING) out = out.replace(pattern, (phrase) => (says(phrase) ? phrase : ' '));
  return out.replace(
    /(~\d+~)\s*(?:of|prior to|before|preceding|from|to)?\s*(?:the )?(?:study |trial )?(?:enrol?lment|entry|screening|randomi[sz]ation|registration|inclusion|baseline|consent|treatment|first dose|start|study)?(?![\w@])/gi,
    '$1 ',
  );
}

/** A phrase of time that holds a member, a number of days, a choice, or a treatment of the patient's own. */
function says(phrase: string): boolean {
  if (/[@~]|\bor\b|\d ?(?:day|week|month|year)|\b(?:one|two|three|four|six|twelve) (?:day|week|month|year)/i.test(phrase)) return true;
  return (
    /\b(?:therapy|treatment|medication)\b/i.test(phrase) &&
    !/\b(?:study|trial|doses?|start\w*|initiat\w+|prior|before|protocol)\b/i.test(phrase)
  );
}

const DENIAL =
  /^\W*(?:(?:the )?(?:patients?|participants?|subjects?|individuals?) )?(?:(?:must|should|may|can|will|do|does|have|has|had) )*(?:be |have |has |had )?(?:no|not|without|absence of|free (?:of|from)|negative for)(?: (?:have|has|had|be|been|known|any|a|an|evidence of|signs of))*\b/i;
/** An inclusion that denies what follows, once. */
function withoutDenial(text: string): string | null {
  const found = DENIAL.exec(text);
  if (!found || found[0].includes('@')) return null;
  const rest = text.slice(found[0].length);
  return /\b(?:no|not|without|never|absence|negative|free)\b/i.test(rest) ? null : rest;
}

/** What takes something back, or says of whom it is said. */
const LESS =
  /\b(?:unless|except\w*|excluding|other than|apart from|allow\w*|permit\w*|accept\w*|(?<!not |in)eligible|waiv\w*|appl(?:y|ies)|exempt\w*|if|when|where|however|but|may|can|could|might|consider\w*|discretion|approv\w*|only|permissible|not (?:be )?exclu\w+|will not|does not|do not|is not|are not|no longer|must|should|cohorts?|arms?|parts?|phases?|groups?|patients who have|for (?:patients|participants|subjects)|without|not|cannot|unable|no|never|absence|absent|lack|resolved|cured|successfully)\b/i;

function listOf(text: string, atoms: readonly Atom[]): Requirement | null {
  const items = itemsOf(text);
  const recent = HEADED.exec(text);
  if (recent !== null) return recentList(text.slice(recent[0].length), Number(recent[1]), atoms);
  const read: Requirement[] = [];
  let unread = false;
  for (const item of items) {
    const heading = item.includes(':') ? item.slice(0, item.indexOf(':')) : null;
    if (LESS.test(item)) {
      // An exception stands behind what it takes back; what comes before in other items may be meant as well.
      read.splice(0, read.length);
      unread = true;
      if (heading !== null) break;
      continue;
    }
    // What a heading says of the items beneath it was not read with them.
    if (heading !== null && items.length > 1 && restricts(heading)) {
      unread = true;
      break;
    }
    const one = itemOf(item, atoms);
    const timed = OTHER_TIME.test(item);
    if (one.unread || timed) unread = true;
    if (!timed) read.push(...one.read);
  }
  if (read.length === 0) return null;
  return join('any', unread ? [...read, UNREAD] : read);
}

/** "Previous (within 6 months) or current evidence of the following diseases: …": the time holds for every one of them. */
const HEADED =
  /^(?:[\s*•,()-]|\b(?:history|evidence|presence|any|one|more|or|and|of|the|following|diseases?|conditions?|events?|disorders?|current|currently|previous|previously|prior|past|has|have|had|experienced|patients?|participants?|subjects?|with|who|known|documented|a|an|at least)\b)*~(\d+)~(?:[\s,()-]|\b(?:or|and|current|currently|evidence|history|presence|of|the|any|one|more|following|diseases?|conditions?|events?|disorders?|has|have|had|experienced|patients?|participants?|subjects?|with|who)\b)*:/i;
/** Diseases beneath such a heading: each of them that began within the time is enough. */
function recentList(list: string, days: number, atoms: readonly Atom[]): Requirement | null {
  if (/~|:/.test(list) || LESS.test(list)) return null;
  const { read } = itemOf(list.replace(/\band\b/gi, ','), atoms);
  const dated = read.flatMap((one) => (one.kind === 'condition' ? [{ ...one, withinDays: days }] : []));
  return dated.length === 0 ? null : join('any', [...dated, UNREAD]);
}

/** Words before a colon that are more than the name of what follows. */
function restricts(heading: string): boolean {
  return /~|@/.test(heading) || FINDING_WORDS.hard.test(heading) || /\b(?:that|which|who|if|with)\b/i.test(heading);
}

interface Member {
  readonly atom: Atom;
  days: number | undefined;
  ever: boolean;
  sure: boolean;
}

const BEGINS = /^(?:history|evidence|current|currently|has|have|known|prior|previous|diagnosis)$/;
const LED_TO = /^(?:requir|necessitat|need|result|caus)/;
/** A time that is not one of those compared: the member beside it may be asked for less than all. */
const OTHER_TIME = /\b(?:\d{1,3}|one|two|three|four|five|six|twelve)[ -]?(?:hours?|days?|weeks?|months?|years?)\b(?! of age| old)/i;
const RECENT = new Set(['recent', 'recently']);

/** Words before the first member hold for those behind it, until a word begins anew; words behind a member hold for those before it. */
function itemOf(item: string, atoms: readonly Atom[]): { readonly read: Requirement[]; readonly unread: boolean } {
  const members: Member[] = [];
  /** What narrows every member from here on, and what narrows those up to the next comma. */
  let [head, here] = [false, false];
  /** Nothing unknown since the last separator. */
  let fresh = true;
  let [ever, given, listed, behind, foreign] = [false, false, false, false, false];
  let unread = false;
  /** "A history of recent (≤ 6 months) arrhythmia, infarction or stroke": the time is asked of all that follow. */
  let recent = false;
  let depth = 0;
  /** "Events ≤ 28 days (eg, thrombosis)": the time holds for the examples as well. */
  let inTime: number | undefined;
  /** "… that has required dialysis, transfusion or steroids": what follows is what the disease led to. */
  let led = false;
  for (const { 0: token, 1: atomIndex, 2: span, index } of item.matchAll(/@(\d+)@|~(\d+)~|\band\/or\b|[,/()[\]:]|[^\s,/()[\]:@~]+/g)) {
    const lower = token.toLowerCase().replace(/^[^\w≥≤<>]+|[^\w]+$/g, '');
    if (atomIndex !== undefined) {
      const atom = atoms[Number(atomIndex)];
      if (!atom) continue;
      const disease = atom.requirement.kind === 'condition';
      const ofTreatment = (given && disease) || led;
      // What stands in brackets behind a member may be an example of it alone.
      members.push({
        atom,
        days: depth > 0 ? inTime : undefined,
        ever,
        sure: !head && !here && !foreign && !recent && !ofTreatment && !(behind && depth > 0),
      });
      [behind, listed] = [true, false];
    } else if (span !== undefined) {
      if (!behind) recent = true;
      for (const one of members) one.days ??= Number(span);
      if (depth === 0) inTime = Number(span);
    } else if (token === '(' || token === '[') depth += 1;
    else if (token === ')' || token === ']') depth = Math.max(0, depth - 1);
    else if (token === ',' || token === ':' || token === '/') {
      if (token === ',' && members.length > 0) here = false;
      if (depth === 0) inTime = undefined;
      if (foreign && token === ',') [foreign, ever] = [false, false];
      [behind, listed, fresh] = [false, true, true];
    } else if (lower === 'or' || lower === 'and/or') [behind, listed, fresh] = [false, true, true];
    else if (lower === 'and') {
      // "A and B" may be both together.
      const last = members.at(-1);
      if (behind && last) last.sure = false;
      [behind, listed, here, fresh] = [false, true, true, true];
    } else if (RECENT.has(lower)) recent = true;
    else if (FINDING_WORDS.foreign.has(lower)) foreign = true;
    else if (FINDING_WORDS.behind.test(lower)) {
      // "A or B that is active", "A, grade 2 or higher": it may speak of all before it.
      if (members.length > 0) behind = true;
      if (!/^(?:that|which|who|whose)$/.test(lower)) {
        unread = true;
        for (const one of members) one.sure = false;
        if (members.length > 0 && LED_TO.test(lower)) led = true;
      }
    } else if (FINDING_WORDS.taking.has(lower) && !behind) given = true;
    else if (FINDING_WORDS.silent.has(lower) || lower === '') {
      if (led && depth === 0 && listed && BEGINS.test(lower)) led = false;
      if (behind) continue;
      if (FINDING_WORDS.past.has(lower)) ever = true;
      else if (listed && FINDING_WORDS.now.has(lower)) ever = false;
      if (!listed || !fresh || !FINDING_WORDS.anew.has(lower)) continue;
      [head, here, given] = [false, false, false];
      ever = FINDING_WORDS.past.has(lower);
    } else if (FINDING_WORDS.examples.has(lower) && !(lower === 'defined' && members.length > 0)) {
      // "Significant heart disease, including X": each of them is an example of what excludes.
      if (!FINDING_WORDS.hard.test(item.slice(0, index))) [head, here] = [false, false];
      behind = false;
    } else {
      unread = true;
      fresh = false;
      // A word behind a member that is not known may speak of all before it.
      if (behind) for (const one of members) one.sure = false;
      if (members.length === 0) head = true;
      else here = true;
    }
  }
  const read = members.flatMap((one) => (one.sure ? [asked(one)] : []));
  return { read, unread: unread || members.some(({ sure }) => !sure) };
}

function asked({ atom: { requirement }, days, ever }: Member): Requirement {
  if (requirement.kind === 'any') return { ...requirement, of: requirement.of.map((one) => withWindow(one, days, ever)) };
  return withWindow(requirement, days, ever);
}
function withWindow(one: Requirement, days: number | undefined, ever: boolean): Requirement {
  if (one.kind === 'taking') return days === undefined ? one : { ...one, withinDays: days };
  // The class of today says nothing of an earlier one, unless it is as high.
  if (one.kind === 'lab') return join('any', [one, UNREAD]);
  if (one.kind !== 'condition') return one;
  return { ...one, ...(ever ? { ever: true as const } : {}), ...(days === undefined ? {} : { withinDays: days }) };
}
