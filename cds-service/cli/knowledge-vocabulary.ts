import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { importDrugs } from '../knowledge/import/drugs/reference.ts';
import { importGenes } from '../knowledge/import/genes.ts';
import { importTumours } from '../knowledge/import/tumours/index.ts';
import { packageRoot } from '../knowledge/package-root.ts';

/** `genehook knowledge vocabulary --from DIR`: compiles the gene, tumour and drug tables that reading needs. */
export function registerKnowledgeVocabulary(parent: Command): void {
  parent
    .command('vocabulary')
    .description('Compile the gene, tumour-type and drug tables from a folder of reference tables (folders drugs, oncology, pgx).')
    .requiredOption('--from <dir>', 'folder that holds the folders drugs, oncology and pgx')
    .action((options: { from: string }) => {
      const from = resolve(options.from);
      write('genes.json', importGenes(join(from, 'oncology')));
      write('tumours.json', importTumours(join(from, 'oncology')));
      write('drugs.json', `${JSON.stringify(importDrugs(from))}\n`);
    });
}

function write(name: string, text: string): void {
  writeFileSync(join(packageRoot(), 'fhir-profiles', 'codes', 'data', name), text);
  console.log(`${name}: ${Math.round(text.length / 1024)} KB`);
}
