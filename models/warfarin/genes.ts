/**
 * What the record says of CYP2C9 and VKORC1, as far as the model can take it. A result that it cannot take is no missing result: where it may
 * mean another dose, the model abstains; where it says nothing, it counts as unknown and this is said.
 */
import type { GermlineResult } from '../../fhir-profiles/index.ts';
import { byAlleleNumber } from './csv-row.ts';
import type { Vkorc1Genotype } from './inputs.ts';

export interface GeneInput {
  /** `*1/*3`; `AG` for VKORC1. */
  readonly value: string | null;
  /** Reason to abstain, or null. */
  readonly conflict: string | null;
  /** A result is on file and counts as unknown. */
  readonly unread: boolean;
}

/** The promoter variant of VKORC1 (−1639G>A), by its number or its old name. */
const PROMOTER = /rs9923231|-1639/;

export function readCyp2c9(germline: readonly GermlineResult[]): GeneInput {
  const results = germline.filter(({ gene }) => gene === 'CYP2C9');
  const pair = combine('CYP2C9', results, diplotypeOf, 'the model needs both alleles');
  // A phenotype of another report beside the genotype: only "normal" can be compared without a table of alleles.
  const phenotypes = results.flatMap(({ call }) => (call.kind === 'phenotype' && /metaboli[sz]er/i.test(call.term) ? [call.term] : []));
  const disagrees = pair.value !== null && phenotypes.some((term) => /^normal\b/i.test(term) !== (pair.value === '*1/*1'));
  return disagrees ? { ...pair, value: null, conflict: 'two CYP2C9 results disagree' } : pair;
}

export const readVkorc1 = (germline: readonly GermlineResult[]): GeneInput =>
  combine(
    'VKORC1',
    germline.filter(({ gene }) => gene === 'VKORC1'),
    promoterOf,
    'the model needs both bases of rs9923231',
  );

/** Expected genotype columns of `GG`, `AG` or `AA`. */
export const promoter = (letters: string): Vkorc1Genotype => ({
  ag: letters === 'AG' ? 1 : 0,
  aa: letters === 'AA' ? 1 : 0,
  basis: 'rs9923231',
});

function combine(
  gene: string,
  results: readonly GermlineResult[],
  read: (result: GermlineResult) => string | null,
  needs: string,
): GeneInput {
  const found = [...new Set(results.map(read).filter((value) => value !== null))];
  if (found.length > 1) return { value: null, conflict: `two ${gene} results disagree`, unread: false };
  if (found.length === 1) return { value: found[0] ?? null, conflict: null, unread: false };
  const telling = results.find(({ gene: named, call }) => mayMeanAnotherDose(named, call));
  const written = telling === undefined || telling.text === '' ? 'a result that cannot be read' : `“${shortly(telling.text)}”`;
  const conflict = telling === undefined ? null : `${gene} is on file as ${written}: ${needs}`;
  return { value: null, conflict, unread: results.length > 0 };
}

/** Where the laboratory called nothing, or something was looked for and not found, the result says no more than no test at all. */
function mayMeanAnotherDose(gene: string, call: GermlineResult['call']): boolean {
  if (call.kind === 'no-call') return call.by !== 'laboratory';
  if (call.kind === 'phenotype') return !/indeterminate|uncertain|unknown/i.test(call.term);
  if (call.kind === 'variant' || call.kind === 'allele-presence') return call.present;
  // Another position of VKORC1 than the one that the model knows.
  return gene !== 'VKORC1' || call.kind !== 'nucleotides' || call.rsId === null || call.rsId === 'rs9923231';
}

const shortly = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function diplotypeOf({ call }: GermlineResult): string | null {
  if (call.kind !== 'diplotype') return null;
  const names = call.haplotypes.map((haplotype) => (haplotype.units.length === 1 ? haplotype.units[0]?.allele : undefined));
  const [first, second] = names;
  return first === undefined || second === undefined ? null : [first, second].sort(byAlleleNumber).join('/');
}

/** rs9923231 as GG, AG or AA on the gene's strand (−1639G>A); a report on the other strand writes C for G and T for A. */
function promoterOf({ call }: GermlineResult): string | null {
  if (call.kind === 'nucleotides' && (call.rsId === null || call.rsId === 'rs9923231')) {
    const letters = call.bases.map((base) => ({ C: 'G', T: 'A' })[base] ?? base);
    return letters.every((letter) => letter === 'A' || letter === 'G') ? [...letters].sort().join('') : null;
  }
  if (call.kind === 'diplotype') {
    const letters = call.haplotypes.map((haplotype) => haplotype.units[0]?.allele ?? '');
    const read = letters.map((name) => (/variant|\*2\b|A\b/.test(name) ? 'A' : /reference|\*1\b|G\b/.test(name) ? 'G' : ''));
    return read.every((letter) => letter !== '') ? read.sort().join('') : null;
  }
  if (call.kind === 'variant' && call.notation.some((name) => PROMOTER.test(name))) {
    if (!call.present) return 'GG';
    return call.zygosity === 'homozygous' ? 'AA' : call.zygosity === 'heterozygous' ? 'AG' : null;
  }
  return null;
}
