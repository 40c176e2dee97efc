/** One process per data folder: the embedded database would be destroyed by two. */
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { faultCode, placeFile } from './place-file.ts';

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Makes the folder when missing and claims it; the claim of a process that no longer runs is taken over.
 * @param name file of the claim: different names are claims for different things
 */
export function claimFolder(folder: string, name: string = 'genehook.pid'): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (placeFile(path, `${process.pid} ${startOf(process.pid)}`)) return () => rmSync(path, { force: true });
    if (isHeld(path) || !isSetAside(path)) throw new FolderInUse('The data folder is in use by another Genehook process');
  }
  throw new FolderInUse('The data folder could not be claimed');
}

/**
 * Takes away the claim of a process that no longer runs. False when what was taken away turns out to be the fresh claim of another
 * process that was quicker: it is put back.
 */
function isSetAside(path: string): boolean {
  const aside = `${path}.${process.pid}.old`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return true;
    throw error;
  }
  const held = isHeld(aside);
  if (held) placeFile(path, readFileSync(aside, 'utf8'));
  rmSync(aside, { force: true });
  return !held;
}

/** Process numbers are used again (in a container it is always 1), so the time the process started counts too. */
function isHeld(path: string): boolean {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return false;
  }
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
