/** The laboratory's own limits of normal beside a value (FHIR Observation.referenceRange), brought to the value's canonical unit. */
import type { LaboratoryKind } from '../codes/laboratory-kind.ts';
import type { LabFact } from '../facts.ts';
import { concept, isRecord, records, type Json } from './elements.ts';
import { measuredValue } from './laboratory-value.ts';

type Limits = Pick<LabFact, 'referenceLow' | 'referenceHigh'>;

/**
 * The one range of normal for this patient. Several ranges without a word which of them holds, ranges of another type (therapeutic, critical) or an
 * age, and limits in a unit that cannot be converted give none. A limit without unit is in the unit of the value.
 */
export function referenceLimits(element: Json, kind: LaboratoryKind): Limits {
  const ranges = records(element['referenceRange']).filter((range) => isNormal(range) && range['age'] === undefined);
  const [only, ...others] = ranges;
  if (only === undefined || others.length > 0) return {};
  const quantity = isRecord(element['valueQuantity']) ? element['valueQuantity'] : {};
  const limit = (of: unknown): number | undefined => {
    if (!isRecord(of)) return undefined;
    const own = of['unit'] !== undefined || of['code'] !== undefined ? of : { ...of, unit: quantity['unit'], code: quantity['code'] };
    const read = measuredValue({ valueQuantity: own }, { ...kind, range: [0, kind.range[1]] });
    return read !== null && 'value' in read && read.comparator === undefined ? read.value : undefined;
  };
  const [low, high] = [limit(only['low']), limit(only['high'])];
  if (low !== undefined && high !== undefined && low > high) return {};
  return { ...(low === undefined ? {} : { referenceLow: low }), ...(high === undefined ? {} : { referenceHigh: high }) };
}

/** Absent type means normal (FHIR R4, Observation.referenceRange.type). */
function isNormal(range: Json): boolean {
  if (range['type'] === undefined) return true;
  return concept(range['type']).codings.some(({ code }) => code === 'normal');
}
