/** Sorts the report by order: what each order of this call gives rise to. */
import type { DrugAdvice, PatientReport } from '../../report/types.ts';
import { severity } from '../../pgx/advice/severity.ts';
import type { CardContext } from '../types.ts';
import type { OrderFindings } from './order-card.ts';

export function findingsByOrder(report: PatientReport, context: CardContext): OrderFindings[] {
  const orders = new Set(context.orders);
  return context.orders.map((order) => ({
    order,
    own: report.pgx.drugs.filter((advice) => advice.order === order),
    onOthers: report.pgx.drugs.filter((advice) => !orders.has(advice.order ?? '') && worsenedBy(advice, order)),
    untested: mayClaimUntested(context) ? report.pgx.untested.filter((entry) => entry.order === order) : [],
  }));
}

/** The draft order is among the drugs that convert the gene, and without it the advice would be milder. */
function worsenedBy({ phenoconversion, action }: DrugAdvice, order: string): boolean {
  return (phenoconversion ?? []).some(
    ({ by, actionBefore }) => severity(action) > severity(actionBefore) && by.some(({ reference, draft }) => draft && reference === order),
  );
}

/** Parts whose absence leaves the claim standing: results and current orders were read all the same. */
const HARMLESS =
  /^(conditions?|problems?|diagnos[ei]s|procedures?|allerg|trials?|specimens?|encounters?|weight|height|vital|consents?|home medication|medication statements?)/i;

/** "Not tested" is claimed only when the results and the medication list were read. */
export function mayClaimUntested({ notChecked }: CardContext): boolean {
  return notChecked.every((part) => HARMLESS.test(part.trim()));
}
