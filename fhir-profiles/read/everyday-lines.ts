/**
 * Ordinary lines whose title is a gene's symbol as well are left out before genes and markers are read: "ALK 85 U/L", "RET 1.2 %", "MET R", "PR 160 ms".
 * Where anything around them is of genes or of a tumour (method, specimen, category, the report that lists them), they stay.
 */
import { biomarkerTest } from '../codes/biomarker-tests.ts';
import { isEveryday, isNewbornScreen, OF_NO_GENES, shortTitle, withoutEverydayPieces, type Answer } from '../codes/everyday-titles.ts';
import { pgxGene } from '../codes/pgx/genes.ts';
import { geneOfTestCode } from '../codes/pgx/test-codes.ts';
import { tumourTest } from '../codes/tumour/test-codes.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Chart } from './chart.ts';
import { isFamilyHistory } from './condition.ts';
import { isRefuted } from './condition-status.ts';
import { valueConcept } from './element-value.ts';
import { concept, list, wordings, type Concept } from './elements.ts';
import type { Intake } from './intake.ts';
import { isGenetic } from './last-net/spoken.ts';
import type { Component, ObservationView } from './observation.ts';
import { namesTumour } from './tumour/tumour-type.ts';
import { isGeneticReport } from './unread.ts';

/** The chart without them. */
export function withoutEverydayLines(chart: Chart): Chart {
  const listed = listedWithGenes(chart);
  const beside = () => hasTumour(chart);
  const left = new Map(
    chart.observations.flatMap((view) => {
      if (listed.has(view.entry.reference) || isOfGenes(view)) return [[view.entry, view] as const];
      if (view.components.length === 0) return isOrdinary(view, chart, beside) ? [] : [[view.entry, view] as const];
      const components = view.components.filter((part) => !isOrdinary(part, chart, beside));
      return [[view.entry, components.length === view.components.length ? view : { ...view, components }] as const];
    }),
  );
  return { ...chart, observations: [...left.values()], viewOf: (entry) => left.get(entry) };
}

type Line = Pick<Component, 'code' | 'value' | 'interpretation'>;

function isOrdinary(line: Line, { vocabulary }: Chart, tumour: () => boolean): boolean {
  const titles = titlesOf(line.code);
  const [first] = titles.flatMap((title) => shortTitle(title) ?? []);
  const answer = answerOf(line);
  if (answer === null) return false;
  if (first === undefined) return isNewbornScreen(titles, answer);
  // A second title that says more decides with it: "ALK | Alkaline phosphatase" is none, "ALK | ALK gene" is one.
  if (titles.some((title) => shortTitle(title) !== first && OF_GENES.test(title))) return false;
  return isEveryday(first, answer, geneOf(first, vocabulary), tumour());
}

/** Of a pharmacogene a number may be the score. */
function geneOf(title: string, { genes }: Vocabulary): { readonly scored: boolean } {
  const gene = genes.byName(title);
  return { scored: gene === null || pgxGene(gene) !== null };
}

/** Is this what a report of that name, with nothing more to it, says of something ordinary? "ALK: 85 U/L", "ER: chest pain". */
export function isEverydayReport(name: string, said: readonly string[], chart: Chart): boolean {
  const title = shortTitle(name);
  return title !== null && said.length > 0 && isEveryday(title, { words: said }, geneOf(title, chart.vocabulary), hasTumour(chart));
}

/**
 * The words of a record without what is ordinary in them; empty for records in which short names stand for no genes. `titles`: what the record is called.
 */
export function wordsOfGenes(words: string, titles: readonly string[], chart: Chart): string {
  if (titles.some((title) => OF_NO_GENES.test(title))) return '';
  if (titles.some((title) => speaksOfTumours(title))) return words;
  return withoutEverydayPieces(
    words,
    (title) => geneOf(title, chart.vocabulary),
    () => hasTumour(chart),
  );
}

