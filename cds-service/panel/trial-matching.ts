/**
 * `POST /getClinicalTrial`: the call of the CodeX trial-matching services. A Bundle of the patient in (as it is, or as `patientData`), a search set of
 * ResearchStudy out. The caller proves itself as an EHR does; nothing of the patient is kept.
 */
import { Router, type Request, type Response } from 'express';
import type { PanelDependencies } from './dependencies.ts';
import { isObject } from '../hooks/hook-request.ts';
import { Refusal } from '../hooks/operation-outcome.ts';
import { parseRequestBody, readRequestJson } from '../hooks/request-body.ts';
import { sendJson } from '../hooks/send-json.ts';
import type { EnterRoom } from './room.ts';

const PATH = '/getClinicalTrial';

export function trialMatchingRoutes(deps: PanelDependencies, enter: EnterRoom): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.post(PATH, (request, response) => matchTrials(deps, enter, request, response));
  router.all(PATH, () => {
    throw new Refusal(405, 'Only POST is served here', { allow: 'POST' });
  });
  return router;
}

async function matchTrials(deps: PanelDependencies, enter: EnterRoom, request: Request, response: Response): Promise<void> {
  await deps.identify(request, PATH);
  const body = await readRequestJson(request, deps.limits.bodyBytes);
  enter(response);
  const bundle = isObject(body) && 'patientData' in body ? parsed(body.patientData) : body;
  if (!isObject(bundle) || bundle.resourceType !== 'Bundle')
    throw new Refusal(400, 'The body must be a FHIR Bundle of the patient, or {"patientData": Bundle}');
  const { trialSearchset } = deps;
  if (trialSearchset === undefined) throw new Refusal(503, 'Trials are not matched here');
  // Clients that ask for FHIR by name know entries that are messages; those of the CodeX services take every entry for a study.
  const outcome = /application\/fhir\+json/i.test(request.headers.accept ?? '');
  const searchset = trialSearchset(bundle, deps.now().toISOString().slice(0, 10), outcome);
  if (searchset === null) throw new Refusal(400, 'The Bundle must be about one patient');
  const type = outcome ? 'application/fhir+json' : 'application/json';
  sendJson(response, 200, JSON.stringify(addressed(searchset, deps.publicUrl())), type);
}

/** As a search set has them: what was asked for, and an address for each study. */
function addressed(searchset: object, base: string): object {
  const { entry, ...rest } = searchset as Readonly<Record<string, unknown>>;
  const entries = Array.isArray(entry) ? entry.filter(isObject) : [];
  return {
    ...rest,
    link: [{ relation: 'self', url: `${base}${PATH}` }],
    ...(entries.length === 0 ? {} : { entry: entries.map((one) => ({ ...addressOf(one.resource, base), ...one })) }),
  };
}

function addressOf(resource: unknown, base: string): { fullUrl?: string } {
  if (!isObject(resource) || typeof resource.id !== 'string') return {};
  return { fullUrl: `${base}/${String(resource.resourceType)}/${resource.id}` };
}

/** Older clients send the Bundle as a text: it is read with the limits of a body. */
function parsed(value: unknown): unknown {
  return typeof value === 'string' ? parseRequestBody(Buffer.from(value), 'patientData') : value;
}
