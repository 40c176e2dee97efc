/** The checkout as the Dockerfile sees it: without what its ignore file names, built anew, with packages linked one by one. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { IS_BUILT, ROOT } from '../service/program.ts';

export { ROOT };

/** Names at the top that the build context leaves out. */
export function ignoredNames(): ReadonlySet<string> {
  const text = readFileSync(join(ROOT, 'deploy', 'Dockerfile.dockerignore'), 'utf8');
  return new Set(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')));
}

/** The build context of the image in a folder of its own. */
export function copyContext(to: string): void {
  const ignored = ignoredNames();
  cpSync(ROOT, to, { recursive: true, filter: (path) => dirname(path) !== ROOT || !ignored.has(path.slice(ROOT.length + 1)) });
}

/**
 * Packages by links, one by one: a program that would empty `node_modules` empties a folder of links. The marker of npm is copied last,
 * so that nothing believes the installation to be older than the lock file.
 */
export function linkPackages(project: string): void {
  const from = join(ROOT, 'node_modules');
  const to = join(project, 'node_modules');
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name.startsWith('.') && name !== '.bin') continue;
    if (name.startsWith('@')) {
      mkdirSync(join(to, name), { recursive: true });
      for (const inner of readdirSync(join(from, name))) symlinkSync(join(from, name, inner), join(to, name, inner));
    } else symlinkSync(join(from, name), join(to, name));
  }
  cpSync(join(from, '.package-lock.json'), join(to, '.package-lock.json'));
}

/**
 * The build context with a compiled program: the checkout's own `dist/` when nothing is newer than it (`npm test` builds before it tests), else compiled here.
 * That the context compiles by itself is shown by `test/library`.
 */
export function builtCopy(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'genehook-guides-')), 'checkout');
  copyContext(folder);
  linkPackages(folder);
  if (IS_BUILT) {
    cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
    return folder;
  }
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const built = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: folder, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The clean copy does not build:\n${built.stdout}${built.stderr}`);
  writeFileSync(join(folder, 'dist', '.built'), '');
  return folder;
}

/** An embedded store as the first start leaves it: making one takes seconds, and most guides are not about it. */
export function emptyStore(built: string): string {
  const folder = join(dirname(built), 'empty-store');
  const made = spawnSync(process.execPath, [join('scripts', 'genehook.mjs'), 'store', 'decisions'], {
    cwd: built,
    env: { ...process.env, GENEHOOK_DATA: folder, DATABASE_URL: '', GENEHOOK_TRUST: '' },
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`The embedded store was not made:\n${made.stderr}`);
  return folder;
}

/** A folder that looks like the built copy and has a `site/` of its own; with `own`, files of the program may be changed too. */
export function workingCopy(built: string, to: string, { own }: { readonly own: boolean }): void {
  if (own) {
    const left = join(built, 'node_modules');
    cpSync(built, to, { recursive: true, filter: (path) => path !== left });
    linkPackages(to);
    return;
  }
  mkdirSync(to);
  for (const name of readdirSync(built)) symlinkSync(join(built, name), join(to, name));
}

/** Whether a program is on this machine. */
export function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)));
}
