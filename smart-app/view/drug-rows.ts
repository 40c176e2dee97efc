/** The Drugs list: one row per drug, joining the orders, their advice and what could not be checked. */
import type { RecognisedOrder } from '../../cds-service/report/types.ts';
import type { Advice, Fit, PanelReport, Taken, Untested } from '../data/panel-report.ts';
import { bySeverity, severityOf, worse, type Mark, type Severity } from './severity.ts';
import { fitSeverity, noFindingAsked } from './tumour.ts';

/** `advised`: advice to read. `checked`: a known drug without advice. `untested`: a gene result is missing. `measured`: a measurement stands in for it and is not interpreted. `unknown`: the drug is not known to us. */
export type DrugState = 'advised' | 'checked' | 'untested' | 'measured' | 'unknown' | 'not-systemic';

export interface DrugRow {
  /** Unique in the list; never shown. */
  readonly key: string;
  readonly name: string;
  readonly rxnorm: string | null;
  readonly severity: Severity;
  /** As it is shown: a drug for which there is no rule was not "checked" by one. */
  readonly mark: Mark;
  readonly state: DrugState;
  readonly orders: readonly RecognisedOrder[];
  /** Records that it is taken without an order here: home medication, what is being given. */
  readonly taken: readonly Taken[];
  /** Most severe first. */
  readonly advice: readonly Advice[];
  readonly untested: readonly Untested[];
  /** What the tumour's findings say of this drug, the most urgent first. A drug against which they speak is never "checked". */
  readonly fits: readonly Fit[];
  /** Genes of this row whose result is on its way: preliminary or registered. */
  readonly pending: readonly string[];
}

interface Growing {
  key: string;
  name: string;
  rxnorm: string | null;
  orders: RecognisedOrder[];
  taken: Taken[];
  advice: Advice[];
  untested: Untested[];
  fits: Fit[];
}

/** A report never changes, and half the page asks for its rows: they are made once. */
const made = new WeakMap<PanelReport, readonly DrugRow[]>();

export function drugRows(report: PanelReport): readonly DrugRow[] {
  const known = made.get(report) ?? rowsOf(report);
  made.set(report, known);
  return known;
}

function rowsOf(report: PanelReport): readonly DrugRow[] {
  const rows = new Map<string, Growing>();
  const rowFor = (name: string, rxnorm: string | null): Growing => {
    const key = rxnorm ? `rx:${rxnorm}` : `name:${name.toLowerCase()}`;
    const found = rows.get(key) ?? [...rows.values()].find((row) => row.name.toLowerCase() === name.toLowerCase());
    if (found !== undefined) return found;
    const row: Growing = { key, name, rxnorm, orders: [], taken: [], advice: [], untested: [], fits: [] };
    rows.set(key, row);
    return row;
  };
  const byReference = new Map(report.orders.map((order) => [order.reference, order]));
  const withOrder = (row: Growing, reference: string | undefined) => {
    const order = byReference.get(reference ?? '');
    if (order !== undefined && !row.orders.includes(order)) row.orders.push(order);
  };
  for (const advice of report.drugs) {
    const row = rowFor(advice.drug.name, advice.drug.rxnorm || null);
    row.advice.push(advice);
    withOrder(row, advice.order);
  }
  for (const missing of report.untested) {
    const row = rowFor(missing.drug.name || missing.gene, missing.drug.rxnorm || null);
    row.untested.push(missing);
    withOrder(row, missing.order);
  }
  for (const fit of report.fits) {
    const row = rowFor(fit.drug.name, fit.drug.rxnorm || null);
    if (!row.fits.some(({ verdict, ruleId }) => verdict === fit.verdict && ruleId === fit.ruleId)) row.fits.push(fit);
    withOrder(row, fit.order);
  }
  for (const order of report.orders) {
    for (const { name, rxnorm } of order.ingredients) {
      const row = rowFor(name, rxnorm);
      if (!row.orders.includes(order)) row.orders.push(order);
    }
    if (order.ingredients.length === 0) {
      const row = unknownDrug(`order:${order.reference}:${order.text}`, order.text);
      rows.set(row.key, { ...row, orders: [order] });
    }
  }
  for (const taken of report.taken.filter(({ role }) => role === 'current')) {
    for (const { name, rxnorm } of taken.ingredients) {
      const row = rowFor(name, rxnorm);
      if (!row.taken.includes(taken)) row.taken.push(taken);
    }
    if (taken.ingredients.length === 0) {
      const row = unknownDrug(`taken:${taken.text}`, taken.text);
      rows.set(row.key, { ...row, taken: [taken] });
    }
  }
  const coming = new Set(report.warnings.flatMap(({ pending = [] }) => pending));
  return [...rows.values()]
    .map((row) => finish(row, coming))
    .sort((a, b) => Number(isOfToday(b)) - Number(isOfToday(a)) || bySeverity(ranked(a), ranked(b)));
}

/** Ordered, taken, or asked about because of an order: before every drug that is only known to matter, however much. */
export function isOfToday({ orders, taken, untested, fits }: Pick<DrugRow, 'orders' | 'taken' | 'untested' | 'fits'>): boolean {
  return orders.length > 0 || taken.length > 0 || untested.length > 0 || fits.length > 0;
}

