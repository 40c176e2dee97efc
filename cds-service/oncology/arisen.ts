/** Labels for untreated disease beside a change that arises under treatment with drugs of their own target. */
import type { OncologyKnowledge } from '../knowledge/oncology/types.ts';
import type { OncologyPatient } from './patient.ts';
import { evaluate } from './profile.ts';
import type { RankedApproval } from './rank.ts';
import { nameOfAlteration, targetsOf } from './resisted.ts';

/**
 * EGFR C797S is found after EGFR inhibitors: whatever else the chart shows, a label for the first line, or for patients without an ALK inhibitor
 * before, does not hold there. The choice stays in the report with this reason and is offered nowhere. Only drugs of the same target are touched.
 */
export function againstArisen(ranked: RankedApproval, patient: OncologyPatient, knowledge: OncologyKnowledge): RankedApproval {
  const { approval } = ranked;
  const untreated = approval.line === 'first' && approval.after.length === 0;
  // Erlotinib after chemotherapy that the chart does not show: what arose came under another drug.
  const unshown = ranked.line === 'open' && approval.after.length > 0;
  if (!untreated && !unshown && approval.without.length === 0) return ranked;
  for (const { tree, under, drugs } of knowledge.acquired) {
    if (unshown && approval.after.some((earlier) => earlier.drugs.some((drug) => drugs.includes(drug)))) continue;
    if (!untreated && !unshown && !approval.without.some((earlier) => earlier.drugs.some((drug) => drugs.includes(drug)))) continue;
    const answer = evaluate(tree, patient);
    const [found] = answer.verdict === 'yes' ? answer.found : [];
    if (found === undefined) continue;
    const { genes } = found.alteration;
    if (!approval.therapies.some(({ ingredient }) => genes.some((gene) => targetsOf(ingredient, knowledge).has(gene)))) continue;
    const label = untreated
      ? 'for untreated disease'
      : unshown
        ? `${approval.setting ?? 'for a later line'}, which the chart does not show`
        : `for patients with ${approval.setting ?? 'no such drug before'}`;
    const against = `the label is ${label}, and ${nameOfAlteration(found.alteration)} arises under ${under}`;
    return { ...ranked, line: 'against', against: ranked.against ?? against, arisen: true };
  }
  return ranked;
}
