/** `genehook knowledge pgx | check | diff`: compile, check and compare the pharmacogenomic knowledge. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { importCpic, isCpicExport } from '../knowledge/import/pgx/cpic.ts';
import { mergeCpic } from '../knowledge/import/pgx/merge.ts';
import { importPgx } from '../knowledge/import/pgx/index.ts';
import { packageRoot } from '../knowledge/package-root.ts';
import { checkKnowledge } from '../knowledge/pgx/check.ts';
import { readJsonFile } from './json-file.ts';
import { diffKnowledge } from '../knowledge/pgx/diff.ts';
import { loadGuidelineKnowledge } from '../knowledge/pgx/load.ts';
import { pack } from '../knowledge/pgx/stored.ts';
import type { GuidelineKnowledge } from '../knowledge/pgx/types.ts';

const shipped = (): string => join(packageRoot(), 'cds-service', 'knowledge', 'data', 'pgx-guideline.json');
const read = (file: string): GuidelineKnowledge => loadGuidelineKnowledge(readJsonFile(file));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const today = (): string => new Date().toISOString().slice(0, 10);

/** Adds the three commands to `genehook knowledge`. */
export function registerKnowledgePgx(parent: Command): void {
  parent
    .command('pgx')
    .description("Compile the pharmacogenomic tables into the knowledge file, or lay CPIC's own JSON or CSV export over the one in use.")
    .requiredOption('--from <dir>', 'folder with the tables')
    .option('--out <file>', 'file to write; "-" prints it', shipped())
    .option('--date <date>', 'date of a CPIC export, YYYY-MM-DD (default: today; the tables carry their own)')
    .action((options: { from: string; out: string; date?: string }) => {
      const knowledge = isCpicExport(options.from)
        ? mergeCpic(read(shipped()), importCpic(options.from, options.date ?? today()))
        : importPgx(options.from);
      const stored = `${JSON.stringify(pack(knowledge))}\n`;
      loadGuidelineKnowledge(JSON.parse(stored));
      if (options.out === '-') process.stdout.write(stored);
      else writeFileSync(options.out, stored);
      const { recommendations, genes, guidelines, gaps = [] } = knowledge;
      const summary = `${recommendations.length} recommendations, ${Object.keys(genes).length} genes, ${guidelines.length} guidelines, ${gaps.length} gaps recorded`;
      process.stderr.write(`${summary}; ${Math.round(stored.length / 1024)} KiB.\n`);
    });

  parent
    .command('check [file]')
    .description('Report gaps, contradictions and age of the pharmacogenomic knowledge. Exit code 1 on a contradiction.')
    .option('--today <date>', 'day to count ages at, YYYY-MM-DD', today())
    .option('--json', 'print JSON')
    .action((file: string | undefined, options: { today: string; json?: boolean }) => {
      const issues = checkKnowledge(read(file ?? shipped()), options.today);
      if (options.json === true) say(JSON.stringify(issues, null, 2));
      else for (const issue of issues) say(`${issue.severity.padEnd(7)} ${issue.kind.padEnd(13)} ${issue.text}`);
      if (issues.some((issue) => issue.severity === 'error')) process.exitCode = 1;
    });

  parent
    .command('diff <old> <new>')
    .description('Say what a new release changes and for which genotypes.')
    .option('--json', 'print JSON')
    .action((before: string, after: string, options: { json?: boolean }) => {
      const changes = diffKnowledge(read(before), read(after));
      if (options.json === true) say(JSON.stringify(changes, null, 2));
      else if (changes.length === 0) say('Nothing changes.');
      else
        for (const change of changes)
          say(
            `${change.what}: ${change.text}\n    concerns: ${change.concerns.slice(0, 12).join('; ')}${change.concerns.length > 12 ? ` and ${change.concerns.length - 12} more` : ''}`,
          );
    });
}
