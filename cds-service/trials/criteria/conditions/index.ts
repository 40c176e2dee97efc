/**
 * Diseases beside the tumour by which trials exclude: how criteria write them, and how a problem list does (words, ICD-10-CM categories). What is
 * recorded must be within what the criterion names, so some rows know fewer codes than there are.
 *
 * Codes: B20, B18.0 to B18.2 at icdlist.com; D68, D80 to D84, D86, D89.81, E10 to E13, G30, G40, G45, G60 to G62, G70.0, H16, H20, H33 to H35, H40 by
 * the category list of ICD-10-CM; I21, I22, I25.2, I60 to I64, K25 to K27, K70.3, K74, F01 to F03 and M05, M06, M32, M34 as in the comorbidity code
 * lists after Quan (Med Care 2005;43:1130); Z86.73 at genhealth.ai; A81.2, D66, G35, H33.0, H33.2, H34.81, I42 and J84.1 at icdlist.com; I20.0, I82.4
 * and J70.0 at icd10codingpro.com (FY2026); E27.1, E27.4, G45.9, H35.71, I82.6, K63.1 and K92.2 at icd10.blog (2026); I45.8, I48 and I50 at
 * allicd10codes.com (2026); I40 and I42 at eleplan.com and littleden.blog (FY2026), there also H33.4 and K91.2; K50 and K51 at icd10data.com; D67 and K76.82
 * at hccbuddy.com; E80.4 and K75.4 at diseasedb.com; Z99.2 at icd-10-code.org; J44 in chapter 10 of the tabular list; I26, A15 to A19, Z21, I71.1 to I71.9,
 * K56.5, K56.6, K85, K86.0 and K86.1 in copies of ICD-10 and its tabular list (rxreasoner.com, thcc.or.th, classbrowser.nhs.uk, docslib 6543266,
 * treat-simply.com); all looked up 2026-11. What was not found there is not among the codes; then the words of the problem list decide.
 */
import { HEART_AND_VESSELS } from './heart.ts';
import { INFECTION_AND_IMMUNITY } from './immune.ts';
import { ORGANS } from './organ.ts';
import type { Comorbidity } from './listed-disease.ts';

export const CONDITIONS: readonly Comorbidity[] = [...INFECTION_AND_IMMUNITY, ...HEART_AND_VESSELS, ...ORGANS];
