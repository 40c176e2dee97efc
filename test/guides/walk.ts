/** Walks through a guide as a reader would: block after block in one shell's environment, in a working copy of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Step } from './read-guide.ts';

export interface WalkSetting {
  /** Working copy: the folder that the guide calls the folder of Genehook. */
  readonly folder: string;
  readonly port: number;
  /** Host and port of a PostgreSQL, when there is one. */
  readonly postgres?: string;
}

export interface Walked {
  readonly ran: number;
  readonly skipped: readonly string[];
}

const STAND_INS = join(import.meta.dirname, 'stand-ins');
/** Programs that the guides call and that a test must not; the .sh and .mjs files say why. */
const REPLACED = { npx: 'npx.sh', npm: 'npm.sh', sudo: 'sudo.sh', docker: 'docker.mjs', kubectl: 'kubectl.mjs' };
const PUBLIC = 'https://genehook.hospital.example';
const READY_MS = 120_000;
const BLOCK_MS = 200_000;

export async function walk(steps: readonly Step[], setting: WalkSetting): Promise<Walked> {
  const state = join(setting.folder, '..', `state-${randomUUID()}`);
  mkdirSync(state, { recursive: true });
  putStandIns(join(state, 'bin'));
  const skipped: string[] = [];
  let service: ChildProcess | undefined;
  let ran = 0;
  try {
    for (const step of steps) {
      const { note, line } = step;
      const where = `line ${line}: ${step.script.split('\n')[0] ?? ''}`;
      if (note.kind === 'never') {
        skipped.push(`${where} (${note.why})`);
        continue;
      }
      if (note.kind === 'needs' && setting.postgres === undefined) {
        skipped.push(`${where} (no ${note.what} on this machine)`);
        continue;
      }
      if (note.kind === 'stop') {
        await ended(service);
        service = undefined;
      }
      if (note.kind === 'destroyed') rmSync(join(setting.folder, note.path), { recursive: true, force: true });
      if (note.kind === 'wait' || note.kind === 'call') await ready(setting.port, undefined, note.kind === 'call');
      if (note.kind === 'call') await orderAndFeedback(setting.port);
      if (note.kind === 'background') {
        service = start(scriptOf(step.script, setting), setting, state);
        await ready(setting.port, service);
      } else {
        const result = await runBlock(scriptOf(step.script, setting), setting, state);
        if (result.status !== (note.kind === 'status' ? note.code : 0))
          throw new Error(`${where}: ended with ${String(result.status)}\n${result.output}`);
      }
      ran += 1;
    }
    return { ran, skipped };
  } finally {
    await ended(service);
    for (const name of readdirSync(state)) if (name.endsWith('.pid')) endQuietly(Number.parseInt(name, 10));
    rmSync(state, { recursive: true, force: true });
  }
}

/** Small programs before the others in PATH; written here, so that no file of the checkout has to be executable. */
function putStandIns(folder: string): void {
  mkdirSync(folder);
  for (const [name, file] of Object.entries(REPLACED)) {
    const runner = file.endsWith('.mjs') ? process.execPath : 'bash';
    writeFileSync(join(folder, name), `#!/bin/sh\nexec '${runner}' '${join(STAND_INS, file)}' "$@"\n`, { mode: 0o755 });
  }
}

/** The addresses that only exist in the guides become the ones of this run; nothing else of a block is changed. */
function scriptOf(script: string, { port, postgres }: WalkSetting): string {
  return script
    .replaceAll(PUBLIC, `http://127.0.0.1:${port}`)
    .replaceAll(/\b4020\b/g, String(port))
    .replaceAll('postgres.hospital.example:5432', postgres ?? 'postgres.hospital.example:5432');
}

function environment({ port, postgres }: WalkSetting, state: string): NodeJS.ProcessEnv {
  const url = (name: string): string => `postgres://genehook@${postgres ?? ''}/${name}`;
  const { DATABASE_URL: _url, GENEHOOK_TRUST: _trust, GENEHOOK_DATA: _data, ...inherited } = process.env;
  return {
    ...inherited,
    PATH: [join(state, 'bin'), process.env['PATH'] ?? ''].join(delimiter),
    PORT: String(port),
    GENEHOOK_LOG_LEVEL: 'warn',
    STAND_IN_STATE: state,
    STAND_IN_POSTGRES: postgres === undefined ? '0' : '1',
    ...(postgres === undefined
      ? {}
      : { ADMIN_DATABASE_URL: url('postgres'), SITE_DATABASE_URL: url('site'), RESTORED_DATABASE_URL: url('genehook_restored') }),
  };
}

/** `export` lasts from block to block, as it does in the reader's terminal. */
function runBlock(script: string, setting: WalkSetting, state: string): Promise<{ status: number | null; output: string }> {
  const kept = join(state, 'exported.sh');
  if (!existsSync(kept)) writeFileSync(kept, '');
  const whole = `. '${kept}'\n${script}\nexport -p > '${kept}'\n`;
  const child = spawn('bash', ['-euo', 'pipefail', '-c', whole], {
    cwd: setting.folder,
    env: environment(setting, state),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: BLOCK_MS,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.once('close', (status) => resolve({ status, output }));
  });
}

function start(script: string, setting: WalkSetting, state: string): ChildProcess {
  // `exec`, so that a signal reaches the service and not a shell before it.
  const whole = script.replace(/^((?:\w+=\S+ )*)(\w)/, '$1exec $2').replace(/^((?:\w+=\S+ )+)exec /, 'export $1; exec ');
  return spawn('bash', ['-euo', 'pipefail', '-c', whole], {
    cwd: setting.folder,
    env: environment(setting, state),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** `store`: until the embedded store is open too, which takes seconds the first time. */
async function ready(port: number, service?: ChildProcess, store = false): Promise<void> {
  let said = '';
  for (const stream of [service?.stdout, service?.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const until = Date.now() + READY_MS;
  while (Date.now() < until) {
    if (service !== undefined && service.exitCode !== null) throw new Error(`the service ended:\n${said}`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.ok === true && (!store || ((await answer.json()) as { store: string }).store === 'open')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the service is not ready:\n${said}`);
}

/** A card and what a clinician did with it: something that a backup has to bring back. */
async function orderAndFeedback(port: number): Promise<void> {
  const post = (path: string, body: object) =>
    fetch(`http://127.0.0.1:${port}/cds-services/pgx-order-sign${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const draft = {
    resourceType: 'MedicationRequest',
    id: 'order',
    status: 'draft',
    intent: 'order',
    subject: { reference: 'Patient/p1' },
    medicationCodeableConcept: { text: 'capecitabine 500 mg oral tablet' },
  };
  const answer = await post('', {
    hook: 'order-sign',
    hookInstance: randomUUID(),
    context: { userId: 'Practitioner/1', patientId: 'p1', draftOrders: { resourceType: 'Bundle', entry: [{ resource: draft }] } },
    prefetch: { patient: { resourceType: 'Patient', id: 'p1' }, genomics: null, laboratory: null, medications: null },
  });
  const { cards } = (await answer.json()) as { cards: { uuid: string }[] };
  const reason = { code: 'tested-elsewhere', system: 'https://genehook.org/CodeSystem/override-reason' };
  const item = { card: cards[0]?.uuid, outcome: 'overridden', overrideReason: { reason }, outcomeTimestamp: new Date().toISOString() };
  const kept = await post('/feedback', { feedback: [item] });
  if (kept.status !== 200) throw new Error(`feedback was not taken: ${kept.status} ${await kept.text()}`);
}

async function ended(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null) return;
  await new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

function endQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
