import { describe, expect, it } from 'vitest';
import { readReport } from '../data/read-report.ts';
import { fullReport } from '../gallery/synthetic-reports.ts';
import { en, words } from '../language/en.ts';
import { makeLanguage } from '../language/language.tsx';
import { consultNote } from './consult-note.ts';
import { drugRows } from './drug-rows.ts';
import { whatMattersNow } from './now.ts';
import { fitKey, fitsInOrder } from './tumour.ts';

const { report } = readReport(fullReport);
const english = makeLanguage('en', { messages: en, words });

describe('the orders of a tumour', () => {
  const fit = (name: string, verdict: string) => ({
    order: `MedicationRequest/${name}`,
    drug: { name },
    verdict,
    ruleId: name,
    because: [],
  });
  it('what speaks against one comes first, one of which nothing is asked last, the same order twice is said once', () => {
    const orders = [
      fit('capecitabine', 'not-covered'),
      fit('dabrafenib', 'fits'),
      fit('gefitinib', 'contradicted'),
      fit('encorafenib', 'biomarker-not-tested'),
      fit('gefitinib', 'contradicted'),
    ];
    const { fits } = readReport({ oncology: { orders } }).report;
    expect(fitsInOrder(fits).map(({ drug }) => drug.name)).toEqual(['gefitinib', 'encorafenib', 'dabrafenib', 'capecitabine']);
  });
});

describe('a cancer drug without any gene rule', () => {
  const order = {
    reference: 'MedicationRequest/e',
    status: 'draft',
    text: 'erlotinib',
    systemic: true,
    ingredients: [{ name: 'erlotinib', rxnorm: '337525' }],
  };
  const row = (verdict: string) => {
    const fit = { order: order.reference, drug: { name: 'erlotinib', rxnorm: '337525' }, verdict, because: ['T790M'], ruleId: 'r' };
    return drugRows(readReport({ orders: [order], pgx: {}, oncology: { orders: [fit, fit] } }).report)[0];
  };
  it.each([
    ['contradicted', 'caution', 'advised'],
    ['biomarker-negative', 'caution', 'advised'],
    ['biomarker-not-tested', 'note', 'advised'],
    ['biomarker-open', 'caution', 'advised'],
    ['a word that is not known', 'note', 'advised'],
    ['fits', 'checked', 'advised'],
    ['not-covered', 'checked', 'checked'],
  ])('%s → %s: never "checked" against findings that speak against it', (verdict, severity, state) => {
    expect([row(verdict)?.severity, row(verdict)?.state]).toEqual([severity, state]);
  });
  it('a finding that is required and not tested stands in Now', () => {
    const fit = { order: order.reference, drug: { name: 'erlotinib' }, verdict: 'biomarker-not-tested', ruleId: 'r' };
    const now = whatMattersNow(readReport({ orders: [order], pgx: {}, oncology: { orders: [fit] } }).report);
    expect(now.items.map(({ fit: found }) => found?.verdict)).toEqual(['biomarker-not-tested']);
    expect(now.drugsChecked).toBe(0);
  });
  it('says so in the note for the chart', () => {
    const contradicted = row('contradicted');
    expect(contradicted === undefined ? '' : consultNote(contradicted, report, english)).toContain(
      'Tumour findings: Findings speak against it. T790M',
    );
  });
});

describe('a cancer drug that fits only with a partner', () => {
  const { report: made } = readReport({
    orders: [
      { reference: 'MedicationRequest/e', status: 'draft', text: 'encorafenib', ingredients: [{ name: 'encorafenib', rxnorm: '2049106' }] },
    ],
    pgx: { genes: [], drugs: [], untested: [] },
    oncology: {
      orders: [
        {
          order: 'MedicationRequest/e',
          drug: { name: 'encorafenib', rxnorm: '2049106' },
          verdict: 'fits',
          partners: ['binimetinib'],
          ruleId: 'r',
        },
      ],
    },
  });
  it('is as loud as its card: never "checked", and the partner is named at the top', () => {
    const [row] = drugRows(made);
    expect([row?.severity, row?.state]).toEqual(['note', 'advised']);
    const [item] = whatMattersNow(made).items;
    expect(item?.fit === null || item?.fit === undefined ? '' : fitKey(item.fit)).toBe('fit.partner-missing');
    expect(row === undefined ? '' : consultNote(row, made, english)).toContain('together with binimetinib: neither ordered nor taken');
  });
});
