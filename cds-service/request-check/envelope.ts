/** The members of a hook request outside its context and prefetch. */
import { below, isObject, isText, isUuid, type Json, kindOf, own, patientIdOf } from './json.ts';
import { findings } from './collect.ts';
import type { CheckSetting, Finding, RuleText } from './types.ts';

const REQUEST = 'CDS Hooks 2.0, HTTP Request';
const ACCESS = 'CDS Hooks 2.0, Passing the Access Token to the CDS Service';

export const ENVELOPE_RULES = {
  'body.object': { section: REQUEST, weight: 'breaks', standard: 'The body is one JSON object.' },
  'hook.missing': { section: REQUEST, weight: 'breaks', standard: 'hook is required: the name of the hook, as text.' },
  'hook.other': {
    section: REQUEST,
    weight: 'breaks',
    standard: 'hook is the hook that the called service is offered for in discovery.',
  },
  'hook.unknown': {
    section: 'CDS Hooks 2.0, Discovery',
    weight: 'note',
    standard: 'A hook is called on the services that discovery offers for it.',
  },
  'hookInstance.missing': { section: REQUEST, weight: 'breaks', standard: 'hookInstance is required.' },
  'hookInstance.uuid': {
    section: REQUEST,
    weight: 'breaks',
    standard: 'hookInstance is a UUID, new for every call; any version will do.',
  },
  'context.missing': { section: REQUEST, weight: 'breaks', standard: 'context is required and is an object.' },
  'prefetch.shape': { section: REQUEST, weight: 'breaks', standard: 'prefetch is an object of keys and resources, or is left out.' },
  'fhirServer.address': {
    section: REQUEST,
    weight: 'breaks',
    standard: 'fhirServer is the absolute address of the FHIR base; https with real data.',
  },
  'fhirServer.http': {
    section: REQUEST,
    weight: 'breaks',
    standard: 'fhirServer has the scheme https when production data are exchanged.',
  },
  'fhirServer.slash': {
    section: REQUEST,
    weight: 'note',
    standard: 'fhirServer is a base address; with and without a slash at its end mean the same, but are different texts.',
    seenIn: 'Epic',
  },
  'fhirAuthorization.server': { section: REQUEST, weight: 'breaks', standard: 'fhirServer is required when fhirAuthorization is sent.' },
  'fhirAuthorization.shape': { section: ACCESS, weight: 'breaks', standard: 'fhirAuthorization is an object, or is left out.' },
  'fhirAuthorization.access_token': { section: ACCESS, weight: 'breaks', standard: 'access_token is required, as text.' },
  'fhirAuthorization.token_type': { section: ACCESS, weight: 'breaks', standard: 'token_type is required and is "Bearer".' },
  'fhirAuthorization.expires_in': {
    section: ACCESS,
    weight: 'breaks',
    standard: 'expires_in is required: whole seconds that the token still lives, as a number.',
  },
  'fhirAuthorization.scope': { section: ACCESS, weight: 'breaks', standard: 'scope is required: the granted scopes as one text.' },
  'fhirAuthorization.scope-form': {
    section: ACCESS,
    weight: 'advice',
    standard: 'The scopes are SMART scopes: patient/Observation.read, or patient/Observation.rs in the newer form.',
    seenIn: 'Epic: own names with spaces, mixed case and repeats',
  },
  'fhirAuthorization.subject': {
    section: ACCESS,
    weight: 'breaks',
    standard: 'subject is required: the client id under which the service is registered at the authorization server.',
  },
  'fhirAuthorization.patient': {
    section: ACCESS,
    weight: 'breaks',
    standard: 'patient is the patient that patient scopes are limited to: the one of the context.',
  },
  'extension.shape': {
    section: 'CDS Hooks 2.0, Extensions',
    weight: 'breaks',
    standard: 'extension is an object with reverse-domain names.',
  },
  'extension.vendor': {
    section: 'CDS Hooks 2.0, Extensions',
    weight: 'note',
    standard: 'An extension may be sent; a service that does not know it passes over it.',
    seenIn: 'Epic: com.epic.cdshooks.request.*',
  },
  'member.unknown': {
    section: 'CDS Hooks 2.0, Extensions',
    weight: 'advice',
    standard: 'What the standard does not name belongs into extension.',
  },
} as const satisfies Record<string, RuleText>;

