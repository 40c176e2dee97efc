/** Checklist B (discovery) and C (prefetch templates). */
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { createTestApp, OPEN_TRUST, orderSign, TEST_EHR } from '../service/harness.ts';
import { emptyMembers } from './response-schema.ts';

interface Service {
  hook: string;
  id: string;
  title: string;
  description: string;
  version: string;
  prefetch: Record<string, string>;
}

const { app } = createTestApp();
const answer = await request(app).get('/cds-services');
const services = answer.body.services as Service[];

describe('discovery', () => {
  it('[10] is an object with services', () => {
    expect(answer.status).toBe(200);
    expect(services.map(({ id }) => id).sort()).toEqual(
      ['oncology-order-sign', 'oncology-patient-view', 'pgx-order-select', 'pgx-order-sign', 'pgx-patient-view'].sort(),
    );
    expect(emptyMembers(answer.body)).toEqual([]);
  });

  it('[15] an EHR sees the services that are open to it; none of them is an empty list', async () => {
    const listed = async (open: readonly string[]) => {
      const harness = createTestApp({ trust: { ...OPEN_TRUST, ehrs: [{ ...TEST_EHR, services: open }] } });
      const discovery = await request(harness.app).get('/cds-services');
      expect(discovery.status).toBe(200);
      const call = request(harness.app).post('/cds-services/pgx-order-sign').set('content-type', 'application/json');
      return [
        (discovery.body as { services: Service[] }).services.map(({ id }) => id),
        (await call.send(JSON.stringify(orderSign()))).status,
      ];
    };
    expect(await listed([])).toEqual([[], 404]);
    expect(await listed(['oncology-patient-view'])).toEqual([['oncology-patient-view'], 404]);
    expect(await listed(['pgx-order-sign'])).toEqual([['pgx-order-sign'], 200]);
  });

  it('[11] each service has hook, id, title, description and version', () => {
    for (const service of services) {
      expect(['patient-view', 'order-select', 'order-sign']).toContain(service.hook);
      expect(service).toMatchObject({
        title: expect.any(String),
        description: expect.any(String),
        version: expect.stringMatching(/^2\.\d/),
      });
    }
  });

  it('[12] each id is one path segment and answers there', async () => {
    for (const { id } of services) {
      expect(id).toMatch(/^[A-Za-z0-9._~-]+$/);
      expect((await request(app).post(`/cds-services/${id}`).set('content-type', 'application/json').send('{}')).status).toBe(400);
    }
  });

  it('[13] no id stands for two hooks', () => {
    expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
  });

  it('[14] prefetch keys are plain identifiers', () => {
    for (const { prefetch } of services) for (const key of Object.keys(prefetch)) expect(key).toMatch(/^[a-z]+$/);
  });

  it.each(['post', 'put', 'delete'] as const)('[17] %s → 405', async (method) => {
    expect((await request(app)[method]('/cds-services')).status).toBe(405);
  });

  it('[17] a query string does not disturb', async () => {
    expect((await request(app).get('/cds-services?x=1&__proto__=2')).body).toEqual(answer.body);
  });
});

describe('prefetch templates', () => {
  const queries = services.flatMap(({ prefetch }) => Object.values(prefetch));

  it('[18] [19] [20] the one token is context.patientId, which every hook allows', () => {
    for (const query of queries) expect(query.match(/\{\{[^}]*\}\}/g)).toEqual(['{{context.patientId}}']);
  });

  it('[21] reads, and searches by reference and token: no include, chain or modifier', () => {
    for (const query of queries) {
      expect(query).toMatch(/^[A-Z][A-Za-z]+(\/\{\{|\?)/);
      expect(query).not.toMatch(/_include|_revinclude|_has|:(?!\/\/)|[?&][a-z]+\.[a-z]+=/);
    }
  });

  it('[22] no template depends on another', () => {
    for (const query of queries) expect(query).not.toMatch(/\{\{(?!context\.)/);
  });

  it('[23] every search is bound to the patient, and to a category, code or status where the type is wide', () => {
    for (const query of queries) {
      expect(query).toContain('{{context.patientId}}');
      if (query.startsWith('Observation?') || query.startsWith('DiagnosticReport?')) expect(query).toMatch(/[?&](category|code)=/);
    }
  });
});
