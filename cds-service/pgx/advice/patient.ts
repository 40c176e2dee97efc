/** Everything about one patient that the advice on every drug shares. */
import type { PatientFacts } from '../../../fhir-profiles/index.ts';
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import type { GeneFinding } from '../genes/types.ts';
import { convert, type Conversion } from '../phenoconversion/convert.ts';
import { exposures, type Exposure } from '../phenoconversion/exposure.ts';
import { activePerpetrators, type ActivePerpetrator } from '../phenoconversion/perpetrators.ts';
import { chartOf, type Chart } from './chart.ts';
import { viewOf, type GeneView } from './gene-view.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export interface AdvicePatient {
  readonly index: KnowledgeIndex;
  readonly chart: Chart;
  readonly findings: ReadonlyMap<string, GeneFinding>;
  readonly exposures: readonly Exposure[];
  /** Perpetrators of a gene, the drug under advice left out. */
  perpetrators(gene: string, except?: string): readonly ActivePerpetrator[];
  conversion(gene: string, except?: string): Conversion | undefined;
  /** The gene as the drug's advice sees it; `converted` false gives the genotype alone. */
  view(gene: string, drug: string, body: Recommendation['body'], converted?: boolean): GeneView;
}

export function advicePatient(facts: PatientFacts, findings: readonly GeneFinding[], index: KnowledgeIndex): AdvicePatient {
  const { guideline, clinical } = index.knowledge;
  const asked = findings.filter(({ lookup }) => lookup.ofOtherAlleles !== true);
  const byGene = new Map(asked.map((finding) => [finding.gene, finding]));
  const taken = exposures(facts);
  const perpetratorNames = new Set(taken.map(({ name }) => name));
  const perpetratorCache = new Map<string, readonly ActivePerpetrator[]>();
  const conversionCache = new Map<string, Conversion | undefined>();

  const perpetrators = (gene: string, except?: string): readonly ActivePerpetrator[] => {
    const key = `${gene}|${except !== undefined && perpetratorNames.has(except) ? except : ''}`;
    const known = perpetratorCache.get(key);
    if (known !== undefined) return known;
    const found = taken.length === 0 ? [] : activePerpetrators(gene, taken, clinical.perpetrators, except);
    perpetratorCache.set(key, found);
    return found;
  };
  const conversion = (gene: string, except?: string): Conversion | undefined => {
    const key = `${gene}|${except !== undefined && perpetratorNames.has(except) ? except : ''}`;
    if (conversionCache.has(key)) return conversionCache.get(key);
    const finding = byGene.get(gene);
    const found = finding === undefined ? undefined : convert(finding, entryOf(guideline.genes, gene), perpetrators(gene, except));
    conversionCache.set(key, found);
    return found;
  };
  return {
    index,
    chart: chartOf(facts, clinical),
    findings: byGene,
    exposures: taken,
    perpetrators,
    conversion,
    view: (gene, drug, body, converted = true) => viewOf(gene, body, byGene.get(gene), converted ? conversion(gene, drug) : undefined),
  };
}
