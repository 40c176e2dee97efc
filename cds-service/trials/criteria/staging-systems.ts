/**
 * Stages and grades of systems of their own: Rai and Binet, ISS and R-ISS, Durie-Salmon, Ann Arbor and Lugano, BCLC, Gleason and the grade groups of the
 * International Society of Urological Pathology. FIGO has the groups of other stages (`disease/index.ts`), Child-Pugh is a class (`classes.ts`).
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { everyMatch } from './text/every-match.ts';
import { words } from './words/vocabulary.ts';

export type Staging = Extract<Requirement, { kind: 'staging' }>;

const ROMAN: readonly string[] = ['I', 'II', 'III', 'IV'];
/** Every value of a system, lowest first. */
const VALUES: Readonly<Record<Staging['system'], readonly string[]>> = {
  Rai: ['0', ...ROMAN],
  Binet: ['A', 'B', 'C'],
  ISS: ROMAN.slice(0, 3),
  'R-ISS': ROMAN.slice(0, 3),
  'Durie-Salmon': ROMAN.slice(0, 3),
  'Ann Arbor': ROMAN,
  BCLC: ['0', 'A', 'B', 'C', 'D'],
  Gleason: ['2', '3', '4', '5', '6', '7', '8', '9', '10'],
  'grade group': ['1', '2', '3', '4', '5'],
};
const NAMED: readonly (readonly [Staging['system'], string])[] = [
  ['R-ISS', String.raw`(?:R-?ISS|revised (?:international staging system|ISS))`],
  ['ISS', String.raw`(?<![-\w])(?:ISS|(?<!revised )international staging system)`],
  ['Rai', String.raw`(?:modified )?Rai\b`],
  ['Binet', String.raw`Binet\b`],
  ['Durie-Salmon', String.raw`Durie[- ](?:and )?Salmon`],
  ['Ann Arbor', String.raw`(?:modified )?(?:Ann[- ]Arbor|Lugano)`],
  ['BCLC', String.raw`(?:BCLC|Barcelona (?:Clinic )?Liver Cancer(?: ?[([]BCLC[)\]])?)`],
  ['grade group', String.raw`(?:(?:ISUP|Gleason|WHO|prognostic) )*grade[- ]group`],
  ['Gleason', String.raw`Gleason(?! (?:grade[- ])?group| pattern)`],
];
const VALUE = String.raw`(?:IV|I{1,3}|10|[0-9]|[A-D])(?![\w+%.]|\s*\+)`;
const LINK = String.raw`\s*(?:-|–|to|through|,? or|,? and|\/|,|and\/or)\s*(?:stage )?`;
const BETWEEN = String.raw`(?:'s)?(?:[\s:]*(?:\(?R?-?ISS\)?|\(BCLC\)|(?:clinic(?:al)?|staging|stages?|scores?|sum|system|class(?:ification)?|grades?|criteria|risk|category|of|is|a)\b))*[\s:]*`;
const LIST = String.raw`(?:(≥|>|≤|<)\s*(${VALUE})|(${VALUE})((?:${LINK}${VALUE})*)(\s*,?\s*(?:or|and) (?:higher|greater|above|more)|\s*,?\s*(?:or|and) (?:lower|less|below))?)`;
/** "Gleason ≥ 4+3" is a grade group: 3+4 is 2, 4+3 is 3 (ISUP 2014, edu.isupweb.org, grading of prostate cancer, looked up 2026-11-22). */
const SUM = /Gleason(?:\s+(?:score|sum|grade))*\s*(≥|>|≤|<)?\s*\(?(3\s*\+\s*4|4\s*\+\s*3)\)?(?:\s*=\s*7)?/gi;

const READERS = NAMED.map(([system, name]) => ({
  system,
  pattern: new RegExp(String.raw`${name}${BETWEEN}${LIST}|\bstages?\s+(${VALUE})((?:${LINK}${VALUE})*)\s*(?:\(|by|per|according to|as defined by|of|after|[,\s])*(?:the )?${name}(?:\s+(?:staging|classification|system|criteria|stage)\b)*\)?`, 'gi'), // prettier-ignore
}));
const ANY = /R-?ISS|international staging|\bRai\b|Binet|Durie|Ann[- ]Arbor|Lugano|BCLC|Barcelona|Gleason|grade[- ]group/i;

