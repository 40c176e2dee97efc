/** FHIR ResearchStudy: whose Groups say who is taken, criteria in texts, characteristics that say less or more than code and value. Everything is made up. */
import { describe, expect, it } from 'vitest';
import { criteriaText } from '../../cds-service/knowledge/import/trials/research-eligibility.ts';
import { readResearchStudy } from '../../cds-service/knowledge/import/trials/research-study.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { readPatient } from '../../fhir-profiles/index.ts';
import { bundleOf, type Chart } from './judged/chart.ts';
import { context, knowledge } from './knowledge.ts';

const BREAST: Chart = { sex: 'female', born: '1960-05-05', tumours: ['C50.9 Breast cancer'] };
const facts = (of: Chart) => readPatient(bundleOf(of), { asOf: '2026-11-22', vocabulary: knowledge.vocabulary }).facts;

type Fields = Readonly<Record<string, unknown>>;
const disease = (text: string): Fields => ({ code: { text: 'Disease' }, valueCodeableConcept: { text }, exclude: false });
const group = (over: Fields, ...characteristic: readonly Fields[]): Fields => ({
  resourceType: 'Group',
  id: 'a',
  type: 'person',
  characteristic,
  ...over,
});
function judged(over: Fields, who: Chart = BREAST) {
  const study = { resourceType: 'ResearchStudy', status: 'active', identifier: [{ value: 'NCT09999994' }], title: 'A synthetic trial', ...over }; // prettier-ignore
  const record = readResearchStudy(study, '2026-11-21', knowledge.vocabulary.tumours);
  const match = record && explainTrial(facts(who), knowledge.oncology, compileTrial(record, context));
  return { verdict: match?.verdict, criteria: match?.criteria.map(({ text, kind, verdict }) => `${kind} ${text}: ${verdict}`) ?? [] };
}
const enrolling = (...characteristic: readonly Fields[]) =>
  judged({ contained: [group({ actual: false }, ...characteristic)], enrollment: [{ reference: '#a' }] });

describe('which Groups hold criteria', () => {
  const lung = disease('Lung cancer');
  it('people who are enrolled already ask nothing of a patient, and shut nobody out', () => {
    expect(judged({ contained: [group({ actual: true }, lung)], enrollment: [{ reference: '#a' }] }).verdict).toBe('possible');
    expect(judged({ contained: [group({ membership: 'enumerated' }, lung)] }).verdict).toBe('possible');
    expect(judged({ contained: [group({}, lung)], recruitment: { actualGroup: { reference: '#a' } } }).verdict).toBe('possible');
  });
  it('nor does what an outcome or an arm is described by', () => {
    const outcome = { resourceType: 'EvidenceVariable', id: 'a', characteristic: [{ definitionCodeableConcept: { text: 'Lung cancer' } }] };
    expect(judged({ contained: [outcome], outcomeMeasure: [{ reference: { reference: '#a' } }] }).verdict).toBe('possible');
    expect(judged({ contained: [group({}, lung)], comparisonGroup: [{ observedGroup: { reference: '#a' } }] }).verdict).toBe('possible');
  });
  it('a definitional one does, of R4 and R5', () => {
    expect(enrolling(lung).verdict).toBe('ineligible');
    const r5 = { contained: [group({ membership: 'definitional' }, lung)], recruitment: { eligibility: { reference: '#a' } } };
    expect(judged(r5).verdict).toBe('ineligible');
  });
});

