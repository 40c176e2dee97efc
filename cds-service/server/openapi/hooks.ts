/** Discovery, the services and their feedback. */
import { SERVICES } from '../../hooks/services.ts';
import { answer, CLIENT, faults, json, ref } from './parts.ts';

export const HOOK_PATHS: Readonly<Record<string, object>> = {
  '/cds-services': {
    get: {
      operationId: 'discovery',
      summary: 'Services offered',
      tags: ['CDS Hooks'],
      security: CLIENT,
      responses: { 200: answer('Services', ref('Discovery')), ...faults(401, 403, 429) },
    },
  },
  ...ofServices(),
};

function ofServices(): Record<string, object> {
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
