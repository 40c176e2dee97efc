/** All germline (pharmacogenomic) results of a chart. */
import { COMPONENT, OBSERVATION } from '../../codes/genomics-codes.ts';
import type { DataWarning, GermlineResult } from '../../facts.ts';
import type { Chart, ChartReading } from '../chart.ts';
import { isEmpty } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import type { IntakeResource } from '../intake.ts';
import type { ObservationView } from '../observation.ts';
import { plainResult, readGenotype, type GenotypeReading } from './genotype.ts';
import { withSeparateCopies } from './copy-number.ts';
import { joinHaplotypes } from './haplotype-pairs.ts';
import { readGenomicIndicators } from './genomic-indicator.ts';
import { readNamedTest } from './named-test.ts';
import { fits, phenotypeCall, phenotypeOfGene, readImplication } from './phenotype.ts';
import { readReportText } from './report-text.ts';

const IMPLICATIONS: readonly string[] = [
  OBSERVATION.therapeuticImplication,
  OBSERVATION.drugMetabolism,
  OBSERVATION.drugEfficacy,
  OBSERVATION.drugHighRisk,
  OBSERVATION.transporterFunction,
];

/** Read by the variant readers. */
const GENOMIC: readonly string[] = [
  OBSERVATION.variant,
  OBSERVATION.regionStudied,
  OBSERVATION.molecularConsequence,
  OBSERVATION.molecularConsequences,
  OBSERVATION.diagnosticImplication,
  OBSERVATION.clinicalSignificance,
];

export function readGermline(chart: Chart): ChartReading<GermlineResult> {
  const genotypes: GermlineResult[] = [];
  const haplotypes: GermlineResult[] = [];
  const others: GermlineResult[] = [];
  const warnings: DataWarning[] = [];
  const claimed = new Set<IntakeResource>();
  const take = (reading: GenotypeReading, into: GermlineResult[], view: ObservationView) => {
    into.push(...reading.results);
    warnings.push(...reading.warnings);
    claimed.add(view.entry);
  };

  for (const view of chart.observations) {
    if (!view.usable) continue;
    if (view.codes.has(OBSERVATION.genotype)) take(readGenotype(view, valueConcept(view.value), chart), genotypes, view);
    else if (view.codes.has(OBSERVATION.haplotype)) take(readGenotype(view, valueConcept(view.value), chart), haplotypes, view);
    else if (IMPLICATIONS.some((code) => view.codes.has(code))) take(readImplication(view, chart), others, view);
    else if (!GENOMIC.some((code) => view.codes.has(code))) {
      const reading = readNamedTest(view, chart);
      if (reading.recognised) take(reading, genotypes, view);
    }
    if (view.codes.has(OBSERVATION.genotype)) others.push(...phenotypesBeside(view, genotypes));
    for (const component of view.components) {
      const value = valueConcept(component.value);
      if (component.codes.has(COMPONENT.genotype) && !isEmpty(value)) take(readGenotype(view, value, chart), genotypes, view);
    }
  }
  const joined = joinHaplotypes(genotypes, haplotypes);
  const observed = withSeparateCopies([...genotypes, ...joined.results, ...others], chart.observations);
  const indicators = readGenomicIndicators(chart, observed);
  const structured = [...observed, ...indicators.facts];
  const inReports = readReportText(chart, new Set(structured.map(({ gene }) => gene)));
  for (const entry of indicators.claimed) claimed.add(entry);
  return { facts: [...structured, ...inReports.facts], warnings: [...warnings, ...joined.warnings, ...indicators.warnings], claimed };
}

/** A genotype Observation may carry the phenotype in its interpretation or in the same text. */
function phenotypesBeside(view: ObservationView, genotypes: readonly GermlineResult[]): readonly GermlineResult[] {
  const [own, ...more] = new Set(genotypes.filter(({ source }) => source.reference === view.entry.reference).map(({ gene }) => gene));
  if (own === undefined || more.length > 0) return [];
  for (const stated of [...view.interpretation, valueConcept(view.value)]) {
    const found = phenotypeOfGene(stated, own);
    if (found !== null && found !== 'disagree' && fits(found, own))
      return [plainResult(view, own, phenotypeCall(found, own), found.written)];
  }
  return [];
}
