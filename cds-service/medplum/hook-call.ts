/** A hook call as an EHR on Medplum makes it: prefetch filled from the FHIR server with the caller's own rights, no access token. */
import { randomUUID } from 'node:crypto';
import { isObject, type Json } from '../ehr/chart-part.ts';
import { MedplumFault } from './fault.ts';
import type { MedplumServer } from './server.ts';

/** A service as `GET cds-services` of Medplum lists it; its id is the id of the Bot. */
export interface ListedService {
  readonly id: string;
  readonly hook: string;
  readonly title: string;
  readonly prefetch: Readonly<Record<string, string>>;
}

export async function listedServices(server: MedplumServer): Promise<readonly ListedService[]> {
  const answer = await server.call('GET', 'cds-services');
  const services: readonly unknown[] = isObject(answer) && Array.isArray(answer.services) ? answer.services : [];
  return services.flatMap((item) => {
    if (!isObject(item) || typeof item.id !== 'string' || typeof item.hook !== 'string') return [];
    const prefetch = isObject(item.prefetch) ? item.prefetch : {};
    const queries = Object.entries(prefetch).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return [{ id: item.id, hook: item.hook, title: String(item.title ?? item.id), prefetch: Object.fromEntries(queries) }];
  });
}

/** As Medplum's own client builds it (`buildCdsRequest`), except that a query that fails is left out for the Bot to try. */
export async function hookCall(server: MedplumServer, service: ListedService, patientId: string, order: Json | undefined): Promise<Json> {
  const prefetch: Record<string, unknown> = {};
  await Promise.all(
    Object.entries(service.prefetch).map(async ([key, template]) => {
      const query = template.replaceAll('{{context.patientId}}', encodeURIComponent(patientId));
      try {
        prefetch[key] = await server.call('GET', `fhir/R4/${query}`);
      } catch (error) {
        if (error instanceof MedplumFault) throw error;
      }
    }),
  );
  const drafts = { resourceType: 'Bundle', type: 'collection', entry: order === undefined ? [] : [{ resource: order }] };
  return {
    hook: service.hook,
    hookInstance: randomUUID(),
    context: { userId: server.actor, patientId, ...(service.hook === 'order-sign' ? { draftOrders: drafts } : {}) },
    prefetch,
  };
}

/**
 * Calls the service. A chart larger than Medplum takes in one call (413) is left to the Bot, which reads what is not sent.
 */
export async function callService(server: MedplumServer, service: ListedService, call: Json): Promise<{ status: number; body: unknown }> {
  const answer = await server.post(`cds-services/${service.id}`, call);
  return answer.status === 413 ? server.post(`cds-services/${service.id}`, { ...call, prefetch: {} }) : answer;
}

/** An order being written: coded where a code is known, always with the text that was asked for. */
export function draftOrder(patientId: string, drug: { readonly text: string; readonly rxnorm?: string }): Json {
  return {
    resourceType: 'MedicationRequest',
    id: 'genehook-try',
    status: 'draft',
    intent: 'order',
    subject: { reference: `Patient/${patientId}` },
    medicationCodeableConcept: {
      ...(drug.rxnorm === undefined ? {} : { coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: drug.rxnorm }] }),
      text: drug.text,
    },
  };
}
