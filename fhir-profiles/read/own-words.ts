/**
 * Observations as their readers expect them: the value without the reference range, the explanations and the boxes that were not ticked, and enzymes by their English
 * name. Each change of a list has the answer of its heading.
 */
import { tickedPart, withoutLegend } from '../codes/doubt/index.ts';
import { enzymesInEnglish } from '../codes/enzyme-names.ts';
import { isRecord, list, records } from './elements.ts';
import type { RawResource } from './intake.ts';
import { underHeadings } from './variant/parts/under-headings.ts';

type Element = Readonly<Record<string, unknown>>;

/** The resource itself where nothing changes. */
export function inOwnWords(resource: RawResource): RawResource {
  if (resource.resourceType !== 'Observation') return resource;
  const whole: RawResource = { ...withPlainWords(resource), resourceType: resource.resourceType };
  const parts = records(whole['component']);
  const plain = parts.map(withPlainWords);
  return parts.length === list(whole['component']).length && plain.some((part, at) => part !== parts[at])
    ? ({ ...whole, component: plain } as RawResource)
    : (whole as RawResource);
}

function withPlainWords(element: Element): Element {
  const changes: Record<string, unknown> = {};
  const { valueString, valueCodeableConcept: coded, code } = element;
  if (typeof valueString === 'string') change(changes, 'valueString', valueString, ownWords(valueString));
  if (isRecord(coded) && typeof coded['text'] === 'string') {
    const text = ownWords(coded['text']);
    if (text !== coded['text']) changes['valueCodeableConcept'] = { ...coded, text };
  }
  if (isRecord(code)) {
    const named = inEnglish(code);
    if (named !== code) changes['code'] = named;
  }
  return Object.keys(changes).length === 0 ? element : { ...element, ...changes };
}

/** What is left open by the boxes of a form stays as it is: the gate of results says that it is none. */
function ownWords(written: string): string {
  const own = withoutLegend(tickedPart(written) ?? written);
  const answered = underHeadings(own);
  return answered === 'unclear' ? own : answered;
}

function inEnglish(code: Element): Element {
  const { text } = code;
  const codings = records(code['coding']);
  const english = codings.map((coding) => {
    const { display } = coding;
    const named = typeof display === 'string' ? enzymesInEnglish(display) : display;
    return named === display ? coding : { ...coding, display: named };
  });
  const named = typeof text === 'string' ? enzymesInEnglish(text) : text;
  if (named === text && english.every((coding, at) => coding === codings[at])) return code;
  return { ...code, ...(text === undefined ? {} : { text: named }), ...(codings.length === 0 ? {} : { coding: english }) };
}

function change(changes: Record<string, unknown>, name: string, before: string, after: string): void {
  if (after !== before) changes[name] = after;
}
