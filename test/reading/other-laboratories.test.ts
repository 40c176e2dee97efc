/** Results that name the gene by position only, and grades in other languages: read, or said to be unreadable, never untested. */
import { describe, expect, it } from 'vitest';
import { LISTED_RS_IDS } from '../../fhir-profiles/codes/pgx/rsids.ts';
import { phenotypeInText } from '../../fhir-profiles/codes/phenotype-terms.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { readPatient } from '../../fhir-profiles/index.ts';
import { bundle, observation, patient, words } from './resources.ts';

const knowledge = loadKnowledge();
const read = (name: string, value: string) =>
  readPatient(bundle(patient, observation('o', words(name), { valueString: value })), {
    asOf: '2026-11-21',
    vocabulary: knowledge.vocabulary,
  }).facts.germline.map(({ gene, call }) => [gene, call.kind, call.kind === 'phenotype' ? call.term : '']);

describe('a position without a gene', () => {
  it('is one of that gene in the allele definitions', () => {
    expect(LISTED_RS_IDS.length).toBeGreaterThan(30);
    for (const [id, gene] of LISTED_RS_IDS) {
      const genes = Object.values(knowledge.pgx.guideline.genes).filter((one) => one.positions?.some(({ rsId }) => rsId === id));
      expect([id, genes.map(({ symbol }) => symbol)]).toEqual([id, [gene]]);
    }
  });

  it.each([
    ['rs4244285', 'A/A', 'CYP2C19'],
    ['rs4149056 genotype', 'C/C', 'SLCO1B1'],
    ['rs3918290', 'C/T', 'DPYD'],
  ])('%s %s is a result of %s', (name, value, gene) => {
    expect(read(name, value)).toEqual([[gene, 'nucleotides', '']]);
  });

  it('names no gene when two positions lie in two genes, or the id is not known', () => {
    expect(read('rs4244285 rs3892097', 'A/A')).toEqual([]);
    expect(read('rs999999999', 'A/A')).toEqual([]);
  });
});

describe('alleles whose name sounds like a phenotype', () => {
  it('CPIC’s name of the other CFTR allele is no second word of the laboratory', () => {
    const alone = read('CFTR genotype', 'G551D/ivacaftor non-responsive CFTR sequence');
    expect(alone).toEqual([['CFTR', 'diplotype', '']]);
    expect(phenotypeInText('ivacaftor non-responsive in CF patients')?.term).toBe('ivacaftor non-responsive in CF patients');
  });
});

describe('grades in other languages', () => {
  it.each([
    ['CYP2D6 Metabolisierertyp', 'Langsamer Metabolisierer', 'Poor Metabolizer'],
    ['CYP2D6 Phänotyp', 'Intermediärer Metabolisierer', 'Intermediate Metabolizer'],
    ['CYP2D6 Phänotyp', 'Ultraschneller Metabolisierer', 'Ultrarapid Metabolizer'],
    ['CYP2C19 fenotipo', 'Metabolizador lento', 'Poor Metabolizer'],
    ['CYP2C19 fenotipo', 'Metabolizador ultrarrápido', 'Ultrarapid Metabolizer'],
    ['CYP2D6 phénotype', 'Métaboliseur lent', 'Poor Metabolizer'],
    ['CYP2D6 phénotype', 'Métaboliseur intermédiaire', 'Intermediate Metabolizer'],
    ['CYP2D6 phénotype', 'Métaboliseur normal', 'Normal Metabolizer'],
    ['CYP2D6 fenotipo', 'Metabolizzatore lento', 'Poor Metabolizer'],
    ['CYP2D6 fenotipo', 'Metabolizzatore estensivo', 'Normal Metabolizer'],
    ['CYP2D6 Phänotyp', 'Schneller Metabolisierer (EM)', 'Normal Metabolizer'],
    ['CYP2D6 fenótipo', 'Metabolizador intermediário', 'Intermediate Metabolizer'],
  ])('%s: %s', (name, value, term) => {
    expect(read(name, value).map((row) => row.slice(1))).toEqual([['phenotype', term]]);
  });

  it.each([
    ['CYP2D6 Phänotyp', 'Schneller Metabolisierer'],
    ['CYP2D6 phénotype', 'pas un métaboliseur lent'],
    ['CYP2C19 fenotipo', 'no metabolizador lento'],
    ['CYP2D6 Phänotyp', 'Vermutlich langsamer Metabolisierer'],
    ['CYP2D6 phénotype', 'Probable métaboliseur lent'],
  ])('%s: %s is not understood, and is not untested', (name, value) => {
    expect(read(name, value).map((row) => row[1])).toEqual(['no-call']);
  });

  it('a grade of two kinds states none', () => {
    expect(phenotypeInText('langsamer oder intermediärer Metabolisierer')).toBeNull();
    expect(phenotypeInText('metabolizador intermedio lento')).toBeNull();
  });
});

describe('G6PD A- written out as its two changes', () => {
  const allele = (value: string) =>
    readPatient(bundle(patient, observation('o', words('G6PD genotype'), { valueString: value })), {
      asOf: '2026-11-21',
      vocabulary: knowledge.vocabulary,
    }).facts.germline.map(({ call }) => JSON.stringify(call));

  it.each([
    'A- (c.202G>A;c.376A>G) hemizygous',
    'A- (c.202G>A, c.376A>G)',
    'c.202G>A;c.376A>G hemizygous',
    'c.202G>A, c.376A>G (homozygous)',
    'c.[202G>A;376A>G]',
  ])('%s', (value) => {
    expect(allele(value)).toEqual([expect.stringContaining('"A- 202A_376G"')]);
  });

  it('both changes in a heterozygous woman are not put on one chromosome', () => {
    for (const value of ['c.202G>A;c.376A>G heterozygous', 'A- (c.202G>A;c.376A>G) heterozygous'])
      expect(allele(value).join()).not.toContain('A- 202A_376G');
  });
});
