/**
 * Finds every resource of the input: nested Bundles, Parameters parts, arrays and contained resources.
 * Depth and number are bounded, because the input may be hostile.
 */
import type { DataWarning } from '../facts.ts';
import { isRecord, list, records, text, type Json } from './elements.ts';
import type { RawResource } from './intake.ts';
import { hasUnknownRules } from './result-status.ts';

export interface FoundResource {
  readonly resource: RawResource;
  readonly fullUrl?: string;
  readonly containedIn?: FoundResource;
}

const MAX_DEPTH = 12;

export interface Collected {
  readonly found: readonly FoundResource[];
  readonly warnings: readonly DataWarning[];
}

export function collectResources(input: unknown): Collected {
  const found: FoundResource[] = [];
  const warnings: DataWarning[] = [];
  const unreadable = (what: string) =>
    warnings.push({ code: 'unparsed', message: `${what} was passed over because it is not a FHIR resource.` });
  const tooDeep = () => warnings.push({ code: 'unparsed', message: 'Content nested too deeply was passed over.' });

  function contained(parent: FoundResource, depth: number): void {
    for (const child of list(parent.resource['contained'])) {
      if (!isResource(child)) {
        unreadable('A contained entry');
        continue;
      }
      const entry: FoundResource = { resource: child, containedIn: parent };
      found.push(entry);
      if (child['contained'] !== undefined) {
        if (depth >= MAX_DEPTH) tooDeep();
        else contained(entry, depth + 1);
      }
    }
  }

  function parts(of: Json, depth: number): void {
    for (const part of records(of['parameter'] ?? of['part'])) {
      if (part['resource'] !== undefined) visit(part['resource'], undefined, depth + 1);
      if (part['part'] === undefined) continue;
      if (depth >= MAX_DEPTH) tooDeep();
      else parts(part, depth + 1);
    }
  }

  function visit(value: unknown, fullUrl: string | undefined, depth: number): void {
    if (depth > MAX_DEPTH) return void tooDeep();
    if (Array.isArray(value)) {
      for (const item of list(value)) visit(item, undefined, depth + 1);
      return;
    }
    if (!isResource(value)) return void unreadable('An entry');
    if (value.resourceType === 'Bundle') {
      if (hasUnknownRules(value))
        warnings.push({
          code: 'unparsed',
          message: 'The Bundle names implicitRules that are not known here: what it holds may mean something else.',
        });
      // A history lists the newest first: what stands behind a deletion is an older version of what was deleted.
      const deleted = new Set<string>();
      for (const entry of list(value['entry'])) {
        if (!isRecord(entry)) unreadable('A Bundle entry');
        else if (isDeletion(entry)) deleted.add(text((entry['request'] as Json)['url']) ?? '');
        else if (value['type'] === 'history' && isResource(entry['resource']) && deleted.has(nameOf(entry['resource']))) continue;
        else if (entry['resource'] !== undefined) visit(entry['resource'], text(entry['fullUrl']), depth + 1);
        // Some writers put the resource itself in the entry's place.
        else if (isResource(entry)) visit(entry, undefined, depth + 1);
      }
      return;
    }
    const entry: FoundResource = fullUrl === undefined ? { resource: value } : { resource: value, fullUrl };
    found.push(entry);
    contained(entry, 0);
    if (value.resourceType === 'Parameters') parts(value, depth);
  }

  if (input !== undefined && input !== null) visit(input, undefined, 0);
  return { found, warnings };
}

const nameOf = ({ resourceType, id }: RawResource): string => `${resourceType}/${text(id) ?? ''}`;

function isResource(value: unknown): value is RawResource {
  return isRecord(value) && text(value['resourceType']) !== undefined;
}

function isDeletion(entry: Json): boolean {
  return isRecord(entry['request']) && entry['request']['method'] === 'DELETE';
}
