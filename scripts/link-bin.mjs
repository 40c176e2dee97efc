// Makes `npx genehook …` work inside a checkout: npm links the bins of dependencies, but not a package's own.
import { mkdirSync, rmSync, symlinkSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bins = join(root, 'node_modules', '.bin');
if (existsSync(join(root, 'node_modules')) && process.platform !== 'win32') {
  mkdirSync(bins, { recursive: true });
  rmSync(join(bins, 'genehook'), { force: true });
  symlinkSync('../../scripts/genehook.mjs', join(bins, 'genehook'));
}
