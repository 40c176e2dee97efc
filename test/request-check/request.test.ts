/** Every rule about a request: a call that breaks it, one that does not, and what the service really did with both. */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import request from 'supertest';
import { describe, expect, it, vi } from 'vitest';
import { checkRequest, REQUEST_RULES } from '../../cds-service/request-check/index.ts';
import { benchRequest } from '../bench/order-sign-request.ts';
import { createTestApp } from '../service/harness.ts';
import { call, settingFor, UUID, without, withToken } from './cases/call.ts';
import { bearer, HTTP, HTTP_CASES } from './cases/http.ts';
import { BODY_CASES, LONG_ID_CASE } from './cases/index.ts';
import { changed, mutatedCall } from './mutated-call.ts';

/** A second or two by themselves; much longer where everything is tested at once. */
vi.setConfig({ testTimeout: 300_000 });

const HOOKS = ['patient-view', 'order-select', 'order-sign'] as const;
const CASES = [...BODY_CASES, LONG_ID_CASE];

describe('a captured request', () => {
  it.each(HOOKS)('without deviations has no findings: %s', (hook) => {
    expect(checkRequest({ body: call(hook), http: hook === 'order-sign' ? HTTP : { method: 'POST' } }, settingFor(hook))).toEqual([]);
    expect(checkRequest({ body: withToken(call(hook)) }, settingFor(hook))).toEqual([]);
  });

  it.each(CASES.map((each) => [each.rule, each.name, each] as const))(
    '%s: %s',
    async (rule, _name, { body, where, handling, hook = 'order-sign' }) => {
      const found = checkRequest({ body }, settingFor(hook));
      expect(found.filter((item) => item.rule === rule).map((item) => [item.where, item.handling])).toContainEqual([where, handling]);
      const { app } = createTestApp();
      const { status } = await request(app)
        .post(`/cds-services/pgx-${hook}`)
        .set('content-type', 'application/json')
        .send(JSON.stringify(body));
      const refused = found.some((item) => item.handling === 'refused');
      expect([refused, status]).toEqual([refused, refused ? expect.toSatisfy((code: number) => code === 400 || code === 412) : 200]);
    },
  );

  it.each(HTTP_CASES.map((each) => [each.rule, JSON.stringify(each.http.headers ?? {}), each] as const))(
    '%s (%s)',
    (rule, _headers, { http, where, handling }) => {
      const found = checkRequest({ body: call(), http }, settingFor('order-sign'));
      expect(found.map((item) => [item.rule, item.where, item.handling])).toContainEqual([rule, where, handling]);
    },
  );

  it('whose header carries the token of the body is told so', () => {
    const body = withToken(call(), { access_token: 'abc.def.ghi' });
    const found = checkRequest(
      { body, http: { headers: { ...HTTP.headers, authorization: 'Bearer abc.def.ghi' } } },
      settingFor('order-sign'),
    );
    expect(found.map(({ rule }) => rule)).toContain('jwt.access-token');
    expect(checkRequest({ body, http: HTTP }, settingFor('order-sign')).map(({ rule }) => rule)).not.toContain('jwt.access-token');
  });

  it.each<[string, readonly string[], string]>([
    ['alone', ['earlier'], 'ignored'],
    ['beside another that is read from the server', ['earlier', 'statements'], 'fetched'],
  ])('without earlier orders, %s: what the pharmacogenomic service does with it', (_name, left, handling) => {
    const body = withToken(call());
    const prefetch = without(body['prefetch'] as Record<string, unknown>, ...left);
    const found = checkRequest({ body: { ...body, prefetch } }, settingFor('order-sign'));
    expect(found.filter(({ where }) => where === '$.prefetch.earlier').map((item) => item.handling)).toEqual([handling]);
    const { prefetch: templates, ...service } = settingFor('order-sign').service;
    const oncology = { ...settingFor('order-sign'), service: { ...service, prefetch: templates, id: 'oncology-order-sign' } };
    const there = checkRequest({ body: { ...body, prefetch } }, oncology);
    expect(there.filter(({ where }) => where === '$.prefetch.earlier').map((item) => item.handling)).toEqual(['fetched']);
  });

  it('for a hook that nobody serves is told so', () => {
    const setting = { ...settingFor('order-sign'), service: { id: '', hook: 'order-dispatch', prefetch: {} } };
    expect(checkRequest({ body: { ...call(), hook: 'order-dispatch' } }, setting).map(({ rule, where }) => [rule, where])).toContainEqual([
      'hook.unknown',
      '$.hook',
    ]);
    expect(checkRequest({ body: call() }, settingFor('order-sign'))).toEqual([]);
  });

  it('every rule has a case that triggers it; the calls without deviations trigger none', () => {
    const tried = new Set([...CASES.map(({ rule }) => rule), ...HTTP_CASES.map(({ rule }) => rule), 'jwt.access-token', 'hook.unknown']);
    expect(Object.keys(REQUEST_RULES).filter((rule) => !tried.has(rule))).toEqual([]);
  });

  it('findings repeat nothing of the call but names of members', () => {
    for (const { body, hook } of CASES) {
      const text = JSON.stringify(
        checkRequest(
          { body, http: { ...HTTP, headers: { ...HTTP.headers, authorization: bearer({}, { sub: 'secret-client' }) } } },
          settingFor(hook ?? 'order-sign'),
        ),
      );
      expect(text).not.toMatch(/"p1"|Patient\/p1|order-1|opaque|32968|secret-client/);
      expect(text).not.toContain(UUID);
    }
  });

  it('the same deviation in many places is one finding with a count', () => {
    const orders = Array.from({ length: 50 }, (_each, index) => ({
      resource: { resourceType: 'MedicationRequest', id: `o${index}`, status: 'draft', subject: { reference: 'Patient/p1' } },
    }));
    const body = {
      ...call(),
      context: { userId: 'Practitioner/1', patientId: 'p1', draftOrders: { resourceType: 'Bundle', type: 'collection', entry: orders } },
    };
    expect(checkRequest({ body }, settingFor('order-sign')).filter(({ rule }) => rule === 'order.intent')).toMatchObject([{ count: 50 }]);
  });
});

