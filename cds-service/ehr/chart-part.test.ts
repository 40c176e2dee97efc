import { describe, expect, it } from 'vitest';
import { readPart, type ChartPart } from './chart-part.ts';

const result = (id: string) => ({ resourceType: 'Observation', id });
const report = { resourceType: 'DiagnosticReport', id: 'r' };
const encounter = { resourceType: 'Encounter', id: 'e' };
const outcome = (severity: string) => ({ resourceType: 'OperationOutcome', issue: [{ severity, code: 'processing' }] });
const searchset = (...entry: unknown[]) => ({ resourceType: 'Bundle', type: 'searchset', entry });
const batch = (...entry: unknown[]) => ({ resourceType: 'Bundle', type: 'batch-response', entry });
const entry = (resource: unknown, more: object = {}) => ({ resource, ...more });

function inShort(part: ChartPart): string {
  const ids = 'resources' in part ? part.resources.map(({ id }) => String(id)).join(' ') : '';
  const next = part.state === 'incomplete' && part.next !== undefined ? ` → ${part.next}` : '';
  return `${part.state}${ids === '' ? '' : `: ${ids}`}${next}`;
}

const read = (value: unknown): string => inShort(readPart(value, ['Observation']));

describe('what an EHR hands over for one part of the chart', () => {
  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'absent'],
    ['null', null, 'none'],
    ['an empty search', searchset(), 'none'],
    ['an empty search with a warning, as Epic has it', searchset(entry(outcome('warning'), { search: { mode: 'outcome' } })), 'none'],
    ['one resource', result('a'), 'data: a'],
    ['a search', searchset(entry(result('a')), entry(result('b'))), 'data: a b'],
    ['an OperationOutcome', outcome('error'), 'failed'],
    ['a search that failed', searchset(entry(outcome('error'))), 'failed'],
    ['a search that failed in part', searchset(entry(result('a')), entry(outcome('error'))), 'incomplete: a'],
    ['a page', { ...searchset(entry(result('a'))), link: [{ relation: 'next', url: 'p2' }] }, 'incomplete: a → p2'],
    ['fewer than the total', { ...searchset(entry(result('a'))), total: 2 }, 'incomplete: a'],
    [
      'fewer than the total, made up by what is included beside them',
      { ...searchset(entry(result('a')), entry(report, { search: { mode: 'include' } })), total: 2 },
      'incomplete: a r',
    ],
    [
      'what is included beside a match is read with it',
      searchset(entry(result('a')), entry(report, { search: { mode: 'include' } })),
      'data: a r',
    ],
    ['another kind of result in its place', searchset(entry(report)), 'data: r'],
    ['something else in its place', searchset(entry(encounter)), 'failed'],
    ['another type alone', encounter, 'failed'],
    ['something else included beside nothing', searchset(entry(encounter, { search: { mode: 'include' } })), 'none'],
    ['answers within an answer', batch(entry(searchset(entry(result('a')))), entry(searchset(entry(result('b'))))), 'data: a b'],
    [
      'an answer within an answer that is a page',
      batch(entry({ ...searchset(entry(result('a'))), link: [{ relation: 'next', url: 'p2' }] })),
      'incomplete: a → p2',
    ],
    ['an empty answer within an answer', batch(entry(searchset(), { response: { status: '200 OK' } })), 'none'],
    ['a refused answer within an answer', batch({ response: { status: '403 Forbidden' } }), 'failed'],
    ['a refused answer that says why', batch({ response: { status: '500', outcome: outcome('error') } }), 'failed'],
    ['one refused answer of two', batch(entry(searchset(entry(result('a')))), { response: { status: '403' } }), 'incomplete: a'],
    ['the form of the drafts before 1.0', { response: { status: '200 OK' }, resource: searchset(entry(result('a'))) }, 'data: a'],
    ['that form, refused', { response: { status: '404 Not Found' }, resource: null }, 'failed'],
    ['a list of resources', [result('a'), result('b')], 'data: a b'],
    ['an empty list', [], 'failed'],
    ['resources in the place of entries', searchset(result('a')), 'data: a'],
    ['entries that are none', searchset(null, 7, 'x', {}), 'none'],
    ['entries that are no list', { resourceType: 'Bundle', entry: {} }, 'failed'],
    ['a text', '{"resourceType":"Bundle"}', 'failed'],
  ])('%s', (_what, value, expected) => {
    expect(read(value)).toBe(expected);
  });
});
