/** Which terminology a tumour code is from, and what ICD-10 says by its place in the chapter. */
import { ICD10CM, ICDO3, ONCOTREE, SNOMED } from '../systems.ts';

export type TumourCodeKind = 'oncotree' | 'icd10' | 'icdo' | 'snomed' | 'ncit' | 'umls' | 'doid';

export function codeKind(system: string, code: string): TumourCodeKind | null {
  if (/^DOID:\d+$/i.test(code) || /disease-?ontology|obo\/doid/i.test(system)) return /^(?:DOID:)?\d+$/i.test(code) ? 'doid' : null;
  if (system === ONCOTREE || /oncotree/i.test(system)) return 'oncotree';
  if (system === SNOMED) return 'snomed';
  if (/^\d{4}\/\d$/.test(code) && (system === ICDO3 || /icd-?o/i.test(system) || system === '')) return 'icdo';
  if (system === ICD10CM || /icd-?10/i.test(system) || system === ICDO3 || /icd-?o/i.test(system))
    return isIcdShaped(code) ? 'icd10' : null;
  if (/research\/umls|\bumls\b|2\.16\.840\.1\.113883\.6\.86/i.test(system)) return /^C\d{7}$/.test(code) ? 'umls' : null;
  if (/ncicb|ncithesaurus|EVS\/Thesaurus|\bncit\b|ncim/i.test(system)) return /^C\d{3,7}$/.test(code) ? 'ncit' : null;
  return null;
}

function isIcdShaped(code: string): boolean {
  return /^[A-Z]\d[\dA-Z](?:\.?[\dA-Z]{1,4})?[+*!-]?$/i.test(code);
}

/** `C50.911` → C50.911, C50.91, C50.9, C50: a subdivision that is not listed is part of its category. */
export function icdLadder(code: string): readonly string[] {
  const bare = code.toUpperCase().replace(/[+*!.-]/g, '');
  const steps: string[] = [];
  for (let length = bare.length; length >= 3; length -= 1) {
    const part = bare.slice(0, length);
    steps.push(length > 3 ? `${part.slice(0, 3)}.${part.slice(3)}` : part);
  }
  return steps;
}

/**
 * Malignant (C00–C96), in situ (D00–D09) and of uncertain behaviour (D37–D48) are tumours here; benign ones (D10–D36) and histories (Z85) are not.
 * Source: ICD-10-CM chapter 2 block structure.
 */
export function isTumourIcd(code: string): boolean {
  return /^(?:C[0-9]|D0|D3[789]|D4[0-9])/i.test(code);
}

/** C00–C76, C7A and C81–C96: primary malignant neoplasms (C80 names no site). */
export function isPrimaryIcd(code: string): boolean {
  return /^C(?:[0-6]\d|7[0-6A]|8[1-9]|9[0-6])/i.test(code);
}

/** C77–C79 and C7B: secondary malignant neoplasms. */
export function isSecondaryIcd(code: string): boolean {
  return /^C(?:7[789B])/i.test(code);
}
