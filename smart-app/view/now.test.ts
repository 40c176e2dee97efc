import { describe, expect, it } from 'vitest';
import { readReport } from '../data/read-report.ts';
import { fullReport } from '../gallery/synthetic-reports.ts';
import { en, words as phrases } from '../language/en.ts';
import { makeLanguage } from '../language/language.tsx';
import { actionText } from './action-text.ts';
import { whatMattersNow } from './now.ts';

const { report } = readReport(fullReport);
const english = makeLanguage('en', { messages: en, words: phrases });

const orderOf = (name: string, rxnorm: string, status = 'active') => ({
  reference: `MedicationRequest/${name}`,
  status,
  text: name,
  systemic: true,
  ingredients: [{ name, rxnorm }],
});

describe('a cancer drug of today', () => {
  it('comes up at once when the findings speak against it', () => {
    expect(whatMattersNow(report).items.map(({ row, fit }) => row?.name ?? fit?.drug.name)).toContain('erlotinib');
  });
});

describe('what does not fit into three lines', () => {
  it('is counted by the section that holds it, with the first of each to lead to', () => {
    const [advice] = fullReport.pgx.drugs;
    if (advice === undefined) throw new Error('the synthetic report has advice');
    const names = ['a', 'b', 'c', 'd', 'e'];
    const crowded = readReport({
      ...fullReport,
      orders: names.map((name) => orderOf(name, `rx-${name}`)),
      pgx: {
        ...fullReport.pgx,
        drugs: names.map((name) => ({ ...advice, drug: { name, rxnorm: `rx-${name}` }, order: `MedicationRequest/${name}` })),
      },
      oncology: { ...fullReport.oncology, orders: [] },
    }).report;
    const { items, more } = whatMattersNow(crowded);
    expect(items.map(({ row }) => row?.name)).toEqual(['a', 'b', 'c']);
    expect(more).toEqual([
      { names: ['d', 'e'], first: { view: 'drugs', key: 'rx:rx-d' } },
      { names: ['EGFR T790M'], first: { view: 'tumour', key: '' } },
    ]);
  });
});

describe('a change of lesser urgency', () => {
  const order = orderOf('warfarin', '11289', 'draft');
  const gene = { gene: 'CYP2C9', phenotype: 'Intermediate Metabolizer', diplotype: '*1/*3', state: 'called', basis: 'diplotype' };
  const now = (more: object) =>
    whatMattersNow(
      readReport({
        orders: [order],
        pgx: {
          genes: [gene],
          drugs: [
            {
              drug: { name: 'warfarin', rxnorm: '11289' },
              order: order.reference,
              action: 'decrease-dose',
              strength: 'moderate',
              genes: [gene],
              ...more,
            },
          ],
        },
      }).report,
    ).items.map(({ row }) => [row?.name, row?.severity]);
  it('stands in Now, so that nobody reads "no change advised"', () => expect(now({ urgency: 'info' })).toEqual([['warfarin', 'note']]));
  it('does not where the order follows it already', () => expect(now({ urgency: 'none', orderComplies: true })).toEqual([]));
});

describe('resistance that has appeared', () => {
  const emerging = (orders: unknown[]) =>
    whatMattersNow(readReport({ ...fullReport, orders: [], pgx: {}, oncology: { ...fullReport.oncology, orders } }).report).items;
  it('comes up by itself, also when no cancer drug is ordered', () => {
    expect(emerging([]).map(({ note }) => note?.name)).toEqual(['EGFR T790M']);
  });
  it('is not said twice where an ordered drug meets it', () => {
    expect(emerging(fullReport.oncology.orders ?? []).map(({ fit, note }) => fit?.drug.name ?? note?.name)).toEqual(['erlotinib']);
  });
});

describe('what could not be checked beside what was', () => {
  it('aspirin, for which there is no rule, and atorvastatin without a SLCO1B1 result: none was checked, and what is open is named', () => {
    const now = whatMattersNow(
      readReport({
        orders: [orderOf('aspirin', '1191'), orderOf('atorvastatin', '83367')],
        pgx: {
          genes: [{ gene: 'CYP2C19', phenotype: 'Normal Metabolizer', diplotype: '*1/*1', state: 'called', basis: 'diplotype' }],
          drugs: [
            {
              drug: { name: 'atorvastatin', rxnorm: '83367' },
              order: 'MedicationRequest/atorvastatin',
              action: 'no-recommendation',
              coverage: 'not-tested',
              genes: [{ gene: 'SLCO1B1', phenotype: null }],
            },
          ],
          untested: [],
        },
      }).report,
    );
    expect([now.items.length, now.drugsChecked, now.open]).toEqual([0, 0, ['atorvastatin']]);
  });
});

describe('a drug beside normal genes against which something else speaks', () => {
  it.each([
    ['its label', { cautions: ['contraindicated under 12 years'] }, 'The label speaks against it'],
    ['an entry of the record', { doubts: ['CYP2D6 poor metabolizer on the problem list'] }, 'To be clarified first'],
  ])('%s: is in Now and a note, never "standard dosing" and "checked"', (_, more, words) => {
    const { report: made } = readReport({
      orders: [orderOf('codeine', '2670', 'draft')],
      pgx: {
        genes: [{ gene: 'CYP2D6', phenotype: 'Normal Metabolizer', diplotype: '*1/*1', state: 'called', basis: 'diplotype' }],
        drugs: [
          {
            drug: { name: 'codeine', rxnorm: '2670' },
            order: 'MedicationRequest/codeine',
            action: 'standard',
            strength: 'strong',
            urgency: 'info',
            ...more,
            genes: [{ gene: 'CYP2D6', phenotype: 'Normal Metabolizer' }],
          },
        ],
        untested: [],
      },
    });
    const { items } = whatMattersNow(made);
    expect(items.map(({ row }) => [row?.name, row?.severity])).toEqual([['codeine', 'note']]);
    const [advice] = made.drugs;
    expect(advice === undefined ? '' : actionText(advice, english.t)).toBe(words);
  });
});

it('a result on its way stands in the line of results: neither "no result" nor "not tested"', () => {
  const { status } = whatMattersNow(
    readReport({ warnings: [{ code: 'not-final', message: 'A CYP2C19 result is preliminary', pending: ['CYP2C19'] }] }).report,
  );
  expect(status.map(({ state, genes }) => [state, genes])).toEqual([['pending', ['CYP2C19']]]);
});
