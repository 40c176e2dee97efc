import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { createTestApp } from '../service/harness.ts';
import { OPENAPI_FILE, openApiText } from './openapi-file.ts';

interface Description {
  paths: Record<string, Record<string, { security?: unknown[] }>>;
}

describe('OpenAPI description', () => {
  it('docs/openapi.json is what the service says of itself', () => {
    expect(readFileSync(join(OPENAPI_FILE), 'utf8')).toBe(openApiText());
  });

  it('every path it names is there: no 404 for its method', async () => {
    const { app } = createTestApp({ adminToken: 'an admin token that is long enough' });
    const { body } = await request(app).get('/openapi.json');
    for (const [path, methods] of Object.entries((body as Description).paths))
      for (const method of Object.keys(methods)) {
        const answer =
          method === 'get'
            ? await request(app).get(path)
            : await request(app).post(path).set('content-type', 'application/json').send('{}');
        expect([path, method, answer.status === 404]).toEqual([path, method, false]);
      }
  });
});
