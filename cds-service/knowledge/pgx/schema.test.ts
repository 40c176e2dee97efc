import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { clinicalSchema, guidelineSchema } from './schema.ts';

it.each([
  ['guideline', guidelineSchema],
  ['clinical', clinicalSchema],
])('the schema of the %s knowledge is a JSON Schema', (_name, schema) => {
  const ajv = new Ajv2020({ strict: false });
  expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
});
