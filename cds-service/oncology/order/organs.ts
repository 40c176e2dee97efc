/**
 * A diagnosis whose code and words name two organs is read both ways: only what holds either way is claimed. An order of which the two say different things
 * waits until the diagnosis is settled; a choice that one of them alone gives is offered nowhere.
 */
import type { TumourFact } from '../../../fhir-profiles/index.ts';
import { said, TWO_ORGANS, type JudgedOrder, type TherapyRow } from '../reason/index.ts';
import { drugKey } from '../../knowledge/oncology/profile-terms.ts';

/** The diagnosis as the other of the two has it; null where nothing is disputed. */
export function otherwiseRead(fact: TumourFact | undefined): TumourFact | null {
  if (fact?.disputed === undefined) return null;
  const { oncotree, doid } = fact.disputed;
  return { ...fact, oncotree, doid };
}

/** Orders told the same either way stay; their choices are those of both. */
export function openedByOrgans(orders: readonly JudgedOrder[], others: readonly JudgedOrder[], { disputed }: TumourFact): JudgedOrder[] {
  const keyOf = ({ order, drug }: JudgedOrder): string => `${order}|${drug.name}`;
  const otherOf = new Map(others.map((fit) => [keyOf(fit), fit]));
  const known = new Set(orders.map(keyOf));
  return [
    ...orders.map((fit) => {
      const other = otherOf.get(keyOf(fit));
      if (other?.verdict !== fit.verdict) return opened(fit, other, disputed?.said ?? '');
      const standing = new Set(other.alternatives.map(({ therapy }) => keyOfNames(therapy)));
      return { ...fit, alternatives: fit.alternatives.filter(({ therapy }) => standing.has(keyOfNames(therapy))) };
    }),
    ...others.filter((fit) => !known.has(keyOf(fit))).map((fit) => opened(fit, undefined, disputed?.said ?? '')),
  ];
}

function opened(fit: JudgedOrder, other: JudgedOrder | undefined, organs: string): JudgedOrder {
  const sources = [...fit.sources, ...(other?.sources ?? [])];
  return {
    order: fit.order,
    drug: fit.drug,
    evidence: [],
    verdict: 'biomarker-open',
    ruleId: `oncology:${fit.drug.name}:biomarker-open`,
    because: [{ kind: 'two-organs', organs }, said(`What ${fit.drug.name} would be told depends on which of them is meant`)],
    tests: [],
    testOrders: [],
    variants: [],
    alternatives: [],
    sources: [...new Map(sources.map((source) => [source.label, source])).values()].slice(0, 8),
  };
}

/** Approved rows that the other reading does not have are told in the report, and offered nowhere. */
export function offeredEitherWay(therapies: readonly TherapyRow[], others: readonly TherapyRow[], { disputed }: TumourFact): TherapyRow[] {
  const keyOf = ({ therapy, effect, variants }: TherapyRow): string => `${keyOfNames(therapy)}|${effect}|${variants.join()}`;
  const standing = new Set(others.filter(({ approved }) => approved).map(keyOf));
  return therapies.map((row) =>
    !row.approved || standing.has(keyOf(row))
      ? row
      : {
          ...row,
          settingStanding: 'against',
          because: [said(`The chart speaks against it: ${TWO_ORGANS.toLowerCase()}: ${disputed?.said ?? ''}`), ...row.because],
        },
  );
}

function keyOfNames(therapy: readonly { readonly name: string }[]): string {
  return drugKey(therapy.map(({ name }) => name.toLowerCase()));
}
