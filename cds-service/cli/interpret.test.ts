import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PatientReport } from '../report/types.ts';
import { interpretInputs, type FailedInput } from './interpret.ts';
import { readInputs } from './read-inputs.ts';

const report = (inputId: string | undefined, asOf: string): PatientReport => ({
  reportVersion: '1',
  ...(inputId === undefined ? {} : { inputId }),
  patient: { id: '' },
  asOf,
  inputHash: '0'.repeat(16),
  orders: [],
  knowledge: [],
  pgx: { genes: [], drugs: [], untested: [] },
  oncology: { variants: [], biomarkers: [], therapies: [] },
  trials: [],
  predictions: [],
  warnings: [],
});

async function lines(text: string, fails = false): Promise<(PatientReport | FailedInput)[]> {
  const found: (PatientReport | FailedInput)[] = [];
  const interpreter = ({ inputId, asOf }: { inputId?: string; asOf: string }): PatientReport => {
    if (fails) throw new TypeError('patient data in here');
    return report(inputId, asOf);
  };
  for await (const line of interpretInputs(readInputs(text.split('\n')) as AsyncGenerator<never>, { date: '2026-11-21' }, interpreter))
    found.push(line);
  return found;
}

describe('genehook interpret', () => {
  it('inputId is the Bundle’s id, else the line', async () => {
    const found = await lines('{"resourceType":"Patient","id":"p"}\n{"resourceType":"Bundle","id":"b-7"}\n{"resourceType":"Bundle"}');
    expect(found.map(({ inputId }) => inputId)).toEqual(['1', 'b-7', '3']);
  });

  it.each([
    ['not JSON', 'broken'],
    ['no resource', '{"hello":1}'],
    ['a number', '7'],
    ['null', 'null'],
    ['an array of no resources', '[1,2]'],
    ['an empty array', '[]'],
    ['resourceType of another kind', '{"resourceType":7}'],
  ])('%s gives an error in its place', async (_name, text) => {
    const found = await lines(`${text}\n{"resourceType":"Patient"}`);
    expect(found).toMatchObject([
      { inputId: '1', error: { message: expect.any(String) } },
      { inputId: '2', reportVersion: '1' },
    ]);
  });

  it('a defect costs one input, and its message does not quote data', async () => {
    const [line] = await lines('{"resourceType":"Patient"}', true);
    expect(line).toEqual({ inputId: '1', error: { message: 'could not be interpreted (TypeError)' } });
  });
});

describe('the command', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'genehook-cli-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (args: readonly string[], input = '') =>
    spawnSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'main.ts'), ...args], { input, encoding: 'utf8' });

  it('reads files and standard input in order, exit code 2 when an input was unreadable', () => {
    const pretty = join(folder, 'pretty.json');
    writeFileSync(pretty, JSON.stringify({ resourceType: 'Bundle', id: 'pretty', type: 'collection', entry: [] }, null, 2));
    const { stdout, stderr, status } = run(
      ['interpret', pretty, '-', join(folder, 'gone.json'), '--date', '2026-01-31'],
      '{"resourceType":"Patient","id":"p"}\nbroken\n{"resourceType":"Bundle","id":"last"}\n',
    );
    const found = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { inputId: string; error?: object; asOf?: string });
    expect(found.map(({ inputId, error }) => (error === undefined ? inputId : `${inputId}!`))).toEqual(['pretty', '1', '2!', 'last', '0!']);
    expect(found[0]?.asOf).toBe('2026-01-31');
    expect([status, stderr]).toEqual([2, '']);
  });

  it('exit code 0 when all were read', () => {
    expect(run(['interpret'], '{"resourceType":"Patient"}').status).toBe(0);
  });

  it('help names the command', () => {
    expect(run(['--help']).stdout).toContain('interpret');
  });

  it('faults in options are plain', () => {
    const bad = run(['interpret', '--date', '2026-02-30'], '{}');
    expect([bad.status, bad.stderr]).toEqual([1, expect.stringContaining('--date must be a day')]);
  });

  it('config check names the faulty field', () => {
    const file = join(folder, 'trust.json');
    writeFileSync(file, JSON.stringify({ ehrs: [], publicUrl: 'http://cds.example.org', auth: 'required' }));
    const checked = run(['config', 'check', file]);
    expect([checked.status, checked.stderr]).toEqual([1, expect.stringContaining('publicUrl: must be an absolute https address')]);
  });

  it('hook prefetch prints the table for analysts', () => {
    const { stdout } = run(['hook', 'prefetch', '--service', 'oncology-order-sign']);
    expect(stdout).toContain('| `patient` | patient details |');
    const lines = stdout.split('\n');
    expect(lines).toContain('patient\tPatient/{{context.patientId}}');
    expect(lines).toContainEqual(expect.stringMatching(/^vitals\tObservation\?.*http:\/\/loinc\.org\|29463-7,http:\/\/loinc\.org\|8302-2/));
    expect(lines.filter((line) => line.startsWith('|') && line.split('|').length !== 4)).toEqual([]);
  });

  it('hook prefetch names the services for one that does not exist', () => {
    expect(run(['hook', 'prefetch', '--service', 'pgx-order-sing']).stderr).toContain('Allowed choices are pgx-order-select');
  });
});