/** Words that say nothing more beside a stage. */
const PLAIN = words(`
  a an the of with at in on is are be been have has having had must should who stage stages staging stated disease patients patient participants participant subjects subject
  diagnosis diagnosed documented confirmed histologically pathologically score sum grade group by per as defined according to system classification criteria at least high low risk
  entry screening baseline current currently liver cancer clinic clinical international revised isup who prostate cll dlbcl myeloma multiple chronic lymphocytic leukemia lymphoma
`);

/** The one system that a text names with its values; null where it names several, or values that the system does not have. `plain`: and nothing else. */
export function stagingIn(text: string): { readonly asked: Staging; readonly plain: boolean } | null {
  if (!ANY.test(text) || text.length > 400) return null;
  const found = READERS.flatMap(({ system, pattern }) =>
    everyMatch(text, pattern).map((match) => ({ match, asked: asked(system, match) })),
  );
  for (const match of everyMatch(text, SUM)) {
    const group = match[2]?.startsWith('3') === true ? '2' : '3';
    found.push({ match, asked: limited('grade group', match[1], group) });
  }
  const [one, more] = found;
  if (one === undefined || more !== undefined || one.asked === null) return null;
  const left = `${text.slice(0, one.match.index)} ${text.slice(one.match.index + one.match[0].length)}`;
  if (
    /\b(?:or|if|unless|except\w*|and\/or|not|no|non|without|history|prior|previous\w*|other than|may|allowed|eligible)\b|[≥≤<>]/i.test(left)
  )
    return null;
  return { asked: one.asked, plain: (left.toLowerCase().match(/[a-z0-9][\w-]*/g) ?? []).every((word) => PLAIN.has(word)) };
}

function asked(system: Staging['system'], match: RegExpExecArray | RegExpMatchArray): Staging | null {
  const [, sign, limit, first = match[6], more = match[7] ?? '', beyond = ''] = match;
  if (sign !== undefined && limit !== undefined) return limited(system, sign, limit);
  if (first === undefined) return null;
  if (beyond !== '') return more.trim() === '' ? limited(system, /high|great|above|more/i.test(beyond) ? '≥' : '≤', first) : null;
  const named = [first, ...everyMatch(more, new RegExp(VALUE, 'gi')).map(([value]) => value)].map((value) => valueOf(system, value));
  const all = VALUES[system];
  if (named.some((value) => value === null)) return null;
  const places = named.map((value) => all.indexOf(value ?? ''));
  const ranged = /-|–|\bto\b|through/i.test(more);
  if (ranged && (places.length !== 2 || (places[0] ?? 0) >= (places[1] ?? 0))) return null;
  const values = ranged ? all.slice(places[0], (places[1] ?? 0) + 1) : all.filter((_, at) => places.includes(at));
  return values.length === all.length ? null : { kind: 'staging', system, values };
}
function limited(system: Staging['system'], sign: string | undefined, limit: string): Staging | null {
  const value = valueOf(system, limit);
  const all = VALUES[system];
  const at = value === null ? -1 : all.indexOf(value);
  if (at === -1) return null;
  const values = all.filter((_, n) => (sign === '≥' ? n >= at : sign === '>' ? n > at : sign === '≤' ? n <= at : sign === '<' ? n < at : n === at)); // prettier-ignore
  return values.length === 0 || values.length === all.length ? null : { kind: 'staging', system, values };
}

/** `II` of "2" where the system counts in Roman numbers; null: the system has no such value. */
function valueOf(system: Staging['system'], written: string): string | null {
  const own = written.toUpperCase();
  const all = VALUES[system];
  if (all.includes(own)) return own;
  const roman = all.includes('I') ? ROMAN[Number(own) - 1] : undefined;
  const digit = all.includes('1') && ROMAN.includes(own) ? String(ROMAN.indexOf(own) + 1) : undefined;
  const value = roman ?? digit;
  return value !== undefined && all.includes(value) ? value : null;
}
