/** One row of the warfarin data set (columns as the README of this folder lists them) → inputs. Race columns are not read. */
import { cellFlag as flag, cellNumber as number, isUnknown, shortened, unreadableFlag, unreadableNumber } from '../cells.ts';
import type { Vkorc1Genotype, WarfarinInputs } from './inputs.ts';

export type CsvRow = Readonly<Record<string, string>>;

const DIRECT: Readonly<Record<string, Omit<Vkorc1Genotype, 'basis'>>> = {
  GG: { ag: 0, aa: 0 },
  AG: { ag: 1, aa: 0 },
  AA: { ag: 0, aa: 1 },
  // The same genotypes on the forward strand of the genome (C>T).
  CC: { ag: 0, aa: 0 },
  CT: { ag: 1, aa: 0 },
  TT: { ag: 0, aa: 1 },
};
/** rs9934438 stands in almost complete linkage with rs9923231 in every population of the data: C–G, T–A. */
const RS9934438: Readonly<Record<string, string>> = { CC: 'GG', CT: 'AG', TT: 'AA' };

const letters = (text: string | undefined): string =>
  (text ?? '')
    .toUpperCase()
    .replace(/[^ACGT]/g, '')
    .split('')
    .sort()
    .join('');

/**
 * VKORC1 genotype from the columns. `linked` gives the shares of A/G and A/A seen in training for each genotype of
 * rs2359612 and rs8050894, whose linkage differs between populations: so they count as a likelihood, not as a genotype.
 */
export function vkorc1Of(row: CsvRow, linked: Readonly<Record<string, readonly number[]>>): Vkorc1Genotype | null {
  const measured = DIRECT[letters(row.vkorc1_rs9923231)];
  if (measured !== undefined) return { ...measured, basis: 'rs9923231' };
  const twin = DIRECT[RS9934438[letters(row.vkorc1_rs9934438)] ?? ''];
  if (twin !== undefined) return { ...twin, basis: 'rs9934438' };
  for (const marker of ['rs2359612', 'rs8050894'] as const) {
    const shares = linked[`${marker}:${letters(row[`vkorc1_${marker}`])}`];
    if (shares !== undefined) return { ag: shares[0] ?? 0, aa: shares[1] ?? 0, basis: 'linked' };
  }
  return null;
}

/** Age in years: the column `age_years`, else the middle of the decade. */
function ageOf(row: CsvRow): number | null {
  const years = number(row.age_years);
  if (years !== null) return years;
  const decade = number(row.age_decade);
  return decade === null ? null : decade * 10 + 5;
}

/** Sex as tables write it; codes that each table defines for itself (0, 1, 2) say nothing here. */
const SEXES: Readonly<Record<string, 'male' | 'female'>> = { male: 'male', m: 'male', female: 'female', f: 'female' };

const MARKERS = ['vkorc1_rs9923231', 'vkorc1_rs9934438', 'vkorc1_rs2359612', 'vkorc1_rs8050894'] as const;

/** What stands in a cell and cannot be read, in plain words; null when every cell is read or says that nothing is known. */
export function unreadable(row: CsvRow): string | null {
  const number = unreadableNumber(row, ['age_years', 'age_decade', 'height_cm', 'weight_kg']);
  if (number !== null) return number;
  const marker = MARKERS.find((name) => !isUnknown(row[name]) && !/^[ACGT]{2}$/.test(letters(row[name])));
  if (marker !== undefined) return `${marker} “${shortened(row[marker] ?? '')}” is not a genotype`;
  if (!isUnknown(row.vkorc1_rs9923231) && DIRECT[letters(row.vkorc1_rs9923231)] === undefined) {
    return `vkorc1_rs9923231 “${shortened(row.vkorc1_rs9923231 ?? '')}” is not a genotype of this variant (G/G, A/G or A/A)`;
  }
  const flags = unreadableFlag(row, ['amiodarone', 'carbamazepine', 'phenytoin', 'rifampin', 'smoker']);
  if (flags !== null) return flags;
  if (
    !isUnknown(row.sex) &&
    SEXES[(row.sex ?? '').trim().toLowerCase()] === undefined &&
    isUnknown(row.height_cm) !== isUnknown(row.weight_kg)
  ) {
    return `sex “${shortened(row.sex ?? '')}” is neither male nor female, and height or weight would be estimated by it`;
  }
  return null;
}

function indicationOf(row: CsvRow): boolean | null {
  const codes = (row.indication_codes ?? '').split(/;|\bor\b|,/).map((code) => code.trim());
  if (codes.every((code) => code === '')) return null;
  return codes.includes('1') || codes.includes('2');
}

export function inputsFromCsv(row: CsvRow, linked: Readonly<Record<string, readonly number[]>>): WarfarinInputs {
  const inducers = [row.carbamazepine, row.phenytoin, row.rifampin].map(flag);
  const diplotype = isUnknown(row.cyp2c9) ? '' : (row.cyp2c9 ?? '').trim();
  return {
    ageYears: ageOf(row),
    sex: SEXES[(row.sex ?? '').trim().toLowerCase()] ?? null,
    heightCm: number(row.height_cm),
    weightKg: number(row.weight_kg),
    cyp2c9: diplotype === '' ? null : diplotype.split('/').sort(byAlleleNumber).join('/'),
    vkorc1: vkorc1Of(row, linked),
    amiodarone: flag(row.amiodarone),
    inducer: inducers.includes(true) ? true : inducers.includes(false) ? false : null,
    smoker: flag(row.smoker),
    venousThrombosis: indicationOf(row),
  };
}

export const byAlleleNumber = (a: string, b: string): number => Number(a.replace(/\D/g, '')) - Number(b.replace(/\D/g, ''));
