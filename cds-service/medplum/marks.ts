/** How everything that Genehook makes in a Medplum project is recognised again: tags, identifiers and names, each written once. */
import { isObject, type Json } from '../ehr/chart-part.ts';

export const MADE_BY = 'https://genehook.org/CodeSystem/made-by';
/** Tag of the synthetic patients and their charts. */
export const SEED_TAG = { system: MADE_BY, code: 'genehook-seed', display: 'synthetic, uploaded by Genehook' } as const;
/** Tag of what connects the project to Genehook: Bots, SMART app, access policy. */
export const CONNECT_TAG = { system: MADE_BY, code: 'genehook-connect', display: 'made by Genehook' } as const;
/** HL7's own mark for test health data. */
export const TEST_DATA_TAG = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  code: 'HTEST',
  display: 'test health data',
} as const;

/** `<case>/<type>/<id>` of a synthetic resource. */
export const SEED_IDENTIFIER = 'https://genehook.org/fhir/synthetic';
/** Genehook's id of the service that a Bot forwards to. */
export const BOT_IDENTIFIER = 'https://genehook.org/fhir/cds-service';
/** Fingerprint of the code that was deployed last; written only after the deployment succeeded. */
export const BOT_CODE_IDENTIFIER = 'https://genehook.org/fhir/bot-code';

export const APP_NAME = 'Genehook panel';
/** Without a comma: in a search it would mean "or". */
export const POLICY_NAME = 'Genehook: chart of one patient for reading';
export const KEY_SECRET = 'GENEHOOK_CLIENT_KEY';
const BOT_SENTENCE = 'Forwards CDS Hooks calls to Genehook.';

export function botName(serviceId: string): string {
  return `Genehook ${serviceId}`;
}

export function botDescription(description: string): string {
  return `${BOT_SENTENCE} ${description}`;
}

export function hasTag(resource: Json, tag: { readonly system: string; readonly code: string }): boolean {
  const meta = isObject(resource.meta) ? resource.meta : {};
  const tags: readonly unknown[] = Array.isArray(meta.tag) ? meta.tag : [];
  return tags.some((item) => isObject(item) && item.system === tag.system && item.code === tag.code);
}

export function identifierOf(resource: Json, system: string): string | undefined {
  const identifiers: readonly unknown[] = Array.isArray(resource.identifier) ? resource.identifier : [];
  const found = identifiers.find((item) => isObject(item) && item.system === system);
  return isObject(found) && typeof found.value === 'string' ? found.value : undefined;
}

/**
 * A Bot of ours for this service: tagged, or begun by `connect` and not finished. Medplum makes a Bot with name and description
 * alone, so an interrupted run leaves one that carries only these two.
 */
export function isOurBot(bot: Json, serviceId?: string): boolean {
  if (hasTag(bot, CONNECT_TAG)) return serviceId === undefined || identifierOf(bot, BOT_IDENTIFIER) === serviceId;
  const named = serviceId === undefined ? String(bot.name).startsWith('Genehook ') : bot.name === botName(serviceId);
  return named && typeof bot.description === 'string' && bot.description.startsWith(BOT_SENTENCE);
}
