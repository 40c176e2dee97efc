/** Where Medplum is, who signs in, and where Genehook is: from the environment alone, so that no secret stands in a command line. */
import { isLoopbackHost, isSafeUrl, parseUrl, withoutTrailingSlash } from '../config/loopback.ts';
import { MedplumFault } from './fault.ts';

export interface MedplumSettings {
  /** Address of the server with a slash at its end: `https://api.medplum.com/`. */
  readonly base: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const NEEDED =
  'Set MEDPLUM_BASE_URL, MEDPLUM_CLIENT_ID and MEDPLUM_CLIENT_SECRET (or MEDPLUM_CLIENT_SECRET_FILE); docs/connect-medplum.md says where they come from.';

/** `readFile` throws when the file cannot be read. */
export function readSettings(env: Environment, readFile: (path: string) => string): MedplumSettings {
  const missing = ['MEDPLUM_BASE_URL', 'MEDPLUM_CLIENT_ID'].filter((name) => (env[name] ?? '').trim() === '');
  if (missing.length > 0) throw new MedplumFault('setting', `${missing.join(' and ')} not set`, NEEDED);
  return {
    base: readBase(env.MEDPLUM_BASE_URL ?? ''),
    clientId: (env.MEDPLUM_CLIENT_ID ?? '').trim(),
    clientSecret: readSecret(env, readFile),
  };
}

function readBase(text: string): string {
  const given = text.trim();
  if (parseUrl(given) === null || !isSafeUrl(given, true) || given.includes('?'))
    throw new MedplumFault(
      'setting',
      'MEDPLUM_BASE_URL is not an https address (http only for a server on this machine)',
      'Write it like https://api.medplum.com/ or http://localhost:8103/, without user name, query or fragment.',
    );
  return `${withoutTrailingSlash(withoutTrailingSlash(given).replace(/\/fhir\/R4$/, ''))}/`;
}

function readSecret(env: Environment, readFile: (path: string) => string): string {
  const direct = (env.MEDPLUM_CLIENT_SECRET ?? '').trim();
  if (direct !== '') return direct;
  const file = (env.MEDPLUM_CLIENT_SECRET_FILE ?? '').trim();
  if (file === '') throw new MedplumFault('setting', 'MEDPLUM_CLIENT_SECRET not set', NEEDED);
  let text = '';
  try {
    text = readFile(file).trim();
  } catch {
    throw new MedplumFault('setting', 'MEDPLUM_CLIENT_SECRET_FILE: the file cannot be read', 'Check its path and permissions.');
  }
  if (text === '') throw new MedplumFault('setting', 'MEDPLUM_CLIENT_SECRET_FILE: the file is empty', 'Put the client secret into it.');
  return text;
}

/** Genehook's public address, without slash at its end, that Medplum's Bots and the users' browsers call. */
export function readPublicUrl(given: string | undefined, medplumBase: string): string {
  const text = (given ?? '').trim();
  if (text === '')
    throw new MedplumFault(
      'setting',
      'Genehook’s own address is not known',
      'Give it with --genehook https://cds.example.org, or set GENEHOOK_PUBLIC_URL.',
    );
  if (parseUrl(text) === null || !isSafeUrl(text, true) || text.includes('?'))
    throw new MedplumFault(
      'setting',
      'The address of Genehook is not an https address (http only on this machine)',
      'Write it like https://cds.example.org, without user name, query or fragment.',
    );
  const here = isLoopbackHost(new URL(text).hostname);
  if (here && !isLoopbackHost(new URL(medplumBase).hostname))
    throw new MedplumFault(
      'setting',
      `Medplum at ${new URL(medplumBase).origin} cannot call Genehook at ${new URL(text).origin}: that address is this machine's own`,
      'Put Genehook behind an https address that the Medplum server can reach, or use a Medplum server on this machine.',
    );
  return withoutTrailingSlash(text);
}
