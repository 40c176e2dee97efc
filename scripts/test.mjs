// Everything in one command: install, types, lint, format, build, unit + contract + property tests, browser tests, counts.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findChromium } from './chromium.mjs';
import { assertNode, ensureBuilt, ensureInstalled, root, run, runTool } from './root.mjs';

assertNode();
ensureInstalled();
const step = (name) => console.log(`\n── ${name}`);

step('types');
runTool('typescript/bin/tsc', ['-p', 'tsconfig.json']);
step('lint');
run(process.execPath, [join(root, 'scripts', 'lint.mjs')]);
step('format');
runTool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '**/*.{ts,tsx,mjs,css}']);
step('build');
ensureBuilt();

const chromium = findChromium({ install: true });
const env = { ...process.env, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) };
mkdirSync(join(root, '.tmp'), { recursive: true });
const totals = { passed: 0, failed: 0, skipped: 0 };
let broken = false;
/** Said once more at the end, where they are seen. */
const failures = [];

function vitest(projects) {
  const report = join(root, '.tmp', `vitest-${projects.join('-')}.json`);
  rmSync(report, { force: true });
  const args = [
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '--passWithNoTests',
  ];
  const result = spawnSync(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), ...args, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  if (result.status !== 0) broken = true;
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    totals.passed += counts.numPassedTests;
    totals.failed +=
      counts.numFailedTests + (counts.numFailedTestSuites > 0 && counts.numFailedTests === 0 ? counts.numFailedTestSuites : 0);
    totals.skipped += counts.numPendingTests + counts.numTodoTests;
    for (const file of counts.testResults ?? []) {
      const failed = (file.assertionResults ?? []).filter(({ status }) => status === 'failed');
      for (const one of failed) failures.push([relative(root, file.name), one.fullName, firstLine(one.failureMessages?.[0])]);
      if (failed.length === 0 && file.status === 'failed') failures.push([relative(root, file.name), '', firstLine(file.message)]);
    }
  } catch (error) {
    broken = true;
    console.error(`No report from vitest (${projects.join(', ')}): ${error.message}`);
  }
}

const firstLine = (text) => (text ?? '').split('\n')[0] ?? '';

step('unit, contract and property tests');
vitest(['unit', 'panel']);
step('browser tests');
if (chromium) vitest(['browser']);
else console.log('SKIPPED: browser tests. No Chromium found (CHROMIUM_PATH, chromium, google-chrome) and none could be installed here.');

for (const parts of failures) console.log(`FAILED ${parts.filter((part) => part !== '').join(' · ')}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(broken || totals.failed > 0 ? 1 : 0);
