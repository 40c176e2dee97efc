/**
 * Diseases beside the tumour by which trials exclude: how criteria write them, and how a problem list does (words, ICD-10-CM categories). What is
 * recorded must be within what the criterion names, so some rows know fewer codes than there are.
 *
 * Codes: B20, B18.0 to B18.2 at icdlist.com; D68, D80 to D84, D86, D89.81, E10 to E13, G30, G40, G45, G60 to G62, G70.0, H16, H20, H33 to H35, H40 by
 * the category list of ICD-10-CM; I21, I22, I25.2, I60 to I64, K25 to K27, K70.3, K74, F01 to F03 and M05, M06, M32, M34 as in the comorbidity code
 * lists after Quan (Med Care 2005;43:1130); Z86.73 at genhealth.ai; all looked up 2026-11. The others by the titles of the classification.
 */
import { HEART_AND_VESSELS } from './conditions-heart.ts';
import { INFECTION_AND_IMMUNITY } from './conditions-immune.ts';
import { ORGANS } from './conditions-organ.ts';

export interface Comorbidity {
  readonly name: string;
  /** Lower-case stretches of which one must be there. */
  readonly needs: string;
  readonly words: string;
  readonly recorded: RegExp;
  readonly icd10: RegExp | null;
  /** Codes that say it was there once. */
  readonly past?: RegExp;
  /** A result in words that shows it; `only`: the criterion speaks of the result itself, so a negative one answers too. */
  readonly result?: { readonly kinds: readonly string[]; readonly only?: true };
}

export const CONDITIONS: readonly Comorbidity[] = [...INFECTION_AND_IMMUNITY, ...HEART_AND_VESSELS, ...ORGANS];
