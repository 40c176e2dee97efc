/** `genehook medplum connect`: SMART app, access policy, signing key, Bots and the trust entry. Run again it changes nothing. */
import { isObject } from '../ehr/chart-part.ts';
import { SERVICES } from '../hooks/services.ts';
import { accessPolicy } from './access-policy.ts';
import { installBot, ourBots } from './bots.ts';
import { newPrivateKey, publicKeyOf, type PublicKey } from './client-key.ts';
import { findOrMake, type Made } from './find-or-make.ts';
import { APP_NAME, KEY_SECRET, POLICY_NAME } from './marks.ts';
import { readKeySecret, writeKeySecret } from './project-secret.ts';
import { requireAdmin, requireBots, requireCdsHooks } from './requirements.ts';
import { restrictMember } from './restrict.ts';
import type { Say } from './say.ts';
import type { MedplumServer } from './server.ts';
import { smartApp } from './smart-app.ts';
import { issuerOf, trustEntry } from './trust-entry.ts';

export interface ConnectOptions {
  readonly publicUrl: string;
  /** Make a new signing key although there is one. */
  readonly newKey: boolean;
  /** Id of a ProjectMembership to bind to one patient. */
  readonly restrict?: { readonly membershipId: string; readonly patientId: string };
}

export interface Connected {
  readonly trustEntry: Readonly<Record<string, unknown>>;
  readonly appId: string;
  readonly policyId: string;
  readonly changed: boolean;
}

export async function connect(server: MedplumServer, options: ConnectOptions, say: Say): Promise<Connected> {
  requireAdmin(server);
  await requireBots(server);
  await requireCdsHooks(server);
  await noteOtherName(server, say);
  let changed = false;
  const tell = (what: string, { state }: Pick<Made, 'state'>): void => {
    changed ||= state !== 'unchanged';
    say.progress(`${state.padEnd(9)} ${what}`);
  };
  const app = await findOrMake(server, smartApp(options.publicUrl));
  tell(`SMART app “${APP_NAME}” (client id ${app.id})`, app);
  const policy = await findOrMake(server, accessPolicy(app.id));
  tell(`access policy “${POLICY_NAME}” (${policy.id})`, policy);
  const { key, made } = await signingKey(server, options.newKey);
  tell(`project secret ${KEY_SECRET} (the Bots’ signing key)`, { state: made ? 'made' : 'unchanged' });
  const existing = await ourBots(server);
  const issuer = issuerOf(server.fhirBase, server.project.id);
  for (const service of SERVICES) {
    const bot = await installBot(server, service, { publicUrl: options.publicUrl, issuer, policyId: policy.id }, existing);
    tell(`Bot for ${service.id} (${service.hook}: POST cds-services/${bot.id})`, bot);
  }
  if (options.restrict !== undefined) {
    const { membershipId, patientId } = options.restrict;
    const bound = await restrictMember(server, membershipId, policy.id, patientId);
    tell(`membership ${membershipId} reads Patient/${patientId} only`, { state: bound ? 'changed' : 'unchanged' });
  }
  const entry = trustEntry({ fhirBase: server.fhirBase, project: server.project, publicUrl: options.publicUrl, key, appId: app.id });
  return { trustEntry: entry, appId: app.id, policyId: policy.id, changed };
}

/** The panel is launched with the address that the server has for itself; the trust entry must name the same. */
async function noteOtherName(server: MedplumServer, say: Say): Promise<void> {
  const published = await server.call('GET', 'fhir/R4/.well-known/smart-configuration').catch(() => undefined);
  const endpoint = isObject(published) && typeof published.token_endpoint === 'string' ? published.token_endpoint : '';
  if (endpoint === '' || endpoint.startsWith(server.base)) return;
  const own = endpoint.replace(/oauth2\/token$/, '');
  say.progress(`note      the server calls itself ${own}: set MEDPLUM_BASE_URL to that and connect again, or the panel will not launch`);
}

async function signingKey(server: MedplumServer, always: boolean): Promise<{ key: PublicKey; made: boolean }> {
  const present = always ? undefined : await readKeySecret(server);
  if (present !== undefined) return { key: publicKeyOf(present), made: false };
  const secret = newPrivateKey();
  await writeKeySecret(server, secret);
  return { key: publicKeyOf(secret), made: true };
}
