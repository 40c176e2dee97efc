/** Every command of docs/connect-medplum.md, in its order, against a Medplum server and the real service. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { freePort } from '../../fixtures/sandbox/ports.ts';
import { endAll, startService, type RunningService } from '../service/running.ts';
import { genehookMedplum } from './command-line.ts';
import { startStandIn, type StandIn } from './stand-in/start.ts';

const guide = readFileSync(join(packageRoot(), 'docs', 'connect-medplum.md'), 'utf8');
const commands = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));

let standIn: StandIn;
let service: RunningService | undefined;
let folder: string;
let port: number;
let environment: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'genehook-guide-'));
  standIn = await startStandIn();
  port = await freePort(0);
  writeFileSync(join(folder, 'medplum-secret'), `${standIn.admin.secret}\n`);
  environment = {};
});
afterAll(async () => {
  await service?.end('SIGTERM');
  endAll();
  await standIn.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The site's own values in the place of the guide's. */
function atThisSite(text: string): string {
  return text
    .replaceAll('https://api.medplum.com/', standIn.base)
    .replaceAll('11111111-2222-4333-8444-555555555555', standIn.admin.id)
    .replaceAll('https://genehook.hospital.example', `http://127.0.0.1:${port}`)
    .replaceAll('site/', `${folder}/`)
    .replaceAll('MEMBERSHIP_ID', standIn.clinician.membershipId)
    .replaceAll('PATIENT_ID', standIn.all('Patient')[0]?.id ?? '');
}

/** What the guide promises of a command, beyond its exit code. */
const PROMISED: readonly (readonly [RegExp, RegExp])[] = [
  [/medplum seed$/, /resources made, 0 there already, 0 refused/],
  [/medplum connect --trust \S+$/, /Connected\. Next: genehook medplum try/],
  [/medplum try$/, /pgx-order-sign: clopidogrel\n\s+\[warning\]/],
  [/medplum try --case/, /pgx-order-sign: capecitabine\n\s+\[warning\] DPYD/],
  [/--restrict/, /reads Patient\/\S+ only/],
  [/medplum clean$/, /would be removed\. Nothing was changed/],
  [/medplum clean --yes$/, /removed\.\nKept: AccessPolicy/],
];

describe('docs/connect-medplum.md', () => {
  it('has commands', () => expect(commands.length).toBeGreaterThan(8));

  it.each(commands)(
    '%s',
    async (command) => {
      const line = atThisSite(command);
      const setting = /^export ([A-Z_]+)=(\S+)$/.exec(line);
      if (setting?.[1] !== undefined) {
        environment[setting[1]] = setting[2] ?? '';
        return;
      }
      const started = /^GENEHOOK_TRUST=(\S+) npm run service$/.exec(line);
      if (started?.[1] !== undefined) {
        service = await startService({
          PORT: String(port),
          GENEHOOK_TRUST: started[1],
          GENEHOOK_DATA: join(folder, 'data'),
          GENEHOOK_ANSWER_MS: '5000',
        });
        return;
      }
      expect(line).toMatch(/^npx genehook medplum /);
      const { code, out, err } = await genehookMedplum(line.split(' ').slice(3), environment);
      // The restricted member of section 6 keeps the policy, which the guide says.
      expect({ code, err: code === 0 || code === 5 ? '' : err }).toEqual({ code: line.endsWith('clean --yes') ? 5 : 0, err: '' });
      const promised = PROMISED.find(([which]) => which.test(line));
      expect(promised, `nothing is promised of: ${line}`).toBeDefined();
      expect(`${out}\n${err}`).toMatch(promised?.[1] ?? /^$/);
    },
    120_000,
  );

  it.each([
    'is not a FHIR server',
    'its certificate has expired',
    'comes from an authority',
    'refused the sign-in: ',
    'may not administer the project',
    'Bots are not enabled',
    'has no CDS Hooks',
    'FAILED at ',
    'could not be reached',
  ])('the message of its last table “%s” is one that the commands say', (said) => {
    const names = ['server', 'fault', 'requirements', 'try', 'bot-program'];
    const sources = names.map((name) => readFileSync(join(packageRoot(), 'cds-service', 'medplum', `${name}.ts`), 'utf8')).join('\n');
    expect(guide).toContain(said);
    expect(sources).toContain(said);
  });
});
