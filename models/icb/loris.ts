/**
 * LORIS, the published pan-cancer and NSCLC scores (Nature Cancer 2024;5:1158–1175, doi 10.1038/s43018-024-00772-7), exactly.
 * They were fitted with balanced class weights: a score between 0 and 1, not a probability.
 */
import { AGE_CLIP, NLR_CLIP, TMB_CLIP, type IcbInputs } from './inputs.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

const CANCER_TERM: Readonly<Record<string, number>> = {
  Bladder: -0.3323,
  Breast: -0.3323,
  Colorectal: -0.102,
  Endometrial: -0.0079,
  Esophageal: 0.55,
  Gastric: 0.2306,
  'Head & Neck': 0.0678,
  Hepatobiliary: -0.1189,
  Melanoma: -0.0086,
  Mesothelioma: 0.1255,
  NSCLC: 0.0008,
  Ovarian: -0.052,
  Pancreatic: -1.1169,
  Renal: 0.5451,
  Sarcoma: 0.0542,
  SCLC: -0.0033,
};

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

/** Pan-cancer LORIS; null when an input is missing or the type has no term. */
export function lorisPanCancer(inputs: IcbInputs): number | null {
  const { tmb, priorTherapy, albumin, nlr, ageYears, cancerType } = inputs;
  const term = cancerType === null ? undefined : entryOf(CANCER_TERM, cancerType);
  if (tmb === null || priorTherapy === null || albumin === null || nlr === null || ageYears === null || term === undefined) return null;
  return logistic(
    0.0371 * Math.min(tmb, TMB_CLIP) -
      0.8775 * (priorTherapy ? 1 : 0) +
      0.5382 * albumin -
      0.033 * Math.min(nlr, NLR_CLIP) +
      0.0049 * Math.min(ageYears, AGE_CLIP) +
      term -
      2.0886,
  );
}

/** NSCLC LORIS with PD-L1; null outside NSCLC or when an input is missing. */
export function lorisNsclc(inputs: IcbInputs): number | null {
  const { tmb, priorTherapy, albumin, nlr, pdl1, cancerType } = inputs;
  if (cancerType !== 'NSCLC' || tmb === null || priorTherapy === null || albumin === null || nlr === null || pdl1 === null) return null;
  return logistic(
    0.0353 * Math.min(tmb, TMB_CLIP) +
      0.0111 * pdl1 -
      0.375 * (priorTherapy ? 1 : 0) +
      0.2924 * albumin -
      0.0103 * Math.min(nlr, NLR_CLIP) -
      1.5593,
  );
}
