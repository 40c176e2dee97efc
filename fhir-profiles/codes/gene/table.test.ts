import { describe, expect, it } from 'vitest';
import { geneTable } from './table.ts';

const header = { id: 'genes', version: '1', date: '2026-01-01', licence: 'CC0-1.0', sources: [] };
const table = geneTable({
  header,
  genes: [
    'ERBB2\t3430\t2064\tHER2|HER-2/neu|NGL',
    'ABCB1\t40\t5243\tP-gp|MDR1',
    'PGP\t8909\t283871\t',
    'KMT2D\t7133\t8085\tMLL2',
    'KMT2B\t15840\t9757\tMLL2',
    'HLA-B\t4932\t3106\tAS',
  ].join('\n'),
  transcripts: 'ERBB2\tENSG141736 NM4448',
});

describe('gene names', () => {
  it.each([
    ['ERBB2', 'ERBB2'],
    ['erbb2', 'ERBB2'],
    ['HER2', 'ERBB2'],
    ['her-2/NEU', 'ERBB2'],
    ['HER-2', 'ERBB2'],
    ['P-gp', 'ABCB1'],
    ['PGP', 'PGP'],
    ['MLL2', null],
    ['HLA-B', 'HLA-B'],
    ['', null],
    ['something', null],
  ])('%s is %s', (name, symbol) => expect(table.byName(name)).toBe(symbol));

  it('finds by HGNC id and NCBI Gene id, with and without prefix', () => {
    expect([table.byHgncId('HGNC:3430'), table.byHgncId('3430'), table.byHgncId('1')]).toEqual(['ERBB2', 'ERBB2', null]);
    expect([table.byEntrez('2064'), table.byEntrez('NCBIGene:2064')]).toEqual(['ERBB2', 'ERBB2']);
  });

  it('finds by Ensembl gene id, whatever its version', () => {
    expect(['ENSG00000141736', 'ENSG00000141736.14', 'ENSG00000000001'].map((id) => table.byTranscript(id))).toEqual([
      'ERBB2',
      'ERBB2',
      null,
    ]);
  });

  it('an alias is no symbol', () => expect(table.bySymbol('HER2')).toBeNull());
});
