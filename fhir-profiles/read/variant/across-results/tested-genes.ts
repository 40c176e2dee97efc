/** Genes that were examined: region studied (53041-0), the regions of a genomic study, and gene-wide negatives. Says nothing of a result. */
import { COMPONENT, OBSERVATION } from '../../../codes/genomics/genomics-codes.ts';
import { SEQUENCE_CHANGE } from '../../../codes/genomics/variant-terms.ts';
import type { TestedGene, VariantFact } from '../../../facts.ts';
import type { Chart, ChartReading } from '../../chart.ts';
import { concept, isRecord, list, records, text, type Concept } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import { geneNamed } from '../../gene-named.ts';
import type { IntakeResource } from '../../intake.ts';
import { sourceOf } from '../../observation.ts';
import { originOf } from '../parts/variant-parts.ts';

export function readTestedGenes(chart: Chart, variants: readonly VariantFact[]): ChartReading<TestedGene> {
  const facts: TestedGene[] = [];
  const claimed = new Set<IntakeResource>();
  for (const view of chart.observations) {
    if (!view.usable || !view.codes.has(OBSERVATION.regionStudied)) continue;
    claimed.add(view.entry);
    const values = view.components.filter(({ codes }) => codes.has(COMPONENT.gene)).map(({ value }) => valueConcept(value));
    for (const gene of genesListed([...values, valueConcept(view.value)], chart))
      facts.push({ gene, origin: originOf(view), negative: false, source: view.source });
  }
  for (const entry of chart.intake.ofType('Procedure')) {
    const genes = genesListed(studyRegions(entry), chart);
    if (isStudy(entry)) claimed.add(entry);
    if (genes.length === 0 || text(entry.resource['status']) === 'entered-in-error') continue;
    claimed.add(entry);
    for (const gene of genes) facts.push({ gene, origin: 'unknown', negative: false, source: sourceOf(entry, chart.intake) });
  }
  for (const variant of variants) {
    if (variant.presence !== 'absent' || !isWholeGene(variant) || variant.gene === '') continue;
    // "No mutation" of a gene that matters as a fusion: examined, and not clear.
    const negative = variant.changeType !== SEQUENCE_CHANGE;
    facts.push({ gene: variant.gene, origin: variant.origin, negative, source: variant.source });
  }
  return { facts, warnings: [], claimed };
}

/** One list element may hold the codings of many genes: each coding is a gene of its own here. */
function genesListed(values: readonly Concept[], chart: Chart): readonly string[] {
  const found: string[] = [];
  const take = (value: Concept) => {
    const named = geneNamed(value, chart.vocabulary.genes);
    if (named.kind === 'gene' && !found.includes(named.symbol)) found.push(named.symbol);
  };
  for (const value of values) {
    if (value.codings.length === 0) take(value);
    for (const coding of value.codings) take({ codings: [coding] });
  }
  return found;
}

function isStudy(entry: IntakeResource): boolean {
  const meta = entry.resource['meta'];
  const profiles = isRecord(meta) ? list(meta['profile']).flatMap((profile) => text(profile) ?? []) : [];
  return profiles.some((profile) => /genomic-study/.test(profile));
}

/** Extension `genomic-study-analysis-regions` of a study analysis: what was studied or called (not what could not be called). */
function studyRegions(entry: IntakeResource): readonly Concept[] {
  return records(entry.resource['extension'])
    .filter((extension) => (text(extension['url']) ?? '').endsWith('genomic-study-analysis-regions'))
    .flatMap((extension) => list(extension['extension']).filter(isRecord))
    .filter((part) => part['url'] === 'studied' || part['url'] === 'called')
    .map((part) => concept(part['valueCodeableConcept']));
}

/** True when the result speaks of a gene as a whole, not of one change in it. */
function isWholeGene(fact: VariantFact): boolean {
  const placed = fact.cHgvs ?? fact.pHgvs ?? fact.gHgvs ?? fact.genomic ?? fact.iscn;
  const named = fact.rsIds.length > 0 || fact.clinvarIds.length > 0 || (fact.names.length > 0 && fact.changeType !== 'wild type');
  // "Exon 2: not detected" leaves the others open. A run of exons is the part that matters ("EGFR exons 18-21"); of RAS that is 2 to 4.
  const part = fact.exon !== undefined && (/^[KN]RAS$/.test(fact.gene) ? fact.exon !== '2-4' : /^\d+$/.test(fact.exon));
  return placed === undefined && !named && !part;
}
