import { describe, expect, it } from 'vitest';
import { readPart, type ChartPart } from './chart-part.ts';

const result = (id: string) => ({ resourceType: 'Observation', id });
const report = { resourceType: 'DiagnosticReport', id: 'r' };
const encounter = { resourceType: 'Encounter', id: 'e' };
const outcome = (severity: string) => ({ resourceType: 'OperationOutcome', issue: [{ severity, code: 'processing' }] });
const searchset = (...entry: unknown[]) => ({ resourceType: 'Bundle', type: 'searchset', entry });
const batch = (...entry: unknown[]) => ({ resourceType: 'Bundle', type: 'batch-response', entry });
const CUT_DOWN = { meta: { tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' }] } };
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
    [
      'a page whose links are one object',
      { ...searchset(entry(result('a'))), link: { relation: 'next', url: 'p2' } },
      'incomplete: a → p2',
    ],
    ['an empty page whose links are one object', { ...searchset(), link: { relation: 'next', url: 'p2' } }, 'incomplete → p2'],
    ['the link of this page as one object', { ...searchset(entry(result('a'))), link: { relation: 'self', url: 'p1' } }, 'data: a'],
    ['a next page that does not say where', { ...searchset(entry(result('a'))), link: [{ relation: 'next' }] }, 'incomplete: a'],
    ['fewer than a total in digits', { ...searchset(), total: '12' }, 'incomplete'],
    ['a total that is no number', { ...searchset(entry(result('a'))), total: 'many' }, 'data: a'],
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
    ['an order of a DSTU2 server in its place', searchset(entry({ resourceType: 'MedicationOrder', id: 'o' })), 'data: o'],
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
    [
      'an entry that names its resource and does not bring it',
      searchset({ fullUrl: 'https://ehr.example.org/R4/Observation/a' }),
      'incomplete',
    ],
    [
      'one entry of two that does not bring its resource',
      searchset(entry(result('a')), { fullUrl: 'https://ehr.example.org/R4/Observation/b', search: { mode: 'match' } }),
      'incomplete: a',
    ],
    ['an answer of a batch without its resource', batch({ response: { status: '200 OK' } }), 'incomplete'],
    ['an answer of a batch that was not sent again', batch({ response: { status: '304 Not Modified' } }), 'incomplete'],
    ['an answer of a batch that has no content', batch({ response: { status: '204 No Content' } }), 'none'],
    ['a result cut down to its summary', searchset(entry({ ...result('a'), ...CUT_DOWN })), 'incomplete: a'],
    ['one of two cut down', searchset(entry(result('a')), entry({ ...result('b'), ...CUT_DOWN })), 'incomplete: a b'],
    ['one resource, cut down', { ...result('a'), ...CUT_DOWN }, 'incomplete: a'],
    [
      'cut down by the mark of a security label',
      searchset(entry({ ...result('a'), meta: { security: CUT_DOWN.meta.tag } })),
      'incomplete: a',
    ],
    [
      'an answer that is marked in the place of its results, as LinuxForHealth has it',
      { ...searchset(entry(result('a'))), ...CUT_DOWN },
      'incomplete: a',
    ],
    ['an empty answer that is marked so', { ...searchset(), ...CUT_DOWN }, 'none'],
    ['another tag', searchset(entry({ ...result('a'), meta: { tag: [{ code: 'HTEST' }] } })), 'data: a'],
    ['entries that are no list', { resourceType: 'Bundle', entry: {} }, 'failed'],
    ['a text', '{"resourceType":"Bundle"}', 'failed'],
  ])('%s', (_what, value, expected) => {
    expect(read(value)).toBe(expected);
  });
});

describe('a patient cut down to its summary', () => {
  it.each<[string, object]>([
    ['alone', { resourceType: 'Patient', id: 'p', ...CUT_DOWN }],
    ['in a search that is marked so', { ...searchset(entry({ resourceType: 'Patient', id: 'p', ...CUT_DOWN })), ...CUT_DOWN }],
  ])('%s: birth date and sex stand in it, so it is whole', (_what, value) => {
    expect(inShort(readPart(value, ['Patient']))).toBe('data: p');
  });
});

describe('the last page of a search, after the pages before it', () => {
  const page = (value: object, before?: Parameters<typeof readPart>[2]) => readPart(value, ['Observation'], before);
  const first = (value: object) => {
    const part = page({ ...value, link: [{ relation: 'next', url: 'p2' }] });
    return part.state === 'incomplete' ? part.pages : undefined;
  };

  it.each<[string, object, object, string]>([
    ['all of the total', { ...searchset(entry(result('a'))), total: 2 }, { ...searchset(entry(result('b'))), total: 2 }, 'data: b'],
    ['all of the total that only the first gave', { ...searchset(entry(result('a'))), total: 2 }, searchset(entry(result('b'))), 'data: b'],
    [
      'fewer than the total of each',
      { ...searchset(entry(result('a'))), total: 50 },
      { ...searchset(entry(result('b'))), total: 50 },
      'incomplete: b',
    ],
    ['fewer than the total of the first', { ...searchset(entry(result('a'))), total: 3 }, searchset(entry(result('b'))), 'incomplete: b'],
    ['a total of its own page only', searchset(entry(result('a'))), { ...searchset(entry(result('b'))), total: 1 }, 'data: b'],
    ['empty, the total reached before', { ...searchset(entry(result('a'))), total: 1 }, searchset(), 'none'],
    ['empty, the total not reached', { ...searchset(entry(result('a'))), total: 2 }, searchset(), 'incomplete'],
    ['with an entry that failed', searchset(entry(result('a'))), searchset(entry(result('b')), entry(outcome('error'))), 'incomplete: b'],
    [
      'after one with an entry that failed',
      searchset(entry(result('a')), { response: { status: '500' } }),
      searchset(entry(result('b'))),
      'incomplete: b',
    ],
    ['after one with a warning', searchset(entry(result('a')), entry(outcome('warning'))), searchset(entry(result('b'))), 'data: b'],
    [
      'after an answer within an answer',
      batch(entry({ ...searchset(entry(result('a'))), total: 2, link: [{ relation: 'next', url: 'p2' }] })),
      { ...searchset(entry(result('b'))), total: 2 },
      'data: b',
    ],
    [
      'after two answers within an answer, of which one can be followed',
      batch(...['a', 'b'].map((id) => entry({ ...searchset(entry(result(id))), link: [{ relation: 'next', url: id }] }))),
      searchset(entry(result('c'))),
      'incomplete: c',
    ],
  ])('%s', (_what, one, last, expected) => {
    const before = 'entry' in one && JSON.stringify(one).includes('"next"') ? page(one) : null;
    expect(inShort(page(last, before?.state === 'incomplete' ? before.pages : first(one)))).toBe(expected);
  });
});
