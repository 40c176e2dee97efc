/** OpenAPI 3.1 description of everything the service answers; served at /openapi.json and kept as docs/openapi.json. */
import { PREFETCH } from '../hooks/prefetch-keys.ts';
import { SERVICES } from '../hooks/services.ts';
import { SECTIONS } from '../panel/report-request.ts';
import { PHASES, TRIAL_STATUSES } from '../trials/index.ts';

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answer = (description: string, schema?: object) => ({ description, ...(schema === undefined ? {} : json(schema)) });

const FAULTS: Readonly<Record<number, string>> = {
  400: 'Malformed request',
  401: 'No valid client JWT (or SMART token, for the panel); the cause is in the log',
  403: 'Panel: the FHIR server is not among the trusted ones. Elsewhere: authentication is off, and the call does not name this machine',
  404: 'Unknown service or patient',
  412: 'Needed data were neither sent nor readable; the outcome names the prefetch key',
  413: 'Body too large',
  415: 'Body is not JSON',
  429: 'Too many calls',
  502: 'The FHIR server failed',
  503: 'The store does not answer; send again',
};
const faults = (...statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [status, answer(FAULTS[status] ?? 'Refused', ref('OperationOutcome'))]));

const CLIENT = [{ clientJwt: [] }];
const SMART = [{ smartToken: [] }];
const text = { type: 'string' };

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
            responses: { 200: answer('Cards, possibly none', ref('CardResponse')), ...faults(400, 401, 403, 404, 412, 413, 415, 429) },
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
            responses: { 200: answer('Stored'), ...faults(400, 401, 403, 404, 413, 415, 429, 503) },
          },
        },
      ],
    ]),
  );
}

/** Which trials, and which page of them; see `MatchOptions`. */
function trialFilter(): object {
  const several = (values: readonly string[]): object => ({ type: 'array', items: { enum: values } });
  const whole = (minimum: number, maximum: number, description: string): object => ({ type: 'integer', minimum, maximum, description });
  return {
    type: 'object',
    description: 'Absent: the best 20 that are open to new patients and not ineligible.',
    properties: {
      offset: whole(0, 100_000, 'Trials to pass over'),
      limit: whole(1, 100, 'Trials to list; 20 when absent'),
      verdicts: several(['eligible', 'possible', 'ineligible']),
      statuses: { ...several(TRIAL_STATUSES), description: 'Only these; goes before anyStatus' },
      anyStatus: { type: 'boolean', description: 'Also closed trials and those of unknown status' },
      phases: { ...several(PHASES), description: '0 is early phase 1' },
      molecularOnly: { type: 'boolean', description: 'Only trials selected by a finding of this patient' },
      text: { ...text, maxLength: 200, description: 'Words that all stand in id, title, conditions or interventions' },
      country: { ...text, maxLength: 200, description: 'Name or code; only trials with a site there that is not closed' },
      withinKm: whole(1, 20_000, 'Only trials with such a site within this distance; not applied when the patient’s place is not known'),
    },
  };
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
          responses: { 200: answer('Issuers', { type: 'object' }) },
        },
      },
      '/panel/report': {
        post: {
          operationId: 'panelReport',
          summary: 'The report of one patient, read with the user’s token; NDJSON by section unless application/json is asked for',
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
                'application/x-ndjson': { schema: { type: 'object', required: ['section'], properties: { section: text } } },
              },
            },
            ...faults(400, 401, 403, 404, 502),
          },
        },
      },
      '/panel/feedback': {
        post: {
          operationId: 'panelFeedback',
          summary: 'Acceptance or override from the panel',
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
          responses: { 204: answer('Stored'), ...faults(400, 401, 403, 503) },
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
            ...faults(400, 401, 403, 413, 415),
          },
        },
      },
      '/schemas/patient-report.json': {
        get: {
          operationId: 'reportSchema',
          summary: 'JSON Schema of the report',
          tags: ['Panel'],
          responses: { 200: { description: 'JSON Schema 2020-12' } },
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
      '/healthz': { get: { operationId: 'alive', summary: 'The process lives', tags: ['Operation'], responses: { 200: answer('Alive') } } },
      '/readyz': {
        get: {
          operationId: 'ready',
          summary: 'Hooks are answered; says how the store is',
          tags: ['Operation'],
          responses: { 200: answer('Ready'), 503: answer('Stopping') },
        },
      },
      '/metrics': {
        get: {
          operationId: 'metrics',
          summary: 'Figures for Prometheus',
          tags: ['Operation'],
          responses: { 200: { description: 'Text format' } },
        },
      },
    },
    components: {
      securitySchemes: {
        clientJwt: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'CDS Hooks client JWT, ES384 or RS384 (others where the trust file names them), one use',
        },
        smartToken: { type: 'http', scheme: 'bearer', description: 'SMART on FHIR access token of the user' },
        adminToken: { type: 'http', scheme: 'bearer', description: 'GENEHOOK_ADMIN_TOKEN' },
      },
      schemas: {
        PatientReport: { $ref: '/schemas/patient-report.json' },
        TrialFilter: trialFilter(),
        Discovery: { type: 'object', required: ['services'], properties: { services: { type: 'array', items: { type: 'object' } } } },
        HookRequest: {
          type: 'object',
          required: ['hook', 'hookInstance', 'context'],
          properties: {
            hook: text,
            hookInstance: text,
            fhirServer: text,
            fhirAuthorization: { type: 'object' },
            context: {
              type: 'object',
              required: ['userId', 'patientId'],
              properties: {
                userId: text,
                patientId: text,
                encounterId: text,
                draftOrders: { type: 'object' },
                selections: { type: 'array', items: text },
              },
            },
            prefetch: {
              type: 'object',
              properties: Object.fromEntries(Object.entries(PREFETCH).map(([key, { query }]) => [key, { description: query }])),
            },
          },
        },
        CardResponse: { type: 'object', required: ['cards'], properties: { cards: { type: 'array', items: { type: 'object' } } } },
        Feedback: { type: 'object', required: ['feedback'], properties: { feedback: { type: 'array', items: { type: 'object' } } } },
        OperationOutcome: {
          type: 'object',
          required: ['resourceType', 'issue'],
          properties: { resourceType: { const: 'OperationOutcome' }, issue: { type: 'array', items: { type: 'object' } } },
        },
      },
    },
  };
}
