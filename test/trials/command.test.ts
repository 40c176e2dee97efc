/** `genehook trials …` as commands: explain, match, import, status. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Command, type CommanderError } from 'commander';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerTrials } from '../../cds-service/cli/trials.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import type { TrialRecord } from '../../cds-service/knowledge/trials/types.ts';
import { trialReader } from '../../cds-service/trial-library/reader.ts';
import { loadTrials } from './embedded.ts';
import { nct, studies, study } from './synthetic-studies.ts';
import { zipOf } from './zip.ts';

vi.setConfig({ testTimeout: 300_000 });

const folder = mkdtempSync(join(tmpdir(), 'genehook-trial-command-'));
const before = { ...process.env };
let [said, complained]: [string[], string[]] = [[], []];
beforeAll(() => {
  process.env.GENEHOOK_DATA = join(folder, 'data');
  delete process.env.DATABASE_URL;
  delete process.env.GENEHOOK_TRUST;
});
afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  [said, complained] = [[], []];
  vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
  vi.spyOn(console, 'error').mockImplementation((text: string) => void complained.push(text));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** Exit code 0, or that of the refusal with its message. */
async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly message: string }> {
  const program = new Command();
  registerTrials(program);
  const all = (command: Command): void => {
    command.exitOverride().configureOutput({ writeErr: () => undefined });
    for (const inner of command.commands) all(inner);
  };
  all(program);
  try {
    await program.parseAsync(['trials', ...args], { from: 'user' });
    return { code: Number(process.exitCode ?? 0), message: complained.join('\n') };
  } catch (error) {
    const { exitCode, message } = error as CommanderError;
    return { code: exitCode, message };
  }
}
const write = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const entries = (id: string, withTumour = true) => [
  { resource: { resourceType: 'Patient', id, birthDate: '1960-01-01', gender: 'male' } },
  ...(withTumour
    ? [
        {
          resource: {
            resourceType: 'Condition',
            id: `tumour-${id}`,
            subject: { reference: `Patient/${id}` },
            clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] },
            code: { coding: [{ system: 'http://snomed.info/sct', code: '254637007', display: 'Non-small cell lung cancer' }] },
          },
        },
      ]
    : []),
];
const bundle = (...of: readonly (readonly object[])[]) => ({ resourceType: 'Bundle', type: 'collection', entry: of.flat() });
const one = () => write('one.json', bundle(entries('p1')));
const known = loadTrials().trials[0]?.record.nctId ?? '';

