/** The tables as kysely sees them; made by `migrations.ts`. Nothing here identifies a patient without the secret. */
import type { Generated } from 'kysely';
import type { TrialTables } from './trial-tables.ts';

export interface Tables extends TrialTables {
  genehook_schema: { version: number; applied: string };
  decision: {
    id: string;
    at: string;
    service: string;
    hook: string;
    ehr: string;
    patient: string;
    record: string;
  };
  card: {
    uuid: string;
    decision: string;
    at: string;
    service: string;
    topic: string;
    /** JSON array of rule ids. */
    rules: string;
    guidance: string;
    suppressed: boolean;
  };
  feedback: {
    id: Generated<string>;
    /** Hash over the item's content: sending it again changes nothing. */
    digest: string;
    card: string;
    service: string;
    outcome: string;
    at: string;
    received: Generated<string>;
    accepted: string;
    reason_system: string | null;
    reason_code: string | null;
    reason_display: string | null;
    /** Clinician's free text, encrypted with the secret. */
    comment: string | null;
    source: string;
  };
  token_use: { issuer: string; token: string; expires: number };
  prediction_count: { day: string; model: string; input: string; bin: string; count: string };
}
