/** The dose as ordered, in figures that a recommendation can be held against. */
import type { LabFact, MedicationFact } from '../../../fhir-profiles/index.ts';
import type { Chart } from './chart.ts';

export interface OrderedDose {
  /** One dose, in `unit` (mg, mg/m2, mg/kg …). */
  readonly amount: number;
  readonly unit: string;
  /** Amount a day in `unit`; absent when the order gives no frequency. */
  readonly daily?: number;
  /** The amount is the whole day's. */
  readonly ofDay?: true;
}

/**
 * Undefined when no dose claim can be made: no dose in the order, a dose in tablets or other units that are no mass, or a
 * combination product, where one figure does not say which ingredient it counts; of tablets with a known strength `part` names the one meant. Grams and micrograms become milligrams.
 */
export function orderedDose(order: MedicationFact | undefined, part?: string): OrderedDose | undefined {
  const dose = order?.dose;
  if (order === undefined || dose === undefined || !(dose.amount > 0)) return undefined;
  if (order.ingredients.length !== 1) return part === undefined ? undefined : ofPart(order, dose, part);
  const inMg = toMilligrams(dose.amount, dose.unit);
  if (inMg === undefined && !/^mg\/(m2|kg)$/.test(dose.unit)) return undefined;
  const { amount, unit } = inMg ?? { amount: dose.amount, unit: dose.unit };
  return {
    amount,
    unit,
    ...(dose.perDay === undefined ? {} : { daily: amount * dose.perDay }),
    ...(dose.ofDay === true ? { ofDay: true as const } : {}),
  };
}

/** What one tablet of a fixed combination holds of one of its parts. */
function ofPart({ strength = [] }: MedicationFact, dose: NonNullable<MedicationFact['dose']>, part: string): OrderedDose | undefined {
  const [own, ...others] = strength.filter(({ ingredient }) => ingredient === part);
  if (own === undefined || others.length > 0 || own.per !== undefined || dose.unit !== '{tbl}') return undefined;
  const inMg = toMilligrams(own.amount * dose.amount, own.unit);
  if (inMg === undefined) return undefined;
  return {
    ...inMg,
    unit: 'mg',
    ...(dose.perDay === undefined ? {} : { daily: inMg.amount * dose.perDay }),
    ...(dose.ofDay === true ? { ofDay: true as const } : {}),
  };
}

function toMilligrams(amount: number, unit: string): { amount: number; unit: string } | undefined {
  if (unit === 'g') return { amount: amount * 1000, unit: 'mg' };
  if (unit === 'ug' || unit === 'mcg' || unit === 'µg') return { amount: amount / 1000, unit: 'mg' };
  return unit === 'mg' ? { amount, unit } : undefined;
}

/** What of a chart tells the size of the patient: kilograms, and the surface in square metres among the results. */
export interface Body extends Pick<Chart, 'weightKg'> {
  latestLab(kind: string): Pick<LabFact, 'value'> | undefined;
}

/** The ordered daily dose in the unit of a figure such as `2 mg/kg/day`; undefined when weight or surface area is missing. */
export function dailyIn(unit: 'mg/kg' | 'mg/m2' | 'mg', dose: OrderedDose, body: Body): number | undefined {
  const { daily } = dose;
  if (daily === undefined) return undefined;
  if (dose.unit === unit) return daily;
  if (dose.unit !== 'mg') return undefined;
  const bsa = body.latestLab('BSA')?.value;
  const divisor = unit === 'mg' ? 1 : unit === 'mg/kg' ? body.weightKg : typeof bsa === 'number' ? bsa : undefined;
  return divisor === undefined || divisor <= 0 ? undefined : daily / divisor;
}

/** At most two decimals, no trailing zeros: 37.5, 75, 0.25. */
export function figure(value: number): string {
  return String(Number(value.toFixed(value < 1 ? 3 : 2)));
}

export function range([low, high]: readonly [number, number]): string {
  return low === high ? figure(low) : `${figure(low)}–${figure(high)}`;
}
