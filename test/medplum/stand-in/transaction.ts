/**
 * `POST /fhir/R4/`: batch and transaction as Medplum's router runs them. With conditional creates a transaction must be serialisable
 * and may hold eight entries; where the project lacks the feature, a transaction is run entry by entry.
 */
import { allOk, badRequest, getStatus, isOk, normalizeOperationOutcome, OperationOutcomeError } from '@medplum/core';
import type { Bundle, BundleEntry, OperationOutcome, Resource } from '@medplum/fhirtypes';
import { randomUUID } from 'node:crypto';
import { requireReferences, type Repository, type Store, type Stored } from './repository.ts';

const SERIALISABLE_ENTRIES = 8;

export interface BatchSetting {
  readonly transactions: boolean;
  readonly checkReferences: boolean;
}

export function runBundle(store: Store, repository: Repository, bundle: Bundle, setting: BatchSetting): Bundle {
  if (bundle.type !== 'batch' && bundle.type !== 'transaction')
    throw new OperationOutcomeError(badRequest(`Unrecognized bundle type: ${String(bundle.type)}`));
  const entries = bundle.entry ?? [];
  if (entries.length === 0) throw new OperationOutcomeError(badRequest('Missing bundle entries'));
  const atomic = bundle.type === 'transaction' && setting.transactions;
  if (atomic && entries.length > SERIALISABLE_ENTRIES && entries.some(({ request }) => request?.ifNoneExist !== undefined))
    throw new OperationOutcomeError(badRequest('Transaction requires strict isolation but has too many entries'));
  const identities = new Map<string, string>();
  const ids = entries.map((entry, index) => assignIdentity(repository, entry, index, identities));
  const before = { resources: new Map(store.resources), deleted: new Set(store.deleted), writes: store.writes };
  const touched: Stored[] = [];
  const answers = entries.map((entry, index) => {
    try {
      const answer = runEntry(repository, withIdentities(entry, identities), ids[index]);
      if (answer.stored !== undefined) touched.push(answer.stored);
      return answer.entry;
    } catch (error) {
      if (!atomic) return entryFor(normalizeOperationOutcome(error));
      restore(store, before);
      throw error;
    }
  });
  if (setting.checkReferences) {
    try {
      for (const resource of touched) requireReferences(store, resource);
    } catch (error) {
      restore(store, before);
      throw error;
    }
  }
  return { resourceType: 'Bundle', type: `${bundle.type}-response` as Bundle['type'], entry: answers };
}

function restore(store: Store, before: { resources: Map<string, Stored>; deleted: Set<string>; writes: number }): void {
  store.resources.clear();
  for (const [key, value] of before.resources) store.resources.set(key, value);
  store.deleted.clear();
  for (const key of before.deleted) store.deleted.add(key);
  store.writes = before.writes;
}

/** The id that a created resource will have, or the reference of the one that is there already. */
function assignIdentity(repository: Repository, entry: BundleEntry, index: number, identities: Map<string, string>): string | undefined {
  const { request, resource, fullUrl } = entry;
  if (request?.method === undefined)
    throw new OperationOutcomeError(badRequest('Missing Bundle entry request method', `Bundle.entry[${index}].request.method`));
  if (request.method !== 'POST' || resource === undefined) return undefined;
  if (request.ifNoneExist !== undefined) {
    const [only, second] = repository.find(`${request.url}?${request.ifNoneExist}`);
    if (only !== undefined && second === undefined) {
      if (fullUrl !== undefined) identities.set(fullUrl, `${only.resourceType}/${only.id}`);
      return undefined;
    }
  }
  const id = randomUUID();
  if (fullUrl !== undefined) identities.set(fullUrl, `${resource.resourceType}/${id}`);
  return id;
}

/** Only references in the form of lower-case UUIDs are rewritten, wherever they stand. */
function withIdentities(entry: BundleEntry, identities: ReadonlyMap<string, string>): BundleEntry {
  const text = JSON.stringify(entry).replaceAll(
    /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
    (urn) => identities.get(urn) ?? urn,
  );
  return JSON.parse(text) as BundleEntry;
}

function runEntry(
  repository: Repository,
  { request, resource }: BundleEntry,
  id: string | undefined,
): { entry: BundleEntry; stored?: Stored } {
  const [type = '', target = ''] = (request?.url ?? '').split('/');
  if (request?.method === 'DELETE') {
    repository.remove(type, target);
    return { entry: entryFor(allOk) };
  }
  if (request?.method !== 'POST' || resource === undefined)
    throw new OperationOutcomeError(badRequest(`Invalid REST interaction in batch: ${request?.method ?? ''} ${request?.url ?? ''}`));
  if (resource.resourceType !== type)
    throw new OperationOutcomeError(badRequest(`Incorrect resource type: expected ${type}, but found ${resource.resourceType}`));
  const [outcome, stored] =
    request.ifNoneExist === undefined
      ? [{ ...allOk, id: 'created' } as OperationOutcome, repository.create(resource, id)]
      : repository.conditionalCreate(resource, request.ifNoneExist, id);
  return { entry: entryFor(outcome, stored), stored };
}

function entryFor(outcome: OperationOutcome, resource?: Resource & { id: string }): BundleEntry {
  return {
    response: {
      outcome,
      status: String(getStatus(outcome)),
      ...(isOk(outcome) && resource !== undefined ? { location: `${resource.resourceType}/${resource.id}` } : {}),
    },
    ...(resource === undefined ? {} : { resource }),
  };
}
