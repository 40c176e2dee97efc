/** HER2 by in-situ hybridisation where the laboratory gives its numbers and no word. */

/**
 * A ratio of 2.0 or more with 4.0 copies or more a cell (group 1) is amplified whatever the stain (ASCO/CAP 2018, Arch Pathol Lab Med 2018;142:1364); of the
 * other groups the stain decides.
 */
export function amplifiedByNumbers(text: string): boolean {
  const number = (pattern: RegExp): number => Number((pattern.exec(text)?.[1] ?? '0').replace(',', '.'));
  const ratio = number(/\bratio\b(?: of)?[\s:=]{0,3}(\d{1,2}(?:[.,]\d{1,2})?)(?!\s?[-–\d%])/i);
  const copies = number(
    /\b(?:cop(?:y|ies)(?: number)?|signals?)\b(?:[\s/]{0,2}(?:per )?cell)?(?: of)?[\s:=]{0,3}(\d{1,3}(?:[.,]\d{1,2})?)(?!\s?[-–\d%])/i,
  );
  return ratio >= 2 && copies >= 4 && !/[<>≤≥?]|\bCEP\s?17 (?:copies|signals|copy)/i.test(text);
}
