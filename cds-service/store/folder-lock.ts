/** One process per data folder: the embedded database would be destroyed by two. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { forget, holderOf, newClaim, OUT_OF_SIGHT_MS, RENEW_MS, type Claim } from './claimant.ts';
import { faultCode, placeFile } from './place-file.ts';

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  /**
   * When the claim was last renewed, where that is all that can be known of its holder: a process of another container or machine.
   * Should it have ended, the claim can be taken over some seconds later.
   */
  readonly elsewhere: number | undefined;

  constructor(message: string, elsewhere?: number) {
    super(message);
    this.elsewhere = elsewhere;
  }
}

/** Each attempt without an answer is one in which another process claimed, or gave up, at the same moment. */
const ATTEMPTS = 20;

/**
 * Makes the folder when missing and claims it; the claim of a process that no longer runs is taken over.
 * @param name file of the claim: different names are claims for different things
 * @returns gives the claim back
 * @throws FolderInUse
 */
export function claimFolder(folder: string, name: string = 'genehook.pid'): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  const mine = newClaim();
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (placeFile(path, mine) || hasSucceeded(path, mine)) return held(path, mine);
    }
  } catch (error) {
    forget(mine);
    throw error;
  }
  forget(mine);
  throw new FolderInUse('The data folder could not be claimed');
}

const POLL_MS = 1_000;

/**
 * The same, but one whose holder is out of sight is waited for: until it is seen to be renewed, or until it counts as ended. After a
 * container was killed, the one that follows it starts by itself.
 * @throws FolderInUse
 */
export async function claimFolderInTime(folder: string): Promise<() => void> {
  let seen: number | undefined;
  for (;;) {
    try {
      return claimFolder(folder);
    } catch (error) {
      const renewed = error instanceof FolderInUse ? error.elsewhere : undefined;
      if (renewed === undefined || renewed !== (seen ?? renewed)) throw error;
      seen = renewed;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Renews the claim for those who cannot see this process; given back once, and only while it is this one. */
function held(path: string, mine: string): () => void {
  const timer = setInterval(() => renew(path), RENEW_MS).unref();
  return () => {
    clearInterval(timer);
    forget(mine);
    if (claimAt(path)?.text === mine) rmSync(path, { force: true });
  };
}

function renew(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // A volume that is away for a moment; the next time will do.
  }
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
  const now = claimAt(path);
  if (now === undefined || identityOf(now) !== first) {
    rmSync(step, { force: true });
    return false;
  }
  renameSync(step, path);
  for (const used of passed) rmSync(used, { force: true });
  return true;
}

/** Identity of the claim of a process that has ended; undefined when there is none. */
function endedClaim(path: string): string | undefined {
  const claim = claimAt(path);
  if (claim === undefined) return undefined;
  const holder = holderOf(claim);
  if (holder === 'runs') throw new FolderInUse('The data folder is in use by another Genehook process');
  if (holder === 'elsewhere')
    throw new FolderInUse(
      `The data folder is in use by another Genehook process, of another container or machine (where that one has ended: free ${OUT_OF_SIGHT_MS / 1_000} seconds later)`,
      claim.renewed,
    );
  return identityOf(claim);
}

/** An empty claim says nothing by which it could be told from another; when it was made does. */
function identityOf({ text, renewed }: Claim): string {
  return text === '' ? `empty since ${renewed}` : text;
}

function claimAt(path: string): Claim | undefined {
  try {
    return { text: readFileSync(path, 'utf8'), renewed: statSync(path).mtimeMs };
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
