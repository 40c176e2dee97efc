/** How much a variant matters to a reader, by the class that the laboratory gave it. */

/** 0 for a finding, 1 for one of unknown meaning, 2 for a harmless one: sixty of these must not hide the one that matters. */
export function weightOf({ classification = null }: { readonly classification?: string | null }): number {
  if (classification === null) return 0;
  if (/benign/i.test(classification)) return 2;
  return /^(vus|conflicting)$|uncertain/i.test(classification) ? 1 : 0;
}
