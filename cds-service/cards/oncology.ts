/** Targeted-therapy cards: an ordered drug that does not fit the tumour; on opening the chart, what is actionable today. */
import { CHECKPOINT_INHIBITORS, isAnticancerDrug } from '../../fhir-profiles/codes/drug/anticancer.ts';
import { asJudgedOrder } from '../oncology/index.ts';
import type { OrderFit, PatientReport } from '../report/types.ts';
import { arrange } from './arrange.ts';
import { orderFitCard } from './oncology-order-card.ts';
import { actionableCard } from './oncology-patient-card.ts';
import { pgxCards } from './pgx.ts';
import { disputedOrderCards, withoutChangeOfDisputed } from './pgx/disputed-order-card.ts';
import { incompleteCheck, unrecognisedCard } from './pgx/unrecognised-card.ts';
import type { CardContext, CardDraft } from './types.ts';

/**
 * Drugs of cancer care whose dose or safety depends on inherited genes: their pharmacogenomic advice joins the answer.
 * Tegafur and the antidote rasburicase are among them; azathioprine, which is given for other diseases, is not.
 */
const WITH_PGX = new Set([
  'fluorouracil', 'capecitabine', 'tegafur', 'irinotecan', 'mercaptopurine', 'thioguanine', 'rasburicase',
]); // prettier-ignore

export function oncologyCards(report: PatientReport, context: CardContext): CardDraft[] {
  if (context.hook === 'patient-view') return [actionableCard(report, context)].filter((card) => card !== undefined);
  const asked = new Set(context.orders);
  const own = regimensOf((report.oncology.orders ?? []).filter(({ order }) => asked.has(order)))
    .map(([fit, ...together]) => (fit === undefined ? undefined : orderFitCard(fit, report, context, together)))
    .filter((card) => card !== undefined);
  const cards = withoutChangeOfDisputed(
    [...disputedHere(report, context), ...oncePerFinding(own), ...inheritedAdvice(report, context)],
    report,
  );
  return arrange([...cards, ...unrecognised(report, context), ...(cards.length === 0 ? incomplete(report, context) : [])]);
}

/** Of a cancer drug, where the pharmacogenomic service is not asked about the order too. */
function disputedHere(report: PatientReport, context: CardContext): CardDraft[] {
  if (context.pgxElsewhere === true) return [];
  const judged = new Set((report.oncology.orders ?? []).map(({ order }) => order));
  return disputedOrderCards(report, context).filter(({ order }) => order !== undefined && judged.has(order));
}

/** Silence at the order of a cancer drug means that it was held to the tumour: where that could not be, it is said. */
function incomplete(report: PatientReport, context: CardContext): CardDraft[] {
  const asked = new Set(context.orders);
  const drugs = report.orders
    .filter(({ reference }) => asked.has(reference))
    .flatMap(({ ingredients }) => ingredients.map(({ name }) => name))
    .filter((name) => isAnticancerDrug(name) || CHECKPOINT_INHIBITORS.has(name) || WITH_PGX.has(name));
  const what = 'Check against the tumour and inherited results';
  return [incompleteCheck(what, [...new Set(drugs)].sort(), context)].filter((card) => card !== undefined);
}

/** Where this service alone is connected, nobody else says that an order was not checked; of a patient without a tumour it has nothing to say. */
function unrecognised(report: PatientReport, context: CardContext): CardDraft[] {
  if (context.pgxElsewhere === true || report.oncology.tumour === undefined) return [];
  return [unrecognisedCard(report, context)].filter((card) => card !== undefined);
}

/** Drugs of which the same is to be said, for the same finding or missing test, are one message: a pair fails or waits together. */
function regimensOf(fits: readonly OrderFit[]): (readonly OrderFit[])[] {
  const groups = new Map<string, OrderFit[]>();
  for (const fit of fits) {
    const { verdict, variants, tests = [], biomarker = '', notThere = biomarker } = asJudgedOrder(fit);
    const about = variants.length > 0 ? [...variants].sort().join() : tests.length > 0 ? tests.join() : notThere;
    const joins = JOINED.has(verdict) && about !== '';
    const key = joins ? `${verdict}|${about}` : fit.ruleId;
    groups.set(key, [...(groups.get(key) ?? []), fit]);
  }
  return [...groups.values()];
}
const JOINED: ReadonlySet<OrderFit['verdict']> = new Set(['contradicted', 'biomarker-negative', 'biomarker-not-tested', 'biomarker-open']);

/** A regimen of several drugs that all pass over the same approved choice is one message, not one per drug. */
function oncePerFinding(cards: readonly CardDraft[]): CardDraft[] {
  const passedOver = cards.filter(({ kind }) => kind === 'passes-over');
  return cards.filter((card) => !passedOver.slice(1).includes(card));
}

/** The same cards as the pharmacogenomic service gives, with the same topics, so that an EHR that calls both can tell. */
function inheritedAdvice(report: PatientReport, context: CardContext): CardDraft[] {
  if (context.pgxElsewhere === true) return [];
  const orders = context.orders.filter((reference) =>
    report.orders.some((order) => order.reference === reference && order.ingredients.some(({ name }) => WITH_PGX.has(name.toLowerCase()))),
  );
  if (orders.length === 0) return [];
  return pgxCards(report, { ...context, family: 'pgx', orders }).filter(({ order }) => order !== undefined && orders.includes(order));
}
