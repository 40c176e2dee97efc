/** Tests named by an allele, a position or an amino acid, and lists in words: read as what they say, and a list of what was looked for as nothing found. */
import { describe, expect, it } from 'vitest';
import { ASKED_AT, LEGACY_POSITIONS } from '../../fhir-profiles/codes/genomics/legacy-positions.ts';
import { TESTED_BY_NAME } from '../../fhir-profiles/read/germline/notation/g6pd-names.ts';
import { namedAllele } from '../../cds-service/pgx/genes/named-variant.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { readPatient, type GermlineCall } from '../../fhir-profiles/index.ts';
import { bundle, observation, patient, words } from './resources.ts';

const knowledge = loadKnowledge();
const short = (call: GermlineCall): string => {
  switch (call.kind) {
    case 'variant':
      return `${call.notation[0] ?? ''} ${call.present ? call.zygosity : 'absent'}`;
    case 'nucleotides':
      return `${call.rsId ?? '?'} ${call.bases.join('')}`;
    case 'diplotype':
      return call.haplotypes.map(({ units }) => units.map(({ allele }) => allele).join('+')).join('/');
    case 'allele-presence':
      return `${call.allele} ${call.present ? 'present' : 'absent'}`;
    case 'phenotype':
      return call.term;
    default:
      return call.kind;
  }
};
const read = (name: string, value: string | Readonly<Record<string, unknown>>): string[] =>
  readPatient(bundle(patient, observation('o', words(name), typeof value === 'string' ? { valueString: value } : value)), {
    asOf: '2026-11-21',
    vocabulary: knowledge.vocabulary,
  }).facts.germline.map(({ gene, call }) => `${gene} ${short(call)}`);

describe('tests named by what they look for', () => {
  it.each([
    ['DPYD*2A', 'G/A', 'DPYD c.1905+1G>A heterozygous'],
    ['DPYD*2A', 'GG', 'DPYD c.1905+1G>A absent'],
    ['DPYD*13', 'G/T', 'DPYD c.1679T>G heterozygous'],
    ['DPYD p.Asp949Val', 'T/A', 'DPYD c.2846A>T heterozygous'],
    ['DPYD c.2846A>T (p.D949V)', 'A/T', 'DPYD c.2846A>T heterozygous'],
    ['CYP2C19*2', 'AA', 'CYP2C19 rs4244285 AA'],
    ['CYP2C19*2', 'Heterozygous', 'CYP2C19 *2 present'],
    ['CYP2C19*2/*3', 'G/A', 'CYP2C19 ? GA'],
    ['TPMT*3C', 'A/G', 'TPMT rs1142345 AG'],
    ['CYP2D6 1846G>A', 'A/A', 'CYP2D6 rs3892097 AA'],
    ['OATP1B1 521T>C', 'C/C', 'SLCO1B1 rs4149056 CC'],
    ['BCRP 421C>A', 'A/A', 'ABCG2 rs2231142 AA'],
    ['RYR1 G2434R', 'Heterozygous', 'RYR1 c.7300G>A heterozygous'],
    ['RYR1 p.Arg2435His', 'Detected', 'RYR1 p.Arg2435His unknown'],
    ['ryanodine receptor 1 gene', 'c.7300G>A heterozygous', 'RYR1 c.7300G>A heterozygous'],
    ['mtDNA 1555A>G mutation', 'Detected', 'MT-RNR1 m.1555A>G unknown'],
    ['A1555G', 'Not detected', 'MT-RNR1 m.1555A>G absent'],
    ['DPD-Genotypisierung (Methode PCR)', '*2A/*2A', 'DPYD *2A/*2A'],
    ['UGT1A1 Gene Polymorphism (TA Repeat)', 'Homozygous (7/7)', 'UGT1A1 *28/*28'],
  ])('%s: %s', (name, value, expected) => {
    expect(read(name, value)).toEqual([expected]);
  });

  it.each([
    ['G6PD 202G>A', 'A', 'c.202G>A unknown'],
    ['G6PD c.202G>A', 'T', 'c.202G>A unknown'],
    ['G6PD c.202G>A', 'G', 'c.202G>A absent'],
    ['G6PD c.563C>T', 'T', 'c.563C>T unknown'],
    ['G6PD 202G>A', 'Hemizygous', 'c.202G>A hemizygous'],
    ['G6PD V68M', 'Hemizygous', 'p.Val68Met hemizygous'],
    ['G6PD A-', 'Hemizygous', 'A- hemizygous'],
    ['G6PD Mediterranean', 'Detected', 'Mediterranean unknown'],
    ['G6PD Mediterranean', 'Not detected', 'Mediterranean absent'],
  ])('%s: %s, one base or one copy of the X chromosome', (name, value, expected) => {
    expect(read(name, value)).toEqual([`G6PD ${expected}`]);
  });

  it('a word beside G6PD that is no allele is none', () => {
    expect(read('G6PD Screen', 'Detected')).toEqual([]);
  });

  it('an allele that one position stands for is defined by it', () => {
    for (const [symbol, allele, change] of ASKED_AT) {
      const gene = knowledge.pgx.guideline.genes[symbol];
      if (gene?.method !== undefined && symbol !== 'DPYD') {
        const rsId = LEGACY_POSITIONS.find((one) => one.gene === symbol && `${one.number}${one.ref}>${one.alt}` === change)?.rsId;
        const position = gene.positions?.find((one) => one.rsId === rsId);
        expect([symbol, allele, Object.values(position?.carriers ?? {}).flat()]).toEqual([
          symbol,
          allele,
          expect.arrayContaining([allele]),
        ]);
      }
      if (symbol === 'DPYD' && gene !== undefined) expect(namedAllele(gene, allele)).toBe(namedAllele(gene, change));
    }
  });

  it('every G6PD allele that is tested for by name is in the allele table', () => {
    const gene = knowledge.pgx.guideline.genes['G6PD'];
    for (const name of TESTED_BY_NAME)
      expect([name, gene === undefined ? null : namedAllele(gene, name)]).toEqual([name, expect.any(String)]);
  });
});

