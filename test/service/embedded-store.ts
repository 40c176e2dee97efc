/** An embedded store as the first start leaves it. Making one takes four times what opening one does: a file of tests makes one and copies it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openDatabase } from '../../cds-service/store/open.ts';

const folder = mkdtempSync(join(tmpdir(), 'genehook-empty-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made: Promise<void> | undefined;

/** Puts an empty store into a data folder that has none. */
export async function putStore(dataFolder: string): Promise<string> {
  made ??= openDatabase({ dataFolder: folder }).then((database) => database.destroy());
  await made;
  cpSync(join(folder, 'store'), join(dataFolder, 'store'), { recursive: true });
  return dataFolder;
}
