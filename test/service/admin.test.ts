/** What the admin token opens, and that nothing opens without it. */
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { outcomeFaults } from '../conformance/response-schema.ts';
import { createTestApp } from './harness.ts';

const adminToken = 'an admin token that is long enough to be one';
const { app } = createTestApp({ adminToken });
const get = (path: string, authorization?: string) =>
  authorization === undefined ? request(app).get(path) : request(app).get(path).set('authorization', authorization);

describe('admin', () => {
  it.each(['/admin/feedback', '/admin/models', '/admin/models?since=2026-01-01', '/admin/anything'])('%s needs the token', async (path) => {
    for (const authorization of [undefined, 'Bearer ', `Bearer ${adminToken}x`, `Basic ${adminToken}`]) {
      const answer = await get(path, authorization);
      expect([answer.status, outcomeFaults(answer.body)]).toEqual([401, []]);
    }
  });

  it('gives figures and prediction counts', async () => {
    expect((await get('/admin/feedback', `Bearer ${adminToken}`)).body).toEqual({ rules: [] });
    expect((await get('/admin/models?since=2026-01-01', `Bearer ${adminToken}`)).body).toEqual({ models: [] });
  });

  it.each(['yesterday', '2026-13-01', '2026-1-1', "2026-01-01'--"])('a first day that is none (%s) → 400', async (since) => {
    expect((await get(`/admin/models?since=${encodeURIComponent(since)}`, `Bearer ${adminToken}`)).status).toBe(400);
  });

  it('is not there without a token in the configuration', async () => {
    expect((await request(createTestApp().app).get('/admin/models')).status).toBe(404);
  });
});
