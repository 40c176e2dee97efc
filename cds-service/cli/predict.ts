/** `genehook predict warfarin|icb --csv FILE`: predictions for a table, for checks from outside. Prints id,prediction,low,high,abstained. */
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { predictIcbCsv, predictWarfarinCsv, splitCsvLine, type CsvAnswer, type CsvRow } from '../../models/csv.ts';
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
  const { value: first } = await batches(file).next();
  const missing = NEEDED[id].filter((names) => first !== undefined && !names.some((name) => Object.hasOwn(first[0] ?? {}, name)));
  if (missing.length > 0) console.error(`${file}: no column ${missing.map((names) => names.join(' or ')).join(', ')}`);
}

async function predictFile(id: 'warfarin-dose' | 'icb-response', file: string): Promise<void> {
  await tellMissingColumns(id, file);
  const runtime = await loadModels(packageRoot());
  const model = runtime.models[id];
  if (model?.status !== 'ready') throw new Error(`${id} is disabled: ${model?.why ?? 'not shipped'}`);
  const answer = id === 'warfarin-dose' ? (rows: readonly CsvRow[]) => predictWarfarinCsv(rows, model) : await icbAnswerer(file, model);
  await write('id,prediction,low,high,abstained\n');
  for await (const rows of batches(file)) {
    const answers = await answer(rows);
    await write(rows.map((row, i) => csvLine(row.id ?? '', answers[i])).join(''));
  }
}

/** Columns that hold one constant for a whole cohort are found in a first pass over the file. */
async function icbAnswerer(file: string, model: Parameters<typeof predictIcbCsv>[1]) {
  const seen = new Map<string, { albumin: Set<string>; nlr: Set<string>; rows: number }>();
  for await (const rows of batches(file)) {
    for (const row of rows) {
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

async function* batches(file: string): AsyncGenerator<CsvRow[]> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file}: cannot be read (${error.code ?? error.message})`);
  });
  const lines = createInterface({ input: handle.createReadStream({ encoding: 'utf8' }), crlfDelay: Infinity });
  let header: string[] | null = null;
  let batch: CsvRow[] = [];
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const cells = splitCsvLine(line.replace(/^\uFEFF/, ''));
    if (header === null) {
      header = cells.map((name) => name.trim());
      continue;
    }
    batch.push(Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])));
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (header === null) throw new Error(`${file} is empty: a header line with column names is needed`);
  if (batch.length > 0) yield batch;
}

const write = (text: string): Promise<void> =>
  new Promise((done, fail) => {
    process.stdout.write(text, (error) => (error ? fail(error) : done()));
  });
