import { describe, expect, it } from 'vitest';
import { readConfig, unknownSettings } from './config.ts';

const ehr = {
  name: 'Example Hospital',
  issuer: 'https://ehr.example.org',
  jwksUrl: 'https://ehr.example.org/jwks.json',
  fhirServers: ['https://ehr.example.org/R4/'],
  profile: 'generic',
};
const trust = { ehrs: [ehr], publicUrl: 'https://cds.example.org/', auth: 'required' };

function read(env: Record<string, string>, files: Record<string, unknown> = {}) {
  return readConfig(env, (path) => {
    if (!(path in files)) throw new Error('ENOENT');
    const content = files[path];
    return typeof content === 'string' ? content : JSON.stringify(content);
  });
}

function issuesOf(env: Record<string, string>, files: Record<string, unknown> = {}): readonly string[] {
  const result = read(env, files);
  return result.ok ? [] : result.issues;
}

describe('settings that look like ours and are none', () => {
  it.each([
    ['a slip of the pen', { GENEHOOK_TRSUT: 'x', GENEHOOK_TRUST: 'y' }, ['GENEHOOK_TRSUT']],
    ['small letters, another spelling', { genehook_data: 'x', GENE_HOOK_DATA: 'y' }, ['GENE_HOOK_DATA', 'genehook_data']],
    ['those of commands, and of others', { GENEHOOK_PUBLIC_URL: 'x', GENEHOOK_CLIENT_KEY: 'y', HOME: '/', PORT: '1' }, []],
    [
      'what Kubernetes tells of a Service',
      { GENEHOOK_SERVICE_HOST: 'x', GENEHOOK_SERVICE_PORT_HTTP: '80', GENEHOOK_PORT: 'tcp://x', GENEHOOK_PORT_80_TCP_ADDR: 'x' },
      [],
    ],
  ])('%s', (_name, env, expected) => expect(unknownSettings(env)).toEqual(expected));
});

describe('tall-man letters', () => {
  const withPanel = (tallMan: unknown) => ({ 'trust.json': { ...trust, ehrs: [{ ...ehr, panel: { clientId: 'c', tallMan } }] } });
  it.each([[true], [['azaTHIOprine', 'traMADol']]])('asked for by %j', (tallMan) => {
    const result = read({ GENEHOOK_TRUST: 'trust.json' }, withPanel(tallMan));
    expect(result.ok ? result.config.trust.ehrs[0]?.panel : result.issues).toEqual({ clientId: 'c', tallMan });
  });
  it.each([['yes'], [['two words']], [['a|b']]])('refused by name: %j', (tallMan) => {
    expect(issuesOf({ GENEHOOK_TRUST: 'trust.json' }, withPanel(tallMan)).join()).toContain('tallMan');
  });
});

