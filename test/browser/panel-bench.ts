/** A small EHR and a small service around the built panel: what a launch needs, each answer adjustable, every request written down. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fullReport } from '../../smart-app/gallery/synthetic-reports.ts';
import { address, bodyOf, file, html, json, listen } from './small-server.ts';

export interface EhrBehaviour {
  /** Patient of the next token. */
  patient: string;
  appContext: string | undefined;
  deny: boolean;
  s256: boolean;
  /** False: a server from before SMART 2, with its addresses in the CapabilityStatement only. */
  wellKnown: boolean;
  /** Scopes that the server says it knows; it may leave the list out. */
  scopesSupported: string[] | undefined;
  /** Life of the next token in seconds. */
  expiresIn: number;
  capabilities: string[];
  refreshToken: boolean;
  /** Report requests that are answered 401 from now on. */
  expiredReports: number;
  /** Members of the next token response over the usual ones; undefined takes one away. */
  token: Readonly<Record<string, unknown>>;
  /** Status of the answer to a refresh; 200 gives a new token. */
  refreshStatus: number;
  /** Members of the SMART configuration over the usual ones. */
  configuration: object;
  /** `iss` in the answer of the authorization page (RFC 9207). */
  answerIss: string | undefined;
  /** True: the sign-in page stays open, and the address it would go back to is written down. */
  holdAtSignIn: boolean;
  /** Extra members of the report. */
  report: object;
}

export interface Bench {
  readonly service: string;
  readonly ehr: string;
  readonly behaviour: EhrBehaviour;
  /** `METHOD path` of every request at the EHR, in order. */
  readonly ehrRequests: { readonly line: string; readonly body: string }[];
  readonly reports: { readonly authorization: string; readonly body: string }[];
  readonly feedback: string[];
  /** Where held sign-in pages would have gone back to. */
  readonly answers: string[];
  reset(): void;
  close(): Promise<void>;
}

const START: EhrBehaviour = {
  patient: 'synthetic-1',
  appContext: undefined,
  deny: false,
  s256: true,
  wellKnown: true,
  scopesSupported: undefined,
  expiresIn: 300,
  capabilities: ['launch-ehr', 'permission-v2'],
  refreshToken: true,
  expiredReports: 0,
  token: {},
  refreshStatus: 200,
  configuration: {},
  answerIss: undefined,
  holdAtSignIn: false,
  report: {},
};

