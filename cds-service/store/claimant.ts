/** Who holds a claim, and whether that process still runs: what the text of a claim says, and what can be known of it from here. */
import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { faultCode } from './place-file.ts';

/** A claim as it stands in its file. */
export interface Claim {
  readonly text: string;
  /** When it was made or last renewed, in milliseconds since 1970. */
  readonly renewed: number;
}

/** `ended`: its process runs no more. `elsewhere`: it is renewed by a process that cannot be seen from here. */
export type Holder = 'runs' | 'elsewhere' | 'ended';

/** How often whoever holds a claim renews it, and after which time without that a process out of sight counts as ended. */
export const RENEW_MS = 2_000;
export const OUT_OF_SIGHT_MS = 20_000;
/** Where a volume knows no hard links, a claim is empty for the moment in which it is written. */
const BEING_WRITTEN_MS = 10_000;

/** Claims of this process: one with its number and start that is not among them is of a machine that started the same way before. */
const own = new Set<string>();

/** The text of a new claim of this process; `forget` it once it is given back. */
export function newClaim(): string {
  const text = `${process.pid} ${startOf(process.pid)} ${randomBytes(8).toString('hex')} ${HERE}`;
  own.add(text);
  return text;
}

export function forget(text: string): void {
  own.delete(text);
}

/** Process numbers are used again (in a container it is always 1), so the time the process started counts too. */
export function holderOf({ text, renewed }: Claim): Holder {
  // A clock that was put back leaves files of the future; they are as old.
  const age = Math.abs(Date.now() - renewed);
  if (text === '') return age < BEING_WRITTEN_MS ? 'runs' : 'ended';
  const [number, start = '', , place] = text.split(' ');
  if (place !== undefined && place !== HERE) return age < OUT_OF_SIGHT_MS ? 'elsewhere' : 'ended';
  const pid = Number(number);
  if (pid === process.pid) return own.has(text) ? 'runs' : 'ended';
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return 'ended';
  return startOf(pid) === start ? 'runs' : 'ended';
}

/** Where process numbers mean the same processes: this machine since it was started, and in it this container. */
const HERE = [
  hostname(),
  told(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
  told(() => readlinkSync('/proc/self/ns/pid')),
]
  .map((part) => part.replaceAll(/\s/g, ''))
  .join('|');

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return faultCode(error) === 'EPERM';
  }
}

/** Start of a process in ticks since boot; empty where the system does not tell. */
function startOf(pid: number): string {
  const stat = told(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function told(ask: () => string): string {
  try {
    return ask();
  } catch {
    return '';
  }
}
