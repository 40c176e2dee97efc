/** What operations of the description are written with: schemas by name, answers, refusals. */

export const text = { type: 'string' };
export const json = (schema: object) => ({ content: { 'application/json': { schema } } });
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const answer = (description: string, schema?: object) => ({ description, ...(schema === undefined ? {} : json(schema)) });

const FAULTS: Readonly<Record<number, string>> = {
  400: 'Malformed request',
  401: 'No valid client JWT (or SMART token, for the panel); the cause is in the log',
  403: 'Panel: the FHIR server is not among the trusted ones. Elsewhere: authentication is off, and the call does not name this machine',
  404: 'Unknown service or patient',
  408: 'The body did not arrive in time',
  412: 'Needed data were neither sent nor readable; the outcome names the prefetch key',
  413: 'Body too large',
  415: 'Body is not JSON',
  429: 'Too many calls, with Retry-After',
  502: 'The FHIR server failed',
  503: 'The store does not answer, or trials are not matched here; send again',
};
/** The refusals of an operation, and those that every address knows. */
export const faults = (...statuses: readonly number[]) => ({
  ...Object.fromEntries(statuses.map((status) => [status, answer(FAULTS[status] ?? 'Refused', ref('OperationOutcome'))])),
  default: answer('405 with Allow for another method; 500 for a fault of Genehook, the cause in its log', ref('OperationOutcome')),
});
export const page = (operationId: string, summary: string) => ({
  get: {
    operationId,
    summary,
    tags: ['Panel'],
    responses: { 200: { description: 'HTML', content: { 'text/html': { schema: text } } }, ...faults(404) },
  },
});
export const CLIENT = [{ clientJwt: [] }];
export const SMART = [{ smartToken: [] }];
