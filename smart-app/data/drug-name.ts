/** Names of drugs as the panel writes them: generic names small, as the orders have them, whatever the source's habit. */

/**
 * "Osimertinib" → "osimertinib", "Trastuzumab Deruxtecan" → "trastuzumab deruxtecan", "MEK Inhibitor RO4987655" → "MEK inhibitor RO4987655";
 * codes, abbreviations and names of people inside a name stay as written.
 */
export function genericName(written: string): string {
  return written.replace(/(?<![\p{L}\p{N}-])\p{Lu}\p{Ll}{2,}(?![\p{L}\p{N}]|-\p{Lu})/gu, (word) => word.toLowerCase());
}
