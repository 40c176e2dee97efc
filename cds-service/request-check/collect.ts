/** Gathers findings of one area; the same finding at many places is one finding with a count. */
import { pattern } from './json.ts';
import type { Complaint, Finding, Handling, RuleText } from './types.ts';

export interface Collected<Item extends Complaint> {
  readonly found: readonly Item[];
}

export interface FindingCollector<Rules extends Readonly<Record<string, RuleText>>> extends Collected<Finding> {
  add(rule: keyof Rules & string, where: string, found: string, handling: Handling, what: string): void;
}

export interface ComplaintCollector<Rules extends Readonly<Record<string, RuleText>>> extends Collected<Complaint> {
  add(rule: keyof Rules & string, where: string, found: string): void;
}

export function findings<Rules extends Readonly<Record<string, RuleText>>>(rules: Rules): FindingCollector<Rules> {
  const kept = new Map<string, Finding>();
  return {
    add(rule, where, found, handling, what) {
      const text = rules[rule];
      if (text !== undefined)
        keep(kept, `${rule} ${handling} ${what} ${pattern(where)}`, { rule, where, found, count: 1, ...text, handling, what });
    },
    get found() {
      return [...kept.values()];
    },
  };
}

export function complaints<Rules extends Readonly<Record<string, RuleText>>>(rules: Rules): ComplaintCollector<Rules> {
  const kept = new Map<string, Complaint>();
  return {
    add(rule, where, found) {
      const text = rules[rule];
      if (text !== undefined) keep(kept, `${rule} ${pattern(where)}`, { rule, where, found, count: 1, ...text });
    },
    get found() {
      return [...kept.values()];
    },
  };
}

function keep<Item extends Complaint>(kept: Map<string, Item>, key: string, item: Item): void {
  const known = kept.get(key);
  kept.set(key, known === undefined ? item : { ...known, count: known.count + 1 });
}
