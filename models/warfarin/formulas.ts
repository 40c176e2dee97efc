/**
 * The published dosing formulas, for comparison beside our own model.
 * IWPC: N Engl J Med 2009;360:753–764 (PMID 19228618), pharmacogenetic and clinical algorithm; result is the square root of mg/week.
 * Gage: Clin Pharmacol Ther 2008;84:326–331 (PMID 18305455, PMC2683977); result is ln of mg/day.
 * They take race terms; where race is not given the term for "missing or mixed" (IWPC) or none (Gage) applies.
 */
import { completeBody, decadeOf, type Imputation, type WarfarinInputs } from './inputs.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

/** Race as the formulas know it; only outside checks pass one, the product never does. */
export type FormulaRace = 'Asian' | 'Black' | 'White' | 'missing';

const IWPC_CYP2C9: Readonly<Record<string, number>> = {
  '*1/*1': 0,
  '*1/*2': -0.5211,
  '*1/*3': -0.9357,
  '*2/*2': -1.0616,
  '*2/*3': -1.9206,
  '*3/*3': -2.3312,
};
const IWPC_RACE: Readonly<Record<FormulaRace, number>> = { Asian: -0.1092, Black: -0.276, White: 0, missing: -0.1032 };
const IWPC_CLINICAL_RACE: Readonly<Record<FormulaRace, number>> = { Asian: -0.6752, Black: 0.406, White: 0, missing: 0.0443 };

const vkorc1Term = (inputs: WarfarinInputs, heterozygous: number, homozygous: number, unknown: number): number =>
  inputs.vkorc1 === null ? unknown : inputs.vkorc1.ag * heterozygous + inputs.vkorc1.aa * homozygous;

/** IWPC pharmacogenetic dose in mg/week; null when the age is unknown or the CYP2C9 diplotype has no weight in the formula. */
export function iwpcPharmacogenetic(inputs: WarfarinInputs, imputation: Imputation, race: FormulaRace = 'missing'): number | null {
  const decade = decadeOf(inputs);
  const cyp2c9 = inputs.cyp2c9 === null ? -0.2188 : entryOf(IWPC_CYP2C9, inputs.cyp2c9);
  if (decade === null || cyp2c9 === undefined) return null;
  const { height, weight } = completeBody(inputs, imputation);
  const root =
    5.6044 -
    0.2614 * decade +
    0.0087 * height +
    0.0128 * weight +
    vkorc1Term(inputs, -0.8677, -1.6974, -0.4854) +
    cyp2c9 +
    IWPC_RACE[race] +
    (inputs.inducer === true ? 1.1816 : 0) +
    (inputs.amiodarone === true ? -0.5503 : 0);
  return root ** 2;
}

/** IWPC clinical dose in mg/week (no genotype); null when the age is unknown. */
export function iwpcClinical(inputs: WarfarinInputs, imputation: Imputation, race: FormulaRace = 'missing'): number | null {
  const decade = decadeOf(inputs);
  if (decade === null) return null;
  const { height, weight } = completeBody(inputs, imputation);
  const root =
    4.0376 -
    0.2546 * decade +
    0.0118 * height +
    0.0134 * weight +
    IWPC_CLINICAL_RACE[race] +
    (inputs.inducer === true ? 1.2799 : 0) +
    (inputs.amiodarone === true ? -0.5695 : 0);
  return root ** 2;
}

/** Body surface area in m² after Du Bois, as the Gage formula uses it. */
const bodySurface = (height: number, weight: number): number => 0.007184 * height ** 0.725 * weight ** 0.425;

const TARGET_INR = 2.5;

/** Gage 2008 dose in mg/week, without its term for race; null without age or without both genotypes. */
export function gage(inputs: WarfarinInputs, imputation: Imputation): number | null {
  const { ageYears, cyp2c9, vkorc1 } = inputs;
  if (ageYears === null || vkorc1 === null || cyp2c9 === null || entryOf(IWPC_CYP2C9, cyp2c9) === undefined) return null;
  const { height, weight } = completeBody(inputs, imputation);
  const copies = (allele: string): number => cyp2c9.split('/').filter((name) => name === allele).length;
  const logDaily =
    0.9751 -
    0.3238 * (vkorc1.ag + 2 * vkorc1.aa) +
    0.4317 * bodySurface(height, weight) -
    0.4008 * copies('*3') -
    0.00745 * ageYears -
    0.2066 * copies('*2') +
    0.2029 * TARGET_INR -
    (inputs.amiodarone === true ? 0.2538 : 0) +
    (inputs.smoker === true ? 0.0922 : 0) +
    (inputs.venousThrombosis === true ? 0.0664 : 0);
  return 7 * Math.exp(logDaily);
}
