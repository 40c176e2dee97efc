/** Two bases at one position: "C/T", "CT", "rs9923231 C/T", "-1639G>A: A/A", "c.521T>C T/C". Strand is never assumed. */
import type { GermlineCall } from '../../facts.ts';
import { plainSpelling } from './spelling.ts';

const BASES = /(?:^|[\s:,;=(])([ACGT])\s*[/|;]?\s*([ACGT])(?=$|[\s,;.)])/g;

/**
 * Legacy names of single-position genotypes and their rsIDs (CPIC warfarin, statin and peginterferon guidelines; positions in PharmVar and
 * CPIC allele definition tables).
 */
const LEGACY: readonly (readonly [gene: string, name: RegExp, rsId: string])[] = [
  ['VKORC1', /-1639\s*G>A|\b1639G>A|3673\s*G>A/i, 'rs9923231'],
  ['SLCO1B1', /c?\.?521\s*T>C|V174A|Val174Ala/i, 'rs4149056'],
  ['ABCG2', /c?\.?421\s*C>A|Q141K|Gln141Lys/i, 'rs2231142'],
  ['CYP4F2', /V433M|Val433Met/i, 'rs2108622'],
];

export function rsIdsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\brs\d{2,12}\b/gi)].map(([id]) => id.toLowerCase()))];
}

/** The rsID that the text states, as such or by its legacy name. */
export function rsIdNamed(text: string, gene: string): string | null {
  const [id] = rsIdsIn(text);
  if (id !== undefined) return id;
  return LEGACY.find(([owner, name]) => owner === gene && name.test(text))?.[2] ?? null;
}

/** `context` is text that stands beside the value (test name), which may give the rsID. Null: not exactly one genotype. */
export function nucleotideCall(text: string, gene: string, context: string): Extract<GermlineCall, { kind: 'nucleotides' }> | null {
  const spelled = plainSpelling(text);
  if (/\b(?:not|no|negative|failed|indeterminate|or)\b/i.test(spelled)) return null;
  // Names of variants hold bases too ("-1639G>A"): they are taken out before the genotype is looked for.
  const bare = spelled
    .replace(/\brs\d+\b/gi, ' ')
    .replace(/(?:[cg]\.)?-?\d+\s*[ACGT]>[ACGT]/g, ' ')
    .trim();
  const found = [...bare.matchAll(BASES)].map(([, one = '', two = '']) => [one, two] as const);
  const [first] = found;
  if (first === undefined || found.length > 1) return null;
  const rsIds = rsIdsIn(`${text} ${context}`);
  if (rsIds.length > 1) return null;
  return { kind: 'nucleotides', rsId: rsIdNamed(`${text} ${context}`, gene), bases: [first[0], first[1]] };
}
