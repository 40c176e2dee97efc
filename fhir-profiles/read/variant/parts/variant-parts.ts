/** The parts of a variant Observation, each read by itself: codes and words of its components, allele fraction, origin, exons. */
import { COMPONENT, ORIGIN_ANSWERS } from '../../../codes/genomics/genomics-codes.ts';
import { saysInherited } from '../../../codes/specimen-kinds.ts';
import type { VariantFact } from '../../../facts.ts';
import { wordings, type Concept } from '../../elements.ts';
import { valueConcept, type ElementValue } from '../../element-value.ts';
import type { Component, ObservationView } from '../../observation.ts';
import { entryOf } from '../../../entry-of.ts';

export function componentsOf(view: ObservationView, ...codes: readonly string[]): readonly Component[] {
  return view.components.filter((component) => codes.some((code) => component.codes.has(code)));
}

/** Codes and words of all components with one of these codes. */
export function statedIn(
  view: ObservationView,
  ...codes: readonly string[]
): { readonly codes: readonly string[]; readonly words: readonly string[] } {
  const concepts = componentsOf(view, ...codes).map(({ value }) => valueConcept(value));
  return { codes: concepts.flatMap(codesIn), words: concepts.flatMap(wordings) };
}

export function codesIn(of: Concept): readonly string[] {
  return of.codings.flatMap(({ code }) => (code === '' ? [] : [code]));
}

/** The allele fraction as a quantity: some laboratories write "12.3 %" as text. */
function fractionValue(view: ObservationView): { readonly value: number; readonly unit?: string } | null {
  const value: ElementValue | null = componentsOf(view, COMPONENT.vaf)[0]?.value ?? null;
  if (value?.kind === 'quantity') return value;
  const [, number, percent] = value?.kind === 'text' ? (/^\s*~?(\d{1,3}(?:[.,]\d+)?)\s?(%)?\s*$/.exec(value.text) ?? []) : [];
  return number === undefined ? null : { value: Number(number.replace(',', '.')), ...(percent === undefined ? {} : { unit: '%' }) };
}

/** "<LoD", "below the limit of detection" in the place of an allele fraction: what is not measured is not found for certain. */
export function belowDetection(view: ObservationView): boolean {
  const [value] = componentsOf(view, COMPONENT.vaf).map((component) => component.value);
  return value?.kind === 'text' && /^\s*<|\bbelow\b|\bnot detect/i.test(value.text);
}

/** Measured signs that the variant was seen: an allele fraction or an allelic state is not given for what is not there. */
export function measuredPresent(view: ObservationView): boolean {
  const measured = (fractionValue(view)?.value ?? 0) > 0 || componentsOf(view, COMPONENT.allelicState).some(({ value }) => value !== null);
  return measured || isZygosity(valueConcept(view.value));
}

/** "Heterozygous" as the whole value is said of what is there; "homozygous reference" is not. */
function isZygosity(value: Concept): boolean {
  const said = wordings(value);
  const carried = codesIn(value).some((code) => ['LA6705-3', 'LA6706-1', 'LA6707-9'].includes(code));
  return (carried || said.length > 0) && said.every((text) => ZYGOSITY.test(text.trim()));
}

const ZYGOSITY =
  /^(?:(?:compound )?het(?:erozygous|erozygote)?|hom(?:ozygous|ozygote)?|hemizygous)(?: (?:variant|mutant|mutation|carrier|alternate?))?\.?$/i;

export type Fraction =
  | { readonly kind: 'fraction'; readonly value: number }
  | { readonly kind: 'implausible'; readonly written: number }
  | { readonly kind: 'none' };

/** Allele fraction 0..1. Percent when the unit says so, or when the number can be nothing else (above 1 without a unit of its own). */
export function alleleFraction(view: ObservationView): Fraction {
  const value = fractionValue(view);
  if (value === null) return { kind: 'none' };
  const percent = value.unit !== undefined && /%|percent/i.test(value.unit);
  const fraction = percent || value.value > 1 ? value.value / 100 : value.value;
  if (fraction < 0 || fraction > 1) return { kind: 'implausible', written: value.value };
  return { kind: 'fraction', value: Math.round(fraction * 1e8) / 1e8 };
}

export function originOf(view: ObservationView): VariantFact['origin'] {
  const stated = statedIn(view, COMPONENT.sourceClass);
  const coded = stated.codes.map((code) => entryOf(ORIGIN_ANSWERS, code)).find((found) => found !== undefined);
  const said = stated.words.join(' ');
  // "Germline" as the word of the code for somatic: neither is believed.
  if (coded === 'somatic' && /\bgerm-?line\b/i.test(said) && !/\bsomatic\b/i.test(said)) return 'unknown';
  if (coded === 'germline' && /\bsomatic\b/i.test(said) && !/\bgerm-?line\b/i.test(said)) return 'unknown';
  if (coded !== undefined) return coded;
  const words = (stated.words.length > 0 ? stated.words : wordings(valueConcept(view.value))).join(' ');
  const germline = /\bgerm-?line\b|\bhereditary\b|\binherited\b/i.test(words);
  const somatic = /\bsomatic\b|\btumou?r\b/i.test(words);
  if (germline !== somatic) return germline ? 'germline' : 'somatic';
  return !germline && saysInherited(view.specimen ?? '') ? 'germline' : 'unknown';
}

export function quantityOf(view: ObservationView, code: string): number | undefined {
  const value = componentsOf(view, code)[0]?.value;
  return value?.kind === 'quantity' ? value.value : undefined;
}

const EXON = /\bex(?:on)?s?\s*-?(\d{1,3}(?:\s*(?:-|–|to|through)\s*\d{1,3})?)(?=\b|[a-z])/i;

/** Everything behind "exon" that a list of exons is written with; its parts exclude one another, so that it reads in one pass. */
const EXON_LIST = /\bexons?((?:[\s\d,;/+&]|and|or|und|oder|exons?)+)/i;

/** "Exons 2, 3 and 4" as a region that was looked at: "2-4". Undefined where it is one exon, or a list with gaps. */
export function exonsListed(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const list = EXON_LIST.exec(text)?.[1] ?? '';
    const items = list.split(/[,;/+&]|and|or|und|oder|exons?/i).map((item) => item.trim());
    const numbers = items.filter((item) => /^\d{1,3}$/.test(item)).map(Number);
    if (numbers.length < 2 || items.some((item) => /\d\s+\d|\d{4}/.test(item))) continue;
    const [first] = numbers;
    if (first !== undefined && numbers.every((number, at) => number === first + at)) return `${first}-${first + numbers.length - 1}`;
  }
  return undefined;
}

/** "exon 19 deletion", "ex19del", "METex14", "exons 2-7". */
export function exonIn(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const found = EXON.exec(text)?.[1] ?? /[A-Z0-9]ex(\d{1,3})/.exec(text)?.[1];
    if (found !== undefined) return found.replace(/\s*(?:-|–|to|through)\s*/, '-');
  }
  return undefined;
}
