import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { severalChanges, withoutAssay } from './several-changes.ts';

describe('changes named side by side are parted', () => {
  it.each<[string, readonly string[] | null]>([
    ['T790M and L858R detected', ['T790M', 'L858R detected']],
    ['L858R (c.2573T>G), T790M (c.2369C>T)', ['L858R (c.2573T>G)', 'T790M (c.2369C>T)']],
    ['p.T790M, p.L858R, c.2369C>T, c.2573T>G', ['p.T790M c.2369C>T', 'p.L858R c.2573T>G']],
    ['KRAS G12D and NRAS Q61K', ['KRAS G12D', 'NRAS Q61K']],
    ['exon 19 deletion, T790M', ['exon 19 deletion', 'T790M']],
    ['T790M detected (2.3%), L858R detected (12%)', ['T790M detected (2.3%)', 'L858R detected (12%)']],
    // One change in several notations, and texts that name none or leave it open.
    ['c.2573T>G, p.L858R', null],
    ['exon 19 deletion (E746_A750del)', null],
    ['p.(Leu747_Pro753delinsSer)', null],
    ['V600E or V600K', null],
    ['pT2 N1 M0, ER 90%, HER2 0', null],
    ['BCR-ABL1 e13a2/b2a2', null],
    ['', null],
  ])('%s', (text, parts) => expect(severalChanges(text)).toEqual(parts));

  it('never invents a word, whatever the text', () => {
    const word = fc.constantFrom(
      'L858R',
      'T790M',
      'p.Gly12Asp',
      'c.35G>A',
      'exon 19 deletion',
      'and',
      ',',
      '/',
      '(12%)',
      'EGFR',
      'detected',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        for (const part of severalChanges(text) ?? []) for (const piece of part.split(/\s+/)) expect(text).toContain(piece);
      }),
    );
  });
});

it.each<[string, readonly string[]]>([
  ['Tested for G12C, G12D', []],
  ['G12D detected. Assay detects G12A, G12C.', ['G12D detected.']],
  ['Tested for G12C: not detected', ['Tested for G12C: not detected']],
  ['G12D. Limit of detection 1%.', ['G12D.']],
])('what an assay looks for is no finding: %s', (text, kept) => expect(withoutAssay([text])).toEqual(kept));
