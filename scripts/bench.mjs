// Every benchmark, one after the other: `npm run bench [-- reading|pgx|oncology|trials|service …]`. Figures are printed; nothing is asserted.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root, runTool } from './root.mjs';

ensureInstalled();
ensureBuilt();
const wanted = process.argv.slice(2);
const files = readdirSync(join(root, 'test', 'bench')).filter((name) => name.endsWith('.bench.ts'));
for (const file of files) {
  const name = file.replace('.bench.ts', '');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name}`);
  runTool('tsx/dist/cli.mjs', [join('test', 'bench', file)]);
}
