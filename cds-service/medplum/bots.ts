/**
 * The Bots of a project: one per service, each shown to EHR clients (`cdsService`) only after its program has been deployed, so an
 * interrupted run never leaves a service in discovery that cannot answer.
 */
import { isObject, type Json } from '../ehr/chart-part.ts';
import { PREFETCH } from '../hooks/prefetch-keys.ts';
import { discoveryDocument, type ServiceDefinition } from '../hooks/services.ts';
import { botProgram, type BotProgram } from './bot-program.ts';
import { holds, idOf, type Made } from './find-or-make.ts';
import { BOT_CODE_IDENTIFIER, BOT_IDENTIFIER, botDescription, botName, CONNECT_TAG, hasTag, identifierOf, isOurBot } from './marks.ts';
import { asFault } from './requirements.ts';
import type { MedplumServer } from './server.ts';

export interface BotSetting {
  readonly publicUrl: string;
  readonly issuer: string;
  readonly policyId: string;
}

/** Every Bot of ours, finished or not. */
export async function ourBots(server: MedplumServer): Promise<readonly Json[]> {
  const named = await asFault(server.search('Bot?name=Genehook'), 'search for Bots');
  return named.filter((bot) => isOurBot(bot));
}

export async function installBot(
  server: MedplumServer,
  service: ServiceDefinition,
  setting: BotSetting,
  existing: readonly Json[],
): Promise<Made> {
  const program = botProgram({ service, publicUrl: setting.publicUrl, fhirBase: server.fhirBase, issuer: setting.issuer });
  const [found] = existing.filter((bot) => isOurBot(bot, service.id)).sort((a, b) => String(a.id).localeCompare(String(b.id)));
  const id = found === undefined ? await makeBot(server, service, setting.policyId) : idOf(found);
  const bound = await bindPolicy(server, id, setting.policyId);
  const upToDate =
    found !== undefined && identifierOf(found, BOT_CODE_IDENTIFIER) === program.fingerprint && holds(found, published(service, program));
  if (upToDate && hasTag(found, CONNECT_TAG)) return { id, state: bound ? 'unchanged' : 'changed' };
  await deploy(server, id, service, program);
  return { id, state: found === undefined ? 'made' : 'changed' };
}

/** Through the administration route: it also makes the Bot's membership and lets the server choose the runtime it has. */
async function makeBot(server: MedplumServer, service: ServiceDefinition, policyId: string): Promise<string> {
  const made = await asFault(
    server.call('POST', `admin/projects/${server.project.id}/bot`, {
      name: botName(service.id),
      description: botDescription(service.description),
      accessPolicy: { reference: `AccessPolicy/${policyId}` },
    }),
    `make the Bot for ${service.id}`,
  );
  return idOf(made);
}

/**
 * A Bot's own membership carries our policy without a patient, so the Bot by itself reads no chart at all. In a hook call Medplum
 * runs it with the membership of the user who called. False when the membership had to be changed.
 */
async function bindPolicy(server: MedplumServer, botId: string, policyId: string): Promise<boolean> {
  const memberships = await membershipsOf(server, `Bot/${botId}`);
  const wanted = { reference: `AccessPolicy/${policyId}` };
  const loose = memberships.filter(
    ({ accessPolicy, access }) => access !== undefined || !isObject(accessPolicy) || accessPolicy.reference !== wanted.reference,
  );
  for (const membership of loose) {
    const { access: _access, ...rest } = membership;
    await asFault(
      server.call('PUT', `fhir/R4/ProjectMembership/${idOf(membership)}`, { ...rest, accessPolicy: wanted }),
      'restrict the Bot',
    );
  }
  return loose.length === 0;
}

export function membershipsOf(server: MedplumServer, profile: string): Promise<readonly Json[]> {
  return asFault(server.search(`ProjectMembership?profile=${profile}`), 'search for memberships');
}

async function deploy(server: MedplumServer, id: string, service: ServiceDefinition, program: BotProgram): Promise<void> {
  const path = `fhir/R4/Bot/${id}`;
  const what = `change the Bot for ${service.id}`;
  const before = await asFault(server.call('GET', path), what);
  await asFault(server.call('PUT', path, marked(asJson(before), service)), what);
  await asFault(
    server.call('POST', `${path}/$deploy`, { code: program.code, filename: program.filename }),
    `deploy the Bot for ${service.id}`,
  );
  const deployed = asJson(await asFault(server.call('GET', path), what));
  await asFault(server.call('PUT', path, { ...marked(deployed, service), ...published(service, program) }), what);
  const old = binaryIds({ executableCode: asJson(before).executableCode });
  for (const binary of old.filter((item) => !binaryIds(deployed).includes(item))) await removeBinary(server, binary);
}

/** Tagged and named, not yet shown as a service. */
function marked(bot: Json, service: ServiceDefinition): Json {
  const { cdsService: _hidden, ...rest } = bot;
  const meta = isObject(bot.meta) ? bot.meta : {};
  const others = Array.isArray(meta.tag) ? meta.tag.filter((tag: unknown) => !(isObject(tag) && tag.system === CONNECT_TAG.system)) : [];
  return {
    ...rest,
    meta: { ...meta, tag: [...others, CONNECT_TAG] },
    identifier: [{ system: BOT_IDENTIFIER, value: service.id }],
    name: botName(service.id),
    description: botDescription(service.description),
  };
}

function published(service: ServiceDefinition, program: BotProgram): Json {
  return {
    identifier: [
      { system: BOT_IDENTIFIER, value: service.id },
      { system: BOT_CODE_IDENTIFIER, value: program.fingerprint },
    ],
    name: botName(service.id),
    description: botDescription(service.description),
    cdsService: {
      hook: service.hook,
      title: service.title,
      description: service.description,
      ...usageRequirements(service.id),
      prefetch: service.keys.map((key) => ({ key, query: PREFETCH[key].query })),
    },
  };
}

/** As discovery says it. */
function usageRequirements(serviceId: string): Json {
  const { services } = asJson(discoveryDocument());
  const found: unknown = Array.isArray(services) ? services.find((item) => isObject(item) && item.id === serviceId) : undefined;
  return isObject(found) && typeof found.usageRequirements === 'string' ? { usageRequirements: found.usageRequirements } : {};
}

/** Ids of the Binary resources that hold a Bot's code, from references and from the signed addresses that reading a Bot gives. */
export function binaryIds(bot: Json): readonly string[] {
  return [bot.sourceCode, bot.executableCode].flatMap((attachment) => {
    const url = isObject(attachment) && typeof attachment.url === 'string' ? attachment.url : '';
    const id = /(?:^|\/)binary\/([0-9a-f-]{36})(?:[/?]|$)/i.exec(url)?.[1];
    return id === undefined ? [] : [id];
  });
}

/** Code that nobody refers to any more; a server that keeps it is no reason to fail. */
export async function removeBinary(server: MedplumServer, id: string): Promise<boolean> {
  try {
    await server.call('DELETE', `fhir/R4/Binary/${id}`);
    return true;
  } catch {
    return false;
  }
}

function asJson(value: unknown): Json {
  return isObject(value) ? value : {};
}
