/** Speed of the oncology room: load below 500 ms, 500 variants below 20 ms, cost by the patient's variants. Run: npm run bench -- oncology */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadOncologyKnowledge } from '../../cds-service/knowledge/oncology/load.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { matchTherapies } from '../../cds-service/oncology/index.ts';
import { panelOf } from '../oncology/panel.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(join(packageRoot(), 'cds-service', 'knowledge', 'data', name), 'utf8'));
const started = performance.now();
const knowledge = loadOncologyKnowledge(read);
console.log(`load: ${(performance.now() - started).toFixed(0)} ms`);

for (const variants of [50, 500, 2000]) {
  const facts = panelOf(variants, knowledge);
  for (let i = 0; i < 10; i++) matchTherapies(facts, knowledge);
  const times = Array.from({ length: 40 }, () => {
    const start = performance.now();
    matchTherapies(facts, knowledge);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  console.log(`${variants} variants: median ${(times[20] ?? 0).toFixed(1)} ms, slowest ${(times.at(-1) ?? 0).toFixed(1)} ms`);
}
