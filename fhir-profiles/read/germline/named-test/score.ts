/** Activity scores as laboratories write them, as a value of their own or within a text. */
import { wordings } from '../../elements.ts';
import { valueConcept, type ElementValue } from '../../element-value.ts';

/** "Activity score: 1.5", "gene activity score (GAS): 1.5", and alone "AS 0". */
export const SCORE_IN_WORDS =
  /(?:activity score(?:\s*\(G?AS\))?|^G?AS)\s*(?:of|is|:|=)?\s*((?:>=|≥|>)?\s*\d(?:[.,]\d{1,2})?)(?![\d.,]*\d)/i;

/** One score, a lower bound ("≥3.0"), or the range of a phenotype as laboratories print it ("1.25-2.25"). */
export function activityScore(value: ElementValue | null): string | null {
  if (value?.kind === 'range')
    return value.low === undefined || value.high === undefined ? null : `${String(value.low)}-${String(value.high)}`;
  if (value?.kind === 'quantity') {
    const score = Number.isInteger(value.value) ? value.value.toFixed(1) : String(value.value);
    if (value.value < 0 || value.value > 10) return null;
    return value.comparator === undefined ? score : value.comparator === '>=' ? `≥${score}` : value.comparator === '>' ? `>${score}` : null;
  }
  // "AS 1.0", "Activity score: 1.5 (intermediate metabolizer)"
  const written = (value === null ? undefined : wordings(valueConcept(value))[0])
    ?.trim()
    .replace(/^(?:(?:total |cumulative )?activity score|score|AS)\b\s*[:=]?\s*/i, '')
    .replace(/\s*\([^()]*\)$/, '')
    // The decimal comma of most European laboratories.
    .replace(/(?<=^\D{0,3}\d),(?=\d{1,2}$)/, '.');
  const range = /^(\d{1,2}(?:\.\d{1,2})?)\s?(?:-|–|to)\s?(\d{1,2}(?:\.\d{1,2})?)$/.exec(written ?? '');
  if (range !== null) return `${range[1] ?? ''}-${range[2] ?? ''}`;
  const match = /^(>=|≥|>)?\s*(\d{1,2}(?:\.\d{1,2})?)$/.exec(written ?? '');
  if (match === null) return null;
  const score = (match[2] ?? '').includes('.') ? match[2] : `${match[2] ?? ''}.0`;
  return `${match[1] === undefined ? '' : match[1] === '>' ? '>' : '≥'}${score ?? ''}`;
}
