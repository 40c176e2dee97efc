/**
 * An assessment that holds the genes of a panel beside all changes found (48018-6 and 48004-6 repeated, as national report profiles have them): each
 * change belongs to the gene of its own transcript, whatever stands in its place in the list. The other genes were examined; what came out for them
 * is not told.
 */
import { COMPONENT } from '../../codes/genomics/genomics-codes.ts';
import type { Chart } from '../chart.ts';
import { wordings } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import { geneNamed } from '../gene-named.ts';
import type { Component, ObservationView } from '../observation.ts';
import { hasFusionComponents } from './fusion.ts';
import { findHgvs } from './hgvs.ts';
import { codesIn, componentsOf, statedPresence } from './variant-parts.ts';

export interface ListedChanges {
  readonly views: readonly ObservationView[];
  readonly examined: readonly string[];
}

/** Null where there are not several genes, or where no change names a transcript of a known gene. */
export function changesOfListedGenes(view: ObservationView, chart: Chart): ListedChanges | null {
  const genes = componentsOf(view, COMPONENT.gene);
  const [codings, proteins] = [componentsOf(view, COMPONENT.cHgvs), componentsOf(view, COMPONENT.pHgvs)];
  if (genes.length < 2 || codings.length === 0 || hasFusionComponents(view) || statedPresence(view) !== 'present') return null;
  if (proteins.length > 0 && proteins.length !== codings.length) return null;
  const listed = genes.map((component) => {
    const named = geneNamed(valueConcept(component.value), chart.vocabulary.genes);
    return { component, symbol: named.kind === 'gene' ? named.symbol : null };
  });
  const changes = codings.map((coding, at) => ({ coding, protein: proteins[at], gene: geneOf(coding, chart) }));
  const owned = changes.filter(({ gene }) => gene !== null);
  if (listed.some(({ symbol }) => symbol === null) || owned.length === 0) return null;
  // One name for each gene, none of them in another's place: read as it stands.
  if (changes.length === listed.length && changes.every(({ gene }, at) => gene === null || gene === listed[at]?.symbol)) return null;
  const kept = view.components.filter(({ codes }) =>
    changes.length === 1 ? !OF_A_NAME.some((code) => codes.has(code)) : codes.has(COMPONENT.sourceClass),
  );
  const views = owned.flatMap(({ coding, protein, gene }) => {
    const own = listed.find(({ symbol }) => symbol === gene)?.component;
    return [{ ...view, components: [...(own === undefined ? [] : [own]), coding, ...(protein === undefined ? [] : [protein]), ...kept] }];
  });
  // A change whose gene is not told may be of any of them, also of one that has another change.
  const whole = owned.length === changes.length;
  const examined = listed.flatMap(({ symbol }) =>
    symbol === null || (whole && owned.some(({ gene }) => gene === symbol)) ? [] : [symbol],
  );
  return { views, examined: [...new Set(examined)] };
}
const OF_A_NAME: readonly string[] = [COMPONENT.gene, COMPONENT.cHgvs, COMPONENT.pHgvs];

function geneOf(coding: Component, chart: Chart): string | null {
  const value = valueConcept(coding.value);
  const texts = [...wordings(value), ...codesIn(value)];
  if (texts.some((text) => text.includes('::'))) return null;
  const genes = new Set(
    findHgvs(texts).c.flatMap(({ transcript }) =>
      transcript === undefined ? [] : (chart.vocabulary.genes.byTranscript(transcript) ?? []),
    ),
  );
  const [gene, ...others] = genes;
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
