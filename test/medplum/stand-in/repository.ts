/** Resources of one project in memory, behind the access rules of whoever asks. */
import {
  accessPolicySupportsInteraction,
  allOk,
  badRequest,
  created,
  forbidden,
  gone,
  matchesSearchRequest,
  multipleMatches,
  notFound,
  OperationOutcomeError,
  Operator,
  satisfiedAccessPolicy,
  type Filter,
  type SearchRequest,
} from '@medplum/core';
import type { Binary, Bundle, OperationOutcome, Resource, ResourceType } from '@medplum/fhirtypes';
import { randomUUID } from 'node:crypto';
import { isObject } from '../../../cds-service/ehr/chart-part.ts';
import { referencesIn } from '../../../cds-service/medplum/seed-plan.ts';
import type { Policy } from './access.ts';
import { parseSearch, validate } from './schema.ts';

export type Stored = Resource & { id: string };
type Interaction = 'create' | 'read' | 'update' | 'delete' | 'search';

export interface Store {
  readonly base: string;
  readonly resources: Map<string, Stored>;
  readonly deleted: Set<string>;
  readonly code: Map<string, string>;
  readonly knowsCdsService: boolean;
  /** Requests since the start that changed something. */
  writes: number;
}

export function createStore(base: string, knowsCdsService: boolean): Store {
  return { base, resources: new Map(), deleted: new Set(), code: new Map(), knowsCdsService, writes: 0 };
}

