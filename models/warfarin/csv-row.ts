/** One row of the warfarin data set (columns as the README of this folder lists them) → inputs. Race columns are not read. */
import { cellFlag as flag, cellNumber as number, isUnknown, shortened, unreadableFlag, unreadableNumber } from '../cells.ts';
import type { Vkorc1Genotype, WarfarinInputs } from './inputs.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

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

/** "A/G", "GA", "G|A", also with the marker's name before it. "-1639G>A" and "non-A/A" name a change and no genotype. */
const GENOTYPE = /^(?:(?:VKORC1)?[\s:]*rs\d+\s*[:=]?\s*)?\(?([ACGT])\s*[/|,;]?\s*([ACGT])\)?$/i;

/** The two bases in the order of the alphabet; empty when the cell is no genotype. */
const letters = (text: string | undefined): string => {
  const [, one = '', two = ''] = GENOTYPE.exec((text ?? '').trim()) ?? [];
  return [one, two]
    .map((base) => base.toUpperCase())
    .sort()
    .join('');
};

/**
 * VKORC1 genotype from the columns. `linked` gives the shares of A/G and A/A seen in training for each genotype of
 * rs2359612 and rs8050894, whose linkage differs between populations: so they count as a likelihood, not as a genotype.
 */
function vkorc1Of(row: CsvRow, linked: Readonly<Record<string, readonly number[]>>): Vkorc1Genotype | null {
  const measured = entryOf(DIRECT, letters(row.vkorc1_rs9923231));
  if (measured !== undefined) return { ...measured, basis: 'rs9923231' };
  const twin = entryOf(DIRECT, entryOf(RS9934438, letters(row.vkorc1_rs9934438)) ?? '');
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
  const decade = decadeOf(row);
  return decade === null ? null : decade * 10 + 5;
}

/** "6", or as the data set of the IWPC was published: "60 - 69", "90+". */
function decadeOf({ age_decade: text }: CsvRow): number | null {
  if (/^90\s*\+$/.test((text ?? '').trim())) return 9;
  const [, tens, last] = /^(\d{1,2})0\s*[-–]\s*(\d{1,2})9$/.exec((text ?? '').trim()) ?? [];
  return tens !== undefined && tens === last ? Number(tens) : number(text);
}

/** A decade that is none, or not the one of the years beside it. */
function unreadableAge(row: CsvRow): string | null {
  const decade = decadeOf(row);
  const said = `age_decade “${shortened(row.age_decade ?? '')}”`;
  if (decade === null) return isUnknown(row.age_decade) ? null : `${said} is not a decade (6 for 60 to 69 years)`;
  if (!Number.isInteger(decade) || decade < 0 || decade > 12) return `${said} is not a decade (6 for 60 to 69 years)`;
  const years = number(row.age_years);
  return years === null || Math.floor(years / 10) === decade
    ? null
    : `${said} is not that of age_years “${shortened(row.age_years ?? '')}”`;
}

/** Sex as tables write it; codes that each table defines for itself (0, 1, 2) say nothing here. */
const SEXES: Readonly<Record<string, 'male' | 'female'>> = { male: 'male', m: 'male', female: 'female', f: 'female' };

const MARKERS = ['vkorc1_rs9923231', 'vkorc1_rs9934438', 'vkorc1_rs2359612', 'vkorc1_rs8050894'] as const;

/** What stands in a cell and cannot be read, in plain words; null when every cell is read or says that nothing is known. */
export function unreadable(row: CsvRow): string | null {
  const number = unreadableNumber(row, ['age_years', 'height_cm', 'weight_kg']) ?? unreadableAge(row);
  if (number !== null) return number;
  const marker = MARKERS.find((name) => !isUnknown(row[name]) && letters(row[name]) === '');
  if (marker !== undefined) return `${marker} “${shortened(row[marker] ?? '')}” is not a genotype`;
  if (!isUnknown(row.vkorc1_rs9923231) && entryOf(DIRECT, letters(row.vkorc1_rs9923231)) === undefined) {
    return `vkorc1_rs9923231 “${shortened(row.vkorc1_rs9923231 ?? '')}” is not a genotype of this variant (G/G, A/G or A/A)`;
  }
  const flags = unreadableFlag(row, ['amiodarone', 'carbamazepine', 'phenytoin', 'rifampin', 'smoker']);
  if (flags !== null) return flags;
  if (
    !isUnknown(row.sex) &&
    entryOf(SEXES, (row.sex ?? '').trim().toLowerCase()) === undefined &&
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
  const diplotype = isUnknown(row.cyp2c9) ? '' : plainDiplotype(row.cyp2c9 ?? '');
  return {
    ageYears: ageOf(row),
    sex: entryOf(SEXES, (row.sex ?? '').trim().toLowerCase()) ?? null,
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

/** "CYP2C9*1/*3", "*01 / *03" → "*1/*3"; anything else stays as it is written and is told in those words. */
function plainDiplotype(text: string): string {
  const [, one, two] = /^(?:CYP2C9\s*)?\*0*(\d{1,3})\s*[/|]\s*(?:CYP2C9\s*)?\*0*(\d{1,3})$/i.exec(text.trim()) ?? [];
  return one === undefined ? text.trim() : `*${one}/*${two}`;
}

export const byAlleleNumber = (a: string, b: string): number => Number(a.replace(/\D/g, '')) - Number(b.replace(/\D/g, ''));
