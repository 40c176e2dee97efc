/**
 * Output of the FHIR Genomics Operations: `Parameters` that answer "is this haplotype or variant there?" with `presence`, also without
 * any Observation. The Observations inside are read like all others.
 */
import { pgxGene } from '../../codes/pgx-genes.ts';
import type { GermlineResult, VariantFact } from '../../facts.ts';
import type { Chart, ChartReading } from '../chart.ts';
import { isRecord, records, text, type Json } from '../elements.ts';
import { pgxGenesIn, withoutGene } from '../germline/gene-in-text.ts';
import { hlaAlleles } from '../germline/hla-alleles.ts';
import type { IntakeResource } from '../intake.ts';
import { sourceOf } from '../observation.ts';
import { findHgvs } from './hgvs.ts';

export interface OperationReading {
  readonly germline: ChartReading<GermlineResult>;
  readonly variants: ChartReading<VariantFact>;
}

export function readOperations(chart: Chart): OperationReading {
  const germline: GermlineResult[] = [];
  const variants: VariantFact[] = [];
  const claimed = new Set<IntakeResource>();
  for (const entry of chart.intake.ofType('Parameters')) {
    for (const group of records(entry.resource['parameter'])) {
      const parts = records(group['part']);
      const presence = parts.find((part) => part['name'] === 'presence')?.['valueBoolean'];
      if (typeof presence !== 'boolean') continue;
      const haplotype = itemOf(parts, 'haplotypeItem');
      if (haplotype !== undefined) germline.push(...haplotypeAnswer(haplotype, presence, entry, chart));
      const variant = itemOf(parts, 'variantItem');
      if (variant !== undefined && !presence) variants.push(absentVariant(variant, entry, chart, variants.length));
    }
    claimed.add(entry);
  }
  return { germline: { facts: germline, warnings: [], claimed }, variants: { facts: variants, warnings: [], claimed } };
}

function itemOf(parts: readonly Json[], name: string): string | undefined {
  const part = parts.find((candidate) => isRecord(candidate) && candidate['name'] === name);
  return text(part?.['valueString']);
}

/** "HLA-B*27" or "CYP2C19*2"; a question about a whole gene ("CYP2C19") is answered by the genotype alone. */
function haplotypeAnswer(item: string, present: boolean, entry: IntakeResource, chart: Chart): readonly GermlineResult[] {
  const [hla] = hlaAlleles(item);
  const [star] = pgxGenesIn(item);
  const gene = hla?.gene ?? star;
  const allele = hla?.allele ?? (gene === undefined ? undefined : /\*\d+[A-Z]?/.exec(withoutGene(item, gene))?.[0]);
  if (gene === undefined || allele === undefined || pgxGene(gene) === null) return [];
  return [{ gene, call: { kind: 'allele-presence', allele, present }, text: item, source: sourceOf(entry, chart.intake), derivedFrom: [] }];
}

function absentVariant(item: string, entry: IntakeResource, chart: Chart, at: number): VariantFact {
  const hgvs = findHgvs([item]);
  const [coding] = hgvs.c;
  return {
    id: `${entry.reference}#${at}`,
    gene: (coding?.gene === undefined ? null : chart.vocabulary.genes.byName(coding.gene)) ?? '',
    genes: [],
    kind: 'other',
    presence: 'absent',
    origin: 'unknown',
    ...(coding === undefined ? {} : { cHgvs: coding.change }),
    ...(coding?.transcript === undefined ? {} : { transcript: coding.transcript }),
    ...(hgvs.p[0] === undefined ? {} : { pHgvs: hgvs.p[0] }),
    ...(hgvs.g[0] === undefined ? {} : { gHgvs: hgvs.g[0] }),
    rsIds: [],
    clinvarIds: [],
    names: [item],
    classification: 'unknown',
    source: sourceOf(entry, chart.intake),
  };
}
