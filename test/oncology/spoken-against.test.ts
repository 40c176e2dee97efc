/** What the chart speaks against is offered nowhere, also where nothing else is left. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import type { MedicationFact, PatientFacts } from '../../fhir-profiles/index.ts';
import { biomarker, fusion, order, patient, protein, tumour } from './facts.ts';
import { orderSignCards, patientViewCards, reportOf } from './report.ts';

const past = (name: string): MedicationFact =>
  order(name, {
    role: 'past',
    status: 'completed',
    isOrder: false,
    source: { reference: `MedicationRequest/past-${name.replace(/\W/g, '-')}` },
  });
const allergicTo = (...names: string[]): PatientFacts['allergies'] =>
  names.map((name) => ({
    text: name,
    codes: [],
    ingredients: [{ name, rxnorm: null }],
    kind: 'allergy',
    reactions: [],
    source: { reference: `AllergyIntolerance/${name}` },
  }));
const told = (facts: PatientFacts): string =>
  [...patientViewCards(facts), ...orderSignCards(facts)].map(({ summary, detail }) => `${summary}\n${detail}`).join('\n');
const offered = (facts: PatientFacts): string[] =>
  orderSignCards(facts)
    .flatMap(({ suggestions }) => suggestions.map(({ label }) => label))
    .filter((label) => !label.startsWith('Order '));
const lung = [tumour('LUAD')];
const L858R = protein('EGFR', 'p.Leu858Arg');

describe('patient-view', () => {
  it.each<[string, PatientFacts, string[], string[]]>([
    [
      'osimertinib stopped: what did worse in a randomised comparison is not what comes next',
      patient({ tumours: lung, variants: [L858R], medications: [past('osimertinib')] }),
      ['erlotinib', 'gefitinib', 'afatinib', 'dacomitinib'],
      ['amivantamab'],
    ],
    [
      'afatinib stopped: the label of erlotinib has first line, or after chemotherapy',
      patient({ tumours: lung, variants: [L858R], medications: [past('afatinib')] }),
      ['gefitinib', 'dacomitinib'],
      ['erlotinib (after chemotherapy)', 'amivantamab'],
    ],
    [
      'alectinib stopped: crizotinib did worse',
      patient({ tumours: lung, variants: [fusion('EML4', 'ALK')], medications: [past('alectinib')] }),
      ['crizotinib', 'ensartinib'],
      ['lorlatinib'],
    ],
    [
      'amivantamab with lazertinib stopped: osimertinib did worse, and what did worse than it',
      patient({ tumours: lung, variants: [L858R], medications: [past('amivantamab'), past('lazertinib')] }),
      ['osimertinib', 'gefitinib', 'erlotinib'],
      [],
    ],
    [
      'allergy',
      patient({ tumours: [tumour('MEL')], variants: [protein('BRAF', 'p.Val600Glu')], allergies: allergicTo('vemurafenib', 'dabrafenib') }),
      ['vemurafenib', 'dabrafenib', 'trametinib and'],
      ['encorafenib'],
    ],
    [
      'allergy to all that is approved: the finding is known, the drugs are not named',
      patient({
        tumours: [tumour('SARCNOS')],
        variants: [fusion('ETV6', 'NTRK3')],
        allergies: allergicTo('larotrectinib', 'entrectinib', 'repotrectinib'),
      }),
      ['larotrectinib', 'entrectinib', 'repotrectinib'],
      [],
    ],
  ])('%s', (_name, facts, never, some) => {
    const words = told(facts);
    for (const drug of never) expect(words).not.toContain(drug);
    for (const drug of some) expect(words.toLowerCase()).toContain(drug);
  });
});

describe('in place of an order', () => {
  it('KRAS G12D with MSI-H and an allergy to all that is approved: nothing is offered', () => {
    const facts = patient({
      tumours: [tumour('COADREAD')],
      variants: [protein('KRAS', 'p.Gly12Asp')],
      biomarkers: [biomarker('MSI', 'high')],
      medications: [order('cetuximab')],
      allergies: allergicTo('pembrolizumab', 'nivolumab', 'dostarlimab'),
    });
    const [card] = orderSignCards(facts);
    expect(card?.summary).toBe('KRAS G12D: cetuximab is not expected to work');
    expect(offered(facts)).toEqual([]);
    expect(card?.detail).not.toMatch(/Approved choices/);
  });
  it('the report says what speaks against it', () => {
    const { oncology } = reportOf(patient({ tumours: lung, variants: [L858R], medications: [past('osimertinib')] }));
    const row = oncology.therapies.find(({ therapy, approved }) => approved && therapy.map(({ name }) => name).join() === 'Erlotinib');
    expect(row).toMatchObject({ settingStanding: 'against' });
    expect(row?.because?.join()).toContain('The chart speaks against it: osimertinib did better (FLAURA) and was given before');
  });
  it('withdrawn drug beside a past failure of the only other choice', () => {
    const facts = patient({
      tumours: [tumour('MEL')],
      variants: [protein('BRAF', 'p.Val600Glu')],
      medications: [order('erlotinib'), past('dabrafenib'), past('trametinib'), past('vemurafenib'), past('cobimetinib')],
    });
    for (const label of offered(facts)) expect(label).not.toMatch(/by (?:dabrafenib|vemurafenib)/);
  });
});
