/** What several paths of the OpenAPI description share: who may call, and the shapes of bodies. */
import { PREFETCH } from '../../hooks/prefetch-keys.ts';
import { PHASES, TRIAL_STATUSES } from '../../trials/index.ts';

const text = { type: 'string' };

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

export function components(): object {
  return {
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
  };
}
