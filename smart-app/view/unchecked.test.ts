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
});