describe('criteria in texts of the study', () => {
  const description =
    'A study of something.\n\n## Inclusion Criteria\n\n- Lung cancer\n- Age 18 years or older\n\n## Outcome\n\n- survival';
  it('are read where they have a heading, up to the next one', () => {
    expect(judged({ description })).toEqual({
      verdict: 'ineligible',
      criteria: ['inclusion Lung cancer: not-met', 'inclusion Age 18 years or older: met'],
    });
    expect(judged({ description: 'For patients with lung cancer.' }).verdict).toBe('possible');
  });
  it('keeps both sides of one, plain or bold', () => {
    expect(criteriaText('Aim.\nInclusion Criteria:\n* A\n\n**Exclusion Criteria**\n* B')).toBe(
      'Inclusion Criteria:\n* A\n\nExclusion Criteria\n* B',
    );
    expect(criteriaText('Inclusion is by invitation.')).toBe('');
  });
  it('the name of a Group does not stand for what it asks', () => {
    const heart = { code: { text: 'Heart failure' }, valueBoolean: true, exclude: true };
    const contained = [group({ actual: false }, disease('Breast cancer'), heart)];
    const { verdict, criteria } = judged({ contained, enrollment: [{ reference: '#a', display: 'Women with breast cancer' }] });
    expect(verdict).toBe('possible');
    expect(criteria).toContain('exclusion Heart failure: unknown');
  });
});

describe('characteristics that say more or less than code and value', () => {
  it('a tumour of somebody else, or from before, is not the diagnosis', () => {
    for (const text of ['Family history', 'Site of metastasis', 'Prior malignancy', 'Diagnosis of the mother'])
      expect(enrolling({ code: { text }, valueCodeableConcept: { text: 'Lung cancer' }, exclude: false }).criteria.join()).not.toMatch(/: (?:not-)?met$/); // prettier-ignore
    for (const text of ['Diagnosis', 'Primary cancer', 'Cancer type', 'Histology'])
      expect(enrolling({ code: { text }, valueCodeableConcept: { text: 'Lung cancer' }, exclude: false }).verdict).toBe('ineligible');
  });
  it('what is narrowed in time, points elsewhere or has no words stays open and is not lost', () => {
    const narrowed = [
      { ...disease('Breast cancer'), period: { start: '2020-01-01' } },
      { definitionCodeableConcept: { text: 'Breast cancer' }, timeFromEvent: [{ range: { high: { value: 1, unit: 'a' } } }] },
      { code: { text: 'Diagnosis' }, valueReference: { display: 'Breast cancer' } },
      { definitionExpression: { language: 'text/cql', expression: 'Eligible' } },
      { definitionReference: { reference: 'EvidenceVariable/x' } },
      { code: {}, valueCodeableConcept: {} },
    ];
    for (const one of narrowed) {
      const { verdict, criteria } = enrolling({ exclude: false, ...one });
      expect([verdict, criteria.length, criteria[0]?.endsWith(': unknown')]).toEqual(['possible', 1, true]);
    }
  });
  it('"at least two of these" is no conjunction', () => {
    const contained = [
      group({ actual: false, combinationMethod: 'at-least', combinationThreshold: 1 }, disease('Breast cancer'), disease('Lung cancer')),
    ];
    expect(judged({ contained, enrollment: [{ reference: '#a' }] }).verdict).toBe('possible');
  });
  it('limits with two units, and limits that are not reached, are not taken for others', () => {
    const age = (valueRange: Fields) => enrolling({ code: { text: 'Age' }, valueRange, exclude: false }).criteria.join();
    expect(age({ low: { value: 18, unit: 'a' }, high: { value: 75, unit: 'a' } })).toMatch(/: met$/);
    expect(age({ low: { value: 6, unit: 'mo' }, high: { value: 75, unit: 'a' } })).not.toMatch(/not-met$/);
    const fit: Chart = { ...BREAST, ecog: 2 };
    const below = { code: { text: 'ECOG performance status' }, valueQuantity: { value: 2, comparator: '<' }, exclude: false };
    const contained = [group({ actual: false }, below)];
    expect(judged({ contained, enrollment: [{ reference: '#a' }] }, fit).criteria.join()).toMatch(/: not-met$/);
  });
  it('a state that is denied or left to choose is none', () => {
    const state = (text: string) =>
      enrolling({ code: { coding: [{ system: 'http://loinc.org', code: '16112-5' }], text: 'Estrogen receptor' }, valueCodeableConcept: { text }, exclude: false }).criteria.join(); // prettier-ignore
    expect(state('Positive')).toContain('ER positive');
    for (const text of ['Not positive', 'Positive or negative']) expect(state(text)).not.toMatch(/ER (?:positive|negative):/);
  });
});
