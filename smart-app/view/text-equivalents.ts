/** How names are said: star alleles, HLA types and variants have a spoken form for screen readers. */

/** `*2/*17` → "star 2, star 17"; `*57:01` → "star 57 colon 01"; `*1x2` → "star 1, 2 copies"; others unchanged. */
export function spokenDiplotype(written: string): string {
  return written
    .replace(
      /\*(\d+(?::\d+)*[A-Z]?)x(≥?\d+)/g,
      (_, allele: string, copies: string) => `star ${colons(allele)}, ${copies.replace('≥', 'at least ')} copies`,
    )
    .replace(/\*(\d+(?::\d+)*[A-Z]?)/g, (_, allele: string) => `star ${colons(allele)}`)
    .replace(/\s*\/\s*/g, ', ')
    .replaceAll('≥', 'at least ')
    .replace(/>/g, ' to ');
}

/** True when the written form needs a spoken one. */
export function needsSpokenForm(written: string): boolean {
  return /[*>≥]/.test(written);
}

function colons(allele: string): string {
  return allele.replaceAll(':', ' colon ');
}
