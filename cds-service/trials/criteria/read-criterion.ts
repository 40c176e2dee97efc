/**
 * Reads one criterion into a requirement. Recognised stretches become atoms; what stands between them decides how they belong together
 * ("and", "or", "no"). Every other word must be known to mean nothing or to narrow: a word that is not known leaves the criterion open.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { clause } from './arrange.ts';
import { family, join, UNREAD, type Side } from './requirements-together.ts';
import { GAP, numbered, type Atom, type ReadingContext, type Recogniser } from './atom.ts';
import { beyondSequence, byCentralTest } from './molecular/central.ts';
import { BECAUSE, BOILERPLATE, SUPPORTED, TIMING, UNSUPPORTED } from './text/boilerplate.ts';
import { claimed } from './claim.ts';
import { hasStrangeWord } from './text/strange-word.ts';
import { COMORBIDITY } from './conditions/comorbidity.ts';
import { diagnosisAsked } from './disease/core.ts';
import { tumourExcluded } from './disease/excluded.ts';
import { DISEASE } from './disease/index.ts';
import { laboratory } from './laboratory/index.ts';
import { CONDITIONAL, EXCEPTION, NEUTRAL_LABEL, SUBJECT } from './text/lexicon.ts';
import { furtherReading } from './further-reading.ts';
import { boundToSome } from './laboratory/of-some.ts';
import { mentionedOnly } from './mentioned.ts';
import { everHad, onceDiagnosed, otherThan } from './other-than.ts';
import { molecularCore } from './molecular/core.ts';
import { MOLECULAR } from './molecular/index.ts';
import { PATIENT_STATE } from './patient-state.ts';
import { asRead } from './text/plain-words.ts';
import { implausible } from './plausible.ts';
import { secondLook } from './second-look.ts';
import { isNeverCertain } from '../requirement-kind.ts';
import { topicOf } from './topics.ts';
import { TREATMENT, withoutWindow } from './treatment/index.ts';
import { Recent } from './recent.ts';
import { readWhole } from './whole/index.ts';
import { vocabulariesFor } from './words/index.ts';
import type { ReadCriterion } from './reading.ts';

export { join, UNREAD } from './requirements-together.ts';

const RECOGNISERS: readonly Recogniser[] = [...TREATMENT, laboratory, ...PATIENT_STATE, ...MOLECULAR, ...DISEASE, ...COMORBIDITY];

/** Settled at the visit, not in a chart. */
const SOFT =
  /\b(?:informed consent|consent form|willing(?:ness)?|able to (?:comply|understand|swallow|provide|give|read|complete|tolerate)|ability to (?:comply|understand|swallow|provide|read)|agree(?:s|ment)? to|contracepti(?:on|ve)|abstinence|abstain|investigator'?s? (?:opinion|judge?ment|discretion)|(?:opinion|judge?ment|discretion) of the (?:\w+ )?investigator|life expectancy|expected survival|tissue (?:sample|block|available|specimen)|(?:archival|fresh|biopsy) (?:tumou?r )?(?:tissue|sample|material)|compliance|geographic|legally authorized|insurance|language|telephone|internet|smartphone)\b/i;

/** The same sentences stand in many trials, and whole paragraphs in those of one sponsor: they are read once for a context. */
const READ = new WeakMap<ReadingContext, Readonly<Record<Side, Recent<ReadCriterion>>>>();
const [LONGEST, MOST] = [1_000, 20_000];

export function readCriterion(text: string, context: ReadingContext, side: Side = 'inclusion'): ReadCriterion {
  if (text.length > LONGEST) return read(text, context, side);
  let recent = READ.get(context);
  if (recent === undefined) {
    recent = { inclusion: new Recent<ReadCriterion>(MOST), exclusion: new Recent<ReadCriterion>(MOST) };
    READ.set(context, recent);
  }
  return recent[side].of(text, () => read(text, context, side));
}

const reading = furtherReading(firstReading);
function read(text: string, context: ReadingContext, side: Side): ReadCriterion {
  const made = reading(text, context, side);
  const once = everHad(onceDiagnosed(beyondSequence(made.requirement, text), text, side), side === 'exclusion');
  const bound = byCentralTest(boundToSome(once, text, side), text);
  return { ...made, requirement: MEASURED.test(text) && !CALCULATED.test(text) ? asMeasured(bound) : bound };
}

/** A clearance that has to be collected over a day: no formula answers. */
const MEASURED =
  /\bmeasured\b[^.;]{0,40}\bclearance|clearance\b[^.;]{0,60}\bmeasured\b|clearance\b[^.;]{0,80}\b(?:24|12)[- ]?h(?:ours?|rs?)?\b|\b(?:24|12)[- ]?h(?:ours?|rs?)?\b[^.;]{0,40}\bclearance/i;
const CALCULATED = /calculat|estimat|cock[cr]|formula|equation|MDRD|CKD-?EPI/i;
function asMeasured(asked: Requirement): Requirement {
  if (asked.kind === 'all' || asked.kind === 'any') return { ...asked, of: asked.of.map(asMeasured) };
  if (asked.kind === 'not') return { ...asked, of: asMeasured(asked.of) };
  return asked.kind === 'lab' && asked.lab === 'creatinine-clearance' ? { ...asked, measured: true } : asked;
}

function firstReading(text: string, context: ReadingContext, side: Side): ReadCriterion {
  const readable = asRead(text);
  if (readable.length > 3_000) return { requirement: UNREAD, hard: true, atoms: [] };
  const whole = readWhole(readable, side, context);
  if (whole) return { requirement: whole, hard: true, atoms: [wholeOf(readable, whole)] };
  const atoms = otherThan(readable, claimed(readable, context, RECOGNISERS));
  const soft = SOFT.test(readable);
  if (atoms.length === 0) {
    const pieces = secondLook(readable, side, context, masked);
    return { requirement: pieces ?? topicOf(readable), hard: pieces !== null || !soft, atoms: pieces ? [wholeOf(readable, pieces)] : [] };
  }
  const full = whatIsAsked(readable, atoms, side);
  const asked = isNeverCertain(full) ? (again(readable, atoms, side, context) ?? full) : full;
  return {
    requirement: asked,
    // What stands beside pregnancy and a time of consent is settled at the visit; the rest is in the chart.
    hard: !soft || atoms.some(({ requirement }) => family(requirement) !== 'pregnancy'),
    atoms,
  };
}

/** Cores and pieces; in an inclusion each of them alone can put a patient out. */
function again(text: string, atoms: readonly Atom[], side: Side, context: ReadingContext): Requirement | null {
  const core = cores(text, atoms, side, context);
  if (core !== null && side === 'exclusion') return core;
  const pieces = secondLook(text, side, context, masked);
  return core !== null && pieces !== null ? join('all', [core, pieces]) : (core ?? pieces);
}

const wholeOf = ({ length }: string, requirement: Requirement): Atom => ({ start: 0, end: length, requirement });

/** What decides one way where the whole was not understood. In an inclusion each core alone can put a patient out. */
function cores(text: string, atoms: readonly Atom[], side: Side, context: ReadingContext): Requirement | null {
  const found = [
    molecularCore(text, atoms, side),
    side === 'inclusion' ? diagnosisAsked(text, atoms, context) : tumourExcluded(text, atoms, context),
  ];
  const read = found.filter((one) => one !== null);
  return read.length === 0 ? null : join('all', read);
}

function whatIsAsked(text: string, atoms: readonly Atom[], side: Side): Requirement {
  const open = mentionedOnly(text, atoms);
  if (implausible(atoms, side, /\b(?:no|not|without|absence|never|free)\b/i.test(text))) return open;
  const without = blanked(text, atoms);
  if (hasStrangeWord(without)) return open;
  const exception = EXCEPTION.exec(without);
  return (exception ? withException(text, without, exception.index, atoms, side) : sentences(text, atoms, side)) ?? open;
}

/**
 * "X unless Y" asks less of the patient than X where X is a limit, "X other than Y" more where X is a tumour or finding; as an exclusion both take
 * something out. What the exception says stays open; if it names something that was recognised, or goes on behind a bracket, it may say more.
 */
function withException(text: string, without: string, at: number, atoms: readonly Atom[], side: Side): Requirement | null {
  const bracket = without.lastIndexOf('(', at + 2) >= Math.max(without.lastIndexOf(')', at), at - 2, 0) && without.slice(at).includes(')');
  const end = bracket ? at + without.slice(at).indexOf(')') + 1 : text.length;
  const [main, inside, rest] = [
    atoms.filter((atom) => atom.end <= at),
    atoms.filter((atom) => atom.start >= at && atom.end <= end),
    atoms.filter((atom) => atom.start >= end),
  ];
  if (main.length === 0) return null;
  const limits = main.every(({ requirement }) => ['lab', 'performance', 'age'].includes(family(requirement)));
  const exceptionText = text.slice(at, end);
  if (/\b(?:cohorts?|arms?|parts?)\b/i.test(exceptionText) || (!limits && inside.length > 0)) return null;
  if (side === 'inclusion' && main.every(({ requirement }) => family(requirement) === 'extent')) return null;
  if (
    limits &&
    inside.some(({ requirement }) => requirement.kind === 'lab' && requirement.bound !== 'max' && requirement.bound !== 'below')
  )
    return null;
  if (side === 'exclusion' && /\bor\b/i.test(exceptionText) && !bracket) return null;
  const kept = text.slice(0, at) + text.slice(end);
  const moved = rest.map((atom) => ({ ...atom, start: atom.start - (end - at), end: atom.end - (end - at) }));
  const read = sentences(kept, [...main, ...moved], side);
  if (read === null) return null;
  const widens = side === 'inclusion' && (limits || /^\W*unless/i.test(exceptionText));
  return join(widens ? 'any' : 'all', [read, exceptionOf(exceptionText)]);
}

/** The text without what was recognised, every other character in its place. */
function blanked(text: string, atoms: readonly Atom[]): string {
  return atoms.reduce((left, { start, end }) => left.slice(0, start) + GAP.repeat(end - start) + left.slice(end), text);
}
const exceptionOf = (text: string): Requirement => ({
  kind: 'unread',
  ask: /gilbert/i.test(text) ? "whether the exception (Gilbert's syndrome …) holds" : 'whether the exception holds',
});

function sentences(text: string, atoms: readonly Atom[], side: Side): Requirement | null {
  const subject = SUBJECT.exec(text);
  const firstAtom = atoms[0]?.start ?? 0;
  if (
    subject &&
    subject[0].length > firstAtom &&
    !/^(?:all |for )?(?:\w+) (?:must|should|will|need|needs|have to|has to)\b/i.test(subject[0])
  )
    return null;
  if (SOME_MUST.test(text.slice(0, firstAtom)) && atoms.some(({ requirement }) => family(requirement) !== 'pregnancy')) return null;
  // "Previously tested HER2-positive": a later result does not say what an earlier one was.
  if (side === 'exclusion' && EARLIER_TEST.test(text) && atoms.some(({ requirement }) => family(requirement) === 'molecular')) return null;
  const bare = masked(text, atoms);
  const labelled = withoutLabel(bare);
  if (labelled === null || CONDITIONAL.test(labelled) || /\[[^\]]*@|^\W*[IVX]{1,4}\.\s/.test(labelled.replace(/@\d+@/g, '@'))) return null;
  if (ofSome(text, bare, atoms) || hardToPlace(text, labelled, atoms)) return null;
  const parts = labelled.split(/(?:[.;](?=\s|$))+/).filter((part) => part.trim() !== '' && /[\w@]/.test(part));
  if (parts.length > 1 && (side === 'exclusion' || atoms.some(({ requirement }) => family(requirement) === 'tumour'))) return null;
  const read = parts.map((part) => clause(part, atoms, side));
  if (read.length === 0 || read.some((one) => one === null)) return null;
  return join(
    'all',
    read.filter((one) => one !== null),
  );
}

/** Null: a label before a colon that may be a cohort, a step or a condition. */
function withoutLabel(bare: string): string | null {
  let left = bare;
  for (let colon = left.indexOf(':'); colon >= 0; colon = left.indexOf(':')) {
    const label = left.slice(0, colon + 1);
    if (label.includes('@')) {
      // "Hemoglobin: ≥ 9": the colon is inside an atom or directly behind one.
      if (!/@\s*:$/.test(label)) return null;
      left = `${label.slice(0, -1)} ${left.slice(colon + 1)}`;
      continue;
    }
    if (!NEUTRAL_LABEL.test(label)) return null;
    left = left.slice(colon + 1);
  }
  return left;
}

/** "Patients with marrow disease must have …": asked of them only. */
const SOME_MUST =
  /^\W*(?:all |for )?(?:patients?|participants?|subjects?|individuals?|those|persons?|adults?)\s+(?:with|who|whose|having|on|receiving|in)\b.*\b(?:must|should|needs?|required|has to|have to)\b/i;

/** "Adenocarcinoma patients must not have …", "ALK fusions must have been treated …", "HER2-positive: prior trastuzumab": asked of them only. */
function ofSome(text: string, bare: string, atoms: readonly Atom[]): boolean {
  if (OF_ATOM.test(bare)) return true;
  const headed = /@(\d+)@\s*:(?=.*@)/.exec(bare);
  const [first] = atoms;
  const had = first !== undefined && !/\w/.test(text.slice(0, first.start)) && HAD.test(text.slice(first.end));
  const head = headed === null ? (had ? first : undefined) : atoms[Number(headed[1])];
  return head !== undefined && ['molecular', 'tumour', 'extent'].includes(family(head.requirement));
}
const OF_ATOM = /^\W*@\d+@\s+(?:patients|participants|subjects)\b.*\b(?:must|should|needs?|required|has to|have to)\b/i;
const HAD =
  /^\s+(?:\w+\s+){0,2}?(?:must|should|needs? to|have to|has to|will|are required to) (?:also )?have (?:been|received|had|progressed|failed)\b/i;

const WINDOW = /(?:[≤<]|within)\s*(?:the (?:last|past) )?\d+\s*(?:days?|weeks?|months?|years?)|half-li/i;
const HISTORY = /\b(?:history|ever|never|previous(?:ly)?|prior|past|exposure|discretion|lesions?|years?|months?)\b/i;
/** "(patients aged ≥ 75 years)": whom the limit beside it is for. */
const OF_WHOM =
  /[([](?:for |in |if |only )*(?:patients?|participants?|subjects?|those|adults?|children|wom[ae]n|men|females?|males?)\b[^()[\]]*@\d+@/i;
const THEN = /@\d+@\W*(?:of age\W*)?(?:at|upon|on|when|before)\b[^.;]{0,40}(?:diagnos|presentation|onset|procedure|transplant)/i;

const EARLIER_TEST = /\b(?:previously|ever|at any time|prior) (?:test\w*|pathology|biops\w*|documented|shown|been)\b/i;
const VARIANT =
  /\bvariant (?:histolog|morpholog|patholog|form|subtype)|\b(?:histolog\w*|patholog\w*|morpholog\w*) variants?\b|\b(?:rare|unusual|atypical) variants?\b|\b(?:at|from)(?: the)?(?: (?:time|day|date) of)?(?: the)? (?:surgery|(?:radical )?prostatectomy|nephrectomy|cystectomy|(?:surgical )?resection)\b/i;

/**
 * What the parts say alone is not what they say together: treatment "for metastatic disease" (it may have been given before it spread), treatment
 * within a time, a tumour or a value of the past, several stages with "and".
 */
function hardToPlace(text: string, bare: string, atoms: readonly Atom[]): boolean {
  const has = (...kinds: readonly string[]): boolean =>
    atoms.some(
      ({ requirement }) =>
        kinds.includes(requirement.kind === 'not' ? requirement.of.kind : family(requirement)) || kinds.includes(requirement.kind),
    );
  if (THEN.test(bare) || OF_WHOM.test(bare)) return true;
  // A disease of the past, within a time, or only treated for, is read elsewhere.
  if (
    has('condition', 'taking') &&
    /\b(?:\d+|one|two|three|four|five|six|twelve)[ -](?:day|week|month|year)s?\b|\b(?:history|prior|previous(?:ly)?|past|ever|last (?:month|year)|therap(?:y|ies)|treatment|prophyla\w+|vaccin\w+)\b/i.test(
      text,
    )
  )
    return true;
  // "Variant histology": what is rare, or not what the name alone means. "At the time of surgery": one was done as well.
  if (has('tumour') && VARIANT.test(text)) return true;
  if (has('lines') && has('treated', 'molecular')) return true;
  const treated = has('treated', 'lines');
  if (treated && has('extent', 'stage', 'tumour', 'condition')) return true;
  // "No more than one line of chemotherapy for breast cancer": the disease says which lines are counted.
  const counted = atoms.some(
    ({ requirement }) => requirement.kind === 'unread' && requirement.ask?.startsWith('number of prior lines') === true,
  );
  if (counted && atoms.some(({ requirement }) => ['tumour', 'extent', 'stage', 'all', 'any'].includes(requirement.kind))) return true;
  if (treated && WINDOW.test(text) && !atoms.some(({ requirement }) => hasWindow(requirement))) return true;
  if (has('tumour', 'extent', 'lab') && HISTORY.test(bare)) return true;
  return atoms.filter(({ requirement }) => requirement.kind === 'stage').length > 1;
}

function hasWindow(asked: Requirement): boolean {
  return asked.kind === 'not' ? hasWindow(asked.of) : asked.kind === 'treated' && asked.withinDays !== undefined;
}

/** The text with `@n@` for the nth atom and without phrases that say nothing about the patient. */
function masked(text: string, atoms: readonly Atom[]): string {
  let out = numbered(text, atoms);
  const treated = atoms.some(({ requirement }) => ['treated', 'lines'].includes(family(requirement)));
  if (atoms.some(({ requirement }) => family(requirement) === 'lab'))
    out = out
      .replace(UNSUPPORTED, (phrase) => (phrase.includes('@') ? phrase : ' unsupported '))
      .replace(SUPPORTED, (phrase) => (phrase.includes('@') ? phrase : ' allowed '));
  if (atoms.every(({ requirement }) => family(requirement) === 'pregnancy'))
    out = out.replace(BECAUSE, (phrase) => (phrase.includes('@') ? phrase : ' '));
  const phrases = vocabulariesFor(new Set(atoms.map(({ requirement }) => family(requirement)))).flatMap((vocabulary) => vocabulary.phrases);
  for (const pattern of treated ? [...phrases, ...BOILERPLATE] : [...phrases, ...BOILERPLATE, ...TIMING])
    out = out.replace(pattern, (phrase) => (phrase.includes('@') ? phrase : ' '));
  return atoms.some(({ requirement }) => hasWindow(requirement)) ? withoutWindow(out) : out;
}
