/** Codes of required bindings, which Medplum's validator does not look at: element by element from the base R4 definitions. */
import type { Bundle, CodeSystem, CodeSystemConcept, StructureDefinition, ValueSet } from '@medplum/fhirtypes';
import { isObject, valuesAt, type Resource } from '../fixtures/sandbox/chart/resource.ts';

/** Problems of one resource: `Observation/x status: bogus`. Value sets that cannot be expanded here are passed over. */
export type RequiredCodes = (resource: Resource) => string[];

export function requiredCodes(profiles: Bundle, terminology: Bundle): RequiredCodes {
  const bindings = new Map<string, { readonly path: string; readonly valueSet: string }[]>();
  for (const profile of ofType<StructureDefinition>(profiles, 'StructureDefinition')) {
    const found = (profile.snapshot?.element ?? []).flatMap((element) =>
      element.binding?.strength === 'required' && element.binding.valueSet && element.path
        ? { path: element.path.slice(element.path.indexOf('.') + 1), valueSet: element.binding.valueSet.split('|')[0] ?? '' }
        : [],
    );
    bindings.set(profile.type ?? '', found);
  }
  const expand = expander(terminology);
  return (resource) =>
    (bindings.get(resource.resourceType) ?? []).flatMap(({ path, valueSet }) => {
      const allowed = expand(valueSet);
      if (!allowed) return [];
      const codes = valuesAt(resource, path).flatMap(codesOf);
      return codes.filter((code) => !allowed.has(code)).map((code) => `${resource.resourceType}/${resource.id} ${path}: ${code}`);
    });
}

function codesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (!isObject(value)) return [];
  return [value, ...valuesAt(value, 'coding')].flatMap((coding) =>
    isObject(coding) && typeof coding['code'] === 'string' ? [coding['code']] : [],
  );
}

function expander(terminology: Bundle): (valueSet: string) => ReadonlySet<string> | undefined {
  const sets = new Map(ofType<ValueSet>(terminology, 'ValueSet').map((set) => [set.url, set]));
  const systems = new Map(ofType<CodeSystem>(terminology, 'CodeSystem').map((system) => [system.url, system]));
  const known = new Map<string, ReadonlySet<string> | undefined>();
  return (url) => {
    if (!known.has(url)) known.set(url, expandOne(sets.get(url)));
    return known.get(url);
  };
  function expandOne(set: ValueSet | undefined): ReadonlySet<string> | undefined {
    const includes = set?.compose?.include ?? [];
    const codes = includes.map((include) => {
      if (include.concept) return include.concept.map((concept) => concept.code ?? '');
      const system = systems.get(include.system ?? '');
      return include.filter === undefined && include.valueSet === undefined && system?.concept ? allCodes(system.concept) : undefined;
    });
    return codes.length === 0 || codes.some((list) => list === undefined) ? undefined : new Set(codes.flatMap((list) => list ?? []));
  }
}

function allCodes(concepts: readonly CodeSystemConcept[]): string[] {
  return concepts.flatMap((concept) => [concept.code ?? '', ...allCodes(concept.concept ?? [])]);
}

function ofType<T>(bundle: Bundle, type: string): T[] {
  return (bundle.entry ?? []).flatMap((entry) => (entry.resource?.resourceType === type ? [entry.resource as T] : []));
}
