import { describe, expect, it } from 'vitest';
import type { ChartPart, Json } from './chart-part.ts';
import { refusingReader, type FhirReader } from './fhir-server.ts';
import { firstFetched, notAmong, readFurther } from './further.ts';

const result = (id: string, patient = 'p1'): Json => ({ resourceType: 'Observation', id, subject: { reference: `Patient/${patient}` } });
const QUERY = { query: 'Observation?patient=p1&code=84413-4', types: ['Observation'], most: 3 };
const setting = (reader: FhirReader) => ({
  patientId: 'p1', servers: [], access: { base: 'https://ehr.example.org/R4', token: 't' }, reader, signal: new AbortController().signal,
}); // prettier-ignore
const reader = (read: (signal: AbortSignal) => Promise<ChartPart>): FhirReader => ({
  ...refusingReader('not asked'),
  read: (_access, _query, signal) => read(signal),
});
const answering = (...resources: readonly Json[]): FhirReader => reader(() => Promise.resolve({ state: 'data', resources }));
const DONE = { begun: Promise.resolve(), ended: Promise.resolve() };
const ids = (resources: readonly Json[]) => resources.map(({ id }) => id);

describe('searches that nobody is kept waiting for', () => {
  it('give what came in time, of this patient', async () => {
    const found = await readFurther([QUERY], DONE, setting(answering(result('a'), result('b', 'p2'))));
    expect(ids(found)).toEqual(['a']);
  });

  it('give nothing where the server refuses them, or sends more than one patient has', async () => {
    expect(await readFurther([QUERY], DONE, setting(refusingReader('not found')))).toEqual([]);
    const many = ['a', 'b', 'c', 'd'].map((id) => result(id));
    expect(await readFurther([QUERY], DONE, setting(answering(...many)))).toEqual([]);
  });

  it('are given up soon after all else is there', async () => {
    const hanging = reader(
      (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve({ state: 'failed', why: 'no answer in time' }))),
    );
    const started = performance.now();
    expect(await readFurther([QUERY], DONE, setting(hanging))).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(await readFurther([QUERY], { begun: Promise.resolve(), ended: Promise.reject(new Error('ended')) }, setting(hanging))).toEqual(
      [],
    );
  });

  it('are told where they were not answered or not whole, and not where the server refused them', async () => {
    const told = async (read: FhirReader, signal = new AbortController().signal) => {
      const seen: string[] = [];
      const onUnread = (_query: unknown, { state }: ChartPart) => void seen.push(state);
      await readFurther([QUERY], { ...DONE, graceMs: 20, onUnread }, { ...setting(read), signal });
      return seen;
    };
    const hanging = reader(
      (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve({ state: 'failed', why: 'no answer in time' }))),
    );
    expect(await told(hanging)).toEqual(['failed']);
    expect(await told(reader(() => Promise.resolve({ state: 'incomplete', resources: [result('a')] })))).toEqual(['incomplete']);
    expect(await told(answering(...['a', 'b', 'c', 'd'].map((id) => result(id))))).toEqual(['data']);
    expect(await told(refusingReader('the FHIR server refused the search'))).toEqual([]);
    expect(await told(answering(result('a')))).toEqual([]);
  });

  it('are waited for while all else is under way', async () => {
    const late = reader(() => new Promise((resolve) => setTimeout(() => resolve({ state: 'data', resources: [result('a')] }), 300)));
    const rest = new Promise((resolve) => setTimeout(resolve, 400));
    expect(ids(await readFurther([QUERY], { begun: Promise.resolve(), ended: rest }, setting(late)))).toEqual(['a']);
  });
});

it('a server that has answered nothing is not asked for more', async () => {
  let asked = 0;
  const counting = reader(() => {
    asked += 1;
    return Promise.resolve({ state: 'none' });
  });
  const over = AbortSignal.abort();
  const begun = new Promise(() => undefined);
  await readFurther([QUERY], { begun, ended: Promise.resolve() }, { ...setting(counting), signal: over });
  expect(asked).toBe(0);
});

it('the first part that was fetched is told, and every part is handed on', async () => {
  const seen: string[] = [];
  const first = firstFetched<string>((key) => seen.push(key));
  first.onPart('a', { state: 'none' }, false);
  first.onPart('b', { state: 'none' }, true);
  await first.begun;
  expect(seen).toEqual(['a', 'b']);
});

it('what is at hand already is not read twice', () => {
  expect(ids(notAmong([result('a')], [result('a'), result('b')]))).toEqual(['b']);
});