describe('explain', () => {
  it('says the verdict and every criterion with its reason, worst first', async () => {
    expect(await run('explain', known.toLowerCase(), one(), '--date', '2026-11-21')).toMatchObject({ code: 0 });
    const text = said.join('\n');
    expect(text).toMatch(new RegExp(`^${known} `));
    expect(text).toMatch(/\nVerdict: (?:eligible|possible|ineligible)\n/);
    const order = [...text.matchAll(/^\[(not-met|unknown|met)\]/gm)].map(([, verdict]) =>
      ['not-met', 'unknown', 'met'].indexOf(verdict ?? ''),
    );
    expect(order.length).toBeGreaterThan(3);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
  it('gives the match as JSON', async () => {
    await run('explain', known, one(), '--json');
    expect(JSON.parse(said.join('\n'))).toMatchObject({ nctId: known, criteria: expect.any(Array) as unknown[] });
  });
  it.each<readonly [string, () => readonly string[], RegExp]>([
    ['an unknown id', () => ['NCT99999999', one()], /NCT99999999 is not among the trials known here/],
    [
      'a bundle of several patients',
      () => [known, write('two.json', bundle(entries('a'), entries('b')))],
      /several patients; name one with --patient/,
    ],
    ['a patient who is not in the bundle', () => [known, one(), '--patient', 'other'], /nothing about patient other/],
    ['a patient without a tumour', () => [known, write('none.json', bundle(entries('p', false)))], /no active tumour/],
    ['a file that is not there', () => [known, join(folder, 'nowhere.json')], /cannot be read \(ENOENT\)/],
    ['a file that is no JSON', () => [known, write('broken.json', '{')], /cannot be read \(not JSON\)/],
    ['a day that is none', () => [known, one(), '--date', 'today'], /YYYY-MM-DD/],
    ['a day that no calendar has', () => [known, one(), '--date', '2026-02-30'], /YYYY-MM-DD/],
  ])('refuses %s', async (_, args, message) => {
    const { code, message: got } = await run('explain', ...args());
    expect([code, got]).toEqual([1, expect.stringMatching(message)]);
    expect(said).toEqual([]);
  });
  it('takes the patient that is named out of several', async () => {
    const two = write('two.json', bundle(entries('a'), entries('b', false)));
    expect((await run('explain', known, two, '--patient', 'a')).code).toBe(0);
    expect((await run('explain', known, two, '--patient', 'b')).message).toContain('no active tumour');
  });
});

describe('import, then explain', () => {
  it('uses the new index from then on, also when it is replaced again', async () => {
    expect((await run('explain', nct(7), one())).code).toBe(1);
    expect(
      await run(
        'import',
        write(
          'trials.ndjson',
          studies(9)
            .map((record) => JSON.stringify(record))
            .join('\n'),
        ),
      ),
    ).toMatchObject({ code: 0 });
    expect(JSON.parse(said.at(-1) ?? '')).toEqual({
      read: 9,
      added: 9,
      replaced: 0,
      unchanged: 0,
      removed: 0,
      skipped: 0,
      compiled: 9,
      total: 9,
    });
    expect((await run('explain', nct(7), one())).code).toBe(0);
    expect((await run('explain', known, one())).message).toContain('not among the trials');
    await run('import', '--replace', write('other.json', [study(nct(50))]));
    expect((await run('explain', nct(7), one())).code).toBe(1);
    expect((await run('explain', nct(50), one())).code).toBe(0);
  });
  it('says which records were skipped and why, takes the others, and ends with exit code 2', async () => {
    const file = write('mixed.json', [study(nct(60)), { nothing: 1 }]);
    const { code, message } = await run('import', file, join(folder, 'nowhere.json'), write('broken.yaml', 'a: [1'));
    expect(code).toBe(2);
    expect(message).toContain('mixed.json, line 1, record 2: not a trial record of a supported registry');
    expect(message).toContain('nowhere.json: cannot be read (ENOENT)');
    expect(message).toContain('broken.yaml, document 1: not YAML');
    expect(JSON.parse(said.at(-1) ?? '')).toMatchObject({ added: 1, skipped: 3, total: 2 });
  });
  it('reads folders, archives, gzipped and marked files; what is broken is said with its place and nothing else is lost', async () => {
    const place = join(folder, 'many');
    mkdirSync(join(place, 'deeper'), { recursive: true });
    const put = (name: string, bytes: string | Uint8Array): void => writeFileSync(join(place, name), bytes);
    put('a.json', `\uFEFF${JSON.stringify(study(nct(301)))}`);
    put('deeper/b.json.gz', gzipSync(JSON.stringify({ studies: [study(nct(302)), study(nct(303))] })));
    put('c.ndjson', `${JSON.stringify(study(nct(304)))}\r\n{"cut": "off\r\n${JSON.stringify(study(nct(305)))}\r\n`);
    put(
      'd.json',
      Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xe9]), Buffer.from('"}\n'), Buffer.from(JSON.stringify(study(nct(306))))]),
    );
    put('e.json', Buffer.from(`\uFEFF${JSON.stringify(study(nct(307)))}`, 'utf16le'));
    put('f.json.gz', gzipSync(JSON.stringify([study(nct(308))])).subarray(0, 60));
    put(
      'g.zip',
      zipOf({
        'NCT00000309.json': JSON.stringify(study(nct(309))),
        'readme.txt': 'no record',
        'x/NCT00000310.json': JSON.stringify(study(nct(310))),
      }),
    );
    put('h.json', JSON.stringify([study(nct(304)), { protocolSection: { identificationModule: {} } }]));
    put('notes.txt', 'not read');
    const { code, message } = await run('import', '--replace', place);
    expect(code).toBe(2);
    for (const said of [
      'c.ndjson, line 2: not JSON',
      'd.json, line 1: not UTF-8 text',
      'e.json: the file is UTF-16',
      'f.json.gz: cannot be read on (Z_BUF_ERROR)',
      'h.json, line 1, record 2: the record has no registry id',
      `h.json, line 1, record 1: ${nct(304)} came before (c.ndjson, line 1); the later one counts`,
    ])
      expect(message).toContain(said);
    expect(JSON.parse(said.at(-1) ?? '')).toMatchObject({ total: 8, repeated: 1 });
    await run('import', '--replace', write('one.json', [study(nct(50)), study(nct(60))]));
  });
  it('status tells what is there', async () => {
    await run('status');
    expect(said.join('\n')).toMatch(/^2 trials \(imported; ClinicalTrials\.gov\)/);
    await run('status', '--json');
    expect(JSON.parse(said.at(-1) ?? '')).toMatchObject({ source: 'imported', trials: 2, stored: 2, inStep: true });
  });
  it('match lists them, as FHIR too', async () => {
    await run('match', one());
    expect(said.join('\n')).toContain(nct(50));
    await run('match', one(), '--fhir');
    expect(JSON.parse(said.at(-1) ?? '')).toMatchObject({ resourceType: 'Bundle', type: 'searchset', total: 2 });
    await run('match', one(), '--json', '--limit', '1');
    expect(JSON.parse(said.at(-1) ?? '')).toMatchObject({
      matches: [{ nctId: expect.any(String) as string }],
      search: { total: 2, limit: 1 },
    });
    expect((await run('match', one(), '--limit', '0')).code).toBe(1);
  });
  it.each([
    [['update', '--api', 'http://example.org/api/v2'], /https/],
    [['update', '--api', 'https://example.org', '--since', 'yesterday'], /--since/],
    [['update', '--api', 'https://example.org', '--page-size', '1001'], /--page-size/],
  ])('%j is refused', async (args, message) => {
    const { code, message: got } = await run(...args);
    expect([code, got]).toEqual([1, expect.stringMatching(message)]);
  });
});

describe('many records', () => {
  it('are compiled by several threads as by one', async () => {
    const records = loadTrials().trials.map(({ record }) => record);
    const texts = records.map((record) => Buffer.from(JSON.stringify(ctgov(record))));
    let end = 0;
    const raw = { texts: Buffer.concat(texts), ends: texts.map((text) => (end += text.length)), day: '2026-11-21' };
    const all = records.map((_, at) => at);
    for (const input of [{ records }, raw]) {
      const [alone, threads] = [trialReader(packageRoot(), 0), trialReader(packageRoot(), 2)];
      const expected = await alone.read(input);
      const made = await expected.make(all);
      threads.expect(1e9);
      const several = await Promise.all(Array.from({ length: 4 }, () => threads.read(input)));
      for (const reading of several) {
        expect(reading.items).toEqual(expected.items);
        expect(await reading.make(all)).toEqual(made);
      }
    }
  });
});

/** The record in the shape of the registry; sites and such are left out. */
function ctgov({ nctId, title, conditions, eligibility }: TrialRecord) {
  return {
    protocolSection: {
      identificationModule: { nctId, briefTitle: title },
      conditionsModule: { conditions },
      eligibilityModule: { eligibilityCriteria: eligibility },
    },
  };
}
