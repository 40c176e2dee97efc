import { describe, expect, it } from 'vitest';
import { emptyFacts } from '../../../test/reading/empty-facts.ts';
import type { MedicationFact, PatientFacts } from '../../../fhir-profiles/index.ts';
import type { ClinicalKnowledge, DoseFigures, Recommendation } from '../../knowledge/pgx/types.ts';
import { chartOf } from './chart.ts';
import { doseAdvice } from './dose.ts';

const SOURCE = { reference: 'MedicationRequest/1' };
const clinical: ClinicalKnowledge = {
  header: { id: 'c', version: '1', date: '2026-11-21', licence: 'x', sources: [] },
  perpetrators: [],
  preTests: [],
  alternatives: [],
  cautions: [],
  indications: [],
  usualDoses: [{ drug: 'drug', highestPerDay: 200, unit: 'mg', source: { label: 's', url: 'https://example.org/', date: '2026' } }],
  strengths: [
    {
      rxnorm: '1',
      name: 'drug',
      products: [
        { rxnorm: '11', display: 'drug 25 MG Oral Tablet', amount: 25, unit: 'mg', form: 'Oral Tablet' },
        { rxnorm: '12', display: 'drug 75 MG Oral Tablet', amount: 75, unit: 'mg', form: 'Oral Tablet' },
      ],
    },
  ],
};
const facts = (weight?: number): PatientFacts =>
  emptyFacts({ labs: weight === undefined ? [] : [{ kind: 'weight', value: weight, source: SOURCE }] });
const row = (dose: DoseFigures, action: Recommendation['action'] = 'decrease-dose'): Recommendation => ({
  id: 'r',
  body: 'CPIC',
  drug: 'drug',
  rxnorm: '1',
  when: [],
  population: 'general',
  strength: 'strong',
  action,
  alsoAcceptable: [],
  dose,
  alternatives: [],
  tags: [],
  guideline: 'g',
  asOf: '2026',
});
const order = (dose?: MedicationFact['dose'], ingredients = ['drug']): MedicationFact => ({
  source: SOURCE,
  resourceType: 'MedicationRequest',
  status: 'draft',
  isOrder: true,
  role: 'draft',
  text: 'drug',
  ingredients: ingredients.map((name) => ({ name, rxnorm: null })),
  codes: [],
  systemic: true,
  ...(dose === undefined ? {} : { dose }),
  reasons: [],
  reasonText: [],
  reasonReferences: [],
});
const advise = (figures: DoseFigures, ordered: MedicationFact, weight?: number) =>
  doseAdvice(row(figures), ordered, chartOf(facts(weight), clinical), clinical);
const mg = (amount: number, perDay?: number) => ({ amount, unit: 'mg', ...(perDay === undefined ? {} : { perDay }) });
const HALF: DoseFigures = { factor: 0.5, appliesTo: 'starting-dose' };

