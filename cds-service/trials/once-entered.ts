/** A cancer that the record holds twice (problem list and diagnosis of an encounter) is one tumour to a trial. */
import { oneTumour, type PatientFacts, type TumourFact } from '../../fhir-profiles/index.ts';
import type { TumourTree } from '../knowledge/oncology/types.ts';

/** Active entries of one cancer as one: the narrower type, the stages of both. */
export function withTumoursOnce(facts: PatientFacts, tree: TumourTree): PatientFacts {
  const kept: TumourFact[] = [];
  for (const entry of facts.tumours) {
    const at = isActive(entry) ? kept.findIndex((one) => isActive(one) && oneTumour(one, entry, orderOf(tree)) !== null) : -1;
    const before = kept[at];
    if (before === undefined) kept.push(entry);
    else kept[at] = together(before, entry, oneTumour(before, entry, orderOf(tree)) === entry);
  }
  return kept.length === facts.tumours.length ? facts : { ...facts, tumours: kept };
}

/** What is only suspected, or over, stays an entry of its own. */
function isActive({ role, clinicalStatus, verified }: TumourFact): boolean {
  return (
    role === 'primary' &&
    ['active', 'recurrence', 'relapse', 'unknown'].includes(clinicalStatus) &&
    (verified === 'confirmed' || verified === 'unknown')
  );
}

function together(one: TumourFact, other: TumourFact, otherIsNarrower: boolean): TumourFact {
  const [kept, gone] = otherIsNarrower ? [other, one] : [one, other];
  const onset = [kept.onset, gone.onset].filter((day) => day !== undefined).sort()[0];
  const again = [kept, gone].find(({ clinicalStatus }) => clinicalStatus === 'recurrence' || clinicalStatus === 'relapse');
  const stages = [
    ...kept.stages,
    ...gone.stages.filter((stage) => !kept.stages.some((own) => own.source.reference === stage.source.reference)),
  ];
  return {
    ...kept,
    codes: [...kept.codes, ...gone.codes],
    stages,
    clinicalStatus: again?.clinicalStatus ?? kept.clinicalStatus,
    ...(onset === undefined ? {} : { onset }),
  };
}

const ORDERS = new WeakMap<TumourTree, Parameters<typeof oneTumour>[2]>();
function orderOf(tree: TumourTree): Parameters<typeof oneTumour>[2] {
  const known = ORDERS.get(tree);
  if (known !== undefined) return known;
  const made = {
    isAbove: (broad: string, narrow: string): boolean => reaches(narrow, broad, (id) => tree.doid.get(id)?.parents ?? []),
    isTypeAbove: (broad: string, narrow: string): boolean =>
      reaches(narrow, broad, (code) => [tree.oncotree.get(code)?.parent ?? null].filter((parent) => parent !== null)),
  };
  ORDERS.set(tree, made);
  return made;
}

function reaches(from: string, upper: string, parents: (of: string) => readonly string[]): boolean {
  const waiting = [...parents(from)];
  const seen = new Set<string>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === upper) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...parents(next));
  }
  return false;
}
