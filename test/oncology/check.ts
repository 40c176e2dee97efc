/** `npm run check:oncology`: recall over CIViC's A and B rows, near-misses without a false claim, approvals against two rows. */
import { checkApprovals } from './approvals-check.ts';
import { shippedOncology } from './knowledge.ts';
import { nearMisses } from './near-misses.ts';
import { measureRecall } from './recall.ts';
import { hasReference } from './reference.ts';

if (!hasReference) {
  say('Skipped: the reference tables (../shared/reference/oncology) are not beside this checkout.');
} else {
  const knowledge = shippedOncology();
  const recall = measureRecall(knowledge);
  say(`Recall: ${recall.asked - recall.missed.length} of ${recall.asked} (rows of level A and B in three notations each)`);
  for (const [group, { found, asked }] of [...recall.groups].sort()) say(`  ${group}: ${found} of ${asked}`);
  for (const line of recall.missed.slice(0, process.argv.includes('--all') ? Infinity : 40)) say(`  missed: ${line}`);

  const misses = nearMisses(knowledge);
  say(`Near-misses: ${misses.total} generated, ${misses.false.length} false claims`);
  for (const [kind, count] of misses.kinds) say(`  ${kind}: ${count}`);
  for (const line of misses.false.slice(0, 40)) say(`  false claim: ${line}`);

  const approvals = checkApprovals(knowledge);
  say(`Approvals: ${approvals.total} facts, ${approvals.total - approvals.weak.length} with at least two rows`);
  for (const line of approvals.weak) say(`  fewer than two rows: ${line}`);
  const failed = recall.missed.length > 0 || misses.false.length > 0 || misses.total < 300 || approvals.weak.length > 0;
  if (failed) process.exitCode = 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
