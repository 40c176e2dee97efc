/** One row of the checkpoint-inhibitor data set → inputs. Columns: cancer_type, tmb_mut_per_mb, pdl1_tps_pct, prior_systemic_therapy, albumin_g_dl, nlr, age_years. */
import type { IcbInputs } from './inputs.ts';

export type CsvRow = Readonly<Record<string, string>>;

const number = (text: string | undefined): number | null => {
  if (text === undefined || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
};

export function inputsFromCsv(row: CsvRow): IcbInputs {
  const prior = number(row.prior_systemic_therapy);
  const type = (row.cancer_type ?? '').trim();
  return {
    cancerType: type === '' ? null : type,
    tmb: number(row.tmb_mut_per_mb),
    pdl1: number(row.pdl1_tps_pct),
    priorTherapy: prior === null ? null : prior >= 0.5,
    albumin: number(row.albumin_g_dl),
    nlr: number(row.nlr),
    ageYears: number(row.age_years),
  };
}
