/**
 * Interfaces that carry a test and its answer as two rows put the answer into a component that is called only "Result": the Observation names the gene, the
 * component says what was found. Such an answer is that of the Observation.
 */
import { concept, isRecord, records, wordings, type Json } from './elements.ts';
import type { RawResource } from './intake.ts';

const RESULT =
  /^(?:(?:test|final|lab(?:oratory)?|overall)\s+)?(?:results?|values?|findings?|answers?|outcomes?|observations?)(?:\s+value)?$/i;
const INTERPRETATION = /^(?:(?:result|test|final|overall)\s+)?interpretations?$/i;
/** The change that was found, beside a test that asks for no single one: "EGFR mutation", variant = L858R. */
const CHANGE = /^(?:variants?|mutations?|alterations?)(?:\s(?:name|detected|found|identified))?$/i;
const BELONGS_TO_VALUE = ['interpretation', 'referenceRange', 'dataAbsentReason'] as const;

const hasValue = (element: Json): boolean => Object.keys(element).some((key) => key.startsWith('value'));

/** The resource itself where nothing of the kind is found, and never a changed one: a copy with the answer as its value. */
export function withAnswer(resource: RawResource): RawResource {
  if (resource.resourceType !== 'Observation' || hasValue(resource) || resource['dataAbsentReason'] !== undefined) return resource;
  const given = resource['component'];
  if (!Array.isArray(given)) return resource;
  const components = records(given);
  const named = (pattern: RegExp) =>
    components.filter((component) => {
      const words = wordings(concept(component['code']));
      return hasValue(component) && words.length > 0 && words.every((text) => pattern.test(text.trim()));
    });
  const [answer, ...more] =
    [named(RESULT), named(INTERPRETATION), asksForChange(resource) ? [] : named(CHANGE)].find((found) => found.length > 0) ?? [];
  if (answer === undefined || more.length > 0) return resource;
  const moved = Object.entries(answer).filter(
    ([key]) => key.startsWith('value') || (BELONGS_TO_VALUE.some((name) => name === key) && resource[key] === undefined),
  );
  return {
    ...resource,
    ...Object.fromEntries(moved),
    component: given.filter((component) => !isRecord(component) || component !== answer),
  };
}

/** Named after a single change ("EGFR T790M mutation"), of which a component may only say once more what was asked for; or a coded assessment, which is read by its parts. */
function asksForChange(resource: RawResource): boolean {
  const { codings, text } = concept(resource['code']);
  return (
    codings.some(({ system }) => /loinc/i.test(system)) ||
    [text ?? '', ...codings.map(({ display }) => display ?? '')].some((name) => /(?<![A-Za-z0-9])(?:[A-Z]\d{2,4}[A-Z]|[cp]\.\S)/.test(name))
  );
}
