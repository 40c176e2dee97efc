/** `genehook medplum try`: the hooks of one synthetic patient through Medplum and its Bots, as an EHR there would call them. */
import { SERVICES } from '../hooks/services.ts';
import { ourBots } from './bots.ts';
import { cardText } from './cards-text.ts';
import type { SeedCase } from './cases.ts';
import { MedplumFault } from './fault.ts';
import { idOf } from './find-or-make.ts';
import { readHookAnswer } from './hook-answer.ts';
import { callService, draftOrder, hookCall, listedServices, type ListedService } from './hook-call.ts';
import { BOT_IDENTIFIER, hasTag, identifierOf, SEED_IDENTIFIER, SEED_TAG } from './marks.ts';
import { asFault } from './requirements.ts';
import type { Say } from './say.ts';
import type { MedplumServer } from './server.ts';

export interface TryOptions {
  readonly case: SeedCase;
  readonly drug: { readonly text: string; readonly rxnorm?: string };
}

/** Number of calls that failed. Orders are not written to Medplum: they stand in the call alone. */
export async function tryHooks(server: MedplumServer, { case: one, drug }: TryOptions, say: Say): Promise<number> {
  const patientId = await seededPatient(server, one);
  const services = await connectedServices(server);
  say.result(`${one.title} (Patient/${patientId})`);
  let failed = 0;
  const shown = new Map<string, string>();
  for (const { genehookId, service } of services) {
    const order = service.hook === 'order-sign' ? draftOrder(patientId, drug) : undefined;
    const { status, body } = await callService(server, service, await hookCall(server, service, patientId, order));
    const answer = readHookAnswer(status, body);
    const label = order === undefined ? genehookId : `${genehookId}: ${drug.text}`;
    if (!answer.ok) {
      failed += 1;
      say.result(`\n${label}\n  FAILED at ${answer.where}: ${answer.why}\n  What to do: ${answer.advice}`);
      continue;
    }
    const cards = answer.cards.map((card) => once(cardText(card), genehookId, shown).replace(/^/gm, '  '));
    say.result(`\n${label}\n${cards.length === 0 ? '  Answered, no card: nothing would change.' : cards.join('\n')}`);
  }
  return failed;
}

/** Two services may answer with the same card; an EHR shows it once. */
function once(card: string, service: string, shown: Map<string, string>): string {
  const before = shown.get(card);
  if (before !== undefined) return `(the same card as from ${before}: ${card.split('\n')[0] ?? ''})`;
  shown.set(card, service);
  return card;
}

/** The server's id of a seeded patient. */
async function seededPatient(server: MedplumServer, one: SeedCase): Promise<string> {
  const identifier = `${one.name}/Patient/${String(one.resources[0]?.id)}`;
  const found = await asFault(
    server.search(`Patient?identifier=${encodeURIComponent(`${SEED_IDENTIFIER}|${identifier}`)}`),
    'search for the synthetic patient',
  );
  const patient = found.find((item) => hasTag(item, SEED_TAG));
  if (patient === undefined) throw new MedplumFault('refused', `The patient of ${one.name} is not in this project`, 'Run seed first.');
  return idOf(patient);
}

/** patient-view and order-sign services of ours that Medplum lists for this caller. */
async function connectedServices(server: MedplumServer): Promise<readonly { genehookId: string; service: ListedService }[]> {
  const bots = await ourBots(server);
  const listed = await asFault(listedServices(server), 'list the CDS services');
  const wanted = SERVICES.filter(({ hook }) => hook === 'patient-view' || hook === 'order-sign');
  const found = wanted.flatMap(({ id }) => {
    const bot = bots.find((item) => identifierOf(item, BOT_IDENTIFIER) === id);
    const service = bot === undefined ? undefined : listed.find((item) => item.id === idOf(bot));
    return service === undefined ? [] : [{ genehookId: id, service }];
  });
  if (found.length < wanted.length) {
    const missing = wanted.filter(({ id }) => !found.some(({ genehookId }) => genehookId === id)).map(({ id }) => id);
    throw new MedplumFault(
      'refused',
      `Medplum does not list these services of Genehook: ${missing.join(', ')}`,
      'Run connect (again): it finishes what is missing.',
    );
  }
  return found;
}
