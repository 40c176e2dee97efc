/**
 * What the laboratory itself says of an enzyme activity that it gives as a number: its flag, or its own reference range. Ranges of other
 * laboratories are not used, because methods and units differ.
 */
import { conversionFactor, ucumOf } from '../../codes/unit.ts';
import type { LabFact } from '../../facts.ts';
import { concept, concepts, isRecord, numberOf, records, text, wordings, type Json } from '../elements.ts';
import { inWords } from './reference.ts';
import { entryOf } from '../../entry-of.ts';

const CLASSED: ReadonlySet<LabFact['kind']> = new Set<LabFact['kind']>(['G6PD-activity', 'TPMT-activity']);

export const isEnzymeClass = (kind: LabFact['kind']): boolean => CLASSED.has(kind);

/** Stands for a measurement that is on file and cannot be read: the enzyme must never look unmeasured. */
export const UNREAD = 'unread';

/** A test named by the gene alone may be answered by a genotype, which is read elsewhere. */
export function readsLikeGenotype(element: Json): boolean {
  return wordings(concept(element['valueCodeableConcept'] ?? element['valueString'])).some((words) =>
    /\/|>|\b(?:wild ?type|reference|allele|variant)|^[AB][+-]?(?=\W|$)/i.test(words),
  );
}

/** HL7 v3 ObservationInterpretation. "High" activity is no deficiency. */
const FLAGS: Readonly<Record<string, string>> = { L: 'low', LL: 'low', LU: 'low', N: 'normal', H: 'normal', HH: 'normal', HU: 'normal' };

/** `low` or `normal`; null when neither flag nor range decides. */
export function enzymeFlag(element: Json, kind: LabFact['kind']): string | null {
  if (!CLASSED.has(kind)) return null;
  const said = concepts(element['interpretation']);
  const flags = new Set(
    said.flatMap((concept) => [
      ...concept.codings.flatMap(({ code }) => entryOf(FLAGS, code) ?? []),
      ...wordings(concept).flatMap((words) => WORDS.find(([pattern]) => pattern.test(words.trim()))?.[1] ?? []),
    ]),
  );
  const [flag] = flags;
  if (said.length > 0) return flags.size === 1 ? (flag ?? null) : null;
  return byRange(element);
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:low|below (?:low )?normal|deficient|decreased|reduced)\b/i, 'low'],
  [/^(?:normal|within (?:normal|reference))/i, 'normal'],
];

function byRange(element: Json): string | null {
  const quantity = isRecord(element['valueQuantity']) ? element['valueQuantity'] : {};
  const value = numberOf(quantity['value']);
  const [range, ...more] = records(element['referenceRange']);
  const written = isRecord(range?.['low']) || isRecord(range?.['high']) ? [range['low']] : inWords(text(range?.['text']));
  const low = isRecord(written[0]) ? written[0] : {};
  const limit = numberOf(low['value']);
  if (value === undefined || limit === undefined || more.length > 0) return null;
  const units = [quantity, low].map((from) => text(from['code']) ?? text(from['unit']));
  const [own, of] = units;
  const factor = of === undefined || own === undefined || own === of ? 1 : conversionFactor(ucumOf(of), ucumOf(own), undefined);
  if (factor === null) return null;
  const comparator = quantity['comparator'];
  if (value < limit * factor) return comparator === '>' || comparator === '>=' ? null : 'low';
  return comparator === '<' || comparator === '<=' ? null : 'normal';
}
