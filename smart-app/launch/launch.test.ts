import { describe, expect, it } from 'vitest';
import { checkAnswerer } from './answerer.ts';
import { readAppContext } from './app-context.ts';
import { asLaunched, findIssuer, readIssuers } from './issuers.ts';
import { chooseScopes, missingReadScopes } from './scopes.ts';
import { openSessionStore, type StorageWindow } from './session-store.ts';

const config = {
  issuers: [
    { iss: 'https://ehr.example/fhir/', name: 'EHR', clientId: 'g', scope: 'launch openid patient/Observation.read' },
    { iss: 'no address' },
    7,
  ],
};

describe('issuers', () => {
  const issuers = readIssuers(config);
  it.each([
    ['https://ehr.example/fhir', true],
    ['https://ehr.example/fhir/', true],
    ['https://ehr.example/fhir/evil', false],
    ['https://ehr.example.evil/fhir', false],
    ['https://ehr.example/fhir?x=1', false],
    ['https://user@ehr.example/fhir', false],
    ['javascript:alert(1)', false],
    ['', false],
  ])('%s → listed: %s', (iss, listed) => {
    expect(findIssuer(issuers, iss) !== null).toBe(listed);
  });

  it.each([
    ['without a slash', 'https://ehr.example/fhir', 'https://ehr.example/fhir'],
    ['with its slash', 'https://ehr.example/fhir/', 'https://ehr.example/fhir/'],
    ['with several and in capitals', 'HTTPS://EHR.example/fhir///', 'https://ehr.example/fhir/'],
    ['by nobody: a launch from here', undefined, 'https://ehr.example/fhir'],
  ])('aud is the base as the EHR wrote it, %s', (_how, written, aud) => {
    const issuer = findIssuer(issuers, written ?? 'https://ehr.example/fhir');
    expect(issuer === null ? null : asLaunched(issuer, written)).toBe(aud);
  });

  it('one list of scopes is read in both forms, and the launch scope follows the kind of launch', () => {
    const [issuer] = issuers;
    if (issuer === undefined) throw new Error('no issuer');
    const offered = (...capabilities: string[]) => ({ capabilities, scopes: [] });
    expect(chooseScopes(issuer, offered('permission-v2'), 'ehr')).toBe('launch openid patient/Observation.rs');
    expect(chooseScopes(issuer, offered('permission-v1'), 'standalone')).toBe('launch/patient openid patient/Observation.read');
    expect(chooseScopes(issuer, offered(), 'ehr')).toContain('.read');
  });

  it.each([
    ['nothing is published', [], [], true],
    ['the server names the permission', ['permission-online'], ['openid'], true],
    ['the server lists the scope', [], ['openid', 'online_access'], true],
    ['the server lists its scopes without it', [], ['openid', 'offline_access'], false],
    ['the server names offline access only', ['permission-offline'], [], false],
  ] as const)('renewal is asked for unless the server says that it has none: %s', (_what, capabilities, scopes, asked) => {
    const [issuer] = readIssuers({ issuers: [{ iss: 'https://ehr.example/fhir', clientId: 'g', scope: 'launch online_access' }] });
    if (issuer === undefined) throw new Error('no issuer');
    expect(chooseScopes(issuer, { capabilities, scopes }, 'ehr').includes('online_access')).toBe(asked);
  });

  it('a site that has chosen offline access is asked for that alone', () => {
    const [issuer] = readIssuers({ issuers: [{ iss: 'https://ehr.example/fhir', clientId: 'g', scope: 'online_access offline_access' }] });
    if (issuer === undefined) throw new Error('no issuer');
    expect(chooseScopes(issuer, { capabilities: [], scopes: [] }, 'ehr')).toBe('launch offline_access');
  });

  it('names what was asked for and not granted', () => {
    expect(missingReadScopes('patient/Observation.rs patient/Condition.read', 'patient/Observation.read')).toEqual(['Condition']);
    expect(missingReadScopes('patient/Observation.rs', 'patient/*.rs')).toEqual([]);
    expect(missingReadScopes('patient/Observation.rs', '')).toEqual([]);
  });
});

describe('appContext', () => {
  it.each([
    ['{"v":1,"view":"drugs","id":"32968"}', { view: 'drugs', id: '32968' }],
    ['{"v":1,"view":"now"}', { view: 'now' }],
    ['{"v":2,"view":"genes"}', { view: 'drugs' }],
    ['{"v":1,"view":"genes","id":{"a":1}}', { view: 'drugs' }],
    ['{', { view: 'drugs' }],
    [undefined, { view: 'drugs' }],
  ])('%s', (context, target) => {
    expect(readAppContext(context)).toEqual(target);
  });
});

describe('who may answer a launch', () => {
  const asked = (name: string, namesItself = false) => ({ answerer: { name, namesItself } });
  it.each([
    ['the server asked', asked('https://ehr.example'), 'https://ehr.example', true],
    ['the server asked, with a slash', asked('https://ehr.example'), 'https://ehr.example/', true],
    ['another server', asked('https://ehr.example'), 'https://other.example', false],
    ['a server whose address begins alike', asked('https://ehr.example'), 'https://ehr.example.other', false],
    ['nobody, as most servers', asked('https://ehr.example'), null, true],
    ['nobody, although it promised its name', asked('https://ehr.example', true), null, false],
    ['somebody, where the configuration names no issuer', asked(''), 'https://ehr.example', true],
    ['somebody, to a launch kept by an older version', {}, 'https://ehr.example', true],
  ])('%s', (_, stored, named, accepted) => {
    const check = () => checkAnswerer(stored, named);
    if (accepted) expect(check).not.toThrow();
    else expect(check).toThrow('mixed-up');
  });
});

describe('the session store', () => {
  const blocked = (name = ''): StorageWindow => ({
    get sessionStorage(): Storage {
      throw new DOMException('blocked', 'SecurityError');
    },
    name,
  });

  it('carries a launch over the redirect in the name of the frame, once, when storage is blocked', async () => {
    const before = blocked();
    await openSessionStore(before).set('state-1', { codeVerifier: 'v' });
    const after = blocked(before.name);
    const store = openSessionStore(after);
    expect(after.name).toBe('');
    expect(await store.get('state-1')).toEqual({ codeVerifier: 'v' });
    expect(await store.get('state-2')).toBeNull();
  });

  it('never writes a token into the name of the frame', async () => {
    const frame = blocked();
    await openSessionStore(frame).set('state-1', { tokenResponse: { access_token: 'secret' } });
    expect(frame.name).not.toContain('secret');
  });
});
