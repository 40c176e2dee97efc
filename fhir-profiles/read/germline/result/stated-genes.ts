/** Which genes an Observation is about: its gene components, else the gene in its code, else the genes of the results it rests on. */
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import { fusedGenes } from '../../variant/notation/fusion.ts';
import { statedPresence } from '../../variant/parts/stated-presence.ts';
import { geneNamed } from '../../gene-named.ts';
import type { ObservationView } from '../../observation.ts';
import { pgxGenesIn } from '../notation/gene-in-text.ts';

export interface StatedGenes {
  readonly symbols: readonly string[];
  /** Sentences about ids and words that disagree; then the result must not be used. */
  readonly disagreements: readonly string[];
  /** Sentences about an id that is wrong beside others that agree. */
  readonly doubts?: readonly string[];
}

/** A component that names the gene in words only. */
const GENE_NAME = /^gene(?:s? (?:symbol|name|studied|tested|analy[sz]ed))?$/i;
/** SNOMED CT 67271001, gene (substance … structure), as a public prototype of a pharmacogenomic CDS service sends it, without a display. */
const GENE_CODES: ReadonlySet<string> = new Set(['67271001']);

export function componentGenes(view: ObservationView, chart: Chart): StatedGenes {
  const symbols: string[] = [];
  const disagreements: string[] = [];
  const doubts: string[] = [];
  for (const component of view.components) {
    const coded = component.codes.has(COMPONENT.gene) || component.codes.has(COMPONENT.affectedGene);
    const inSnomed = component.code.codings.some(({ system, code }) => /snomed/i.test(system) && GENE_CODES.has(code));
    if (!coded && !inSnomed && !wordings(component.code).some((words) => GENE_NAME.test(words))) continue;
    const words = wordings(valueConcept(component.value));
    const several = fusedGenes(words, chart.vocabulary.genes);
    // Found in one of them, it is not told in which.
    if (several.length === 0 && statedPresence(view) === 'absent') several.push(...listedGenes(words, chart));
    for (const symbol of several) if (!symbols.includes(symbol)) symbols.push(symbol);
    if (several.length > 0) continue;
    const named = geneNamed(valueConcept(component.value), chart.vocabulary.genes);
    if (named.kind === 'disagreement') disagreements.push(named.message);
    if (named.kind !== 'gene') continue;
    if (named.doubt !== undefined) doubts.push(named.doubt);
    if (!symbols.includes(named.symbol)) symbols.push(named.symbol);
  }
  return { symbols, disagreements, doubts };
}

/** "KRAS/NRAS", "BRCA1, BRCA2" where one gene is expected: each of them, if each is one. */
function listedGenes(words: readonly string[], { vocabulary }: Chart): readonly string[] {
  const [only, ...others] = words;
  if (only === undefined || others.length > 0 || only.length > 100 || !/[/,;]/.test(only)) return [];
  const found = only.split(/\s*[/,;]\s*/).flatMap((name) => vocabulary.genes.bySymbol(name) ?? [null]);
  const symbols = found.flatMap((symbol) => symbol ?? []);
  return symbols.length === found.length && symbols.length > 1 ? symbols : [];
}

/** Genes of the Observation itself: components first, then pharmacogenes named in its code. */
export function ownGenes(view: ObservationView, chart: Chart): StatedGenes {
  const stated = componentGenes(view, chart);
  if (stated.disagreements.length > 0) return stated;
  const named = [...new Set(wordings(view.code).flatMap(pgxGenesIn))];
  if (stated.symbols.length === 0) return { symbols: named, disagreements: [] };
  // "CYP2D6 metabolizer phenotype" with CYP2C19 as its gene is a result of one of them.
  if (named.length === 0 || named.some((gene) => stated.symbols.includes(gene)) || stated.symbols.some((gene) => pgxGene(gene) === null))
    return stated;
  const message = `The name of a result says ${named.join(', ')}, but its gene is ${stated.symbols.join(', ')}; it was not used.`;
  return { symbols: [...stated.symbols, ...named], disagreements: [message] };
}

/** Follows `derivedFrom` to the genes of the results beneath; bounded, and safe against circles. */
export function genesBeneath(view: ObservationView, chart: Chart): readonly string[] {
  const found: string[] = [];
  const seen = new Set<ObservationView>([view]);
  let level: readonly ObservationView[] = [view];
  for (let depth = 0; depth < 4 && level.length > 0 && found.length === 0; depth += 1) {
    const next: ObservationView[] = [];
    for (const entry of level.flatMap((item) => [...item.derivedFrom, ...item.members])) {
      const beneath = chart.viewOf(entry);
      if (beneath === undefined || seen.has(beneath)) continue;
      seen.add(beneath);
      next.push(beneath);
      for (const symbol of genesOfResult(beneath, chart)) if (!found.includes(symbol)) found.push(symbol);
    }
    level = next;
  }
  return found;
}

/** Genes that a result names anywhere: in components, code or value. A value that names one of two component genes decides. */
function genesOfResult(view: ObservationView, chart: Chart): readonly string[] {
  const own = ownGenes(view, chart);
  if (own.disagreements.length > 0) return [];
  const named = [...new Set(wordings(valueConcept(view.value)).flatMap(pgxGenesIn))];
  if (own.symbols.length === 0) return named;
  const both = own.symbols.filter((symbol) => named.includes(symbol));
  return both.length > 0 ? both : own.symbols;
}
