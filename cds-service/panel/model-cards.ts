/** The model cards at stable addresses: `GET /models` lists them, `GET /models/{id}` is one as JSON, `…/card` as text that a browser shows. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';
import { MODEL_FOLDERS } from '../../models/runtime/load.ts';
import { Refusal } from '../hooks/operation-outcome.ts';
import { sendJson } from '../hooks/send-json.ts';

/** `root` is the package folder. Cards are read once; a model without its card is not listed. */
export function modelCardRoutes(root: string): Router {
  const cards = new Map(
    Object.entries(MODEL_FOLDERS).flatMap(([id, folder]) => {
      const path = join(root, 'models', folder);
      if (!existsSync(join(path, 'card.json'))) return [];
      return [
        [id, { json: readFileSync(join(path, 'card.json'), 'utf8'), markdown: readFileSync(join(path, 'CARD.md'), 'utf8') }] as const,
      ];
    }),
  );
  const cardOf = (id: string | undefined) => {
    const card = cards.get(id ?? '');
    if (card === undefined) throw new Refusal(404, 'There is no model of this name');
    return card;
  };
  const router = Router();
  router.get('/', (_request, response) => {
    sendJson(response, 200, JSON.stringify({ models: [...cards.keys()].map((id) => ({ id, card: `/models/${id}` })) }));
  });
  router.get('/:id', (request, response) => sendJson(response, 200, cardOf(request.params.id).json));
  router.get('/:id/card', (request, response) => {
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    response.end(cardOf(request.params.id).markdown);
  });
  return router;
}
