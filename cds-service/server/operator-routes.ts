/** For operators: alive, ready, figures, and the feedback figures for whoever holds the admin token. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import type { Dependencies } from './dependencies.ts';
import { Refusal } from '../hooks/operation-outcome.ts';
import { sendJson } from '../hooks/send-json.ts';

export function operationRoutes(deps: Dependencies): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => sendJson(response, 200, '{"status":"ok"}'));
  router.get('/readyz', (_request, response) => {
    // A store that is down does not make the service unready: hooks are answered without it, feedback is refused with 503.
    const stopping = deps.isStopping();
    sendJson(response, stopping ? 503 : 200, JSON.stringify({ status: stopping ? 'stopping' : 'ready', store: deps.store.state() }));
  });
  router.get('/metrics', async (_request, response) => {
    const text = await deps.metricsText();
    response.setHeader('content-type', deps.metrics.contentType);
    response.end(text);
  });
  if (deps.adminToken !== undefined) {
    const expected = digest(`Bearer ${deps.adminToken}`);
    router.use('/admin', (request, _response, next) => {
      if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected))
        throw new Refusal(401, 'The admin token is needed', { 'www-authenticate': 'Bearer' });
      next();
    });
    router.get('/admin/feedback', async (_request, response) =>
      sendJson(response, 200, JSON.stringify({ rules: await fromStore(() => deps.store.figures()) })),
    );
    router.get('/admin/models', async (request, response) => {
      const { since } = request.query;
      if (since !== undefined && !isDay(since)) throw new Refusal(400, 'since must be a day: YYYY-MM-DD');
      sendJson(response, 200, JSON.stringify({ models: await fromStore(() => deps.store.predictionCounts(since)) }));
    });
  }
  return router;
}

async function fromStore<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch {
    throw new Refusal(503, 'The store does not answer', { 'retry-after': '30' });
  }
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
