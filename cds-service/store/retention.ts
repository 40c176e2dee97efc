/** Deleting what was kept: by age, and everything about one patient. */
import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface Deleted {
  readonly decisions: number;
  readonly feedback: number;
}

/** Deletes decisions (with their cards), feedback and counts of predictions older than `before`. */
export async function deleteBefore(database: Kysely<Tables>, before: Date): Promise<Deleted> {
  return database.transaction().execute(async (transaction) => {
    await sql`delete from card where at < ${before.toISOString()}`.execute(transaction);
    await sql`delete from prediction_count where day < ${before.toISOString().slice(0, 10)}::date`.execute(transaction);
    const decisions = await sql`delete from decision where at < ${before.toISOString()}`.execute(transaction);
    const feedback = await sql`delete from feedback where at < ${before.toISOString()}`.execute(transaction);
    return counts(decisions.numAffectedRows, feedback.numAffectedRows);
  });
}

/** `patient`: the keyed hash. Feedback is found by the cards of the patient's decisions. */
export async function deletePatient(database: Kysely<Tables>, patient: string): Promise<Deleted> {
  return database.transaction().execute(async (transaction) => {
    const feedback = await sql`delete from feedback where card in (
      select card.uuid from card join decision on decision.id = card.decision where decision.patient = ${patient})`.execute(transaction);
    await sql`delete from card where decision in (select id from decision where patient = ${patient})`.execute(transaction);
    const decisions = await sql`delete from decision where patient = ${patient}`.execute(transaction);
    return counts(decisions.numAffectedRows, feedback.numAffectedRows);
  });
}

function counts(decisions: bigint | undefined, feedback: bigint | undefined): Deleted {
  return { decisions: Number(decisions ?? 0), feedback: Number(feedback ?? 0) };
}
