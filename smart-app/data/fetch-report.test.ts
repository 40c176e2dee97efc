import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchReport, FetchFault, type ReportSession } from './fetch-report.ts';

const source = { section: 'source', source: { key: 'genomics', label: 'genomic results', state: 'failed', count: 0 } };
const patient = { section: 'patient', patient: { id: 'p1' } };
const done = { section: 'done', reportVersion: '1', asOf: '2026-11-21', inputHash: 'x', knowledge: [] };
const error = (status: number) => ({ section: 'error', status, message: 'The EHR did not accept the session' });

/** A service that answers one list of lines after the other, and a session that may renew its token. */
function bench(answers: readonly (readonly object[])[], renews = true) {
  const left = [...answers];
  const tokens: string[] = [];
  let token = 'first';
  vi.stubGlobal('fetch', async (_address: URL, init: RequestInit) => {
    tokens.push(new Headers(init.headers).get('authorization') ?? '');
    const lines = (left.shift() ?? []).map((line) => `${JSON.stringify(line)}\n`).join('');
    return new Response(lines, { headers: { 'content-type': 'application/x-ndjson' } });
  });
  const session: ReportSession = {
    fhirServer: 'https://ehr.example/fhir',
    patientId: 'p1',
    accessToken: () => token,
    expiresSoon: () => false,
    renew: async () => {
      if (renews) token = 'second';
      return renews;
    },
  };
  const read = () => fetchReport('https://service.example/panel/', session, { allDrugs: false }, () => undefined);
  return { read, tokens };
}
afterEach(() => vi.unstubAllGlobals());

describe('a session that ends while the chart is read', () => {
  it('is renewed, and the report comes whole', async () => {
    const { read, tokens } = bench([
      [source, error(401)],
      [patient, done],
    ]);
    const { read: report, partial } = await read();
    expect([report.complete, report.sources, partial]).toEqual([true, [], null]);
    expect(tokens).toEqual(['Bearer first', 'Bearer second']);
  });
  it.each([
    ['cannot be renewed', [[source, error(401)]], false, 'expired', 1],
    [
      'ends again at once',
      [
        [source, error(401)],
        [source, error(401)],
        [patient, done],
      ],
      true,
      'expired',
      2,
    ],
  ] as const)('that %s has ended: nothing half-read stands', async (_, answers, renews, kind, asked) => {
    const { read, tokens } = bench(answers, renews);
    await expect(read()).rejects.toMatchObject({ kind });
    expect(tokens).toHaveLength(asked);
  });
});

it.each([
  [404, 'not-permitted'],
  [502, 'service'],
])('an answer that breaks off with %i before anything of the report is a failure with its reason', async (status, kind) => {
  const failed = await bench([[source, error(status)]])
    .read()
    .catch((fault: unknown) => fault);
  expect(failed).toBeInstanceOf(FetchFault);
  expect(failed).toMatchObject({ kind, detail: 'The EHR did not accept the session' });
});

it('what came before the service stopped stays, and is said to be a part', async () => {
  const { read, partial } = await bench([[patient, error(500)]]).read();
  expect([read.report.patient.id, read.complete, partial?.kind]).toEqual(['p1', false, 'service']);
});
