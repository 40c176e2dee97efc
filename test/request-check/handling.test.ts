/** What the findings say that Genehook did, against what the real knowledge and cards do with the same call. */
import { beforeAll, describe, expect, it } from 'vitest';
import { tryHere } from '../../cds-service/cli/hook-local.ts';
import { loadClinic, type LoadedClinic } from '../../cds-service/clinic.ts';
import { CHECK_DEFAULTS } from '../../cds-service/request-bench/check-defaults.ts';
import { benchRequest } from '../bench/order-sign-request.ts';
import { call } from './cases/call.ts';
import { BODY_CASES } from './cases/index.ts';

type Json = Record<string, unknown>;

/** A CYP2C19 poor metabolizer's real genotype, for the patient of the cases. */
const genotype: unknown = JSON.parse(
  JSON.stringify((benchRequest()['prefetch'] as Json)['genomics']).replaceAll('Patient/bench-1', 'Patient/p1'),
);

let clinic: LoadedClinic;
beforeAll(async () => {
  clinic = await loadClinic();
});

async function summaries(body: Json): Promise<string[]> {
  const prefetch = body['prefetch'] as Json;
  const whole = { ...body, prefetch: { ...prefetch, laboratory: genotype } };
  const captured = { label: 'case', body: whole, masked: false };
  const [trial] = await tryHere(captured, { clinic, today: '2026-11-21', service: 'pgx-order-sign', check: CHECK_DEFAULTS });
  return (trial?.cards ?? []).map((card) => String((card as Json)['summary']));
}

const ABOUT_ORDERS = /^(order|coding|resource)\./;
const CASES = BODY_CASES.filter(
  ({ rule, where, hook }) => ABOUT_ORDERS.test(rule) && where.startsWith('$.context.draftOrders') && hook === 'order-sign',
);

describe('an order that deviates', () => {
  it('there are cases, and in the call that they start from the card comes', async () => {
    expect(CASES.length).toBeGreaterThan(15);
    expect(await summaries(call())).toEqual([expect.stringMatching(/CYP2C19 poor metabolizer.*clopidogrel/) as string]);
  });

  it.each(CASES.map((each) => [each.rule, each.name, each] as const))('%s: %s', async (rule, _name, { body, handling }) => {
    const said = await summaries(body as Json);
    const advised = said.some((summary) => /CYP2C19 poor metabolizer.*clopidogrel/.test(summary));
    const unchecked = said.some((summary) => /not checked|could not check|not recognised|in part|not be read/i.test(summary));
    if (handling === 'used') expect([rule, said, advised]).toEqual([rule, said, true]);
    if (handling === 'said') expect([rule, said, advised, unchecked]).toEqual([rule, said, false, true]);
    // A code that is passed over leaves the text beside it; an order that is passed over leaves nothing.
    if (handling === 'ignored')
      expect([rule, said, advised]).toEqual([rule, said, rule.startsWith('coding.') || rule === 'order.dose-place']);
  });
});
