/** The importers of gene names and tumour types, over rows in the form of their sources. */
import { describe, expect, it } from 'vitest';
import { geneTable } from '../../../fhir-profiles/codes/gene/table.ts';
import { buildGenes } from './genes.ts';
import { buildTumours } from './tumours/index.ts';

describe('genes', () => {
  const hgnc =
    'symbol\tentrez_id\thgnc_id\tensembl_id\tcytoband\ttype\tsynonyms\nERBB2\t2064\tHGNC:3430\tE\t17q12\tprotein-coding\tNGL|HER-2\n';
  const notation = 'label_or_alias\tcanonical\tkind\nHER-2/neu\tERBB2\tgene\nAZD9291\tOsimertinib\tdrug\n';
  it('keeps ids and every other name, and adds the genes that the list leaves out', () => {
    const file = buildGenes(hgnc, notation);
    const table = geneTable(file);
    expect(['NGL', 'HER-2/neu', 'MT-RNR1', 'UGT1A1', 'AZD9291'].map((name) => table.byName(name))).toEqual([
      'ERBB2',
      'ERBB2',
      'MT-RNR1',
      'UGT1A1',
      null,
    ]);
    expect(table.byHgncId('HGNC:3430')).toBe('ERBB2');
    expect(file.header.sources.every(({ licence }) => licence !== '')).toBe(true);
  });
});

describe('tumours', () => {
  it('stops when a curated name is not in the ontology', () => {
    expect(() =>
      buildTumours({
        diseaseOntology: 'doid\tlabel\tparents\tancestors\tsynonyms\ticd10cm\tsnomedct\tncit\tumls\ticdo\tefo\n',
        oncotree: 'code\tname\n',
        pairs: 'oncotree_code\tdoid\n',
      }),
    ).toThrow(/no term/);
  });
});
