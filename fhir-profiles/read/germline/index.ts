/** All germline (pharmacogenomic) results of a chart. */
import { COMPONENT, OBSERVATION } from '../../codes/genomics-codes.ts';
import type { DataWarning, GermlineResult } from '../../facts.ts';
import type { Chart, ChartReading } from '../chart.ts';
import { isEmpty } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import type { IntakeResource } from '../intake.ts';
import type { ObservationView } from '../observation.ts';
import { readGenotype, type GenotypeReading } from './genotype.ts';
import { joinHaplotypes } from './haplotype-pairs.ts';
import { readImplication } from './phenotype.ts';

const IMPLICATIONS: readonly string[] = [
  OBSERVATION.therapeuticImplication,
  OBSERVATION.drugMetabolism,
  OBSERVATION.drugEfficacy,
  OBSERVATION.drugHighRisk,
  OBSERVATION.transporterFunction,
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
    for (const component of view.components) {
      const value = valueConcept(component.value);
      if (component.codes.has(COMPONENT.genotype) && !isEmpty(value)) take(readGenotype(view, value, chart), genotypes, view);
    }
  }
  const joined = joinHaplotypes(genotypes, haplotypes);
  return { facts: [...genotypes, ...joined.results, ...others], warnings: [...warnings, ...joined.warnings], claimed };
}
