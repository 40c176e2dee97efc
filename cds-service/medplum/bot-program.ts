/**
 * The program that `connect` deploys as a Medplum Bot, one per service. It runs on Medplum (AWS Lambda or the server's own VM), so
 * it is plain CommonJS, uses Node's own modules only, and finds nothing of ours there.
 *
 * What it does with a call: completes the prefetch with the rights of the user who called, signs a client JWT of five minutes with
 * the key from the project secret, posts to Genehook, and gives the cards back unchanged. It hands on no access token. When
 * Genehook does not answer with cards the Bot fails: Medplum then answers 400, which no client can mistake for "nothing to say".
 */
import { createHash } from 'node:crypto';
import { PREFETCH } from '../hooks/prefetch-keys.ts';
import type { ServiceDefinition } from '../hooks/services.ts';
import { KEY_SECRET } from './marks.ts';

export interface BotProgramInput {
  readonly service: ServiceDefinition;
  readonly publicUrl: string;
  readonly fhirBase: string;
  readonly issuer: string;
}

export interface BotProgram {
  readonly code: string;
  /** Changes with every change of the code or of what it was made for. */
  readonly fingerprint: string;
  readonly filename: string;
}

export function botProgram({ service, publicUrl, fhirBase, issuer }: BotProgramInput): BotProgram {
  const setting = {
    hook: service.hook,
    url: `${publicUrl}/cds-services/${service.id}`,
    fhirBase,
    issuer,
    secret: KEY_SECRET,
    prefetch: Object.fromEntries(service.keys.map((key) => [key, PREFETCH[key].query])),
  };
  const code = `const genehook = ${JSON.stringify(setting, null, 2)};\n${PROGRAM}`;
  const fingerprint = createHash('sha256').update(code).digest('hex').slice(0, 16);
  return { code, fingerprint, filename: `genehook-${service.id}.cjs` };
}

/** Lambda ends a Bot after ten seconds by default. */
const PROGRAM = `
const { createPrivateKey, randomUUID, sign } = require('node:crypto');
const { Buffer } = require('node:buffer');
const { setTimeout, clearTimeout } = require('node:timers');

const ANSWER_MS = 8000;
const MOST_PAGES = 20;
const FHIR_ID = /^[A-Za-z0-9.-]{1,64}$/;

exports.handler = async function (medplum, event) {
  const call = event.input;
  if (typeof call !== 'object' || call === null || call.hook !== genehook.hook)
    throw new Error('Genehook Bot: the call is not for the hook ' + genehook.hook);
  const context = typeof call.context === 'object' && call.context !== null ? call.context : {};
  if (typeof context.patientId !== 'string' || !FHIR_ID.test(context.patientId))
    throw new Error('Genehook Bot: context.patientId is not a FHIR id');
  const requester = event.requester && event.requester.reference;
  const body = {
    hook: call.hook,
    hookInstance: call.hookInstance || randomUUID(),
    fhirServer: genehook.fhirBase,
    context: context.userId || !requester ? context : { ...context, userId: requester },
    prefetch: await completePrefetch(medplum, call.prefetch, context.patientId),
  };
  return postToGenehook(JSON.stringify(body), signToken(event.secrets));
};

async function completePrefetch(medplum, given, patientId) {
  const prefetch = typeof given === 'object' && given !== null ? { ...given } : {};
  await Promise.all(
    Object.entries(genehook.prefetch).map(async ([key, query]) => {
      const present = Object.prototype.hasOwnProperty.call(prefetch, key) && prefetch[key] !== undefined;
      try {
        const first = present ? prefetch[key] : await medplum.get('fhir/R4/' + query.split('{{context.patientId}}').join(patientId));
        prefetch[key] = await allPages(medplum, first);
      } catch (error) {
        prefetch[key] = present ? prefetch[key] : notRead();
      }
    }),
  );
  return prefetch;
}

async function allPages(medplum, first) {
  if (!first || first.resourceType !== 'Bundle') return first;
  let next = nextOf(first);
  if (!next) return first;
  const entry = [...(first.entry || [])];
  for (let page = 1; next && page < MOST_PAGES; page += 1) {
    const query = belowFhirBase(medplum, next);
    if (query === undefined) break;
    const bundle = await medplum.get('fhir/R4/' + query);
    entry.push(...(bundle.entry || []));
    next = nextOf(bundle);
  }
  const link = (first.link || []).filter((item) => item.relation !== 'next');
  if (next) link.push({ relation: 'next', url: next });
  const { total, ...rest } = first;
  return { ...rest, entry, link };
}

// A server may know itself by another name than the one it was connected by.
function belowFhirBase(medplum, url) {
  const own = medplum.getBaseUrl ? medplum.getBaseUrl() + 'fhir/R4/' : undefined;
  const base = [genehook.fhirBase + '/', own].find((each) => each && url.startsWith(each));
  return base && url.slice(base.length);
}

function nextOf(bundle) {
  const link = (bundle.link || []).find((item) => item.relation === 'next');
  return link && typeof link.url === 'string' ? link.url : undefined;
}

function notRead() {
  return { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'processing' }] };
}

function signToken(secrets) {
  const secret = secrets && secrets[genehook.secret] && secrets[genehook.secret].valueString;
  if (!secret) throw new Error('Genehook Bot: the project secret ' + genehook.secret + ' is missing');
  let jwk;
  try {
    jwk = JSON.parse(secret);
  } catch (error) {
    throw new Error('Genehook Bot: the project secret ' + genehook.secret + ' is not a key');
  }
  const now = Math.floor(Date.now() / 1000);
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed =
    part({ alg: 'ES384', typ: 'JWT', kid: jwk.kid }) +
    '.' +
    part({ iss: genehook.issuer, aud: genehook.url, iat: now, exp: now + 300, jti: randomUUID() });
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return signed + '.' + sign('sha384', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
}

async function postToGenehook(body, token) {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer ' + token };
  let status;
  let text;
  try {
    const answer = await inTime(fetch(genehook.url, { method: 'POST', headers, body, redirect: 'error' }));
    status = answer.status;
    text = await inTime(answer.text());
  } catch (error) {
    const cause = error && error.cause && error.cause.code ? error.cause.code : error && error.message;
    throw new Error('Genehook Bot: Genehook could not be reached (' + cause + ')');
  }
  let answered;
  try {
    answered = JSON.parse(text);
  } catch (error) {
    answered = undefined;
  }
  if (status !== 200) throw new Error('Genehook refused the call: HTTP ' + status + reasons(answered));
  if (!answered || !Array.isArray(answered.cards)) throw new Error('Genehook Bot: the answer of Genehook holds no cards');
  return answered;
}

function reasons(outcome) {
  const issues = outcome && Array.isArray(outcome.issue) ? outcome.issue : [];
  const texts = issues.map((issue) => issue.diagnostics || (issue.details && issue.details.text)).filter(Boolean);
  return texts.length === 0 ? '' : ': ' + texts.join('; ').slice(0, 500);
}

function inTime(promise) {
  let timer;
  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ANSWER_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
`;
