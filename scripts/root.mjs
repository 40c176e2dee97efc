// Where the checkout stands, and the steps that every command shares: install when needed, build when needed.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a program in the checkout and ends this process with its code when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Runs a program of node_modules/.bin by its JavaScript file, so that PATH does not matter. */
export function runTool(file, args, options = {}) {
  run(process.execPath, [join(root, 'node_modules', file), ...args], options);
}

export function assertNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Genehook needs Node 20.19 or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
}

function newest(path, skip) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  let latest = 0;
  for (const name of readdirSync(path)) {
    if (skip.has(name)) continue;
    latest = Math.max(latest, newest(join(path, name), skip));
  }
  return latest;
}

/** Packages of another folder, linked here: installing would empty that folder first. */
function areLinked() {
  return lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Installs from the lockfile when node_modules is missing or older than the lockfile; never through a link into another folder. */
export function ensureInstalled({ quiet = false } = {}) {
  const marker = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  // Without a lockfile this is an installed package: whoever installed it has installed what it needs.
  if (!existsSync(lock) || areLinked() || (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs - 2000)) return;
  if (!quiet) console.error('Installing packages (once; about a minute) …');
  const stdio = ['ignore', quiet ? 'ignore' : process.stderr.fd, process.stderr.fd];
  run('npm', ['ci', '--no-audit', '--no-fund'], { stdio, env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' } });
}

const SOURCES = ['cds-service', 'models', 'fhir-profiles', 'fixtures', 'smart-app', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];

/** True when dist/ is missing or a source file is newer than the last build. */
export function isStale() {
  const stamp = join(root, 'dist', '.built');
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  const skip = new Set(['node_modules', 'dist']);
  return SOURCES.some((name) => newest(join(root, name), skip) > built);
}

/** Builds when needed. `onlyIfMissing` is for commands that run on an installed package, where sources never change. */
export function ensureBuilt({ onlyIfMissing = false } = {}) {
  if (onlyIfMissing ? existsSync(join(root, 'dist', '.built')) : !isStale()) return;
  console.error('Building …');
  run(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: ['ignore', process.stderr.fd, process.stderr.fd] });
}
