import { describe, expect, it } from 'vitest';
import { readReport } from '../data/read-report.ts';
import { fullReport } from '../gallery/synthetic-reports.ts';
import { drugRows } from './drug-rows.ts';
import { geneRows, isNormalPhenotype } from './gene-rows.ts';
import { grid } from './grid.ts';
import { whatMattersNow } from './now.ts';
import { unchecked } from './unchecked.ts';

const { report } = readReport(fullReport);

describe('gene states never look alike', () => {
  it.each([
    ['CYP2C19', 'actionable', false],
    ['TPMT', 'unreadable', false],
    ['DPYD', 'not-tested', false],
    ['NUDT15', 'normal', false],
    ['SLCO1B1', 'normal', true],
  ])('%s → %s, stale: %s', (gene, state, stale) => {
    const row = geneRows(report).find((candidate) => candidate.gene === gene);
    expect([row?.state, row?.stale !== null]).toEqual([state, stale]);
  });

  it.each([
    ['Normal Metabolizer', true],
    ['*57:01 negative', true],
    ['*57:01 positive, *15:02 negative, *58:01 negative', false],
    ['*58:01 negative, *57:01 positive', false],
    ['Abnormal function', false],
    ['Indeterminate', false],
    ['Likely Poor Metabolizer', false],
    [null, false],
  ])('%s is normal: %s', (phenotype, normal) => {
    expect(isNormalPhenotype(phenotype)).toBe(normal);
  });

  it.each([
    ['HLA-B', '*57:01 positive, *15:02 negative', 'variant'],
    ['CYP4F2', null, 'unclassed'],
    ['VKORC1', '-1639 GG', 'unclassed'],
    ['VKORC1', '-1639 AG', 'variant'],
    ['RYR1', 'Uncertain Susceptibility', 'unclassed'],
    ['RYR1', 'Malignant Hyperthermia Susceptibility', 'variant'],
    ['CFTR', 'ivacaftor non-responsive in CF patients', 'unclassed'],
    ['MT-RNR1', 'uncertain risk of aminoglycoside-induced hearing loss', 'unclassed'],
    ['MT-RNR1', 'normal risk of aminoglycoside-induced hearing loss', 'normal'],
    ['X', 'a word that nobody knows', 'variant'],
  ])('%s %s is %s', (gene, phenotype, state) => {
    const one = readReport({ pgx: { genes: [{ gene, phenotype, diplotype: 'a/b', state: 'called' }] } }).report;
    expect(geneRows(one)[0]?.state).toBe(state);
  });

  it('an allele that was looked for does not answer for the one that a drug of today asks for', () => {
    const drug = { name: 'allopurinol', rxnorm: '519' };
    const order = { reference: 'MedicationRequest/a', status: 'active', text: 'allopurinol', systemic: true, ingredients: [drug] };
    const one = readReport({
      orders: [order],
      pgx: {
        genes: [{ gene: 'HLA-B', phenotype: '*57:01 negative', diplotype: null, state: 'called' }],
        drugs: [
          {
            drug,
            order: order.reference,
            genes: [{ gene: 'HLA-B', phenotype: null }],
            action: 'no-recommendation',
            coverage: 'not-tested',
          },
        ],
      },
    }).report;
    expect(geneRows(one)).toMatchObject([{ state: 'not-tested', wantedFor: ['allopurinol'] }]);
    expect(grid(one, drugRows(one), 'all').lines[0]?.cells).toEqual([{ kind: 'untested' }]);
  });

  it('a result in a state that the panel does not know is unreadable, not normal', () => {
    const strange = readReport({ pgx: { genes: [{ gene: 'TPMT', phenotype: 'Normal Metabolizer', state: 'new-state' }] } }).report;
    expect(geneRows(strange)[0]?.state).toBe('unreadable');
  });

  it('two results that disagree are unreadable', () => {
    const gene = { gene: 'TPMT', state: 'called', basis: 'diplotype' };
    const two = readReport({
      pgx: {
        genes: [
          { ...gene, phenotype: 'Normal Metabolizer' },
          { ...gene, phenotype: 'Poor Metabolizer' },
        ],
      },
    }).report;
    expect(geneRows(two).map(({ state }) => state)).toEqual(['unreadable']);
  });
});

describe('the state of the gene results in one line', () => {
  it('keeps the five states apart, and stale beside any of them', () => {
    expect(whatMattersNow(report).status.map(({ state, genes }) => [state, genes.join(', ')])).toEqual([
      ['actionable', 'CYP2C19, CYP2D6'],
      ['conflict', 'TPMT'],
      ['not-tested', 'DPYD'],
      ['variant', 'HLA-B'],
      ['normal', 'NUDT15, SLCO1B1'],
      ['stale', 'SLCO1B1'],
    ]);
  });
});

describe('with the advice of every drug on the page', () => {
  const gene = { gene: 'CYP2C19', phenotype: 'Poor Metabolizer', diplotype: '*2/*2', state: 'called', basis: 'diplotype' };
  const advice = (name: string, rxnorm: string, more: object) => ({ drug: { name, rxnorm }, strength: 'strong', genes: [gene], ...more });
  const { report: all } = readReport({
    orders: [{ reference: 'MedicationRequest/a', status: 'active', text: 'aspirin', ingredients: [{ name: 'aspirin', rxnorm: '1191' }] }],
    pgx: {
      genes: [gene],
      drugs: [
        advice('clopidogrel', '32968', { action: 'avoid' }),
        advice('codeine', '2670', {
          action: 'no-recommendation',
          coverage: 'not-tested',
          genes: [{ gene: 'CYP2D6', phenotype: null, activityScore: null }],
        }),
      ],
      untested: [],
    },
  });
  const states = (scope: Parameters<typeof geneRows>[1]) => geneRows(all, scope).map(({ gene: name, state }) => [name, state]);
  it('a drug that nobody ordered makes no result "change a drug of today", and asks for no test', () => {
    expect(states({})).toEqual([['CYP2C19', 'variant']]);
    expect(geneRows(all)[0]).toMatchObject({ affects: [], wouldAffect: ['clopidogrel'] });
    expect(unchecked({ ...readReport({}), report: all }, []).filter(({ kind }) => kind === 'not-tested')).toEqual([]);
  });
  it('the draft that a card led to is a drug of today', () => {
    expect(states({ focus: 'rx:32968' })).toEqual([['CYP2C19', 'actionable']]);
    expect(states({ focus: 'rx:2670' })).toEqual([
      ['CYP2D6', 'not-tested'],
      ['CYP2C19', 'variant'],
    ]);
  });
  it('the grid has every pair all the same', () => {
    expect(grid(all, drugRows(all), 'all').genes.map(({ gene: name }) => name)).toEqual(['CYP2C19', 'CYP2D6']);
  });
  it('a result on its way is no reason to order the test again', () => {
    const { report: coming } = readReport({
      pgx: { untested: [{ gene: 'DPYD', drug: { name: 'capecitabine', rxnorm: '194000' }, order: 'MedicationRequest/c' }] },
      warnings: [{ code: 'not-final', message: 'An Observation is preliminary.', pending: ['DPYD'] }],
    });
    expect(geneRows(coming)).toMatchObject([{ gene: 'DPYD', state: 'not-tested', pending: true }]);
    expect(drugRows(coming)).toMatchObject([{ name: 'capecitabine', pending: ['DPYD'] }]);
  });
});
