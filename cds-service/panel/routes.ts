/** What the SMART panel calls, and the panel itself as static files that trusted EHRs may frame. */
import { existsSync } from 'node:fs';
import express, { Router } from 'express';
import helmet from 'helmet';
import type { Trust } from '../config/trust.ts';
import type { PanelDependencies } from './dependencies.ts';
import { parseFeedback } from '../hooks/feedback.ts';
import { Refusal } from '../hooks/operation-outcome.ts';
import { readRequestJson } from '../hooks/request-body.ts';
import { keepFeedback } from '../hooks/routes.ts';
import { sendJson } from '../hooks/send-json.ts';
import { sendReport } from './report.ts';
import type { EnterRoom } from './room.ts';
import { readReportRequest } from './report-request.ts';

/**
 * Asked for when the trust file names no scopes: reading what the report is made of, the launch itself, and `online_access`, so that
 * a short-lived token can be renewed while the user is there. Never `offline_access`: a token that outlives the user is the site's decision.
 */
export const DEFAULT_SCOPE =
  'launch openid fhirUser online_access patient/Patient.read patient/Observation.read patient/DiagnosticReport.read patient/Condition.read patient/MedicationRequest.read patient/MedicationStatement.read patient/Procedure.read patient/AllergyIntolerance.read patient/Specimen.read patient/Consent.read';

export function panelRoutes(deps: PanelDependencies, enter: EnterRoom): Router {
  const router = Router();
  router.use((request, response, next) => panelHelmet(deps.trust())(request, response, next));

  router.get('/config', (_request, response) => sendJson(response, 200, JSON.stringify(panelConfig(deps.trust()))));
  router.post('/report', (request, response) => sendReport(deps, enter, request, response));
  router.post('/feedback', async (request, response) => {
    const body = await readRequestJson(request, 256 * 1024);
    const wanted = readReportRequest(body, request, deps.trust().ehrs);
    enter(response);
    await requirePatient(deps, wanted);
    const parsed = parseFeedback(body, 'panel', 'panel', deps.now());
    if (!parsed.ok) throw new Refusal(400, parsed.issues);
    await keepFeedback(deps, parsed.value);
    response.status(204).end();
  });
  const methods: readonly (readonly [string, string])[] = [
    ['/config', 'GET'],
    ['/report', 'POST'],
    ['/feedback', 'POST'],
  ];
  for (const [path, allow] of methods)
    router.all(path, () => {
      throw new Refusal(405, `Only ${allow} is served here`, { allow });
    });
  if (deps.panelFolder !== undefined && existsSync(deps.panelFolder))
    router.use(express.static(deps.panelFolder, { index: ['index.html'], etag: true, lastModified: false, redirect: true }));
  return router;
}

/** The token must open this patient's chart at the trusted server: feedback is taken from users of an EHR only. */
async function requirePatient(deps: PanelDependencies, wanted: ReturnType<typeof readReportRequest>): Promise<void> {
  const query = { query: `Patient/${encodeURIComponent(wanted.patientId)}`, types: ['Patient'] };
  const part = await deps.reader.read(wanted.access, query, AbortSignal.timeout(5_000));
  if (part.state !== 'data') throw new Refusal(401, 'The EHR did not accept the session', { 'www-authenticate': 'Bearer' });
}

export function panelConfig({ ehrs }: Trust): object {
  const issuers = ehrs.flatMap(({ name, panel, fhirServers, profile }) =>
    panel === undefined
      ? []
      : fhirServers.map((iss) => ({
          iss,
          name,
          profile,
          clientId: panel.clientId,
          scope: panel.scope ?? DEFAULT_SCOPE,
          ...(panel.tallMan === undefined || panel.tallMan === false ? {} : { tallMan: panel.tallMan }),
        })),
  );
  return { issuers };
}

/** No X-Frame-Options: `frame-ancestors` names the EHRs that may show the panel; the panel itself calls them and us only. */
function panelHelmet({ ehrs, auth }: Trust) {
  const local = auth === 'off' || ehrs.some(({ allowInsecureLoopback }) => allowInsecureLoopback);
  const anywhereHere = local ? ['http://localhost:*', 'http://127.0.0.1:*'] : [];
  const screens = ehrs.flatMap(({ origins }) => origins);
  const servers = ehrs.flatMap(({ fhirServers }) => fhirServers.map((server) => new URL(server).origin));
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", ...new Set([...servers, ...screens]), ...anywhereHere],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'", ...new Set(servers)],
        frameAncestors: ["'self'", ...new Set(screens), ...anywhereHere],
      },
    },
    frameguard: false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    strictTransportSecurity: !local,
  });
}
