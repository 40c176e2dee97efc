/** `genehook knowledge drugs --from DIR`: widens the drug table by a folder of RxNorm Prescribable files. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { readDrugData } from '../../fhir-profiles/codes/drug/data.ts';
import { importRxNorm } from '../knowledge/import/drugs/rxnorm.ts';
import { packageRoot } from '../knowledge/package-root.ts';

export function registerKnowledgeDrugs(parent: Command): void {
  parent
    .command('drugs')
    .description('Widen the drug table by the RxNorm Prescribable files (RXNCONSO.RRF, RXNREL.RRF, RXNSAT.RRF)')
    .requiredOption('--from <dir>', 'folder with the unpacked RxNorm files')
    .requiredOption('--release <date>', 'date of the release, YYYY-MM-DD')
    .option('--out <file>', 'where to write the table', join(packageRoot(), 'fhir-profiles', 'codes', 'data', 'drugs.json'))
    .action(async (options: { from: string; release: string; out: string }) => {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(options.release)) throw new Error('--release must be a date like 2026-11-03');
      const shipped = join(packageRoot(), 'fhir-profiles', 'codes', 'data', 'drugs.json');
      const data = await importRxNorm(options.from, readDrugData(JSON.parse(readFileSync(shipped, 'utf8'))), options.release);
      writeFileSync(options.out, `${JSON.stringify(data)}\n`);
      const count = (table: object) => Object.keys(table).length;
      process.stdout.write(
        `${data.ingredients.length} ingredients, ${count(data.brands)} brands, ${count(data.concepts)} concepts, ${count(data.ndc)} NDCs written\n`,
      );
    });
}
