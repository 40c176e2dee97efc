/** `genehook hook FILE`: the request bench on the command line. */
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { loadClinic } from '../clinic.ts';
import { capturedIn, type Captured } from '../request-bench/captured.ts';
import { CHECK_DEFAULTS } from '../request-bench/check-defaults.ts';
import { pageMarkdown, pageOf, type Page } from '../request-bench/page.ts';
import { servicesAt } from '../request-bench/service-list.ts';
import { KeyFault, signerFrom, type Signer } from '../request-bench/signing.ts';
import { trialText } from '../request-bench/terminal.ts';
import { tryRequest, withoutRepeats, type Trial } from '../request-bench/trial.ts';
import { tryHere } from './hook-local.ts';
import { readInputs } from './read-inputs.ts';

export interface BenchOptions {
  readonly url?: string;
  readonly service?: string;
  readonly key?: string;
  readonly iss?: string;
  readonly kid?: string;
  readonly aud?: string;
  readonly jku?: string;
  readonly tenant?: string;
  readonly date?: string;
  readonly timeout: string;
  readonly json?: true;
  readonly report?: string;
}

const EXIT = { fine: 0, connection: 1, input: 2, refused: 3 } as const;
const FILES = /\.(json|ndjson|jsonl|har)$/i;

/** Options of `hook FILE`; added to the command that also holds `prefetch` and `answer`. */
export function addBench(hook: Command): void {
  hook
    .argument('[files...]', 'captured requests: JSON, NDJSON, an array, HAR, or a folder of these; - reads from standard input')
    .option('--url <url>', 'the service to call: its base, or one service of it; without it the request is answered here')
    .option('--service <id>', 'one service only (default: every service of the hook)')
    .option('--key <file>', 'private key for the client JWT: JWK, JWK set or PEM; EC P-384 signs ES384, RSA signs RS384')
    .option('--iss <issuer>', 'issuer of the JWT, as "issuer" of the trust file has it')
    .option('--kid <id>', 'key id (default: kid of the JWK, else its thumbprint)')
    .option('--aud <address>', 'audience of the JWT (default: the address called)')
    .option('--jku <url>', 'address of the key set, when the trust file names it in jwksUrl')
    .option('--tenant <name>', 'tenant claim of the JWT')
    .option('--date <YYYY-MM-DD>', 'day of an answer made here (default: today, UTC)')
    .option('--timeout <seconds>', 'longest wait for an answer', '30')
    .option('--json', 'results as JSON, one line per request and service')
    .option('--report <md|json>', 'the conformance page of all requests in place of the results')
    .addHelpText(
      'after',
      '\nExit codes: 0 answered; 1 no CDS service could be reached; 2 an input cannot be read; 3 the service refused a request.',
    )
    .action(async (files: readonly string[], options: BenchOptions, command: Command) => {
      if (files.length === 0) return command.help();
      process.exitCode = await bench(files, options, command);
    });
}

async function bench(files: readonly string[], options: BenchOptions, command: Command): Promise<number> {
  if (options.report !== undefined && options.report !== 'md' && options.report !== 'json')
    return command.error('--report: is "md" or "json"', { exitCode: EXIT.input });
  if (options.date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(options.date))
    return command.error('--date: is no YYYY-MM-DD', { exitCode: EXIT.input });
  const attempt = await attemptOf(options, command);
  const unread: { label: string; why: string }[] = [];
  const trials: Trial[] = [];
  const terminal = {
    colours: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
    width: Math.min(process.stdout.columns ?? 120, 140),
  };
  for await (const read of inputs(files)) {
    if ('why' in read) {
      unread.push(read);
      console.error(`${read.label}: ${read.why}`);
      continue;
    }
    const made = await attempt(read);
    trials.push(...made);
    if (options.report !== undefined) continue;
    if (options.json === true) for (const trial of made) console.log(JSON.stringify(trial));
    else for (const { trial, told } of withoutRepeats(made)) console.log(`${trialText(trial, terminal, told)}\n`);
  }
  if (options.report !== undefined) printPage(pageOf(trials, unread), options.report);
  return exitCodeOf(trials, unread.length);
}

function printPage(page: Page, form: string): void {
  console.log(form === 'md' ? pageMarkdown(page).trimEnd() : JSON.stringify(page, null, 2));
}

