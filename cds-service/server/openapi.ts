/** OpenAPI 3.1 description of everything the service answers; served at /openapi.json and kept as docs/openapi.json. */
import { MODEL_FOLDERS } from '../../models/runtime/load.ts';
import { SERVICES } from '../hooks/services.ts';
import { SECTIONS } from '../panel/report-request.ts';
import { components } from './openapi-components.ts';

const text = { type: 'string' };
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answer = (description: string, schema?: object) => ({ description, ...(schema === undefined ? {} : json(schema)) });

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
const faults = (...statuses: readonly number[]) => ({
  ...Object.fromEntries(statuses.map((status) => [status, answer(FAULTS[status] ?? 'Refused', ref('OperationOutcome'))])),
  default: answer('405 with Allow for another method; 500 for a fault of Genehook, the cause in its log', ref('OperationOutcome')),
});
const page = (operationId: string, summary: string) => ({
  get: {
    operationId,
    summary,
    tags: ['Panel'],
    responses: { 200: { description: 'HTML', content: { 'text/html': { schema: text } } }, ...faults(404) },
  },
});
const MODEL = { name: 'id', in: 'path', required: true, schema: { enum: Object.keys(MODEL_FOLDERS) } };

const CLIENT = [{ clientJwt: [] }];
const SMART = [{ smartToken: [] }];

function hookPaths(): Record<string, object> {
  return Object.fromEntries(
    SERVICES.flatMap(({ id, hook, title, description }) => [
      [
        `/cds-services/${id}`,
        {
          post: {
            operationId: id,
            summary: title,
            description,
            tags: ['CDS Hooks'],
            security: CLIENT,
            requestBody: { required: true, ...json({ allOf: [ref('HookRequest'), { properties: { hook: { const: hook } } }] }) },
            responses: { 200: answer('Cards, possibly none', ref('CardResponse')), ...faults(400, 401, 403, 404, 408, 412, 413, 415, 429) },
          },
        },
      ],
      [
        `/cds-services/${id}/feedback`,
        {
          post: {
            operationId: `${id}-feedback`,
            summary: 'What the clinician did with the cards',
            tags: ['CDS Hooks'],
            security: CLIENT,
            requestBody: { required: true, ...json(ref('Feedback')) },
            responses: { 200: answer('Stored'), ...faults(400, 401, 403, 404, 408, 413, 415, 429, 503) },
          },
        },
      ],
    ]),
  );
}

