/** Cancer drugs on the medication list against which a finding of the tumour speaks: what is most urgent on opening the chart. */
import { asJudgedOrder, inWords, type JudgedOrder } from '../oncology/index.ts';
import type { PatientReport } from '../report/types.ts';
import { escapeMarkdown, plainText } from './markdown.ts';
import { shortReason } from './short-changes.ts';

/** Each drug once, by the first record of it. */
export function takenAgainst({ oncology }: PatientReport): JudgedOrder[] {
  const against = (oncology.orders ?? []).filter(({ taken, verdict }) => taken === true && verdict === 'contradicted');
  const byDrug = new Map<string, JudgedOrder>();
  for (const fit of against) if (!byDrug.has(fit.drug.name)) byDrug.set(fit.drug.name, asJudgedOrder(fit));
  return [...byDrug.values()];
}

/** `Gefitinib: level B evidence of resistance: EGFR T790M.` */
export function takenInWords({ drug, because }: JudgedOrder): string {
  const [why] = because.filter(({ kind }) => kind !== 'both-ways');
  const name = drug.name.charAt(0).toUpperCase() + drug.name.slice(1);
  if (why === undefined) return escapeMarkdown(`${name}.`);
  const said = plainText(shortReason(inWords(why)));
  return escapeMarkdown(`${name}: ${said.charAt(0).toLowerCase()}${said.slice(1)}.`);
}
