/** `genehook medplum …`: from an empty Medplum project to a card, and back. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { parseTrust } from '../config/trust.ts';
import { packageRoot } from '../knowledge/package-root.ts';
import { readCases, SEED_TYPES, type SeedCase } from '../medplum/cases.ts';
import type { CleanPart } from '../medplum/clean.ts';
import { faultText, MedplumFault } from '../medplum/fault.ts';
import { faultOf } from '../medplum/requirements.ts';
import type { Say } from '../medplum/say.ts';
import type { MedplumServer } from '../medplum/server.ts';
import { readPublicUrl, readSettings } from '../medplum/settings.ts';
import { requireValidTrust, withEntry } from '../medplum/trust-entry.ts';

/** What a server says never moves the cursor or colours the terminal. */
const printable = (text: string): string => text.replace(/(?!\n)\p{Cc}/gu, ' ');
const SAY: Say = { result: (text) => console.log(printable(text)), progress: (text) => console.error(printable(text)) };
const FIRST_TRY = 'cyp2c19-poor-metabolizer-coronary-stent';
const EXIT_CODES = `
Signs in with MEDPLUM_BASE_URL, MEDPLUM_CLIENT_ID and MEDPLUM_CLIENT_SECRET (or MEDPLUM_CLIENT_SECRET_FILE).
Exit codes: 0 done, 2 wrong settings, 3 server not reached or not Medplum, 4 refused by Medplum, 5 done in part. Guide: docs/connect-medplum.md`;

export function registerMedplum(program: Command): void {
  const medplum = program
    .command('medplum')
    .description('Connect a Medplum project: patients to try, SMART app, access policy, CDS Hooks Bots.');
  medplum.addHelpText('after', EXIT_CODES);
  medplum
    .command('seed')
    .description('Upload the synthetic patients; what is there already stays as it is.')
    .option('--from <folder>', 'folder of cases (default: those that come with Genehook)')
    .option('--case <name...>', 'these cases only')
    .action((options: { from?: string; case?: string[] }) => run(() => seedCommand(options)));
  medplum
    .command('connect')
    .description('Make SMART app, access policy, signing key and Bots, and print the entry for the trust file of the service.')
    .option('--genehook <url>', 'public address of Genehook (default: GENEHOOK_PUBLIC_URL, else publicUrl of the trust file)')
    .option('--trust <file>', 'write the entry into this trust file instead of printing it')
    .option('--new-key', 'make a new signing key', false)
    .option('--restrict <membership>', 'bind the access policy to this ProjectMembership, with --patient')
    .option('--patient <id>', 'the one patient whose chart that member may read')
    .action((options: ConnectArguments) => run(() => connectCommand(options)));
  medplum
    .command('try')
    .description('Call patient-view and order-sign for a synthetic patient through Medplum and show the cards.')
    .option('--case <name>', 'which patient', FIRST_TRY)
    .option('--order <drug>', 'which drug to order (default: what the case suggests)')
    .action((options: { case: string; order?: string }) => run(() => tryCommand(options)));
  medplum
    .command('clean')
    .description('Show what seed and connect made; with --yes remove it. Nothing else is touched.')
    .option('--yes', 'remove', false)
    .option('--only <part>', 'patients or connection')
    .action((options: { yes: boolean; only?: string }) => run(() => cleanCommand(options)));
}

/** Every end of a command is an exit code; a fault is told in two lines. */
async function run(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    const fault = faultOf(error, 'do this');
    if (!(fault instanceof MedplumFault)) throw error;
    SAY.progress(faultText(fault));
    process.exitCode = fault.exitCode;
  }
}

const readText = (path: string): string => readFileSync(path, 'utf8');

/** The client library is loaded only when a command really signs in. */
async function signedIn(): Promise<MedplumServer> {
  const settings = readSettings(process.env, readText);
  const { signIn } = await import('../medplum/server.ts');
  const server = await signIn(settings);
  SAY.progress(`Project “${server.project.name}” at ${server.base}`);
  return server;
}

const PARTIAL = 5;

async function seedCommand(options: { from?: string; case?: string[] }): Promise<number> {
  const all = readCases(options.from);
  const cases = options.case === undefined ? all : options.case.map((name) => caseNamed(all, name));
  const server = await signedIn();
  const { seed } = await import('../medplum/seed.ts');
  const { refused } = await seed(server, cases, SAY);
  for (const line of refused) SAY.progress(`refused: ${line}`);
  return refused.length === 0 ? 0 : PARTIAL;
}

interface ConnectArguments {
  readonly genehook?: string;
  readonly trust?: string;
  readonly newKey: boolean;
  readonly restrict?: string;
  readonly patient?: string;
}

