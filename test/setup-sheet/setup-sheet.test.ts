/** The set-up sheets: they follow the services and the configuration, invent nothing, and are well-formed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { registerSetup, sheetInput } from '../../cds-service/cli/setup.ts';
import { OVERRIDE_SYSTEM, TEST_REASONS, TREATMENT_REASONS } from '../../cds-service/cards/override-reasons.ts';
import { readConfig, type Config } from '../../cds-service/config/config.ts';
import { parseTrust } from '../../cds-service/config/trust.ts';
import { discoveryDocument } from '../../cds-service/hooks/services.ts';
import { setupSheet, type SheetInput, type SheetService, type Vendor, VENDORS } from '../../cds-service/setup-sheet/index.ts';

const ALL = Object.keys(VENDORS) as Vendor[];
const { services } = discoveryDocument() as { services: readonly SheetService[] };
const PUBLIC = 'https://cds.hospital.example';
const entry = (profile: Vendor): Record<string, unknown> => ({
  name: 'Main | EHR <b>',
  issuer: 'https://ehr.hospital.example',
  audience: 'https://typed-in.hospital.example/x',
  jwksUrl: 'https://ehr.hospital.example/keys',
  tenants: ['t-1'],
  fhirServers: ['https://ehr.hospital.example/R4'],
  profile,
  panel: { clientId: 'panel-7' },
});

function configOf(trust?: unknown, env: Record<string, string> = {}): Config {
  const result = readConfig({ ...(trust === undefined ? {} : { GENEHOOK_TRUST: 't' }), ...env }, () => JSON.stringify(trust));
  if (!result.ok) throw new Error(result.issues.join('\n'));
  return result.config;
}
const configured = (vendor: Vendor): Config => configOf({ publicUrl: PUBLIC, auth: 'required', ehrs: [entry(vendor)] });
const card = {
  service: 'pgx-order-sign',
  indicator: 'warning',
  summary: 'Avoid | this',
  topic: { system: 's', code: 'abc', display: 'x' },
};
const patients = [
  { title: 'First *2/*2', id: 'p1', onOpening: [card], orders: [{ order: 'clopidogrel', expect: 'a card', cards: [card] }] },
  { title: 'Second', id: 'p2', onOpening: [], orders: [{ order: 'lisinopril', expect: 'nothing', cards: [] }] },
];
const input = (vendor: Vendor, config: Config = configured(vendor), change: Partial<SheetInput> = {}): SheetInput => ({
  ...sheetInput(vendor, config, { patients }),
  ...change,
});

describe.each(ALL)('the sheet for %s', (vendor) => {
  const sheet = setupSheet(input(vendor));

  it('names every service with its address, every key with its query, letter by letter, and no other address of the service', () => {
    for (const { id, prefetch } of services) {
      expect(sheet).toContain(`${PUBLIC}/cds-services/${id}`);
      for (const [key, query] of Object.entries(prefetch)) expect(sheet.split('\n')).toContain(`${key}\t${query}`);
    }
    const known = new Set([
      ...services.flatMap(({ id }) => [`/cds-services/${id}`, `/cds-services/${id}/feedback`]),
      '',
      '/cds-services',
      '/readyz',
      '/panel/',
      '/panel/index.html',
      '/panel/launch.html',
    ]);
    const named = [...sheet.matchAll(/https:\/\/cds\.hospital\.example([^\s`"]*)/g)].map(([, path = '']) => path);
    expect(named.filter((path) => !known.has(path))).toEqual([]);
    const block = [...sheet.matchAll(/```text\n([\s\S]*?)```/g)].flatMap(([, lines = '']) => lines.trim().split('\n'));
    const offered = new Set(services.flatMap(({ prefetch }) => Object.entries(prefetch).map((pair) => pair.join('\t'))));
    expect(block.filter((line) => !offered.has(line))).toEqual([]);
  });

  it('changes when a service definition changes', () => {
    const [first, ...rest] = services;
    if (first === undefined) throw new Error('there are services');
    const renamed = [{ ...first, id: 'another-id' }, ...rest];
    const queried = [
      { ...first, prefetch: { ...first.prefetch, genomics: 'Observation?patient={{context.patientId}}&category=other' } },
      ...rest,
    ];
    const more = [...services, { ...first, id: 'new-service', prefetch: { immunizations: 'Immunization?patient={{context.patientId}}' } }];
    expect(setupSheet(input(vendor, undefined, { services: renamed }))).toContain('/cds-services/another-id');
    expect(setupSheet(input(vendor, undefined, { services: queried }))).toContain('category=other');
    const sheetOfMore = setupSheet(input(vendor, undefined, { services: more }));
    expect(sheetOfMore).toContain('immunizations\tImmunization?patient=');
    expect(sheetOfMore).toContain('| `Immunization` |');
  });

  it('shows the configuration, and the trust file that it shows is accepted', () => {
    for (const known of ['https://ehr.hospital.example/keys', 'https://typed-in.hospital.example/x', 'panel-7', 't-1'])
      expect(sheet).toContain(known);
    expect(sheet).not.toMatch(/not known yet/i);
    const json = JSON.parse(/```json\n([\s\S]*?)```/.exec(sheet)?.[1] ?? '') as unknown;
    expect(parseTrust(json)).toMatchObject({
      ok: true,
      trust: {
        publicUrl: PUBLIC,
        ehrs: [{ profile: vendor, audience: 'https://typed-in.hospital.example/x', panel: { clientId: 'panel-7' } }],
      },
    });
  });

  it('without configuration says what is not known and where it is set, and invents nothing', () => {
    const bare = setupSheet(input(vendor, configOf()));
    expect(bare).toContain('Not known yet, and where it is set:');
    for (const field of ['publicUrl', 'issuer', 'fhirServers', 'panel.clientId'])
      expect(bare).toMatch(new RegExp(`\`[^\`]*${field}\` \\| \\*\\*not known yet\\*\\*`));
    expect(bare).not.toMatch(/127\.0\.0\.1|localhost|hospital\.example/);
    const json = JSON.parse(/```json\n([\s\S]*?)```/.exec(bare)?.[1] ?? '') as unknown;
    expect(parseTrust(json).ok).toBe(false);
    expect(setupSheet({ ...input(vendor, configOf()), publicUrl: PUBLIC })).toContain(`${PUBLIC}/cds-services/pgx-patient-view`);
  });

  it('is well-formed Markdown: tables even, fences closed, one title, no empty heading, boxes to tick', () => {
    const lines = sheet.split('\n');
    expect(lines.filter((line) => line.startsWith('# '))).toHaveLength(1);
    expect(lines.filter((line) => /^#+\s*$/.test(line))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('```')).length % 2).toBe(0);
    let columns = 0;
    for (const [index, line] of lines.entries()) {
      const width = line.startsWith('|') ? line.replace(/\\\|/g, '').split('|').length : 0;
      if (width !== 0 && columns !== 0) expect([index, width]).toEqual([index, columns]);
      if (width !== 0 && columns === 0) expect([index, lines[index - 1], lines[index + 1]?.startsWith('| ---')]).toEqual([index, '', true]);
      columns = width;
    }
    expect(lines.filter((line) => line.startsWith('- [ ] ')).length).toBeGreaterThan(10);
    expect(sheet).not.toMatch(/undefined|\[object|\n\n\n/);
    expect(sheet.replace(/```[\s\S]*?```/g, '').replace(/`[^`]*`/g, '')).not.toContain('<b>');
    expect(sheet).toContain('First \\*2/\\*2');
  });

  it('lists the override reasons of the code', () => {
    for (const { code, display } of [...TREATMENT_REASONS, ...TEST_REASONS])
      expect(sheet).toContain(`| \`${code}\` | \`${OVERRIDE_SYSTEM}\` | ${display ?? ''} |`);
  });
});

describe('what differs by vendor', () => {
  it('Epic: tokens of 15 minutes need a longer life than one of five', () => {
    const strict = configOf({ publicUrl: PUBLIC, auth: 'required', ehrs: [entry('epic')] }, { GENEHOOK_TOKEN_AGE_SECONDS: '300' });
    expect(setupSheet(input('epic', strict))).toContain('**Raise `GENEHOOK_TOKEN_AGE_SECONDS` to at least 900**');
    expect(setupSheet(input('epic'))).not.toContain('**Raise');
  });

  it('Oracle: order hooks stand apart, and the boxes are about opening charts', () => {
    const sheet = setupSheet(input('oracle'));
    expect(sheet.indexOf('### Services for hooks that Oracle Health does not offer publicly')).toBeGreaterThan(
      sheet.indexOf('`pgx-patient-view`'),
    );
    expect(sheet).toContain('- [ ] Opening the chart of "First');
    expect(sheet).not.toContain('- [ ] Ordering');
  });

  it('Medplum: no query uses what Medplum refuses', () => {
    for (const { prefetch } of services)
      for (const query of Object.values(prefetch)) expect(query).not.toMatch(/\$|combo|component|_include|_revinclude|:(?!\/\/)/);
  });
});

describe('genehook setup', () => {
  let folder = '';
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'genehook-setup-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function setup(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const said = { out: '', err: '' };
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said.out += String(text);
      return true;
    });
    const program = new Command('genehook').exitOverride().configureOutput({ writeErr: (text) => void (said.err += text) });
    registerSetup(program);
    try {
      await program.parseAsync(['setup', ...args], { from: 'user' });
      return { code: 0, ...said };
    } catch (error) {
      if (error instanceof CommanderError) return { code: error.exitCode, ...said };
      throw error;
    } finally {
      write.mockRestore();
    }
  }
  const file = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };

  it('tries the synthetic patients on the real services', async () => {
    const { code, out } = await setup(
      'generic',
      '--date',
      '2026-11-21',
      '--config',
      file('t.json', { publicUrl: PUBLIC, auth: 'required', ehrs: [] }),
    );
    expect(code).toBe(0);
    expect(out).toMatch(/\| clopidogrel \| [^|]* \| warning: CYP2C19 poor metabolizer: avoid clopidogrel/);
    expect(out).toMatch(/\| amoxicillin \| [^|]* \| no card \|/);
    expect(out).toMatch(/\| `oncology\w+` \| `https/);
  }, 300_000);

  it.each([
    ['an address that is not https', ['epic', '--no-patients', '--public-url', 'http://cds.hospital.example'], /--public-url: must be/],
    ['a trust file that is not there', ['epic', '--no-patients', '--config', '/nowhere.json'], /GENEHOOK_TRUST: the file cannot be read/],
    ['an EHR that is not known', ['cerner', '--no-patients'], /Allowed choices are epic, oracle, medplum, generic/],
  ])('%s is refused in words', async (_name, args, says) => {
    const { code, err, out } = await setup(...args);
    expect([code, err, out]).toEqual([1, expect.stringMatching(says) as string, '']);
  });

  it('a trust file with a fault names the field', async () => {
    const { code, err } = await setup(
      'epic',
      '--no-patients',
      '--config',
      file('bad.json', { publicUrl: PUBLIC, auth: 'required', ehrs: [{ ...entry('epic'), fhirServers: 'x' }] }),
    );
    expect([code, err]).toEqual([1, expect.stringContaining('ehrs[0].fhirServers') as string]);
  });
});
