/** Units: what laboratories write to UCUM, and UCUM to the canonical unit of a kind. */
import type { UcumLhcUtils } from '@lhncbc/ucum-lhc';
import { unitLibrary } from './quiet-units.ts';
import { entryOf } from '../entry-of.ts';

/** Everyday spellings, in lower case without spaces, → UCUM. */
const SPELLINGS: Readonly<Record<string, string>> = {
  'mg/dl': 'mg/dL',
  'mg%': 'mg/dL',
  'mg/100ml': 'mg/dL',
  'g/dl': 'g/dL',
  'gm/dl': 'g/dL',
  'g/l': 'g/L',
  'gm/l': 'g/L',
  'mg/l': 'mg/L',
  'ug/ml': 'ug/mL',
  'ng/ml': 'ng/mL',
  'ng/dl': 'ng/dL',
  'ug/l': 'ug/L',
  'mcg/l': 'ug/L',
  'µg/l': 'ug/L',
  'μg/l': 'ug/L',
  'umol/l': 'umol/L',
  'µmol/l': 'umol/L',
  'μmol/l': 'umol/L',
  'mcmol/l': 'umol/L',
  'micromol/l': 'umol/L',
  'mmol/l': 'mmol/L',
  'nmol/l': 'nmol/L',
  'meq/l': 'meq/L',
  'meq/litre': 'meq/L',
  'u/l': 'U/L',
  'iu/l': '[iU]/L',
  '[iu]/l': '[iU]/L',
  'units/l': 'U/L',
  'u/ml': 'U/mL',
  'iu/ml': '[iU]/mL',
  '[iu]/ml': '[iU]/mL',
  "arb'u/ml": 'U/mL',
  "[arb'u]/ml": 'U/mL',
  'kiu/l': 'U/mL',
  'ku/l': 'U/mL',
  'µkat/l': 'ukat/L',
  'μkat/l': 'ukat/L',
  'ukat/l': 'ukat/L',
  '10*9/l': '10*9/L',
  '10^9/l': '10*9/L',
  'x10^9/l': '10*9/L',
  'x10*9/l': '10*9/L',
  '10e9/l': '10*9/L',
  'x10e9/l': '10*9/L',
  '109/l': '10*9/L',
  'g/l{count}': '10*9/L',
  'gpt/l': '10*9/L',
  'giga/l': '10*9/L',
  '/nl': '10*9/L',
  '1/nl': '10*9/L',
  'tsd/ul': '10*9/L',
  '10*3/ul': '10*9/L',
  '10^3/ul': '10*9/L',
  'x10^3/ul': '10*9/L',
  'x10*3/ul': '10*9/L',
  '10e3/ul': '10*9/L',
  'x10e3/ul': '10*9/L',
  'k/ul': '10*9/L',
  'k/µl': '10*9/L',
  'k/mm3': '10*9/L',
  'k/cumm': '10*9/L',
  'thou/ul': '10*9/L',
  'thousand/ul': '10*9/L',
  'th/ul': '10*9/L',
  '10*3/mm3': '10*9/L',
  'x1000/ul': '10*9/L',
  '10*3/µl': '10*9/L',
  '10^3/µl': '10*9/L',
  '10*3/μl': '10*9/L',
  'thous/mcl': '10*9/L',
  'k/mcl': '10*9/L',
  '10*3/mcl': '10*9/L',
  '10^3/mcl': '10*9/L',
  'thousand/mcl': '10*9/L',
  '/ul': '/uL',
  '/µl': '/uL',
  '/μl': '/uL',
  '1/ul': '/uL',
  'cells/ul': '/uL',
  'cells/µl': '/uL',
  'cells/mcl': '/uL',
  '/mcl': '/uL',
  '/mm3': '/uL',
  'cells/mm3': '/uL',
  '{cells}/ul': '/uL',
  '/cumm': '/uL',
  '10*6/l': '/uL',
  '10^6/l': '/uL',
  'ml/min/1.73m2': 'mL/min/{1.73_m2}',
  'ml/min/1.73m^2': 'mL/min/{1.73_m2}',
  'ml/min/1.73m²': 'mL/min/{1.73_m2}',
  'ml/min/{1.73_m2}': 'mL/min/{1.73_m2}',
  'ml/min/{1.73m2}': 'mL/min/{1.73_m2}',
  'ml/min/1.73sqm': 'mL/min/{1.73_m2}',
  'ml/min/1,73m2': 'mL/min/{1.73_m2}',
  'ml/min/1,73m²': 'mL/min/{1.73_m2}',
  'ml/min/{1.73_m2}.': 'mL/min/{1.73_m2}',
  'ml/min/1.73': 'mL/min/{1.73_m2}',
  'ml/min/bsa': 'mL/min/{1.73_m2}',
  'ml/min': 'mL/min',
  'ml/min/[1.73_m2]': 'mL/min/{1.73_m2}',
  'ml/min/1.73.m2': 'mL/min/{1.73_m2}',
  'ml/min/1.73*m2': 'mL/min/{1.73_m2}',
  kg: 'kg',
  kgs: 'kg',
  kilogram: 'kg',
  kilograms: 'kg',
  g: 'g',
  gram: 'g',
  grams: 'g',
  lb: '[lb_av]',
  lbs: '[lb_av]',
  '[lb_av]': '[lb_av]',
  pound: '[lb_av]',
  pounds: '[lb_av]',
  oz: '[oz_av]',
  '[oz_av]': '[oz_av]',
  cm: 'cm',
  centimeter: 'cm',
  centimetre: 'cm',
  m: 'm',
  meter: 'm',
  metre: 'm',
  mm: 'mm',
  in: '[in_i]',
  inch: '[in_i]',
  inches: '[in_i]',
  '[in_i]': '[in_i]',
  '[in_us]': '[in_i]',
  ft: '[ft_i]',
  '[ft_i]': '[ft_i]',
  m2: 'm2',
  'm^2': 'm2',
  'm²': 'm2',
  sqm: 'm2',
  '[m2]': 'm2',
  'kg/m2': 'kg/m2',
  'kg/m^2': 'kg/m2',
  'kg/m²': 'kg/m2',
  'kg/(m^2)': 'kg/m2',
  'kg/(m2)': 'kg/m2',
  ms: 'ms',
  msec: 'ms',
  milliseconds: 'ms',
  s: 's',
  sec: 's',
  '{inr}': '{INR}',
  inr: '{INR}',
  ratio: '1',
  '{ratio}': '1',
  '1': '1',
  '%': '%',
  'u/ghb': 'U/g{Hb}',
  'u/g{hb}': 'U/g{Hb}',
  'u/g{hgb}': 'U/g{Hb}',
  'u/ghgb': 'U/g{Hb}',
  'iu/ghb': 'U/g{Hb}',
  'u/g': 'U/g{Hb}',
  'units/ghb': 'U/g{Hb}',
  'u/g{hemoglobin}': 'U/g{Hb}',
  'u/mlrbc': 'U/mL{RBC}',
  'u/ml{rbc}': 'U/mL{RBC}',
  'u/ml{rbcs}': 'U/mL{RBC}',
  'eu/ml': 'U/mL{RBC}',
};

