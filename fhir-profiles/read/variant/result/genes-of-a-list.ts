/**
 * An assessment that holds the genes of a panel beside all changes found (48018-6 and 48004-6 repeated, as national report profiles have them): each
 * change belongs to the gene of its own transcript, whatever stands in its place in the list. The other genes were examined; what came out for them
 * is not told.
 */
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { changeMeaning } from '../../../codes/genomics/variant-terms.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import { geneNamed } from '../../gene-named.ts';
import type { Component, ObservationView } from '../../observation.ts';
import { hasFusionComponents, partnersInText } from '../notation/fusion.ts';
import { variantNames } from './variant-names.ts';
import { codesIn, componentsOf, statedIn } from '../parts/variant-parts.ts';
import { statedPresence } from '../parts/stated-presence.ts';

export interface ListedChanges {
  readonly views: readonly ObservationView[];
  readonly examined: readonly ExaminedGene[];
  /** Changes that may be of any gene of the list. */
  readonly unowned: readonly string[];
}
export interface ExaminedGene {
  readonly gene: string;
  /** What was found in it or in another gene of the list. */
  readonly said?: string;
}

interface ListedChange {
  readonly parts: readonly Component[];
  readonly gene: string | null;
}

/** Null where there are not several genes, or where each name stands in the place of its gene. */
export function changesOfListedGenes(view: ObservationView, chart: Chart): ListedChanges | null {
  const genes = componentsOf(view, COMPONENT.gene);
  const stated = statedPresence(view);
  if (genes.length < 2 || hasFusionComponents(view) || (stated !== 'present' && stated !== 'absent')) return null;
  const listed = genes.map((component) => {
    const named = geneNamed(valueConcept(component.value), chart.vocabulary.genes);
    return { component, symbol: named.kind === 'gene' ? named.symbol : null };
  });
  const symbols = [...new Set(listed.flatMap(({ symbol }) => symbol ?? []))];
  if (symbols.length < 2 || listed.some(({ symbol }) => symbol === null)) return null;
  const fused = isFusion(view);
  const changes = changesIn(view, symbols, chart);
  if (changes === null) return null;
  if (changes.length === 0)
    // A fusion of some of many genes: which of them is not told.
    return fused && symbols.length > 2 && stated === 'present' && !namesPartners(view, chart)
      ? { views: [], examined: symbols.map((gene) => ({ gene, said: FUSION })), unowned: [FUSION] }
      : null;
  const owned = changes.filter(({ gene }) => gene !== null);
  // One name for each gene, none of them in another's place: read as it stands.
  if (changes.length === listed.length && changes.every(({ gene }, at) => gene === null || gene === listed[at]?.symbol)) return null;
  if (owned.length === 0 && (fused || stated === 'absent' || symbols.some((gene) => pgxGene(gene) !== null))) return null;
  const kept = view.components.filter(({ codes }) =>
    changes.length === 1
      ? !OF_A_NAME.some((code) => codes.has(code)) && !(fused && codes.has(COMPONENT.changeType))
      : codes.has(COMPONENT.sourceClass),
  );
  const views = owned.map(({ parts, gene }) => {
    const own = listed.find(({ symbol }) => symbol === gene)?.component;
    return { ...view, components: [...(own === undefined ? [] : [own]), ...parts, ...kept] };
  });
  // A change whose gene is not told may be of any of them, also of one that has another change.
  const unowned = changes.filter(({ gene }) => gene === null).map(({ parts }) => parts.flatMap(textsOf)[0] ?? '');
  const open = [...unowned, ...(fused ? [FUSION] : [])];
  const examined = symbols
    .filter((symbol) => unowned.length > 0 || !owned.some(({ gene }) => gene === symbol))
    .map((gene) => (open.length === 0 ? { gene } : { gene, said: open.join(', ') }));
  return { views, examined, unowned };
}
const OF_A_NAME: readonly string[] = [COMPONENT.gene, COMPONENT.cHgvs, COMPONENT.pHgvs];
const FUSION = 'gene fusion';

/** Coding names with the protein names in their places, else protein names alone; null where the two cannot be paired or name a fusion. */
function changesIn(view: ObservationView, symbols: readonly string[], chart: Chart): readonly ListedChange[] | null {
  const [codings, proteins] = [componentsOf(view, COMPONENT.cHgvs), componentsOf(view, COMPONENT.pHgvs)];
  if (codings.length > 0 && proteins.length > 0 && proteins.length !== codings.length) return null;
  const groups = (codings.length > 0 ? codings : proteins).map((first, at) =>
    codings.length > 0 && proteins[at] !== undefined ? [first, proteins[at]] : [first],
  );
  if (groups.flat().some((part) => textsOf(part).some((text) => text.includes('::')))) return null;
  return groups.map((parts) => ({ parts, gene: geneOf(parts.flatMap(textsOf), symbols, chart) }));
}

function textsOf({ value }: Component): readonly string[] {
  const stated = valueConcept(value);
  return [...new Set([...wordings(stated), ...codesIn(stated)])];
}

function isFusion(view: ObservationView): boolean {
  const { codes, words } = statedIn(view, COMPONENT.changeType);
  return changeMeaning(codes, words)?.kind === 'fusion';
}
function namesPartners(view: ObservationView, { vocabulary }: Chart): boolean {
  return partnersInText(variantNames(view).words, vocabulary.genes) !== null;
}

/** The gene of the transcript or protein that the name is counted on, else the one of the list that the name itself names. */
function geneOf(texts: readonly string[], symbols: readonly string[], { vocabulary }: Chart): string | null {
  const accessions = texts.flatMap((text) => text.slice(0, 2000).match(/(?<![A-Za-z0-9])(?:N[MP]_\d+|ENS[TP]\d+)(?:\.\d+)?/g) ?? []);
  const named = symbols.filter((symbol) => texts.some((text) => new RegExp(`(?<![A-Za-z0-9])${symbol}(?![A-Za-z0-9])`).test(text)));
  const counted = new Set(accessions.flatMap((accession) => vocabulary.genes.byTranscript(accession) ?? []));
  const [gene, ...others] = counted.size > 0 ? counted : named;
  return gene === undefined || others.length > 0 ? null : gene;
}

export interface ListedNegatives {
  /** The assessment of the genes whose ids and names agree. */
  readonly view: ObservationView;
  readonly disagreements: readonly string[];
  /** Genes that the words of the others name. */
  readonly spokenOf: readonly string[];
}

/** "Absent" over several genes, of which one's id and name disagree: the others are absent all the same. */
export function negativesOfListedGenes(view: ObservationView, { vocabulary }: Chart): ListedNegatives | null {
  const genes = componentsOf(view, COMPONENT.gene);
  if (genes.length < 2 || hasFusionComponents(view) || statedPresence(view) !== 'absent') return null;
  const disputed = genes.flatMap((component) => {
    const value = valueConcept(component.value);
    const named = geneNamed(value, vocabulary.genes);
    return named.kind === 'disagreement' ? [{ component, value, message: named.message }] : [];
  });
  if (disputed.length === 0 || disputed.length === genes.length) return null;
  return {
    view: { ...view, components: view.components.filter((component) => !disputed.some((one) => one.component === component)) },
    disagreements: disputed.map(({ message }) => message),
    spokenOf: [...new Set(disputed.flatMap(({ value }) => wordings(value).flatMap((name) => vocabulary.genes.byName(name) ?? [])))],
  };
}
