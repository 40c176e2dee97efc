/**
 * `node --import tsx test/compare/record.ts OUT.json [--only PREFIX] [--all] [--of CHECKOUT]`: the matrix asked of this checkout, or of another one
 * (the same questions of two versions), and every answer in short form. What violates the oracle is printed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type * as Clinic from '../../cds-service/clinic.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { answerTo } from './answer.ts';
import type { Recorded } from './change.ts';
import { reasonFor } from './known.ts';
import { matrix } from './matrix.ts';
import { shown, violations } from './oracle.ts';

/** The same door in another checkout. */
type ClinicModule = typeof Clinic;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', default: '' },
      all: { type: 'boolean', default: false },
      of: { type: 'string', default: packageRoot() },
    },
  });
  const [out] = positionals;
  if (out === undefined) throw new Error('usage: record.ts OUT.json [--only PREFIX] [--all] [--of CHECKOUT]');
  const { loadClinic } = (await import(pathToFileURL(join(resolve(values.of), 'cds-service/clinic.ts')).href)) as ClinicModule;
  const clinic = await loadClinic(resolve(values.of), undefined, join(resolve(values.of), 'no-imported-trials'));
  const recording: Record<string, Recorded> = {};
  const faults: string[] = [];
  let known = 0;
  for (const one of matrix({ prefix: values.only, share: values.all ? 1 : 3 })) {
    const answer = await answerTo(one, clinic);
    const found = violations(one, answer);
    const open = found.filter((fault) => reasonFor(one.id, fault) === undefined);
    known += found.length - open.length;
    faults.push(...open.map((fault) => `${fault}: ${one.id}\n    ${shown(answer)}`));
    const { role, family } = one.subject;
    recording[one.id] = { meaning: one.meaning, role, family, ...answer, violations: found };
  }
  // One case a line: two recordings can be looked at with diff too.
  const lines = Object.entries(recording).map(([id, answer]) => `${JSON.stringify(id)}: ${JSON.stringify(answer)}`);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `{\n${lines.join(',\n')}\n}\n`);
  for (const fault of faults.sort()) process.stdout.write(`${fault}\n`);
  process.stdout.write(`${String(lines.length)} cases, ${String(faults.length)} violations, ${String(known)} known ones besides\n`);
}

await main();