async function connectCommand({ genehook, trust, newKey, restrict, patient }: ConnectArguments): Promise<number> {
  if ((restrict === undefined) !== (patient === undefined))
    throw new MedplumFault(
      'setting',
      '--restrict and --patient belong together',
      'Give the id of the membership and the id of the patient.',
    );
  const trustFile = trust ?? process.env.GENEHOOK_TRUST;
  const before = trustFile !== undefined && existsSync(trustFile) ? readText(trustFile) : undefined;
  const { base } = readSettings(process.env, readText);
  const publicUrl = readPublicUrl(genehook ?? process.env.GENEHOOK_PUBLIC_URL ?? publicUrlOf(before), base);
  if (trust !== undefined && before !== undefined) requireValidTrust(before);
  requireSameAddress(publicUrl, publicUrlOf(before));
  const server = await signedIn();
  const { connect } = await import('../medplum/connect.ts');
  const made = await connect(
    server,
    {
      publicUrl,
      newKey,
      ...(restrict === undefined || patient === undefined ? {} : { restrict: { membershipId: restrict, patientId: patient } }),
    },
    SAY,
  );
  if (trust === undefined) {
    console.error('\nPut this entry into "ehrs" of the trust file of the service (GENEHOOK_TRUST):');
    console.log(JSON.stringify(made.trustEntry, null, 2));
  } else writeTrust(trust, withEntry(before, made.trustEntry, publicUrl));
  console.error(made.changed ? '\nConnected. Next: genehook medplum try' : '\nNothing changed: the project is connected.');
  return 0;
}

/** The Bots sign for the address that they call; the service accepts only its own. */
function requireSameAddress(given: string, ofService: string | undefined): void {
  if (ofService === undefined || ofService === '' || ofService === given) return;
  throw new MedplumFault(
    'setting',
    `Genehook is ${given} here and ${ofService} in the trust file of the service`,
    'Make "publicUrl" of the trust file and the address given to connect the same; a token for one is refused by the other.',
  );
}

function publicUrlOf(trustText: string | undefined): string | undefined {
  try {
    const parsed = trustText === undefined ? undefined : parseTrust(JSON.parse(trustText));
    return parsed?.ok === true ? parsed.trust.publicUrl : undefined;
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, so that a service that reads it never sees half a file. */
function writeTrust(path: string, text: string | null): void {
  if (text === null) {
    console.error(`unchanged ${path}`);
    return;
  }
  const beside = `${path}.${process.pid}.new`;
  writeFileSync(beside, text, { mode: 0o600 });
  renameSync(beside, path);
  console.error(`written   ${path}`);
}

async function tryCommand(options: { case: string; order?: string }): Promise<number> {
  const one = caseNamed(readCases(), options.case);
  const text = options.order ?? one.order;
  if (text === undefined) throw new MedplumFault('setting', `The case ${one.name} suggests no order`, 'Name a drug with --order.');
  const server = await signedIn();
  const { tryHooks } = await import('../medplum/try.ts');
  const failed = await tryHooks(server, { case: one, drug: await drugNamed(text) }, SAY);
  return failed === 0 ? 0 : PARTIAL;
}

/** With its RxNorm code when the name stands for one known ingredient; else by its text alone. */
async function drugNamed(text: string): Promise<{ text: string; rxnorm?: string }> {
  const { drugTable } = await import('../../fhir-profiles/codes/drug/table.ts');
  const codes: unknown = JSON.parse(readText(join(packageRoot(), 'fhir-profiles', 'codes', 'data', 'drugs.json')));
  const ingredients = drugTable(codes).byText(text)?.ingredients ?? [];
  const code = ingredients.length === 1 ? ingredients[0]?.rxnorm : undefined;
  return { text, ...(typeof code === 'string' ? { rxnorm: code } : {}) };
}

async function cleanCommand({ yes, only }: { yes: boolean; only?: string }): Promise<number> {
  if (only !== undefined && only !== 'patients' && only !== 'connection')
    throw new MedplumFault('setting', '--only takes patients or connection', 'Leave it out to clean both.');
  const parts: readonly CleanPart[] = only === undefined ? ['connection', 'patients'] : [only];
  const server = await signedIn();
  const { clean } = await import('../medplum/clean.ts');
  const { kept } = await clean(server, { remove: yes, parts, seedTypes: SEED_TYPES }, SAY);
  return yes && kept.length > 0 ? PARTIAL : 0;
}

function caseNamed(cases: readonly SeedCase[], name: string): SeedCase {
  const found = cases.find((one) => one.name === name);
  if (found === undefined)
    throw new MedplumFault('setting', `There is no case “${name}”`, `Cases: ${cases.map((one) => one.name).join(', ')}.`);
  return found;
}
