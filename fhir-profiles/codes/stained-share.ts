/** Stains that are counted by the share of tumour cells. */

/**
 * Stains whose companion tests count tumour cells of moderate or strong staining, positive from 75 %: FOLR1 (VENTANA FOLR1-2.1 in SORAYA, mlo-online.com
 * 2022-11-15) and claudin 18.2 (Molecular Oncology Almanac 2026-05, row CLDN18.2 >= 75%).
 */
export const SHARE_ASKED: ReadonlySet<string> = new Set(['FOLR1', 'CLDN18.2']);
const LEAST_SHARE = 75;
const BOTH_GRADES =
  /\bPS2\s?\+|(?:≥|>=)\s?2\s?\+|\b2\s?\+\s?(?:\/|,|&|and|or|to|-|–)\s?3\s?\+|\bmoderate(?:ly)?\b[^%]{0,20}\bstrong(?:ly)?\b/i;
const ONE_GRADE = /(?<![\d/])[23]\s?\+|\b(?:moderate|strong)(?:ly)?\b/i;
/** "80 % of tumour cells 2+/3+", "PS2+ 74 %"; of one grade alone only enough is an answer, as the other is not said. */
export function stainedShare(text: string): string | null {
  const shares = [...text.matchAll(/(<=|>=|<|>|≥|≤)?\s*(?<![\d.])(\d{1,3}(?:\.\d+)?)\s?%/g)];
  const [[, sign = '', digits = ''] = []] = shares;
  if (shares.length !== 1 || Number(digits) > 100) return null;
  const enough = Number(digits) >= LEAST_SHARE && !sign.startsWith('<') && sign !== '≤';
  const short = Number(digits) < LEAST_SHARE ? !sign.startsWith('>') && sign !== '≥' : sign === '<' && Number(digits) === LEAST_SHARE;
  if (BOTH_GRADES.test(text)) return enough ? 'positive' : short ? 'negative' : null;
  return ONE_GRADE.test(text) && enough ? 'positive' : null;
}
