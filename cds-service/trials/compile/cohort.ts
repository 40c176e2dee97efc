/**
 * What is asked of some of a trial's patients only. Nothing of it is certain for a patient; but what belongs to a cohort that is certainly not this
 * patient's is no open question either.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { neverCertain } from '../criteria/alternatives.ts';
import { GAP, type Atom, type ReadingContext } from '../criteria/atom.ts';
import { family, UNREAD, type Side } from '../criteria/requirements-together.ts';
import { ends } from '../criteria/deciding.ts';
import { FILLER, NARROWING } from '../criteria/text/lexicon.ts';
import { asRead } from '../criteria/text/plain-words.ts';
import { join, readCriterion } from '../criteria/read-criterion.ts';

/** Words of a cohort's name that change nothing about whom it takes. */
const NAMING = new Set(
  'cohort cohorts arm arms part parts group groups phase stratum module dose-escalation dose-expansion escalation expansion dose backfill only and or/and i ii iii iv a b c d e f g h monotherapy combination one two three four five six previously-treated advanced metastatic'.split(
    ' ',
  ),
);
/** Kinds of which a patient has one or another; of the rest a cohort may ask in ways that were not read. */
const TELLING: readonly string[] = ['tumour', 'molecular', 'sex'];

/** Whom a heading or a cohort's own line names; null where that is not told by tumour type, finding or sex alone. */
export function membersOf(heading: string, context: ReadingContext): Requirement | null {
  // The places of what was recognised are those in the text as it is read.
  const text = asRead(heading);
  if (asRead(text) !== text) return null;
  const { atoms } = readCriterion(text, context);
  const telling = atoms.filter(({ requirement }) => TELLING.includes(family(requirement)));
  if (telling.length === 0 || telling.some(({ requirement }) => requirement.kind === 'not') || !isPlain(text, atoms)) return null;
  const kinds = [...new Set(telling.map(({ requirement }) => family(requirement)))];
  const groups = kinds.map((kind) => join('any', telling.flatMap(({ requirement }) => (family(requirement) === kind ? [requirement] : [])))); // prettier-ignore
  // "Melanoma, or lung cancer with BRAF V600E": one of the groups is enough.
  return join(kinds.length > 1 && /\bor\b|\//i.test(text) ? 'any' : 'all', groups);
}

/** Every other word means nothing, or narrows. */
function isPlain(text: string, atoms: readonly Atom[]): boolean {
  if (atoms.some(({ end }) => end > text.length)) return false;
  const rest = atoms.reduce((left, { start, end }) => left.slice(0, start) + GAP.repeat(end - start) + left.slice(end), text);
  return [...rest.toLowerCase().matchAll(/[\p{L}][\p{L}\d-]*/gu)].every(
    ([word]) => FILLER.has(word) || NARROWING.has(word) || NAMING.has(word),
  );
}

/**
 * `asked` of those patients only. Who certainly has what is asked, or certainly nothing of what shuts out, is not stopped by it whichever cohort is meant; that
 * somebody is stopped is never certain. Where the heading tells whom it takes, an inclusion is met by its members only.
 */
export function askedOf(
  members: Requirement | null,
  asked: Requirement,
  { kind, heading, section = false }: { readonly kind: Side; readonly heading: string; readonly section?: boolean },
): Requirement {
  const [yes, no] = ends(asked);
  const name = section ? heading.replace(MEETING_ANY, ' ').replace(SECTION, ' ') : heading;
  if (!(section || A_COHORT.test(name) || A_STEP.test(name)) || TURNED.test(name) || !(kind === 'inclusion' ? yes : no))
    return neverCertain(members === null ? asked : join('all', [members, asked]));
  const belongs = members === null ? [] : [join('any', [members, UNREAD])];
  return kind === 'inclusion' ? join('all', [...belongs, join('any', [asked, UNREAD])]) : join('all', [...belongs, asked, UNREAD]);
}

/** "(Subjects meeting any of the following criteria are ineligible)" says what every heading of exclusions says. */
const MEETING_ANY = /\((?:subjects?|patients?|participants?|those) (?:meeting|who meet|with) (?:any|one or more)\b[^()]*\)/i;
/** What a heading says beside whom or when. */
const SECTION = /\b(?:inclusions?|exclusions?|eligibility)\b(?: criteri(?:a|on)\b)?/gi;
/** Passed by everybody, later perhaps: "Randomization:", "Treatment eligibility:". */
const A_STEP =
  /^\W*(?:(?:treatment|randomi[sz]ation|registration|screening|baseline|study entry|step \d)\b\W*)(?:(?:criteria|eligibility|phase|requirements)\W*){0,2}$/i;
export const A_COHORT = /\b(?:cohorts?|arms?|parts?|phase|groups?|stratum|strata|module|segment)\b/i;
/** What stands beneath such a heading may be the opposite of what its section says, or no condition at all. */
const TURNED =
  /\b(?:no|not|non|never|except\w*|exclu\w*|ineligib\w*|without|unless|other than|however|but|prohibit\w*|may|can|allow\w*|permit\w*|either|one of|any of)\b/i;

const WHICH = String.raw`(?:[A-Z]\d{0,2}|\d{1,2}[a-z]?|[IVX]{1,3}[ab]?)`;
const ONLY = new RegExp(
  String.raw`^\W*(?:for )?(?:the )?((?:(?:cohorts?|arms?|parts?|phases?|groups?|stratum|strata|modules?) ${WHICH}(?:(?:, |,? and |,? or | ?\/ ?| ?- ?| ?& ?)${WHICH})*,? ?)+)(?:(?:patients|participants|subjects) )?only(?: ?:| ?,| [–-]) (?=\S)`,
  'i',
);
/** "Arms A and B only: has a RAS mutation": whom the line is for, and what it asks of them; null for every other line. */
export function labelled(text: string): { readonly label: string; readonly rest: string } | null {
  const found = ONLY.exec(text);
  return found ? { label: (found[1] ?? '').trim().replace(/,$/, ''), rest: text.slice(found[0].length) } : null;
}

/** "Cohort A", "For patients with melanoma": what the patients are called. */
export function cohortName(heading: string): string {
  const name = heading
    .replace(/[\s:–-]+$/, '')
    .replace(/^\W+/, '')
    .replace(/\s+/g, ' ');
  const short =
    /^((?:sub-?)?(?:cohort|arm|part|group|phase|stratum|module)s? (?:[a-z]|\d+[a-z]?|[ivx]+)(?:(?:, | and |, and | or |\/|-| & )(?:[a-z]\d?|\d+[a-z]?|[ivx]+)(?![\w]))*)(?=\W|$)/i.exec(
      name,
    )?.[1] ?? name;
  return short.length > 70 ? `${short.slice(0, 67)}…` : short;
}