describe('dose arithmetic on the order', () => {
  it('half of 150 mg is 75 mg, in a strength that exists', () => {
    const advice = advise(HALF, order(mg(150, 1)));
    expect(advice?.dose.text).toBe(
      '50 % of the usual starting dose: 75 mg if the ordered 150 mg is the usual dose, no further change if reduced already',
    );
    expect(advice?.dose.suggested).toEqual({
      amount: 75,
      unit: 'mg',
      count: 1,
      ofOrdered: true,
      product: { rxnorm: '12', display: 'drug 75 MG Oral Tablet' },
    });
  });

  it.each([
    ['above half of the highest usual dose', 125, 62.5],
    ['half of it: reduced already, as far as anyone can tell', 100, undefined],
    ['a little above half of it', 105, undefined],
  ])('%s', (_, amount, suggested) => {
    const advice = advise(HALF, order(mg(amount, 1)));
    expect(advice?.dose.suggested?.amount).toBe(suggested);
    expect(advice?.complies).toBe(false);
  });

  it('a dose that is to be raised is never offered as a share of the order', () => {
    expect(advise({ factor: 2, appliesTo: 'starting-dose' }, order(mg(150, 1)))?.dose.suggested).toBeUndefined();
  });

  it.each([
    ['grams', order({ amount: 0.15, unit: 'g', perDay: 1 }), /: 75 mg if the ordered 150 mg/],
    ['per square metre', order({ amount: 1250, unit: 'mg/m2', perDay: 2 }), /: 625 mg\/m2 if the ordered 1250 mg\/m2/],
    ['no dose', order(), /the order states no dose to compare$/],
    ['tablets', order({ amount: 2, unit: '{tbl}' }), /unit that cannot be compared$/],
    ['a combination product', order(mg(300, 4), ['drug', 'other']), /fixed combination, whose parts cannot be dosed apart/],
  ])('%s', (_, ordered, text) => {
    expect(advise(HALF, ordered)?.dose.text).toMatch(text);
  });

  it('a share of the lowest or the maximum dose is not worked out on the order', () => {
    expect(advise({ factorRange: [0.25, 0.5], appliesTo: 'lowest-starting-dose' }, order(mg(200, 1)))?.dose.text).toBe(
      '25–50 % of the lowest recommended starting dose',
    );
  });

  it('a cap counts the day, not the single dose', () => {
    expect(advise({ maxStartMg: 40 }, order(mg(40, 2)))).toMatchObject({
      complies: false,
      dose: { text: expect.stringContaining('80 mg') as string },
    });
    expect(advise({ maxStartMg: 40 }, order(mg(20, 2)))).toMatchObject({ complies: true });
    expect(advise({ maxStartMg: 40 }, order(mg(20)))?.complies).toBeUndefined();
  });

  it('a strict limit of 20 mg is not kept by 20 mg', () => {
    expect(advise({ limitMg: 20 }, order(mg(20, 1)))?.complies).toBe(false);
  });

  it('a dose below the reduced range needs no further cut', () => {
    const figures: DoseFigures = { factorRange: [0.3, 0.8], appliesTo: 'starting-dose', ifStandardAtLeast: ['2 mg/kg/day'] };
    expect(advise(figures, order(mg(50, 1)), 70)).toMatchObject({ complies: true });
    expect(advise(figures, order(mg(150, 1)), 70)).toMatchObject({ complies: false });
    expect(advise(figures, order(mg(50, 1)))?.complies).toBe(false);
    // Weight unknown: whether 150 mg is a full dose cannot be told, so the condition of the guideline is said.
    expect(advise(figures, order(mg(150, 1)))?.dose.text).toContain('if that is 2 mg/kg/day or more');
  });

  it('a raised dose stops at the limit per kilogram', () => {
    const advice = advise({ factorRange: [1.5, 2], appliesTo: 'starting-dose', maxMgPerKgPerDay: 0.3 }, order(mg(7, 2)), 50);
    expect(advice?.dose.text).toMatch(/: 7\.5 mg if the ordered 7 mg/);
  });

  it('offers no dose that cannot be measured out', () => {
    expect(advise({ maxDailyMg: 50 }, order(mg(25, 3)))?.dose.suggested).toBeUndefined();
  });

  it('a limit of a day is told of the day, and of the day of intake only where the drug rests on others', () => {
    const most: DoseFigures = { maxDailyMg: 20 };
    expect(advise(most, order(mg(40, 1)))?.dose.text).toBe('at most 20 mg a day instead of the ordered 40 mg');
    expect(advise(most, order(mg(40, 0.5)))?.dose.text).toBe('at most 20 mg a day instead of the ordered 40 mg on each day of intake');
    expect(advise(most, order(mg(20, 1)))?.complies).toBe(true);
  });

  it('what is named is just enough, and just not under way', () => {
    const start: DoseFigures = { startMgPerDay: [50, 50] };
    expect(advise(start, order(mg(100, 1)))?.dose).toMatchObject({
      text: 'start with 50 mg a day instead of the ordered 100 mg',
      bound: { exceeded: true },
    });
    expect(advise(start, order(mg(101, 1)))?.dose.text).toContain('find out whether it is taken already');
    expect(advise(start, order(mg(101, 1)))?.dose.bound?.exceeded).toBeUndefined();
    const least: DoseFigures = { startMgPerDay: [75, 75], atLeast: true };
    expect(advise(least, order(mg(75, 1)))?.complies).toBe(true);
    expect(advise(least, order(mg(74, 1)))?.complies).toBe(false);
  });
});
