/**
 * Patients of our own in the manner of the public test collections, judged by hand against records of the registry snapshot: the verdict of each trial, of
 * its decisive criteria, and what stands before what. The snapshot is no part of the product: SKIPPED where it is not here.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTrials } from '../../../cds-service/knowledge/import/trials/index.ts';
import { packageRoot } from '../../../cds-service/knowledge/package-root.ts';
import type { CompiledTrial } from '../../../cds-service/knowledge/trials/types.ts';
import { compileTrial, explainTrial, indexTrials, searchTrials } from '../../../cds-service/trials/index.ts';
import { readPatient, type PatientFacts } from '../../../fhir-profiles/index.ts';
import { context, knowledge } from '../knowledge.ts';
import { ABDOMEN_BLOOD } from './abdomen-blood.ts';
import { BRAIN_CHEST_BLADDER } from './brain-chest-bladder.ts';
import { BLOOD_PROSTATE_MELANOMA } from './blood-prostate-melanoma.ts';
import { BREAST_PELVIS_SKIN } from './breast-pelvis-skin.ts';
import { CHILDHOOD_OVARY_PANCREAS } from './childhood-ovary-pancreas.ts';
import { CLINIC } from './clinic.ts';
import { EARLY_PHASE } from './early-phase.ts';
import { LUNG_BREAST_BOWEL } from './lung-breast-bowel.ts';
import { bundleOf, type Decisive, type JudgedPatient } from './chart.ts';

const PATIENTS: readonly JudgedPatient[] = [
  ...BRAIN_CHEST_BLADDER,
  ...ABDOMEN_BLOOD,
  ...BREAST_PELVIS_SKIN,
  ...EARLY_PHASE,
  ...CLINIC,
  ...LUNG_BREAST_BOWEL,
  ...BLOOD_PROSTATE_MELANOMA,
  ...CHILDHOOD_OVARY_PANCREAS,
];
const file = join(packageRoot(), '..', 'shared', 'reference', 'trials', 'ctgov_oncology_2026-01.jsonl');
const here = existsSync(file);

function compiled(): ReadonlyMap<string, CompiledTrial> {
  const wanted = new Set(PATIENTS.flatMap(({ trials }) => trials.map(([id]) => id)));
  const trials = new Map<string, CompiledTrial>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const id = /"nctId": ?"(NCT\d+)"/.exec(line)?.[1];
    if (id === undefined || !wanted.has(id)) continue;
    for (const one of readTrials(JSON.parse(line), '2026-01-05'))
      if (!('fault' in one)) trials.set(one.record.nctId, compileTrial(one.record, context));
  }
  return trials;
}
const TRIALS = here ? compiled() : new Map<string, CompiledTrial>();
const INDEX = indexTrials([...TRIALS.values()]);

const factsOf = ({ chart }: JudgedPatient): PatientFacts =>
  readPatient(bundleOf(chart), { asOf: '2026-11-22', vocabulary: knowledge.vocabulary }).facts;

function explained(facts: PatientFacts, id: string) {
  const trial = TRIALS.get(id);
  const match = trial && explainTrial(facts, knowledge.oncology, trial);
  if (match === undefined || match === null) throw new Error(`${id} is not in the snapshot`);
  return match;
}
type Match = ReturnType<typeof explained>;
const about = ({ criteria }: Match, words: RegExp) => criteria.filter(({ text }) => words.test(text.replace(/\s+/g, ' ')));
const OPPOSITE = { met: 'not-met', 'not-met': 'met', unknown: null } as const;

describe.runIf(here)('judged patients', () => {
  const [right, known] = [
    { out: 0, of: 0 },
    { settled: 0, of: 0 },
  ];
  describe.each(PATIENTS)('$name', (patient) => {
    const facts = factsOf(patient);
    it.each(patient.trials.map(([id, judgement, ...decisive]) => ({ id, judgement, decisive })))(
      '$id: $judgement',
      ({ id, judgement, decisive }) => {
        const match = explained(facts, id);
        const against = match.criteria.filter(({ verdict }) => verdict === 'not-met').map(({ text, because }) => `${text} <${because}>`);
        if (judgement === 'fits' || judgement === 'open') expect(match.verdict === 'ineligible' ? against : []).toEqual([]);
        else expect(match.verdict).not.toBe('eligible');
        if (judgement === 'out') {
          right.of += 1;
          if (match.verdict === 'ineligible') right.out += 1;
        }
        for (const one of decisive) expect([String(one[0]), judged(match, one)]).toEqual([String(one[0]), 'never the opposite']);
      },
    );
    it('has those that fit before those that are not meant', () => {
      const order =
        searchTrials(facts, knowledge.oncology, INDEX, { limit: 500, anyStatus: true })?.matches.map(({ nctId }) => nctId) ?? [];
      const placesOf = (wanted: string) =>
        patient.trials.filter(([, judgement]) => judgement === wanted).map(([id]) => [id, order.indexOf(id)] as const);
      const last = Math.max(-1, ...placesOf('fits').map(([, place]) => place));
      expect(placesOf('other').filter(([, place]) => place !== -1 && place < last)).toEqual([]);
    });
  });

  function judged(match: Match, [words, verdict]: Decisive): string {
    const found = about(match, words);
    if (found.length === 0) return 'no such criterion';
    known.of += verdict === 'unknown' ? 0 : 1;
    if (verdict !== 'unknown' && found.some((one) => one.verdict === verdict)) known.settled += 1;
    const wrong =
      verdict === 'unknown' ? found.every((one) => one.verdict !== 'unknown') : found.every((one) => one.verdict === OPPOSITE[verdict]);
    return wrong ? found.map(({ text, because }) => `${text} <${because}>`).join(' | ') : 'never the opposite';
  }

  it('are mostly settled where the chart settles them', () => {
    expect(right.out / right.of).toBeGreaterThanOrEqual(0.5);
    expect(known.settled / known.of).toBeGreaterThanOrEqual(0.67);
  });
});
