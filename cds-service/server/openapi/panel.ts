/** What the panel calls, and trials for other programs. */
import { SECTIONS } from '../../panel/report-request.ts';
import { answer, CLIENT, faults, json, ref, SMART, text } from './parts.ts';

export const PANEL_PATHS: Readonly<Record<string, object>> = {
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
};
