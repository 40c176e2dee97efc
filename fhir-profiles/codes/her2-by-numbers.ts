/** HER2 by in-situ hybridisation where the laboratory gives its numbers and no word. */

/**
 * A ratio of 2.0 or more with 4.0 copies or more a cell (group 1) is amplified whatever the stain; below 2.0 with fewer than 4.0 copies (group 5) it is not. Of groups
 * 2 to 4 the stain beside it decides, so that nothing is said of them here (ASCO/CAP 2018, Arch Pathol Lab Med 2018;142:1364; figure 3 of its pocket guide,
 * guidelinecentral.com; both looked up 2026-11-23). Null: another group, or numbers that do not tell.
 */
export function hybridisedByNumbers(text: string): 'positive' | 'negative' | null {
  if (/[<>≤≥?]|\bCEP\s?17 (?:copies|signals|copy)/i.test(text)) return null;
  const number = (pattern: RegExp): number => Number((pattern.exec(text)?.[1] ?? 'NaN').replace(',', '.'));
  const ratio = number(/\bratio\b(?: of)?[\s:=]{0,3}(\d{1,2}(?:[.,]\d{1,2})?)(?!\s?[-–\d%])/i);
  const copies = number(
    /\b(?:cop(?:y|ies)(?: number)?|signals?)\b(?:[\s/]{0,2}(?:per )?cell)?(?: of)?[\s:=]{0,3}(\d{1,3}(?:[.,]\d{1,2})?)(?!\s?[-–\d%])/i,
  );
  if (ratio >= 2 && copies >= 4) return 'positive';
  return ratio < 2 && copies < 4 ? 'negative' : null;
}
