/**
 * Observations whose elements stand in an illegal form that leaves no doubt of what is meant: a list of one where FHIR has one, `value` without its type,
 * the result in `comments` (DSTU2). Lists of several values where one may stand are one text, which nobody reads as a result of either.
 */
import { isRecord, list, numberOf, text, type Json } from './elements.ts';
import type { RawResource } from './intake.ts';

const isValue = (key: string): boolean => key.startsWith('value') || key === 'dataAbsentReason';

/** The resource itself where its form is legal; else a copy in the legal form. */
export function inLegalForm(resource: RawResource): RawResource {
  if (resource.resourceType !== 'Observation') return resource;
  const component = resource['component'];
  const parts = Array.isArray(component) ? component.map((part: unknown) => (isRecord(part) ? legal(part) : part)) : component;
  const changed = Array.isArray(component) && Array.isArray(parts) && parts.some((part, at) => part !== component[at]);
  const own = legal(resource);
  const said = text(resource['comments']);
  const commented =
    said !== undefined && component === undefined && resource['hasMember'] === undefined && !Object.keys(resource).some(isValue);
  if (own === resource && !changed && !commented) return resource;
  return {
    ...own,
    resourceType: resource.resourceType,
    ...(changed ? { component: parts } : {}),
    ...(commented ? { valueString: said } : {}),
  };
}

/** Code and value of an Observation or a component; the same object where nothing is out of form. */
function legal<Element extends Json>(element: Element): Element | Json {
  const entries = Object.entries(element);
  const typed = entries.some(([key, value]) => /^value[A-Z]/.test(key) && value !== undefined && value !== null);
  let changed = false;
  const turned = entries.flatMap(([key, value]): readonly (readonly [string, unknown])[] => {
    if (key === 'code' && Array.isArray(value) && value.length === 1) {
      changed = true;
      return [[key, value[0]]];
    }
    if (/^value[A-Z]/.test(key) && Array.isArray(value)) {
      changed = true;
      return value.length === 1 ? [[key, value[0]]] : [['valueString', severalIn(value)]];
    }
    if (key === 'value' && !typed) {
      const named = typeOf(Array.isArray(value) && value.length === 1 ? value[0] : value);
      changed ||= named !== null;
      return named === null ? [[key, value]] : [named];
    }
    return [[key, value]];
  });
  return changed ? Object.fromEntries(turned) : element;
}

function typeOf(value: unknown): readonly [string, unknown] | null {
  if (typeof value === 'string') return ['valueString', value];
  if (typeof value === 'boolean') return ['valueBoolean', value];
  if (typeof value === 'number') return ['valueQuantity', { value }];
  if (Array.isArray(value)) return ['valueString', severalIn(value)];
  if (!isRecord(value)) return null;
  if ('coding' in value || 'text' in value || 'code' in value || 'display' in value)
    return numberOf(value['value']) === undefined ? ['valueCodeableConcept', value] : ['valueQuantity', value];
  return numberOf(value['value']) === undefined ? null : ['valueQuantity', value];
}

/** Which of them is the result is not told. */
const severalIn = (values: readonly unknown[]): string =>
  `several values: ${list(values)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(' | ')
    .slice(0, 400)}`;