const MEMBERS = new Set(['hook', 'hookInstance', 'fhirServer', 'fhirAuthorization', 'context', 'prefetch', 'extension']);
const SCOPE =
  /^((patient|user|system)\/(\*|[A-Z][A-Za-z]+)\.(read|write|\*|c?r?u?d?s?)(\?\S+)?|openid|profile|fhirUser|launch(\/\w+)?|online_access|offline_access)$/;

export function checkEnvelope(body: Json, { service }: Pick<CheckSetting, 'service'>): readonly Finding[] {
  const collected = findings(ENVELOPE_RULES);
  const { add } = collected;
  const hook = own(body, 'hook');
  if (!isText(hook)) add('hook.missing', '$.hook', kindOf(hook), 'refused', 'The call was refused with 400.');
  else if (service.id === '')
    add(
      'hook.unknown',
      '$.hook',
      'a hook that no service is offered for',
      'refused',
      'No service takes it: a call of a service of another hook is refused with 400.',
    );
  else if (hook !== service.hook)
    add('hook.other', '$.hook', 'another hook', 'refused', `The call of ${service.id} was refused with 400: it serves ${service.hook}.`);
  const instance = own(body, 'hookInstance');
  if (!isText(instance)) add('hookInstance.missing', '$.hookInstance', kindOf(instance), 'refused', 'The call was refused with 400.');
  else if (!isUuid(instance))
    add(
      'hookInstance.uuid',
      '$.hookInstance',
      'a text that is no UUID',
      'used',
      'Taken as it is; it is used for nothing but telling calls apart.',
    );
  if (!isObject(own(body, 'context')))
    add('context.missing', '$.context', kindOf(own(body, 'context')), 'refused', 'The call was refused with 400.');
  const prefetch = own(body, 'prefetch');
  if (prefetch === null) add('prefetch.shape', '$.prefetch', 'null', 'used', 'Read as a call without prefetch.');
  else if (prefetch !== undefined && !isObject(prefetch))
    add('prefetch.shape', '$.prefetch', kindOf(prefetch), 'refused', 'The call was refused with 400.');
  checkServer(body, collected.add);
  checkAuthorization(body, collected.add);
  checkExtension(body, collected.add);
  for (const name of Object.keys(body))
    if (!MEMBERS.has(name)) add('member.unknown', below('$', name), 'a member that the standard does not have', 'ignored', 'Passed over.');
  return collected.found;
}

type Add = ReturnType<typeof findings<typeof ENVELOPE_RULES>>['add'];

function checkServer(body: Json, add: Add): void {
  const server = own(body, 'fhirServer');
  if (server === undefined || server === null || server === '') {
    if (server !== undefined) add('fhirServer.address', '$.fhirServer', kindOf(server), 'used', 'Read as a call without a FHIR server.');
    return;
  }
  const address = typeof server === 'string' ? addressOf(server) : null;
  if (address === null || address === 'refused') {
    const found = typeof server === 'string' ? 'a text that is no such address' : kindOf(server);
    add('fhirServer.address', '$.fhirServer', found, 'refused', 'The call was refused with 400; nothing was read from there.');
    return;
  }
  if (address === 'http') add('fhirServer.http', '$.fhirServer', 'http', 'used', 'Accepted because it is an address of this machine.');
  if (address === 'http-elsewhere')
    add(
      'fhirServer.http',
      '$.fhirServer',
      'http',
      'ignored',
      'The call was taken; nothing was read from there, whatever the trust file names.',
    );
  if (typeof server === 'string' && server.endsWith('/'))
    add('fhirServer.slash', '$.fhirServer', 'a slash at its end', 'used', 'Compared and used without the slash.');
}

