/** Places turned into coding names, held to the names that CIViC gives for the same changes. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts, VariantFact } from '../../../fhir-profiles/index.ts';
import { patient, protein } from '../../../test/oncology/facts.ts';
import { shippedOncology } from '../../../test/oncology/knowledge.ts';
import { codonsOf, parseCoding } from '../../knowledge/oncology/notation/coding.ts';
import { parseProtein } from '../../knowledge/oncology/notation/protein.ts';
import { withPlacesRead } from './genomic-coding.ts';

const { genes } = shippedOncology();
const CHROMOSOMES = [...Array.from({ length: 22 }, (_, at) => String(at + 1)), 'X'];

function at(place: Partial<VariantFact>): VariantFact {
  const { pHgvs: _, ...bare } = protein('EGFR', 'p.Leu858Arg');
  return { ...bare, gene: '', genes: [], names: [], ...place };
}
const read = (fact: VariantFact): VariantFact => {
  const facts: PatientFacts = withPlacesRead(patient({ variants: [fact] }), genes);
  return facts.variants[0] ?? fact;
};

describe('a place alone', () => {
  const known = CHROMOSOMES.flatMap((chromosome) =>
    genes.on(chromosome).flatMap((model) =>
      [...model.byGenomic].flatMap(([place, change]) => {
        const [, position = '', bases = ''] = place.split(':');
        const [ref = '', alt = ''] = bases.split('>');
        return model.exons.length === 0 ? [] : [{ model, chromosome, position: Number(position), ref, alt, change }];
      }),
    ),
  );
  it('has the codon that CIViC names, on either strand, wherever residues are counted alike', () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const { model, chromosome, position, ref, alt, change } of known) {
      const fact = read(at({ genomic: { assembly: 'GRCh37', chromosome, position, ref, alt } }));
      const codons = codonsOf(
        parseCoding(fact.cHgvs ?? '') ?? {
          kind: 'silent',
          start: { base: null, offset: 0 },
          end: { base: null, offset: 0 },
          inserted: '',
          netBases: 0,
        },
      );
      const named = parseProtein(change);
      if (codons === null || named === null || fact.gene !== model.symbol || named.end > (model.countedTo ?? 0)) continue;
      compared += 1;
      // A change of two neighbouring bases may reach into the next codon.
      if (codons[0] > named.start || codons[1] < named.start) wrong.push(`${model.symbol} ${change}: ${fact.cHgvs ?? ''}`);
    }
    // CIViC counts these on another transcript (NM_007313 of ABL1, NM_001001890 of RUNX1).
    expect(wrong).toEqual(['ABL1 R351W: c.994C>T', 'ABL1 G340L: c.961_962delinsCT', 'RUNX1 K83E: c.328A>G', 'RUNX1 A107P: c.400G>C']);
    expect(compared).toBeGreaterThan(300);
  });
  it('has the very coding name that CIViC gives for a single base', () => {
    let same = 0;
    for (const { model, chromosome, position, ref, alt, change } of known) {
      const { cHgvs = '' } = read(at({ genomic: { assembly: 'GRCh37', chromosome, position, ref, alt } }));
      const other = model.byCoding.get(cHgvs);
      if (other === undefined || model.elsewhere[cHgvs] !== undefined) continue;
      expect(`${model.symbol} ${other}`).toBe(`${model.symbol} ${change}`);
      same += 1;
    }
    expect(same).toBeGreaterThan(100);
  });
  it.each([
    [
      'VCF deletion',
      { assembly: 'GRCh37', chromosome: '7', position: 55242464, ref: 'AGGAATTAAGAGAAGC', alt: 'A' },
      'EGFR',
      'c.2235_2249del',
    ],
    [
      'VCF insertion',
      { assembly: 'GRCh37', chromosome: '7', position: 55249002, ref: 'A', alt: 'ACCAGCGTGG' },
      'EGFR',
      'c.2300_2301insCCAGCGTGG',
    ],
    ['reverse strand', { assembly: 'GRCh37', chromosome: '17', position: 41276044, ref: 'ACT', alt: 'A' }, 'BRCA1', 'c.68_69del'],
    ['splice site', { assembly: 'GRCh37', chromosome: '7', position: 116412044, ref: 'G', alt: 'T' }, 'MET', 'c.3082+1G>T'],
    [
      'two bases for two',
      { assembly: 'GRCh37', chromosome: '7', position: 140453136, ref: 'AC', alt: 'TT' },
      'BRAF',
      'c.1798_1799delinsAA',
    ],
    ['GRCh38', { assembly: 'GRCh38', chromosome: '15', position: 90088702, ref: 'C', alt: 'T' }, 'IDH2', 'c.419G>A'],
  ] as const)('%s', (_, genomic, gene, name) => {
    expect(read(at({ genomic }))).toMatchObject({ gene, genes: [gene], cHgvs: name });
  });
  it.each([
    ['NC_000007.13:g.55242465_55242479del', 'c.2235_2249del'],
    ['NC_000007.14:g.55174772_55174786del', 'c.2235_2249del'],
    ['NC_000007.13:g.55242465_55242479delinsTTC', 'c.2235_2249delinsTTC'],
    ['NC_000007.13:g.55249002_55249003insCCAGCGTGG', 'c.2300_2301insCCAGCGTGG'],
  ])('%s', (gHgvs, name) => {
    expect(read(at({ gHgvs })).cHgvs).toBe(name);
  });
  it.each([
    ['an intron', at({ genomic: { assembly: 'GRCh37', chromosome: '7', position: 55243000, ref: 'A', alt: 'C' } })],
    ['an assembly that is not said', at({ genomic: { assembly: 'unknown', chromosome: '7', position: 55259515, ref: 'T', alt: 'G' } })],
    [
      'GRCh38 outside the known stretches',
      at({ genomic: { assembly: 'GRCh38', chromosome: '7', position: 116771936, ref: 'G', alt: 'T' } }),
    ],
    [
      'another gene stated',
      at({ gene: 'KRAS', genes: ['KRAS'], genomic: { assembly: 'GRCh37', chromosome: '7', position: 55259515, ref: 'T', alt: 'G' } }),
    ],
    [
      'a name of its own',
      at({ cHgvs: 'c.1A>G', genomic: { assembly: 'GRCh37', chromosome: '7', position: 55259515, ref: 'T', alt: 'G' } }),
    ],
  ])('is left alone: %s', (_, fact) => {
    expect(read(fact)).toEqual(fact);
  });
});
