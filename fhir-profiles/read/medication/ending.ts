/**
 * Why a course of a drug ended, where the record says it: `statusReason` and its kin, the termination extensions of mCODE, the German oncology guide
 * and others, the therapy (Procedure) that the entry is part of, a note that says so. Nothing is concluded from a status alone.
 */
import type { CourseEnd, MedicationFact } from '../../facts.ts';
import { endKindsOfCode, endKindsOfWords } from '../../codes/course-end.ts';
import { concept, dateOf, isEmpty, isRecord, list, records, text, wordings, type Concept, type Json } from '../elements.ts';
import type { Intake, IntakeResource, RawResource } from '../intake.ts';

/** Elements that hold the reason, by version and type; the first that says anything decides. */
const ELEMENTS = [
  'statusReason', // R4, R5
  'statusReasonCodeableConcept', // R4 MedicationDispense
  'reasonEnded', // DSTU2 MedicationOrder
  'reasonNotTaken', // DSTU2 and STU3 MedicationStatement
  'notPerformedReason', // R5 MedicationDispense
] as const;
const EXTENSION =
  /(?:termination-?reason|therap(?:y|ie)-?ende-?grund|ende-?grund|status-?reason|discontinu\w*-?reason|stop-?reason)(?:-\d+)?$/i;
const CHANGED = /(?:status-?change-?date|status-?changed|stop-?date)$/i;

/** Undefined where the drug is not over, or nothing says why. */
export function courseEnd(
  entry: IntakeResource,
  intake: Intake,
  role: MedicationFact['role'],
  end: string | undefined,
): CourseEnd | undefined {
  if (role !== 'past') return undefined;
  const { resource } = entry;
  const own = statedReason(resource);
  const course = own === null ? therapyOf(entry, intake) : null;
  const stated =
    own ?? (course === null ? null : statedReason(course)) ?? fromNotes(resource) ?? (course === null ? null : fromNotes(course));
  if (stated === null) return undefined;
  const date = end ?? changedOn(resource) ?? (course === null ? undefined : periodEnd(course));
  return { kinds: stated.kinds, text: stated.text, ...(date === undefined ? {} : { date }) };
}

type Stated = Pick<CourseEnd, 'kinds' | 'text'>;

function statedReason(resource: RawResource): Stated | null {
  const adherence = isRecord(resource['adherence']) ? list(resource['adherence']['reason']) : [];
  const elements = ELEMENTS.flatMap((name) => list(resource[name]));
  const concepts = [...elements, ...adherence, ...extensionValues(resource)].map(readable).filter((one) => !isEmpty(one));
  if (concepts.length === 0) return null;
  const kinds = [...new Set(concepts.flatMap(kindsOf))];
  const words = [...new Set(concepts.flatMap((one) => wordings(one)[0] ?? []))].join('; ');
  // A code of no known list without any words tells nothing.
  return kinds.length === 0 && words === '' ? null : { kinds: kinds.length > 0 ? kinds : ['other'], text: words };
}

/** R5 lists CodeableReferences here and there. */
function readable(value: unknown): Concept {
  if (typeof value === 'string') return concept({ text: value });
  return concept(isRecord(value) && value['concept'] !== undefined ? value['concept'] : value);
}

/** The code decides where it is known, else the words; both where they differ. */
function kindsOf(one: Concept): CourseEnd['kinds'] {
  const coded = one.codings.flatMap((coding) => endKindsOfCode(coding));
  const worded = wordings(one).flatMap((words) => endKindsOfWords(words));
  const all = [...new Set([...coded, ...worded])];
  // "Other" beside a reason that is told adds nothing.
  return all.length > 1 ? all.filter((kind) => kind !== 'other') : all;
}

/** Also inside another extension, as in the British status reason with its date. */
function extensionValues(resource: RawResource | Json): readonly unknown[] {
  return records(resource['extension']).flatMap((extension) => {
    const inner = records(extension['extension']).filter(({ url }) => EXTENSION.test(text(url) ?? ''));
    const own = EXTENSION.test(text(extension['url']) ?? '') ? [extension] : [];
    return [...own, ...inner].flatMap((one) => one['valueCodeableConcept'] ?? asConcept(one['valueCoding']) ?? one['valueString'] ?? []);
  });
}
function asConcept(coding: unknown): unknown {
  return isRecord(coding) ? { coding: [coding] } : undefined;
}

function changedOn(resource: RawResource): string | undefined {
  const extensions = records(resource['extension']).flatMap((one) => [one, ...records(one['extension'])]);
  const stated = extensions
    .filter(({ url }) => CHANGED.test(text(url) ?? ''))
    .flatMap((one) => dateOf(one['valueDateTime'] ?? one['valueDate']) ?? []);
  return dateOf(resource['statusChanged']) ?? dateOf(resource['dateEnded']) ?? stated[0];
}

/** The systemic therapy that this entry is part of. */
function therapyOf(entry: IntakeResource, intake: Intake): RawResource | null {
  const targets = list(entry.resource['partOf']).map((reference) => intake.resolve(reference, entry));
  const therapy = targets.find((target) => target?.type === 'Procedure' && text(target.resource['status']) !== 'entered-in-error');
  return therapy?.resource ?? null;
}
function periodEnd(procedure: RawResource): string | undefined {
  const period = procedure['performedPeriod'] ?? procedure['occurrencePeriod'];
  return isRecord(period) ? dateOf(period['end']) : undefined;
}

const STOPPED =
  /\b(?:stop\w*|discontinu\w*|ended|terminat\w*|ceased|withdrawn|off treatment|d\/c'?d?|abgesetzt|abgebrochen|abbruch|beendet|beendigung|arr[êe]t\w*|interromp\w*|suspend\w*|interrott\w*|sospes\w*|gestaakt|gestopt)\b/i;
/** What would have ended it, or is only feared, is not why it ended. */
const NOT_YET = /\b(?:until|unless|if|bis|falls|jusqu|hasta|fino|tot|could|may be|might|consider\w*|plan(?:ned)? to)\b/i;

/** A sentence of a note that says that the drug was stopped and names progression or intolerance: nothing milder is taken from notes. */
function fromNotes(resource: RawResource): Stated | null {
  for (const note of list(resource['note'])) {
    const written = (isRecord(note) ? text(note['text']) : text(note)) ?? '';
    for (const sentence of written.split(/[.;!?\n]+\s*/)) {
      if (sentence.length > 300 || !STOPPED.test(sentence) || NOT_YET.test(sentence)) continue;
      const kinds = endKindsOfWords(sentence).filter((kind) => kind === 'progression' || kind === 'intolerance');
      if (kinds.length > 0) return { kinds, text: sentence.trim() };
    }
  }
  return null;
}
