/** The security headers of answers that are no pages: the same for every answer, so they are worked out once. */
import type { RequestHandler } from 'express';
import helmet from 'helmet';

export function securityHeaders(): RequestHandler {
  const headers = headersOfHelmet();
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

/** What helmet sets on a response that has nothing yet. */
function headersOfHelmet(): readonly (readonly [string, string])[] {
  const headers = new Map<string, string>();
  const response = {
    setHeader: (name: string, value: string) => void headers.set(name, value),
    removeHeader: (name: string) => void headers.delete(name),
  };
  const directives = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };
  const apply = helmet({ contentSecurityPolicy: { directives, useDefaults: false } });
  apply({} as Parameters<typeof apply>[0], response as unknown as Parameters<typeof apply>[1], (error) => {
    if (error !== undefined) throw error;
  });
  if (!headers.has('Content-Security-Policy')) throw new Error('The security headers could not be worked out');
  return [...headers];
}
