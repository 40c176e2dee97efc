/** Which results are read by their id because a report or a panel names them. */
import { describe, expect, it } from 'vitest';
import { readPart, type Json } from './chart-part.ts';
import { refusingReader } from './fhir-server.ts';
import { missingResults, readNamedByChart, unreadResults } from './named-by-chart.ts';

const BASE = 'https://ehr.example.org/fhir/R4';
const to = (...addresses: string[]) => addresses.map((reference) => ({ reference }));
const GENETICS = [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'GE' }] }];
const report = (change: object = {}): Json => ({
  resourceType: 'DiagnosticReport',
  id: 'r',
  status: 'final',
  category: GENETICS,
  result: to('Observation/a'),
  ...change,
});
const result = (id: string, change: object = {}): Json => ({ resourceType: 'Observation', id, status: 'final', ...change });

describe('results that are asked for', () => {
  it.each<[string, readonly Json[], readonly string[]]>([
    ['of a report', [report()], ['a']],
    ['of a report that is there', [report(), result('a')], []],
    ['of two reports that name the same', [report(), report({ id: 's' })], ['a']],
    ['by the address on this server', [report({ result: to(`${BASE}/Observation/a`) })], ['a']],
    ['of a version', [report({ result: to('Observation/a/_history/2') })], ['a']],
    ['on another server', [report({ result: to('https://other.example.org/R4/Observation/a') })], []],
    ['inside the report', [report({ result: to('#a') })], []],
    ['of another kind', [report({ result: to('Media/a') })], []],
    ['by a path', [report({ result: to('Observation/../Patient') })], []],
    ['of a report that is preliminary', [report({ status: 'preliminary' })], []],
    ['of a report that was withdrawn', [report({ status: 'entered-in-error' })], []],
    ['of a laboratory report: a search by category may have missed it', [report({ category: [] })], ['a']],
    ['a member of a panel', [result('p', { hasMember: to('Observation/a', 'Observation/b') }), result('b')], ['a']],
    ['what a result rests on', [result('p', { derivedFrom: to('Observation/a', 'MolecularSequence/m') })], ['a']],
    ['a member of a panel that was cancelled', [result('p', { status: 'cancelled', hasMember: to('Observation/a') })], []],
    ['a report without results', [report({ result: undefined })], []],
    ['results that are no list', [report({ result: { reference: 'Observation/a' } })], ['a']],
    ['results that are none', [report({ result: [null, 7, 'Observation/a', { reference: 1 }] })], []],
  ])('%s', (_what, resources, expected) => {
    expect(missingResults(resources, BASE)).toEqual(expected);
  });
});

it.each<[string, readonly Json[], number]>([
  ['one that is not there', [report()], 1],
  ['one on another server', [report({ result: to('https://other.example.org/R4/Observation/a') })], 1],
  ['all there', [report(), result('a')], 0],
  ['one category of DSTU2', [report({ category: GENETICS[0] })], 1],
  ['of another section of the laboratory: nothing of genetics', [report({ category: [{ coding: [{ code: 'HM' }] }] })], 0],
  ['of a preliminary report', [report({ status: 'preliminary' })], 0],
])('genetic results that nobody has read: %s', (_what, resources, expected) => {
  expect(unreadResults(resources)).toBe(expected);
});

describe('reading what the chart names', () => {
  const setting = (known: readonly Json[]) => {
    const asked: string[] = [];
    const read = (_access: unknown, { query, types }: { query: string; types: readonly string[] }) => {
      asked.push(query);
      const found = known.find(({ resourceType, id }) => query === `${String(resourceType)}/${String(id)}`);
      return Promise.resolve(found === undefined ? { state: 'failed' as const, why: 'not found' } : readPart(found, types));
    };
    const reader = { ...refusingReader('not found'), read };
    const { signal } = new AbortController();
    return { asked, with: { patientId: 'p1', servers: [BASE], access: { base: BASE, token: 't' }, reader, signal } };
  };
  const subject = { reference: 'Patient/p1' };

  it('goes on from a report to its panel, its members and what they rest on, and asks for nothing twice', async () => {
    const server = setting([
      result('a', { subject, hasMember: to('Observation/b', 'Observation/gone') }),
      result('b', { subject, derivedFrom: to('Observation/c') }),
      result('c', { subject, derivedFrom: to('Observation/a') }),
    ]);
    const { found, asked } = await readNamedByChart([report()], server.with);
    expect(found.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect([asked, server.asked]).toEqual([4, ['Observation/a', 'Observation/b', 'Observation/gone', 'Observation/c']]);
  });

  it('never takes a result of another patient, nor one that was not asked for', async () => {
    const server = setting([result('a', { subject: { reference: 'Patient/p2' } })]);
    expect((await readNamedByChart([report()], server.with)).found).toEqual([]);
  });

  it('ends at a hundred', async () => {
    const server = setting([]);
    const many = report({ result: to(...Array.from({ length: 250 }, (_, at) => `Observation/o${at}`)) });
    expect((await readNamedByChart([many], server.with)).asked).toBe(100);
  });
});
