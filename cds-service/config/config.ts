/** One pure reading of environment and trust file into a frozen, validated Config. Nothing else in the service reads `process.env`. */
import { z } from 'zod';
import { isLoopbackHost, isSafeUrl } from './loopback.ts';
import { issueLine, parseTrust, type Trust } from './trust.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly trust: Trust;
  /** Path of the trust file, for reloading; absent when none is configured. */
  readonly trustFile?: string;
  /** PostgreSQL; absent = the embedded store in `dataFolder`. */
  readonly databaseUrl?: string;
  readonly dataFolder: string;
  /** Keys the hash of patient ids; absent = made once and kept in `dataFolder`. */
  readonly secret?: string;
  /** Lets an operator read /admin; absent = /admin does not exist. */
  readonly adminToken?: string;
  /** Processes that answer requests. */
  readonly workers: number;
  readonly logLevel: string;
  readonly limits: Limits;
  /** Hours for which guidance stays silent after an override with a reason; 0 = never silent. */
  readonly repeatSilenceHours: number;
  /** Days after which decisions, feedback and audit are deleted; 0 = kept until deleted by command. */
  readonly retentionDays: number;
  /** The site's own licence of OncoKB, for lines in the panel's report; absent = OncoKB is never asked. */
  readonly oncoKb?: OncoKbConfig;
}

export interface OncoKbConfig {
  readonly token: string;
  /** The only address that is asked; absent = OncoKB itself. */
  readonly baseUrl?: string;
}

export interface Limits {
  readonly bodyBytes: number;
  readonly requestsPerMinute: number;
  readonly concurrentCalls: number;
  /** Longest life of a client JWT, seconds. */
  readonly tokenAgeSeconds: number;
  /** A hook call is answered within this, milliseconds. */
  readonly answerMs: number;
}

