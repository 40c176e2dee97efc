/** A trial record into criteria: structured fields first, then the text. Deterministic; the same record gives the same criteria. */
import type { CompiledTrial, Criterion, Requirement, TrialRecord } from '../../knowledge/trials/types.ts';
import type { OncologyKnowledge } from '../../knowledge/oncology/types.ts';
import type { TumourTable } from '../../../fhir-profiles/index.ts';
import { A_COHORT, askedOf, cohortName, labelled, membersOf } from './cohort.ts';
import { conditionStudied, type ReadInclusion } from './condition-studied.ts';
import { neverCertain, withoutAlternatives } from '../criteria/alternatives.ts';
import type { ReadingContext } from '../criteria/atom.ts';
import { besideLinesOfSome } from '../criteria/laboratory/of-some.ts';
import { withAdvancedSetting } from './advanced-setting.ts';
import { withEarlySetting } from './early-setting.ts';
import { withPassing } from '../criteria/passing.ts';
import { withNotes } from '../criteria/text/notes.ts';
import { join, readCriterion, UNREAD } from '../criteria/read-criterion.ts';
import { splitCriteria, type CriterionText } from '../criteria/text/sections.ts';
import { withWordsRead } from './curated-words.ts';
import { namedCriteria } from './named.ts';
import { withStagingAsked } from './staging-asked.ts';
import { withStudyDrugs } from './study-drugs.ts';

export function readingContext(oncology: Pick<OncologyKnowledge, 'genes'>, tumours: TumourTable): ReadingContext {
  return { genes: oncology.genes, tumours, phrases: new Map(), variants: new Map() };
}

export function compileTrial(record: TrialRecord, context: ReadingContext): CompiledTrial {
  const given = (record.structured ?? []).map(({ text, kind, requirement }): Criterion => ({
    kind,
    span: null,
    text,
    requirement: withWordsRead(requirement, context),
    hard: true,
  }));
  const texts = splitCriteria(record.eligibility);
  const first = texts.map((text, at) => {
    const read = textCriterion(text, context);
    const plain = text.kind === 'exclusion' && !text.conditional && text.notes.length === 0 && text.alternatives.length === 0;
    const asked = plain ? { ...read, requirement: withStudyDrugs(read.requirement, text.text, record) } : read;
    // "Adequate organ function as defined below:" asks for nothing beside the lines beneath it.
    const alone =
      text.alternatives.length === 0 &&
      text.notes.length === 0 &&
      (HEADS.test(record.eligibility.slice(text.span[0], text.span[1])) || namesList(text, texts[at + 1], record.eligibility));
    const heads = alone && asked.requirement.kind === 'unread' && texts[at + 1]?.kind === text.kind;
    return heads ? { ...asked, hard: false } : withStagingAsked(asked, text);
  });
  const inclusions = first.flatMap(({ kind, requirement }, at) =>
    kind === 'inclusion' ? [{ text: texts[at]?.text ?? '', requirement }] : [],
  );
  const fields = fieldCriteria(record, inclusions, context);
  const read = withoutAlternatives(withAdvancedSetting(withEarlySetting(first, texts, record), texts, record), context.tumours, record).map(
    (one, at) => {
      const requirement = withPassing(besideLinesOfSome(one.requirement, at, texts), one.kind === 'exclusion');
      return requirement === one.requirement ? one : { ...one, requirement };
    },
  );
  // Age, sex and condition alone are no criteria of a trial: its text was not delivered.
  const missing: Criterion[] = given.length > 0 || texts.length > 0 ? [] : [NOT_DELIVERED];
  return { record, criteria: [...fields, ...given, ...namedCriteria(record, context), ...read, ...missing] };
}

const NOT_DELIVERED: Criterion = {
  kind: 'inclusion',
  span: null,
  text: 'The criteria of the trial were not in its record',
  requirement: UNREAD,
  hard: true,
};

/** A line that opens a list. */
const HEADS = /:\W*$/;
/** "Hematopoietic", "Prior therapy" above a list: a few words without a bullet, and bullets beneath. */
function namesList({ span, text }: CriterionText, next: CriterionText | undefined, eligibility: string): boolean {
  return /^[A-Z][A-Za-z /-]{2,28}$/.test(text) && !isBullet(eligibility, span) && next !== undefined && isBullet(eligibility, next.span);
}
function isBullet(eligibility: string, [start]: readonly [number, number]): boolean {
  return /[*•·\d-]/.test(eligibility[start] ?? '');
}

function fieldCriteria(record: TrialRecord, inclusions: readonly ReadInclusion[], context: ReadingContext): Criterion[] {
  const made: Criterion[] = [];
  const add = (text: string, requirement: Requirement): void =>
    void made.push({ kind: 'inclusion', span: null, text, requirement, hard: true });
  const { minAge, maxAge, sex } = record;
  if (minAge !== undefined || maxAge !== undefined) {
    const limits = [minAge === undefined ? '' : `from ${years(minAge)}`, maxAge === undefined ? '' : `up to ${years(maxAge)}`].filter(
      (part) => part !== '',
    );
    add(`Age ${limits.join(' ')}`, {
      kind: 'age',
      ...(minAge === undefined ? {} : { min: minAge }),
      ...(maxAge === undefined ? {} : { max: maxAge }),
    });
  }
  if (sex !== undefined) add(sex === 'female' ? 'Women only' : 'Men only', { kind: 'sex', sex });
  const condition = conditionStudied(record, inclusions, context);
  if (condition) add(condition.text, condition.requirement);
  return made;
}
function years(value: number): string {
  return Number.isInteger(value) ? `${value} years` : `${Math.round(value * 12)} months`;
}

