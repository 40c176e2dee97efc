import { entryOf } from '../entry-of.ts';

/**
 * A marker's code under a title that names something else ("Tumor grade" filed as 85337-4, oestrogen receptor; "Test methodology", "AI-assisted pathology
 * diagnosis"): senders copy codes. A title that only tells the way of testing ("IHC", "Result") agrees with any code.
 */
const OF_MARKER: Readonly<Record<string, RegExp>> = {
  ER: /estr|strog|\bER\b|\bESR1?\b|hormon|re[czp]+e?[pz]t|\bHR\b/i,
  PR: /progest|\bPg?R\b|\bPGR\b|hormon|re[czp]+e?[pz]t|\bHR\b/i,
  HER2: /\bher|erb-?b|\bneu\b|epidermal|re[czp]+e?[pz]t|\bEGFR?2?\b/i,
  'PD-L1': /\bPD-?L|CD274|22C3|28-8|SP142|SP263|73-10|programmed|\bTPS\b|\bCPS\b/i,
  MSI: /\bMS[IS]\b|sat[eé]l|instab|\bd?p?MMR\b|mismatch|lynch|\bMLH1\b|\bMSH[26]\b|\bPMS2\b/i,
  TMB: /\bb?TMB\b|mutation|burden|load|\bMb\b/i,
  HRD: /\bHRD?\b|recombin|repair|instab|\bGIS\b|scar/i,
};
/** Tell how, of what sample and by whom: never what was measured. */
const NEUTRAL = new RegExp(
  `^(?:${[
    'immuno?\\p{L}*|ihc|icc|histo\\p{L}*|chem\\p{L}*|stain\\p{L}*|färb\\p{L}*|i?[fcds]?ish|hybridi[sz]ation|situ|pcr|ngs|assay|test(?:s|ing)?|analysis|study|panel|profile|array',
    'results?|status|presence|interpretation|impression|value|score|percent(?:age)?|intensity|proportion|level|expression|protein|antigen|ag|observation|finding|report|pathology|lab\\p{L}*',
    'tumou?rs?|cancer|carcinoma|breast|mamma|lung|colon|primary|metastasis|tissue|specimens?|biopsy|cells?|nuclei|markers?|biomarkers?|by|in|of|the|and|or|for|on|with|from|a|an|method|mass|units?|nos',
  ].join('|')})$`,
  'iu',
);

/** The title that speaks of another thing; null where one names the marker, or none names anything. */
export function otherThing(kinds: readonly string[], titles: readonly string[]): string | null {
  const own = kinds.flatMap((kind) => entryOf(OF_MARKER, kind) ?? []);
  if (own.length < kinds.length || titles.some((title) => own.some((pattern) => pattern.test(title)))) return null;
  return titles.find((title) => (title.match(/[\p{L}][\p{L}\d]*/gu) ?? []).some((word) => word.length > 1 && !NEUTRAL.test(word))) ?? null;
}
