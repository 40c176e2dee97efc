import { resolve } from 'node:path';
import type { Command } from 'commander';
import { importOncology } from '../knowledge/import/oncology/index.ts';
import { packageRoot } from '../knowledge/package-root.ts';

/** `genehook knowledge oncology --from DIR`: compiles CIViC evidence, approvals, gene models and tumour trees. */
export function registerKnowledgeOncology(parent: Command): void {
  parent
    .command('oncology')
    .description('Compile the targeted-therapy knowledge (CIViC, approvals, genes, tumour types) from a folder of reference tables.')
    .requiredOption('--from <dir>', 'folder with the tables named in its README')
    .action((options: { from: string }) => {
      const summary = importOncology(resolve(options.from), packageRoot());
      const { byNameOnly, skipped, ...counts } = summary;
      for (const [name, value] of Object.entries(counts)) console.log(`${name}: ${value}`);
      console.log(`terms that match by name alone (${byNameOnly.length}): ${byNameOnly.join(' | ')}`);
      for (const line of skipped) console.log(`not imported: ${line}`);
    });
}
