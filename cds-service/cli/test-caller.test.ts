import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseTrust } from '../config/trust.ts';
import { signerFrom } from '../request-bench/signing.ts';
import { addCallerOrForget, makeCaller } from './test-caller.ts';

describe('a test caller', () => {
  let folder: string;
  let trust: string;
  let key: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'genehook-caller-'));
    trust = join(folder, 'trust.json');
    key = join(folder, 'key.json');
    writeFileSync(trust, JSON.stringify({ publicUrl: 'https://cds.example.org', auth: 'required', ehrs: [] }));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const caller = () => makeCaller(key, { issuer: 'https://acceptance.example', name: 'Test' });
  const trusted = () => parseTrust(JSON.parse(readFileSync(trust, 'utf8')));

  it('has a private key of its own and a public entry that the trust file accepts', async () => {
    addCallerOrForget(trust, await caller(), key);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(trusted()).toMatchObject({ ok: true, trust: { ehrs: [{ issuer: 'https://acceptance.example', fhirServers: [] }] } });
    expect(readFileSync(trust, 'utf8')).not.toContain('"d"');
    const signer = await signerFrom(readFileSync(key, 'utf8'), { issuer: 'https://acceptance.example' });
    expect(signer).toMatchObject({ alg: 'ES384' });
    expect(readFileSync(trust, 'utf8')).toContain(signer.kid);
  });

  it('never overwrites a key', async () => {
    await caller();
    await expect(caller()).rejects.toThrow('exists already');
  });

  it.each<[string, string, string]>([
    [
      'an issuer that is trusted already',
      '{"publicUrl":"https://cds.example.org","auth":"required","ehrs":[{"issuer":"https://acceptance.example"}]}',
      'stands there already',
    ],
    ['a trust file that is no JSON', '{', 'cannot be read as JSON'],
    ['a trust file that would not be accepted', '{"publicUrl":"http://cds.example.org","auth":"required","ehrs":[]}', 'publicUrl'],
  ])('%s: the file stays as it was, and no key is left', async (_name, content, message) => {
    writeFileSync(trust, content);
    const entry = await caller();
    expect(() => addCallerOrForget(trust, entry, key)).toThrow(message);
    expect(readFileSync(trust, 'utf8')).toBe(content);
    expect(existsSync(key)).toBe(false);
  });
});