/** A gene is only linked to the drug, without a recommendation: there is no rule by which anything was checked. */
export function isUncovered({ advice, untested, fits }: Pick<DrugRow, 'advice' | 'untested' | 'fits'>): boolean {
  return advice.length > 0 && untested.length + fits.length === 0 && advice.every(({ coverage }) => coverage === 'not-covered');
}

/** All that is known of it is that a gene was not tested. */
export function isUntested({ advice }: Pick<DrugRow, 'advice'>): boolean {
  const silent = advice.every(({ coverage }) => coverage === 'not-tested' || coverage === 'not-covered');
  return silent && advice.some(({ coverage }) => coverage === 'not-tested');
}

/**
 * Of drugs that are equally urgent, what the guideline recommends most strongly leads; a finding of the tumour counts as strong. What was
 * only not tested comes after every advice: there is nothing in it yet to act on.
 */
function ranked({ severity, name, advice, fits }: DrugRow): Parameters<typeof bySeverity>[0] {
  if (severity === 'checked') return { severity, name };
  const [lead] = advice.filter((entry) => severityOf(entry) === severity);
  const waits = fits.length === 0 && advice.every(({ coverage }) => coverage === 'not-tested' || coverage === 'not-read');
  return { severity, name, waits, strength: lead?.strength ?? 'strong' };
}

function unknownDrug(key: string, name: string): Growing {
  return { key, name, rxnorm: null, orders: [], taken: [], advice: [], untested: [], fits: [] };
}

function finish(row: Growing, coming: ReadonlySet<string>): DrugRow {
  const state = stateOf(row);
  const floor: Severity = state === 'untested' || state === 'measured' || state === 'unknown' ? 'note' : 'checked';
  const byAdvice = row.advice.reduce<Severity>((worst, advice) => worse(worst, severityOf(advice)), floor);
  // `not-covered` says that no finding is asked for: it adds nothing.
  const asked = row.fits.filter((fit) => !noFindingAsked(fit));
  const severity = asked.reduce<Severity>((worst, fit) => worse(worst, fitSeverity(fit)), byAdvice);
  const fits = [...asked].sort((a, b) =>
    bySeverity({ severity: fitSeverity(a), name: a.ruleId }, { severity: fitSeverity(b), name: b.ruleId }),
  );
  const advice = [...row.advice].sort((a, b) =>
    bySeverity(
      { severity: severityOf(a), name: a.ruleId, strength: a.strength },
      { severity: severityOf(b), name: b.ruleId, strength: b.strength },
    ),
  );
  const wanted = [...row.untested.map(({ gene }) => gene), ...row.advice.flatMap(({ genes }) => genes.map(({ gene }) => gene))];
  const pending = [...new Set(wanted)].filter((gene) => coming.has(gene));
  const ruled = state !== 'checked' && state !== 'not-systemic';
  return {
    ...row,
    name: nameInChart(row),
    advice,
    fits,
    state,
    severity,
    mark: ruled || severity !== 'checked' ? severity : 'no-rule',
    pending,
  };
}

/** As the chart has it: "mesalamine" stays so where the rule says "mesalazine". */
function nameInChart({ name, rxnorm, orders, taken }: Growing): string {
  if (rxnorm === null) return name;
  const charted = [...orders, ...taken].flatMap(({ ingredients }) => ingredients.filter((one) => one.rxnorm === rxnorm));
  return charted[0]?.name ?? name;
}

function stateOf(row: Growing): DrugState {
  if (row.advice.length > 0 || row.fits.some((fit) => !noFindingAsked(fit))) return 'advised';
  if (row.untested.length > 0) return row.untested.every(({ measured }) => measured !== undefined) ? 'measured' : 'untested';
  if ([...row.orders, ...row.taken].some(({ ingredients }) => ingredients.length === 0)) return 'unknown';
  return row.taken.length === 0 && row.orders.length > 0 && row.orders.every((order) => order.systemic === false)
    ? 'not-systemic'
    : 'checked';
}

/** "HLA-A*31:01, DPYD": what is missing, by the allele where only one is asked for. */
export function missingNames(untested: readonly Pick<Untested, 'gene' | 'allele'>[]): string {
  return [...new Set(untested.map(({ gene, allele }) => `${gene}${allele ?? ''}`))].join(', ');
}

/** The row that a deep link means: by rule, order, drug code, drug name, or gene of its advice. */
export function findDrugRow(rows: readonly DrugRow[], id: string): DrugRow | null {
  const wanted = id.toLowerCase();
  const is = (text: string | null | undefined) => text !== null && text !== undefined && text !== '' && text.toLowerCase() === wanted;
  return (
    rows.find((row) => row.advice.some((advice) => is(advice.ruleId)) || row.fits.some((fit) => is(fit.ruleId))) ??
    rows.find((row) => row.orders.some((order) => is(order.reference)) || row.advice.some((advice) => is(advice.order))) ??
    rows.find((row) => is(row.rxnorm) || is(`rxnorm:${row.rxnorm}`) || is(row.name) || is(row.key)) ??
    rows.find((row) => [...row.advice, ...row.fits].some(({ drug }) => is(drug.name))) ??
    rows.find((row) =>
      row.untested.some((missing) => is(missing.order) || is(missing.gene) || is(`${missing.gene}:${missing.drug.rxnorm}`)),
    ) ??
    rows.find((row) => row.advice.some((advice) => advice.genes.some(({ gene }) => is(gene)))) ??
    null
  );
}
