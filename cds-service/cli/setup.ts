/** `genehook setup epic|oracle|medplum|generic`: the set-up sheet of a site, from the real services and its configuration. */
import { readFileSync } from 'node:fs';
import { Argument, type Command } from 'commander';
import { TEST_REASONS, TREATMENT_REASONS } from '../cards/index.ts';
import { loadClinic } from '../clinic.ts';
import { readConfig, type Config } from '../config/config.ts';
import { isLoopbackHost, isSafeUrl, parseUrl, withoutTrailingSlash } from '../config/loopback.ts';
import { USUAL_ALGORITHMS, type TrustedEhr } from '../config/trust.ts';
import { PREFETCH } from '../hooks/prefetch-keys.ts';
import { discoveryDocument, RESULT_KEYS } from '../hooks/services.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { DEFAULT_SCOPE } from '../panel/routes.ts';
import { setupSheet, type SheetEhr, type SheetInput, type SheetPatient, type SheetService, type Vendor } from '../setup-sheet/index.ts';
import { linkHosts } from './setup-links.ts';
import { tryPatients } from './setup-patients.ts';

interface Options {
  readonly config?: string;
  readonly publicUrl?: string;
  readonly date?: string;
  readonly patients: boolean;
}

export function registerSetup(program: Command): void {
  program
    .command('setup')
    .description('The set-up sheet of a site as Markdown: what is typed into the EHR and into the trust file, and what must then be seen.')
    .addArgument(new Argument('<ehr>', 'which EHR').choices(['epic', 'oracle', 'medplum', 'generic']))
    .option('--config <file>', 'the trust file (default: the one that GENEHOOK_TRUST names)')
    .option('--public-url <url>', 'address that the EHR calls, where the trust file does not have it yet')
    .option('--date <YYYY-MM-DD>', 'day on which the test patients are tried (default: today, UTC)')
    .option('--no-patients', 'without trying the test patients, which takes some seconds')
    .action(async (vendor: Vendor, options: Options, command: Command) => {
      const { publicUrl } = options;
      if (publicUrl !== undefined && !isAddress(publicUrl))
        return command.error('--public-url: must be an absolute https address (http only on this machine), without query or credentials', {
          exitCode: 1,
        });
      if (options.date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(options.date))
        return command.error('--date: is no YYYY-MM-DD', { exitCode: 1 });
      const result = readConfig(environment(options.config), (path) => readFileSync(path, 'utf8'));
      if (!result.ok) return command.error(result.issues.join('\n'), { exitCode: 1 });
      const today = options.date ?? new Date().toISOString().slice(0, 10);
      const patients = options.patients ? await tryPatients(await loadClinic(), today) : [];
      process.stdout.write(setupSheet(sheetInput(vendor, result.config, { patients, ...(publicUrl === undefined ? {} : { publicUrl }) })));
    });
}

function environment(config: string | undefined): Readonly<Record<string, string | undefined>> {
  return config === undefined ? process.env : { ...process.env, GENEHOOK_TRUST: config };
}

function isAddress(text: string): boolean {
  return isSafeUrl(text, true) && !text.includes('?') && parseUrl(text) !== null;
}

/** `services`: the discovery document's own, unless a test gives others. */
export function sheetInput(
  vendor: Vendor,
  config: Config,
  further: {
    readonly patients: readonly SheetPatient[] | undefined;
    readonly publicUrl?: string;
    readonly services?: readonly SheetService[];
  },
): SheetInput {
  const { trust, limits, trustFile } = config;
  const configured = trustFile === undefined ? undefined : trust.publicUrl;
  const publicUrl = further.publicUrl === undefined ? configured : withoutTrailingSlash(further.publicUrl);
  const ehrs = trust.ehrs.filter(({ profile }) => profile === vendor);
  const local = publicUrl !== undefined && isLoopbackHost(parseUrl(publicUrl)?.hostname ?? '');
  return {
    vendor,
    services: further.services ?? (discoveryDocument() as { readonly services: readonly SheetService[] }).services,
    keys: Object.fromEntries(
      Object.entries(PREFETCH).map(([key, { label, essential }]) => [
        key,
        { label, essential, needed: (RESULT_KEYS as readonly string[]).includes(key) },
      ]),
    ),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    auth: trustFile !== undefined && local ? trust.auth : 'required',
    ehrs: ehrs.map(toSheetEhr),
    panelScope: DEFAULT_SCOPE,
    algorithms: [...new Set(ehrs.length === 0 ? USUAL_ALGORITHMS : ehrs.flatMap(({ algorithms = USUAL_ALGORITHMS }) => algorithms))],
    tokenAgeSeconds: limits.tokenAgeSeconds,
    answerMs: limits.answerMs,
    bodyMegabytes: limits.bodyBytes / 1024 / 1024,
    overrideReasons: [...new Map([...TREATMENT_REASONS, ...TEST_REASONS].map((reason) => [reason.code, reason])).values()].map(
      ({ system, code, display }) => ({ system, code, display: display ?? code }),
    ),
    linkHosts: linkHosts(loadKnowledge()),
    ...(further.patients === undefined ? {} : { patients: further.patients }),
  };
}

function toSheetEhr({ name, issuer, audience, jwksUrls, algorithms, jwks, tenants, fhirServers, origins, panel }: TrustedEhr): SheetEhr {
  return {
    name,
    issuer,
    ownKeys: jwks !== undefined,
    fhirServers,
    origins,
    ...(audience === undefined ? {} : { audience }),
    ...(jwksUrls === undefined ? {} : { jwksUrls }),
    ...(algorithms === undefined ? {} : { algorithms }),
    ...(tenants === undefined ? {} : { tenants }),
    ...(panel === undefined ? {} : { panel }),
  };
}