const schemas = join(import.meta.dirname, '..', '..', '..', 'shared', 'reference', 'standards', 'schemas');

describe('mutated requests', () => {
  it.each(HOOKS)('never break the checker, and the service does what it tells: %s', async (hook) => {
    const server = createServer(createTestApp().app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      await fc.assert(
        fc.asyncProperty(mutatedCall(hook), async (mutated) => {
          const body: unknown = JSON.parse(JSON.stringify(mutated));
          const found = checkRequest({ body }, settingFor(hook));
          for (const { rule, where, what, standard } of found)
            expect([rule in REQUEST_RULES, where !== '', what !== '', standard !== '']).toEqual([true, true, true, true]);
          const answer = await fetch(`http://127.0.0.1:${port}/cds-services/pgx-${hook}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          });
          const { status } = answer;
          const text = await answer.text();
          expect(status).toBeLessThan(500);
          const told = (handling: string): boolean => found.some((finding) => finding.handling === handling);
          // Where the call brings a token, 412 comes of a server that is trusted by nobody here.
          const unfetched = told('fetched') && text.includes('not among the trusted servers');
          if (status === 400 || (status === 412 && !unfetched)) expect([text, told('refused')]).toEqual([text, true]);
          if (status === 200) expect(found.filter(({ handling }) => handling === 'refused')).toEqual([]);
          if (/in part|could not check this order/.test(text) && !told('fetched')) expect([text, told('said')]).toEqual([text, true]);
        }),
        { numRuns: 300 },
      );
    } finally {
      server.close();
    }
  });

  it('of a chart as EHRs send it never break the checker', () => {
    fc.assert(
      fc.property(
        changed(() => benchRequest(), 6),
        (body) => checkRequest({ body, http: HTTP }, settingFor('order-sign')).every(({ where, what }) => where !== '' && what !== ''),
      ),
      { numRuns: 200 },
    );
  });

  it.runIf(existsSync(schemas)).each(HOOKS)('that the published schema refuses have a finding: %s', (hook) => {
    const ajv = new Ajv2020({ strict: false });
    const valid = ajv.compile(JSON.parse(readFileSync(join(schemas, `request.${hook}.schema.json`), 'utf8')) as object);
    fc.assert(
      fc.property(mutatedCall(hook), (body) => {
        const sent: unknown = JSON.parse(JSON.stringify(body));
        if (!valid(sent)) expect([checkRequest({ body: sent }, settingFor(hook)).length > 0, valid.errors]).toEqual([true, valid.errors]);
      }),
      { numRuns: 500 },
    );
  });
  if (!existsSync(schemas)) it.skip('the published schemas are not here: the checker is not compared with them', () => undefined);
});
