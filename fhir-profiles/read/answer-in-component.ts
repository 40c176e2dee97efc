/**
 * Interfaces that carry a test and its answer as two rows put the answer into a component that is called only "Result": the Observation names the gene, the
 * component says what was found. Such an answer is that of the Observation.
 */
import { concept, isRecord, records, wordings, type Json } from './elements.ts';
import { hlaAlleles } from './germline/notation/hla-alleles.ts';
import type { RawResource } from './intake.ts';

const RESULT =
  /^(?:(?:test|final|lab(?:oratory)?|overall)\s+)?(?:results?|values?|findings?|answers?|outcomes?|observations?)(?:\s+value)?$/i;
/** Under the name of one allele or change its genotype is the answer: "HLA-B*15:02", "Genotype: Positive". */
const GENOTYPE = /^genotypes?(?: results?)?$/i;
const CHANGE = /\brs\d{3,}\b|\d\s?[ACGT]\s?>\s?[ACGT]\b/i;
const namesOneChange = (name: string): boolean =>
  CHANGE.test(name) || hlaAlleles(name).filter(({ allele }) => allele.includes(':')).length === 1;

/** "*1/*2" is the genotype of the gene, and read as such. */
const isNoPair = (component: Json): boolean =>
  !wordings(concept(component['valueCodeableConcept'] ?? component['valueString'])).some((said) => /\*\s?\d/.test(said));

const INTERPRETATION = /^(?:(?:result|test|final|overall)\s+)?interpretations?$/i;
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
  const ofOne = wordings(concept(resource['code'])).some(namesOneChange) ? [named(GENOTYPE).filter(isNoPair)] : [];
  const [answer, ...more] = [named(RESULT), ...ofOne, named(INTERPRETATION)].find((found) => found.length > 0) ?? [];
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
