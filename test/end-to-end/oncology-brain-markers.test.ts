/** Promoters of brain tumours: mutations of TERT, methylation of MGMT, under the short titles that laboratories give them. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, lines } from './board.ts';

const TUMOUR = 'Glioblastoma';
const found = (title: string, said: string) => board(TUMOUR, lines([[title, said]])).report;
const variants = (title: string, said: string) =>
  found(title, said).oncology.variants.map(({ name, present }) => `${name}: ${String(present)}`);
const mgmt = (title: string, said: string) =>
  found(title, said).oncology.biomarkers.flatMap(({ kind, status }) => (kind === 'MGMT methylation' ? [status] : []));

describe('TERT promoter', () => {
  it.each([
    ['TERT promoter', 'mutated', 'TERT promoter mutation: true'],
    ['TERT promoter', 'Mutated (C228T)', 'TERT promoter C228T: true'],
    ['TERT promoter', 'wild type', 'TERT promoter mutation: false'],
    ['TERT promoter', 'Not detected', 'TERT promoter mutation: false'],
    ['TERT promoter mutation', 'Detected', 'TERT promoter mutation: true'],
    ['TERTp', 'C250T', 'TERT promoter C250T: true'],
    ['TERT-Promotor', 'Mutation C228T nachgewiesen', 'TERT promoter C228T: true'],
    ['TERT promoter', 'failed', 'TERT promoter mutation: undefined'],
  ])('%s: %s', (title, said, told) => {
    expect(variants(title, said)).toEqual([told]);
  });
  it.each([
    ['TERT promoter methylation', 'Detected'],
    ['TERT promoter', 'pending'],
  ])('is told and not read: %s: %s', (title, said) => {
    expect(variants(title, said)).toEqual([]);
    expect(found(title, said).warnings).toHaveLength(1);
  });
});

describe('MGMT', () => {
  it.each([
    ['MGMT', 'unmethylated', 'negative'],
    ['MGMT', 'methylated', 'positive'],
    ['MGMT promoter', 'hypermethylated', 'positive'],
    ['MGMT status', 'Not methylated', 'negative'],
    ['MGMT-Promotor', 'nicht methyliert', 'negative'],
    ['MGMT', 'méthylé', 'positive'],
    ['MGMT', 'no methylation', 'negative'],
    ['Molecular findings', 'IDH1 R132H, TERT promoter wild type, MGMT unmethylated', 'negative'],
    ['Molecular findings', 'IDH1 R132H; MGMT promoter: methylated', 'positive'],
  ])('%s: %s', (title, said, status) => {
    expect(mgmt(title, said)).toEqual([status]);
  });
  it('"positive" under the gene alone does not say of what', () => {
    expect(mgmt('MGMT', 'positive')).toEqual([]);
    expect(found('MGMT', 'positive').warnings).toHaveLength(1);
  });
  it('beside it the other findings of the list are read', () => {
    expect(variants('Molecular findings', 'IDH1 R132H, TERT promoter wild type, MGMT unmethylated')).toEqual([
      'IDH1 p.Arg132His: true',
      expect.stringMatching(/^TERT .*: false$/),
    ]);
  });
});
