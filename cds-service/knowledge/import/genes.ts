/** Compiles HGNC's gene names into `fhir-profiles/codes/data/genes.json`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeHeader } from '../../../fhir-profiles/knowledge-header.ts';

export interface GenesFile {
  readonly header: KnowledgeHeader;
  /** One line per gene: symbol, HGNC number, NCBI Gene id, other names separated by `|`; fields separated by tabs. */
  readonly genes: string;
}

const FILE = 'gene_aliases_hgnc_2025-10.tsv';
const NOTATION = 'notation_aliases.tsv';
const DATE = '2025-10-07';

/**
 * Genes that matter for drugs but are not in the protein-coding list: a mitochondrial rRNA gene, and the UGT1A genes, which
 * HGNC files as one complex locus. Ids from HGNC and NCBI Gene.
 */
const ALSO = ['MT-RNR1\t7470\t4549\tMTRNR1|RNR1|12S rRNA', 'UGT1A1\t12530\t54658\tUGT1'];

/** Pure: the HGNC table and the notation aliases as text in, the compiled table out. Symbols are sorted. */
export function buildGenes(hgncTable: string, notationTable: string): GenesFile {
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
      ],
    },
    genes: [...lines, ...ALSO].sort().join('\n'),
  };
}

/** Reads the reference folder and gives the text of `genes.json`. */
export function importGenes(referenceFolder: string): string {
  const read = (name: string) => readFileSync(join(referenceFolder, name), 'utf8');
  return `${JSON.stringify(buildGenes(read(FILE), read(NOTATION)))}\n`;
}

function rows(table: string): readonly (readonly string[])[] {
  return table
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/\r$/, '').split('\t'));
}
