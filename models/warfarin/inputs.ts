/**
 * What the warfarin dose model takes from a patient. No race, by decision: genotype is asked for instead, and what the
 * genotype panel cannot answer makes the model abstain (README of this folder).
 */

/** Expected VKORC1 −1639 (rs9923231) genotype: share of A/G and of A/A; 0/1 when measured, fractions when a linked SNP stands in. */
export interface Vkorc1Genotype {
  readonly ag: number;
  readonly aa: number;
  readonly basis: 'rs9923231' | 'rs9934438' | 'linked';
}

export interface WarfarinInputs {
  /** Completed years; null when the birth date is unknown. */
  readonly ageYears: number | null;
  readonly sex: 'male' | 'female' | null;
  readonly heightCm: number | null;
  readonly weightKg: number | null;
  /** Star diplotype with the lower number first, `*1/*3`; null = not tested or not called. */
  readonly cyp2c9: string | null;
  readonly vkorc1: Vkorc1Genotype | null;
  /** Taking amiodarone; null = medication list not available (counted as no, and said). */
  readonly amiodarone: boolean | null;
  /** Taking carbamazepine, phenytoin or rifampicin. */
  readonly inducer: boolean | null;
  readonly smoker: boolean | null;
  /** Indication is deep-vein thrombosis or pulmonary embolism. */
  readonly venousThrombosis: boolean | null;
}

export const CYP2C9_DIPLOTYPES = ['*1/*1', '*1/*2', '*1/*3', '*2/*2', '*2/*3', '*3/*3'] as const;

/** Names of the encoded columns, in order. */
export const COLUMNS = [
  'ageDecade',
  'heightCm',
  'weightKg',
  'vkorc1AG',
  'vkorc1AA',
  'vkorc1Unknown',
  'cyp2c9_1_2',
  'cyp2c9_1_3',
  'cyp2c9_2_2',
  'cyp2c9_2_3',
  'cyp2c9_3_3',
  'cyp2c9Unknown',
  'amiodarone',
  'inducer',
  'smoker',
  'venousThrombosis',
] as const;

/** Clinical inputs that move together in an explanation. */
export const GROUPS: Readonly<Record<string, readonly number[]>> = {
  age: [0],
  height: [1],
  weight: [2],
  VKORC1: [3, 4, 5],
  CYP2C9: [6, 7, 8, 9, 10, 11],
  amiodarone: [12],
  'enzyme inducer': [13],
  smoking: [14],
  'venous thrombosis': [15],
};

/** Lines that stand in for a missing height or weight: intercept, male, age decade, and the other of the two (0 when also missing). */
export interface Imputation {
  readonly height: readonly number[];
  readonly heightAlone: readonly number[];
  readonly weight: readonly number[];
  readonly weightAlone: readonly number[];
}

const line = (coefficients: readonly number[], values: readonly number[]): number =>
  (coefficients[0] ?? 0) + values.reduce((sum, value, i) => sum + value * (coefficients[i + 1] ?? 0), 0);

/** Height and weight in cm and kg, filled in from sex, age and the other measure where missing. */
export function completeBody(inputs: WarfarinInputs, imputation: Imputation): { height: number; weight: number; imputed: string[] } {
  const male = inputs.sex === null ? 0.5 : inputs.sex === 'male' ? 1 : 0;
  const decade = decadeOf(inputs) ?? 6;
  const { heightCm, weightKg } = inputs;
  const height =
    heightCm ?? (weightKg === null ? line(imputation.heightAlone, [male, decade]) : line(imputation.height, [male, decade, weightKg]));
  const weight =
    weightKg ?? (heightCm === null ? line(imputation.weightAlone, [male, decade]) : line(imputation.weight, [male, decade, heightCm]));
  return { height, weight, imputed: [...(heightCm === null ? ['height'] : []), ...(weightKg === null ? ['weight'] : [])] };
}

/** Age in whole decades (60–69 → 6, 90 and over → 9), as the training data have it. */
export const decadeOf = (inputs: WarfarinInputs): number | null =>
  inputs.ageYears === null ? null : Math.min(9, Math.floor(inputs.ageYears / 10));

const is = (value: boolean | null): number => (value === true ? 1 : 0);

/** One encoded row in the order of COLUMNS. Call only for inputs that `guard` let through. */
export function encode(inputs: WarfarinInputs, imputation: Imputation): number[] {
  const { height, weight } = completeBody(inputs, imputation);
  const { cyp2c9, vkorc1 } = inputs;
  return [
    decadeOf(inputs) ?? 0,
    height,
    weight,
    vkorc1?.ag ?? 0,
    vkorc1?.aa ?? 0,
    vkorc1 === null ? 1 : 0,
    ...CYP2C9_DIPLOTYPES.slice(1).map((diplotype) => (cyp2c9 === diplotype ? 1 : 0)),
    cyp2c9 === null ? 1 : 0,
    is(inputs.amiodarone),
    is(inputs.inducer),
    is(inputs.smoker),
    is(inputs.venousThrombosis),
  ].map(Math.fround);
}
