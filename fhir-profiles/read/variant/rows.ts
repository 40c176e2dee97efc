/**
 * One Observation that holds several results, or one as a row of a table: a panel with a component per gene ("EGFR: negative", "KRAS: p.G12C"), and the
 * columns of a genomics module or flow sheet ("Gene", "Amino Acid Change", "Assessment"). Each is read like an Observation of that name.
 */
import { COMPONENT } from '../../codes/genomics/genomics-codes.ts';
import { pgxGene } from '../../codes/pgx/genes.ts';
import { classificationOf } from '../../codes/genomics/variant-terms.ts';
import type { Chart } from '../chart.ts';
import { wordings } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import { geneNamed } from '../gene-named.ts';
import type { Component, ObservationView } from '../observation.ts';
import { answersOf } from './column-answers.ts';
import { namesTumourVariant } from './named-test.ts';

/** Results of one Observation as Observations of their own; empty where it is no panel and no row, or says itself what was found. */
export function rowsOf(view: ObservationView, chart: Chart): readonly ObservationView[] {
  if (view.components.length === 0) return [];
  const row = rowOfColumns(view, chart);
  if (row !== null) return [row];
  if (view.value !== null && !wordings(valueConcept(view.value)).every((text) => ELSEWHERE.test(text.trim()))) return [];
  return view.components.flatMap((component, at) => {
    if (component.value === null && component.noValue === undefined) return [];
    const { noValue: _, ...rest } = view;
    const own: ObservationView = {
      ...rest,
      entry: { ...view.entry, reference: `${view.entry.reference}#${at + 1}` },
      code: component.code,
      codes: component.codes,
      value: component.value,
      ...(component.noValue === undefined ? {} : { noValue: component.noValue }),
      interpretation: component.interpretation,
      components: [],
      notes: [],
    };
    return namesTumourVariant(own, chart) ? [own] : [];
  });
}
/** The answer stands in the components. */
const ELSEWHERE =
  /^(?:see (?:below|components?|results?|details?|table)|final|complete[d]?|reported|done|results? (?:below|follow)|-+)\.?$/i;

const GENE = /^genes?(?:[\s_]?(?:symbol|name|studied|id))?$|^hugo[\s_]symbol$|^(?:gene )?symbol$/i;
const CHANGE =
  /^(?:(?:amino[\s_]?acid|aa|protein|p\.?|dna|cdna|coding(?: dna)?|nucleotide|c\.?|sequence|variant|genomic|gene)[\s_]?(?:change|variant|alteration|mutation)?|(?:[pc]\.?[\s_]?hgvs|hgvs[\s_]?[pc])(?:[\s_]short)?|alterations?|mutations?|variants?|change|marker)(?:\s?\((?:[pc]\.?\s?)?hgvs\))?$/i;
const CLASS = /^(?:assessment|classification|pathogenicity|(?:clinical )?significance|interpretation)$/i;
const ORIGIN = /^(?:origin|(?:genomic )?source(?: class)?|somatic\/germline)$/i;

/** `KRAS | p.G12C | c.34G>T | Pathogenic` as the answer "p.G12C c.34G>T Pathogenic" of a test of KRAS. */
function rowOfColumns(view: ObservationView, chart: Chart): ObservationView | null {
  const columns = (pattern: RegExp, ...coded: readonly string[]): readonly Component[] =>
    view.components.filter(
      ({ code, codes }) => wordings(code).some((name) => pattern.test(name.trim())) || coded.some((one) => codes.has(one)),
    );
  const [named, ...others] = columns(GENE, COMPONENT.gene);
  if (named === undefined || others.length > 0) return null;
  const gene = geneNamed(valueConcept(named.value), chart.vocabulary.genes);
  if (gene.kind !== 'gene' || pgxGene(gene.symbol) !== null) return null;
  const said = (of: readonly Component[]) => of.flatMap(({ value }) => wordings(valueConcept(value))).filter((text) => text.length < 120);
  const changed = columns(CHANGE);
  const changes = said(changed).filter((text) => !NOTHING.test(text));
  const byName = wordings(named.code).some((name) => GENE.test(name.trim()));
  const beside = view.components.filter((column) => column !== named && !changed.includes(column));
  const answers = [...said(columns(ORIGIN)), ...answersOf(view, beside)];
  // The gene studied by its code heads stains and comments as well: only between a change in words and an answer is it a row.
  if (!byName && (changes.length === 0 || answers.length === 0)) return null;
  const classes = said(columns(CLASS)).filter((text) => classificationOf([], [text]) !== null);
  const words = [...new Set([...changes, ...classes, ...answers])].join(' ');
  if (changes.length + answers.length === 0) return null;
  return {
    ...view,
    code: { codings: [], text: gene.symbol },
    codes: new Set(),
    value: { kind: 'text', text: words },
    components: [],
    notes: [],
  };
}
const NOTHING = /^(?:none|n\/?a|nil|null|unknown|-+)$/i;
