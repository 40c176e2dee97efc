/**
 * Draws certain verdicts at random, to be read by a person against the text: `npx tsx test/trials/certain-sample.ts [SEED] [NUMBER]`. Every trial
 * of the reference snapshot with every synthetic patient; of each criterion one met and one not-met, if there is one. `--kind treated,lines` takes
 * criteria that ask for one of these kinds, `--texts` every wording once with what it says both ways. What was found stands in
 * docs/trials-coverage.md.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readTrials } from '../../cds-service/knowledge/import/trials/index.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { compileTrial } from '../../cds-service/trials/index.ts';
import { readTrialPatient } from '../../cds-service/trials/patient.ts';
import { evaluateRequirement } from '../../cds-service/trials/verdict/evaluate.ts';
import { context, knowledge } from './knowledge.ts';
import { PATIENT_CHARTS } from './patient-charts.ts';
import { PATIENTS } from './patients.ts';
import { PROFILES } from './profiles.ts';
import { kindsIn } from './reading-state.ts';
import { STRONG } from './strong-patients.ts';
import { TREATMENT_CHARTS } from './treatment-charts.ts';

const file = join(packageRoot(), '..', 'shared', 'reference', 'trials', 'ctgov_oncology_2026-01.jsonl');
if (!existsSync(file)) {
  process.stderr.write('SKIPPED: the reference trials are not here\n');
  process.exit(0);
}
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kind: { type: 'string' }, texts: { type: 'boolean', default: false } },
});
let seed = Number(positionals[0] ?? 1);
const wanted = Number(positionals[1] ?? 300);
const kinds = values.kind?.split(',');
/** Numerical Recipes' linear congruential generator: the same seed draws the same sample. */
const random = (): number => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return seed / 2 ** 32;
};
const charts = [PATIENTS, PROFILES, PATIENT_CHARTS, TREATMENT_CHARTS].flatMap((group) => Object.entries(group));
const patients = [...charts, ...STRONG].flatMap(([name, facts]) => {
  const read = readTrialPatient(facts, knowledge.oncology);
  return read === null ? [] : [{ name, read }];
});

const found: string[] = [];
const seen = new Set<string>();
for (const line of readFileSync(file, 'utf8').split('\n')) {
  if (line === '') continue;
  for (const one of readTrials(JSON.parse(line), '2026-01-05')) {
    if ('fault' in one) continue;
    for (const { kind, span, requirement } of compileTrial(one.record, context).criteria) {
      if (span === null || (kinds && !kindsIn(requirement).some((name) => kinds.includes(name)))) continue;
      const text = one.record.eligibility.slice(span[0], span[1]).replace(/\s+/g, ' ');
      const wording = `${kind} ${text.toLowerCase().replace(/[^\p{L}\p{N}<>≤≥=+-]+/gu, ' ')}`;
      if (values.texts && seen.has(wording)) continue;
      seen.add(wording);
      const verdicts = (['yes', 'no'] as const).flatMap((wants) => {
        const answers = patients.flatMap(({ name, read }) => {
          const { verdict, because } = evaluateRequirement(requirement, read);
          return verdict === wants ? [{ name, because }] : [];
        });
        const shown = answers[Math.floor(random() * answers.length)];
        if (!shown) return [];
        return [`${(wants === 'yes') === (kind === 'inclusion') ? 'MET' : 'NOT MET'} | ${shown.because} [${shown.name}]`];
      });
      const head = `${one.record.nctId} ${kind} | ${text}`;
      if (values.texts && verdicts.length > 0) found.push(`${head}\n   ${verdicts.join('\n   ')}`);
      else found.push(...verdicts.map((verdict) => `${head} | ${verdict}`));
    }
  }
}
process.stdout.write(`${found.length} certain ${values.texts ? 'wordings' : 'verdicts'}\n`);
for (let n = 0; n < wanted && found.length > 0; n += 1)
  process.stdout.write(`${n + 1}. ${found.splice(Math.floor(random() * found.length), 1)[0] ?? ''}\n`);
