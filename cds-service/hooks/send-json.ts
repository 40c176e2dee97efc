import type { Response } from 'express';

/** Sends ready JSON text; nothing of an answer may be kept by caches on the way. */
export function sendJson(response: Response, status: number, json: string, type = 'application/json'): void {
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-length', Buffer.byteLength(json));
  response.end(json);
}
