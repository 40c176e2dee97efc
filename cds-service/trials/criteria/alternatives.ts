/**
 * Lines that cannot all be asked of one patient are alternatives or cohorts, however the text is laid out: several tumour types, ages, sexes,
 * limits of one laboratory value, mutated genes. What was read stays in sight; nobody is shut out by one, and who has the age, sex or finding that
 * one of them asks is not stopped by it.
 */
import { genesOf } from '../../knowledge/oncology/notation/term.ts';
import type { TumourTable } from '../../../fhir-profiles/index.ts';
import { termsOf } from '../../oncology/index.ts';
import type { Criterion, Requirement, TrialRecord } from '../../knowledge/trials/types.ts';
import { join, UNREAD } from './requirements-together.ts';
import { insideOthers, limitsOfAll } from './laboratory/limits-alternatives.ts';
import { besideOthers, extentsApart, tumourAlone, typesOfTrial } from './disease/tumour-alternatives.ts';

/** What was read stays in sight (for ranking and for the reason), but no verdict is certain. */
export function neverCertain(requirement: Requirement): Requirement {
  return requirement.kind === 'unread' ? requirement : { kind: 'all', of: [join('any', [requirement, UNREAD]), UNREAD] };
}

/** Who has what one line asks of these is not stopped by it, whichever lines are meant; limits of values are compared with each other instead. */
const OF_PERSON: ReadonlySet<string> = new Set(['gene', 'age from', 'age to', 'sex']);

/** What a requirement asks once only: name of the question and the answer it wants. */
type Question = readonly [about: string, wants: string];

/** @param ages of the registry's own fields: they hold for everybody, so a criterion that says the same stays certain whatever a cohort is asked beside it. */
export function withoutAlternatives(
  criteria: readonly Criterion[],
  tumours: TumourTable,
  ages: Pick<TrialRecord, 'minAge' | 'maxAge'>,
): Criterion[] {
  const forAll = new Set([`age from ${ages.minAge ?? 'none'} `, `age to ${ages.maxAge ?? 'none'} `]);
  const inclusions = criteria.flatMap(({ kind, requirement }) => (kind === 'inclusion' ? [requirement] : []));
  const types = typesOfTrial(inclusions);
  const groups = extentsApart(inclusions);
  const asked = criteria.map(({ kind, requirement }) =>
    kind === 'inclusion' && requirement.kind !== 'unread' ? questions(requirement) : [],
  );
  const wanted = new Map<string, string>();
  const several = new Set<string>();
  for (const [about, wants] of asked.flat()) {
    const before = wanted.get(about);
    if (before === undefined) wanted.set(about, wants);
    else if (before !== wants) several.add(about);
  }
  const limits = limitsOfAll(inclusions);
  return criteria.map((criterion, at) => {
    const { kind, requirement } = criterion;
    const apart = (asked[at] ?? []).filter(([about, wants]) => several.has(about) && !forAll.has(`${about} ${wants}`));
    const pregnancy = kind === 'inclusion' && expectsPregnancy(requirement);
    if (pregnancy || apart.length > 0) {
      const inside = pregnancy ? null : insideOthers(requirement, apart.map(([about]) => about), limits); // prettier-ignore
      if (inside !== null) return { ...criterion, requirement: inside };
      const ofPerson = !pregnancy && apart.every(([about]) => OF_PERSON.has(about));
      return { ...criterion, requirement: ofPerson ? join('any', [requirement, UNREAD]) : neverCertain(requirement) };
    }
    if (kind === 'exclusion') return criterion;
    const asks = groups.has(requirement) ? tumourAlone(requirement) : requirement;
    return { ...criterion, requirement: (asks && besideOthers(asks, types, tumours)) ?? neverCertain(requirement) };
  });
}

function questions(asked: Requirement): Question[] {
  const found = [...leaves(asked)];
  const genes = onlyGenes(asked);
  return [
    ...(genes === '' ? [] : [['gene', genes] as const]),
    ...found.flatMap((one): Question[] => {
      if (one.kind === 'age')
        return [
          ...(one.min === undefined && one.above === undefined ? [] : [['age from', `${one.min ?? ''} ${one.above ?? ''}`] as const]),
          ...(one.max === undefined && one.below === undefined ? [] : [['age to', `${one.max ?? ''} ${one.below ?? ''}`] as const]),
        ];
      if (one.kind === 'performance') return [[one.scale, `${one.min ?? 0} ${one.max ?? ''}`]];
      return [];
    }),
    ...sexesOf(asked).map((sex): Question => ['sex', sex]),
    ...limitsOf(asked),
  ];
}
/** A sex among alternatives ("> 450 ms in men, > 470 ms in women") is not asked of everybody. */
function sexesOf(asked: Requirement): string[] {
  if (asked.kind === 'all') return asked.of.flatMap(sexesOf);
  return asked.kind === 'sex' ? [asked.sex] : [];
}
/** A limit that stands for itself; a laxer one beside it in the same criterion is not a second question. */
function limitsOf(asked: Requirement): Question[] {
  const all = [...leaves(asked)].flatMap((one) => (one.kind === 'lab' ? [one] : []));
  const byLab = new Map<string, string[]>();
  for (const { lab, bound, value, uln } of all) {
    const about = `${lab} ${bound === 'min' || bound === 'above' ? 'from' : 'to'}`;
    byLab.set(about, [...(byLab.get(about) ?? []), `${value}${uln ? ' x' : ''}`]);
  }
  return [...byLab].map(([about, values]) => [about, [...new Set(values)].sort().join(' ')]);
}
function* leaves(asked: Requirement): Generator<Requirement> {
  if (asked.kind === 'all' || asked.kind === 'any') for (const one of asked.of) yield* leaves(one);
  else if (asked.kind !== 'not') yield asked;
}
/** Genes of a line that is about nothing else: "ALK fusion" under "ROS1 fusion". Markers of one tumour may all be asked for. */
function onlyGenes(asked: Requirement): string {
  const found = [...leaves(asked)].filter(({ kind }) => kind !== 'unread');
  const genes = found.flatMap((one) =>
    one.kind === 'variant'
      ? one.genes
      : one.kind === 'molecular'
        ? termsOf(one.tree).flatMap((term) => (term.kind === 'wild-type' ? [] : genesOf(term)))
        : [],
  );
  return found.length > 0 && found.every(({ kind }) => kind === 'molecular' || kind === 'variant')
    ? [...new Set(genes)].sort().join(' ')
    : '';
}
/** No cancer trial asks for a pregnancy: such a text is about some women among the patients. */
function expectsPregnancy(asked: Requirement): boolean {
  if (asked.kind === 'any' && asked.of.some(({ kind }) => kind === 'sex')) return false;
  return [...leaves(asked)].some(({ kind }) => kind === 'pregnant' || kind === 'breastfeeding');
}
