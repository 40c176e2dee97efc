/**
 * Classes of heart and liver function and blood pressure with their limits: "NYHA class III or IV heart failure", "Child-Pugh B or C", "uncontrolled
 * hypertension (systolic > 150 mmHg or diastolic > 90 mmHg)". A class is a limit of a value like any other: I to IV are 1 to 4, A to C are 1 to 3.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { UNREAD, type Side } from './requirements-together.ts';
import type { Atom } from './atom.ts';
import { everyMatch } from './text/every-match.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

const NUMERAL = '(?:IV|III|II|I|[1-4])';
const OR = String.raw`\s*(?:,|\/|,? or|,? and|-|to|and\/or|through)\s*(?:class(?:es)? |grade )?`;
const NYHA = String.raw`(?:the )?(?:New York Heart Association|NYHA)(?:'s)?(?: ?[([]NYHA[)\]])?(?: functional| heart failure)?(?: (?:class(?:ification|es)?|grade|stage|criteria))*(?: ?[([]NYHA[)\]])?(?: (?:class|grade))?`;
const FAILURE = String.raw`(?:(?:symptomatic|chronic|congestive|known|current|severe) )*(?:(?:congestive )?(?:heart|cardiac) (?:failure|insufficiency)|CHF|(?:congestive )?(?:heart|cardiac|cardiovascular) disease)(?: ?[([](?:CHF|HF)[)\]])?`;
const JOINED = String.raw`(?:,? ?[([]|,| of| with| as defined by| defined as| per| according to)? ?`;
const NYHA_LIMIT = new RegExp(
  String.raw`(?:${FAILURE}${JOINED})?(?:(≥|>) ?)?${NYHA},? ?(?:of )?(?:(≥|>|≤|<) ?(?:class |grade )?(${NUMERAL})|(${NUMERAL})((?:${OR}${NUMERAL}){1,3})|(${NUMERAL})((?: |,)*(?:or|and) (?:greater|higher|above|worse|more))?)(?![\w.%])(?: ?[)\]])?(?: (?:${FAILURE}|disease))?`,
  'gi',
);
const NYHA_BEHIND = new RegExp(
  String.raw`\bclass (${NUMERAL})((?:${OR}${NUMERAL}){1,3}) ${FAILURE},? ?(?:[([]|as defined by|per|by|according to)? ?(?:the )?(?:New York Heart Association|NYHA)(?: ?[([]NYHA[)\]])?(?: (?:functional|classification|class|criteria|system))*(?: ?[)\]])?`,
  'gi',
);
const LIVER = String.raw`(?:(?:moderate|severe)(?: to severe| or severe|\/severe)? )?(?:hepatic|liver) (?:impairment|dysfunction|disease|cirrhosis|insufficiency)|cirrhosis(?: of the liver)?`;
const PUGH_LIMIT = new RegExp(
  String.raw`(?:(?:${LIVER})${JOINED}(?:an? )?)?Child[- ](?:Turcotte[- ])?Pugh(?:'s)?(?: (?:liver|function|class(?:ification)?|score|category|status|grade|of|is|stage))* ?([A-C])((?:${OR}[A-C])?)(?![\w])(?: ?[)\]])?(?: (?:${LIVER}|liver function|hepatic function))?`,
  'gi',
);

const ROMAN: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4, '1': 1, '2': 2, '3': 3, '4': 4 };
const LETTER: Readonly<Record<string, number>> = { A: 1, B: 2, C: 3 };
const BOUNDS = { '≥': 'min', '>': 'above', '≤': 'max', '<': 'below' } as const;

const NYHA_UNIT = '{NYHA}';
const PUGH_UNIT = '{Child-Pugh}';

type Bound = 'min' | 'max' | 'above' | 'below';
const nyha = (bound: Bound, value: number): Requirement => ({ kind: 'lab', lab: 'NYHA', bound, value, unit: NYHA_UNIT, uln: false });
const pugh = (bound: Bound, value: number): Requirement => ({ kind: 'lab', lab: 'Child-Pugh', bound, value, unit: PUGH_UNIT, uln: false });

/** A list that reaches the highest class is a lower limit, one from the lowest an upper one; others are not read. */
function limitOf(named: readonly number[], most: number, make: (bound: Bound, value: number) => Requirement): Requirement | null {
  const [low, high] = [Math.min(...named), Math.max(...named)];
  if (named.length === 0 || named.some((one) => Number.isNaN(one)) || (low === 1 && high === most)) return null;
  if (high === most) return make('min', low);
  return low === 1 ? make('max', high) : null;
}