function exitCodeOf(trials: readonly Pick<Trial, 'problem'>[], unread: number): number {
  const kinds = new Set(trials.map(({ problem }) => problem?.kind));
  if (unread > 0 || kinds.has('input')) return EXIT.input;
  if (kinds.has('connection')) return EXIT.connection;
  return kinds.has('refused') ? EXIT.refused : EXIT.fine;
}

type Attempt = (captured: Captured) => Promise<readonly Trial[]>;

async function attemptOf(options: BenchOptions, command: Command): Promise<Attempt> {
  const only = options.service === undefined ? {} : { service: options.service };
  const { url } = options;
  if (url === undefined) {
    if (options.key !== undefined) return command.error('--key: nothing is signed without --url', { exitCode: EXIT.input });
    const clinic = await loadClinic();
    const today = options.date ?? new Date().toISOString().slice(0, 10);
    return (captured) => tryHere(captured, { clinic, today, check: CHECK_DEFAULTS, ...only });
  }
  const seconds = Number(options.timeout);
  if (!(seconds > 0 && seconds <= 600)) return command.error('--timeout: is a number of seconds up to 600', { exitCode: EXIT.input });
  const signer = await signerOf(options, command);
  const setting = {
    url,
    timeoutMs: seconds * 1000,
    now: Date.now,
    check: CHECK_DEFAULTS,
    ...only,
    ...(signer === undefined ? {} : { signer }),
  };
  const services = await servicesAt(url, setting);
  return (captured) => tryRequest(captured, setting, services);
}

async function signerOf(options: BenchOptions, command: Command): Promise<Signer | undefined> {
  const { key, iss, kid, aud, jku, tenant } = options;
  if (key === undefined) return undefined;
  if (iss === undefined)
    return command.error('--iss: is needed with --key: the issuer that the trust file of the service names', { exitCode: EXIT.input });
  let text: string;
  try {
    text = readFileSync(key, 'utf8');
  } catch {
    return command.error(`--key: ${key} cannot be read`, { exitCode: EXIT.input });
  }
  const further = { kid, audience: aud, jku, tenant };
  const given = Object.fromEntries(Object.entries(further).filter(([, value]) => value !== undefined));
  try {
    return await signerFrom(text, { issuer: iss, ...given });
  } catch (error) {
    if (error instanceof KeyFault) return command.error(`--key: ${key} ${error.message}`, { exitCode: EXIT.input });
    throw error;
  }
}

type Read = Captured | { readonly label: string; readonly why: string };

async function* inputs(files: readonly string[]): AsyncGenerator<Read> {
  for (const file of files.flatMap(expanded)) {
    if (typeof file !== 'string') {
      yield file;
      continue;
    }
    let found = 0;
    try {
      const stream = file === '-' ? process.stdin : createReadStream(file, 'utf8');
      const name = file === '-' ? 'standard input' : file;
      for await (const input of readInputs(createInterface({ input: stream, crlfDelay: Infinity }))) {
        found += 1;
        const label = found === 1 && input.line === 1 ? name : `${name}, line ${input.line}`;
        if ('fault' in input) yield { label, why: input.fault };
        else yield* readValue(input.value, label);
      }
      if (found === 0) yield { label: name, why: 'is empty' };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      yield { label: file, why: 'cannot be read' };
    }
  }
}

function readValue(value: unknown, label: string): readonly Read[] {
  const found = capturedIn(value, label);
  return found.length > 0 ? found : [{ label, why: 'holds no hook request: an object with hook, hookInstance and context is expected' }];
}

/** A folder stands for its files; a file for itself. */
function expanded(file: string): readonly (string | { label: string; why: string })[] {
  if (file === '-') return [file];
  try {
    if (!statSync(file).isDirectory()) return [file];
    const inside = readdirSync(file)
      .filter((name) => FILES.test(name))
      .sort();
    return inside.length > 0
      ? inside.map((name) => join(file, name))
      : [{ label: file, why: 'the folder holds no .json, .ndjson, .jsonl or .har file' }];
  } catch {
    return [{ label: file, why: 'is not there; a file, a folder, or - is expected (genehook hook --help)' }];
  }
}
