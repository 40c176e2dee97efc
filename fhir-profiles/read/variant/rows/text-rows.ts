/**
 * Findings that stand with their genes in the value of a test with a general name: "Somatic mutations: EGFR L858R; TP53 R273H", "Gene: EGFR; Variant:
 * L858R; Result: detected", a table with marks between its columns. Each is read like a test of its gene; where one of them cannot be read, none is, and
 * the whole is told (`report-text.ts`).
 */
import { answerTakenBack, noteTakesBack } from '../../../codes/doubt/index.ts';
import { withSymbols } from '../../../codes/gene/spellings.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { personAnswering } from '../../another-person.ts';
import type { Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { Component, ObservationView } from '../../observation.ts';
import { isAnswerColumn, isMeasuredColumn } from './column-answers.ts';
import { ASKED, CHANGE, CLASS, GENE, ORIGIN } from './columns.ts';
import { fusedGenes, partnersInText } from '../notation/fusion.ts';
import { testedTogether } from '../notation/gene-groups.ts';
import { rowOfColumns } from './index.ts';
import { listedMarker, listedResults, type ListedMarker } from '../../result-list.ts';
import { symbolsIn } from '../result/variant-genes.ts';
import { presenceInWords } from '../parts/presence-in-words.ts';

/** One Observation for each finding; empty where the name is not general or the value no list of findings. */
export function textRows(view: ObservationView, chart: Chart): readonly ObservationView[] {
  const names = wordings(view.code);
  const [said, ...others] = wordings(valueConcept(view.value));
  if (said === undefined || others.length > 0 || view.components.length > 0) return [];
  const list = listedResults(names, said);
  if (list === null) return [];
  const rows = tableIn(said);
  if (rows?.flat().some(isInDoubt) === true) return [];
  const found =
    rows === null ? listIn(list, view, chart) : rows.map((cells) => rowOfColumns({ ...view, value: null, components: cells }, chart));
  return found.some((row) => row === null)
    ? []
    : found.flatMap((row, at) =>
        row === null ? [] : [at === 0 ? row : { ...row, entry: { ...view.entry, reference: `${view.entry.reference}#${at + 1}` } }],
      );
}

/** A cell of another person, of a control, or taken back by itself. */
const isInDoubt = ({ value }: Component): boolean => value?.kind === 'text' && isOfOtherOrTakenBack(value.text);
function isOfOtherOrTakenBack(said: string): boolean {
  return (
    personAnswering(said) !== null ||
    answerTakenBack(said) ||
    noteTakesBack(said) ||
    /\bcontrol (?:sample|specimen|DNA|material)\b/i.test(said)
  );
}

/** "HER2 3+ (Ventana 4B5)", "HER2 not overexpressed": of the receptor, and no row of the gene. */
const isReceptor = (part: string): boolean =>
  /^(?:HER-?2(?:\/neu)?|ERBB2)\b(?=.*(?:\bIHC\b|(?<!\d)[0-3]\s?\+|overexpress|\b4B5\b|HercepTest))(?!.*(?:mutat|exon|[cp]\.|\b[A-Z]\d{3}))/i.test(
    part,
  );

/** Results of markers in such a list; `besideGenes`: results of genes stand there as well. */
export function markerRows(
  view: ObservationView,
  chart: Chart,
): { readonly markers: readonly ListedMarker[]; readonly besideGenes: boolean } {
  const [said, ...others] = wordings(valueConcept(view.value));
  const list = said === undefined || others.length > 0 || view.components.length > 0 ? null : listedResults(wordings(view.code), said);
  const parts = list === null || (said !== undefined && tableIn(said) !== null) ? [] : partsOf(list, chart);
  const markers = parts.flatMap((part) => listedMarker(part) ?? []);
  // Beside a part that nobody reads the whole is told as it was written.
  if (parts.some((part) => listedMarker(part) === null && isReceptor(part))) return { markers: [], besideGenes: true };
  if (!parts.every((part) => listedMarker(part) !== null || isPlain(part, chart) || isRow(part, view, chart)))
    return { markers: [], besideGenes: true };
  return { markers, besideGenes: markers.length < parts.length };
}

/** Genes of which such a list says something that cannot be read here: "ALK+" of a fusion, a mutation or a stain. */
export function unreadInList(view: ObservationView, chart: Chart): readonly string[] {
  const [said, ...more] = wordings(valueConcept(view.value));
  const list = said === undefined || more.length > 0 || view.components.length > 0 ? null : listedResults(wordings(view.code), said);
  const parts = list === null || (said !== undefined && tableIn(said) !== null) ? [] : partsOf(list, chart);
  if (parts.length < 2 && !parts.some((part) => COPIES.test(part))) return [];
  const others = parts.filter((part) => listedMarker(part) === null && !isReceptor(part));
  if (!others.every((part) => isPlain(part, chart))) return [];
  const genes = others.flatMap((part) => headOf(part, chart));
  return [...new Set(genes)].filter((gene) => pgxGene(gene) === null);
}

/** The genes at the head of a part: "EGFR/ALK". */
function headOf(part: string, chart: Chart): readonly string[] {
  const [head = ''] = /^[A-Z][A-Z0-9]*(?:\/[A-Z0-9]+)*/.exec(part) ?? [];
  return withSymbols(head)
    .split('/')
    .flatMap((one) => symbolsIn(one, chart));
}
/** A gene and a word of presence or of copies. */
const isPlain = (part: string, chart: Chart): boolean =>
  headOf(part, chart).length > 0 && (presenceInWords(part.replace(/^[A-Z][A-Z0-9/]*/, '')) !== null || COPIES.test(part));
const isRow = (part: string, view: ObservationView, chart: Chart): boolean =>
  deniedTogether(part, view, chart) !== null || rowOfPart(part, view, chart) !== null;
const COPIES = /\bgain\b|\bloss\b|amplif|\bdelet|\bcop(?:y|ies)\b/i;

const COLUMNS = [GENE, CHANGE, ASKED, CLASS, ORIGIN, /^(?:tier|zygosity|exon|transcript|coverage|read depth)$/i];
const isColumn = (name: string): boolean =>
  COLUMNS.some((pattern) => pattern.test(name.trim())) || isAnswerColumn(name) || isMeasuredColumn(name);
const cell = (name: string, value: string): Component => ({
  code: { codings: [], text: name.trim() },
  codes: new Set(),
  value: { kind: 'text', text: value.trim() },
  interpretation: [],
  element: {},
});

/** Rows below a line of column names, or "name: value" with a gene at the head of each row; null for any other text. */
function tableIn(text: string): readonly (readonly Component[])[] | null {
  const lines = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.split(/\||\t/).filter((one) => one.trim() !== '')]));
  const [head = [], ...body] = lines;
  if (head.length > 1 && body.length > 0 && head.every(isColumn) && head.some((name) => GENE.test(name.trim())))
    return body.every((row) => row.length === head.length) ? body.map((row) => row.map((value, at) => cell(head[at] ?? '', value))) : null;
  const pairs = text.split(/[;\n|]|,\s(?=[A-Za-z ]{3,20}:)/).flatMap((part) => (part.trim() === '' ? [] : [part.split(/:\s/)]));
  if (pairs.length < 2 || !pairs.every(([name = '', value, ...more]) => value !== undefined && more.length === 0 && isColumn(name)))
    return null;
  const rows: Component[][] = [];
  for (const [name = '', value = ''] of pairs) {
    if (GENE.test(name.trim())) rows.push([]);
    rows.at(-1)?.push(cell(name, value));
  }
  const isRow = (row: readonly Component[]): boolean => row.length > 1 && new Set(row.map(({ code }) => code.text)).size === row.length;
  return GENE.test((pairs[0]?.[0] ?? '').trim()) && rows.every(isRow) ? rows : null;
}

