/** The `value[x]` of an Observation or a component, as one closed set of kinds. */
import { withoutControls } from '../codes/controls.ts';
import { concept, isRecord, numberOf, text, type Concept, type Json } from './elements.ts';

export interface QuantityValue {
  readonly value: number;
  /** UCUM code when given, else the unit as written. */
  readonly unit?: string;
  readonly comparator?: '<' | '<=' | '>=' | '>';
}

export type ElementValue =
  | { readonly kind: 'concept'; readonly concept: Concept }
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'quantity' } & QuantityValue)
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'range'; readonly low?: number; readonly high?: number; readonly unit?: string }
  | { readonly kind: 'ratio'; readonly numerator: number; readonly denominator: number };

export function quantity(value: unknown): QuantityValue | null {
  if (!isRecord(value)) return null;
  const amount = numberOf(value['value']);
  if (amount === undefined) return null;
  const unit = text(value['code']) ?? text(value['unit']);
  const comparator = value['comparator'];
  return {
    value: amount,
    ...(unit === undefined ? {} : { unit }),
    ...(comparator === '<' || comparator === '<=' || comparator === '>=' || comparator === '>' ? { comparator } : {}),
  };
}

/** A bound of a Range; some writers put the bare number where the Quantity belongs. */
function bound(value: unknown): number | undefined {
  return numberOf(value) ?? quantity(value)?.value;
}

function range(value: unknown): ElementValue | null {
  if (!isRecord(value)) return null;
  const low = bound(value['low']);
  const high = bound(value['high']);
  if (low === undefined && high === undefined) return null;
  return { kind: 'range', ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

function ratio(value: unknown): ElementValue | null {
  if (!isRecord(value)) return null;
  const numerator = quantity(value['numerator'])?.value;
  const denominator = quantity(value['denominator'])?.value ?? 1;
  return numerator === undefined || denominator === 0 ? null : { kind: 'ratio', numerator, denominator };
}

function textual(value: unknown): ElementValue | null {
  const written = text(value);
  return written === undefined ? null : { kind: 'text', text: withoutControls(written) };
}

function numeric(value: unknown): ElementValue | null {
  const amount = numberOf(value);
  return amount === undefined ? null : { kind: 'quantity', value: amount };
}

/** Lines of an answer are statements of their own: as one they would turn each other round ("L858R" above "T790M not detected"). */
function linesKept(coded: unknown): string | undefined {
  const written = isRecord(coded) ? text(coded['text']) : undefined;
  return written?.includes('\n') === true ? written.replace(/[^\S\n]+/g, ' ') : undefined;
}

/** The element's value; null when there is none or it is not readable. */
export function elementValue(element: Json): ElementValue | null {
  const coded = element['valueCodeableConcept'] ?? element['valueCoding'] ?? element['valueCode'];
  if (coded !== undefined) {
    const found = concept(coded);
    if (found.codings.length === 0 && found.text === undefined) return null;
    const said = linesKept(coded) ?? found.text;
    return { kind: 'concept', concept: said === undefined ? found : { ...found, text: withoutControls(said) } };
  }
  const written = element['valueString'] ?? element['valueMarkdown'] ?? element['valueDateTime'];
  if (written !== undefined) return textual(written);
  if (element['valueQuantity'] !== undefined) {
    const found = quantity(element['valueQuantity']);
    return found === null ? null : { kind: 'quantity', ...found };
  }
  const bare = element['valueInteger'] ?? element['valueDecimal'] ?? element['valuePositiveInt'] ?? element['valueUnsignedInt'];
  if (bare !== undefined) return numeric(bare);
  if (typeof element['valueBoolean'] === 'boolean') return { kind: 'boolean', value: element['valueBoolean'] };
  if (element['valueRange'] !== undefined) return range(element['valueRange']);
  if (element['valueRatio'] !== undefined) return ratio(element['valueRatio']);
  return null;
}

/** Every way the value is written in words, best first. Numbers are not words. */
export function valueConcept(value: ElementValue | null): Concept {
  if (value === null) return { codings: [] };
  if (value.kind === 'concept') return value.concept;
  if (value.kind === 'text') return { codings: [], text: value.text };
  return { codings: [] };
}
