/**
 * How often genotypes occur, for the simulation of the alert burden. European figures, because these were found published as
 * whole tables; each line names its table. Genes without a figure here count as not tested.
 */
export interface GeneFrequencies {
  readonly gene: string;
  readonly source: string;
  /** Alleles drawn twice, or whole results drawn once; shares are normalised to 1. */
  readonly alleles?: Readonly<Record<string, number>>;
  readonly results?: Readonly<Record<string, number>>;
}

const UPGX = 'phenotype frequencies of a European biobank, PMC7027978 table 2';

export const FREQUENCIES: readonly GeneFrequencies[] = [
  {
    gene: 'CYP2D6',
    source: 'allele frequencies, European column, PMC9957841 table 2',
    alleles: {
      '*1': 35.8,
      '*2': 15.9,
      '*10': 1.2,
      '*17': 0.2,
      '*41': 8.5,
      '*3': 1.8,
      '*4': 11.8,
      '*5': 2.4,
      '*68+*4': 5.7,
      '*1x2': 0.5,
      '*2x2': 1.5,
    },
  },
  {
    gene: 'CYP2C19',
    source: 'diplotype frequencies, European reference, PMC9318053 table 3',
    results: { '*1/*1': 40.6, '*1/*17': 27.6, '*17/*17': 4.7, '*1/*2': 18.5, '*2/*17': 6.3, '*2/*2': 2.1, '*1/*3': 0.02 },
  },
  {
    gene: 'CYP2C9',
    source: '*2 from PMC8492395 table 2 (EUR); *3 so that the share of normal metabolizers is that of PMC7027978 table 2',
    alleles: { '*1': 80.9, '*2': 12.4, '*3': 6.7 },
  },
  { gene: 'CYP2B6', source: UPGX, results: phenotypes({ Poor: 6.7, Intermediate: 33.5, Normal: 59.9 }) },
  { gene: 'CYP3A5', source: UPGX, results: phenotypes({ Poor: 75.8, Intermediate: 22.6, Normal: 1.5 }) },
  { gene: 'TPMT', source: UPGX, results: phenotypes({ Poor: 0.06, Intermediate: 8.9, Normal: 91 }) },
  { gene: 'DPYD', source: UPGX, results: { 'score: 1.0': 1.3, 'score: 1.5': 6, 'score: 2.0': 92.7 } },
  {
    gene: 'SLCO1B1',
    source: UPGX,
    results: { 'phenotype: Normal Function': 74.2, 'phenotype: Decreased Function': 23.5, 'phenotype: Poor Function': 2.3 },
  },
  {
    gene: 'VKORC1',
    source: UPGX,
    results: {
      'rs9923231 reference (C)/rs9923231 reference (C)': 36.4,
      'rs9923231 reference (C)/rs9923231 variant (T)': 46.7,
      'rs9923231 variant (T)/rs9923231 variant (T)': 16.9,
    },
  },
];

function phenotypes(shares: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(shares).map(([name, share]) => [`phenotype: ${name} Metabolizer`, share]));
}