export function openApiDocument(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Genehook',
      version: '0.1.0',
      description: 'CDS Hooks services and panel API for pharmacogenomics and targeted therapy. Decision support, not a medical device.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: {
      '/cds-services': {
        get: {
          operationId: 'discovery',
          summary: 'Services offered',
          tags: ['CDS Hooks'],
          security: CLIENT,
          responses: { 200: answer('Services', ref('Discovery')), ...faults(401, 403, 429) },
        },
      },
      ...hookPaths(),
      '/panel/config': {
        get: {
          operationId: 'panelConfig',
          summary: 'Where the panel may sign in',
          tags: ['Panel'],
          responses: { 200: answer('Issuers', { type: 'object' }), ...faults() },
        },
      },
      '/panel/report': {
        post: {
          operationId: 'panelReport',
          summary: 'The report of one patient, read with the user’s token; NDJSON by section unless application/json is asked for',
          description:
            'The body is at most 64 kB. Once the first line of NDJSON has gone the status is 200: what then fails is a line `{"section": "error", "status", "message"}`, the status being the one of the refusals below.',
          tags: ['Panel'],
          security: SMART,
          requestBody: {
            required: true,
            ...json({
              type: 'object',
              required: ['fhirServer', 'patientId'],
              properties: {
                fhirServer: text,
                patientId: text,
                sections: { type: 'array', items: { enum: SECTIONS } },
                allDrugs: { type: 'boolean' },
                trials: ref('TrialFilter'),
              },
            }),
          },
          responses: {
            200: {
              description: 'Report and what it was read from',
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    properties: { report: ref('PatientReport'), sources: { type: 'array', items: { type: 'object' } } },
                  },
                },
                'application/x-ndjson': {
                  schema: {
                    type: 'object',
                    required: ['section'],
                    properties: { section: { enum: ['source', ...SECTIONS, 'done', 'error'] }, status: { type: 'integer' }, message: text },
                  },
                },
              },
            },
            ...faults(400, 401, 403, 404, 413, 415, 429, 502),
          },
        },
      },
      '/panel/feedback': {
        post: {
          operationId: 'panelFeedback',
          summary: 'Acceptance or override from the panel',
          description: 'The body is at most 256 kB.',
          tags: ['Panel'],
          security: SMART,
          requestBody: {
            required: true,
            ...json({
              allOf: [
                ref('Feedback'),
                { type: 'object', required: ['fhirServer', 'patientId'], properties: { fhirServer: text, patientId: text } },
              ],
            }),
          },
          responses: { 204: answer('Stored'), ...faults(400, 401, 403, 413, 415, 429, 503) },
        },
      },
      '/getClinicalTrial': {
        post: {
          operationId: 'matchTrials',
          summary: 'Trials for a patient’s Bundle as a FHIR R4 search set, in the shape of the CodeX trial-matching services',
          description:
            'A Parameters resource among the entries may hold zipCode, travelRadius (miles), phase and recruitmentStatus. `search.score`: 1 eligible, 0 ineligible, between 0.01 and 0.74 possible. Every criterion stands in an extension with its verdict and reason. What of the request or the record could not be used stands in `meta.tag`; with `Accept: application/fhir+json`, and where nothing matches, also as an OperationOutcome entry of mode `outcome`.',
          tags: ['Trials'],
          security: CLIENT,
          requestBody: {
            required: true,
            ...json({
              anyOf: [
                { type: 'object', required: ['resourceType'], properties: { resourceType: { const: 'Bundle' } } },
                { type: 'object', required: ['patientData'], properties: { patientData: { type: ['object', 'string'] } } },
              ],
            }),
          },
          responses: {
            200: answer('Search set of ResearchStudy', {
              type: 'object',
              required: ['resourceType', 'type', 'total'],
              properties: {
                resourceType: { const: 'Bundle' },
                type: { const: 'searchset' },
                total: { type: 'integer' },
                entry: { type: 'array', items: { type: 'object' } },
              },
            }),
            ...faults(400, 401, 403, 413, 415, 429, 503),
          },
        },
      },
      '/schemas/patient-report.json': {
        get: {
          operationId: 'reportSchema',
          summary: 'JSON Schema of the report',
          tags: ['Panel'],
          responses: {
            200: { description: 'JSON Schema 2020-12', content: { 'application/schema+json': { schema: { type: 'object' } } } },
          },
        },
      },
      '/openapi.json': {
        get: {
          operationId: 'description',
          summary: 'This description',
          tags: ['Operation'],
          responses: { 200: answer('OpenAPI 3.1', { type: 'object' }) },
        },
      },
      '/panel/index.html': page('panel', 'The panel, opened by its launch address'),
      '/panel/launch.html': page('launch', 'The SMART launch address of the panel'),
      '/models': {
        get: {
          operationId: 'models',
          summary: 'The prediction models that have a card',
          tags: ['Models'],
          responses: { 200: answer('Ids and addresses', { type: 'object' }) },
        },
      },
      '/models/{id}': {
        get: {
          operationId: 'modelCard',
          summary: 'The card of a model: training data, figures, limits',
          tags: ['Models'],
          parameters: [MODEL],
          responses: { 200: answer('Card', { type: 'object' }), ...faults(404) },
        },
      },
      '/models/{id}/card': {
        get: {
          operationId: 'modelCardText',
          summary: 'The same as text',
          tags: ['Models'],
          parameters: [MODEL],
          responses: { 200: { description: 'Markdown', content: { 'text/plain': { schema: text } } }, ...faults(404) },
        },
      },
      '/admin/feedback': {
        get: {
          operationId: 'feedbackFigures',
          summary: 'Shown, accepted, overridden and silenced by rule and reason',
          tags: ['Operation'],
          security: [{ adminToken: [] }],
          responses: { 200: answer('Figures', { type: 'object' }), ...faults(401, 404, 503) },
        },
      },
      '/admin/models': {
        get: {
          operationId: 'predictionCounts',
          summary: 'How often each model was asked and in which training bins its inputs fell, for "genehook models drift --counts"',
          tags: ['Operation'],
          security: [{ adminToken: [] }],
          parameters: [
            { name: 'since', in: 'query', required: false, schema: { type: 'string', format: 'date' }, description: 'First day counted' },
          ],
          responses: { 200: answer('Counts, no patient data', { type: 'object' }), ...faults(400, 401, 404, 503) },
        },
      },
      '/healthz': {
        get: {
          operationId: 'alive',
          summary: 'The process lives',
          tags: ['Operation'],
          responses: { 200: answer('Alive', { type: 'object' }) },
        },
      },
      '/readyz': {
        get: {
          operationId: 'ready',
          summary: 'Hooks are answered; says how the store is',
          tags: ['Operation'],
          responses: { 200: answer('Ready', { type: 'object' }), 503: answer('Stopping', { type: 'object' }) },
        },
      },
      '/metrics': {
        get: {
          operationId: 'metrics',
          summary: 'Figures for Prometheus',
          tags: ['Operation'],
          responses: { 200: { description: 'Text format', content: { 'text/plain': { schema: text } } } },
        },
      },
    },
    components: components(),
  };
}
