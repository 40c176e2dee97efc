/** What the papers of the tree name is there: links with their anchors, files, folders and settings, and the tests that SECURITY.md gives as proofs. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const ELSEWHERE = /^(?:node_modules|dist|data|site|vendor|\.[^/]*)(?:\/|$)/;

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (ELSEWHERE.test(path) || entry.name === 'node_modules' || entry.isSymbolicLink()) return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}
const FILES = new Set(filesBelow(''));
const FOLDERS = new Set([...FILES].flatMap((file) => file.split('/').map((_part, at, parts) => parts.slice(0, at).join('/'))));
const PAPERS = [...FILES].filter((file) => file.endsWith('.md'));
const text = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const plain = (path: string): string => normalize(path).replaceAll('\\', '/').replace(/\/$/, '');
const exists = (path: string): boolean => FILES.has(plain(path)) || FOLDERS.has(plain(path)) || plain(path) === '.';

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, '')
    .trim()
    .replaceAll(' ', '-');

/** Links and anchors that lead nowhere. */
function brokenLinks(paper: string): string[] {
  const links = [...text(paper).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^(?:https?|mailto):/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? paper : plain(join(dirname(paper), path));
    if (!exists(target)) return true;
    if (anchor === undefined) return false;
    return ![...text(target).matchAll(/^#+ (.*)$/gm)].some(([, heading = '']) => anchorOf(heading) === anchor);
  });
}

/** Made while the product runs, at a site, or only an example of a name. */
const MADE = /^(?:site|data|backup|dist|releases|captures)\/|^(?:trust|chart|order|matches|sheet|x\.test)\.|^\/|^GENEHOOK_/;
const SOURCE = /^[\w./*-]+\.(?:ts|tsx|mjs|json|md|sh|yaml|html)$/;

/** Files named in code marks that are nowhere: from the root, beside the paper, or in a folder of that end. */
function missingFiles(paper: string): string[] {
  const words = [...text(paper).matchAll(/`([^`\n]+)`/g)]
    .flatMap(([, code = '']) => code.split(/\s+/))
    .map((word) => word.replace(/[,;:]$/, ''));
  const named = words.filter((word) => SOURCE.test(word) && !MADE.test(word) && !word.startsWith('.well-known'));
  return named.filter((word) => {
    const path = plain(word).replace(/^(?:\.\.\/)+/, '');
    const pattern = new RegExp(`(?:^|/)${path.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
    return ![...FILES].some((file) => pattern.test(file));
  });
}

describe('what a paper names is there', () => {
  it.each(PAPERS)('%s', (paper) => {
    expect([brokenLinks(paper), missingFiles(paper)]).toEqual([[], []]);
  });

  it('settings: every one that is documented is read, and every one that is read is documented', () => {
    const papers = PAPERS.filter((paper) => paper !== 'CHANGELOG.md')
      .map(text)
      .join('\n');
    const schema = text('cds-service/config/config.ts');
    const read = new Set([...schema.matchAll(/\bGENEHOOK_[A-Z_]+/g)].map(([name]) => name));
    const documented = new Set([...papers.matchAll(/\bGENEHOOK_[A-Z_]+[A-Z]\b/g)].map(([name]) => name));
    const ofTheBuild = new Set([...text('smart-app/vite.config.ts').matchAll(/\bGENEHOOK_[A-Z_]+/g)].map(([name]) => name));
    expect(read.size).toBeGreaterThan(15);
    expect([...documented].filter((name) => !read.has(name) && !ofTheBuild.has(name))).toEqual([]);
    // The file form of a secret stands beside it as `…_FILE`.
    expect([...read].filter((name) => !documented.has(name) && !(name.endsWith('_FILE') && documented.has(name.slice(0, -5))))).toEqual([]);
  });

  it('SECURITY.md: every proof is a test of that name', () => {
    const proofs = text('SECURITY.md')
      .split('\n')
      .flatMap((line) => [...(line.split('|')[3] ?? '').matchAll(/"([^"]+)"/g)].map(([, title = '']) => title))
      .flatMap((title) => (/^(?:\[\d+\] ?)+$/.test(title) ? title.split(' ') : [title]));
    const tests = [...FILES]
      .filter((file) => /^(?:test|cds-service|models|smart-app)\/.*\.tsx?$/.test(file) && file !== 'test/guides/papers.test.ts')
      .map(text);
    expect(proofs.length).toBeGreaterThan(10);
    expect(proofs.filter((title) => !tests.some((source) => source.includes(title)))).toEqual([]);
  });
});
