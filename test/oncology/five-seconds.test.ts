/** First lines that used to say too much, too little or too strongly. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { biomarker, clear, order, patient, protein, tumour } from './facts.ts';
import { orderSignCards, patientViewCards } from './report.ts';

const receptors = [biomarker('ER', 'positive', { status: 'positive' }), biomarker('HER2', 'negative', { status: 'negative' })];
const breast = (variants: PatientFacts['variants'], ...drugs: string[]) =>
  patient({ tumours: [tumour('IDC')], variants, biomarkers: receptors, medications: drugs.map((name) => order(name)) });
const summaries = (facts: PatientFacts): string[] => orderSignCards(facts).map(({ summary }) => summary);

describe('a label with many genes', () => {
  const prostate = (parts: Partial<PatientFacts> = {}) =>
    patient({ tumours: [tumour('PRAD')], medications: [order('olaparib')], ...parts });
  it('names two of them and how many more; all stand in the detail, and one panel is ordered', () => {
    const [card] = orderSignCards(prostate());
    expect(card?.summary).toBe('No result on file for BRCA1, BRCA2 and 12 other genes of its label: test before olaparib');
    expect(card?.detail).toContain('CHEK2, FANCL, PALB2, RAD51B');
    expect(card?.suggestions.map(({ label, actions }) => [label, actions.length])).toEqual([
      ['Order a gene panel (BRCA1, BRCA2 and 12 other genes of its label) before olaparib', 1],
    ]);
    expect(JSON.stringify(card?.suggestions)).toContain('RAD54L');
  });
  it('asks only for what is left', () => {
    expect(summaries(prostate({ tested: [clear('BRCA1'), clear('BRCA2')] }))).toEqual([
      'No result on file for ATM, BARD1 and 10 other genes of its label: test before olaparib',
    ]);
  });
});

describe('ESR1 mutation under an aromatase inhibitor (PADA-1; SoFEA and EFECT)', () => {
  const D538G = protein('ESR1', 'p.Asp538Gly', { specimen: 'Plasma' });
  it.each(['letrozole', 'anastrozole', 'exemestane'])('%s works less well, and nothing with another one is offered', (drug) => {
    const [card] = orderSignCards(breast([D538G], drug));
    expect(card?.summary).toMatch(new RegExp(`^ESR1 D538G: ${drug} is expected to work less well`));
    expect(card?.detail).toContain('Lancet Oncology 23:1367');
    expect(card?.suggestions.map(({ label }) => label).join()).not.toMatch(/by .*(?:letrozole|anastrozole|exemestane)/);
  });
  it('beside palbociclib the partner is what changes', () => {
    const [card, ...others] = orderSignCards(breast([D538G], 'letrozole', 'palbociclib'));
    expect(card?.suggestions[0]?.label).toMatch(/palbociclib.*fulvestrant/);
    expect(others).toEqual([]);
  });
  it.each<[string, PatientFacts]>([
    ['fulvestrant', breast([D538G], 'fulvestrant')],
    ['a change of uncertain significance', breast([protein('ESR1', 'p.Arg269Cys', { classification: 'vus' })], 'letrozole')],
    ['another tumour', patient({ tumours: [tumour('UEC')], variants: [D538G], medications: [order('letrozole')] })],
    [
      'early disease, which the trials did not study',
      patient({
        tumours: [tumour('IDC', { stages: [{ group: 'II', text: 'II', kind: 'clinical', source: { reference: 'Observation/stage' } }] })],
        variants: [D538G],
        biomarkers: receptors,
        medications: [order('letrozole')],
      }),
    ],
  ])('silent: %s', (_name, facts) => expect(summaries(facts)).toEqual([]));
  it('no regimen with one is offered on opening the chart', () => {
    const [card] = patientViewCards(breast([D538G]));
    expect(card?.summary).toMatch(/^ESR1 D538G: vepdegestrant, imlunestrant, elacestrant approved/);
    expect(card?.detail).not.toMatch(/letrozole|anastrozole|exemestane/);
  });
});
