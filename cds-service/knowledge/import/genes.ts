/** Compiles HGNC's gene names into `fhir-profiles/codes/data/genes.json`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeHeader } from '../../../fhir-profiles/knowledge-header.ts';

export interface GenesFile {
  readonly header: KnowledgeHeader;
  /** One line per gene: symbol, HGNC number, NCBI Gene id, other names separated by `|`; fields separated by tabs. */
  readonly genes: string;
  /** One line per gene: symbol, tab, its Ensembl gene, transcripts and proteins without version and leading zeros: `ENSG146648 NM5228 NP5219 ENST275493`. */
  readonly transcripts: string;
}

const FILE = 'gene_aliases_hgnc_2025-10.tsv';
const NOTATION = 'notation_aliases.tsv';
const MANE = 'mane_transcripts_v1.0.tsv';
const CIVIC = 'civic/VariantSummaries_2021-02.tsv';
const DATE = '2025-10-07';

/**
 * Genes that matter for drugs but are not in the protein-coding list: a mitochondrial rRNA gene, and the UGT1A genes, which
 * HGNC files as one complex locus. Ids from HGNC and NCBI Gene.
 */
const ALSO = ['MT-RNR1\t7470\t4549\tMTRNR1|RNR1|12S rRNA', 'UGT1A1\t12530\t54658\tUGT1'];

/** Pure: the HGNC table, the notation aliases, MANE and CIViC's variants as text in, the compiled table out. Symbols are sorted. */
export function buildGenes(hgncTable: string, notationTable: string, maneTable = '', civicTable = ''): GenesFile {
  const names = new Map<string, readonly string[]>();
  for (const [label = '', canonical = '', kind] of rows(notationTable)) {
    if (kind === 'gene') names.set(canonical, [...(names.get(canonical) ?? []), label]);
  }
  const lines = rows(hgncTable).map(([symbol = '', entrez = '', hgnc = '', , , , synonyms = '']) => {
    const others = new Set(synonyms.split('|').filter((name) => name !== '' && name !== symbol));
    for (const name of names.get(symbol) ?? []) others.add(name);
    return `${symbol}\t${hgnc.replace('HGNC:', '')}\t${entrez}\t${[...others].join('|')}`;
  });
  return {
    header: {
      id: 'hgnc-genes',
      version: '2025-10-07',
      date: DATE,
      licence: 'CC0-1.0',
      sources: [
        { label: 'HUGO Gene Nomenclature Committee', url: 'https://www.genenames.org', date: DATE, licence: 'CC0-1.0' },
        { label: 'NCBI Gene', url: 'https://www.ncbi.nlm.nih.gov/gene', date: DATE, licence: 'public domain' },
        {
          label: 'MANE 1.0 transcripts (NCBI, EMBL-EBI)',
          url: 'https://www.ncbi.nlm.nih.gov/refseq/MANE/',
          date: '2022-07-01',
          licence: 'public domain',
        },
        { label: 'CIViC variant summaries: further transcripts', url: 'https://civicdb.org', date: '2021-02-25', licence: 'CC0-1.0' },
      ],
    },
    genes: [...lines, ...ALSO].sort().join('\n'),
    transcripts: transcriptLines(
      rows(hgncTable).flatMap(([symbol = '', , , ensembl = '']) => ensembl.split('|').map((id) => [symbol, id] as const)),
      maneTable,
      civicTable,
    ),
  };
}

/** The Ensembl gene, MANE Select and Plus Clinical of every gene, and the further transcripts on which CIViC gives variants; one that two genes share is left out. */
function transcriptLines(ensembl: readonly (readonly [symbol: string, id: string])[], maneTable: string, civicTable: string): string {
  const symbols = new Set(ensembl.map(([symbol]) => symbol));
  const owners = new Map<string, string | null>();
  const add = (accession: string, symbol: string) => {
    const short = /^(N[MP]|ENS[TG])_?0*(\d+)(?:\.\d+)?$/.exec(accession.trim());
    if (short === null || !symbols.has(symbol)) return;
    const key = `${short[1] ?? ''}${short[2] ?? ''}`;
    const known = owners.get(key);
    owners.set(key, known === undefined || known === symbol ? symbol : null);
  };
  for (const [symbol, id] of ensembl) add(id, symbol);
  for (const [symbol = '', , , nm = '', np = '', enst = ''] of rows(maneTable)) for (const name of [nm, np, enst]) add(name, symbol);
  const columns = civicTable.split('\n', 1)[0]?.split('\t') ?? [];
  const [gene, expressions] = [columns.indexOf('gene'), columns.indexOf('hgvs_expressions')];
  for (const row of rows(civicTable)) {
    for (const written of (row[expressions] ?? '').split(','))
      if (/:[cp]\./.test(written)) add(written.split(':')[0] ?? '', row[gene] ?? '');
  }
  const bySymbol = new Map<string, string[]>();
  for (const [key, symbol] of owners) if (symbol !== null) bySymbol.set(symbol, [...(bySymbol.get(symbol) ?? []), key]);
  return [...bySymbol]
    .map(([symbol, keys]) => `${symbol}\t${keys.join(' ')}`)
    .sort()
    .join('\n');
}

/** Reads the reference folder and gives the text of `genes.json`. */
export function importGenes(referenceFolder: string): string {
  const read = (name: string) => readFileSync(join(referenceFolder, name), 'utf8');
  return `${JSON.stringify(buildGenes(read(FILE), read(NOTATION), read(MANE), read(CIVIC)))}\n`;
}

function rows(table: string): readonly (readonly string[])[] {
  return table
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/\r$/, '').split('\t'));
}
