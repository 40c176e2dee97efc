import { describe, expect, it } from 'vitest';
import { testCard } from '../../test/service/harness.ts';
import { guidanceKey } from '../hooks/decision.ts';
import type { PatientReport } from '../report/types.ts';
import { notCheckedLine, notCheckedText, summaryOfMissing, tellsNotChecked } from './not-checked-text.ts';
import type { AlsoUnread, CardContext } from './types.ts';

describe('what was not checked', () => {
  it.each<[string, string[], string]>([
    ['one part', ['laboratory results (not sent)'], 'laboratory results (not sent)'],
    [
      'two parts for one reason',
      ['genomic results (not sent)', 'laboratory results (not sent)'],
      'genomic results and laboratory results (both: not sent)',
    ],
    [
      'a server that did not answer, and what the EHR does not permit',
      [
        'genomic results (no answer in time)',
        'allergies (not permitted)',
        'conditions (no answer in time)',
        'weight and height (no answer in time)',
      ],
      'genomic results, conditions, and weight and height (all: no answer in time); allergies (not permitted)',
    ],
    [
      'parts without a reason',
      ['1 order that names another patient', '2 records that name another patient', 'laboratory results (only in part)'],
      '1 order that names another patient; 2 records that name another patient; laboratory results (only in part)',
    ],
    ['nothing', [], ''],
  ])('%s', (_name, parts, text) => {
    expect(notCheckedText(parts)).toBe(text);
  });
});

describe('what is looked for beside, and was not read', () => {
  const call: CardContext = { hook: 'order-sign', family: 'pgx', orders: [], draftOrders: {}, notChecked: [] };
  const late: AlsoUnread = { text: 'results elsewhere (no answer in time)' };
  const unasked: AlsoUnread = { text: 'results elsewhere (not searched for)', unasked: true };
  const line = (also: readonly AlsoUnread[], missing: boolean): string =>
    notCheckedLine({ ...call, alsoUnread: also }, missing)
      .flatMap(({ sentences }) => sentences)
      .join(' ');

  it.each<[string, readonly AlsoUnread[], boolean, string]>([
    ['not answered: beside every advice', [late], false, 'results elsewhere (no answer in time).'],
    ['not asked for: not beside advice from a result', [unasked], false, ''],
    ['not asked for: where a result is said to be missing', [unasked], true, 'results elsewhere (not searched for).'],
    ['all was looked through', [], true, ''],
  ])('%s', (_name, also, missing, text) => {
    expect(line(also, missing)).toBe(text);
    expect(tellsNotChecked({ ...call, alsoUnread: also })).toEqual({});
  });

  it('a result is missing from the whole chart only where all of it was looked through; an override holds for both', () => {
    const said = (also: readonly AlsoUnread[]) => summaryOfMissing({ alsoUnread: also }, (where) => `No DPYD result ${where}`);
    expect(said([])).toEqual({ summary: 'No DPYD result on file' });
    expect(said([late]).summary).toBe('No DPYD result found');
    const report = { orders: [] } as unknown as PatientReport;
    const key = (also: readonly AlsoUnread[]) => guidanceKey({ ...testCard('MedicationRequest/a', 'p1', []), ...said(also) }, report, 'p');
    expect(new Set([key([]), key([late]), key([unasked])]).size).toBe(1);
  });
});
