/** An assessment that holds several changes, as one assessment for each: two protein components, or a value that names two. */
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import type { Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { Component, ObservationView } from '../../observation.ts';
import { findHgvs } from '../notation/hgvs.ts';
import { severalChanges } from '../notation/several-changes.ts';
import { symbolsIn } from './variant-genes.ts';
import { componentsOf } from '../parts/variant-parts.ts';

/** Null for an assessment of one change. The parts keep everything else: gene, specimen, classification. */
export function changesApart(view: ObservationView, chart: Chart): readonly ObservationView[] | null {
  return byGenes(view) ?? byComponents(view) ?? byCodings(view) ?? byValue(view, chart);
}

/** As many genes as protein or coding names, two or more: each name is of the gene that stands in its place. */
function byGenes(view: ObservationView): readonly ObservationView[] | null {
  const genes = componentsOf(view, COMPONENT.gene);
  const [proteins, codings] = [COMPONENT.pHgvs, COMPONENT.cHgvs].map((code) => componentsOf(view, code));
  const lists = [proteins, codings].flatMap((list) => (list === undefined || list.length === 0 ? [] : [list]));
  if (genes.length < 2 || lists.length === 0 || lists.some((list) => list.length !== genes.length)) return null;
  if (
    new Set(
      genes.map(
        ({ value }) =>
          wordings(valueConcept(value)).join('|') +
          valueConcept(value)
            .codings.map(({ code }) => code)
            .join(),
      ),
    ).size < genes.length
  )
    return null;
  const apart = new Set([...genes, ...lists.flat()]);
  const kept = view.components.filter((component) => !apart.has(component));
  return genes.map((gene, at) => ({ ...view, components: [gene, ...lists.flatMap((list) => list[at] ?? []), ...kept] }));
}

/** One coding change with several protein names is one change on several transcripts; as many of both, or no coding name, are several. */
function byComponents(view: ObservationView): readonly ObservationView[] | null {
  const proteins = distinct(componentsOf(view, COMPONENT.pHgvs));
  const codings = distinct(componentsOf(view, COMPONENT.cHgvs));
  if (proteins.length < 2 || (codings.length > 0 && codings.length !== proteins.length)) return null;
  // The same residue named twice, in one and three letters or with and without its bracket.
  if (new Set(proteins.map((component) => /\d+/.exec(nameOf(component))?.[0])).size < proteins.length) return null;
  const kept = view.components.filter(({ codes }) => !codes.has(COMPONENT.pHgvs) && !codes.has(COMPONENT.cHgvs));
  return proteins.map((protein, at) => ({ ...view, components: [...kept, protein, ...[codings[at]].flatMap((one) => one ?? [])] }));
}

/** Coding names alone, all counted on one transcript: different places are different changes. */
function byCodings(view: ObservationView): readonly ObservationView[] | null {
  const codings = distinct(componentsOf(view, COMPONENT.cHgvs));
  if (codings.length < 2 || componentsOf(view, COMPONENT.pHgvs).length > 0 || componentsOf(view, COMPONENT.gene).length > 1) return null;
  const named = codings.map(({ value }) => findHgvs(wordings(valueConcept(value))).c);
  const transcripts = new Set(named.map(([one]) => one?.transcript?.replace(/\.\d+$/, '')));
  const places = new Set(named.map(([one]) => /\d+(?:[+-]\d+)?/.exec(one?.change ?? '')?.[0]));
  if (named.some((found) => found.length !== 1) || transcripts.size !== 1 || transcripts.has(undefined) || places.size < codings.length)
    return null;
  const kept = view.components.filter(({ codes }) => !codes.has(COMPONENT.cHgvs));
  return codings.map((coding) => ({ ...view, components: [...kept, coding] }));
}

function byValue(view: ObservationView, chart: Chart): readonly ObservationView[] | null {
  if (componentsOf(view, COMPONENT.pHgvs, COMPONENT.cHgvs, COMPONENT.gHgvs, COMPONENT.variation).length > 0) return null;
  const [first] = wordings(valueConcept(view.value));
  const parts = first === undefined ? null : severalChanges(first);
  const [gene] = first === undefined ? [] : symbolsIn(first, chart);
  return (
    parts?.map((part) => ({
      ...view,
      value: { kind: 'text', text: symbolsIn(part, chart).length > 0 || gene === undefined ? part : `${gene} ${part}` },
    })) ?? null
  );
}

function distinct(components: readonly Component[]): readonly Component[] {
  return [...new Map(components.map((component) => [nameOf(component), component])).values()];
}
function nameOf({ value }: Component): string {
  const said = wordings(valueConcept(value));
  return findHgvs(said).p[0] ?? findHgvs(said).c[0]?.change ?? said[0] ?? '';
}
