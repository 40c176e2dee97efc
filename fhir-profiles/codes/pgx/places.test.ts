import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../cds-service/knowledge/package-root.ts';
import { PHARMACOGENE_SPANS, pharmacogeneAt } from './places.ts';

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
    for (const gene of new Set(PHARMACOGENE_SPANS.map(([name]) => name))) {
      const file = JSON.parse(readFileSync(join(definitions, `${gene}.json`), 'utf8')) as {
        chromosome: string;
        variants: readonly { pos: number }[];
      };
      for (const { pos } of file.variants)
        expect(`${gene} ${String(pharmacogeneAt(file.chromosome.replace('chr', ''), pos))}`).toBe(`${gene} ${gene}`);
    }
  });
});
