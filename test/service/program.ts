/**
 * How a test starts the programs of the checkout: compiled when nothing is newer than `dist/` (`npm test` builds before it tests), which
 * takes half the processor time, else from source.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const ROOT = join(import.meta.dirname, '..', '..');

const scripts = (await import(pathToFileURL(join(ROOT, 'scripts', 'root.mjs')).href)) as { isStale(): boolean };
export const IS_BUILT = !scripts.isStale();

/** Arguments of Node that run `cds-service/<name>.ts`. */
export function program(name: 'main' | 'cli/main'): string[] {
  const path = join('cds-service', ...name.split('/'));
  return IS_BUILT ? [join(ROOT, 'dist', `${path}.js`)] : ['--import', 'tsx', join(ROOT, `${path}.ts`)];
}
