/** Times that must have passed since a treatment: "≥ 4 weeks since the last chemotherapy", "radiotherapy must have been completed ≥ 14 days before …". */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { join, type Side } from '../requirements-together.ts';
import type { ReadingContext } from '../atom.ts';
import { oneOf, treatmentList } from '../treatment/list.ts';
import type { WholeReader } from './reader.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

export const WASHOUT_READER: WholeReader = { needs: ['since', 'elapsed', 'after', 'from', 'prior to', 'before', 'beyond'], read };

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };
const NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, eight: 8, twelve: 12 };
const SPAN = String.raw`(\d{1,3}|one|two|three|four|five|six|eight|twelve)(?: \(\d{1,3}\))?[- ](day|week|month|year)s?(?: \(\d+ (?:days|weeks)\))?`;
const WHOM = String.raw`^\W*(?:(?:patients?|participants?|subjects?|must|should|have|be|has|been|is|are|a minimum of|minimum|an interval of|interval of|there)\s+)*`;
/** The time first. */
const SINCE = new RegExp(
  String.raw`${WHOM}(≥|>|<|≤|minimum of)\s*${SPAN}(?: (?:must |should )?(?:have|has)? ?(?:elapsed|passed))?(?: (?:must )?(?:have )?(?:elapsed|passed))? (?:since|from|after|beyond|out from|following)(?: (?:the|their|any|last|prior|most|recent|previous|end|completion|final|of|dose|doses|day|administration|course|treatment with|therapy with))* `,
  'i',
);
/** The treatment first. */
const BEFORE = new RegExp(
  String.raw`^\W*(.{4,160}?),? (?:(?:must|should|need to|needs to|has to|have to) (?:have )?(?:been |be )?(?:completed|finished|discontinued|stopped|ended|administered|given|performed|received|occurred)?|(?:was|were|is|are) (?:completed|finished|discontinued|stopped|given)|completed|finished|discontinued|stopped) ?(?:≥|>|at least) ?${SPAN} (?:prior to|before|from) (.*)$`,
  'i',
);
const ANCHOR =
  /^(?:(?:the|their|start|starting|of|first|dose|study|treatment|therapy|drug|initiation|initiating|enrol?ment|enrollment|registration|randomi[sz]ation|cycle|day|1|C1D1|protocol|intervention|trial|screening|entry|administration|planned|investigational|product|leukapheresis|apheresis|day 1)[\s,.;()]*)+$/i;

function read(text: string, side: Side, context: ReadingContext): Requirement | null {
  if (
    text.length > 400 ||
    /[.;:]\s+\S|half-?li|whichever|\b(?:if|for patients|cohort|arm|unless|except|toxicit\w*|recover\w*|biops\w*|diagnosis|progress\w*|relapse|recurrence|no more|within)\b/i.test(
      text,
    )
  )
    return null;
  const since = SINCE.exec(text);
  if (since) {
    const [head, sign = '', number = '', unit = ''] = since;
    const passed = sign !== '<' && sign !== '≤';
    if (passed !== (side === 'inclusion')) return null;
    return within(text.slice(head.length), daysOf(number, unit), side, context);
  }
  const before = side === 'inclusion' ? BEFORE.exec(text) : null;
  if (!before) return null;
  const [, what = '', number = '', unit = '', anchor = ''] = before;
  if (!ANCHOR.test(anchor) || /\b(?:no|not|never|without|last)\b/i.test(what)) return null;
  const list = what.replace(
    /^(?:(?:all|any|patients?|participants?|subjects?|must|have|should|has|been|prior|previous|who|received|completed|the)\s+)*/i,
    '',
  );
  return within(list, daysOf(number, unit), side, context);
}

function daysOf(number: string, unit: string): number {
  return (entryOf(NUMBERS, number.toLowerCase()) ?? Number(number)) * (entryOf(DAYS, unit.toLowerCase()) ?? 1);
}

/** One day less: on the day itself the time has passed. */
function within(what: string, days: number, side: Side, context: ReadingContext): Requirement | null {
  const list = treatmentList(what, context, { withinDays: days - 1 });
  if (list === null || list.windowed) return null;
  const any = list.members.length === 0 ? null : join('any', [oneOf(list)]);
  return any && (side === 'inclusion' ? { kind: 'not', of: any } : any);
}
