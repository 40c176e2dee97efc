/** Tests named after a group of genes: "NTRK fusion", "RAS mutation", "BRCA1/2". */

interface GeneGroup {
  readonly name: RegExp;
  readonly genes: readonly string[];
  /** What a bare "positive" of such a test means; null when it could mean several things. */
  readonly asks: 'rearrangement' | 'mutation';
}

/** NTRK1–3 and KRAS/NRAS as the US labels of TRK inhibitors and of panitumumab group them; BRCA1 and BRCA2 as PARP inhibitor labels do. */
const GROUPS: readonly GeneGroup[] = [
  {
    name: /\bNTRK(?:\s?1\s?[/,-]\s?2\s?[/,-]\s?3)?(?![0-9A-Za-z])|\bNTRK1\s?\/\s?NTRK2\s?\/\s?NTRK3\b/i,
    genes: ['NTRK1', 'NTRK2', 'NTRK3'],
    asks: 'rearrangement',
  },
  {
    name: /(?<![A-Za-z])(?:extended |pan-?|all-?)?RAS(?![A-Za-z0-9])|\bKRAS\s?(?:\/|and|&)\s?NRAS\b/i,
    genes: ['KRAS', 'NRAS'],
    asks: 'mutation',
  },
  { name: /\bBRCA(?:\s?1\s?(?:\/|and|&)\s?(?:BRCA)?\s?2)?(?![0-9A-Za-z])/i, genes: ['BRCA1', 'BRCA2'], asks: 'mutation' },
];

/** The group that one of the texts names; null when none or several are named. */
export function groupNamed(texts: readonly string[]): GeneGroup | null {
  const found = GROUPS.filter(({ name }) => texts.some((text) => name.test(text)));
  return found.length === 1 ? (found[0] ?? null) : null;
}
