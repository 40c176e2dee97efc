/** FHIR ResearchStudy: several populations, quantities and answers as text. Every patient and study is made up. */
import { describe, expect, it } from 'vitest';
import { readResearchStudy } from '../../cds-service/knowledge/import/trials/research-study.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { readPatient } from '../../fhir-profiles/index.ts';
import { bundleOf, SOUND, type Chart } from './judged/chart.ts';
import { context, knowledge } from './knowledge.ts';

const chart = (tumour: string, over: Partial<Chart> = {}): Chart => ({ sex: 'female', born: '1960-05-05', tumours: [tumour], ...over });
const facts = (of: Chart) => readPatient(bundleOf(of), { asOf: '2026-11-22', vocabulary: knowledge.vocabulary }).facts;
const [BREAST, LUNG, RECTUM] = ['C50.9 Breast cancer', 'C34.1 Adenocarcinoma of lung', 'C20 Adenocarcinoma of rectum'];

type Group = Readonly<Record<string, unknown>>;
const group = (id: string, ...characteristic: readonly Group[]): Group => ({
  resourceType: 'Group',
  id,
  type: 'person',
  actual: false,
  characteristic,
});
const disease = (text: string): Group => ({ code: { text: 'Disease' }, valueCodeableConcept: { text }, exclude: false });
function judged(who: Chart, ...groups: readonly Group[]) {
  const study = {
    resourceType: 'ResearchStudy',
    status: 'active',
    identifier: [{ value: 'NCT09999995' }],
    title: 'A synthetic trial',
    contained: groups,
    enrollment: groups.map(({ id }) => ({ reference: `#${String(id)}` })),
  };
  const record = readResearchStudy(study, '2026-11-21', knowledge.vocabulary.tumours);
  const match = record && explainTrial(facts(who), knowledge.oncology, compileTrial(record, context));
  return { verdict: match?.verdict, criteria: match?.criteria.map(({ text, verdict }) => [text, verdict]) };
}

describe('Groups of a ResearchStudy', () => {
  const populations = [group('a', disease('Breast cancer')), group('b', disease('Lung cancer'))];
  it('who belongs to one of several populations is not shut out by the other', () => {
    expect(judged(chart(BREAST), ...populations).verdict).toBe('possible');
    expect(judged(chart(LUNG), ...populations).verdict).toBe('possible');
  });
  it('who belongs to none is', () => {
    expect(judged(chart(RECTUM), ...populations).verdict).toBe('ineligible');
  });
  it('who fits everything that two Groups ask takes part, whichever way they are meant', () => {
    const adults = { code: { text: 'Age' }, valueRange: { low: { value: 18, unit: 'a' } }, exclude: false };
    expect(judged(chart(BREAST), group('a', adults), group('b', disease('Breast cancer'))).verdict).toBe('eligible');
  });
  it('a Group that only excludes holds for all of them', () => {
    const shut = group('c', { ...disease('Lung cancer'), exclude: true });
    expect(judged(chart(LUNG), group('a', disease('Lung cancer')), shut).verdict).toBe('ineligible');
    expect(judged(chart(BREAST), group('a', disease('Breast cancer')), shut).verdict).toBe('eligible');
  });

  it('quantities and yes or no are read as the words of a criterion', () => {
    const [name, unit] = [{ coding: [{ system: 'http://loinc.org', code: '777-3', display: 'Platelets' }] }, '10*3/uL'];
    const count = { code: name, valueQuantity: { value: 100, comparator: '>=', unit, code: unit }, exclude: false };
    const heart = { code: { text: 'Heart failure' }, valueBoolean: true, exclude: true };
    const prior = { code: { text: 'prior docetaxel' }, valueBoolean: false, exclude: false };
    const sick = chart(BREAST, {
      labs: { ...SOUND, platelets: 80 },
      conditions: [['I50.9 Heart failure', '2022-01-01']],
      drugs: [['docetaxel', '2025-01-10', '2025-06-01']],
    });
    expect(judged(sick, group('a', count, heart, prior)).criteria).toEqual([
      ['Platelets >=100 x 10^3/uL', 'not-met'],
      ['No prior docetaxel', 'not-met'],
      ['Heart failure', 'not-met'],
    ]);
  });
});
