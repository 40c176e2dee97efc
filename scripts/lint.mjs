// Lints with oxlint from tools/lint, installed there by exact version (see tools/lint/package.json for why it stands apart).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './root.mjs';

const home = join(root, 'tools', 'lint');
const program = join(home, 'node_modules', 'oxlint', 'bin', 'oxlint');
if (!existsSync(program)) {
  run('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--silent'], { cwd: home });
}
run(process.execPath, [program, '-c', join('tools', 'lint', '.oxlintrc.json'), '--deny-warnings', ...process.argv.slice(2)]);
