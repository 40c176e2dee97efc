/**
 * The whole way with the real service: patients up, project connected, the deployed Bot programs run and call Genehook, cards come
 * out, and cleaning leaves nothing.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseTrust } from '../../cds-service/config/trust.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { freePort } from '../../fixtures/sandbox/ports.ts';
import { endAll, startService, type RunningService } from '../service/running.ts';
import { environmentOf, genehookMedplum, type Environment } from './command-line.ts';
import { startStandIn, type StandIn } from './stand-in/start.ts';

const OTHER_SECRET = { name: 'OTHER', valueString: 'of the site' };
let standIn: StandIn;
let service: RunningService;
let folder: string;
let trustFile: string;
let environment: Environment;
let before: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'genehook-medplum-'));
  trustFile = join(folder, 'trust.json');
  const port = await freePort(0);
  const publicUrl = `http://127.0.0.1:${port}`;
  writeFileSync(trustFile, JSON.stringify({ ehrs: [], publicUrl, auth: 'required' }));
  standIn = await startStandIn();
  const project = standIn.store.resources.get(`Project/${standIn.project.id}`);
  standIn.store.resources.set(`Project/${standIn.project.id}`, { ...project, secret: [OTHER_SECRET] } as never);
  before = [...standIn.store.resources.keys()].sort();
  service = await startService({ PORT: String(port), GENEHOOK_TRUST: trustFile, GENEHOOK_DATA: join(folder, 'data') });
  environment = { ...environmentOf(standIn), GENEHOOK_PUBLIC_URL: publicUrl };
}, 300_000);

afterAll(async () => {
  await service.end('SIGTERM');
  endAll();
  await standIn.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the case's own file promises at signing its first order. */
function expectedAt(name: string): { order: string; cards: { indicator: string; says: string[] }[] } {
  const about = JSON.parse(readFileSync(join(packageRoot(), 'fixtures', name, 'case.json'), 'utf8')) as {
    tryThis: { order: string; cards?: { indicator: string; says: string[] }[] }[];
  };
  const [first] = about.tryThis;
  if (first?.cards === undefined) throw new Error(`${name} promises nothing`);
  return { order: first.order, cards: first.cards };
}

const run = (...args: string[]) => genehookMedplum(args, environment);

describe('from an empty Medplum project to a card, and back', { timeout: 300_000 }, () => {
  it('try before anything is there says what comes first', async () => {
    const { code, err } = await run('try');
    expect(code).toBe(4);
    expect(err).toContain('Run seed first');
  });

  it('seed, then try: what is missing is named', async () => {
    expect((await run('seed')).code).toBe(0);
    const { code, err } = await run('try');
    expect(code).toBe(4);
    expect(err).toMatch(/does not list these services of Genehook: pgx-order-sign, .*\n.*Run connect/);
  });

  it('connect makes app, policy, key and Bots, writes the trust entry and prints no secret', async () => {
    const { code, out, err } = await run('connect', '--trust', trustFile);
    expect(code).toBe(0);
    expect(err.match(/^made /gm)).toHaveLength(8);
    expect(standIn.secrets()).toHaveLength(2);
    expect(standIn.secrets()[0]).toEqual(OTHER_SECRET);
    const key = JSON.parse(String(standIn.secrets()[1]?.valueString)) as { d: string };
    for (const shown of [out, err, readFileSync(trustFile, 'utf8')]) {
      expect(shown).not.toContain(key.d);
      expect(shown).not.toContain(standIn.admin.secret);
    }
    const trust = parseTrust(JSON.parse(readFileSync(trustFile, 'utf8')));
    expect(trust).toMatchObject({ ok: true, trust: { ehrs: [{ profile: 'medplum', fhirServers: [`${standIn.base}fhir/R4`] }] } });
  });

  it('before the service has read its trust file again, try says that Genehook refuses', async () => {
    const { code, out } = await run('try');
    expect(code).toBe(5);
    expect(out.match(/FAILED at Genehook: Genehook refused the call: HTTP 401/g)).toHaveLength(4);
    expect(out).toContain('paste the entry that connect prints into the trust file');
  });

  it('the same connect again changes nothing and says so', async () => {
    service.process.kill('SIGHUP');
    await expect.poll(() => service.output()).toContain('trust file reloaded');
    const [writes, text] = [standIn.store.writes, readFileSync(trustFile, 'utf8')];
    const { code, err } = await run('connect', '--trust', trustFile);
    expect(code).toBe(0);
    expect(err.match(/^unchanged /gm)).toHaveLength(9);
    expect(err).toContain('Nothing changed: the project is connected.');
    expect(standIn.store.writes).toBe(writes);
    expect(readFileSync(trustFile, 'utf8')).toBe(text);
  });

  it('try shows the card of the poor metabolizer with a stent', async () => {
    const { code, out } = await run('try');
    expect(out).toMatch(/pgx-order-sign: clopidogrel\n\s+\[warning\][^\n]*clopidogrel/i);
    expect(out).toContain('prasugrel');
    expect(out).toContain('Answered, no card: nothing would change.');
    expect(code).toBe(0);
  });

  it.each(
    ['dpyd-2a-carrier-colon-cancer', 'hla-b-5701-positive-hiv', 'cyp2c19-normal-metabolizer-stent', 'colorectal-kras-g12d-msi-high'].map(
      (name) => [name, expectedAt(name)] as const,
    ),
  )('try %s shows what the case promises', async (name, { order, cards }) => {
    const { code, out } = await run('try', '--case', name);
    expect(code).toBe(0);
    const shown = out.split(/\n\n/).filter((part) => part.includes(`order-sign: ${order}`));
    expect(shown).toHaveLength(2);
    const text = shown.join('\n');
    expect((text.match(/^ {2}\[(info|warning|critical)\]/gm) ?? []).length).toBe(cards.length);
    for (const { indicator, says } of cards) {
      expect(text).toContain(`[${indicator}]`);
      for (const word of says) expect(text.replace(/\s+/g, ' ')).toContain(word);
    }
  });

  it('a chart larger than Medplum takes in one call is read by the Bot, with the same card', async () => {
    standIn.intercept = (request, response) => {
      const large = request.path.startsWith('/cds-services') && Number(request.headers['content-length'] ?? 0) > 2_000;
      if (large)
        response
          .status(413)
          .json({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'invalid', details: { text: 'File too large' } }] });
      return large;
    };
    const { code, out } = await run('try');
    standIn.intercept = undefined;
    expect(out).toMatch(/pgx-order-sign: clopidogrel\n\s+\[warning\][^\n]*clopidogrel/i);
    expect(code).toBe(0);
  });

  it('what the Bots send on holds no access token and only this patient', () => {
    expect(standIn.hookCalls.length).toBeGreaterThan(0);
    for (const call of standIn.hookCalls) expect(call).not.toHaveProperty('fhirAuthorization');
  });

  it('clean without --yes only shows, with --yes removes all of it and nothing else', async () => {
    const shown = await run('clean');
    expect(shown.out).toMatch(/would be removed\. Nothing was changed/);
    const keys = [...standIn.store.resources.keys()].length;
    const cleaned = await run('clean', '--yes');
    expect(cleaned.code).toBe(0);
    expect(standIn.store.resources.size).toBeLessThan(keys);
    expect([...standIn.store.resources.keys()].sort()).toEqual(before);
    expect(standIn.store.code.size).toBe(0);
    expect(standIn.secrets()).toEqual([OTHER_SECRET]);
    const again = await run('clean', '--yes');
    expect(again).toMatchObject({ code: 0, out: 'There is nothing of Genehook in this project.' });
  });
});
