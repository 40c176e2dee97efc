import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { SERVICES } from '../../cds-service/hooks/services.ts';
import { createTestApp } from '../service/harness.ts';
import { OPENAPI_FILE, openApiText } from './openapi-file.ts';

interface Description {
  paths: Record<string, Record<string, { security?: unknown[]; responses: Record<string, unknown> }>>;
}

const ROOT = join(import.meta.dirname, '..', '..', 'cds-service');
const ADMIN = 'an admin token that is long enough';

/** Where the routes of a file are hung up; a file that registers routes and is not here fails the test. */
const MOUNTED: Readonly<Record<string, string>> = {
  'hooks/routes.ts': '',
  'panel/model-cards.ts': '/models',
  'panel/routes.ts': '/panel',
  'panel/trial-matching.ts': '',
  'server/app.ts': '',
  'server/operator-routes.ts': '',
};
/** Pages are files, not routes. */
const STATIC = ['GET /panel/index.html', 'GET /panel/launch.html'];

/** Every `router.get('/path'` of the service's sources, as OpenAPI writes it: `GET /models/{id}`. */
function routesInSources(): readonly string[] {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  return files.flatMap((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    const constant = /const PATH = '([^']+)'/.exec(source)?.[1] ?? '';
    return [...source.matchAll(/\b(?:router|app)\.(get|post|put|patch|delete)\((?:'([^']*)'|PATH),/g)]
      .filter(([, method, path]) => method !== 'get' || path === undefined || path.startsWith('/'))
      .flatMap(([, method = '', path]) => {
        const mount = MOUNTED[file.replaceAll('\\', '/')];
        if (mount === undefined) return [`${file} registers routes and is not in the table`];
        const full = `${mount}${path ?? constant}`.replace(/(.)\/$/, '$1');
        const ids = full.includes('/cds-services/:id') ? SERVICES.map(({ id }) => full.replace(':id', id)) : [full];
        return ids.map((one) => `${method.toUpperCase()} ${one.replace(/:(\w+)/g, '{$1}')}`);
      });
  });
}

const description = JSON.parse(openApiText()) as Description;
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation, name: `${method.toUpperCase()} ${path}` })),
);

describe('OpenAPI description', () => {
  it('docs/openapi.json is what the service says of itself', () => {
    expect(readFileSync(OPENAPI_FILE, 'utf8')).toBe(openApiText());
  });

  it('names every route of the service, and none that is not there', () => {
    expect(
      operations
        .map(({ name }) => name)
        .filter((name) => !STATIC.includes(name))
        .sort(),
    ).toEqual([...routesInSources()].sort());
  });

  it('names the pages of the panel that are served', () => {
    for (const page of STATIC) {
      const file = page.replace('GET /panel/', '');
      expect(existsSync(join(ROOT, '..', 'smart-app', file)), page).toBe(true);
      expect(operations.map(({ name }) => name)).toContain(page);
    }
  });

  it.each(operations.filter(({ name }) => !STATIC.includes(name)))(
    '$name answers as described, also where it refuses',
    async ({ path, method, operation }) => {
      const { app } = createTestApp({ adminToken: ADMIN });
      const address = path.replace('{id}', 'warfarin-dose');
      const described = (status: number) => [path, String(status), String(status) in operation.responses];
      const post = (body: string, type = 'application/json') => request(app).post(address).set('content-type', type).send(body);
      if (method === 'get') {
        const { status } = await request(app).get(address).set('authorization', `Bearer ${ADMIN}`);
        expect(described(status)).toEqual([path, '200', true]);
        return;
      }
      const body = 'x'.repeat(70 * 1024);
      const tries = [await post('{}'), await post('no JSON'), await post('{}', 'text/plain'), await post(`{"x":"${body}"}`)];
      for (const { status } of tries) expect(described(status)).toEqual([path, String(status), true]);
      expect(new Set(tries.map(({ status }) => status))).not.toContain(404);
    },
  );

  it.each(operations.filter(({ path }) => /^\/(?:cds-services|panel\/(?:config|report|feedback)|getClinicalTrial)/.test(path)))(
    '$name: another method is the 405 of the description’s default',
    async ({ path, operation }) => {
      const { app } = createTestApp();
      const { status, headers } = await request(app).put(path);
      expect([status, headers['allow'] !== undefined, 'default' in operation.responses]).toEqual([405, true, true]);
    },
  );
});
