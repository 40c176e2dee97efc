/** A build step that fails when a page's first scripts, gzipped, weigh more than promised (issue: 170 KB for the panel). */
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

interface Chunk {
  readonly code: string;
  readonly imports: readonly string[];
}

/** Gzipped bytes of a chunk and of everything it imports statically. */
export function initialBytes(entry: string, chunks: ReadonlyMap<string, Chunk>): number {
  const seen = new Set<string>();
  const queue = [entry];
  let bytes = 0;
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const chunk = chunks.get(name);
    if (chunk === undefined || seen.has(name)) continue;
    seen.add(name);
    bytes += gzipSync(chunk.code).length;
    queue.push(...chunk.imports);
  }
  return bytes;
}

/** `budgets`: page file name → greatest number of gzipped bytes. */
export function initialScriptBudget(budgets: Readonly<Record<string, number>>): Plugin {
  return {
    name: 'initial-script-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = new Map<string, Chunk>();
      const entries: { page: string; file: string }[] = [];
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        chunks.set(output.fileName, output);
        const page = output.facadeModuleId?.split('/').pop();
        if (output.isEntry && page !== undefined) entries.push({ page, file: output.fileName });
      }
      for (const { page, file } of entries) {
        const bytes = initialBytes(file, chunks);
        const budget = budgets[page];
        if (budget === undefined) continue;
        if (bytes > budget) this.error(`${page}: ${bytes} bytes of gzipped script at start, ${budget} allowed`);
        this.info(`${page}: ${Math.round(bytes / 1024)} KB of gzipped script at start, ${Math.round(budget / 1024)} KB allowed`);
      }
    },
  };
}