/** A denial that could be meant of all that stands before it. */
const SHARED = /\b(?:not (?:detected|found|present|seen|identified)|negative|absent|undetected|none)\b/i;

/** "EGFR L858R; KRAS: wild type": each part begins with its gene. Null for a part that does not. */
function listIn(text: string, view: ObservationView, chart: Chart): readonly (ObservationView | null)[] {
  // Markers are read where markers are.
  const parts = partsOf(text, chart).filter((part) => listedMarker(part) === null);
  const denied = parts.some((part) => SHARED.test(part));
  // Behind a list of several a denial may be of the last or of all; where it stands behind more than one, each has its own.
  if (
    denied &&
    parts.length > 1 &&
    parts.filter((part) => SHARED.test(part)).length < 2 &&
    !parts.every((part) => /^[\w-]+:/.test(part) || presenceInWords(part) !== null)
  )
    return [null];
  return parts.flatMap((part) => deniedTogether(part, view, chart) ?? rowOfPart(part, view, chart));
}

/** "BRCA1/2 negative", "KRAS/NRAS: wild type": a plain denial of each of them. */
function deniedTogether(part: string, view: ObservationView, { vocabulary }: Chart): readonly ObservationView[] | null {
  const spelled = part.replace(ALL_RAS, 'RAS').replace(RAS_IN_HEAD, 'KRAS/NRAS');
  const [, head = '', rest = ''] = /^([A-Z][A-Z0-9]+(?:\/[A-Z0-9]+)+)[:\s]+(\D+)$/.exec(spelled) ?? [];
  const named = withSymbols(head).split('/');
  const genes = named.flatMap((symbol) => vocabulary.genes.bySymbol(symbol) ?? []);
  if (genes.length < 2 || genes.length < named.length || !testedTogether(genes) || presenceInWords(rest) !== 'absent') return null;
  return genes.map((gene) => rowOf(gene, rest, view));
}

