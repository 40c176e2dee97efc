/**
 * "A participant will not be excluded because of pancytopenia if it is due to marrow involvement", a line of its own below the counts: who misses one of them
 * may take part all the same.
 */
const SPARES =
  /\bnot (?:be )?exclu\w+[^.;]{0,40}cytopeni|cytopeni[^.;]{0,60}(?:\bnot (?:be )?exclu\w+|\b(?:are|is) (?:allowed|permitted|acceptable|eligible))/i;
const OF_MARROW = /marrow|disease|leuka?emi|lymphom|myelom|involvement/i;
const COUNT =
  /^\W*(?:\w+ ){0,4}?(?:leu[ck]ocytes?|WBC|white blood cells?|neutrophils?|ANC|granulocytes?|platelets?|thrombocytes?|h(?:a?e)?moglobin|Hgb?|lymphocytes?)\b[^.]{0,60}[≥>]/i;
/** What is said to each of the counts then. */
export const CYTOPENIA_SPARED = 'Note: cytopenia of the disease itself is allowed';

/** The places of the counts that such a line speaks of. */
export function countsSpared(inclusions: readonly string[]): readonly number[] {
  if (!inclusions.some((text) => SPARES.test(text) && OF_MARROW.test(text))) return [];
  return inclusions.flatMap((text, at) => (COUNT.test(text) ? [at] : []));
}
