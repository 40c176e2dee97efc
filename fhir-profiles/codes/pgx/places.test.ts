import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../cds-service/knowledge/package-root.ts';
import { onGrch38, PHARMACOGENE_SPANS, pharmacogeneAt } from './places.ts';

const reference = join(packageRoot(), '..', 'shared', 'reference');
const mane = join(reference, 'oncology', 'mane_transcripts_v1.0.tsv');
const definitions = join(reference, 'pgx', 'allele_definitions');

describe('the pharmacogene at a place of GRCh38', () => {
  it.each([
    ['DPYD c.1905+1', '1', 97450058, 'DPYD'],
    ['one base before DPYD', '1', 97077742, null],
    ['VKORC1 -1639, before its transcript', '16', 31096368, 'VKORC1'],
    ['the base beside it', '16', 31096369, null],
    ['the same number on another chromosome', '2', 97450058, null],
    ['G6PD on the X', 'X', 154536002, 'G6PD'],
  ])('%s', (_, chromosome, position, gene) => expect(pharmacogeneAt(chromosome, position)).toBe(gene));

  // Pairs as published: PEACH panel (Hartwig) for DPYD, dbSNP for the others; the second is that of the allele definitions.
  it.each([
    ['DPYD c.1905+1G>A', '1', 97915614, 97450058],
    ['DPYD c.1627A>G', '1', 97981395, 97515839],
    ['DPYD c.295_298del', '1', 98205966, 97740410],
    ['CYP2C19 c.681G>A', '10', 96541616, 94781859],
    ['CYP2C9 c.430C>T', '10', 96702047, 94942290],
    ['SLCO1B1 c.521T>C', '12', 21331549, 21178615],
    ['VKORC1 -1639G>A', '16', 31107689, 31096368],
    ['G6PD c.202G>A', 'X', 153764217, 154536002],
    ['G6PD c.376A>G', 'X', 153763492, 154535277],
    ['G6PD c.563C>T', 'X', 153762634, 154534419],
    ['G6PD c.1376G>T', 'X', 153760484, 154532269],
    ['G6PD c.95A>G', 'X', 153774276, 154546061],
    ['ABCG2 c.421C>A', '4', 89052323, 88131171],
    ['the base beside it', '4', 89052324, null],
    ['CYP2B6 before its intron 1: not translated', '19', 41497300, null],
    ['a place between two genes', '1', 98500000, null],
    ['the number of DPYD on chromosome 2', '2', 97915614, null],
  ])('from GRCh37: %s', (_, chromosome, position, expected) => expect(onGrch38(chromosome, position)).toBe(expected));

  it.runIf(existsSync(mane))('no span overlaps a transcript of another gene', () => {
    const rows = readFileSync(mane, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'));
    for (const [gene, chromosome, start, end] of PHARMACOGENE_SPANS.filter(([name]) => name !== 'UGT1A1')) {
      const met = rows.filter(
        ([symbol, , , , , , , , on, first, last]) => on === chromosome && symbol !== gene && Number(first) <= end && Number(last) >= start,
      );
      expect(met.map(([symbol]) => symbol)).toEqual([]);
    }
  });

  it.runIf(existsSync(definitions))('every position of the allele definitions is in the span of its gene', () => {
    for (const gene of new Set(PHARMACOGENE_SPANS.flatMap(([name, on]) => (on === 'MT' ? [] : [name])))) {
      const file = JSON.parse(readFileSync(join(definitions, `${gene}.json`), 'utf8')) as {
        chromosome: string;
        variants: readonly { pos: number }[];
      };
      for (const { pos } of file.variants)
        expect(`${gene} ${String(pharmacogeneAt(file.chromosome.replace('chr', ''), pos))}`).toBe(`${gene} ${gene}`);
    }
  });
});
