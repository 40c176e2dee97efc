/**
 * Several rows of a table in one component list: "Gene, Variant, Result, Gene, Variant, Result", or "Gene 1, Variant 1, Gene 2, Variant 2". Each row as
 * an Observation of its own, with the components that stand before the first row.
 */
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { wordings } from '../../elements.ts';
import type { Component, ObservationView } from '../../observation.ts';
import { GENE, numbered } from './columns.ts';

const nameOf = ({ code }: Component): string => (wordings(code)[0] ?? '').trim();

/** Null where there are not several rows, or where it cannot be told which component is of which row. */
export function blocksOf(view: ObservationView): readonly ObservationView[] | null {
  const found = byNumber(view.components) ?? byOrder(view.components);
  if (found === null) return null;
  return found.map((components, at) => ({
    ...view,
    ...(at === 0 ? {} : { entry: { ...view.entry, reference: `${view.entry.reference}#${at + 1}` } }),
    components,
  }));
}

function byNumber(components: readonly Component[]): readonly (readonly Component[])[] | null {
  const rows = new Map<string, Component[]>();
  for (const component of components) {
    const named = numbered(nameOf(component));
    if (named === null) continue;
    const row = rows.get(named.row) ?? [];
    rows.set(named.row, [...row, { ...component, code: { codings: [], text: named.name } }]);
  }
  const blocks = [...rows.values()];
  return blocks.length > 1 && blocks.every((block) => block.filter((column) => GENE.test(nameOf(column))).length === 1) ? blocks : null;
}

/** A row begins with its gene; a column twice in one row means another order. */
function byOrder(components: readonly Component[]): readonly (readonly Component[])[] | null {
  const heads = components.flatMap((component, at) => (isGene(component) ? [at] : []));
  const [first] = heads;
  if (first === undefined || heads.length < 2) return null;
  const before = components.slice(0, first);
  const blocks = heads.map((from, at) => [...before, ...components.slice(from, heads[at + 1])]);
  const isOneRow = (block: readonly Component[]): boolean => block.length > 1 && new Set(block.map(nameOf)).size === block.length;
  return blocks.every(isOneRow) ? blocks : null;
}

/** In words: what repeats the coded gene names the partners of a fusion. */
const isGene = (component: Component): boolean =>
  GENE.test(nameOf(component)) && component.code.codings.every(({ code }) => code !== COMPONENT.gene);
