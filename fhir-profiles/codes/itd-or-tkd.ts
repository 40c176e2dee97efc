/**
 * Tests of FLT3 that look for both of its changes at once ("FLT3 ITD and TKD mutation detection", "FLT3-ITD/D835 PCR"): their name says what was looked
 * for, and a bare "positive" does not say which of the two was found.
 */

/** The name of what such a test found or did not find, where its value does not tell the two apart. */
export const ITD_OR_TKD = 'FLT3 ITD/TKD';

const DUPLICATION = /\bITD\b|\binternal tandem\b/i;
const DOMAIN = /\bTKD\b|\bkinase domain\b|\bcodons?\s?83[56]\b|(?<![A-Za-z0-9])(?:p\.)?[DI]?83[56][A-Z]?(?![A-Za-z0-9])/i;

/** True of a name that holds the duplication and the kinase domain. */
export function isOfBoth(name: string): boolean {
  return DUPLICATION.test(name) && DOMAIN.test(name);
}

/** True of a value that says which of the two it speaks of: "TKD mutation detected", "D835Y", "ITD, ratio 0.4". */
export function tellsWhich(value: string): boolean {
  return DUPLICATION.test(value) || DOMAIN.test(value) || /(?<![A-Za-z0-9])(?:[cp]\.\S|[A-Z]\d{3}[A-Za-z*])/.test(value);
}