/** Every mention of a class with its limit, with the name of the disease that stands beside it. */
export function classesIn(text: string, only?: 'NYHA'): Atom[] {
  const atoms: Atom[] = [];
  const add = (at: number, found: string, requirement: Requirement | null): void => {
    // An open bracket of the text itself stays outside.
    const end = found.endsWith(')') && !found.includes('(') ? found.length - 1 : found.length;
    if (requirement !== null) atoms.push({ start: at, end: at + end, requirement });
  };
  for (const match of everyMatch(text, NYHA_LIMIT)) {
    const [found, before, sign, limit, first, more = '', single, up] = match;
    const named = [first, ...numerals(more)].flatMap((one) => (one === undefined ? [] : [entryOf(ROMAN, one.toUpperCase()) ?? Number.NaN]));
    const one = entryOf(ROMAN, (limit ?? single ?? '').toUpperCase());
    const mark = sign ?? (up === undefined ? before : '≥');
    if (first !== undefined) add(match.index, found, before === undefined ? limitOf(named, 4, nyha) : null);
    else if (one !== undefined && mark !== undefined) add(match.index, found, nyha(BOUNDS[mark as '≥' | '>' | '≤' | '<'], one));
    else if (one === 4 || one === 1) add(match.index, found, limitOf([one], 4, nyha));
  }
  for (const match of everyMatch(text, NYHA_BEHIND)) {
    const [found, first = '', more = ''] = match;
    add(match.index, found, limitOf([first, ...numerals(more)].map((one) => entryOf(ROMAN, one.toUpperCase()) ?? Number.NaN), 4, nyha)); // prettier-ignore
  }
  for (const match of only === undefined ? everyMatch(text, PUGH_LIMIT) : []) {
    const [found, first = '', more = ''] = match;
    const named = [first, ...(/[A-C]$/i.exec(more) ?? [])].map((one) => entryOf(LETTER, one.toUpperCase()) ?? Number.NaN);
    add(match.index, found, limitOf(named, 3, pugh));
  }
  return atoms.sort((a, b) => a.start - b.start).filter((one, at, all) => at === 0 || one.start >= (all[at - 1]?.end ?? 0));
}
const numerals = (text: string): string[] => [...text.matchAll(/\b(?:IV|III|II|I|[1-4])\b/gi)].map(([found]) => found);