export interface Repository {
  create(resource: Resource, id?: string): Stored;
  conditionalCreate(resource: Resource, query: string, id?: string): [OperationOutcome, Stored];
  read(type: string, id: string): Stored;
  update(resource: Stored): Stored;
  remove(type: string, id: string): void;
  search(url: string, pageBase: string): Bundle;
  /** Matches without the policy's hidden fields taken out. */
  find(url: string): Stored[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** `policy` undefined: the server itself. */
export function repositoryFor(store: Store, policy: Policy | undefined): Repository {
  const may = (interaction: Interaction, type: string): void => {
    if (policy !== undefined && !accessPolicySupportsInteraction(policy, interaction, type as ResourceType))
      throw new OperationOutcomeError(forbidden);
  };
  const rule = (interaction: Interaction, resource: Stored) => satisfiedAccessPolicy(resource, interaction, policy);
  const out = (interaction: Interaction, resource: Stored): Stored => {
    const hidden = rule(interaction, resource)?.hiddenFields ?? [];
    const { compartment: _compartment, ...meta } = (resource.meta ?? {}) as Record<string, unknown>;
    const copy: Record<string, unknown> = { ...structuredClone(resource), meta };
    for (const name of hidden) delete copy[name];
    return signedAttachments(copy, store.base) as unknown as Stored;
  };
  const put = (resource: Stored): Stored => {
    const clean = withReferences(resource, store.base) as Stored;
    validate(clean, store.knowsCdsService);
    const { compartment: _given, ...meta } = (clean.meta ?? {}) as Record<string, unknown>;
    const stored = {
      ...clean,
      meta: { ...meta, versionId: randomUUID(), lastUpdated: new Date().toISOString(), compartment: compartmentsOf(clean) },
    } as Stored;
    store.resources.set(`${clean.resourceType}/${clean.id}`, stored);
    store.writes += 1;
    return stored;
  };
  const get = (type: string, id: string): Stored => {
    if (!UUID.test(id)) throw new OperationOutcomeError(notFound);
    if (store.deleted.has(`${type}/${id}`)) throw new OperationOutcomeError(gone);
    const found = store.resources.get(`${type}/${id}`);
    if (found === undefined) throw new OperationOutcomeError(notFound);
    return found;
  };
  const find = (url: string): Stored[] => {
    const request = parseSearch(url);
    may('search', request.resourceType);
    return [...store.resources.values()].filter(
      (resource) => resource.resourceType === request.resourceType && matches(resource, request) && rule('search', resource) !== undefined,
    );
  };
  const repository: Repository = {
    create(resource, id = randomUUID()) {
      may('create', resource.resourceType);
      const { id: _given, ...content } = resource;
      const next = { ...content, id } as Stored;
      if (rule('create', next) === undefined) throw new OperationOutcomeError(forbidden);
      return out('create', put(next));
    },
    conditionalCreate(resource, query, id) {
      const matches = find(`${resource.resourceType}?${query}`);
      if (matches.length > 1) throw new OperationOutcomeError(multipleMatches);
      const [only] = matches;
      return only === undefined ? [created, repository.create(resource, id)] : [allOk, out('search', only)];
    },
    read(type, id) {
      may('read', type);
      const found = get(type, id);
      if (rule('read', found) === undefined) throw new OperationOutcomeError(forbidden);
      return out('read', found);
    },
    update(resource) {
      may('update', resource.resourceType);
      const before = get(resource.resourceType, resource.id);
      const allowed = rule('update', before);
      if (allowed === undefined) throw new OperationOutcomeError(forbidden);
      const kept = Object.fromEntries(
        [...(allowed.hiddenFields ?? []), ...(allowed.readonlyFields ?? [])].map((name) => [
          name,
          (before as unknown as Record<string, unknown>)[name],
        ]),
      );
      const next = dropUndefined({ ...resource, ...kept }) as unknown as Stored;
      if (rule('update', next) === undefined) throw new OperationOutcomeError(forbidden);
      return out('update', put(next));
    },
    remove(type, id) {
      may('delete', type);
      const found = store.resources.get(`${type}/${id}`);
      if (found === undefined) return;
      if (rule('delete', found) === undefined) throw new OperationOutcomeError(forbidden);
      store.resources.delete(`${type}/${id}`);
      store.deleted.add(`${type}/${id}`);
      store.code.delete(id);
      store.writes += 1;
    },
    search(url, pageBase) {
      const request = parseSearch(url);
      const found = find(url);
      const count = Math.min(request.count ?? 20, 1000);
      const offset = request.offset ?? 0;
      const page = found.slice(offset, offset + count);
      const next = new URL(url, pageBase);
      next.searchParams.set('_offset', String(offset + count));
      return {
        resourceType: 'Bundle',
        type: 'searchset',
        ...(page.length === 0
          ? {}
          : {
              entry: page.map((resource) => ({
                fullUrl: `${pageBase}${resource.resourceType}/${resource.id}`,
                search: { mode: 'match' as const },
                resource: out('search', resource),
              })),
            }),
        link: [
          { relation: 'self', url: new URL(url, pageBase).href },
          ...(offset + count < found.length ? [{ relation: 'next', url: next.href }] : []),
        ],
      } as Bundle;
    },
    find,
  };
  return repository;
}

/** Identifiers and patients are compared directly, the rest by @medplum/core: it evaluates FHIRPath, slowly, for every resource. */
function matches(resource: Stored, request: SearchRequest): boolean {
  const rest = (request.filters ?? []).filter((filter) => {
    const direct = matchesDirectly(resource, filter);
    return direct !== true;
  });
  if (rest.some((filter) => matchesDirectly(resource, filter) === false)) return false;
  return matchesSearchRequest(resource, { ...request, filters: rest });
}

/** Undefined where only the general way can tell. */
function matchesDirectly(resource: Stored, { code, operator, value }: Filter): boolean | undefined {
  if (operator !== Operator.EQUALS || value.includes(',')) return undefined;
  const members = resource as unknown as Record<string, unknown>;
  if (code === 'patient' || code === 'subject')
    return [members.subject, members.patient].some((item) => isObject(item) && item.reference === value);
  const [system, text] = value.split('|');
  if (code !== 'identifier' || text === undefined || text === '' || !Array.isArray(members.identifier)) return undefined;
  return members.identifier.some((item) => isObject(item) && item.system === system && item.value === text);
}

/** The patient compartment, as far as the resources of a chart are concerned; a Patient is in its own. */
function compartmentsOf(resource: Stored): { reference: string }[] {
  const members = resource as unknown as Record<string, unknown>;
  const named = resource.resourceType === 'Patient' ? [{ reference: `Patient/${resource.id}` }] : [members.subject, members.patient];
  return named.flatMap((item) =>
    isObject(item) && typeof item.reference === 'string' && item.reference.startsWith('Patient/') ? [{ reference: item.reference }] : [],
  );
}

/** Relative references that lead nowhere: refused where the project checks references on write. */
function danglingReferences(store: Store, resource: Stored): string[] {
  return referencesIn(resource).filter((reference) => /^[A-Z]\w+\/[^/]+$/.test(reference) && !store.resources.has(reference));
}

export function requireReferences(store: Store, resource: Stored): void {
  const [missing] = danglingReferences(store, resource);
  if (missing !== undefined) throw new OperationOutcomeError(badRequest(`Invalid reference (${missing})`));
}

/** Readers get signed storage addresses in place of `Binary/…`. */
function signedAttachments(value: unknown, base: string): unknown {
  return mapStrings(value, (name, text) =>
    name === 'url' && text.startsWith('Binary/') ? `${base}storage/binary/${text.slice(7)}/1?Expires=1&Signature=x` : text,
  );
}

/** And writers may send them back. */
function withReferences(value: unknown, base: string): unknown {
  return mapStrings(value, (name, text) => {
    const id = name === 'url' && text.startsWith(`${base}storage/binary/`) ? /binary\/([0-9a-f-]{36})/.exec(text)?.[1] : undefined;
    return id === undefined ? text : `Binary/${id}`;
  });
}

function mapStrings(value: unknown, change: (name: string, text: string) => string, name = ''): unknown {
  if (typeof value === 'string') return change(name, value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change, name));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapStrings(member, change, key)]));
}

function dropUndefined(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

export function newBinary(repository: Repository, store: Store, contentType: string, code: string): string {
  const binary = repository.create({ resourceType: 'Binary', contentType } as Binary);
  store.code.set(binary.id, code);
  return binary.id;
}
