/**
 * rs12777823: a position of the CYP2C cluster outside every gene of it, which CPIC's warfarin guideline counts beside CYP2C9 (African ancestry alone).
 * It decides no CYP2C9 phenotype, makes no CYP2C9 result where it stands alone, and is kept with the finding of the gene.
 */
import type { GermlineResult } from '../../../fhir-profiles/index.ts';
import { BESIDE_CYP2C9 } from '../../../fhir-profiles/codes/pgx/rsids.ts';
import type { GeneFinding } from './types.ts';

/** Whether a result is of this position and of nothing else. */
export const isBesideCyp2c9 = (result: GermlineResult): boolean => result.gene === 'CYP2C9' && namesPosition(result);

function namesPosition({ call }: GermlineResult): boolean {
  if (call.kind === 'nucleotides') return call.rsId === BESIDE_CYP2C9;
  return call.kind === 'variant' && call.notation.some((name) => name.toLowerCase().startsWith(BESIDE_CYP2C9));
}

/** The finding with the two bases of the position, where one result, or several that agree, state them. */
export function withPositionBeside(finding: GeneFinding, beside: readonly GermlineResult[]): GeneFinding {
  const [bases, ...others] = new Set(beside.flatMap((result) => basesOf(result) ?? []));
  if (bases === undefined || others.length > 0) return finding;
  return { ...finding, lookup: { ...finding.lookup, positions: { ...finding.lookup.positions, [BESIDE_CYP2C9]: bases } } };
}

/** dbSNP counts the two bases, G and A, on the + strand of GRCh38; "G/A" on either other strand would hold none of them. */
function basesOf({ call }: GermlineResult): string | null {
  if (call.kind === 'nucleotides') {
    const bases = call.bases.map((base) => base.toUpperCase()).toSorted();
    return bases.every((base) => base === 'A' || base === 'G') ? bases.join('/') : null;
  }
  if (call.kind !== 'variant') return null;
  if (!call.present) return 'G/G';
  return call.zygosity === 'homozygous' ? 'A/A' : call.zygosity === 'heterozygous' ? 'A/G' : null;
}
