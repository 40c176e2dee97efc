/** `npx tsx test/end-to-end/oncology-run.ts [--every N]`: each A/B row of CIViC as FHIR in many shapes, and what comes out. */
import { readFileSync } from 'node:fs';
import { compareEvidence, useGenes, useTumours } from './oncology-from-fhir.ts';

const data = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fhir-profiles/codes/data/${name}.json`, import.meta.url), 'utf8'));
useGenes(data('genes') as { genes: string });
useTumours(data('tumours') as { diseases: string });
const at = process.argv.indexOf('--every');
const every = at < 0 ? 1 : Math.max(1, Number(process.argv[at + 1]));
const started = performance.now();
const { rows, reports, counts, misses, unmade } = compareEvidence(every);
const say = (line: string) => process.stdout.write(`${line}\n`);
say(`${rows} rows, ${reports} reports, ${unmade} rows without a typical alteration, ${Math.round((performance.now() - started) / 1000)} s`);
for (const [check, count] of Object.entries(counts)) say(`  ${check}: ${count}`);
say(`${misses.length} differences`);
const groups = new Map<string, number>();
for (const { detail } of misses) groups.set(detail, (groups.get(detail) ?? 0) + 1);
for (const [detail, count] of [...groups].sort((a, b) => b[1] - a[1])) say(`  ${count}: ${detail}`);
for (const miss of misses.slice(0, process.argv.includes('--all') ? Infinity : 60)) say(`${miss.what} [${miss.shape}]: ${miss.detail}`);
if (misses.length > 0) process.exitCode = 1;
