import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../test/pgx-advice/knowledge.ts';
import { codingNames, codingPosition } from './cftr-coding.ts';

const gene = knowledge.guideline.genes['CFTR'];
if (gene === undefined) throw new Error('CFTR is not in the knowledge');
const names = codingNames(gene);

describe('coding positions of CFTR', () => {
  // Pairs as ClinVar and CFTR2 give them.
  it.each([
    ['c.1652G>A', 'G551D'],
    ['c.1651G>A', 'G551S'],
    ['c.350G>A', 'R117H'],
    ['c.3752G>A', 'S1251N'],
    ['c.532G>A', 'G178R'],
    ['c.200C>T', 'P67L'],
  ])('%s is %s', (coding, allele) => expect(names.get(coding.toLowerCase())).toBe(allele));

  it('every allele that is named by protein lies in its codon', () => {
    const held = [...names].flatMap(([coding, allele]) => {
      const codon = /^[A-Z](\d+)[A-Z]/.exec(allele)?.[1];
      const base = Number(/^c\.(\d+)/.exec(coding)?.[1]);
      return codon === undefined ? [] : [{ allele, codon: Math.ceil(base / 3), named: Number(codon) }];
    });
    expect(held.length).toBeGreaterThan(80);
    expect(held.filter(({ codon, named }) => codon !== named)).toEqual([]);
  });

  it('has the length of the protein, 1,480 codons and the stop', () => expect(codingPosition(117667108)).toBe(4443));
  it('an intron has no coding position', () => expect(codingPosition(117520000)).toBeNull());
});
