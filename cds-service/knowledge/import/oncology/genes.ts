/** Compiles gene models for the genes that the oncology knowledge speaks of: HGNC names, MANE, exons, known changes. */
import { join } from 'node:path';
import { codingName } from '../../oncology/notation/coding.ts';
import type { GeneNames } from '../../oncology/notation/fusion.ts';
import { parseProtein, proteinName } from '../../oncology/notation/protein.ts';
import { MORE_CODING } from '../coding-names.ts';
import { countedTo, numberedAlike, unversioned } from '../exon-numbering.ts';
import { readTsv, type TsvRow } from './tsv.ts';

/** HGNC as a whole: needed while importing, far too much to ship. */
export interface HgncNames extends GeneNames {
  /** Aliases that lead to exactly one gene and are no approved symbol themselves. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Common spellings that HGNC does not list; from the notation table. */
const SPELLINGS: Readonly<Record<string, string>> = {
  'HER-2': 'ERBB2', 'HER-2/NEU': 'ERBB2', 'HER2/NEU': 'ERBB2', 'PD-L1': 'CD274', PDL1: 'CD274', P53: 'TP53', 'C-KIT': 'KIT', 'C-MET': 'MET',
}; // prettier-ignore

export function readHgnc(folder: string): HgncNames {
  const rows = readTsv(join(folder, 'gene_aliases_hgnc_2025-10.tsv'));
  const approved = new Map(rows.map((row) => [row('symbol').toUpperCase(), row('symbol')]));
  const aliases = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const row of rows) {
    for (const alias of row('synonyms').split('|')) {
      const key = alias.trim().toUpperCase();
      if (key.length < 3 || approved.has(key)) continue;
      const other = aliases.get(key);
      if (other !== undefined && other !== row('symbol')) ambiguous.add(key);
      aliases.set(key, row('symbol'));
    }
  }
  for (const key of ambiguous) aliases.delete(key);
  for (const [key, symbol] of Object.entries(SPELLINGS)) aliases.set(key, symbol);
  // Genes that HGNC's protein-coding list leaves out but profiles name.
  return { aliases, symbol: (name) => approved.get(name.toUpperCase()) ?? aliases.get(name.toUpperCase()) ?? null };
}

/**
 * Stretches of protein named in profiles, first and last codon.
 *  ERBB2, TP53, PML: computed from the coordinates CIViC gives for the variant of that name.
 *  FLT3: the two codons that the labels of FLT3 inhibitors name (D835, I836).
 *  ABL1: kinase domain construct 229–500 (UniProt P00519 region used in structures); P-loop 244–255, the residues of
 *  the P-loop group in the table of imatinib-resistance mutations (Blood 2003;102:276 and review in Hematology 2004).
 *  STAT3 and others without a sure range are left out: their rows match by name alone.
 */
const REGIONS: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  ABL1: { 'kinase domain': [229, 500], 'P-loop': [244, 255] },
  FLT3: { 'kinase domain': [835, 836] },
};
const REGION_VARIANTS: Readonly<Record<string, readonly [gene: string, region: string]>> = {
  'ERBB2 KINASE DOMAIN MUTATION': ['ERBB2', 'kinase domain'],
  'TP53 DNA BINDING DOMAIN MUTATION': ['TP53', 'DNA binding domain'],
};

/** The range table counts NPM1 on a transcript with twelve exons; CIViC and MANE (NM_002520.7) count eleven. */
const EXON_SHIFT: Readonly<Record<string, number>> = { NPM1: -1 };

export interface GeneRecord {
  mane?: string;
  /** MANE Select as Ensembl names it. */
  enst?: string;
  /** Further transcripts that count as MANE Select does, with the last codon up to which that is shown. */
  numbered?: Record<string, number>;
  /** Coding names of `coding` that hold on these transcripts alone, which count otherwise. */
  elsewhere?: Record<string, readonly string[]>;
  transcript?: string;
  /** [exon, first codon, last codon, first base, last base] */
  exons: number[][];
  /** Chromosome and strand with, for each of `exons`, first and last place of its coding part on GRCh37: `["7+", [55086971, 55087058], …]`. */
  on?: [string, ...(readonly [number, number])[]];
  /** Last codon up to which `exons` counts as MANE Select does; absent where that is not shown. */
  countedTo?: number;
  regions?: Record<string, readonly [number, number]>;
  known: string[];
  coding?: Record<string, string>;
  genomic?: Record<string, string>;
  rs?: Record<string, string>;
  suppressor?: true;
}
export interface GeneFile {
  genes: Record<string, GeneRecord>;
  aliases: Record<string, string>;
}

