import { describe, expect, it } from 'vitest';
import { compileTrial, indexTrials, matchTrials } from '../../cds-service/trials/index.ts';
import { interpret } from '../../cds-service/interpret.ts';
import type { TrialRecord } from '../../cds-service/knowledge/trials/types.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { loadTrials } from './embedded.ts';
import { context, knowledge } from './knowledge.ts';
import { made } from './made-trials.ts';
import { PATIENTS } from './patients.ts';

const match = (facts: (typeof PATIENTS)[keyof typeof PATIENTS], trials: readonly ReturnType<typeof made>[], options = {}) =>
  matchTrials(facts, knowledge.oncology, indexTrials(trials), options);

describe('verdict of a trial', () => {
  it('is eligible only when every hard criterion is certainly met', () => {
    const [only] = match(PATIENTS.lung, [
      made('A', 'Inclusion Criteria:\n\n* KRAS G12C mutation\n* ECOG performance status 0-1\n* Written informed consent'),
    ]);
    expect(only?.verdict).toBe('eligible');
    expect(only?.criteria.map(({ verdict }) => verdict)).toEqual(['met', 'met', 'met', 'unknown']);
  });
  it('is possible as soon as one hard criterion is not understood', () => {
    const [only] = match(PATIENTS.lung, [made('A', 'Inclusion Criteria:\n\n* KRAS G12C mutation\n* Adequate pulmonary reserve')]);
    expect(only?.verdict).toBe('possible');
  });
  it('is ineligible when one is certainly not met, and such trials are listed on request only', () => {
    const trial = made('A', 'Inclusion Criteria:\n\n* EGFR mutation\n* Adequate pulmonary reserve');
    expect(match(PATIENTS.lung, [trial])).toEqual([]);
    expect(match(PATIENTS.lung, [trial], { verdicts: ['ineligible'] })[0]?.verdict).toBe('ineligible');
  });
  it('is never eligible for a record without criteria', () => {
    expect(match(PATIENTS.lung, [made('A', '', { conditions: [] })])[0]?.verdict).toBe('possible');
  });
  it('names the datum that settles most', () => {
    const [only] = match(PATIENTS.bare, [
      made('A', 'Inclusion Criteria:\n\n* ECOG performance status 0-1\n* ECOG 0-1 at screening\n* KRAS G12C mutation'),
    ]);
    expect(only?.nextBest).toBe('ECOG performance status');
  });
});

describe('order and choice', () => {
  const plain = made('NCT1', 'Inclusion Criteria:\n\n* ECOG performance status 0-1');
  const selected = made('NCT2', 'Inclusion Criteria:\n\n* KRAS G12C mutation\n* Adequate pulmonary reserve');
  it('puts trials selected by the patient’s finding first', () => {
    expect(match(PATIENTS.lung, [plain, selected]).map(({ nctId }) => nctId)).toEqual(['NCT2', 'NCT1']);
  });
  it('leaves out closed trials and those of unknown status', () => {
    const closed = [made('C1', '', { status: 'completed' }), made('C2', '', { status: 'unknown' })];
    expect(match(PATIENTS.lung, closed)).toEqual([]);
    expect(match(PATIENTS.lung, closed, { anyStatus: true })).toHaveLength(2);
  });
  it('has no trials for a patient without an active tumour', () => {
    expect(matchTrials(patient(), knowledge.oncology, indexTrials([plain]))).toEqual([]);
    const cured = patient({ tumours: [tumour('LUAD', { clinicalStatus: 'remission' })] });
    expect(matchTrials(cured, knowledge.oncology, indexTrials([plain]))).toEqual([]);
  });
  it('pages', () => {
    const many = Array.from({ length: 30 }, (_, at) => made(`NCT${100 + at}`, ''));
    const first = match(PATIENTS.lung, many).map(({ nctId }) => nctId);
    const second = match(PATIENTS.lung, many, { offset: 20 }).map(({ nctId }) => nctId);
    expect([first.length, second.length]).toEqual([20, 10]);
    expect(new Set([...first, ...second]).size).toBe(30);
  });
});

