import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { zipOf } from '../../test/trials/zip.ts';
import { zipEntries } from './zip-entries.ts';

const folder = mkdtempSync(join(tmpdir(), 'genehook-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(bytes: Buffer): string[] {
  const path = join(folder, 'archive.zip');
  writeFileSync(path, bytes);
  const found: string[] = [];
  for (const { name, read: content } of zipEntries(path)) found.push(`${name}: ${Buffer.from(content()).toString('utf8')}`);
  return found;
}

describe('an archive', () => {
  const sound = zipOf({ '../../etc/a.json': '{"a":1}', 'b.json': '{"b":2}' });

  it('gives its files with the names they have there; nothing is written under them', () => {
    expect(read(sound)).toEqual(['../../etc/a.json: {"a":1}', 'b.json: {"b":2}']);
  });

  it.each<[string, (bytes: Buffer) => void]>([
    ['a table of contents of four gigabytes', (bytes) => bytes.writeUInt32LE(0xfffffff0, bytes.length - 10)],
    ['a table of contents behind its end', (bytes) => bytes.writeUInt32LE(0xfffffff0, bytes.length - 6)],
  ])('%s: refused before there is memory for it', (_name, damage) => {
    const damaged = Buffer.from(sound);
    damage(damaged);
    const before = process.memoryUsage().external;
    expect(() => read(damaged)).toThrow('cut off');
    expect(process.memoryUsage().external - before).toBeLessThan(64 * 1024 * 1024);
  });

  it('a file that unpacks to more than it says is refused', () => {
    const bomb = Buffer.from(zipOf({ 'a.json': '0'.repeat(1_000_000) }));
    bomb.writeUInt32LE(10, bomb.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24);
    expect(() => read(bomb)).toThrow();
  });
});
