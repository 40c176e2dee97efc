/**
 * A panel written into one value, as the lines of its genes: a table ("Gene | Genotype | Phenotype"), blocks of labelled lines ("Gene: CYP2C19", "Genotype: *2/*2"),
 * a gene alone with its answer in the lines below. Only the layout is read here; what a line says is judged line by line.
 */
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { pgxGenesIn, withoutGene } from './gene-in-text.ts';
import { hlaAlleles } from './hla-alleles.ts';

const MOST_LINES = 200;
const LONGEST = 20_000;

type Column = 'gene' | 'answer' | 'score' | 'aside';
const OF_ANSWER = String.raw`genot[iy]p(?:es?|o|os)?|g[ée]notypes?|diplot[iy]p(?:es?|o)?|star alleles?|alleles?|all[èe]les?|results?|ergebnis(?:se)?|befund|r[ée]sultats?|resultados?|risultat[io]|uitslag|resultaat|phenotypes?|ph[äa]notyp|ph[ée]notypes?|fenot[iy]po?s?|interpretations?|interpr[ée]tation|interpretaci[óo]n|interpretazione|interpreta[çc][ãa]o`;
const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['gene', /^(?:tested )?(?:genes?|gene[ /-](?:name|symbol|tested|marker)|markers?|test(?: name)?|analytes?|gen|g[èe]ne|genes?)$/i],
  [
    'answer',
    new RegExp(
      String.raw`^(?:(?:predicted |inferred |your |patient |final )?(?:${OF_ANSWER}|(?:metaboli[sz]er|metaboli[sz]ation|functional|function) (?:status|phenotype)|metabolic status|function)(?: (?:result|call))?)$`,
      'iu',
    ),
  ],
  ['score', /^(?:activity (?:score|value)|aktivit[äa]ts-?score)$/i],
  // What was looked for, what is usual, and which drugs it matters for say nothing of the patient.
  [
    'aside',
    /^(?:(?:affected|relevant|associated|related|impacted|example) )?(?:drugs?|medications?|medicines?)(?: affected| impacted)?$|^(?:#|nr|no\.?|chromosome|methods?|methodology|assay|platform)$|^(?:(?:variants?|alleles?|snps?|positions?) (?:tested|covered|assayed|interrogated))$|^(?:reference|normal|expected)(?: (?:range|genotype|allele|value|interval|result)s?)?$/i,
  ],
];
const RULE = /^[\s|:+=_-]+$/;
const HEADING =
  /^(?:(?:pharmaco(?:genomics?|genetics?)|pgx|genetic|genotyp(?:e|ing)|test|gene|panel|summary(?: of)?|final|laboratory|lab)[ -]){0,4}(?:results?|findings|summary|panel|report)(?: summary| table)?\s?:?$/i;
const BULLET = /^(?:[-*•·–—]|\d{1,2}[.)])\s+(?=\S)/;
const GENE_LABEL = /^(?:gene(?: name| symbol)?|test(?:ed gene)?)\s?[:=]\s?/i;
const ANSWER_LABEL =
  /^(?:(?:predicted |inferred |final )?(?:genotype|diplotype|phenotype|result|(?:metaboli[sz]er|function(?:al)?) (?:status|phenotype)|interpretation))\s?[:=]\s?/i;
const SCORE_LABEL = /^activity score\s?[:=]\s?/i;
/** "c.1905+1G>A: heterozygous" below its gene. */
const OF_LIST = /^(?:c\.[-*]?\d|rs\d{3,}|\*\s?\d)[^\s:]{0,30}\s?[:=–-]?\s/;

/**
 * @param written a value of several lines
 * @returns one line for each result with its gene and nothing of another, of two genes or more; null where it is no panel, or not all of its lines are understood
 */
export function panelLines(written: string): readonly string[] | null {
  if (!written.includes('\n') || written.length > LONGEST) return null;
  const lines = written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !RULE.test(line));
  if (lines.length > MOST_LINES) return null;
  while (lines[0] !== undefined && HEADING.test(lines[0])) lines.shift();
  const rows = inColumns(lines) ?? inBlocks(lines);
  if (rows === null) return null;
  const genes = rows.map(genesOfLine);
  return genes.every((own) => own.length === 1) && new Set(genes.flat()).size > 1 ? rows : null;
}

