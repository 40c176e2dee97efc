import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en, type MessageKey } from './en.ts';
import { es } from './es.ts';

/** Names, units and words that are the same in both languages. */
const SAME = new Set<string>(['app.name', 'view.genes', 'doc.genes', 'now.genes.other', 'result.normal', 'trials.km', 'trials.filter-km']);

/** Names of tier systems and identifiers stay as they are in every language. */
const NAMES = new Set(['AMP', 'ESCAT', 'PMID']);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

describe('Spanish is complete', () => {
  it('no text is the English one, names and units aside', () => {
    const same = (Object.keys(en) as MessageKey[]).filter((key) => /[a-z]{3}/i.test(en[key]) && en[key] === es[key] && !SAME.has(key));
    expect(same).toEqual([]);
  });

  it('no part of the panel holds a text of its own: every word comes from the catalogue', () => {
    const found = sources(resolve('smart-app'))
      .filter((path) => path.endsWith('.tsx') && !/\.test\.tsx$|\/gallery|\/testing\/|(?:main|launch|gallery)\.tsx$/.test(path))
      .flatMap((path) => {
        const code = readFileSync(path, 'utf8')
          .replace(/\/\*[\s\S]*?\*\//g, '')
          .replace(/\/\/.*$/gm, '');
        const between = [...code.matchAll(/<([A-Za-z]\w*)(?:\s[^<>]*)?>([^<>{}]*[A-Za-z]{3,}[^<>{}]*)<\/\1>/g)].map(
          ([, , text]) => text?.trim() ?? '',
        );
        const named = [...code.matchAll(/\s(?:aria-label|title|placeholder|alt)="([^"]*[A-Za-z]{3,}[^"]*)"/g)].map(
          ([, text]) => text ?? '',
        );
        return [...between, ...named].filter((text) => !NAMES.has(text)).map((text) => `${path.split('smart-app/')[1]}: ${text}`);
      });
    expect(found).toEqual([]);
  });
});
