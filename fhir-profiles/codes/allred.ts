/**
 * The Allred score of ER and PR: share of stained nuclei (0 to 5) and strength (0 to 3) together, 0 to 8. Fewer than 1 % score 1, 1 to 10 % score 2 (NAACCR item
 * "ER total Allred score", apps.naaccr.org); 0 and 2 are negative, 3 to 8 positive (CAP's template for biomarkers of breast cancer, Arch Pathol Lab Med 2014;138,
 * as medicalcriteria.com gives it; both looked up 2026-11-23). There is no total of 1.
 */
const OF_EIGHT = /(?<![\d.,/])([0-8])\s?\/\s?8(?![\d.,/])/g;
const NAMED = /\ballred\b(?:\s(?:total|score|sum)){0,2}\s?[:=]?\s?(?:of\s|is\s)?([0-8])(?![\d.,%+/])/gi;
const PLAIN = /^\W*([0-8])\W*$/;

/** What the score says; null without one total of the scale, and for two that differ. @param titled the name of the test says Allred */
export function allredStatus(text: string, titled: boolean): 'positive' | 'negative' | null {
  const totals = [...text.matchAll(OF_EIGHT), ...text.matchAll(NAMED)].map(([, total]) => Number(total));
  const plain = titled ? PLAIN.exec(text)?.[1] : undefined;
  const [total, ...others] = new Set(plain === undefined ? totals : [...totals, Number(plain)]);
  if (total === undefined || others.length > 0 || total === 1) return null;
  return total >= 3 ? 'positive' : 'negative';
}
