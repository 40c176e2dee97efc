// Makes dist/: the service and the sandbox as JavaScript, the panel and the sandbox screens as static files.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertNode, ensureInstalled, root, runTool } from './root.mjs';

assertNode();
ensureInstalled();
rmSync(join(root, 'dist'), { recursive: true, force: true });
runTool('typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
for (const config of ['smart-app/vite.config.ts', 'fixtures/sandbox/ui/vite.config.ts']) {
  if (existsSync(join(root, config))) runTool('vite/bin/vite.js', ['build', '--config', config, '--logLevel', 'warn']);
}
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist', '.built'), `${new Date().toISOString()}\n`);
