/** FHIR in, report out, held to the report's own schema every time. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { interpret } from '../../cds-service/interpret.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { patientReportSchema } from '../../cds-service/report/schema.ts';
import type { PatientReport } from '../../cds-service/report/index.ts';

export const AS_OF = '2026-11-21';
export const knowledge = loadKnowledge();
const fits = new Ajv2020({ allErrors: true, strict: false }).compile(patientReportSchema);

/** Throws when the report does not fit `PatientReport`'s JSON Schema. */
export function reportOf(resources: unknown, options: { allDrugs?: boolean; patientId?: string } = {}): PatientReport {
  const report = interpret({ resources, asOf: AS_OF, ...options }, knowledge);
  const json: unknown = JSON.parse(JSON.stringify(report));
  if (!fits(json)) {
    const [error] = fits.errors ?? [];
    throw new Error(`The report does not fit its schema at ${error?.instancePath ?? '?'}: ${error?.message ?? '?'}`);
  }
  return report;
}
