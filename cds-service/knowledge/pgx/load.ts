/** Pharmacogenomic knowledge from its two files; a file that does not fit its schema stops the start with the place named. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { clinicalSchema, guidelineSchema } from './schema.ts';
import { unpack, type StoredGuideline } from './stored.ts';
import type { ClinicalKnowledge, GuidelineKnowledge, PgxKnowledge } from './types.ts';

export function loadPgxKnowledge(guideline: unknown, clinical: unknown): PgxKnowledge {
  return {
    guideline: loadGuidelineKnowledge(guideline),
    clinical: checked<ClinicalKnowledge>(clinical, clinicalSchema, 'pgx-clinical.json'),
  };
}

export function loadGuidelineKnowledge(guideline: unknown): GuidelineKnowledge {
  return unpack(checked<StoredGuideline>(guideline, guidelineSchema, 'pgx-guideline.json'));
}

/** A test holds the schemas to JSON Schema; doing so at each start, and polishing code that runs once, cost a seventh of the start. */
const AT_START = { allErrors: false, strict: false, validateSchema: false, code: { optimize: false } } as const;

const compiled = new WeakMap<object, ValidateFunction>();

/** The value, typed, once it fits the schema. */
function checked<T>(value: unknown, schema: object, file: string): T {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = new Ajv2020(AT_START).compile(schema);
    compiled.set(schema, validate);
  }
  if (!validate(value)) {
    const error = validate.errors?.[0];
    throw new Error(
      `Knowledge file ${file} does not fit its schema at "${error?.instancePath ?? ''}": ${error?.message ?? 'unknown error'}.`,
    );
  }
  return value as T;
}
