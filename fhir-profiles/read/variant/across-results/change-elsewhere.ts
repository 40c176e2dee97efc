/**
 * A gene and its change under a code that promises no finding: an overall interpretation, a significance, a code nobody knows. Whether the
 * change was found there is not stated in a form that can be relied on. The gene is told as examined, so that it does not look untested.
 */
import { COMPONENT, OBSERVATION } from '../../../codes/genomics/genomics-codes.ts';
import type { DataWarning, TestedGene } from '../../../facts.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { quoted, unparsed, type Chart } from '../../chart.ts';
import { wordings, type Concept } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import { geneNamed } from '../../gene-named.ts';
import { componentGenes } from '../../germline/result/stated-genes.ts';
import type { IntakeResource } from '../../intake.ts';
import type { ObservationView } from '../../observation.ts';
import { GENE, numbered } from '../rows/columns.ts';
import { statedIn } from '../parts/variant-parts.ts';
import { symbolsIn } from '../result/variant-genes.ts';

export interface ChangesElsewhere {
  readonly tested: readonly TestedGene[];
  readonly warnings: readonly DataWarning[];
  readonly claimed: ReadonlySet<IntakeResource>;
}

const HOLDS_FINDINGS: readonly string[] = [OBSERVATION.variant, OBSERVATION.genotype, OBSERVATION.haplotype, OBSERVATION.regionStudied];
const CHANGES = [COMPONENT.pHgvs, COMPONENT.cHgvs, COMPONENT.gHgvs, COMPONENT.variation] as const;

/**
 * `known`: genes that some result is read of, whatever it says. `used`: resources whose content was read; those that only comment on others
 * may be among neither.
 */
export function changesElsewhere(chart: Chart, known: ReadonlySet<string>, used: ReadonlySet<IntakeResource>): ChangesElsewhere {
  const tested: TestedGene[] = [];
  const warnings: DataWarning[] = [];
  const claimed = new Set<IntakeResource>();
  for (const view of chart.observations) {
    if (!view.usable || used.has(view.entry) || HOLDS_FINDINGS.some((code) => view.codes.has(code))) continue;
    const alone = genesAlone(view, chart).filter((gene) => !known.has(gene));
    if (alone.length > 0) {
      for (const gene of alone) tested.push({ gene, origin: 'unknown', negative: false, source: view.source });
      const message = `Of ${alone.join(', ')}, named in a table, it cannot be told which result is whose: look at the report itself.`;
      warnings.push(unparsed(view.entry, message));
      claimed.add(view.entry);
      continue;
    }
    const { codes, words } = statedIn(view, ...CHANGES);
    const change = [...words, ...codes].find((item) => item.trim() !== '');
    const stated = componentGenes(view, chart);
    // An id of one gene beside the word of another: the gene of the words is told all the same.
    const spokenOf = stated.disagreements.length === 0 ? [] : genesInWords(view, chart);
    const genes = [...new Set([...stated.symbols, ...spokenOf])].filter((gene) => !known.has(gene));
    if (change === undefined || genes.length === 0) continue;
    for (const gene of genes) tested.push({ gene, origin: 'unknown', negative: false, source: view.source });
    warnings.push(
      unparsed(
        view.entry,
        `${genes.join(', ')} ${quoted(change)} stands in a result whose form does not say that it was found: not interpreted. Look at the report itself.`,
      ),
    );
    claimed.add(view.entry);
  }
  return { tested, warnings, claimed };
}

/** Words of a cell longer than this are no name of genes, in characters. */
const LONGEST_CELL = 60;

/** "EML4-ALK", "EML4(13) - ALK(20)" as the gene of a row: both partners of a fusion. */
function partnersIn(cell: Concept, chart: Chart): readonly string[] {
  const written = wordings(cell).filter((words) => words.length <= LONGEST_CELL);
  return [...new Set(written.flatMap((words) => symbolsIn(words.replace(/[-–/]/g, ' '), chart)))];
}

/** "Gene studied: EGFR" as a result or a component of its own, in a table whose rows could not be read. */
function genesAlone(view: ObservationView, chart: Chart): readonly string[] {
  const { vocabulary } = chart;
  const isNamed = (code: Concept): boolean => wordings(code).some((name) => GENE.test((numbered(name)?.name ?? name).trim()));
  const cells = view.components.length > 0 ? view.components.filter(({ code }) => isNamed(code)) : [view];
  if (view.components.length === 0 && !isNamed(view.code) && !view.codes.has(COMPONENT.gene)) return [];
  const genes = cells.flatMap(({ value }) => {
    const partners = partnersIn(valueConcept(value), chart);
    if (partners.length > 1) return partners.filter((symbol) => pgxGene(symbol) === null);
    const gene = geneNamed(valueConcept(value), vocabulary.genes);
    return gene.kind === 'gene' && pgxGene(gene.symbol) === null ? [gene.symbol] : [];
  });
  return [...new Set(genes)];
}

function genesInWords(view: ObservationView, { vocabulary }: Chart): readonly string[] {
  return statedIn(view, COMPONENT.gene).words.flatMap((name) => vocabulary.genes.byName(name) ?? []);
}
