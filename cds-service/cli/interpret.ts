/** `genehook interpret`: FHIR in, one PatientReport per input out, as NDJSON and in order. */
import { once } from 'node:events';
import type { Command } from 'commander';
import type { InterpretInput } from '../interpret.ts';
import type { PatientReport } from '../report/types.ts';
import { linesOf } from '../trial-library/index.ts';
import { isDay } from './day.ts';
import { progress } from './progress.ts';
import { readInputs, type Input } from './read-inputs.ts';

export interface InterpretOptions {
  readonly allDrugs?: boolean;
  readonly date?: string;
  readonly patient?: string;
}

export type Interpreter = (input: InterpretInput) => PatientReport | Promise<PatientReport>;

export function registerInterpret(program: Command, load: () => Promise<Interpreter>): void {
  program
    .command('interpret')
    .description('Interpret patients: FHIR R4 resources, Bundles, arrays or NDJSON of these in, one report per input out (NDJSON).')
    .argument('[files...]', 'files to read; "-" or none: standard input')
    .option('--all-drugs', 'advice for every drug known, not only for those ordered')
    .option('--date <YYYY-MM-DD>', 'day for which ages and staleness are counted (default: today, UTC)')
    .option('--patient <id>', 'the patient asked about, where the input holds several')
    .addHelpText('after', '\nAn unreadable input gives {"inputId", "error"} in its place; the others go on and the exit code is 2.')
    .action(async (files: string[], options: InterpretOptions, command: Command) => {
      if (options.date !== undefined && !isDay(options.date)) command.error(`--date must be a day as YYYY-MM-DD`, { exitCode: 1 });
      const failed = await interpretFiles(files.length === 0 ? ['-'] : files, options, await load());
      if (failed > 0) process.exitCode = 2;
    });
}

async function interpretFiles(files: readonly string[], options: InterpretOptions, interpret: Interpreter): Promise<number> {
  const meter = progress('patients');
  let failed = 0;
  for (const file of files) {
    for await (const line of interpretInputs(inputsOf(file), options, interpret)) {
      if ('error' in line) failed += 1;
      if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
      meter.tick();
    }
  }
  meter.end();
  return failed;
}

async function* inputsOf(file: string): AsyncGenerator<Input> {
  try {
    yield* readInputs(linesOf(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    yield { line: 0, fault: `${file}: cannot be read (${code})` };
  }
}

export interface FailedInput {
  readonly inputId: string;
  readonly error: { readonly message: string };
}

/** One line per input, in order; never throws for an input. */
export async function* interpretInputs(
  inputs: AsyncIterable<Input>,
  options: InterpretOptions,
  interpret: Interpreter,
): AsyncGenerator<PatientReport | FailedInput> {
  const asOf = options.date ?? new Date().toISOString().slice(0, 10);
  for await (const input of inputs) {
    const fallback = String(input.line);
    if ('fault' in input) {
      yield { inputId: fallback, error: { message: input.fault } };
      continue;
    }
    const inputId = bundleId(input.value) ?? fallback;
    const unfit = notFhir(input.value);
    if (unfit !== null) {
      yield { inputId, error: { message: unfit } };
      continue;
    }
    try {
      yield await interpret({
        resources: input.value,
        asOf,
        inputId,
        ...(options.patient === undefined ? {} : { patientId: options.patient }),
        ...(options.allDrugs === true ? { allDrugs: true } : {}),
      });
    } catch (error) {
      yield { inputId, error: { message: `could not be interpreted (${error instanceof Error ? error.name : 'unknown error'})` } };
    }
  }
}

function bundleId(value: unknown): string | undefined {
  if (!isObject(value) || value.resourceType !== 'Bundle') return undefined;
  return typeof value.id === 'string' && value.id !== '' ? value.id : undefined;
}

function notFhir(value: unknown): string | null {
  if (Array.isArray(value)) {
    return value.some((item) => isObject(item) && typeof item.resourceType === 'string') ? null : 'the array holds no FHIR resource';
  }
  if (!isObject(value)) return 'not a FHIR resource, Bundle or array of resources';
  return typeof value.resourceType === 'string' && value.resourceType !== '' ? null : 'not a FHIR resource: resourceType is missing';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
