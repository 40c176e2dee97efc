/** What a test says it found nothing in: the place is what was looked at, and a list of exons is all of them. */
import { describe, expect, it } from 'vitest';
import { bundle, observation, patient, words } from './resources.ts';
import { read } from './vocabulary.ts';

describe('no mutation in a place', () => {
  it.each([
    ['No mutation in exon 2, 3 or 4', 'exon 2, 3 or 4', '2-4'],
    ['No mutations in exons 2, 3 and 4', 'exons 2, 3 and 4', '2-4'],
    ['Keine Mutation in Exon 2, 3 oder 4', 'exon 2, 3 or 4', '2-4'],
    ['No mutation in exon 2', 'exon 2', '2'],
    ['No mutations in codons 12 and 13', 'codons 12 and 13', undefined],
  ])('%s', (value, name, exon) => {
    const { facts } = read(bundle(patient, observation('o', words('KRAS mutation analysis'), { valueString: value })));
    expect(facts.variants.map(({ gene, presence, names, exon: place }) => [gene, presence, names, place])).toEqual([
      ['KRAS', 'absent', [name], exon],
    ]);
  });
});
