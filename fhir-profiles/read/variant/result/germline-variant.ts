/**
 * Variants of pharmacogenes as germline results (DPYD c.1905+1G>A, G6PD, RYR1, CFTR, MT-RNR1, NUDT15, VKORC1 …), unless they are somatic.
 * A variant from which a laboratory already called a genotype is evidence of that genotype and no result of its own.
 */
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { GermlineCall, GermlineResult, VariantFact } from '../../../facts.ts';
import type { ObservationView } from '../../observation.ts';
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { changesWithGenomeBuild } from '../../../codes/genomics/reference-bases.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import { ON_NC_001807 } from '../../germline/notation/genotype-text.ts';
import { countedOnNc001807, placeOnGrch38, statedAssembly } from '../notation/genomic-position.ts';

/** A change of a pharmacogene that no reader could put into a name: a place outside its known alleles, a deletion, a gain of copies. */
const NO_NAME = 'a change of the gene was found that cannot be read';

/** A row of the gene's variants that names none and says nothing of any. */
const NOTHING_SAID = 'neither the change nor whether it is present is said';

/** Without the changes that have no name, where something else tells of the gene. */
export function withoutNameless(own: readonly GermlineResult[], others: readonly GermlineResult[]): readonly GermlineResult[] {
  const known = new Set([...own.filter(({ call }) => !isNameless(call)), ...others].map(({ gene }) => gene));
  return own.filter(({ gene, call }) => !isNameless(call) || !known.has(gene));
}
const isNameless = (call: GermlineCall): boolean => call.kind === 'no-call' && (call.why === NO_NAME || call.why === NOTHING_SAID);

export function germlineVariant(fact: VariantFact, view: ObservationView): GermlineResult | null {
  if (fact.origin === 'somatic' || fact.genes.length !== 1) return null;
  const known = pgxGene(fact.gene);
  if (known === null || known.naming === 'hla' || fact.kind === 'expression' || fact.kind === 'fusion') return null;
  // A position read as in the reference is no variant that was looked for by name.
  if (fact.genomic !== undefined && fact.genomic.ref === fact.genomic.alt) return null;
  const call = callOf(fact, view);
  if (call === null) return null;
  return {
    gene: fact.gene,
    call: call.kind === 'variant' ? { ...call, notation: [...call.notation, ...withBases(fact, view)] } : call,
    text: notationOf(fact).join('; '),
    source: fact.source,
    derivedFrom: view.links,
    ...(view.amended ? { amended: true } : {}),
  };
}

function callOf(fact: VariantFact, view: ObservationView): GermlineCall | null {
  const notation = notationOf(fact);
  if (isEitherBase(fact, notation, view))
    return { kind: 'no-call', why: 'which base was found twice is not said, and GRCh37 and GRCh38 differ there' };
  if (fact.gene === 'MT-RNR1' && countedOnNc001807([...notation, ...wordings(valueConcept(view.value))], statedAssembly(view)))
    return { kind: 'no-call', why: ON_NC_001807 };
  // Without any name it is no finding that advice could rest on; that the gene was tested and something found must not get lost.
  if (notation.length === 0)
    return fact.presence === 'present'
      ? { kind: 'no-call', why: NO_NAME }
      : fact.presence === 'indeterminate'
        ? { kind: 'no-call', why: NOTHING_SAID }
        : null;
  switch (fact.presence) {
    case 'present':
    case 'absent':
      return { kind: 'variant', notation, present: fact.presence === 'present', zygosity: fact.zygosity ?? 'unknown' };
    case 'no-call':
      return { kind: 'no-call', by: 'laboratory', why: `no call for ${notation[0] ?? 'a variant'}` };
    case 'indeterminate':
      return { kind: 'no-call', why: `undecided whether ${notation[0] ?? 'a variant'} is present` };
  }
}

/** "rs776746, homozygous" and no base: the variant of GRCh37 is the reference of GRCh38 there. Two different copies are the same two in both. */
function isEitherBase(fact: VariantFact, notation: readonly string[], view: ObservationView): boolean {
  const byIdAlone = notation.length > 0 && notation.every((name) => /^rs\d+$/i.test(name) && changesWithGenomeBuild(name));
  if (!byIdAlone || fact.presence !== 'present' || fact.zygosity !== 'homozygous' || withBases(fact, view).length > 0) return false;
  const builds = view.components.filter(({ codes }) => codes.has(COMPONENT.assembly)).map(({ value }) => valueConcept(value));
  return !builds.some((build) => build.codings.some(({ code }) => code === 'LA26806-2') || wordings(build).some((said) => /38/.test(said)));
}

/** "rs776746:C>T": what the rsID's place holds and holds in the reference that was compared with, where both are stated. */
function withBases({ rsIds }: VariantFact, view: ObservationView): readonly string[] {
  const [rsId, ...others] = rsIds;
  if (rsId === undefined || others.length > 0) return [];
  const base = (code: string): string | undefined =>
    view.components
      .filter(({ codes }) => codes.has(code))
      .flatMap(({ value }) => wordings(valueConcept(value)))
      .find((written) => /^[ACGT]$/.test(written.trim()))
      ?.trim();
  const [ref, alt] = [base(COMPONENT.refAllele), base(COMPONENT.altAllele)];
  return ref === undefined || alt === undefined || ref === alt ? [] : [`${rsId}:${ref}>${alt}`];
}

/** Every name found, the coding change first. */
function notationOf(fact: VariantFact): readonly string[] {
  const { genomic } = fact;
  const place = genomic?.refSeq === undefined ? [] : [`${genomic.refSeq}:g.${genomic.position}${genomic.ref}>${genomic.alt}`];
  // Allele definitions count on GRCh38.
  const placed = genomic?.assembly === 'GRCh37' || genomic?.refSeq === undefined ? placeOnGrch38(genomic) : null;
  const translated = genomic === undefined || placed === null ? [] : [`g.${placed.position}${genomic.ref}>${genomic.alt}`];
  return [
    ...new Set([fact.cHgvs, fact.pHgvs, ...fact.rsIds, ...translated, fact.gHgvs, ...place, ...fact.names].flatMap((name) => name ?? [])),
  ];
}
