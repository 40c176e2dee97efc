import { describe, expect, it } from 'vitest';
import type { Fit } from '../data/panel-report.ts';
import { choicesOffered, firstChoice } from './fit-choices.ts';

const source = { label: 'Label', url: null };
const option = (names: readonly string[], more: Partial<Fit['alternatives'][number]> = {}): Fit['alternatives'][number] => ({
  names: names.join(' + '),
  drugs: names.map((name) => ({ name, rxnorm: name.length.toString() })),
  because: '',
  source,
  evidence: [],
  ...more,
});
const fit = (alternatives: Fit['alternatives'], more: Partial<Fit> = {}): Fit => ({
  order: 'MedicationRequest/1',
  drug: { name: 'cetuximab', rxnorm: '1' },
  verdict: 'contradicted',
  variants: [],
  because: [],
  alternatives,
  testOrders: [],
  sources: [],
  ruleId: 'rule',
  evidence: [],
  ...more,
});
const later = option(['Nivolumab'], { setting: 'after a fluoropyrimidine', settingStanding: 'open' });
const free = option(['Pembrolizumab']);

describe('a choice whose condition the chart does not show', () => {
  it('is not offered beside one that asks nothing', () => {
    expect(choicesOffered(fit([later, free])).map(({ name }) => name)).toEqual(['pembrolizumab']);
    expect(firstChoice(fit([later, free]))?.names).toBe('Pembrolizumab');
  });
  it('is offered alone with its condition', () => {
    expect(choicesOffered(fit([later]))).toMatchObject([{ name: 'nivolumab', condition: 'after a fluoropyrimidine' }]);
  });
  it('is offered without it where the chart shows it', () => {
    expect(choicesOffered(fit([{ ...later, settingStanding: 'shown' }]))[0]).not.toHaveProperty('condition');
  });
});

it.each<[string, Fit]>([
  ['what the chart speaks against', fit([option(['Nivolumab'], { setting: 'first line', settingStanding: 'against' })])],
  ['a combination of which one drug has no code', fit([{ ...option(['A', 'B']), drugs: [{ name: 'A', rxnorm: '' }] }])],
  ['a drug where a test is what is missing', fit([free], { verdict: 'biomarker-not-tested' })],
  ['a drug where the order fits', fit([free], { verdict: 'fits' })],
  ['a drug for a verdict that the panel does not know', fit([free], { verdict: 'unrecognised' })],
])('%s is never offered', (_, given) => {
  expect(choicesOffered(given)).toEqual([]);
});

it('a drug on order that belongs to the combination stays, and only the others are drafted', () => {
  expect(choicesOffered(fit([option(['Encorafenib', 'Cetuximab'])]))).toEqual([
    { name: 'encorafenib + cetuximab', drugs: [{ name: 'encorafenib', rxnorm: '11' }], keepsOrder: true },
  ]);
});