describe('configuration', () => {
  it('without anything: loopback, no authentication, no trusted EHR', () => {
    const result = read({});
    expect(result).toMatchObject({ ok: true, config: { host: '127.0.0.1', port: 4020, trust: { auth: 'off', ehrs: [] } } });
  });

  it('a full trust file is read, trailing slashes do not matter, screens may come from the FHIR origin', () => {
    const result = read({ HOST: '0.0.0.0', GENEHOOK_TRUST: 't.json' }, { 't.json': trust });
    expect(result).toMatchObject({
      ok: true,
      config: {
        trust: {
          publicUrl: 'https://cds.example.org',
          ehrs: [{ fhirServers: ['https://ehr.example.org/R4'], origins: ['https://ehr.example.org'], allowInsecureLoopback: false }],
        },
      },
    });
  });

  it.each<[string, Record<string, string>, Record<string, unknown>, string]>([
    ['a port that is no number', { PORT: '80x' }, {}, 'PORT: must be a whole number'],
    [
      'two EHRs of one name',
      { GENEHOOK_TRUST: 't' },
      { t: { ...trust, ehrs: [ehr, { ...ehr, issuer: 'https://other.example.org' }] } },
      'GENEHOOK_TRUST ehrs[1].name: is also the name of ehrs[0]',
    ],
    [
      'a service that does not exist',
      { GENEHOOK_TRUST: 't' },
      { t: { ...trust, ehrs: [{ ...ehr, services: ['pgx-order-sing'] }] } },
      'GENEHOOK_TRUST ehrs[0].services[0]: Invalid option',
    ],
    ['a port out of range', { PORT: '70000' }, {}, 'PORT: must be between 0 and 65535'],
    ['another database', { DATABASE_URL: 'mysql://x' }, {}, 'DATABASE_URL: must start with postgres:// or postgresql://'],
    ['a public host without trust', { HOST: '0.0.0.0' }, {}, 'GENEHOOK_TRUST: is needed'],
    ['a trust file that is not there', { GENEHOOK_TRUST: 'gone.json' }, {}, 'GENEHOOK_TRUST: the file cannot be read'],
    ['a trust file that is no JSON', { GENEHOOK_TRUST: 't' }, { t: '{' }, 'GENEHOOK_TRUST: the file is not JSON'],
    ['an unknown member', { GENEHOOK_TRUST: 't' }, { t: { ...trust, extra: 1 } }, 'GENEHOOK_TRUST (file): Unrecognized key: "extra"'],
    [
      'http keys on a public host',
      { GENEHOOK_TRUST: 't' },
      { t: { ...trust, ehrs: [{ ...ehr, jwksUrl: 'http://ehr.example.org/jwks' }] } },
      'GENEHOOK_TRUST ehrs[0].jwksUrl: must be an absolute https',
    ],
    [
      'a FHIR server by file:',
      { GENEHOOK_TRUST: 't' },
      { t: { ...trust, ehrs: [{ ...ehr, fhirServers: ['file:///etc/passwd'] }] } },
      'GENEHOOK_TRUST ehrs[0].fhirServers[0]: must be an absolute https',
    ],
    [
      'no keys while authentication is required',
      { GENEHOOK_TRUST: 't' },
      { t: { ...trust, ehrs: [{ ...ehr, jwksUrl: undefined }] } },
      'GENEHOOK_TRUST ehrs[0].jwksUrl: or "jwks" is needed',
    ],
    [
      'a symmetric key among the public ones',
      { GENEHOOK_TRUST: 't' },
      { t: { ...trust, ehrs: [{ ...ehr, jwks: { keys: [{ kty: 'oct', k: 'AAAA' }] } }] } },
      'GENEHOOK_TRUST ehrs[0].jwks.keys[0]: holds a private or symmetric key',
    ],
    [
      'auth off with a public address',
      { GENEHOOK_TRUST: 't' },
      { t: { ...trust, auth: 'off' } },
      'GENEHOOK_TRUST auth: "off" is accepted only',
    ],
    [
      'auth off while listening publicly',
      { HOST: '0.0.0.0', GENEHOOK_TRUST: 't' },
      { t: { ehrs: [], publicUrl: 'http://localhost:4020', auth: 'off' } },
      'GENEHOOK_TRUST auth: "off" is accepted only when HOST is loopback',
    ],
    [
      'insecure loopback with a public address',
      { GENEHOOK_TRUST: 't' },
      { t: { ...trust, ehrs: [{ ...ehr, allowInsecureLoopback: true }] } },
      'GENEHOOK_TRUST ehrs[0].allowInsecureLoopback: is accepted only',
    ],
    ['a short secret', { GENEHOOK_SECRET: 'short' }, {}, 'GENEHOOK_SECRET: must have at least 32 characters'],
    ['a secret file that is not there', { GENEHOOK_SECRET_FILE: 'x' }, {}, 'GENEHOOK_SECRET_FILE: the file cannot be read'],
  ])('refuses %s and names the field', (_name, env, files, expected) => {
    expect(issuesOf(env, files).join('\n')).toContain(expected);
  });
});
