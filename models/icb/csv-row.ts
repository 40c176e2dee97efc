/** One row of the checkpoint-inhibitor data set → inputs. Columns: cancer_type, tmb_mut_per_mb, pdl1_tps_pct, prior_systemic_therapy, albumin_g_dl, nlr, age_years. */
import { cellFlag, cellNumber as number, isUnknown, unreadableFlag, unreadableNumber } from '../cells.ts';
import { cancerTypeOf } from './cancer-type.ts';
import { CANCER_TYPES, type IcbInputs } from './inputs.ts';

export type CsvRow = Readonly<Record<string, string>>;

/** A type of the training data however its letters are cased, or the type that an OncoTree code belongs to; else the words of the table. */
function typeOf(text: string): string | null {
  const said = text.trim().replace(/ and /i, ' & ');
  if (isUnknown(said)) return null;
  return CANCER_TYPES.find((type) => type.toLowerCase() === said.toLowerCase()) ?? cancerTypeOf(said) ?? text.trim();
}

/** What stands in a cell and cannot be read, in plain words; null when every cell is read or says that nothing is known. */
export const unreadable = (row: CsvRow): string | null =>
  unreadableNumber(row, ['tmb_mut_per_mb', 'pdl1_tps_pct', 'albumin_g_dl', 'nlr', 'age_years']) ??
  unreadableFlag(row, ['prior_systemic_therapy']);

export function inputsFromCsv(row: CsvRow): IcbInputs {
  return {
    cancerType: typeOf(row.cancer_type ?? ''),
    tmb: number(row.tmb_mut_per_mb),
    pdl1: number(row.pdl1_tps_pct),
    priorTherapy: cellFlag(row.prior_systemic_therapy),
    albumin: number(row.albumin_g_dl),
    nlr: number(row.nlr),
    ageYears: number(row.age_years),
  };
}
