/** Project secrets: what a Bot gets as `event.secrets`. Medplum replaces the whole list, so the others are always sent back. */
import { isObject, type Json } from '../ehr/chart-part.ts';
import { MedplumFault } from './fault.ts';
import { KEY_SECRET } from './marks.ts';
import { asFault } from './requirements.ts';
import type { MedplumServer } from './server.ts';

/** Our secret's text; undefined when the project has none. */
export async function readKeySecret(server: MedplumServer): Promise<string | undefined> {
  const found = (await secretsOf(server)).find(({ name }) => name === KEY_SECRET);
  return typeof found?.valueString === 'string' ? found.valueString : undefined;
}

/** Sets our secret, or takes it away (null). False when there was nothing to take away. */
export async function writeKeySecret(server: MedplumServer, value: string | null): Promise<boolean> {
  const secrets = await secretsOf(server);
  const others = secrets.filter(({ name }) => name !== KEY_SECRET);
  if (value === null && others.length === secrets.length) return false;
  const next = value === null ? others : [...others, { name: KEY_SECRET, valueString: value }];
  await asFault(server.call('POST', `admin/projects/${server.project.id}/secrets`, next), 'write the project secret');
  return true;
}

async function secretsOf(server: MedplumServer): Promise<readonly Json[]> {
  const answer = await asFault(server.call('GET', `admin/projects/${server.project.id}`), 'read the project secrets');
  const project = isObject(answer) && isObject(answer.project) ? answer.project : undefined;
  if (project === undefined)
    throw new MedplumFault('not-medplum', 'The server did not show the project to its administrator', 'Update the Medplum server.');
  return Array.isArray(project.secret) ? project.secret.filter(isObject) : [];
}
