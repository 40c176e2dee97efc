/** `npx tsx test/end-to-end/pgx-from-fhir.ts [every] [--all-drugs]`: FHIR made from the shared tables, through the whole path, compared row by row. */
import { hasReference, skipNote } from '../pgx-knowledge/reference.ts';
import { rowsOfTables, statesOfTables } from './expected.ts';
import { groupBy } from './group.ts';
import { run } from './run.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

if (!hasReference) print(skipNote);
else {
  const every = Number(process.argv[2] ?? '1') || 1;
  const { reports, rows, unmade, findings, meant } = run({
    rows: rowsOfTables(),
    states: statesOfTables(),
    every,
    allDrugs: process.argv.includes('--all-drugs'),
  });
  print(
    `${String(rows)} rows, ${String(reports)} reports, ${String(findings.length)} differences, ${String(unmade.length)} rows without a patient`,
  );
  for (const line of unmade.slice(0, 20)) print(`  no patient: ${line}`);
  for (const [reason, count] of meant) print(`  meant (${String(count)}): ${reason}`);
  const classes = groupBy(findings, ({ kind, shape, detail }) => `${kind} | ${shape} | ${detail}`);
  for (const [name, group] of [...classes].sort((a, b) => b[1].length - a[1].length))
    print(`${String(group.length).padStart(6)}  ${name}   e.g. ${group[0]?.what ?? ''} [${group[0]?.order ?? ''}]`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}