export interface GeneRequest {
  readonly folder: string;
  readonly hgnc: HgncNames;
  readonly genes: ReadonlySet<string>;
  /** Gene → canonical protein changes that accepted evidence is about. */
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
  readonly suppressors: ReadonlySet<string>;
}

export function compileGenes({ folder, hgnc, genes, known, suppressors }: GeneRequest): GeneFile {
  const records: Record<string, GeneRecord> = {};
  for (const symbol of [...genes].sort()) {
    records[symbol] = {
      exons: [],
      known: [...(known.get(symbol) ?? [])].sort(),
      ...(suppressors.has(symbol) ? { suppressor: true as const } : {}),
    };
  }
  const selected = new Map<string, TsvRow>();
  for (const row of readTsv(join(folder, 'mane_transcripts_v1.0.tsv'))) {
    const record = records[row('symbol')];
    if (!record || row('mane_status') !== 'MANE Select') continue;
    record.mane = row('refseq_nm');
    record.enst = row('ensembl_enst');
    selected.set(row('symbol'), row);
  }
  const exonRows = readTsv(join(folder, 'exon_codon_ranges_hg19.tsv'));
  for (const row of exonRows) {
    const record = records[row('gene')];
    if (!record) continue;
    record.transcript = row('transcript');
    if (row('codon_first') === '' || row('codon_last') === '') continue;
    const places = ['codon_first', 'codon_last', 'cds_start', 'cds_end'].map((column) => Number(row(column)));
    record.exons.push([Number(row('exon')) + (EXON_SHIFT[row('gene')] ?? 0), ...places]);
    record.on ??= [`${row('chrom').replace(/^chr/, '')}${row('strand')}`];
    record.on.push(codingPart(row));
  }
  // A single coding exon with untranslated ends on both sides has no anchor.
  for (const record of Object.values(records)) if (record.exons.length < 2) delete record.on;
  const summaries = readTsv(join(folder, 'civic', 'VariantSummaries_2021-02.tsv'));
  addNames(records, summaries, hgnc);
  addNumbering(records, selected, summaries, hgnc);
  for (const [gene, regions] of Object.entries(REGIONS)) if (records[gene]) records[gene].regions = { ...regions };
  addRegions(records, summaries, exonRows);
  const aliases = Object.fromEntries([...hgnc.aliases].filter(([, symbol]) => records[symbol]).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { genes: records, aliases };
}

/** Coding, genomic (GRCh37) and rs names of single protein changes; a name that two changes share is left out. */
function addNames(records: Record<string, GeneRecord>, summaries: readonly TsvRow[], hgnc: HgncNames): void {
  const collected = new Map<
    string,
    { coding: Map<string, Set<string>>; genomic: Map<string, Set<string>>; rs: Map<string, Set<string>> }
  >();
  for (const row of summaries) {
    const gene = hgnc.symbol(row('gene'));
    const change = parseProtein(row('variant').replace(/\s*\(.*$/, ''));
    if (gene === null || !records[gene] || !change || change.kind === 'codon') continue;
    const into = collected.get(gene) ?? { coding: new Map(), genomic: new Map(), rs: new Map() };
    collected.set(gene, into);
    const name = proteinName(change);
    for (const expression of row('hgvs_expressions').split(',')) {
      const coding = /:(c\.[^,]+)$/.exec(expression)?.[1];
      if (coding !== undefined) put(into.coding, codingName(coding), name);
    }
    const [chromosome, start, from, to] = ['chromosome', 'start', 'reference_bases', 'variant_bases'].map((column) => row(column));
    if (chromosome && start && from && to && row('reference_build') === 'GRCh37')
      put(into.genomic, `${chromosome}:${start}:${from}>${to}`, name);
    for (const alias of row('variant_aliases').split(',')) if (/^RS\d+$/i.test(alias)) put(into.rs, alias.toLowerCase(), name);
  }
  for (const [gene, names] of Object.entries(MORE_CODING)) {
    const into = collected.get(gene) ?? { coding: new Map(), genomic: new Map(), rs: new Map() };
    collected.set(gene, into);
    for (const [coding, name] of Object.entries(names)) put(into.coding, codingName(coding), name);
  }
  for (const [gene, { coding, genomic, rs }] of collected) {
    const record = records[gene];
    if (!record) continue;
    Object.assign(record, { coding: single(coding), genomic: single(genomic), rs: single(rs) });
  }
}
function addNumbering(
  records: Record<string, GeneRecord>,
  selected: ReadonlyMap<string, TsvRow>,
  summaries: readonly TsvRow[],
  hgnc: HgncNames,
): void {
  const byGene = new Map<string, TsvRow[]>();
  for (const row of summaries) {
    const symbol = hgnc.symbol(row('gene')) ?? '';
    byGene.set(symbol, [...(byGene.get(symbol) ?? []), row]);
  }
  for (const [symbol, record] of Object.entries(records)) {
    const rows = byGene.get(symbol) ?? [];
    const mane = selected.get(symbol);
    const codon = countedTo(record, mane, rows);
    if (codon !== null) record.countedTo = codon;
    if (mane === undefined) continue;
    const numbered = numberedAlike(mane, rows);
    if (Object.keys(numbered).length > 0) record.numbered = numbered;
    const elsewhere = namesElsewhere(
      record,
      [unversioned(mane('refseq_nm')), unversioned(mane('ensembl_enst')), ...Object.keys(numbered)],
      rows,
    );
    if (Object.keys(elsewhere).length > 0) record.elsewhere = elsewhere;
  }
}

/** Coding names that CIViC gives on other transcripts only: `c.1001C>T` is ABL1 T315I on NM_007313 and another change on MANE Select. */
function namesElsewhere(record: GeneRecord, alike: readonly string[], rows: readonly TsvRow[]): Record<string, readonly string[]> {
  const places = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const expression of row('hgvs_expressions').split(',')) {
      const [, transcript, coding] = /^\s*((?:NM_|ENST)\d+)(?:\.\d+)?:(c\.[^,]+)$/.exec(expression) ?? [];
      if (transcript !== undefined && coding !== undefined) put(places, codingName(coding), transcript);
    }
  }
  const names = Object.keys(record.coding ?? {}).filter((name) => {
    const on = places.get(name);
    return on !== undefined && ![...on].some((transcript) => alike.includes(transcript));
  });
  return Object.fromEntries(names.map((name) => [name, [...(places.get(name) ?? [])].sort()]));
}

