/** What a marker's coded answer says beyond its first code: letters of the German cancer data set, and a narrower answer beside "negative". */
import { statusInWords } from '../../codes/biomarker-status.ts';
import type { Concept } from '../elements.ts';
import { entryOf } from '../../entry-of.ts';

/**
 * Breast module of the German cancer data set (oBDS, items on oestrogen, progesterone and HER2 receptor: P positive, N negative, U unknown; looked up
 * 2026-11-22), under the code systems of the medical informatics initiative.
 */
const RECEPTOR = /onko-mamma-(?:hormonrezeptor|rezeptor|her2)|obds.*(?:hormonrezeptor|her2)/i;
const LETTERS: Readonly<Record<string, string>> = { P: 'positive', N: 'negative', U: 'unknown' };

/** The same answer with words for letters that have none; of HER2 "negative" and "HER2-low" side by side the narrower one. */
export function answerOf(kind: string, value: Concept): Concept {
  const codings = value.codings.map((coding) => {
    const letter = coding.display === undefined && RECEPTOR.test(coding.system) ? entryOf(LETTERS, coding.code) : undefined;
    return letter === undefined ? coding : { ...coding, display: letter };
  });
  const worded = { ...value, codings };
  if (kind !== 'HER2') return worded;
  const status = (text: string | undefined): string | null => (text === undefined ? null : statusInWords('HER2', text));
  const said = [value.text, ...codings.map(({ display }) => display)].map(status);
  if (!said.includes('negative') || !said.some((one) => one === 'low' || one === 'ultralow')) return worded;
  const { text, ...rest } = worded;
  return {
    ...rest,
    codings: codings.filter(({ display }) => status(display) !== 'negative'),
    ...(text === undefined || status(text) === 'negative' ? {} : { text }),
  };
}
