import { describe, expect, it } from 'vitest';
import { shippedOncology } from '../../../test/oncology/knowledge.ts';
import { parseCoding } from '../../knowledge/oncology/notation/coding.ts';
import { changeInOneCodon } from './one-codon.ts';

const { genes } = shippedOncology();
const read = (gene: string, coding: string): string | null => {
  const model = genes.get(gene);
  const change = parseCoding(coding);
  return model === undefined || change === null ? null : changeInOneCodon(change, model);
};

describe('a change inside one codon', () => {
  it.each([
    ['BRAF', 'c.1799_1800delinsAA', 'V600E'],
    ['BRAF', 'c.1799_1800delTGinsAA', 'V600E'],
    ['BRAF', 'c.1798_1799delinsAA', 'V600K'],
    ['BRAF', 'c.1799_1800delinsAT', 'V600D'],
    ['KRAS', 'c.34_35delinsTT', 'G12F'],
    ['EGFR', 'c.2573_2574delinsGT', 'L858R'],
  ])('%s %s is %s', (gene, coding, name) => expect(read(gene, coding)).toBe(name));

  it.each([
    ['two codons', 'BRAF', 'c.1800_1801delinsAA'],
    ['a change of length', 'BRAF', 'c.1799_1800delinsAAA'],
    ['a deletion', 'BRAF', 'c.1799_1800del'],
    ['an intron', 'BRAF', 'c.1799+1_1799+2delinsAA'],
    ['a residue that is not known', 'BRAF', 'c.700_701delinsAA'],
    ['the same residue again', 'BRAF', 'c.1800G>A'],
  ])('%s is left open', (_, gene, coding) => expect(read(gene, coding)).toBeNull());
});

it('every known substitution inside one codon is read as the name it is known by', () => {
  const wrong: string[] = [];
  let read = 0;
  for (const gene of ['BRAF', 'KRAS', 'NRAS', 'EGFR', 'IDH1', 'IDH2', 'PIK3CA', 'KIT', 'PDGFRA', 'ABL1', 'ALK', 'RET', 'FLT3', 'TP53']) {
    const model = genes.get(gene);
    if (model === undefined) continue;
    for (const [coding, name] of model.byCoding) {
      const change = parseCoding(coding);
      if (change === null || !/^[A-Z]\d+[A-Z*]$/.test(name) || (model.elsewhere[coding] ?? null) !== null) continue;
      const own = changeInOneCodon(change, { ...model, byCoding: new Map() });
      if (own === null) continue;
      read += 1;
      if (own !== name) wrong.push(`${gene} ${coding}: ${own}, known as ${name}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(read).toBeGreaterThan(40);
});
