/** Our own statement of what a CDS Hooks 2.0 answer may look like (checklist, section F), for checking every answer in the tests. */
import { Ajv2020 } from 'ajv/dist/2020.js';

/** As the FHIR validator has it for the logical models of CDS Hooks: no text begins or ends with white space, none holds a control character. */
const TEXT = '^[^\\s\\u0000-\\u001f\\u007f]([^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*[^\\s\\u0000-\\u001f\\u007f])?$';
const text = { type: 'string', pattern: TEXT };
/** FHIR's `code`: single spaces inside, none around. */
const code = { type: 'string', pattern: '^\\S+( \\S+)*$' };
const uri = { type: 'string', pattern: '^(https?://|urn:)\\S+$' };
const url = { type: 'string', pattern: '^https?://[^\\s/?#]+\\S*$' };
const uuid = { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' };
const coding = {
  type: 'object',
  required: ['system', 'code'],
  additionalProperties: false,
  properties: { system: uri, code, display: text },
};
const resource = { type: 'object', required: ['resourceType'], properties: { resourceType: text } };
const action = {
  type: 'object',
  required: ['type', 'description'],
  additionalProperties: false,
  properties: {
    type: { enum: ['create', 'update', 'delete'] },
    description: text,
    resource,
    resourceId: { type: 'string', pattern: '^[A-Za-z]+/[A-Za-z0-9._-]+$' },
  },
  oneOf: [
    { properties: { type: { const: 'delete' }, resource: false }, required: ['resourceId'] },
    { properties: { type: { enum: ['create', 'update'] }, resourceId: false }, required: ['resource'] },
  ],
};
const suggestion = {
  type: 'object',
  required: ['label', 'uuid'],
  additionalProperties: false,
  properties: { label: text, uuid, isRecommended: { type: 'boolean' }, actions: { type: 'array', minItems: 1, items: action } },
};
const link = {
  type: 'object',
  required: ['label', 'url', 'type'],
  additionalProperties: false,
  properties: { label: text, url, type: { enum: ['absolute', 'smart'] }, appContext: text },
  oneOf: [{ properties: { type: { const: 'absolute' }, appContext: false } }, { properties: { type: { const: 'smart' } } }],
};
const card = {
  type: 'object',
  required: ['uuid', 'summary', 'indicator', 'source'],
  additionalProperties: false,
  properties: {
    uuid,
    summary: { ...text, maxLength: 139 },
    indicator: { enum: ['info', 'warning', 'critical'] },
    detail: text,
    source: {
      type: 'object',
      required: ['label'],
      additionalProperties: false,
      properties: { label: text, url, icon: url, topic: coding },
    },
    suggestions: { type: 'array', minItems: 1, items: suggestion },
    selectionBehavior: { enum: ['at-most-one', 'any'] },
    overrideReasons: { type: 'array', minItems: 1, items: { ...coding, required: ['system', 'code', 'display'] } },
    links: { type: 'array', minItems: 1, items: link },
  },
  dependentRequired: { suggestions: ['selectionBehavior'] },
};
const answer = {
  type: 'object',
  required: ['cards'],
  additionalProperties: false,
  properties: { cards: { type: 'array', items: card } },
};
const outcome = {
  type: 'object',
  required: ['resourceType', 'issue'],
  properties: {
    resourceType: { const: 'OperationOutcome' },
    issue: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['severity', 'code', 'diagnostics'],
        properties: { severity: { enum: ['fatal', 'error', 'warning', 'information'] }, code: text, diagnostics: text },
      },
    },
  },
};

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, strictTypes: false });
const isAnswer = ajv.compile(answer);
const isOutcome = ajv.compile(outcome);

/** Empty when the answer is well-formed. */
export function answerFaults(body: unknown): string[] {
  isAnswer(body);
  return (isAnswer.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

export function outcomeFaults(body: unknown): string[] {
  isOutcome(body);
  return (isOutcome.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

/** Paths of members that are null, "", [] or {} where the standard allows none. */
export function emptyMembers(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => emptyMembers(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const here = `${path}.${name}`;
    const allowed = here === '.cards' || here === '.services';
    const size = typeof member === 'object' && member !== null ? Object.keys(member).length : 1;
    const empty = member === null || member === '' || size === 0;
    return [...(empty && !allowed ? [here] : []), ...emptyMembers(member, here)];
  });
}
