/** `genehook predict warfarin|icb --csv FILE`: predictions for a table, for checks from outside. Prints id,prediction,low,high,abstained. */
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { predictIcbCsv, predictWarfarinCsv, type CsvAnswer, type CsvRow } from '../../models/csv.ts';
import { csvRecords, type CsvRecord } from '../../models/csv-records.ts';
import { loadModels } from '../../models/runtime/load.ts';
import { packageRoot } from '../knowledge/package-root.ts';

/** Rows a batch: large enough for the runtime, small enough for bounded memory. */
const BATCH = 2000;

export function registerPredict(program: Command): void {
  const predict = program.command('predict').description('run a prediction model over a CSV file (columns: models/README.md)');
  predict
    .command('warfarin')
    .description('stable weekly warfarin dose, mg/week')
    .requiredOption('--csv <file>', 'table with a header line')
    .action((options: { csv: string }) => predictFile('warfarin-dose', options.csv));
  predict
    .command('icb')
    .description('probability of response to an immune checkpoint inhibitor')
    .requiredOption('--csv <file>', 'table with a header line')
    .action((options: { csv: string }) => predictFile('icb-response', options.csv));
}

/** Without these columns no row can be answered; a column may have one of two names. */
const NEEDED: Readonly<Record<'warfarin-dose' | 'icb-response', readonly (readonly string[])[]>> = {
  'warfarin-dose': [['id'], ['age_decade', 'age_years'], ['cyp2c9'], ['vkorc1_rs9923231']],
  'icb-response': [['id'], ['cancer_type'], ['tmb_mut_per_mb'], ['albumin_g_dl'], ['nlr'], ['age_years'], ['prior_systemic_therapy']],
};

/** Says on standard error which columns are not there; the rows are answered all the same, each with what it lacks. */
async function tellMissingColumns(id: 'warfarin-dose' | 'icb-response', file: string): Promise<void> {
  const first = await firstRow(file);
  const missing = first === undefined ? [] : NEEDED[id].filter((names) => !names.some((name) => Object.hasOwn(first, name)));
  if (missing.length > 0) console.error(`${file}: no column ${missing.map((names) => names.join(' or ')).join(', ')}`);
}

async function firstRow(file: string): Promise<CsvRow | undefined> {
  for await (const [first] of batches(file)) return first?.row;
  return undefined;
}

async function predictFile(id: 'warfarin-dose' | 'icb-response', file: string): Promise<void> {
  await tellMissingColumns(id, file);
  const runtime = await loadModels(packageRoot());
  const model = runtime.models[id];
  if (model?.status !== 'ready') throw new Error(`${id} is disabled: ${model?.why ?? 'not shipped'}`);
  const answer = id === 'warfarin-dose' ? (rows: readonly CsvRow[]) => predictWarfarinCsv(rows, model) : await icbAnswerer(file, model);
  await write('id,prediction,low,high,abstained\n');
  let faults = 0;
  for await (const records of batches(file)) {
    const answers = await answer(records.map(({ row }) => row));
    faults += records.filter(({ fault }) => fault !== null).length;
    await write(records.map(({ row, fault }, i) => csvLine(row.id ?? '', fault === null ? answers[i] : unanswered(fault))).join(''));
  }
  if (faults === 0) return;
  console.error(`${file}: ${faults} ${faults === 1 ? 'row' : 'rows'} could not be read; the column “abstained” says why`);
  process.exitCode = 2;
}

const unanswered = (why: string): CsvAnswer => ({ value: null, interval: null, abstained: why });

/** Columns that hold one constant for a whole cohort are found in a first pass over the file. */
async function icbAnswerer(file: string, model: Parameters<typeof predictIcbCsv>[1]) {
  const seen = new Map<string, { albumin: Set<string>; nlr: Set<string>; rows: number }>();
  for await (const records of batches(file)) {
    for (const { row, fault } of records) {
      if (fault !== null) continue;
      const cohort = seen.get(row.cohort ?? '') ?? { albumin: new Set(), nlr: new Set(), rows: 0 };
      if (cohort.albumin.size < 2) cohort.albumin.add(row.albumin_g_dl ?? '');
      if (cohort.nlr.size < 2) cohort.nlr.add(row.nlr ?? '');
      cohort.rows += 1;
      seen.set(row.cohort ?? '', cohort);
    }
  }
  const filled = new Map<string, string[]>();
  for (const [cohort, { albumin, nlr, rows }] of seen) {
    if (rows < 20) continue;
    filled.set(cohort, [...(albumin.size === 1 ? ['albumin'] : []), ...(nlr.size === 1 ? ['neutrophil-to-lymphocyte ratio'] : [])]);
  }
  return (rows: readonly CsvRow[]) => predictIcbCsv(rows, model, (row) => filled.get(row.cohort ?? '') ?? []);
}

function csvLine(id: string, answer: CsvAnswer | undefined): string {
  const cell = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : String(Math.round(value * 10_000) / 10_000);
  const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${quoted(id)},${cell(answer?.value)},${cell(answer?.interval?.[0])},${cell(answer?.interval?.[1])},${quoted(answer?.abstained ?? '')}\n`;
}

async function* batches(file: string): AsyncGenerator<CsvRecord[]> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file}: cannot be read (${error.code ?? error.message})`);
  });
  const input = handle.createReadStream({ encoding: 'utf8' });
  const lines = createInterface({ input, crlfDelay: Infinity });
  let batch: CsvRecord[] = [];
  try {
    for await (const record of csvRecords(lines)) {
      batch.push(record);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    lines.close();
    input.destroy();
  }
}

const write = (text: string): Promise<void> =>
  new Promise((done, fail) => {
    process.stdout.write(text, (error) => (error ? fail(error) : done()));
  });