export async function startBench(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'genehook-panel-'));
  // In a process of its own: a test run has NODE_ENV=test, which would build the development version.
  execFileSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--config', 'smart-app/vite.config.ts', '--logLevel', 'error', '--outDir', folder],
    {
      env: { ...process.env, NODE_ENV: 'production', GENEHOOK_PANEL_GALLERY: '1' },
    },
  );
  const behaviour: EhrBehaviour = { ...START };
  const ehrRequests: Bench['ehrRequests'] = [];
  const reports: Bench['reports'] = [];
  const feedback: string[] = [];
  const answers: string[] = [];
  let ehr = '';
  /** Codes that were given and not yet used, with the challenge of their request. */
  const codes = new Map<string, { readonly patient: string; readonly challenge: string }>();
  let given = 0;

  const ehrServer = await listen(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://ehr');
    const body = await bodyOf(request);
    ehrRequests.push({ line: `${request.method} ${url.pathname}${url.search}`, body });
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    if (request.method === 'OPTIONS') return response.end();
    if (url.pathname === '/frame')
      return html(response, `<iframe title="app" width="400" height="800" src="${url.searchParams.get('src') ?? ''}"></iframe>`);
    if (url.pathname === '/fhir/metadata') return json(response, capabilityStatement(ehr));
    if (url.pathname === '/fhir/.well-known/smart-configuration' && behaviour.wellKnown)
      return json(response, {
        authorization_endpoint: `${ehr}/authorize`,
        token_endpoint: `${ehr}/token`,
        capabilities: behaviour.capabilities,
        ...(behaviour.scopesSupported === undefined ? {} : { scopes_supported: behaviour.scopesSupported }),
        code_challenge_methods_supported: behaviour.s256 ? ['S256'] : [],
        ...behaviour.configuration,
      });
    if (url.pathname === '/authorize') {
      const back = new URL(url.searchParams.get('redirect_uri') ?? 'about:blank');
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      if (behaviour.deny) {
        back.searchParams.set('error', 'access_denied');
        back.searchParams.set('error_description', '<b>no</b> consent');
      } else {
        const code = `code-${(given += 1)}-${behaviour.patient}`;
        codes.set(code, { patient: behaviour.patient, challenge: url.searchParams.get('code_challenge') ?? '' });
        back.searchParams.set('code', code);
      }
      if (behaviour.answerIss !== undefined) back.searchParams.set('iss', behaviour.answerIss);
      if (behaviour.holdAtSignIn) {
        answers.push(back.href);
        return html(response, '<h1>Sign in</h1>');
      }
      response.writeHead(302, { location: back.href });
      return response.end();
    }
    if (url.pathname === '/token') {
      const asked = new URLSearchParams(body);
      const grant = asked.get('grant_type') ?? '';
      const code = codes.get(asked.get('code') ?? '');
      codes.delete(asked.get('code') ?? '');
      const proven = createHash('sha256')
        .update(asked.get('code_verifier') ?? '')
        .digest('base64url');
      const refused = grant === 'refresh_token' ? behaviour.refreshStatus !== 200 : code === undefined || code.challenge !== proven;
      if (refused) {
        response.statusCode = grant === 'refresh_token' ? behaviour.refreshStatus : 400;
        return json(response, { error: 'invalid_grant', error_description: 'The code or token is not accepted' });
      }
      const patient = code?.patient ?? behaviour.patient;
      return json(response, {
        access_token: `token-${grant}-${patient}`,
        token_type: 'Bearer',
        expires_in: grant === 'refresh_token' ? 300 : behaviour.expiresIn,
        scope: 'launch online_access patient/Observation.rs',
        ...(patient === '' ? {} : { patient }),
        need_patient_banner: true,
        ...(behaviour.appContext === undefined ? {} : { appContext: behaviour.appContext }),
        ...(behaviour.refreshToken ? { refresh_token: 'again' } : {}),
        ...behaviour.token,
      });
    }
    const [, id] = /^\/fhir\/Patient\/(.+)$/.exec(url.pathname) ?? [];
    if (id !== undefined)
      return json(response, {
        resourceType: 'Patient',
        id,
        name: [{ family: `Synthetic-${id}`, given: ['Test'] }],
        birthDate: '1961-05-14',
      });
    response.statusCode = 404;
    return response.end();
  });
  ehr = address(ehrServer);

  const serviceServer = await listen(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://service').pathname;
    const body = await bodyOf(request);
    if (path === '/panel/config')
      return json(response, {
        issuers: [{ iss: `${ehr}/fhir`, name: 'Bench EHR', clientId: 'genehook', scope: 'launch online_access patient/Observation.read' }],
      });
    if (path === '/panel/feedback') {
      feedback.push(body);
      response.statusCode = 204;
      return response.end();
    }
    if (path === '/panel/report') {
      reports.push({ authorization: request.headers.authorization ?? '', body });
      if (behaviour.expiredReports > 0) {
        behaviour.expiredReports -= 1;
        response.statusCode = 401;
        return json(response, {
          resourceType: 'OperationOutcome',
          issue: [{ severity: 'error', code: 'login', diagnostics: 'The session has ended' }],
        });
      }
      return sendLines(response, {
        ...fullReport,
        ...behaviour.report,
        patient: { id: (JSON.parse(body) as { patientId: string }).patientId },
      });
    }
    return file(response, folder, path.replace(/^\/panel/, ''));
  });

  return {
    service: address(serviceServer),
    ehr,
    behaviour,
    ehrRequests,
    reports,
    feedback,
    answers,
    reset() {
      Object.assign(behaviour, START);
      ehrRequests.length = 0;
      reports.length = 0;
      feedback.length = 0;
      answers.length = 0;
      codes.clear();
    },
    async close() {
      for (const server of [ehrServer, serviceServer]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As servers of SMART 1 publish their addresses: the `oauth-uris` extension. */
function capabilityStatement(ehr: string): object {
  const address = (url: string, path: string) => ({ url, valueUri: `${ehr}${path}` });
  return {
    resourceType: 'CapabilityStatement',
    rest: [
      {
        mode: 'server',
        security: {
          extension: [
            {
              url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
              extension: [address('authorize', '/authorize'), address('token', '/token')],
            },
          ],
        },
      },
    ],
  };
}

function sendLines(response: ServerResponse, report: typeof fullReport): void {
  response.setHeader('content-type', 'application/x-ndjson');
  const { patient, orders, pgx, oncology, trials, predictions, warnings, knowledge, asOf, inputHash } = report;
  const lines = [
    { section: 'source', source: { key: 'genomics', label: 'genomic results', state: 'data', count: 9 } },
    ...Object.entries({ patient, orders, pgx, oncology, trials, predictions, warnings }).map(([section, value]) => ({
      section,
      [section]: value,
    })),
    { section: 'done', reportVersion: '1', asOf, inputHash, knowledge },
  ];
  response.end(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
