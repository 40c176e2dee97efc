/**
 * One Observation that holds several results, or one as a row of a table: a panel with a component per gene ("EGFR: negative", "KRAS: p.G12C"), and the
 * columns of a genomics module or flow sheet ("Gene", "Amino Acid Change", "Assessment"). Each is read like an Observation of that name.
 */
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { classificationOf } from '../../../codes/genomics/variant-terms.ts';
import type { Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import { geneNamed } from '../../gene-named.ts';
import type { Component, ObservationView } from '../../observation.ts';
import { geneOfTumourTest } from './bare-change.ts';
import { blocksOf } from './blocks.ts';
import { answersOf } from './column-answers.ts';
import { ASKED, CHANGE, CLASS, FOUND, GENE, ORIGIN } from './columns.ts';
import { fusedGenes } from '../notation/fusion.ts';
import { listedGenes, testedTogether } from '../notation/gene-groups.ts';
import { findHgvs } from '../notation/hgvs.ts';
import { proteinChanges } from '../named-test/names.ts';
import { namesTumourVariant } from '../named-test/index.ts';
import { severalChanges } from '../notation/several-changes.ts';
import { symbolsIn } from '../result/variant-genes.ts';
import { presenceInWords } from '../parts/presence-in-words.ts';

/** Results of one Observation as Observations of their own; empty where it is no panel and no row, or says itself what was found. */
export function rowsOf(view: ObservationView, chart: Chart): readonly ObservationView[] {
  if (view.components.length === 0) return [];
  const blocks = blocksOf(view);
  if (blocks !== null) return blocks.flatMap((block) => rowOfColumns(block, chart) ?? []);
  const row = rowOfColumns(view, chart);
  if (row !== null) return [row];
  if (saysItself(view)) return [];
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

/**
 * Rows within the test of a gene ("EGFR mutation analysis"), which then only heads them: "L858R: detected", "Variant: L858R, result: detected". Empty
 * where the test says itself what was found.
 */
export function rowsOfTest(view: ObservationView, chart: Chart): readonly ObservationView[] {
  const own = wordings(valueConcept(view.value));
  if (view.components.length === 0 || own.some(namesChange)) return [];
  if (!saysItself(view) && view.interpretation.length === 0) return rowsOf(view, chart);
  const row = rowOfColumns(view, chart);
  return row === null || own.some((text) => presenceInWords(text) === null) ? [] : [row];
}

const saysItself = (view: ObservationView): boolean =>
  view.value !== null && !wordings(valueConcept(view.value)).every((text) => ELSEWHERE.test(text.trim()));
/** The answer stands in the components. */
const ELSEWHERE =
  /^(?:see (?:below|components?|results?|details?|table)|final|complete[d]?|reported|done|results? (?:below|follow)|-+)\.?$/i;

/** A variant assessment whose gene and change stand in columns with names in words alone: read as a row, with the assessment as its answer. */
export function rowInAssessment(view: ObservationView, chart: Chart): readonly ObservationView[] {
  if (view.components.some(({ codes }) => NAMES.some((code) => codes.has(code)))) return [];
  if (!view.components.some(({ code }) => wordings(code).some((name) => CHANGE.test(name.trim()) || ASKED.test(name.trim())))) return [];
  const row = rowOfColumns(view, chart);
  return row === null ? [] : [row];
}
const NAMES = [COMPONENT.cHgvs, COMPONENT.pHgvs, COMPONENT.gHgvs, COMPONENT.variation, COMPONENT.dbsnp, COMPONENT.iscn] as const;

/** `KRAS | p.G12C | c.34G>T | Pathogenic` as the answer "p.G12C c.34G>T Pathogenic" of a test of KRAS. */
export function rowOfColumns(view: ObservationView, chart: Chart): ObservationView | null {
  const columns = (pattern: RegExp, ...coded: readonly string[]): readonly Component[] =>
    view.components.filter(
      ({ code, codes }) => wordings(code).some((name) => pattern.test(name.trim())) || coded.some((one) => codes.has(one)),
    );
  const [named, ...others] = columns(GENE, COMPONENT.gene);
  if (others.length > 0) return null;
  const said = (of: readonly Component[]) => of.flatMap(({ value }) => wordings(valueConcept(value))).filter((text) => text.length < 120);
  const asked = columns(ASKED).filter((column) => said([column]).every((text) => severalChanges(text) === null));
  const found = columns(FOUND).filter((column) => said([column]).some(namesChange));
  const changed = [...columns(CHANGE, COMPONENT.pHgvs, COMPONENT.cHgvs), ...asked, ...found];
  const changes = said(changed).filter((text) => !NOTHING.test(text));
  const gene = named === undefined ? geneBeside(view, changes, chart) : testedIn(named, changes, chart);
  if (gene === null || pgxGene(gene) !== null) return null;
  const byName = named !== undefined && wordings(named.code).some((name) => GENE.test(name.trim()));
  const beside = view.components.filter((column) => column !== named && !changed.includes(column));
  const answers = [...said(columns(ORIGIN, COMPONENT.sourceClass)), ...answersOf(view, beside)];
  // The gene studied by its code heads stains and comments as well: only between a change in words and an answer is it a row.
  if ((!byName || asked.length > 0) && found.length === 0 && (changes.length === 0 || answersOf(view, beside).length === 0)) return null;
  const classes = said(columns(CLASS)).filter((text) => classificationOf([], [text]) !== null);
  const words = [...new Set([...changes, ...classes, ...answers])].join(' ');
  if (changes.length + answers.length === 0) return null;
  const { noValue: _, ...rest } = view;
  return {
    ...rest,
    code: { codings: [], text: gene },
    codes: new Set(),
    value: { kind: 'text', text: words },
    components: [],
    notes: [],
  };
}
const namesChange = (text: string): boolean => findHgvs([text]).c.length > 0 || proteinChanges(text).length > 0;
const NOTHING = /^(?:none|n\/?a|nil|null|unknown|-+)$/i;

/** What the column of the gene says was tested: a gene, a fusion ("EML4-ALK"), where no change is named a list of genes; null for anything else. */
function testedIn({ value }: Component, changes: readonly string[], chart: Chart): string | null {
  const { genes } = chart.vocabulary;
  const written = wordings(valueConcept(value));
  const fused = fusedGenes(
    written.map((text) => `${text} fusion`),
    genes,
  );
  if (fused.length === 2 && !testedTogether(fused)) return `${fused.join('::')} fusion`;
  const listed = listedGenes(written, genes)?.genes ?? [];
  if (listed.length > 1) return changes.length > 0 || listed.some((symbol) => pgxGene(symbol) !== null) ? null : listed.join(', ');
  const gene = geneNamed(valueConcept(value), genes);
  return gene.kind === 'gene' ? gene.symbol : null;
}

/** Without a column for it: the gene that the test is of, else the one that the change names ("EGFR L858R"). */
function geneBeside(view: ObservationView, changes: readonly string[], chart: Chart): string | null {
  const ofTest = geneOfTumourTest(view.code);
  if (ofTest !== null) return chart.vocabulary.genes.byName(ofTest);
  const [gene, ...others] = new Set(changes.flatMap((text) => symbolsIn(text, chart)));
  return gene === undefined || others.length > 0 ? null : gene;
}