/** "All RAS wild type": KRAS and NRAS, the two that colorectal reports mean. */
const ALL_RAS = /^(?:all[- ]|pan[- ]?|extended )RAS(?![A-Za-z0-9])/i;
const RAS_IN_HEAD = /(?<=^(?:[A-Z0-9]+\/)*)RAS(?=[/:\s])/;

function rowOfPart(part: string, view: ObservationView, chart: Chart): ObservationView | null {
  const [head = ''] = /^[A-Z][A-Za-z0-9]*(?:(?:-|::|\/)[A-Z][A-Za-z0-9]*)?/.exec(part) ?? [];
  const rest = part.slice(head.length).replace(/^\s*[:|]?\s*/, '');
  if (isOfOtherOrTakenBack(rest) || isReceptor(part)) return null;
  const fused = fusedGenes([`${head} fusion`], chart.vocabulary.genes);
  if (fused.length === 2) return testedTogether(fused) ? null : rowOf(`${fused.join('::')} fusion`, rest === '' ? part : rest, view);
  const [gene, ...others] = symbolsIn(head, chart);
  if (gene === undefined || others.length > 0 || pgxGene(gene) !== null || rest === '') return null;
  if (/^\/\s?\d/.test(rest)) return null;
  // "NTRK3 fusion (ETV6-NTRK3)": the partner belongs to it.
  const partners = partnersInText([`${rest} fusion`], chart.vocabulary.genes);
  const pair = [partners?.fivePrime, partners?.threePrime];
  const own = pair.includes(gene) ? pair : [gene];
  return symbolsIn(rest.replace(/[-–/]/g, ' '), chart).some((other) => !own.includes(other)) ? null : rowOf(gene, rest, view);
}

const rowOf = (name: string, said: string, view: ObservationView): ObservationView => ({
  ...view,
  code: { codings: [], text: name },
  codes: new Set(),
  value: { kind: 'text', text: said },
  notes: [],
});

/** Parted at marks and sentences; at a comma or "and" only before another gene. */
function partsOf(text: string, chart: Chart): readonly string[] {
  return text
    .split(/[;\n]|(?<=[A-Za-z0-9)%+])\.\s(?=[A-Z][A-Z0-9]{1,7}\b)/)
    .flatMap((line) =>
      line.split(/,\s+|\s+(?:and|und|et|y|&|\+)\s+/).reduce<string[]>((parts, piece) => {
        const [symbol] = /^[A-Z][A-Za-z0-9]*/.exec(piece.trim()) ?? [''];
        const last = parts.pop();
        return last === undefined
          ? [piece]
          : symbolsIn(symbol, chart).length > 0 || listedMarker(piece) !== null || listedMarker(last) !== null
            ? [...parts, last, piece]
            : [...parts, `${last}, ${piece}`];
      }, []),
    )
    .map((part) =>
      part
        .replace(/^\s*(?:[-*•]|\(?\d{1,2}[.)])\s+/, '')
        .replace(/(?<=\w{2})\.\s*$/, '')
        .trim(),
    )
    .filter((part) => part !== '');
}
