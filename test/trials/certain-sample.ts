/**
 * Draws certain verdicts at random, to be read by a person against the text: `npx tsx test/trials/certain-sample.ts [SEED] [NUMBER]`. Every trial
 * of the reference snapshot with every synthetic patient; of each criterion one met and one not-met, if there is one. What was found stands in
 * docs/trials-coverage.md.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTrials } from '../../cds-service/knowledge/import/trials.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { compileTrial } from '../../cds-service/trials/index.ts';
import { readTrialPatient } from '../../cds-service/trials/patient.ts';
import { evaluateRequirement } from '../../cds-service/trials/verdict/evaluate.ts';
import { context, knowledge } from './knowledge.ts';
import { PATIENTS } from './patients.ts';
import { PROFILES } from './profiles.ts';
import { STRONG } from './strong-patients.ts';

const file = join(packageRoot(), '..', 'shared', 'reference', 'trials', 'ctgov_oncology_2026-01.jsonl');
if (!existsSync(file)) {
  process.stderr.write('SKIPPED: the reference trials are not here\n');
  process.exit(0);
}
let seed = Number(process.argv[2] ?? 1);
const wanted = Number(process.argv[3] ?? 300);
/** Numerical Recipes' linear congruential generator: the same seed draws the same sample. */
const random = (): number => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return seed / 2 ** 32;
};
const patients = [...Object.entries(PATIENTS), ...Object.entries(PROFILES), ...STRONG].flatMap(([name, facts]) => {
  const read = readTrialPatient(facts, knowledge.oncology);
  return read === null ? [] : [{ name, read }];
});

interface Certain {
  readonly line: string;
}
const found: Certain[] = [];
for (const line of readFileSync(file, 'utf8').split('\n')) {
  if (line === '') continue;
  for (const one of readTrials(JSON.parse(line), '2026-01-05')) {
    if ('fault' in one) continue;
    for (const { kind, span, requirement } of compileTrial(one.record, context).criteria) {
      if (span === null) continue;
      for (const wants of ['yes', 'no'] as const) {
        const answers = patients.flatMap(({ name, read }) => {
          const { verdict, because } = evaluateRequirement(requirement, read);
          return verdict === wants ? [{ name, because }] : [];
        });
        const shown = answers[Math.floor(random() * answers.length)];
        if (!shown) continue;
        const met = (wants === 'yes') === (kind === 'inclusion') ? 'MET' : 'NOT MET';
        const text = one.record.eligibility.slice(span[0], span[1]).replace(/\s+/g, ' ');
        found.push({ line: `${one.record.nctId} ${kind} ${met} | ${text} | ${shown.because} [${shown.name}]` });
      }
    }
  }
}
process.stdout.write(`${found.length} certain verdicts\n`);
for (let n = 0; n < wanted && found.length > 0; n += 1)
  process.stdout.write(`${n + 1}. ${found.splice(Math.floor(random() * found.length), 1)[0]?.line ?? ''}\n`);
