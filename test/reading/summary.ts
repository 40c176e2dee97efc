/** Facts as short lines, so that an expectation can be read beside the resource. */
import type { BiomarkerFact, GermlineResult, PatientFacts, TumourFact, VariantFact } from '../../fhir-profiles/index.ts';
import { haplotypeName } from '../../fhir-profiles/read/germline/notation/star-alleles.ts';

/** "CYP2C19 *1/*2", "HLA-B *57:01 absent", "DPYD score 1.5". */
export function germlineLine({ gene, call }: GermlineResult): string {
  switch (call.kind) {
    case 'diplotype': {
      const total = call.totalCopies === undefined ? '' : ` copies ${call.totalCopies.atLeast ? '≥' : ''}${call.totalCopies.n}`;
      return `${gene} ${call.haplotypes.map(haplotypeName).join('/')}${total}${call.structureUnread === true ? ' beside copies unread' : ''}`;
    }
    case 'single-allele':
      return `${gene} ${haplotypeName(call.haplotype)}/?`;
    case 'ambiguous':
      return `${gene} ambiguous ${call.options.join(' or ')}`;
    case 'allele-presence':
      return `${gene} ${call.allele} ${call.present ? 'present' : 'absent'}${call.copies === undefined ? '' : ` x${call.copies}`}`;
    case 'nucleotides':
      return `${gene} ${call.rsId ?? 'no rs'} ${call.bases.join('/')}`;
    case 'variant':
      return `${gene} ${call.notation.join(', ')} ${call.present ? 'present' : 'absent'} ${call.zygosity}`;
    case 'phenotype':
      return `${gene} ${call.term}${call.drug === undefined ? '' : ` (${call.drug})`}`;
    case 'activity-score':
      return `${gene} score ${call.score}`;
    case 'no-call':
      return `${gene} no call`;
  }
}

/** "EGFR snv present somatic c.2573T>G p.Leu858Arg vaf 0.066 pathogenic". */
export function variantLine(fact: VariantFact): string {
  const { fusion, genomic } = fact;
  return [
    fact.genes.join('+') || '-',
    fact.kind,
    fact.presence,
    fact.origin,
    fact.cHgvs,
    fact.pHgvs,
    genomic === undefined ? undefined : `${genomic.assembly} ${genomic.chromosome ?? '?'}:${genomic.position}${genomic.ref}>${genomic.alt}`,
    fact.copyNumber === undefined ? undefined : `copies ${fact.copyNumber}`,
    fact.copyChange,
    fusion === undefined ? undefined : `${fusion.fivePrime ?? '?'}::${fusion.threePrime ?? '?'}${fusion.ordered ? '' : ' unordered'}`,
    fact.iscn,
    ...fact.rsIds,
    fact.vaf === undefined ? undefined : `vaf ${fact.vaf}`,
    fact.zygosity,
    fact.classification === 'unknown' ? undefined : fact.classification,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** "PD-L1 TPS 80 % positive". */
export function biomarkerLine({ kind, method, value, unit, status, comparator }: BiomarkerFact): string {
  return [kind, method, `${comparator ?? ''}${value}`, unit, status].filter((part) => part !== undefined).join(' ');
}

/** "primary active confirmed IDC DOID:3008 stages IV clinical". */
export function tumourLine({ role, clinicalStatus, verified, oncotree, doid, stages }: TumourFact): string {
  const staged = stages.map((stage) => `${stage.group ?? stage.text} ${stage.kind}`).sort();
  return [
    role,
    clinicalStatus,
    verified,
    oncotree ?? '-',
    doid ?? '-',
    ...(staged.length === 0 ? [] : [`stages ${staged.join(', ')}`]),
  ].join(' ');
}

export interface Summary {
  readonly germline?: readonly string[];
  readonly variants?: readonly string[];
  readonly tested?: readonly string[];
  readonly biomarkers?: readonly string[];
  readonly tumours?: readonly string[];
  readonly performance?: readonly string[];
}

/** Only the kinds that have facts. */
export function summary(facts: PatientFacts): Summary {
  const lines = {
    germline: facts.germline.map(germlineLine),
    variants: facts.variants.map(variantLine),
    tested: facts.tested.map(({ gene, negative }) => (negative ? `${gene} negative` : gene)),
    biomarkers: facts.biomarkers.map(biomarkerLine),
    tumours: facts.tumours.map(tumourLine),
    performance: facts.performance.map(({ scale, value }) => `${scale} ${value}`),
  };
  return Object.fromEntries(
    Object.entries(lines).flatMap(([kind, found]) => (found.length === 0 ? [] : [[kind, [...found].sort()] as const])),
  );
}
