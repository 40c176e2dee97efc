/** Cancer drugs on the medication list against which a finding of the tumour speaks: what is most urgent on opening the chart. */
import { asJudgedOrder, inWords, type JudgedOrder } from '../oncology/index.ts';
import type { PatientReport } from '../report/types.ts';
import { readableDate } from './dates.ts';
import { escapeMarkdown, plainText } from './markdown.ts';
import { takenSummaryOf } from './oncology-order-summary.ts';
import { shortReason } from './short-changes.ts';

/** Each drug once, by the first record of it; first what a new finding speaks against. */
export function takenAgainst({ oncology }: PatientReport): JudgedOrder[] {
  const against = (oncology.orders ?? []).filter(({ taken, verdict }) => taken === true && verdict === 'contradicted');
  const byDrug = new Map<string, JudgedOrder>();
  for (const fit of against) if (!byDrug.has(fit.drug.name)) byDrug.set(fit.drug.name, asJudgedOrder(fit));
  const late = new Set((oncology.emerging ?? []).map(({ variant }) => variant));
  const rank = ({ variants }: JudgedOrder) => Number(!variants.some((id) => late.has(id)));
  return [...byDrug.values()].sort((a, b) => rank(a) - rank(b));
}

/** `Gefitinib (since 2 Jun 2025): level B evidence of resistance: EGFR T790M.` */
export function takenInWords({ drug, because, order }: JudgedOrder, { taken = [] }: Pick<PatientReport, 'taken'>): string {
  const [why] = because.filter(({ kind }) => kind !== 'both-ways');
  const from = taken.find(({ references }) => references.includes(order))?.from;
  const since = from === undefined ? '' : ` (since ${readableDate(from)})`;
  const name = `${drug.name.charAt(0).toUpperCase()}${drug.name.slice(1)}${since}`;
  if (why === undefined) return escapeMarkdown(`${name}.`);
  const said = plainText(shortReason(inWords(why)));
  return escapeMarkdown(`${name}: ${said.charAt(0).toLowerCase()}${said.slice(1)}.`);
}

/** The drug that is taken, what speaks against it, and what could be given instead: before a new finding by itself, whose drugs nobody may take. */
export function takenSummary(report: PatientReport): string | undefined {
  const { variants, emerging = [] } = report.oncology;
  const [fit] = takenAgainst(report);
  if (fit === undefined) return undefined;
  const behind = variants.filter(({ id }) => fit.variants.includes(id));
  const late = behind.filter(({ id }) => emerging.some(({ variant }) => variant === id));
  return late.length > 0 ? takenSummaryOf(fit, late, 'New ') : takenSummaryOf(fit, behind);
}
