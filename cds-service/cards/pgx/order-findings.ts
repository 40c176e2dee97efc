/** Sorts the report by order: what each order of this call gives rise to. */
import type { DrugAdvice, PatientReport, UntestedGene } from '../../report/types.ts';
import { severity } from '../../pgx/index.ts';
import type { CardContext } from '../types.ts';

/** What one order gives rise to. */
export interface OrderFindings {
  readonly order: string;
  readonly own: readonly DrugAdvice[];
  /** Advice on other drugs that this order changes as inhibitor or inducer. */
  readonly onOthers: readonly DrugAdvice[];
  readonly untested: readonly UntestedGene[];
}

export function findingsByOrder(report: PatientReport, context: CardContext): OrderFindings[] {
  const orders = new Set(context.orders);
  const own = byOrder(report.pgx.drugs);
  const untested = mayClaimUntested(context) ? byOrder(report.pgx.untested) : new Map<string, never>();
  const others = report.pgx.drugs.filter(
    ({ order, phenoconversion, aggravatedBy }) => (phenoconversion ?? aggravatedBy) !== undefined && !orders.has(order ?? ''),
  );
  return context.orders.map((order) => ({
    order,
    own: own.get(order) ?? [],
    onOthers: others.filter((advice) => worsenedBy(advice, order)),
    untested: untested.get(order) ?? [],
  }));
}

function byOrder<Item extends { readonly order?: string }>(items: readonly Item[]): ReadonlyMap<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    if (item.order === undefined) continue;
    const list = found.get(item.order);
    if (list === undefined) found.set(item.order, [item]);
    else list.push(item);
  }
  return found;
}

/**
 * The draft order is among the drugs that convert the gene, and without it the advice would be milder. A renewal of what is taken already changes
 * nothing.
 */
function worsenedBy({ phenoconversion, action, aggravatedBy = [] }: DrugAdvice, order: string): boolean {
  const added = aggravatedBy.find(({ draft, reference }) => draft && reference === order);
  if (added !== undefined && !aggravatedBy.some(({ name, draft }) => name === added.name && !draft)) return true;
  return (phenoconversion ?? []).some(
    ({ by, actionBefore }) =>
      severity(action) > severity(actionBefore) &&
      by.some(({ reference, draft, name }) => draft && reference === order && !isTaken(name, by)),
  );
}

const isTaken = (drug: string, by: NonNullable<DrugAdvice['phenoconversion']>[number]['by']): boolean =>
  by.some(({ name, draft, stoppedDaysAgo }) => name === drug && !draft && stoppedDaysAgo === undefined);

/** Parts whose absence leaves the claim standing: results and current orders were read all the same. */
const HARMLESS =
  /^(conditions?|problems?|diagnos[ei]s|procedures?|allerg|trials?|specimens?|encounters?|weight|height|vital|consents?|home medication|medication statements?|earlier medication)/i;

/** "Not tested" is claimed only when the results and the medication list were read. */
export function mayClaimUntested({ notChecked }: CardContext): boolean {
  return notChecked.every((part) => HARMLESS.test(part.trim()));
}
