import { describe, expect, it } from 'vitest';
import { drugRows } from '../view/drug-rows.ts';
import { geneRows } from '../view/gene-rows.ts';
import { whatMattersNow } from '../view/now.ts';
import { readReport } from './read-report.ts';

const drug = { name: 'capecitabine', rxnorm: '194000' };
const order = { reference: 'MedicationRequest/1', status: 'active', text: 'capecitabine', systemic: true, ingredients: [drug] };
const statin = { name: 'atorvastatin', rxnorm: '83367' };
const report = {
  orders: [order],
  pgx: {
    genes: [],
    drugs: [
      {
        drug: statin,
        genes: [{ gene: 'SLCO1B1', phenotype: null }],
        action: 'no-recommendation',
        coverage: 'not-tested',
        text: 'No final SLCO1B1 result is on file',
      },
    ],
    untested: [{ gene: 'DPYD', drug, order: order.reference, test: { code: '1', display: 'DPYD' }, source: {} }],
  },
  complete: true,
};
const source = (key: string, state: string) => ({ key, label: key, state, count: 0 });
const of = (...sources: object[]) => readReport({ ...report, sources }).report;

describe('a chart that a consent closes', () => {
  it('nothing is said to be missing, not tested or not on file', () => {
    const { report: closed } = readReport({
      complete: true,
      orders: [],
      pgx: { genes: [], drugs: [], untested: [] },
      sources: [source('genomics', 'data'), source('medications', 'data')],
      warnings: [{ code: 'consent', message: 'A consent on file forbids the use of genomic data' }],
    });
    expect([closed.unread.results, closed.unread.drugs, closed.unread.tumour].map((parts) => parts.length)).toEqual([1, 1, 1]);
  });
});

describe('results that could not be read', () => {
  it.each(['failed', 'incomplete', 'a state that nobody knows'])(
    '%s: no gene is said to be untested, and no test is asked for',
    (state) => {
      const read = of(source('genomics', state));
      expect(read.untested).toEqual([]);
      expect(geneRows(read)).toEqual([]);
      expect(drugRows(read).map(({ name, severity, advice }) => [name, severity, advice[0]?.coverage, advice[0]?.text])).toEqual([
        ['capecitabine', 'note', 'not-read', ''],
        ['atorvastatin', 'note', 'not-read', ''],
      ]);
      expect(whatMattersNow(read)).toMatchObject({ drugsChecked: 0, open: ['capecitabine'], untested: [], status: [] });
    },
  );
  it('read, or a part that does not hold results: "not tested" stands', () => {
    const read = of(source('genomics', 'none'), source('allergies', 'failed'));
    expect(read.untested.map(({ gene }) => gene)).toEqual(['DPYD']);
    expect(whatMattersNow(read).status.map(({ state }) => state)).toEqual(['not-tested']);
  });
  it('an enzyme measurement that was read is still told', () => {
    const measured = { ...report, pgx: { ...report.pgx, untested: [{ ...report.pgx.untested[0], measured: 'plasma uracil 20 ng/mL' }] } };
    expect(readReport({ ...measured, sources: [source('reports', 'failed')] }).report.untested).toHaveLength(1);
  });
});
