/** GRCh37 places of a reported variant, as the knowledge keys them: `7:55259515:T>G`. GRCh38 is not covered: none are keyed by it. */
import type { VariantFact } from '../../fhir-profiles/index.ts';

/** RefSeq chromosome accessions of GRCh37 by chromosome number; the version tells the assembly. */
const GRCH37_VERSIONS: Readonly<Record<string, string>> = {
  1: '10', 2: '11', 3: '11', 4: '11', 5: '9', 6: '11', 7: '13', 8: '10', 9: '11', 10: '10', 11: '9', 12: '11',
  13: '10', 14: '8', 15: '9', 16: '9', 17: '10', 18: '9', 19: '9', 20: '10', 21: '8', 22: '10', 23: '10', 24: '9',
}; // prettier-ignore

export function placesOf(fact: VariantFact): string[] {
  const places: string[] = [];
  const { genomic } = fact;
  if (genomic && genomic.assembly !== 'GRCh38') {
    const fromRefSeq = genomic.refSeq === undefined ? null : chromosomeOf(genomic.refSeq);
    const chromosome = fromRefSeq ?? (genomic.assembly === 'GRCh37' ? genomic.chromosome?.replace(/^chr/i, '') : undefined);
    if (chromosome !== undefined) places.push(`${chromosome}:${genomic.position}:${genomic.ref}>${genomic.alt}`);
  }
  const written = /^(NC_0+\d+\.\d+):g\.(\d+)([ACGT]+)>([ACGT]+)$/i.exec(fact.gHgvs ?? '');
  const chromosome = written ? chromosomeOf(written[1] ?? '') : null;
  if (written && chromosome !== null) places.push(`${chromosome}:${written[2] ?? ''}:${written[3] ?? ''}>${written[4] ?? ''}`);
  return places;
}

/** `NC_000007.13` → `7`; null for another assembly's version. */
function chromosomeOf(accession: string): string | null {
  const match = /^NC_0+(\d+)\.(\d+)$/i.exec(accession);
  if (!match || GRCH37_VERSIONS[match[1] ?? ''] !== match[2]) return null;
  return match[1] === '23' ? 'X' : match[1] === '24' ? 'Y' : (match[1] ?? null);
}
