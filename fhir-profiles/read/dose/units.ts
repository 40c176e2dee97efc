/** Units of a dose, and tablets turned into a mass where the product states its strength. */
import type { RecognisedDrug } from '../medication/drug.ts';
import { entryOf } from '../../entry-of.ts';

const COUNTED =
  /^\(?\{?(tbl|tabs?|tablets?|tab_?|caps?|capsules?|pills?|puffs?|patch(es)?|each|units? dose|dose|doses?|film|filmtabletten?|tablette(n)?|kapseln?|stk|stück|1)\}?\)?(\(s\))?s?$/i;
const UCUM: Readonly<Record<string, string>> = {
  mg: 'mg',
  mgs: 'mg',
  milligram: 'mg',
  milligrams: 'mg',
  MG: 'mg',
  g: 'g',
  gram: 'g',
  grams: 'g',
  gm: 'g',
  G: 'g',
  mcg: 'ug',
  ug: 'ug',
  µg: 'ug',
  μg: 'ug',
  microgram: 'ug',
  micrograms: 'ug',
  ng: 'ng',
  ml: 'mL',
  mL: 'mL',
  ML: 'mL',
  'mg/m2': 'mg/m2',
  'mg/m²': 'mg/m2',
  'mg/kg': 'mg/kg',
  'mcg/kg': 'ug/kg',
  'ug/kg': 'ug/kg',
  'g/m2': 'g/m2',
  'mg/kg/dose': 'mg/kg',
  unit: '[iU]',
  units: '[iU]',
  iu: '[iU]',
  IU: '[iU]',
  '[iU]': '[iU]',
  U: '[iU]',
  meq: 'meq',
  mEq: 'meq',
  mmol: 'mmol',
  'mg/h': 'mg/h',
  'mcg/h': 'ug/h',
  'ug/h': 'ug/h',
};

/** UCUM for the unit of a dose: from the code when it is one, else from the words; `{tbl}` for anything counted; null when unknown. */
export function doseUnit(unit: string | undefined, code: string | undefined): string | null {
  for (const each of [code, unit]) {
    if (each === undefined) continue;
    const written = each.replace(/^mg\s*\(?PE\)?(?=$|\/)/i, 'mg');
    const found = entryOf(UCUM, written) ?? entryOf(UCUM, written.toLowerCase());
    if (found !== undefined) return found;
  }
  for (const written of [code, unit]) {
    if (written !== undefined && COUNTED.test(written.trim())) return '{tbl}';
  }
  return unit ?? code ?? null;
}

/** Two tablets of 75 mg are 150 mg. Only for a product with one ingredient of known strength per piece. */
export function massOfUnits(
  dose: { readonly amount: number; readonly unit: string },
  drug: Pick<RecognisedDrug, 'strength'>,
): { amount: number; unit: string } {
  const [strength, ...others] = drug.strength ?? [];
  if (strength === undefined || others.length > 0) return dose;
  if (dose.unit === '{tbl}' && strength.per === undefined) return { amount: rounded(dose.amount * strength.amount), unit: strength.unit };
  if (dose.unit === 'mL' && strength.per === 'mL') return { amount: rounded(dose.amount * strength.amount), unit: strength.unit };
  return dose;
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