const SYSTOLIC = String.raw`(?:systolic (?:blood pressure|BP|pressure)|systolic|SBP)(?: ?[([](?:SBP|BP|s?BP)[)\]])?`;
const DIASTOLIC = String.raw`(?:diastolic (?:blood pressure|BP|pressure)|diastolic|DBP)(?: ?[([](?:DBP|BP)[)\]])?`;
const BOTH = String.raw`(?:(?:arterial |resting |seated )?blood pressure(?: ?[([]BP[)\]])?|BP)`;
const MARK = String.raw`(?:(?:is|of|must be|should be|that is) )?([≥≤<>]) ?`;
const HG = String.raw`(?: ?mm ?\/? ?Hg)?`;
const AND = String.raw`,? ?(and\/or|and|or|\/|,|;) ?`;
/** Systolic, diastolic: which sign and number; how they are joined. */
const PRESSURES: readonly RegExp[] = [
  new RegExp(String.raw`(?:${BOTH},? ?[([]?)?${SYSTOLIC} ?${MARK}(\d{2,3})${HG}${AND}(?:an? )?${DIASTOLIC} ?${MARK}(\d{2,3})${HG}`, 'i'),
  new RegExp(String.raw`(?:${BOTH} ?)?${MARK}(\d{2,3})${HG} ?[([]?systolic[)\]]?${AND}${MARK}(\d{2,3})${HG} ?[([]?diastolic[)\]]?`, 'i'),
];
const TOGETHER = new RegExp(String.raw`${BOTH} ?(?:of )?${MARK}(\d{2,3}) ?\/ ?(\d{2,3})${HG}`, 'i');
const HYPERTENSION = String.raw`(?:(?:uncontrolled|poorly[- ]controlled|inadequately controlled|not adequately controlled|adequately controlled|resistant|refractory|persistent|sustained|severe|current|arterial|systemic|systolic|medically|symptomatic|moderate|significant|clinically|and|or) )*(?:hypertension|high blood pressure|HTN|blood pressure)(?: ?[([](?:BP|HTN)[)\]])?`;
const BEFORE = new RegExp(
  String.raw`^\W*(?:(?:patients?|participants?|subjects?|individuals?|those|who|with|has|have|having|known|an?|the|any|presence|of|evidence) )*(?:${HYPERTENSION}[,;:]? ?(?:[([]|defined as|as defined by|defined by|i\.e\.,?|with|by|that is|at rest| )*(?:an? |sustained |persistent |resting |seated |repeated |elevated |mean |average |uncontrolled )*)?$`,
  'i',
);
/** How and when it is measured; a further condition stands behind "or". */
const AFTER =
  /^\W*(?:\)|\]|(?:(?:at rest|despite|in spite of|while|with or without|on|using|after|measured|confirmed|which|that|by|at|as|obtained|during|under|not|within|prior)\b(?:(?!\bor\b|\bhistory\b|\bcris[ei]s\b|\bencephalopathy\b)[^;])*))?[\s.)\]]*$/i;

/** A limit of one of the two pressures. */
export const pressureLimit = (lab: 'systolic-pressure' | 'diastolic-pressure', sign: string, value: number): Requirement => ({
  kind: 'lab',
  lab,
  bound: BOUNDS[sign as '≥' | '>' | '≤' | '<'],
  value,
  unit: 'mm[Hg]',
  uln: false,
});

/**
 * Blood pressure decides one way only: a reading within the limits shows that they are kept; one beyond them is taken again before anybody is
 * excluded for it. Null: not this pattern from its first to its last word.
 */
export function pressureAsked(text: string, side: Side): Requirement | null {
  if (/\be\.?g\b|such as|including/i.test(text)) return null;
  const pair = PRESSURES.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  const one = pair ? null : TOGETHER.exec(text);
  const found = pair ?? one;
  if (!found) return null;
  const [sign, high, joint, other, low] = pair ? found.slice(1) : [found[1], found[2], '/', found[1], found[3]];
  const [systolic, diastolic] = [Number(high), Number(low)];
  if (sign === undefined || other === undefined || systolic <= diastolic || systolic > 250 || diastolic < 30) return null;
  // One of them is an upper and the other a lower limit: not understood.
  if (/[≥>]/.test(sign) !== /[≥>]/.test(other)) return null;
  const upper = /[≤<]/.test(sign);
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  if (!BEFORE.test(before) || !AFTER.test(after)) return null;
  const limits = [pressureLimit('systolic-pressure', sign, systolic), pressureLimit('diastolic-pressure', other, diastolic)];
  if (side === 'inclusion') {
    // "BP ≤ 140/90 with no change of medication": more is asked than the number.
    if (!upper || !/^[\s.)\]]*$/.test(after) || (joint !== undefined && /^or$/i.test(joint))) return null;
    return { kind: 'any', of: [{ kind: 'all', of: limits }, UNREAD] };
  }
  // "Blood pressure < 90/60" excludes who has less.
  return { kind: 'all', of: [{ kind: 'any', of: limits }, UNREAD] };
}
