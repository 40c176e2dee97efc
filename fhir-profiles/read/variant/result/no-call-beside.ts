/** "Absent" of a place that was not read: "./.", "no call", a filter not passed, no reads, beside a coded answer that knows only present and absent. */
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { Component, ObservationView } from '../../observation.ts';

/** A program that knows two answers writes "No call / reference" for both: that alone says neither. */
const NO_CALL = /(?<![\w.])\.[/|]\.(?![\w.])|\bno[ -]?call(?:ed)?\b(?!\s*\/\s*ref)|\bnot called\b|\bfailed (?:the )?(?:quality|filter|QC)/i;
const CALL_ROW = /^(?:GT|genotype|call|zygosity|allelic state|genotype call)$/i;
const FILTER_ROW = /^(?:VCF )?filter(?: status)?$/i;
const READ_DEPTH = '82121-5';

/** True where something beside the answer says that the place was not read. */
export function notCalled(view: ObservationView): boolean {
  const said = [...wordings(valueConcept(view.value)), ...view.notes];
  if (said.some((words) => NO_CALL.test(words))) return true;
  if (view.noValue !== undefined && view.value !== null) return true;
  if (view.interpretation.some(({ codings }) => codings.some(({ code }) => code === 'IND'))) return true;
  return view.components.some(isNotCalled);
}

function isNotCalled(part: Component): boolean {
  const words = wordings(valueConcept(part.value));
  const named = (pattern: RegExp): boolean => wordings(part.code).some((name) => pattern.test(name.trim()));
  if (part.codes.has(COMPONENT.allelicState) || named(CALL_ROW)) return words.some((text) => NO_CALL.test(text) || /^\W*\.\W*$/.test(text));
  if (named(FILTER_ROW)) return words.some((text) => !/^(?:pass(?:ed)?|\.|none)?$/i.test(text.trim()));
  return part.codes.has(READ_DEPTH) && part.value?.kind === 'quantity' && part.value.value === 0;
}