describe('lists and sections', () => {
  const verdicts = (eligibility: string) =>
    match(PATIENTS.lung, [made('A', eligibility, { conditions: [] })], {
      verdicts: ['eligible', 'possible', 'ineligible'],
    })[0]?.criteria.map(({ kind, verdict }) => `${kind} ${verdict}`);
  it('takes one of several nested alternatives', () => {
    expect(verdicts('Inclusion Criteria:\n\n* One of the following:\n\n  * BRAF V600E mutation\n  * KRAS G12C mutation')).toEqual([
      'inclusion met',
    ]);
  });
  it('does not hold several tumour types against a patient who has one', () => {
    expect(verdicts('Inclusion Criteria:\n\n* Melanoma\n* Non-small cell lung cancer')).toEqual(['inclusion unknown', 'inclusion unknown']);
  });
  it('keeps the age that the registry asks of everybody, whatever a group is asked beside it', () => {
    const text = 'Inclusion Criteria:\n\n* Age ≥ 18 years\n* Smokers must be ≥ 50 years old';
    const of = (parts: Partial<TrialRecord>) =>
      match(PATIENTS.lung, [made('A', text, { conditions: [], ...parts })])[0]?.criteria.find((one) => one.text === 'Age ≥ 18 years')
        ?.verdict;
    expect(of({ minAge: 18 })).toBe('met');
    // An adult keeps the limit whomever it is meant for; who is younger may still be one of the others.
    expect(of({})).toBe('met');
    const young = { ...PATIENTS.lung, patient: { ...PATIENTS.lung.patient, ageYears: 16 } };
    expect(match(young, [made('A', text, { conditions: [] })])[0]?.criteria.map(({ verdict }) => verdict)).not.toContain('not-met');
  });
  it('holds nothing of a cohort against a patient', () => {
    expect(verdicts('Inclusion Criteria:\n\n* Cohort A:\n\n  * EGFR mutation')).not.toContain('inclusion not-met');
  });
  it('keeps an exception with its criterion', () => {
    expect(verdicts('Exclusion Criteria:\n\n* KRAS G12C mutation\n\n  * Note: patients are eligible after a KRAS inhibitor')).toEqual([
      'exclusion unknown',
    ]);
  });
  it('is certain of nothing in a text without headings', () => {
    expect(verdicts('* EGFR mutation\n* ECOG 0-1')).toEqual(['inclusion unknown', 'inclusion unknown']);
  });
});

describe('the trials that come with the product', () => {
  const { trials, header } = loadTrials();
  it('are real, dated and attributed', () => {
    expect(trials.length).toBeGreaterThan(50);
    expect(header.sources[0]?.label).toBe('ClinicalTrials.gov');
    for (const { record } of trials)
      expect([record.nctId, record.url, record.date]).toEqual([
        expect.stringMatching(/^NCT\d{8}$/),
        expect.stringContaining(record.nctId),
        expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      ]);
  });
  it('hold what today’s reader makes of their texts', () => {
    for (const trial of trials) expect(JSON.parse(JSON.stringify(compileTrial(trial.record, context)))).toEqual(trial);
  });
});

describe('trials in the report', () => {
  const bundle = {
    resourceType: 'Bundle',
    entry: [
      { resource: { resourceType: 'Patient', id: 'p', gender: 'male' } },
      {
        resource: {
          resourceType: 'Condition',
          id: 'c',
          subject: { reference: 'Patient/p' },
          code: { coding: [{ system: 'http://snomed.info/sct', code: '254637007', display: 'Non-small cell lung cancer' }] },
        },
      },
    ],
  };
  const index = indexTrials([made('NCT1', '')]);
  const library = { header: loadTrials().header, index };
  const report = (parts: object, of = library) => interpret({ resources: bundle, asOf: '2026-11-21', ...parts }, knowledge, () => of);
  it('come with how they were chosen, and count as knowledge used', () => {
    expect(report({})).toMatchObject({ trials: [{ nctId: 'NCT1' }], trialSearch: { known: 1, total: 1 } });
    expect(report({}).knowledge.some(({ id }) => id === 'clinical-trials')).toBe(true);
  });
  it('are not looked for when none are wanted', () => {
    const { trials, trialSearch, knowledge: used } = report({ trials: null });
    expect([trials, trialSearch, used.some(({ id }) => id === 'clinical-trials')]).toEqual([[], undefined, false]);
  });
  it('that cannot be read take nothing else with them, and it is said', () => {
    const broken = { ...index, detail: () => JSON.parse('{') as never };
    const { trials, warnings, oncology } = report({}, { ...library, index: broken });
    expect(trials).toEqual([]);
    expect(oncology.tumour).toBeDefined();
    expect(warnings).toContainEqual({ code: 'trials', message: 'The trials could not be read; none were matched.' });
  });
});
