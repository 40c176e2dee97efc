/** What a project must allow before anything is made in it; each lack has its own words and its own cure. */
import { isObject } from '../ehr/chart-part.ts';
import { MedplumFault, MedplumRefusal } from './fault.ts';
import type { MedplumServer } from './server.ts';

/** Bots, memberships and project secrets belong to project administrators in Medplum. */
export function requireAdmin({ admin, project }: MedplumServer): void {
  if (admin) return;
  throw new MedplumFault(
    'permission',
    `The client may not administer the project “${project.name}”: its membership is not marked as admin`,
    'An administrator marks the client’s ProjectMembership as admin; or use a client that is.',
  );
}

export async function requireBots(server: MedplumServer): Promise<void> {
  const project = await asFault(server.call('GET', `fhir/R4/Project/${server.project.id}`), 'read the project');
  const features: readonly unknown[] = isObject(project) && Array.isArray(project.features) ? project.features : [];
  if (features.includes('bots')) return;
  throw new MedplumFault(
    'feature',
    `Bots are not enabled in the project “${server.project.name}”`,
    'A super administrator adds "bots" to the features of the Project; on hosted Medplum the support does it, on paid plans.',
  );
}

/** Servers from before December 2025 have no CDS Hooks routes. */
export async function requireCdsHooks(server: MedplumServer): Promise<void> {
  try {
    await server.call('GET', 'cds-services');
  } catch (error) {
    if (error instanceof MedplumRefusal && error.status === 404)
      throw new MedplumFault(
        'feature',
        'This Medplum server has no CDS Hooks: it does not know /cds-services',
        'Update it to version 5.0.6 or later.',
      );
    throw faultOf(error, 'list the CDS services');
  }
}

/** The fault behind a refusal; anything else is passed on as it is. `what` completes "Medplum refused to …". */
export function faultOf(error: unknown, what: string): unknown {
  if (!(error instanceof MedplumRefusal)) return error;
  if (error.status === 401 || error.status === 403)
    return new MedplumFault(
      'permission',
      `Medplum refused to ${what}: HTTP ${error.status} ${error.lines.join('; ')}`,
      'The access policy of the client’s project membership must allow this; an administrator of the project can change it.',
    );
  if (error.status === 429)
    return new MedplumFault(
      'busy',
      `Medplum has had too many calls and refused to ${what}`,
      'Wait a minute and run the same command again: it continues where it stopped.',
    );
  if (error.lines.some((line) => /bots not enabled/i.test(line)))
    return new MedplumFault(
      'feature',
      'Bots are not enabled in the project',
      'A super administrator adds "bots" to the features of the Project.',
    );
  if (error.lines.some((line) => /cdsService/.test(line)))
    return new MedplumFault('feature', 'This Medplum server does not know Bots as CDS services', 'Update it to version 5.0.6 or later.');
  return new MedplumFault(
    'refused',
    `Medplum refused to ${what}: HTTP ${error.status} ${error.lines.join('; ')}`,
    'The message names the field; if it is not clear, run the command again with the same settings and report it.',
  );
}

export async function asFault<Value>(work: Promise<Value>, what: string): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw faultOf(error, what);
  }
}
