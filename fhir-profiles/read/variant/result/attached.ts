/** What other Observations say about a variant by `derivedFrom`: its molecular consequence and its clinical significance. */
import { COMPONENT, OBSERVATION } from '../../../codes/genomics/genomics-codes.ts';
import { classificationOf } from '../../../codes/genomics/variant-terms.ts';
import type { Classification } from '../../../facts.ts';
import type { Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { IntakeResource } from '../../intake.ts';
import type { ObservationView } from '../../observation.ts';
import { codesIn, statedIn } from '../parts/variant-parts.ts';

export interface Attached {
  readonly consequences: readonly ObservationView[];
  readonly classifications: readonly Classification[];
}

const CONSEQUENCE: readonly string[] = [OBSERVATION.molecularConsequence, OBSERVATION.molecularConsequences];
const SIGNIFICANCE: readonly string[] = [OBSERVATION.diagnosticImplication, OBSERVATION.clinicalSignificance];

export function isConsequence(view: ObservationView): boolean {
  return CONSEQUENCE.some((code) => view.codes.has(code));
}

export function isSignificance(view: ObservationView): boolean {
  return SIGNIFICANCE.some((code) => view.codes.has(code));
}

/** Looked up once for the whole chart: variant entry → what is attached to it. */
export function attachedTo(chart: Chart): (variant: IntakeResource) => Attached {
  const consequences = new Map<IntakeResource, ObservationView[]>();
  const significances = new Map<IntakeResource, Classification[]>();
  for (const view of chart.observations) {
    if (!view.usable) continue;
    if (isConsequence(view)) for (const target of view.derivedFrom) push(consequences, target, view);
    if (isSignificance(view)) {
      const found = classificationStated(view);
      if (found !== null) for (const target of view.derivedFrom) push(significances, target, found);
    }
  }
  return (variant) => ({ consequences: consequences.get(variant) ?? [], classifications: significances.get(variant) ?? [] });
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** STU1 has the significance as the value, later versions as a component. */
export function classificationStated(view: ObservationView): Classification | null {
  const own = valueConcept(view.value);
  const inComponent = statedIn(view, COMPONENT.clinicalSignificance);
  return (
    codeAndWords(inComponent.codes, [...inComponent.words, ...inComponent.codes]) ??
    (isSignificance(view) ? codeAndWords(codesIn(own), [...wordings(own), ...codesIn(own)]) : null)
  );
}

/** "Benign" as the word of the code for pathogenic is no class: the two conflict. */
function codeAndWords(codes: readonly string[], words: readonly string[]): Classification | null {
  const coded = classificationOf(codes, [], true);
  const worded = classificationOf([], words, true);
  if (coded === null || worded === null) return coded ?? worded;
  return HARMFUL.test(coded) === HARMFUL.test(worded) ? coded : 'conflicting';
}
const HARMFUL = /^(?:likely-)?(?:pathogenic|oncogenic)$/;

/**
 * The one-word statuses of a laboratory that calls its variants "known", "likely" and "unknown": only beside one of the first two does "unknown" mean
 * of unknown significance; alone it is a field that was left open.
 */
export function reportedStatus(view: ObservationView): 'told' | 'unknown' | null {
  const words = [...statedIn(view, COMPONENT.clinicalSignificance).words, ...view.interpretation.flatMap(wordings)];
  if (words.some((word) => /^\s*(?:known|likely)\s*$/i.test(word))) return 'told';
  return words.some((word) => /^\s*unknown\s*$/i.test(word)) ? 'unknown' : null;
}

/** Several significances that differ by more than a degree are conflicting. */
export function oneClassification(found: readonly Classification[]): Classification {
  const all = [...new Set(found.filter((item) => item !== 'unknown'))];
  const [only] = all;
  if (only === undefined) return 'unknown';
  if (all.length === 1) return only;
  const harmful = all.every((item) => /pathogenic|oncogenic/.test(item));
  const harmless = all.every((item) => /benign/.test(item));
  if (harmful) return all.find((item) => !item.startsWith('likely-')) ?? only;
  return harmless ? 'likely-benign' : 'conflicting';
}
