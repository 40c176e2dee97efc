/**
 * Laboratory limits, performance status and age among words that were not all understood. Each item of a list is read for itself; what follows a
 * limit may make it more (then only a value beyond it is certain), less (then only a value within it) or leave it open.
 */
import { claimed } from '../claim.ts';
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { neverCertain } from '../alternatives.ts';
import { family, join, UNREAD, type Side } from '../requirements-together.ts';
import type { Atom, Recogniser } from '../atom.ts';
import { canDecide, touched } from '../deciding.ts';
import { laboratory } from './index.ts';
import { FILLER, NARROWING } from '../text/lexicon.ts';
import { byMethod, withoutMethod } from './limits-text.ts';
import { MEASURED_STATE } from '../patient-state.ts';
import { effectOf, itemsOf, type Effect, type Known } from '../text/pieces.ts';
import { implausible } from '../plausible.ts';
import type { SecondReader } from '../second-reader.ts';
import { segmentsOf, type Segment } from '../text/segments.ts';
import { MEASURE_WORDS } from '../words/measure.ts';

const RECOGNISERS: readonly Recogniser[] = [laboratory, ...MEASURED_STATE];

const known: Known = (word) => {
  if (word === 'unsupported') return 'narrow';
  if (/^(?:men|women|males?|females?|wom[ae]n|girls|boys)$/.test(word)) return null;
  if (FILLER.has(word) || MEASURE_WORDS.silent.has(word)) return 'silent';
  return NARROWING.has(word) || MEASURE_WORDS.narrowing.has(word) ? 'narrow' : null;
};

