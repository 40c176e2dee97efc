import { afterEach, describe, expect, it, vi } from 'vitest';
import { tokenRenewal, type TokenResponse } from './renew.ts';

const first: TokenResponse = { access_token: 'a1', refresh_token: 'r1', patient: 'p1', scope: 'launch' };

function bench(answer: unknown, status = 200, start: TokenResponse = first) {
  let held = start;
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (_address: string, { body }: RequestInit) => {
    asked.push(String(body as URLSearchParams));
    return new Response(JSON.stringify(answer), { status });
  });
  const renew = tokenRenewal({
    tokenUri: 'https://ehr.example/token',
    clientId: 'panel',
    fhirServer: 'https://ehr.example/fhir',
    current: () => held,
    keep: async (renewed) => (held = renewed),
  });
  return { renew, asked, held: () => held };
}

describe('renewing the token', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('names the client, asks for no wider scope, and takes the new refresh token', async () => {
    const { renew, asked, held } = bench({ access_token: 'a2', refresh_token: 'r2' });
    expect(await renew()).toBe(true);
    expect(asked).toEqual(['grant_type=refresh_token&refresh_token=r1&client_id=panel']);
    expect(held()).toEqual({ ...first, access_token: 'a2', refresh_token: 'r2' });
  });
  it.each([
    ['the same patient as an address of this server', 'https://ehr.example/fhir/Patient/p1', true],
    ['the same id on another server', 'https://other.example/fhir/Patient/p1', false],
    ['another patient', 'p2', false],
  ])('a new token for %s', async (_what, patient, taken) => {
    expect(await bench({ access_token: 'a2', patient }).renew()).toBe(taken);
  });
  it('keeps the old refresh token where none comes back', async () => {
    const { renew, held } = bench({ access_token: 'a2' });
    expect(await renew()).toBe(true);
    expect(held()).toMatchObject({ access_token: 'a2', refresh_token: 'r1' });
  });
  it('asks once for callers at the same time', async () => {
    const { renew, asked } = bench({ access_token: 'a2' });
    expect(await Promise.all([renew(), renew(), renew()])).toEqual([true, true, true]);
    expect(asked).toHaveLength(1);
  });
  it.each([
    ['another patient', { access_token: 'a2', patient: 'p2' }, 200],
    ['no token', {}, 200],
    ['a refusal', { error: 'invalid_grant' }, 400],
  ])('%s is no renewal, and the old answer stays', async (_what, answer, status) => {
    const { renew, held } = bench(answer, status);
    expect(await renew()).toBe(false);
    expect(held()).toEqual(first);
  });
  it('without a refresh token nothing is sent', async () => {
    const { renew, asked } = bench({}, 200, { access_token: 'a1', patient: 'p1' });
    expect(await renew()).toBe(false);
    expect(asked).toEqual([]);
  });
});
