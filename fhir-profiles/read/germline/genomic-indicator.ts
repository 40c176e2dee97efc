/**
 * Metabolizer status on the problem list: Epic files it as a Condition of the category "genomics" ("Genomic Indicators"), often beside the
 * Observation that it was taken from. The same gene and phenotype from both count once.
 */
import type { DataWarning, GermlineResult } from '../../facts.ts';
import type { Chart, ChartReading } from '../chart.ts';
import { isFamilyHistory } from '../condition.ts';
import { concept, concepts, list, records, wordings } from '../elements.ts';
import type { IntakeResource } from '../intake.ts';
import { sourceOf } from '../observation.ts';
import { referenceText } from '../resource-references.ts';
import { presenceInWords } from '../variant/variant-parts.ts';
import { pgxGenesIn } from './gene-in-text.ts';
import { hlaAlleles } from './hla-alleles.ts';
import { fits, phenotypeCall, phenotypeOfGene } from './phenotype.ts';

const OUT = new Set(['refuted', 'entered-in-error', 'unconfirmed', 'differential']);
const OVER = new Set(['inactive', 'resolved', 'remission']);

export function readGenomicIndicators(chart: Chart, fromObservations: readonly GermlineResult[]): ChartReading<GermlineResult> {
  const facts: GermlineResult[] = [];
  const warnings: DataWarning[] = [];
  const claimed = new Set<IntakeResource>();
  for (const entry of chart.intake.ofType('Condition')) {
    if (isOfAnother(entry)) continue;
    const result = indicator(entry, chart);
    if (result === null) {
      if (isIndicator(entry))
        warnings.push({ code: 'unparsed', message: 'A genomic indicator could not be read and was not used.', reference: entry.reference });
      continue;
    }
    claimed.add(entry);
    const status = statusOf(entry);
    if (status !== null) {
      warnings.push({
        code: 'not-final',
        message: `A genomic indicator for ${result.gene} was not used because it is marked ${status}.`,
        reference: entry.reference,
      });
      continue;
    }
    const others = fromObservations.filter((other) => other.gene === result.gene);
    if (others.some((other) => sameCall(other, result)) || facts.some((other) => other.gene === result.gene && sameCall(other, result)))
      continue;
    facts.push(result);
    if (others.some((other) => other.call.kind === result.call.kind)) {
      warnings.push({
        code: 'conflict',
        message: `The genomic indicator for ${result.gene} says something else than the laboratory result; both were kept.`,
        reference: entry.reference,
      });
    }
  }
  return { facts, warnings, claimed };
}

/** A relative's result, or one that is only thought of: the condition reader says that it was seen. */
function isOfAnother(entry: IntakeResource): boolean {
  return (
    isFamilyHistory(entry) ||
    wordings(concept(entry.resource['code'])).some((words) =>
      /\b(?:family|mother|father|parents?|brother|sister|siblings?|son|daughter|relatives?|suspected|screening for|test(?:ing)? for|encounter for)\b/i.test(
        words,
      ),
    )
  );
}

function isIndicator(entry: IntakeResource): boolean {
  return concepts(entry.resource['category']).some(
    (category) =>
      category.codings.some(({ code }) => code.toLowerCase() === 'genomics') ||
      wordings(category).some((words) => /genomic indicator/i.test(words)),
  );
}

function statusOf(entry: IntakeResource): string | null {
  const codes = (element: unknown) => concept(element).codings.map(({ code }) => code);
  return (
    codes(entry.resource['verificationStatus']).find((code) => OUT.has(code)) ??
    codes(entry.resource['clinicalStatus']).find((code) => OVER.has(code)) ??
    null
  );
}

/** Phenotype or HLA carriage stated by the Condition's words; null when it states neither for exactly one gene. */
function indicator(entry: IntakeResource, chart: Chart): GermlineResult | null {
  const code = concept(entry.resource['code']);
  const words = wordings(code);
  const common = { text: words[0] ?? '', source: sourceOf(entry, chart.intake), derivedFrom: evidence(entry, chart) };
  for (const text of words) {
    const [allele] = hlaAlleles(text);
    const present = presenceInWords(text);
    if (
      allele?.gene !== undefined &&
      allele.gene !== null &&
      allele.allele.includes(':') &&
      (present === 'present' || present === 'absent')
    ) {
      return { gene: allele.gene, call: { kind: 'allele-presence', allele: allele.allele, present: present === 'present' }, ...common };
    }
    const [gene, ...more] = pgxGenesIn(text);
    if (gene === undefined || more.length > 0) continue;
    const phenotype = phenotypeOfGene({ codings: [], text }, gene);
    if (phenotype === null || phenotype === 'disagree' || !fits(phenotype, gene)) continue;
    // G6PD deficiency as a diagnosis is a condition; as an indicator it is a genomic result.
    if (gene === 'G6PD' && !isIndicator(entry)) continue;
    return { gene, call: phenotypeCall(phenotype, gene), ...common };
  }
  return null;
}

function evidence(entry: IntakeResource, chart: Chart): readonly string[] {
  return records(entry.resource['evidence'])
    .flatMap((item) => list(item['detail']))
    .map((detail) => chart.intake.resolve(detail, entry)?.reference ?? referenceText(detail) ?? '')
    .filter((reference) => reference !== '');
}

function sameCall(one: GermlineResult, two: GermlineResult): boolean {
  if (one.call.kind === 'phenotype' && two.call.kind === 'phenotype') return one.call.term === two.call.term;
  if (one.call.kind === 'allele-presence' && two.call.kind === 'allele-presence')
    return one.call.allele === two.call.allele && one.call.present === two.call.present;
  return false;
}
