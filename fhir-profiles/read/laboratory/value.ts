/** One measured value brought to the canonical unit of its kind, or the reason why it cannot be used. */
import { conversionFactor, ucumOf } from '../../codes/unit.ts';
import type { LaboratoryKind } from '../../codes/laboratory/kind.ts';
import type { DataWarning, LabFact } from '../../facts.ts';
import { isRecord, numberOf, text, type Json } from '../elements.ts';

export interface Measured {
  readonly value: number;
  readonly comparator?: NonNullable<LabFact['comparator']>;
  readonly doubt?: Pick<DataWarning, 'code' | 'message'>;
}

export type MeasuredResult = Measured | { readonly refused: Pick<DataWarning, 'code' | 'message'> } | null;

interface Written {
  readonly value: number;
  readonly units: readonly string[];
  readonly comparator?: NonNullable<LabFact['comparator']>;
}

const COMPARATORS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

/**
 * Reads `value[x]` of an Observation or component as a number in `kind.unit`. Null when the element holds no number at all.
 * No unit: used only when exactly one usual unit gives a believable value; otherwise refused. Out of range: refused.
 */
export function measuredValue(element: Json, kind: LaboratoryKind): MeasuredResult {
  const written = writtenQuantity(element);
  if (written === null) return null;
  if (written.units.length === 0) return withoutUnit(written, kind);
  if (kind.unit === '10*9/L' && written.units.includes('%')) return null;
  for (const unit of written.units) {
    const factor = factorOf(unit, kind);
    if (factor !== null) return within(rounded(written.value * factor), written, kind);
  }
  return {
    refused: {
      code: 'unit',
      message: `${kind.kind} was not used because its unit "${(written.units[0] ?? '').slice(0, 40)}" cannot be converted to ${kind.unit}.`,
    },
  };
}

function factorOf(unit: string, kind: LaboratoryKind): number | null {
  // Giga per litre, as French laboratories write cell counts; elsewhere g/L in capitals is grams.
  if (unit === 'G/L' && kind.unit === '10*9/L') return 1;
  // A clearance that was not normalised to body surface is another quantity; but "mL/min" is what many systems print for eGFR.
  if (kind.kind === 'eGFR' && unit === 'mL/min') return 1;
  return conversionFactor(ucumOf(unit), kind.unit, kind.molarMass);
}

/** Counted in one unit everywhere: "eGFR: >60" is how most laboratories write it, and a remark at each would hide the others. */
const ALWAYS_SO: ReadonlySet<LaboratoryKind['kind']> = new Set<LaboratoryKind['kind']>(['eGFR']);

function withoutUnit(written: Written, kind: LaboratoryKind): MeasuredResult {
  const fitting = kind.bareUnits.flatMap((unit) => {
    const factor = unit === '1' ? 1 : conversionFactor(unit, kind.unit, kind.molarMass);
    const value = factor === null ? null : rounded(written.value * factor);
    return value !== null && inRange(value, kind) ? [{ unit, value }] : [];
  });
  const [only, ...others] = fitting;
  if (only === undefined || others.length > 0) {
    return { refused: { code: 'missing', message: `${kind.kind} ${written.value} was not used because it has no unit.` } };
  }
  const doubt = {
    code: 'missing',
    message: `${kind.kind} ${written.value} has no unit; it was read as ${only.unit}, the only usual unit that fits.`,
  };
  return {
    value: only.value,
    ...(written.comparator === undefined ? {} : { comparator: written.comparator }),
    ...(only.unit === '1' || ALWAYS_SO.has(kind.kind) ? {} : { doubt }),
  };
}

function within(value: number, written: Written, kind: LaboratoryKind): MeasuredResult {
  if (!inRange(value, kind)) {
    return {
      refused: {
        code: 'implausible',
        message: `${kind.kind} ${value} ${kind.unit} is not plausible and was not used; please check the record.`,
      },
    };
  }
  return { value, ...(written.comparator === undefined ? {} : { comparator: written.comparator }) };
}

function inRange(value: number, kind: LaboratoryKind): boolean {
  return value >= kind.range[0] && value <= kind.range[1];
}

/** Quantity, or a number in words ("<0.2 mg/dL"), or a bare number. */
function writtenQuantity(element: Json): Written | null {
  const quantity = element['valueQuantity'];
  if (isRecord(quantity)) {
    const value = numberOf(quantity['value']);
    if (value === undefined) return null;
    const comparator = comparatorOf(quantity['comparator']);
    const units = [text(quantity['code']), text(quantity['unit'])].filter((unit) => unit !== undefined);
    return { value, units: [...new Set(units)], ...(comparator === undefined ? {} : { comparator }) };
  }
  const bare = numberOf(element['valueInteger'] ?? element['valueDecimal']);
  if (bare !== undefined) return { value: bare, units: [] };
  const words = text(element['valueString']);
  const found = words === undefined ? null : /^(<=|>=|<|>|≤|≥)?\s*(\d{1,9}(?:[.,]\d{1,6})?)\s*([^\d\s].{0,30})?$/.exec(words);
  if (found === null) return null;
  const comparator = comparatorOf((found[1] ?? '').replace('≤', '<=').replace('≥', '>='));
  const unit = found[3]?.trim();
  return {
    value: Number((found[2] ?? '').replace(',', '.')),
    units: unit === undefined ? [] : [unit],
    ...(comparator === undefined ? {} : { comparator }),
  };
}

function comparatorOf(value: unknown): LabFact['comparator'] | undefined {
  return typeof value === 'string' && COMPARATORS.has(value) ? (value as NonNullable<LabFact['comparator']>) : undefined;
}

/** Floating-point noise of the conversion removed; no digit of the report is lost. */
function rounded(value: number): number {
  return Number(value.toPrecision(10));
}
