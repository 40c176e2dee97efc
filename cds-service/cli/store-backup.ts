/** `genehook store backup|restore`: the store as one file, taken at one moment, and put back whole or not at all. */
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Command } from 'commander';
import { backupLines, BackupFault, checkBackup, restoreBackup, type BackupCounts } from '../store/backup.ts';
import { keyedOf, withDatabase } from './service-config.ts';

export function registerBackup(store: Command): void {
  store
    .command('backup')
    .description(
      'Write decisions, feedback, counts and the imported trials into one file. PostgreSQL may be in use; the embedded store needs the service stopped.',
    )
    .argument('<file>', 'file to write, gzipped NDJSON; must not exist')
    .action(async (file: string, _options: object, command: Command) => {
      if (existsSync(file)) command.error(`${file}: exists already; a backup is never overwritten`, { exitCode: 1 });
      await withDatabase(async (database, config) => {
        await writeWhole(file, backupLines(database, keyedOf(config), new Date()));
        const { counts } = await checkBackup(linesOfGzip(file));
        console.log(`Backed up to ${file}: ${said(counts)}. Keep the secret apart from it: without the secret it cannot be used.`);
      });
    });
  store
    .command('restore')
    .description('Put a backup into an empty store: all of it, or nothing.')
    .argument('<file>', 'a file of "genehook store backup"')
    .option('--check', 'only say what the file holds and whether it is whole')
    .option('--other-secret', 'restore although the secret is another one')
    .action(async (file: string, options: { check?: boolean; otherSecret?: boolean }, command: Command) => {
      if (!existsSync(file)) command.error(`${file}: there is no such file`, { exitCode: 1 });
      try {
        const { header, counts } = await checkBackup(linesOfGzip(file));
        if (options.check === true) {
          console.log(`${file} is whole: taken ${header.at}, schema ${header.schema}, ${said(counts)}.`);
          return;
        }
        await withDatabase(async (database, config) => {
          const restored = await restoreBackup(database, linesOfGzip(file), keyedOf(config), { otherSecret: options.otherSecret === true });
          console.log(`Restored: ${said(restored)}.`);
        });
      } catch (error) {
        if (!isFault(error)) throw error;
        command.error(`${file}: ${error instanceof BackupFault ? error.message : 'is not a gzipped file, or is cut off'}`, { exitCode: 1 });
      }
    });
}

function said(counts: BackupCounts): string {
  return `${counts.decision} decisions, ${counts.card} cards, ${counts.feedback} feedback items, ${counts.trial_entry} trials`;
}

/** The name appears once all of it is on the disk; before that nothing of that name exists. */
async function writeWhole(file: string, lines: AsyncIterable<string>): Promise<void> {
  const part = `${file}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(lines), createGzip(), createWriteStream(part, { mode: 0o600, flags: 'wx' }));
    const written = await open(part, 'r');
    await written.sync();
    await written.close();
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}

async function* linesOfGzip(file: string): AsyncGenerator<string> {
  const content = createGunzip();
  const source = createReadStream(file);
  source.on('error', (error) => content.destroy(error));
  let rest = '';
  for await (const chunk of source.pipe(content.setEncoding('utf8')) as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function isFault(error: unknown): boolean {
  if (error instanceof BackupFault) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
