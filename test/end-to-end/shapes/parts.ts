/** What the shapes of a result are made of: names, alleles as one text, and the codes that go with a gene. */
import { component, hgnc, loinc, observation, type Resource } from '../../reading/resources.ts';
import type { GeneState } from '../states.ts';

/** What the shape tells: then the same must stand in the report. */
export type Told = 'result' | 'phenotype' | 'score';
export interface Shape {
  readonly name: string;
  readonly tells: Told;
  readonly make: (state: GeneState) => readonly Resource[] | null;
}

export const HGNC: Readonly<Record<string, string>> = {
  ABCG2: '74', CACNA1S: '1397', CFTR: '1884', CYP2B6: '2615', CYP2C19: '2621', CYP2C9: '2623', CYP2D6: '2625', CYP3A4: '2637', CYP3A5: '2638',
  CYP4F2: '2645', DPYD: '3012', G6PD: '4057', 'HLA-A': '4931', 'HLA-B': '4932', IFNL3: '18365', 'MT-RNR1': '7470', NAT2: '7646', NUDT15: '23063',
  RYR1: '10483', SLCO1B1: '10959', TPMT: '12014', UGT1A1: '12530', VKORC1: '23663',
}; // prettier-ignore

/** Alleles of these genes go by variant, base or class; the others by star. */
export const NOT_STAR = new Set(['ABCG2', 'CACNA1S', 'CFTR', 'DPYD', 'G6PD', 'HLA-A', 'HLA-B', 'IFNL3', 'MT-RNR1', 'RYR1', 'VKORC1']);

export const id = (gene: string, what: string) => `${gene.toLowerCase()}-${what}`;
export const stu1Gene = (gene: string) =>
  component(loinc('48018-6'), {
    valueCodeableConcept: { coding: [{ system: 'http://www.genenames.org/geneId', code: HGNC[gene] ?? '', display: gene }] },
  });
export const stu3Gene = (gene: string) =>
  component(loinc('48018-6', 'Gene studied [ID]'), { valueCodeableConcept: hgnc(`HGNC:${HGNC[gene] ?? ''}`, gene) });
export const genotype = (state: GeneState, value: Resource, more: Resource = {}) =>
  observation(id(state.gene, 'genotype'), loinc('84413-4', 'Genotype display name'), { ...value, ...more });
export const pharmvar = (text: string, code = text, system = 'http://www.pharmvar.org') => ({ coding: [{ system, code, display: text }] });

export function pair(state: GeneState): string | null {
  if (state.alleles === undefined) return null;
  return state.alleles.join('/');
}
export function starPair(state: GeneState): string | null {
  return NOT_STAR.has(state.gene) || state.alleles?.length !== 2 ? null : pair(state);
}
export const withPair = (make: (text: string, state: GeneState) => readonly Resource[] | null) => (state: GeneState) => {
  const text = pair(state);
  return text === null ? null : make(text, state);
};
export const withStars = (make: (text: string, state: GeneState) => readonly Resource[] | null) => (state: GeneState) => {
  const text = starPair(state);
  return text === null ? null : make(text, state);
};

export function together(...resources: readonly (Resource | null)[]): readonly Resource[] | null {
  return resources.includes(null) ? null : resources.filter((resource) => resource !== null);
}
