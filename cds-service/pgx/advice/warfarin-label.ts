import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/**
 * Maintenance doses that the US label of warfarin expects by CYP2C9 and VKORC1 -1639G>A (its table of expected ranges, as reprinted in
 * PMC3351041, table 2, and by the week in Sci Rep 2019, s41598-019-49329-0). Its usual range, 5–7 mg a day, holds for VKORC1 A/G with CYP2C9
 * *1/*1 and for G/G with *1/*2 too; DPWG asks for no change there either. Other alleles are not in the table.
 */
export type DailyRange = readonly [low: number, high: number];

const USUAL: DailyRange = [5, 7];
const LESS: DailyRange = [3, 4];
const LEAST: DailyRange = [0.5, 2];

/** By the number of VKORC1 -1639 A alleles. */
const RANGES: Readonly<Record<string, readonly [DailyRange, DailyRange, DailyRange]>> = {
  '*1/*1': [USUAL, USUAL, LESS],
  '*1/*2': [USUAL, LESS, LESS],
  '*1/*3': [LESS, LESS, LEAST],
  '*2/*2': [LESS, LESS, LEAST],
  '*2/*3': [LESS, LEAST, LEAST],
  '*3/*3': [LEAST, LEAST, LEAST],
};

/** Milligrams a day; undefined for genotypes that the table does not have. */
export function labelRange(cyp2c9: string | null | undefined, vkorc1A: number | undefined): DailyRange | undefined {
  return vkorc1A === undefined || typeof cyp2c9 !== 'string' ? undefined : entryOf(RANGES, cyp2c9)?.[vkorc1A];
}

export const isUsual = (range: DailyRange): boolean => range === USUAL;

/** Lowest and highest dose that the table has for the one gene known, whatever the other is; undefined where the table does not have it. */
export function labelBounds(cyp2c9: string | null | undefined, vkorc1A: number | undefined): DailyRange | undefined {
  if ((cyp2c9 === undefined) === (vkorc1A === undefined)) return undefined;
  const rows = Object.entries(RANGES).flatMap(([genotype, row]) => (cyp2c9 === undefined || genotype === cyp2c9 ? [row] : []));
  const ranges = rows.flatMap((row) => row.filter((_, copies) => vkorc1A === undefined || copies === vkorc1A));
  return ranges.length === 0 ? undefined : [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))];
}

/** Every dose of it lies below the usual range. */
export const belowUsual = ([, high]: DailyRange): boolean => high < USUAL[0];
