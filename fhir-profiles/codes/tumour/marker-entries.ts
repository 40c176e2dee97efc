/**
 * Codes of a problem list that state a marker of the tumour, or an inherited finding that decides about its treatment, in the words by which such
 * entries are read. ICD-10-CM Z17 and Z15.0 of fiscal year 2026 (in force since 1 October 2025); SNOMED CT as in the breast and colorectal sets of ICHOM.
 */
import { ICD10CM, SNOMED } from '../systems.ts';
import { entryOf } from '../../entry-of.ts';

const ICD: Readonly<Record<string, string>> = {
  'Z17.0': 'ER positive',
  'Z17.1': 'ER negative',
  'Z17.21': 'PR positive',
  'Z17.22': 'PR negative',
  'Z17.31': 'HER2 positive',
  'Z17.32': 'HER2 negative',
  'Z17.41': 'HR positive',
  'Z17.410': 'HR positive, HER2 positive',
  'Z17.411': 'HR positive, HER2 negative',
  'Z17.42': 'HR negative',
  'Z17.420': 'HR negative, HER2 positive',
  'Z17.421': 'HR negative, HER2 negative',
  'Z15.01': 'genetic susceptibility to breast cancer',
  'Z15.02': 'genetic susceptibility to ovarian cancer',
};
const SNOMED_CT: Readonly<Record<string, string>> = {
  '416053008': 'ER positive',
  '441117001': 'ER negative',
  '416561008': 'PR positive',
  '427685000': 'HER2 positive',
  '431396003': 'HER2 negative',
  '412734009': 'germline BRCA1 mutation',
  '412738007': 'germline BRCA2 mutation',
  '716318002': 'Lynch syndrome',
  '315058005': 'Lynch syndrome',
};

/** The words for a code; undefined where it states no such thing. */
export function markerEntry(system: string, code: string): string | undefined {
  if (system === SNOMED) return entryOf(SNOMED_CT, code);
  if (system !== ICD10CM && !/icd-?10/i.test(system)) return undefined;
  const dotted = /^Z\d{3,}$/i.test(code) ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
  return entryOf(ICD, dotted.toUpperCase());
}