export const LIMITS_AGAIN: SecondReader = {
  needs: ['≥', '≤', '<', '>', 'within', 'ecog', 'performance', 'age', 'year', 'zubrod'],
  read(whole, side, context, masked) {
    if (/[([](?:for |in )?(?:adults?|children|pa?ediatrics?|females?|males?|wom[ae]n|men|boys|girls)\b/i.test(whole)) return null;
    const text = withoutMethod(whole);
    const atoms = withoutDoubles(
      claimed(text, context, RECOGNISERS).map((atom) => ({ ...atom, requirement: byMethod(atom.requirement, whole) })),
    );
    if (atoms.length === 0 || OF_THOSE.test(text.slice(0, atoms[0]?.start)) || agesOfLimits(text, atoms)) return null;
    const items = mergedAtOr(itemsOf(masked(text, atoms)));
    const read: Requirement[] = [];
    for (const item of items) {
      // What stands above the first limit says of whom or when everything below it is asked.
      if (read.length === 0 && !item.includes('@') && !['silent', 'more'].includes(effectOf(item, known))) return null;
      const one = side === 'inclusion' ? asked(item, atoms) : excluded(item, atoms);
      if (one === null) return null;
      if (read.length === 0 && /^\W*(?:if|when|for|in case|to)\b/i.test(item)) return null;
      // What follows may take back what was said.
      if (one.before !== 'silent') read.splice(0, read.length, ...read.map((earlier) => touched(earlier, one.before)));
      if (one.requirement !== null) read.push(one.requirement);
    }
    const together = join(side === 'inclusion' ? 'all' : 'any', read);
    return read.length > 0 && canDecide(together) ? together : null;
  },
};

/** Two limits of one value in one direction are for different patients. */
function withoutDoubles(atoms: readonly Atom[]): Atom[] {
  const names = atoms.map(({ requirement }) => directionsOf(requirement));
  return atoms.map((atom, at) => {
    const doubled = names.some((others, other) => other !== at && others.some((name) => names[at]?.includes(name)));
    return doubled ? { ...atom, requirement: touched(atom.requirement, 'open') } : atom;
  });
}
function directionsOf(asked: Requirement): string[] {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.flatMap(directionsOf);
  if (asked.kind === 'lab') return [`${asked.lab} ${asked.bound === 'min' || asked.bound === 'above' ? 'from' : 'to'}`];
  if (asked.kind === 'performance') return [asked.scale];
  if (asked.kind !== 'age') return [];
  return [
    ...(asked.min === undefined && asked.above === undefined ? [] : ['age from']),
    ...(asked.max === undefined && asked.below === undefined ? [] : ['age to']),
  ];
}

interface ReadItem {
  readonly requirement: Requirement | null;
  /** What the item does to the items before it. */
  readonly before: Effect;
}

/** "creatinine ≤ 1.5; or clearance ≥ 60" is one item. */
function mergedAtOr(items: readonly string[]): string[] {
  const out: string[] = [];
  for (const item of items) {
    const last = out.at(-1);
    if (last !== undefined && (/^\W*or\b/i.test(item) || /\bor\s*$/i.test(last)))
      out[out.length - 1] = `${last} ${/\bor\s*$/i.test(last) ? '' : 'or '}${item.replace(/^\W*or\b/i, '')}`;
    else out.push(item);
  }
  return out;
}

/** "Patients with marrow disease must have …", "patients ≥ 18 years must have …", "for patients < 16 years": asked of them only. */
const OF_THOSE =
  /^\W*(?:all |for )?(?:patients?|participants?|subjects?|individuals?|those|persons?|adults?)\s+(?:with|who|whose|having|on|receiving|in)\b.*\b(?:must|should|needs?|required|has to|have to)\b/i;
const OF_SOME =
  /^\W*(?:all |for )?(?:patients?|participants?|subjects?|individuals?|those|persons?|adults?)\s+(?:(?:who|whose|having|on|receiving|in)\b|with (?!an? |the )[^@]*@|@\d+@.*\b(?:must|should|@\d+@))|^[^@]*\b(?:for|in|among|if|of the) (?:all )?(?:patients?|participants?|subjects?|individuals?|those|persons?|adults?|adolescents?|children)\b[^@]*@|\([^()]*@\d+@[^()]*$|@\d+@\W*(?:of age\W*)?(?:at|upon|on|when|before)\b[^.;]{0,40}(?:diagnos|presentation|onset|procedure|transplant)/i;

/** "Age 6 to 12: creatinine ≤ 1": an age beside laboratory limits is of whom they are asked, unless it stands in the first item alone. */
function agesOfLimits(text: string, atoms: readonly Atom[]): boolean {
  const ages = atoms.filter(({ requirement }) => family(requirement) === 'age');
  if (ages.length === 0 || ages.length === atoms.length) return false;
  const [only, second] = [ages[0], atoms[1]];
  return (
    ages.length > 1 ||
    only !== atoms[0] ||
    second === undefined ||
    !/^[^@\w]*[;.]/.test(text.slice(only?.end, second.start).replace(/ of age| old/, ''))
  );
}

const ALTERNATIVE: readonly (readonly string[])[] = [
  ['creatinine', 'creatinine-clearance', 'eGFR'],
  ['bilirubin', 'direct-bilirubin'],
];
function labsIn(asked: Requirement): string[] {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.flatMap(labsIn);
  return asked.kind === 'lab' ? [asked.lab] : [];
}
/** "creatinine ≤ 1.5 or clearance ≥ 60" in the midst of a list: the "or" joins these two alone. */
function alternatives(a: Atom | null, b: Atom | null): boolean {
  if (a === null || b === null) return false;
  const [one, other] = [labsIn(a.requirement), labsIn(b.requirement)];
  return one.length > 0 && other.length > 0 && ALTERNATIVE.some((set) => [...one, ...other].every((lab) => set.includes(lab)));
}

function asked(item: string, atoms: readonly Atom[]): ReadItem | null {
  const segments = segmentsOf(item, atoms, known);
  // "Participants with Gilbert's syndrome may be included if …" takes back what stands before.
  if (OF_SOME.test(item))
    return {
      requirement: openAll(segments),
      before: /\b(?:may|can|will be|eligible|allowed|permitted|includ|enrol|accept|except)/i.test(item) ? 'open' : 'silent',
    };
  if (segments.every(({ atom }) => atom === null)) {
    const effect = effectOf(item, known);
    return effect === 'more'
      ? { requirement: UNREAD, before: 'silent' }
      : { requirement: null, before: effect === 'less' ? 'open' : effect };
  }
  const first = segments.findIndex(({ atom }) => atom !== null);
  // What stands before the first limit says of whom it is asked.
  if (
    segments.slice(0, first + 1).some(({ head }) => head !== 'silent' && head !== 'more') ||
    segments.slice(1, first + 1).some(({ link }) => link === 'or' || link === 'and')
  )
    return { requirement: openAll(segments), before: 'open' };
  if (segments.slice(0, first).some(({ head }) => head === 'more') && segments[first]?.link === 'colon')
    return { requirement: openAll(segments), before: 'open' };
  const ors = segments.filter(({ link }) => link === 'or').length;
  const others = segments.slice(first + 1).some(({ link }) => link !== 'or');
  const out: Requirement[] = [];
  for (const [at, { atom, head, tail, bracket, link }] of segments.entries()) {
    if (link === 'open') return { requirement: openAll(segments), before: 'silent' };
    if (atom === null) {
      if (link === 'or' && out.length > 0) {
        if (others && ors > 0 && segments.length > 2 + first) return { requirement: openAll(segments), before: 'silent' };
        out.splice(0, out.length, join('any', [join('all', out), UNREAD]));
        continue;
      }
      if (head === 'silent') continue;
      if (head === 'more') out.push(UNREAD);
      else out.splice(0, out.length, ...out.map((one) => touched(one, head)));
      continue;
    }
    const before = at > first ? (head === 'silent' ? 'silent' : 'open') : head;
    const own = touched(touched(touched(atom.requirement, before), bracket), tail);
    if (link === 'or') {
      const previous = segments[at - 1];
      const paired = previous !== undefined && alternatives(previous.atom, atom);
      if (!paired && (others || ors > 1)) return { requirement: openAll(segments), before: 'silent' };
      out.push(join('any', [out.pop() ?? UNREAD, own]));
    } else out.push(own);
    // Words that say less speak of everything before them.
    if (tail === 'less' || tail === 'open') out.splice(0, out.length, ...out.map((one) => (one === own ? one : touched(one, tail))));
  }
  const families = out.map(family);
  // An age beside a limit may be whom the limit is for.
  if (
    families.includes('age') &&
    families.some((name) => name === 'lab' || name === 'performance') &&
    segments.some(({ link }) => link === 'comma')
  )
    return { requirement: openAll(segments), before: 'silent' };
  if (['age', 'performance'].some((name) => families.filter((one) => one === name).length > 1))
    return { requirement: openAll(segments), before: 'silent' };
  return { requirement: join('all', plausible(out, 'inclusion')), before: 'silent' };
}

function excluded(item: string, atoms: readonly Atom[]): ReadItem | null {
  const segments = segmentsOf(item, atoms, known);
  if (segments.every(({ atom }) => atom === null)) {
    const effect = effectOf(item, known);
    return effect === 'silent' ? { requirement: null, before: 'silent' } : { requirement: UNREAD, before: 'open' };
  }
  // "A and B" may be both together; an exception takes something out.
  if (
    segments.some(
      ({ link, head, atom }, at) =>
        link === 'and' || link === 'open' || (atom === null && head === 'open') || (atom === null && head === 'less' && at > 0),
    )
  )
    return { requirement: openAll(segments), before: 'open' };
  const out: Requirement[] = [];
  let effect: Effect = 'silent';
  for (const { atom, head, tail, bracket, link } of segments) {
    if (atom === null) {
      if (head !== 'silent') out.push(UNREAD);
      if (head === 'less') effect = 'open';
      continue;
    }
    const before = head === 'silent' ? (link === 'colon' ? effect : 'silent') : head === 'more' && link === 'none' ? 'more' : 'open';
    // Who is excluded "if" or "unless" something holds is excluded by less.
    const narrowed = (one: Effect): Effect => (one === 'less' ? 'more' : one);
    const own = touched(touched(touched(atom.requirement, before), narrowed(bracket)), narrowed(tail));
    out.push(own);
    if (tail === 'less' || tail === 'open') out.splice(0, out.length, ...out.map((one) => (one === own ? one : touched(one, 'open'))));
  }
  return { requirement: join('any', plausible(out, 'exclusion')), before: 'silent' };
}

/** A limit the other way round than trials set it was not understood. */
function plausible(read: readonly Requirement[], side: Side): Requirement[] {
  return read.map((requirement) =>
    implausible([{ start: 0, end: 0, requirement }], side, false) ? neverCertain(requirement) : requirement,
  );
}
function openAll(segments: readonly Segment[]): Requirement {
  const found = segments.flatMap(({ atom }) => (atom === null ? [] : [atom.requirement]));
  return found.length === 0 ? UNREAD : neverCertain(join('all', found));
}
