/**
 * One patient against 1,400 to 100,000 trials, with the memory the index holds, and the import speed.
 *   node --expose-gc --import tsx test/bench/trials.bench.ts [INDEX.json]
 * The larger sets are generated: the trials of the file with new ids, their genes and tumour types mixed by taking whole trials over.
 * Goals: 1,431 trials under 30 ms, 100,000 under 300 ms, import of 1,000 records a second.
 */
import { join } from 'node:path';
import { compileTrial, indexTrials, matchTrials } from '../../cds-service/trials/index.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { readTrialFile } from '../../cds-service/trial-library.ts';
import { context, knowledge } from '../trials/knowledge.ts';
import { PATIENTS } from '../trials/patients.ts';

const path = process.argv[2] ?? join(packageRoot(), 'cds-service', 'knowledge', 'data', 'trials.json');
const trials = readTrialFile(path)?.trials ?? [];
const say = (text: string): void => void process.stdout.write(`${text}\n`);

for (const size of [...new Set([trials.length, 1_431, 10_000, 100_000])].sort((a, b) => a - b)) {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const set = Array.from({ length: size }, (_, at) => {
    const trial = trials[at % trials.length];
    if (trial === undefined) throw new Error('the file holds no trials');
    return at < trials.length ? trial : { ...trial, record: { ...trial.record, nctId: `GEN${at}` } };
  });
  const start = performance.now();
  const index = indexTrials(set);
  const built = performance.now() - start;
  globalThis.gc?.();
  const held = (process.memoryUsage().heapUsed - before) / 1_048_576;
  const times: number[] = [];
  for (const facts of Object.values(PATIENTS)) {
    for (let run = 0; run < 12; run += 1) {
      const from = performance.now();
      matchTrials(facts, knowledge.oncology, index);
      if (run >= 4) times.push(performance.now() - from);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
  say(
    `${size} trials: match median ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms; index built in ${built.toFixed(0)} ms; ${held.toFixed(0)} MB`,
  );
}

const start = process.cpuUsage();
let count = 0;
while (process.cpuUsage(start).user < 3_000_000) {
  const trial = trials[count % trials.length];
  if (trial) compileTrial(trial.record, context);
  count += 1;
}
say(`import: ${Math.round((1e6 * count) / process.cpuUsage(start).user)} records per second of processor time`);
