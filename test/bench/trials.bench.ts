/**
 * One patient against 1,431 to 100,000 trials, with the memory that the index holds, and how fast records are compiled and stored.
 *   node --expose-gc --import tsx test/bench/trials.bench.ts [RECORDS.jsonl]
 * RECORDS is registry data; without it the reference snapshot beside the project is used, else the trials that come with the product. Larger sets are
 * generated: criteria of two trials mixed, tumour types exchanged, and in every trial as many requirements of its own as registry records have.
 * Goals: 1,431 trials under 30 ms, 100,000 under 300 ms with bounded memory, import of 1,000 records a second.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTrials } from '../../cds-service/knowledge/import/trials/index.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import type { CompiledTrial, Criterion, Requirement, TrialRecord } from '../../cds-service/knowledge/trials/types.ts';
import { openDatabase } from '../../cds-service/store/open.ts';
import { importTrials } from '../../cds-service/trial-library/import-records.ts';
import { trialReader } from '../../cds-service/trial-library/reader.ts';
import { packedOf } from '../../cds-service/trial-library/content.ts';
import { headerOf } from '../../cds-service/trial-library/header.ts';
import { writeSegment } from '../../cds-service/trial-library/segment.ts';
import { openSnapshot, writeSnapshotList } from '../../cds-service/trial-library/snapshot.ts';
import { storeSink } from '../../cds-service/trial-library/store-sink.ts';
import { searchTrials } from '../../cds-service/trials/index.ts';
import { loadTrials } from '../trials/embedded.ts';
import { knowledge } from '../trials/knowledge.ts';
import { PATIENTS } from '../trials/patients.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const folder = mkdtempSync(join(tmpdir(), 'genehook-bench-'));
const beside = join(packageRoot(), '..', 'shared', 'reference', 'trials', 'ctgov_oncology_2026-01.jsonl');
const file = process.argv[2] ?? (existsSync(beside) ? beside : undefined);
const records: readonly TrialRecord[] =
  file === undefined
    ? loadTrials().trials.map(({ record }) => record)
    : readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .flatMap((line) => [...readTrials(JSON.parse(line), '2026-01-05')])
        .flatMap((one) => ('record' in one ? [one.record] : []));
const reader = trialReader(packageRoot());

const [first, again] = [compileAll(), compileAll()];
say(`compile, one thread: ${first.rate} records a second of processor time from a cold start, ${again.rate} warm`);
const base = again.trials;
await importAll();
say(
  '\n| trials | requirements | match, median ms of processor time | 95 % | slowest | index in memory, MB | index file, MB | index file made, s | opened, s |',
);
say('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const size of [...new Set([base.length, 10_000, 30_000, 100_000])].sort((a, b) => a - b)) await measure(size);
rmSync(folder, { recursive: true });

/** With a reader of its own, which has read none of the sentences before. */
function compileAll() {
  const one = trialReader(packageRoot());
  const from = process.cpuUsage();
  const trials = records.map((record) => one.compile(record));
  const { user, system } = process.cpuUsage(from);
  return { trials, rate: Math.round((1e6 * trials.length) / (user + system)) };
}

async function importAll(): Promise<void> {
  const database = await openDatabase({ dataFolder: join(folder, 'data') });
  const options = { keep: 'rest', today: '2026-11-21' } as const;
  const input = records.map((record) => ({ record }));
  const moved = input.map(({ record }) => ({ record: { ...record, date: '2026-11-21', sites: record.sites.slice(1) } }));
  const runs = {
    'first import': input,
    'import again, nothing changed': input,
    'import again, day and sites of every record changed': moved,
  };
  for (const [what, taken] of Object.entries(runs)) {
    const from = performance.now();
    await importTrials(taken, storeSink(database), reader, options);
    say(`${what}: ${Math.round((1_000 * taken.length) / (performance.now() - from))} records a second of wall clock, embedded store`);
  }
  await database.destroy();
}

async function measure(size: number): Promise<void> {
  const place = join(folder, `${size}`);
  const path = join(place, 'trials.index');
  const start = performance.now();
  const writer = writeSegment(place);
  for await (const page of pages(size))
    for (const { digest, content } of page) writer.add(JSON.parse(content) as CompiledTrial, digest, packedOf(content));
  const name = writer.finish() ?? '';
  writeSnapshotList(path, { stamp: 'bench', total: size, header: headerOf(size, [], '2026-11-21'), parts: [{ name, gone: [] }] });
  const written = performance.now();
  globalThis.gc?.();
  const before = process.memoryUsage();
  const open = await openSnapshot(path);
  if (open === null) throw new Error('no index file');
  const opened = performance.now();
  globalThis.gc?.();
  const after = process.memoryUsage();
  const held = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1_048_576;
  const times: number[] = [];
  for (const facts of Object.values(PATIENTS))
    for (let run = 0; run < 8; run += 1) {
      const from = process.cpuUsage();
      searchTrials(facts, knowledge.oncology, open.index);
      const { user, system } = process.cpuUsage(from);
      if (run >= 3) times.push((user + system) / 1_000);
    }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
  const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
  say(
    `| ${size} | ${open.index.programStarts.length} | ${at(0.5)} | ${at(0.95)} | ${at(1)} | ${held.toFixed(0)} | ${(statSync(join(place, name)).size / 1_048_576).toFixed(0)} | ${seconds(written - start)} | ${seconds(opened - written)} |`,
  );
  open.close();
  rmSync(place, { recursive: true });
}

async function* pages(size: number): AsyncGenerator<{ digest: string; content: string }[]> {
  const random = generator(7);
  for (let from = 0; from < size; from += 200)
    yield Array.from({ length: Math.min(200, size - from) }, (_, n) => {
      const trial = from + n < base.length ? base[from + n] : mixed(random);
      const record = { ...trial?.record, nctId: `GEN${String(from + n).padStart(8, '0')}` };
      return { digest: String(from + n), content: JSON.stringify({ ...trial, record }) };
    });
}

/** The record of one trial, half of its criteria and half of another's, and about a sixth of them changed so that no other trial asks the same. */
function mixed(random: () => number): CompiledTrial {
  const pick = (): CompiledTrial => base[Math.floor(random() * base.length)] as CompiledTrial;
  const [one, other] = [pick(), pick()];
  const half = (trial: CompiledTrial): readonly Criterion[] => trial.criteria.filter(({ span }) => span !== null && random() < 0.5);
  const fields = (random() < 0.5 ? one : other).criteria.filter(({ span }) => span === null);
  const criteria = [...fields, ...half(one), ...half(other)].map((criterion): Criterion => {
    if (criterion.requirement.kind === 'unread' || random() > 0.35) return criterion;
    return { ...criterion, requirement: ofItsOwn(criterion.requirement, random) };
  });
  return { record: one.record, criteria };
}
function ofItsOwn(asked: Requirement, random: () => number): Requirement {
  if (asked.kind === 'age') return { ...asked, max: 60 + Math.round(random() * 600) / 10 };
  if (asked.kind === 'lab') return { ...asked, value: Number((asked.value * (0.5 + random())).toPrecision(2)) };
  return { kind: 'all', of: [asked, { kind: 'age', min: Math.round(random() * 2_000) / 100 }] };
}

/** The same numbers on every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
