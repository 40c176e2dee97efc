/** `genehook store …`: export decisions and audit events, delete by age or patient, back up and restore. */
import type { Command } from 'commander';
import { sql, type Kysely } from 'kysely';
import { toAuditEvent } from '../store/audit-event.ts';
import { deleteBefore, deletePatient } from '../store/retention.ts';
import type { Tables } from '../store/tables.ts';
import type { DecisionRecord } from '../store/types.ts';
import { patientHash } from '../hooks/decision.ts';
import { keyedOf, withDatabase } from './service-config.ts';
import { registerBackup } from './store-backup.ts';

export function registerStore(program: Command): void {
  const store = program.command('store').description('What the service has kept: decisions, feedback, audit. No patient content.');
  store
    .command('decisions')
    .description('Export decision records as NDJSON, oldest first; each can be given to "genehook replay".')
    .option('--since <date>', 'from this day on (YYYY-MM-DD)')
    .action(async ({ since }: { since?: string }) => printRecords(since, (record) => record));
  store
    .command('audit')
    .description('Export FHIR R4 AuditEvents as NDJSON, one per decision; patients are named by keyed hash only.')
    .option('--since <date>', 'from this day on (YYYY-MM-DD)')
    .action(async ({ since }: { since?: string }) => printRecords(since, toAuditEvent));
  store
    .command('delete')
    .description('Delete what was kept, by age or by patient, and say how much.')
    .option('--before <date>', 'everything older than this day (YYYY-MM-DD)')
    .option('--ehr <name>', 'name of the EHR in the trust file, with --patient')
    .option('--patient <id>', 'everything about this patient id of that EHR')
    .action(async (options: { before?: string; ehr?: string; patient?: string }, command: Command) => {
      const { before, ehr, patient } = options;
      if ((before === undefined) === (patient === undefined)) command.error('give either --before or --ehr with --patient');
      if (patient !== undefined && ehr === undefined) command.error('--patient needs --ehr: ids are unique within one EHR only');
      await withDatabase(async (database, config) => {
        const gone =
          patient !== undefined
            ? await deletePatient(database, patientHash(keyedOf(config), ehr ?? '', patient))
            : await deleteBefore(database, new Date(`${day(before, command)}T00:00:00Z`));
        console.log(`Deleted: ${gone.decisions} decisions, ${gone.feedback} feedback items.`);
      });
    });
  registerBackup(store);
}

function day(text: string | undefined, command: Command): string {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    command.error('a day is written YYYY-MM-DD');
  return String(text);
}

const PAGE = 500;

async function printRecords(since: string | undefined, form: (record: DecisionRecord) => object): Promise<void> {
  await withDatabase(async (database) => {
    for await (const record of recordsSince(database, since ?? '0001-01-01')) process.stdout.write(`${JSON.stringify(form(record))}\n`);
  });
}

async function* recordsSince(database: Kysely<Tables>, since: string): AsyncGenerator<DecisionRecord> {
  let after: { at: string; id: string } = { at: since, id: '' };
  for (;;) {
    const { rows } = await sql<{ at: Date; id: string; record: string }>`
      select at, id, record from decision where (at, id) > (${after.at}::timestamptz, ${after.id})
      order by at, id limit ${PAGE}`.execute(database);
    for (const { record } of rows) yield JSON.parse(record) as DecisionRecord;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = { at: new Date(last.at).toISOString(), id: last.id };
  }
}
