import { describe, expect, it } from 'vitest';
import { readReport } from '../data/read-report.ts';
import { syntheticReads } from '../gallery/synthetic-reports.ts';
import { unchecked } from './unchecked.ts';

describe('what was not checked', () => {
  it('names a part of the chart that failed, an unknown drug, an untested gene and a report that broke off', () => {
    const kinds = (name: string) => unchecked(syntheticReads[name] ?? readReport({}), []).map(({ kind }) => kind);
    expect(kinds('partial')).toEqual(expect.arrayContaining(['source-failed', 'source-incomplete']));
    expect(kinds('full')).toEqual(expect.arrayContaining(['unknown-drug', 'not-tested', 'unreadable-result', 'warning']));
    expect(kinds('stopped')).toContain('incomplete');
  });

  it('names the allele that is asked for, and never says "no result" of a gene that has one for another allele', () => {
    const drug = { name: 'carbamazepine', rxnorm: '2002' };
    const untested = [{ gene: 'HLA-A', allele: '*31:01', drug, order: 'MedicationRequest/1', test: {}, source: {} }];
    const gapsWith = (genes: readonly object[]) =>
      unchecked(readReport({ pgx: { genes, drugs: [], untested }, complete: true }), [])
        .filter(({ kind }) => kind.startsWith('not-'))
        .map(({ kind, subject }) => [kind, subject]);
    expect(gapsWith([])).toEqual([['not-tested', 'HLA-A*31:01']]);
    expect(gapsWith([{ gene: 'HLA-A', phenotype: '*32:01 negative', state: 'called' }])).toEqual([['not-what-is-asked', 'HLA-A']]);
  });
});