describe('results in words with more beside them', () => {
  it.each([
    ['CYP2D6 genotype', 'CYP2D6: *1/*4 (AS 1.0), no duplication or deletion detected', ['CYP2D6 *1/*4']],
    ['CYP2D6 genotype', '*1/*1, no CNV', ['CYP2D6 *1/*1']],
    // *5 is the deletion: the sentence contradicts the pair.
    ['CYP2D6 genotype', '*1/*5, no duplication or deletion detected', ['CYP2D6 no-call']],
    ['DPYD', '*1/*1 (tested: *2A, *13, HapB3, c.2846A>T)', ['DPYD *1/*1']],
    ['DPYD', '*2A neg, *13 neg, D949V pos (het)', ['DPYD *2A absent', 'DPYD *13 absent', 'DPYD c.2846A>T heterozygous']],
    ['CYP2C19', 'Normal: none of *2, *3, *17 detected', ['CYP2C19 *2 absent', 'CYP2C19 *3 absent', 'CYP2C19 *17 absent']],
    ['HLA typing', 'HLA-B*15:02: Neg; HLA-A*31:01: Pos', ['HLA-B *15:02 absent', 'HLA-A *31:01 present']],
    ['MT-RNR1', 'm.1555A>G detected, which causes aminoglycoside-induced hearing loss', ['MT-RNR1 m.1555A>G unknown']],
    [
      'DPYD Kommentar',
      'c.1905+1G>A heterozygot nachgewiesen. Patienten sollten 50 % der Dosis erhalten.',
      ['DPYD c.1905+1G>A heterozygous'],
    ],
    // The four variants that every panel looks for are no finding of four.
    ['DPYD panel', 'c.1905+1G>A, c.1679T>G, c.2846A>T, c.1129-5923C>G', ['DPYD no-call']],
  ])('%s: %s', (name, value, expected) => {
    expect(read(name, value)).toEqual(expected);
  });
});

describe('a row whose name tells no gene (genomic indicators as name and value, PMC6913212)', () => {
  it.each([
    ['Genomic Indicator', 'CYP2C19 Poor Metabolizer', 'CYP2C19 Poor Metabolizer'],
    ['Genetic finding', 'CYP2D6 Intermediate Metabolizer', 'CYP2D6 Intermediate Metabolizer'],
    ['Genomic Indicators', 'CYP2C19: *2/*2', 'CYP2C19 *2/*2'],
    ['Alert', 'HLA-B*57:01 Positive', 'HLA-B *57:01 present'],
    ['CYP2C19 POOR METABOLIZER', 'Present', 'CYP2C19 Poor Metabolizer'],
    ['Genetic finding', 'DPYD variant detected', 'DPYD no-call'],
  ])('%s: %s, as text and as a coded answer', (name, value, expected) => {
    expect(read(name, value)).toEqual([expected]);
    expect(read(name, { valueCodeableConcept: { text: value } })).toEqual([expected]);
  });

  it.each([
    ['Plan', 'if CYP2C19 poor metabolizer use ticagrelor'],
    ['Plan', 'order CYP2C19 metabolizer status'],
    ['CYP2C19 POOR METABOLIZER', 'Not present'],
  ])('%s: %s is no grade of the patient', (name, value) => {
    expect(read(name, value).filter((line) => !line.endsWith('no-call'))).toEqual([]);
  });
});