const whole = (fallback: number, min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be between ${min} and ${max}`)
    .optional()
    .transform((value) => value ?? fallback);

const secretText = z.string().min(32, 'must have at least 32 characters').optional();

const oncoKbEnvironment = {
  GENEHOOK_ONCOKB_TOKEN: secretText,
  GENEHOOK_ONCOKB_TOKEN_FILE: z.string().min(1).optional(),
  GENEHOOK_ONCOKB_URL: z
    .string()
    .refine((url) => isSafeUrl(url, true), 'must be an https address without user name (http on loopback only)')
    .optional(),
};

const environment = z.object({
  PORT: whole(4020, 0, 65535),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  GENEHOOK_DATA: z.string().min(1).optional(),
  GENEHOOK_TRUST: z.string().min(1).optional(),
  GENEHOOK_SECRET: secretText,
  GENEHOOK_SECRET_FILE: z.string().min(1).optional(),
  GENEHOOK_ADMIN_TOKEN: secretText,
  GENEHOOK_ADMIN_TOKEN_FILE: z.string().min(1).optional(),
  GENEHOOK_WORKERS: whole(1, 1, 64),
  GENEHOOK_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  GENEHOOK_BODY_LIMIT_MB: whole(10, 5, 100),
  GENEHOOK_RATE_PER_MINUTE: whole(600_000, 1, 100_000_000),
  GENEHOOK_CONCURRENT_CALLS: whole(256, 1, 10_000),
  GENEHOOK_TOKEN_AGE_SECONDS: whole(3600, 60, 86_400),
  GENEHOOK_ANSWER_MS: whole(450, 100, 10_000),
  GENEHOOK_REPEAT_SILENCE_HOURS: whole(168, 0, 24 * 366),
  GENEHOOK_RETENTION_DAYS: whole(730, 0, 36_500),
  ...oncoKbEnvironment,
});

/** Names of ours that are settings of commands, not of the service. */
const OF_COMMANDS: ReadonlySet<string> = new Set(['GENEHOOK_CLIENT_KEY', 'GENEHOOK_PUBLIC_URL']);

/** Kubernetes tells every container of a Service, `genehook` for one, in this form. */
const OF_KUBERNETES = /_(SERVICE_HOST|SERVICE_PORT|PORT)(_|$)/;

/** Settings that look like ours and are none, as a slip of the pen leaves them: what they were meant to set has its default. */
export function unknownSettings(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const known = environment.shape;
  return Object.keys(env)
    .filter((name) => /^GENE_?HOOK_/i.test(name) && !Object.hasOwn(known, name) && !OF_COMMANDS.has(name) && !OF_KUBERNETES.test(name))
    .sort();
}

export type ConfigResult = { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly issues: readonly string[] };

/**
 * `readFile` throws when a file cannot be read. Without a trust file the service runs for development only:
 * no authentication, no FHIR server, and on loopback alone.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, readFile: (path: string) => string): ConfigResult {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) return { ok: false, issues: parsed.error.issues.map(issueLine) };
  const value = parsed.data;
  const issues: string[] = [];
  const secret = secretOf('GENEHOOK_SECRET', value.GENEHOOK_SECRET, value.GENEHOOK_SECRET_FILE, readFile, issues);
  const adminToken = secretOf('GENEHOOK_ADMIN_TOKEN', value.GENEHOOK_ADMIN_TOKEN, value.GENEHOOK_ADMIN_TOKEN_FILE, readFile, issues);
  const oncoKb = oncoKbOf(value, readFile, issues);
  const trust = readTrust(value.GENEHOOK_TRUST, value.HOST, value.PORT, readFile, issues);
  if (trust === null || issues.length > 0) return { ok: false, issues };
  const config: Config = {
    host: value.HOST,
    port: value.PORT,
    trust,
    ...(value.GENEHOOK_TRUST === undefined ? {} : { trustFile: value.GENEHOOK_TRUST }),
    ...(value.DATABASE_URL === undefined ? {} : { databaseUrl: value.DATABASE_URL }),
    dataFolder: value.GENEHOOK_DATA ?? 'data',
    ...(secret === undefined ? {} : { secret }),
    ...(adminToken === undefined ? {} : { adminToken }),
    workers: value.GENEHOOK_WORKERS,
    logLevel: value.GENEHOOK_LOG_LEVEL,
    limits: {
      bodyBytes: value.GENEHOOK_BODY_LIMIT_MB * 1024 * 1024,
      requestsPerMinute: value.GENEHOOK_RATE_PER_MINUTE,
      concurrentCalls: value.GENEHOOK_CONCURRENT_CALLS,
      tokenAgeSeconds: value.GENEHOOK_TOKEN_AGE_SECONDS,
      answerMs: value.GENEHOOK_ANSWER_MS,
    },
    repeatSilenceHours: value.GENEHOOK_REPEAT_SILENCE_HOURS,
    retentionDays: value.GENEHOOK_RETENTION_DAYS,
    ...(oncoKb === null ? {} : { oncoKb }),
  };
  return { ok: true, config: Object.freeze(config) };
}

/** OncoKB's settings alone, for the command line, which needs nothing else of the service's; null without a token. */
export function readOncoKb(
  env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): { readonly oncoKb: OncoKbConfig | null; readonly issues: readonly string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = z.object(oncoKbEnvironment).safeParse(given);
  if (!parsed.success) return { oncoKb: null, issues: parsed.error.issues.map(issueLine) };
  const issues: string[] = [];
  const oncoKb = oncoKbOf(parsed.data, readFile, issues);
  return { oncoKb: issues.length > 0 ? null : oncoKb, issues };
}

function oncoKbOf(
  value: { readonly [Name in keyof typeof oncoKbEnvironment]?: string | undefined },
  readFile: (path: string) => string,
  issues: string[],
): OncoKbConfig | null {
  const token = secretOf('GENEHOOK_ONCOKB_TOKEN', value.GENEHOOK_ONCOKB_TOKEN, value.GENEHOOK_ONCOKB_TOKEN_FILE, readFile, issues);
  const baseUrl = value.GENEHOOK_ONCOKB_URL;
  return token === undefined ? null : { token, ...(baseUrl === undefined ? {} : { baseUrl }) };
}

/** Trust as the file gives it, or the loopback-only default; null when it cannot be accepted (then `issues` says why). */
export function readTrust(
  path: string | undefined,
  host: string,
  port: number,
  readFile: (path: string) => string,
  issues: string[],
): Trust | null {
  const local = isLoopbackHost(host);
  if (path === undefined) {
    if (local) return { ehrs: [], publicUrl: port === 0 ? '' : `http://${bracketed(host)}:${port}`, auth: 'off' };
    issues.push('GENEHOOK_TRUST: is needed when HOST is not loopback: without it no caller can be verified');
    return null;
  }
  const content = readJson(path, readFile, issues);
  if (content === undefined) return null;
  const result = parseTrust(content);
  if (!result.ok) {
    issues.push(...result.issues.map((issue) => `GENEHOOK_TRUST ${issue}`));
    return null;
  }
  if (!local && result.trust.auth === 'off') issues.push('GENEHOOK_TRUST auth: "off" is accepted only when HOST is loopback');
  return result.trust;
}

function readJson(path: string, readFile: (path: string) => string, issues: string[]): unknown {
  let text: string;
  try {
    text = readFile(path);
  } catch {
    issues.push('GENEHOOK_TRUST: the file cannot be read');
    return undefined;
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    issues.push('GENEHOOK_TRUST: the file is not JSON');
    return undefined;
  }
}

function secretOf(
  name: string,
  value: string | undefined,
  file: string | undefined,
  readFile: (path: string) => string,
  issues: string[],
): string | undefined {
  if (file === undefined) return value;
  try {
    const text = readFile(file).trim();
    if (text.length >= 32) return text;
    issues.push(`${name}_FILE: the file must hold at least 32 characters`);
  } catch {
    issues.push(`${name}_FILE: the file cannot be read`);
  }
  return undefined;
}

export function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
