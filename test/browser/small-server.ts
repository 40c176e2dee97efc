/** A small HTTP server for the browser tests: listening, bodies, JSON, and files under a strict policy. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export function listen(handle: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>): Promise<Server> {
  const server = createServer((request, response) => void handle(request, response));
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

export function address(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

export function json(response: ServerResponse, value: unknown): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(value));
}

export function html(response: ServerResponse, body: string): void {
  response.setHeader('content-type', 'text/html');
  response.end(`<!doctype html><title>EHR</title><body style="margin:0">${body}</body>`);
}

/** A strict policy, so that the panel is known to need no inline script or style element. */
export function file(response: ServerResponse, folder: string, path: string): void {
  const wanted = join(folder, normalize(path === '/' ? '/index.html' : path));
  try {
    const content = readFileSync(wanted);
    response.setHeader('content-type', TYPES[extname(wanted)] ?? 'application/octet-stream');
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src http://127.0.0.1:* http://localhost:*",
    );
    response.end(content);
  } catch {
    response.statusCode = 404;
    response.end();
  }
}
