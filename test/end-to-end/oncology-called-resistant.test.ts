/** The laboratory's own "Resistant" about the very drug that is ordered. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { assessment, board, code, observation, type Resource } from './board.ts';

const L718Q = assessment(['48018-6', 'EGFR'], ['48005-3', 'p.Leu718Gln']);
const L858R = assessment(['48018-6', 'EGFR'], ['48005-3', 'p.Leu858Arg']);
const GUIDE = 'http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs';
const answer = (loinc: string): Resource => ({ coding: [{ system: 'http://loinc.org', code: loinc }] });
const implication = (name: 'predicted-therapeutic-implication' | 'therapeutic-implication', drug: string, said: Resource): Resource =>
  observation('implication', {
    code: { coding: [{ system: GUIDE, code: 'therapeutic-implication' }] },
    derivedFrom: [{ reference: `Observation/${String(L718Q['id'])}` }],
    component: [
      { code: code('51963-7'), valueCodeableConcept: { text: drug } },
      { code: { coding: [{ system: GUIDE, code: name }] }, valueCodeableConcept: said },
    ],
  });
const efficacy = observation('implication', {
  code: code('51961-1'),
  valueCodeableConcept: answer('LA6676-6'),
  derivedFrom: [{ reference: `Observation/${String(L718Q['id'])}` }],
  component: [{ code: code('51963-7'), valueCodeableConcept: { text: 'Osimertinib 80 mg oral tablet' } }],
});

describe('a laboratory calls a finding resistant to the ordered drug', () => {
  it.each<[string, Resource]>([
    ['LA6676-6 in version 2', implication('predicted-therapeutic-implication', 'osimertinib', answer('LA6676-6'))],
    ['LA6676-6 in version 3', implication('therapeutic-implication', 'osimertinib', answer('LA6676-6'))],
    ['LA9660-7 presumed resistant', implication('therapeutic-implication', 'osimertinib', answer('LA9660-7'))],
    ['LA9662-3 presumed non-responsive', implication('therapeutic-implication', 'osimertinib', answer('LA9662-3'))],
    ['in words', implication('therapeutic-implication', 'osimertinib', { text: 'Predicted resistance to osimertinib' })],
    ['effect on drug efficacy, version 1', efficacy],
  ])('%s: look at the report before signing', (_, said) => {
    const { fit, summaries } = board('Lung adenocarcinoma', [L858R, L718Q, said], 'osimertinib');
    expect(fit?.verdict).toBe('biomarker-open');
    expect(summaries).toEqual(['The laboratory calls EGFR L718Q resistant to osimertinib: look at the report before signing']);
  });
  it.each<[string, Resource, string]>([
    ['responsive', implication('therapeutic-implication', 'osimertinib', answer('LA6677-4')), 'osimertinib'],
    ['no resistance', implication('therapeutic-implication', 'osimertinib', { text: 'No resistance predicted' }), 'osimertinib'],
    ['another drug', implication('therapeutic-implication', 'gefitinib', answer('LA6676-6')), 'osimertinib'],
  ])('%s leaves the order silent', (_, said, drug) => {
    expect(board('Lung adenocarcinoma', [L858R, L718Q, said], drug).summaries).toEqual([]);
  });
});
