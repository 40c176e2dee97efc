/** A curated clause in words: `EGFR exon 20 in-frame insertion`, `FH copy gain`, `BCR::ABL1 fusion`. */
import type { CopyCall, ReportedVariant } from '../../trials/types.ts';

export function variantWords(asked: Omit<ReportedVariant, 'label' | 'tree' | 'exact'>): string {
  const { genes, category, classes, exons, change, codon, copies, partner, effect } = asked;
  const gene = genes.length === 0 ? 'any gene' : genes.join(' or ');
  const kind = effect === undefined ? '' : `${effect} `;
  const where = exons === undefined ? '' : `exon ${exons.join(', ')} `;
  const which = classes === undefined ? '' : classes.map((name) => CLASSES[name.toUpperCase()] ?? name.replace(/_/g, ' ').toLowerCase()).join(' or '); // prettier-ignore
  if (change !== undefined) return `${gene} ${[`p.${change}`, where.trim(), which, kind.trim()].filter(Boolean).join(', ')}`; // prettier-ignore
  if (codon !== undefined) return `${kind}${gene} ${codon} mutation${which === '' ? '' : `, ${which}`}`;
  switch (category) {
    case 'mutation':
      return `${kind}${gene} ${where}${which === '' ? 'mutation' : which}`;
    case 'copy':
      return `${kind}${gene} ${copies === undefined ? 'copy number change' : copies.map((call) => CALLS[call]).join(' or ')}`;
    case 'structural':
      return `${kind}${partner === undefined || partner === 'intergenic' ? gene : `${gene}::${partner}`} ${partner === 'intergenic' ? 'rearrangement without a partner gene' : 'fusion'}`;
    case 'any':
      return `${kind}${gene} mutation or copy number change`;
  }
}
const CALLS: Readonly<Record<CopyCall, string>> = {
  amplification: 'amplification',
  gain: 'copy gain',
  'heterozygous-deletion': 'deletion of one copy',
  'homozygous-deletion': 'deletion of both copies',
  loss: 'loss',
};
const CLASSES: Readonly<Record<string, string>> = {
  MISSENSE_MUTATION: 'missense mutation',
  NONSENSE_MUTATION: 'nonsense mutation',
  FRAME_SHIFT_DEL: 'frameshift deletion',
  FRAME_SHIFT_INS: 'frameshift insertion',
  IN_FRAME_DEL: 'in-frame deletion',
  IN_FRAME_INS: 'in-frame insertion',
  SPLICE_SITE: 'splice-site mutation',
  SPLICE_REGION: 'splice-region change',
  TRANSLATION_START_SITE: 'loss of the start codon',
  NONSTOP_MUTATION: 'loss of the stop codon',
};