/** UCUM of a unit as written; the text itself when it is not one of the everyday spellings. */
export function ucumOf(written: string): string {
  const key = written.trim().toLowerCase().replace(/\s+/g, '').replace(/\(s\)/g, '');
  return entryOf(SPELLINGS, key) ?? written.trim();
}

/** Exact factors to the canonical unit for the units that charts use; everything else is asked of the UCUM library. */
const FACTORS: Readonly<Record<string, number>> = {
  'g/L>g/dL': 0.1,
  'mg/dL>g/dL': 0.001,
  'mg/L>mg/dL': 0.1,
  'g/dL>g/L': 10,
  '/uL>10*9/L': 0.001,
  '[iU]/L>U/L': 1,
  '[iU]/mL>U/mL': 1,
  'ukat/L>U/L': 60,
  'meq/L>mmol/L': 1,
  'ug/L>ng/mL': 1,
  'ng/dL>ng/mL': 0.01,
  'ug/mL>ng/mL': 1000,
  'g>kg': 0.001,
  '[lb_av]>kg': 0.45359237,
  '[oz_av]>kg': 0.028349523125,
  'm>cm': 100,
  'mm>cm': 0.1,
  '[in_i]>cm': 2.54,
  '[ft_i]>cm': 30.48,
  's>ms': 1000,
  '1>{INR}': 1,
  '{INR}>1': 1,
};

let library: UcumLhcUtils | null = null;
const remembered = new Map<string, number | null>();

/**
 * Factor that turns `from` into `to` (both UCUM); null when the units do not convert. Moles need the molar mass in g/mol.
 * Special units (temperature) are not linear and are never converted here.
 */
export function conversionFactor(from: string, to: string, molarMass?: number): number | null {
  if (from === to) return 1;
  const key = `${from}>${to}`;
  const known = entryOf(FACTORS, key);
  if (known !== undefined) return known;
  const cacheKey = `${key}|${molarMass ?? ''}`;
  const cached = remembered.get(cacheKey);
  if (cached !== undefined) return cached;
  const found = from.length > 60 ? null : askLibrary(from, to, molarMass);
  if (remembered.size > 2000) remembered.clear();
  remembered.set(cacheKey, found);
  return found;
}

function askLibrary(from: string, to: string, molarMass?: number): number | null {
  // An annotation ("{Hb}") is no unit to the library: U/mL{RBC} would pass for U/mL. Such units convert by the table above or not at all.
  if (/\{/.test(to) || /\{/.test(from)) return null;
  library ??= unitLibrary();
  const options = molarMass === undefined ? {} : { molecularWeight: molarMass };
  const ask = library;
  try {
    const [one, two] = [ask.convertUnitTo(from, 1, to, options), ask.convertUnitTo(from, 2, to, options)];
    if (one.status !== 'succeeded' || two.status !== 'succeeded' || one.toVal === null || two.toVal === null) return null;
    const linear = Math.abs(two.toVal - 2 * one.toVal) <= Math.abs(one.toVal) * 1e-9;
    return linear && Number.isFinite(one.toVal) && one.toVal > 0 ? one.toVal : null;
  } catch {
    return null;
  }
}
