/** Companion tests that a laboratory names by their product. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, lines } from './board.ts';

describe('a test by its product name', () => {
  it.each([
    ['myChoice CDx', 'HRD Positive, GIS 58', 'HRD', 'positive'],
    ['myChoice CDx', 'tBRCA not detected; GIS 60', 'HRD', 'positive'],
    ['myChoice CDx', 'BRCA1/2: no mutation detected. Genomic instability score: 20', 'HRD', 'negative'],
    ['Myriad myChoice CDx Plus', 'GIS 20, HRD negative', 'HRD', 'negative'],
    ['HercepTest', '3+', 'HER2', 'positive'],
  ])('%s: %s is %s %s', (name, value, kind, status) => {
    const { biomarkers } = board('Ovarian cancer', lines([[name, value]])).report.oncology;
    expect(biomarkers.map((one) => [one.kind, one.status])).toEqual([[kind, status]]);
  });
  it('22C3 pharmDx with its score', () => {
    const { biomarkers } = board('NSCLC', lines([['22C3 pharmDx', 'TPS 60%']])).report.oncology;
    expect(biomarkers).toMatchObject([{ kind: 'PD-L1', value: 60, unit: '%' }]);
  });
});

it.each([
  ['Xospata 40 mg tablet', ['gilteritinib']],
  ['Scemblix 40 mg', ['asciminib']],
  ['Hernexeos 60 mg tablet', ['zongertinib']],
  ['Datroway', ['datopotamab deruxtecan']],
  ['Akeega 50 mg/500 mg', ['abiraterone', 'niraparib']],
])('an order of %s is known by its substance', (text, substances) => {
  const { report } = board('NSCLC', [], text);
  expect(report.orders.flatMap(({ ingredients }) => ingredients.map(({ name }) => name)).toSorted()).toEqual(substances);
});