/** Link-local and unspecified addresses, also inside IPv6. */
const SPECIAL = /^(169\.254\.|0\.|\[fe[89ab][0-9a-f]:|\[::\]$|\[::(ffff:)?a9fe:|\[::ffff:0:)/i;

/** As the service reads it: no credentials, no link-local address; from http addresses it reads on this machine only. */
function addressOf(text: string): 'https' | 'http' | 'http-elsewhere' | 'refused' | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  if (url.username !== '' || url.password !== '' || SPECIAL.test(url.hostname)) return 'refused';
  if (url.protocol === 'https:') return 'https';
  const local = /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/i.test(url.hostname);
  if (url.protocol !== 'http:') return 'refused';
  return local ? 'http' : 'http-elsewhere';
}

function checkAuthorization(body: Json, add: Add): void {
  const authorization = own(body, 'fhirAuthorization');
  if (authorization === undefined) return;
  const at = '$.fhirAuthorization';
  if (authorization === null) return add('fhirAuthorization.shape', at, 'null', 'used', 'Read as a call without a token.');
  if (!isText(own(body, 'fhirServer')))
    add('fhirAuthorization.server', '$.fhirServer', kindOf(own(body, 'fhirServer')), 'refused', 'The call was refused with 400.');
  if (!isObject(authorization))
    return add('fhirAuthorization.shape', at, kindOf(authorization), 'refused', 'The call was refused with 400.');
  const { access_token: token, token_type: type, expires_in: expires, scope, subject, patient } = authorization;
  if (!isText(token))
    add('fhirAuthorization.access_token', `${at}.access_token`, kindOf(token), 'refused', 'The call was refused with 400.');
  if (type !== 'Bearer') {
    const bearer = type === undefined || (typeof type === 'string' && type.toLowerCase() === 'bearer');
    const found = typeof type === 'string' && type !== '' ? 'another text' : kindOf(type);
    add(
      'fhirAuthorization.token_type',
      `${at}.token_type`,
      found,
      bearer ? 'used' : 'refused',
      bearer ? 'Taken as Bearer.' : 'The call was refused with 400.',
    );
  }
  if (typeof expires !== 'number' || !Number.isInteger(expires) || expires <= 0)
    add(
      'fhirAuthorization.expires_in',
      `${at}.expires_in`,
      typeof expires === 'number' ? 'no whole number above 0' : kindOf(expires),
      'used',
      'The token was used for this call all the same; its end is not read.',
    );
  if (!isText(scope))
    add(
      'fhirAuthorization.scope',
      `${at}.scope`,
      kindOf(scope),
      'used',
      'The token was used all the same; what it may read shows when it is tried.',
    );
  else if (
    !scope
      .trim()
      .split(/\s+/)
      .every((item) => SCOPE.test(item))
  )
    add(
      'fhirAuthorization.scope-form',
      `${at}.scope`,
      'a text that is not all SMART scopes',
      'used',
      'Scopes are not parsed; what the token may read shows when it is tried.',
    );
  if (!isText(subject))
    add('fhirAuthorization.subject', `${at}.subject`, kindOf(subject), 'used', 'Not needed: the token was used all the same.');
  const context = own(body, 'context');
  const wanted = patientIdOf(context);
  // As the service compares: whatever stands before the id.
  const another = isText(patient) && patient.trim().replace(/^.*\//, '') !== wanted;
  if (patient !== undefined && patient !== wanted)
    add(
      'fhirAuthorization.patient',
      `${at}.patient`,
      another ? 'another patient than context.patientId' : kindOf(patient),
      another ? 'said' : 'ignored',
      another
        ? 'Nothing was read with this token: a server may answer it with nothing, which would look like nothing on file.'
        : 'The patient of the context counts; data of anyone else are left out.',
    );
}

function checkExtension(body: Json, add: Add): void {
  const extension = own(body, 'extension');
  if (extension === undefined) return;
  if (!isObject(extension)) return add('extension.shape', '$.extension', kindOf(extension), 'ignored', 'Passed over.');
  for (const name of Object.keys(extension)) {
    const epic = name.startsWith('com.epic.');
    const what = epic ? 'Not read; it only tells that an EHR without a profile is Epic, so that cards get its form.' : 'Passed over.';
    add('extension.vendor', below('$.extension', epic ? 'com.epic.…' : name), 'an extension', epic ? 'used' : 'ignored', what);
  }
}
