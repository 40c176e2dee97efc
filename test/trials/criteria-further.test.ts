/**
 * Criteria that stay open as a whole and are decided one way, as trials word them (our wording): whose record, and what can be said for certain.
 * Verdicts were written down from the records, not taken from the code.
 */
import { describe, expect, it } from 'vitest';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { syntheticTrial, testCriteria } from './criterion-table.ts';
import { FURTHER_EXCLUDING, FURTHER_INCLUDING } from './further-cases.ts';
import { FURTHER_CHARTS } from './further-charts.ts';
import { context, knowledge } from './knowledge.ts';

testCriteria('criteria that are decided one way', { inclusion: FURTHER_INCLUDING, exclusion: FURTHER_EXCLUDING }, FURTHER_CHARTS);

describe("an allergy to the trial's own drugs", () => {
  const judged = (text: string, interventions: readonly string[]) => {
    const trial = compileTrial(syntheticTrial({ interventions, eligibility: `Exclusion Criteria:\n\n* ${text}` }), context);
    return explainTrial(FURTHER_CHARTS.allergic, knowledge.oncology, trial)?.criteria.map(({ verdict }) => verdict);
  };
  it.each([
    ['Known hypersensitivity to any of the study drugs', ['Osimertinib', 'Savolitinib'], 'not-met'],
    ['Known hypersensitivity to the study drug', ['Osimertinib'], 'not-met'],
    ['Known hypersensitivity to the study drug', ['Osimertinib', 'Savolitinib'], 'unknown'],
    ['Known hypersensitivity to any of the study drugs', ['Savolitinib'], 'unknown'],
    ['Severe hypersensitivity to any of the study drugs', ['Osimertinib'], 'unknown'],
    ['Allergic reactions to any of the agents used in the study', ['Drug: paclitaxel'], 'not-met'],
  ] as const)('%s, with %j: %s', (text, interventions, verdict) => {
    expect(judged(text, interventions)).toEqual([verdict]);
  });
});

describe('what is settled at the visit, and lines that only head a list', () => {
  const hard = (text: string) =>
    compileTrial(syntheticTrial({ eligibility: `Inclusion Criteria:\n\n${text}` }), context).criteria.map((criterion) => criterion.hard);
  it.each([
    ['* English-speaking', [false]],
    ['* Unable to comply with study procedures', [false]],
    ['* Prisoners or subjects who are involuntarily incarcerated', [false]],
    ['* Legal capacity to consent', [false]],
    ['* Unable to swallow tablets or with gastrointestinal disease that limits absorption', [true]],
    ['* Has received estrogen treatment since diagnosis, including estrogen-based contraceptives', [true]],
    ['* Adequate organ function', [true]],
    ['* Adequate organ function as defined below:\n* Hemoglobin ≥ 9 g/dL', [false, true]],
  ] as const)('%s', (text, expected) => {
    expect(hard(text)).toEqual(expected);
  });
});
