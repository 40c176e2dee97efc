/** `genehook acceptance`: synthetic orders with what must appear and what must stay silent, for signing before go-live. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { askHere, askService, CannotAsk, type Answerer, type ServiceAddress } from '../acceptance/answerers.ts';
import { OrderListFault, readOrderList, type OrderList } from '../acceptance/order-list.ts';
import { acceptanceRequests, runAcceptance } from '../acceptance/run.ts';
import { markdownSheet, passedOf, terminalLines, type SheetHead } from '../acceptance/sheet.ts';
import { isSafeUrl, withoutTrailingSlash } from '../config/loopback.ts';
import { loadClinic } from '../clinic.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { packageRoot } from '../knowledge/package-root.ts';
import { KeyFault, signerFrom } from '../request-bench/signing.ts';
import { progress } from './progress.ts';

interface Options {
  readonly url?: string;
  readonly key?: string;
  readonly iss?: string;
  readonly kid?: string;
  readonly aud?: string;
  readonly jku?: string;
  readonly orders?: string;
  readonly out?: string;
  readonly date?: string;
  readonly requests?: string;
}

export function registerAcceptance(program: Command): void {
  program
    .command('acceptance')
    .description('Orders of synthetic patients with what must appear and what must stay silent. Exit code 3 on any difference.')
    .option('--url <url>', 'ask a running service at this address (as EHRs call it, without /cds-services) instead of this program')
    .option('--key <file>', 'private key for the client JWT: JWK, JWK set or PEM, of an issuer that the service trusts')
    .option('--iss <issuer>', 'issuer of the JWT, as "issuer" of the trust file has it')
    .option('--kid <id>', 'key id (default: kid of the JWK, else its thumbprint)')
    .option('--aud <address>', 'audience of the JWT (default: the address called)')
    .option('--jku <url>', 'address of the key set, when the trust file names it in jwksUrl')
    .option('--orders <file>', 'your own list of orders; the format is that of cds-service/acceptance/orders.json')
    .option('--out <file>', 'write the sheet to sign, as Markdown')
    .option('--requests <folder>', 'only write the hook requests as files, for "genehook hook" or another client')
    .option('--date <YYYY-MM-DD>', 'day of the run, without --url (default: today, UTC)')
    .action(async (options: Options, command: Command) => {
      try {
        await run(options, command);
      } catch (error) {
        if (error instanceof OrderListFault) command.error(error.message, { exitCode: 1 });
        if (error instanceof CannotAsk) command.error(error.message, { exitCode: 1 });
        throw error;
      }
    });
}

async function run(options: Options, command: Command): Promise<void> {
  const list = readOrderList(options.orders);
  const today = dayOf(options, command);
  if (options.requests !== undefined) {
    writeRequests(options.requests, list, today);
    return;
  }
  const address = await addressOf(options, command);
  const meter = progress('orders');
  const ask: Answerer = address === undefined ? askHere(await loadClinic()) : askService(address);
  const outcomes = await runAcceptance(list, ask, { today, onOrder: () => meter.tick() });
  meter.end();
  for (const line of terminalLines(outcomes)) console.log(line);
  if (options.out !== undefined) {
    writeFileSync(options.out, markdownSheet(outcomes, headOf(address, today)));
    console.log(`The sheet to sign: ${options.out}`);
  }
  if (passedOf(outcomes) < outcomes.length) process.exitCode = 3;
}

function writeRequests(folder: string, list: OrderList, today: string): void {
  mkdirSync(folder, { recursive: true });
  const requests = acceptanceRequests(list, today);
  for (const { name, request } of requests) writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(request, null, 2)}\n`);
  console.log(`${requests.length} requests in ${folder}`);
}

function headOf(address: ServiceAddress | undefined, day: string): SheetHead {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
  return {
    asked: address?.url ?? 'this program, without a network',
    ...(address?.signer === undefined ? {} : { issuer: address.signer.issuer }),
    day,
    version,
    knowledge: address === undefined ? loadKnowledge().headers : [],
  };
}

function dayOf({ date, url }: Options, command: Command): string {
  const today = new Date().toISOString().slice(0, 10);
  if (date === undefined) return today;
  if (url !== undefined) command.error('--date goes without --url: a running service answers for today', { exitCode: 1 });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) command.error('a day is written YYYY-MM-DD', { exitCode: 1 });
  return date;
}

async function addressOf({ url, key, iss, kid, aud, jku }: Options, command: Command): Promise<ServiceAddress | undefined> {
  if (url === undefined) {
    if (key !== undefined || iss !== undefined) command.error('--key and --iss go with --url', { exitCode: 1 });
    return undefined;
  }
  if (!isSafeUrl(url, true)) command.error('--url: must be an absolute https address (http only on this machine)', { exitCode: 1 });
  const base = withoutTrailingSlash(url).replace(/\/cds-services$/, '');
  if (key === undefined && iss === undefined) return { url: base };
  if (key === undefined || iss === undefined) return command.error('--key and --iss belong together', { exitCode: 1 });
  const further = Object.fromEntries(Object.entries({ kid, audience: aud, jku }).filter(([, value]) => value !== undefined));
  try {
    return { url: base, signer: await signerFrom(readFileSync(key, 'utf8'), { issuer: iss, ...further }) };
  } catch (error) {
    return command.error(`--key: ${key} ${error instanceof KeyFault ? error.message : 'cannot be read'}`, { exitCode: 1 });
  }
}
