/** What the service says of itself: its schema and description, pages, model cards, figures. */
import { MODEL_FOLDERS } from '../../../models/runtime/load.ts';
import { answer, faults, page, text } from './parts.ts';

const MODEL = { name: 'id', in: 'path', required: true, schema: { enum: Object.keys(MODEL_FOLDERS) } };

export const OPERATION_PATHS: Readonly<Record<string, object>> = {
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
};