/** In a list beneath a criterion: what the criterion itself asks for may be shown in another way. */
const ANOTHER_WAY = /\balternatively\b|\b(?:may|could|can) (?:also |still )?(?:be (?:eligible|included|enrolled|considered)|enrol)/i;

const CLOSED =
  /\b(?:cohorts?|arms?|parts?|phase|groups?)\b[^:;.]{0,40}[([]\s*(?:now )?closed(?: to (?:enrol\w+|accrual|recruitment))?\s*[)\]]/i;
const NAMES_COHORT = /^\W*(?:cohort|arm|part|group|phase)\b/i;
/** "Cohort 2A (CLOSED):" takes with it the lines up to the next cohort. */
function withoutClosed(lines: readonly string[]): readonly string[] {
  let closed = false;
  return lines.filter((line) => {
    if (NAMES_COHORT.test(line)) closed = false;
    if (CLOSED.test(line)) closed = true;
    return !closed;
  });
}

/** "Pancreatic cancer (PDAC) - Excludes …": the exclusions of one disease stand behind its name. Nobody with another has them; of whom else is not read. */
const HEADED = /^\W*([A-Z][^:.;–—]{3,90}?)(?: +[-–—] +|: +)(?=\S)/;
const DISEASE = /cancer|carcinoma|tumou?r|lymphoma|leuka?emia|myeloma|sarcoma|melanoma|glioma|blastoma|neoplasm|\b[A-Z]{2,6}\b/;
function typeAhead(text: string, context: ReadingContext): Requirement | null {
  const head = HEADED.exec(text)?.[1];
  if (head === undefined || !DISEASE.test(head) || /\b(?:other|prior|previous|history|second|concurrent|brain|CNS|any|no)\b/i.test(head))
    return null;
  const members = membersOf(head, context);
  return members?.kind === 'tumour' || (members !== null && 'of' in members && JSON.stringify(members).includes('"tumour"'))
    ? members
    : null;
}

const COUNTED =
  /\b(?:≥ ?[2-9]|>= ?[2-9]|> ?1|[2-9]|two|three|more than one) (?:or more |previous |prior |separate |such )*(?:episodes|occurrences|attacks)\b/i;

function textCriterion(given: CriterionText, context: ReadingContext): Criterion {
  const { kind, span } = given;
  const own = given.heading === undefined || given.heading === given.text ? labelled(given.text) : null;
  const text = own === null ? given : { ...given, text: own.rest, heading: own.label, conditional: true };
  const ofType = kind === 'exclusion' ? typeAhead(text.text, context) : null;
  const parent = readCriterion(text.text, context, kind);
  const open = kind === 'exclusion' ? text.alternatives : withoutClosed(text.alternatives);
  const parts = open.map((part) => readCriterion(part, context, kind));
  const listed = join('any', [...parts.map(({ requirement }) => requirement), ...(text.examples === true ? [UNREAD] : [])]);
  // Nobody enters a cohort that is closed; where all of what is listed is of one, it is asked of nobody.
  const closed = kind === 'inclusion' && (CLOSED.test(text.text) || (text.alternatives.length > 0 && open.length === 0));
  const asked = closed
    ? neverCertain(parent.requirement)
    : parts.length === 0
      ? parent.requirement
      : parent.atoms.length === 0
        ? listed
        : join('all', [parent.requirement, listed]);
  const narrowed = text.narrowed === true ? join('all', [asked, UNREAD]) : asked;
  const whole = ofType === null ? narrowed : join('all', [ofType, narrowed, UNREAD]);
  const hard = parent.hard || parts.some((part) => part.hard);
  // "1 episode within the year or 2 previous episodes over a lifetime": one entry does not tell how often.
  if (kind === 'exclusion' && COUNTED.test(text.text)) return { kind, span, requirement: neverCertain(whole), hard };
  if (text.conditional && text.heading !== undefined && !(text.section === true && whole.kind === 'unread')) {
    const members = membersOf(text.heading, context);
    const named = members !== null || text.section === true || (kind === 'inclusion' && A_COHORT.test(text.heading));
    const namesItself = text.heading === text.text;
    // What a cohort's own line names is whom it takes: an exclusion has no such line.
    const requirement =
      namesItself && kind === 'exclusion'
        ? neverCertain(whole)
        : askedOf(members, whole, { kind, heading: text.heading, section: text.section === true });
    return { kind, span, requirement, ...(named ? { some: cohortName(text.heading) } : {}), hard };
  }
  // Of two groups one is enough: what a patient certainly has is no obstacle in either.
  if (
    text.either === true &&
    text.heading === undefined &&
    text.notes.length === 0 &&
    !text.alternatives.some((part) => ANOTHER_WAY.test(part))
  )
    return { kind, span, requirement: askedOf(null, whole, { kind, heading: '', section: true }), hard };
  return {
    kind,
    span,
    requirement:
      text.conditional || text.alternatives.some((part) => ANOTHER_WAY.test(part))
        ? neverCertain(whole)
        : withNotes(whole, text.notes, kind),
    hard,
  };
}