function put(into: Map<string, Set<string>>, key: string, value: string): void {
  into.set(key, (into.get(key) ?? new Set()).add(value));
}
function single(from: ReadonlyMap<string, ReadonlySet<string>>): Record<string, string> {
  return Object.fromEntries([...from].filter(([, names]) => names.size === 1).map(([key, names]) => [key, [...names][0] ?? '']));
}

/** The table's exons hold untranslated ends: the first coding one is counted from its end, the others from their start. */
function codingPart(row: TsvRow): readonly [number, number] {
  const [first, last, start, end] = ['cds_start', 'cds_end', 'exon_start_hg19', 'exon_end_hg19'].map((column) => Number(row(column))) as [
    number,
    number,
    number,
    number,
  ];
  const length = last - first;
  const fromStart = (first === 1) === (row('strand') === '-');
  return fromStart ? [start, start + length] : [end - length, end];
}

function addRegions(records: Record<string, GeneRecord>, summaries: readonly TsvRow[], exons: readonly TsvRow[]): void {
  for (const row of summaries) {
    const named = REGION_VARIANTS[`${row('gene')} ${row('variant')}`.toUpperCase()];
    const record = named && records[named[0]];
    if (!named || !record) continue;
    const ends = [codonAt(exons, named[0], Number(row('start'))), codonAt(exons, named[0], Number(row('stop')))].sort((a, b) => a - b);
    record.regions = { ...record.regions, [named[1]]: [ends[0] ?? 0, ends[1] ?? 0] };
  }
}
/** Codon at a genomic position; in an intron, the nearer end of the next exon inwards. */
function codonAt(exons: readonly TsvRow[], gene: string, position: number): number {
  for (const row of exons.filter((exon) => exon('gene') === gene && exon('cds_start') !== '')) {
    const [start, end, base] = ['exon_start_hg19', 'exon_end_hg19', 'cds_start'].map((column) => Number(row(column))) as [
      number,
      number,
      number,
    ];
    if (position < start || position > end) continue;
    const codingBase = row('strand') === '-' ? base + (end - position) : base + (position - start);
    return Math.ceil(codingBase / 3);
  }
  throw new Error(`position ${position} lies in no coding exon of ${gene}`);
}
