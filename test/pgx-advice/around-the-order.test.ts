/** What stands around an order: measurements beside genes, orders of the same session, loading doses, who the alternatives are for. */
import { describe, expect, it } from 'vitest';
import { toCards } from '../../cds-service/cards/index.ts';
import { interpret } from '../../cds-service/interpret.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { bundle, patient } from '../reading/resources.ts';
import { checkSituations } from './situations/check.ts';
import { LOADING_DOSES } from './situations/loading-doses.ts';
import { MEASURED_BESIDE } from './situations/measured-beside.ts';
import { line, ordered } from './situations/situation.ts';
import { RENEWALS, SERIES, TAKEN } from './situations/renewals.ts';
import { BEFORE, BESIDE, LIMITS } from './situations/beside-and-before.ts';
import { FIRST, MANY_ORDERS, PRODUCTS } from './situations/what-comes-first.ts';
import { DISAGREE, RENEWED, TAKEN_WHEN } from './situations/when-it-speaks.ts';
import { REPLACEMENTS } from './situations/replacements.ts';

checkSituations(
  {
    'a measurement beside a normal genotype': MEASURED_BESIDE,
    'first and loading doses': LOADING_DOSES,
    'alternatives that are none here': REPLACEMENTS,
    'drugs that have run together': RENEWALS,
    'orders that follow each other': SERIES,
    'taken when the result arrives': TAKEN,
    'taken when': TAKEN_WHEN,
    'what comes first': FIRST,
    'many orders': MANY_ORDERS,
    'taken beside, for which disease': BESIDE,
    'stopped before': BEFORE,
    'limits of labels and of weight': LIMITS,
    'products with doses of their own': PRODUCTS,
    'renewed, first doses': RENEWED,
    'results that disagree': DISAGREE,
  },
  35,
);

describe('opening the chart of who has taken the drug for years', () => {
  const knowledge = loadKnowledge();

  it.each([
    ['tacrolimus', line('CYP3A5 genotype', '*1/*1'), '2020-01-05', 'info', /go by levels and effect before a change/],
    ['allopurinol', line('HLA-B*58:01', 'Positive'), '2015-01-05', 'info', /ask whether it is tolerated/],
    ['metoprolol', line('CYP2D6 genotype', '*4/*4'), '2015-01-05', 'info', /ask whether it is tolerated/],
    ['tacrolimus', line('CYP3A5 genotype', '*1/*1'), '2026-11-10', 'warning', /raise tacrolimus dose/],
    ['capecitabine', line('DPYD genotype', '*1/*2A'), '2026-08-01', 'warning', /lower capecitabine dose/],
  ] as const)('%s, begun some time ago: %#', (drug, result, day, level, words) => {
    const order = ordered(drug, { status: 'active', authoredOn: day });
    const report = interpret({ resources: bundle(patient, result, order), patientId: 'p1', asOf: '2026-11-21', trials: null }, knowledge);
    const cards = toCards(report, { hook: 'patient-view', family: 'pgx', orders: [], draftOrders: {}, notChecked: [] });
    expect(cards.map(({ indicator }) => indicator)).toEqual([level]);
    expect(cards[0]?.detail).toMatch(words);
  });
});
