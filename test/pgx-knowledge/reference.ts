/** The reference tables beside the checkout, when they are there; the checks over them are skipped loudly otherwise. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const referenceDir = fileURLToPath(new URL('../../../shared/reference/pgx', import.meta.url));
export const hasReference = existsSync(referenceDir);
export const skipNote = 'SKIPPED: the reference tables (../shared/reference/pgx) are not beside this checkout.';

export interface Miss {
  readonly what: string;
  /** Why the difference is meant; absent = a mistake of ours. */
  readonly reason?: string;
}
export interface CheckResult {
  readonly name: string;
  readonly checked: number;
  readonly misses: readonly Miss[];
}