function genesOfLine(line: string): readonly string[] {
  const typed = hlaAlleles(line).flatMap(({ gene }) => (gene !== null && pgxGene(gene) !== null ? [gene] : []));
  return [...new Set([...pgxGenesIn(line), ...typed])];
}

/** Rows under a line of known names of columns; null without one, and where a row has other cells than the head. */
function inColumns([head = '', ...rows]: readonly string[]): readonly string[] | null {
  for (const cellsOf of [byBars, byTabs, byBlanks, byCommas]) {
    const names = cellsOf(head);
    const columns = names.map((name) => COLUMNS.find(([, words]) => words.test(name))?.[0]);
    if (names.length < 2 || columns[0] === undefined || columns.includes(undefined)) continue;
    if (columns.filter((column) => column === 'gene').length !== 1 || !columns.includes('answer')) continue;
    const read = rows.map((row) => rowOf(cellsOf(row), columns as readonly Column[]));
    return read.includes(null) ? null : (read as readonly string[]);
  }
  return null;
}

const unquoted = (cell: string): string => cell.trim().replace(/^"([^"]*)"$/, '$1');
const byBars = (line: string): readonly string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(unquoted);
const byTabs = (line: string): readonly string[] => line.split('\t').map(unquoted);
const byBlanks = (line: string): readonly string[] => line.split(/ {2,}/).map(unquoted);
const byCommas = (line: string): readonly string[] => line.split(/[,;]/).map(unquoted);

const EMPTY = /^(?:-|–|—|n\/?a)?$/i;

function rowOf(cells: readonly string[], columns: readonly Column[]): string | null {
  // Cells that are empty at the end are often left out.
  if (cells.length > columns.length || cells.length < 2) return null;
  const gene = cells[columns.indexOf('gene')] ?? '';
  const answers = cells.flatMap((cell, at) => {
    const column = columns[at];
    if (cell === '' || column === 'gene' || column === 'aside') return [];
    return [column === 'score' && !EMPTY.test(cell) ? `activity score ${cell}` : cell];
  });
  const given = answers.filter((cell) => !EMPTY.test(cell));
  return gene === '' ? null : [gene, ...(given.length > 0 ? given : ['not determined'])].join(' ');
}

/** Lines that name their gene, each with the lines behind it that answer. What an unknown line says of the gene above it is left to the reader of the row. */
function inBlocks(lines: readonly string[]): readonly string[] | null {
  const rows: { said: string; readonly gene: string; readonly open: boolean; answered: boolean }[] = [];
  for (const each of lines) {
    const line = withoutBars(each.replace(BULLET, ''));
    const [gene, ...others] = genesOfLine(line);
    if (others.length > 0) return null;
    if (gene !== undefined) {
      const named = line.replace(GENE_LABEL, '');
      const open = /^[\s:=,;–-]*$/.test(withoutGene(named, gene)) || ALLELE_ALONE.test(named);
      rows.push({ said: open ? named.replace(/\s?[:=]$/, '') : line, gene, open, answered: !open });
      continue;
    }
    const last = rows.at(-1);
    if (last === undefined || !last.open) return null;
    const answer = answerIn(line);
    last.said += `${OF_LIST.test(answer) && last.answered ? '; ' : ' '}${answer}`;
    last.answered = true;
  }
  return rows.map(({ said, answered }) => (answered ? said : `${said} not determined`));
}
/** Asked for, with its answer in the next line; by itself it would be a typing. */
const ALLELE_ALONE = /^(?:HLA-)?[A-Z]+\d?\*\d+:\d+\s?:?$/i;

const withoutBars = (line: string): string =>
  /\s?\|\s?/.test(line)
    ? line
        .split('|')
        .map((cell) => cell.trim())
        .filter((cell) => cell !== '')
        .join(' ')
    : line;

function answerIn(line: string): string {
  return SCORE_LABEL.test(line) ? `activity score ${line.replace(SCORE_LABEL, '')}` : line.replace(ANSWER_LABEL, '');
}
