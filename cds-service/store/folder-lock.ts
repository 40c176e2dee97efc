/** One process per data folder: the embedded database would be destroyed by two. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { faultCode, placeFile } from './place-file.ts';

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** Each attempt without an answer is one in which another process claimed, or gave up, at the same moment. */
const ATTEMPTS = 20;

/**
 * Makes the folder when missing and claims it; the claim of a process that no longer runs is taken over.
 * @param name file of the claim: different names are claims for different things
 * @throws FolderInUse
 */
export function claimFolder(folder: string, name: string = 'genehook.pid'): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  const mine = `${process.pid} ${startOf(process.pid)} ${randomBytes(8).toString('hex')}`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (placeFile(path, mine) || hasSucceeded(path, mine)) return () => rmSync(path, { force: true });
  }
  throw new FolderInUse('The data folder could not be claimed');
}

/**
 * Takes over from a process that no longer runs. Every claim has one successor: the process that places the file named after the
 * claim, which only one can. The successor alone puts its own claim there. Should it die before that, it is succeeded in turn.
 * False when the claim went away or changed while it was looked at: to be tried again.
 * @throws FolderInUse the claim, or the succession to it, is of a process that runs
 */
function hasSucceeded(path: string, mine: string): boolean {
  const first = endedClaim(path);
  const passed: string[] = [];
  let last = first;
  while (last !== undefined) {
    const step = `${path}.after-${createHash('sha256').update(last).digest('hex').slice(0, 16)}`;
    if (placeFile(step, mine)) return isTakenOver(path, step, first, passed);
    passed.push(step);
    last = endedClaim(step);
  }
  return false;
}

/** The succession counts for the claim that was read: when another process succeeded to it meanwhile, this one leads nowhere. */
function isTakenOver(path: string, step: string, first: string | undefined, passed: readonly string[]): boolean {
  if (textAt(path) !== first) {
    rmSync(step, { force: true });
    return false;
  }
  renameSync(step, path);
  for (const used of passed) rmSync(used, { force: true });
  return true;
}

/** The claim of a process that has ended; undefined when there is none. */
function endedClaim(path: string): string | undefined {
  const text = textAt(path);
  if (text !== undefined && isHeld(text)) throw new FolderInUse('The data folder is in use by another Genehook process');
  return text;
}

function textAt(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    return text === '' ? `${EMPTY}${statSync(path).mtimeMs}` : text;
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Where a volume knows no hard links, a claim is empty for the moment in which it is written. */
const EMPTY = 'empty since ';
const BEING_WRITTEN_MS = 10_000;

/** Process numbers are used again (in a container it is always 1), so the time the process started counts too. */
function isHeld(text: string): boolean {
  if (text.startsWith(EMPTY)) return Date.now() - Number(text.slice(EMPTY.length)) < BEING_WRITTEN_MS;
  const [number, start = ''] = text.split(' ');
  const pid = Number(number);
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return false;
  return startOf(pid) === start;
}

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
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
