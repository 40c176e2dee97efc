/**
 * Inclusion criteria that name several tumours. Types of which one lies within the other are one tumour seen more or less closely ("adenocarcinoma of
 * the prostate", later "prostate cancer"): whoever has none of them is out. Types that lie apart are alternatives or cohorts: nothing is certain then.
 */
import type { TumourTable } from '../../../../fhir-profiles/index.ts';
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { isNeverCertain } from '../../requirement-kind.ts';
import { join, UNREAD } from '../requirements-together.ts';
import { isTissue } from './tissue.ts';

type Tumour = Extract<Requirement, { kind: 'tumour' }>;

/** Every type that the tree names, outside of what it denies. */
export function namedTypes(asked: Requirement): Tumour[] {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.flatMap(namedTypes);
  return asked.kind === 'tumour' && asked.breadth !== 'any' ? [asked] : [];
}

/** Types that it takes out: squamous cell carcinoma of "non-squamous NSCLC". */
function deniedTypes(asked: Requirement): Tumour[] {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.flatMap(deniedTypes);
  return asked.kind === 'not' && asked.of.kind === 'tumour' ? [asked.of] : [];
}

const keyOf = ({ breadth, oncotree, doid, name }: Tumour): string => breadth ?? oncotree ?? doid ?? name;

/** The types of all inclusion criteria of a trial, each once. */
export function typesOfTrial(inclusions: readonly Requirement[]): Tumour[] {
  return [...new Map(inclusions.flatMap(namedTypes).map((type) => [`${keyOf(type)} ${type.doid ?? ''}`, type])).values()];
}

/** The criterion beside the others of its trial; null where they name tumours apart from its own. */
export function besideOthers(asked: Requirement, all: readonly Tumour[], table: TumourTable): Requirement | null {
  const own = namedTypes(asked);
  if (own.length === 0) return asked;
  const denied = deniedTypes(asked);
  if (all.some((other) => denied.some((type) => isWithin(other, type, table)))) return null;
  const wider: Tumour[] = [];
  for (const other of all) {
    if (isTissue(other) || own.some((type) => isWithin(other, type, table))) continue;
    if (!own.some((type) => isWithin(type, other, table))) return null;
    wider.push(other);
  }
  return wider.length === 0 ? asked : join('any', [asked, join('all', [join('any', wider), UNREAD])]);
}

/** True when the first type is the second or lies below it. Solid tumours and blood cancers are no types of their own here. */
export function isWithin(narrow: Tumour, broad: Tumour, table: TumourTable): boolean {
  if (keyOf(narrow) === keyOf(broad) && (narrow.doid === broad.doid || narrow.breadth !== null)) return true;
  if (narrow.breadth !== null || broad.breadth !== null || narrow.doid === null || broad.doid === null) return false;
  return narrow.doid === broad.doid || table.isAbove?.(broad.doid, narrow.doid) === true;
}

/** Two criteria that ask the tumour to be at different extents are two groups of patients: "stage III melanoma", "stage IV melanoma". */
export function extentsApart(inclusions: readonly Requirement[]): ReadonlySet<Requirement> {
  const asked = inclusions.flatMap((requirement) => {
    if (isNeverCertain(requirement) || namedTypes(requirement).length === 0) return [];
    const groups = new Set(groupsIn(requirement));
    return groups.size === 0 ? [] : [{ requirement, groups }];
  });
  const apart = new Set<Requirement>();
  for (const one of asked)
    for (const other of asked) if (![...one.groups].some((group) => other.groups.has(group))) apart.add(one.requirement);
  return apart;
}
/** The tumour that such a criterion asks for whatever the extent; null where it cannot be told from the rest. */
export function tumourAlone(asked: Requirement): Requirement | null {
  if (asked.kind !== 'all') return null;
  const [tumour, more] = asked.of.filter(
    (one) => one.kind === 'tumour' || (one.kind === 'any' && one.of.every(({ kind }) => kind === 'tumour')),
  );
  return tumour === undefined || more !== undefined ? null : join('all', [tumour, UNREAD]);
}
const EXTENT_GROUPS = { metastatic: ['IV'], advanced: ['III', 'IV'], early: ['I', 'II'] } as const;
function groupsIn(asked: Requirement): string[] {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.flatMap(groupsIn);
  if (asked.kind === 'extent') return [...EXTENT_GROUPS[asked.extent]];
  return asked.kind === 'stage' ? asked.groups.map((group) => group.replace(/[A-D]\d?$/, '')) : [];
}