/** A title in words, else the local code that stands in its place. */
function titlesOf(code: Concept): readonly string[] {
  const words = wordings(code);
  return words.length > 0 ? words : code.codings.map((coding) => coding.code);
}

function answerOf({ value, interpretation }: Line): Answer | null {
  if (value?.kind === 'quantity') return { words: [], number: value.unit === undefined ? {} : { unit: value.unit } };
  if (value?.kind === 'ratio' || value?.kind === 'range') return { words: [], number: {} };
  if (value?.kind === 'boolean') return { words: [], yesOrNo: true };
  const words =
    value === null ? interpretation.flatMap((flag) => [...wordings(flag), ...flag.codings.map(({ code }) => code)].slice(0, 1)) : [];
  const said = [...wordings(valueConcept(value)), ...words];
  return said.length === 0 ? null : { words: said };
}

const OF_GENES =
  /\bgenes?\b|\bgenetic|\bgenomic|mutat|variant|\bDNA\b|\bRNA\b|sequenc|fusion|rearrang|\bFISH\b|\bIHC\b|immuno|stain|receptor|tumou?r|oncogene|kinase|expression/i;
const METHOD = /\bIHC\b|immun|stain|\b[FCD]?ISH\b|hybridi|sequenc|\bPCR\b|\bNGS\b|genotyp|histo|patholog/i;
const TISSUE = /tissue|tumou?r|biops|FFPE|paraffin|block|marrow|resection|ct-?DNA|cell-free/i;

/** By its own code, category, method, specimen, links or notes. */
function isOfGenes(view: ObservationView): boolean {
  const { code, codes, method, specimen, notes, links, components } = view;
  return (
    isGenetic(view) ||
    code.codings.some((coding) => biomarkerTest([coding.code], []) !== null || geneOfTestCode(coding.code) !== null) ||
    [...codes].some((one) => tumourTest(one) !== undefined) ||
    components.some(
      (part) => part.codes.size > 0 && part.code.codings.some(({ code: own }) => /^(?:4800[0-9]|480[1-9]\d|5\d{4}|8\d{4})-\d$/.test(own)),
    ) ||
    wordings(method).some((words) => METHOD.test(words)) ||
    (specimen !== undefined && TISSUE.test(specimen)) ||
    notes.some((note) => OF_GENES.test(note)) ||
    links.length > 0
  );
}

/** Results that a report or a panel of genes, stains or a tumour lists. */
function listedWithGenes({ intake, observations }: Chart): ReadonlySet<string> {
  const reports = intake
    .ofType('DiagnosticReport')
    .filter(
      (report) => isGeneticReport(report) || [concept(report.resource['code'])].flatMap(wordings).some((name) => speaksOfTumours(name)),
    )
    .flatMap((report) => list(report.resource['result']).flatMap((item) => intake.resolve(item, report)?.reference ?? []));
  const panels = observations
    .filter((view) => view.members.length > 0 && (isGenetic(view) || titlesOf(view.code).some((name) => speaksOfTumours(name))))
    .flatMap(({ members }) => members.map(({ reference }) => reference));
  return new Set([...reports, ...panels]);
}
const REPORTED =
  /patholog|histo|cytolog|immuno-?(?:histo|stain)|\bIHC\b|tumou?r|cancer|oncolog|biomarker|molecular|mutat|biops|receptor|genomic|genetic|\bFISH\b/i;

/** Is it the name of a record of tissue, of tumours or of genes? */
export const speaksOfTumours = (name: string): boolean => REPORTED.test(name);

const tumours = new WeakMap<Intake, boolean>();
function hasTumour({ intake, vocabulary }: Chart): boolean {
  const known = tumours.get(intake);
  if (known !== undefined) return known;
  const found = intake
    .ofType('Condition')
    .some(
      (entry) => namesTumour(concept(entry.resource['code']), vocabulary.tumours) && !isFamilyHistory(entry) && !isRefuted(entry.resource),
    );
  tumours.set(intake, found);
  return found;
}
