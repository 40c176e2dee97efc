/** Skin cancers that stand beside nearly every other cancer of the old. */
import type { TumourFact } from '../../../fhir-profiles/index.ts';

/**
 * A carcinoma in situ (ICD-10 D00 to D09): beside an invasive cancer it owns none of its metastases, stages, treatment or variants. That of the bladder is a
 * stage of a cancer that is treated as such.
 */
export function isInSitu({ codes, text, stages, doid }: TumourFact): boolean {
  if (/bladder|urothel|urinary/i.test(text) || codes.some(({ code }) => code.startsWith('D09.0'))) return false;
  if (stages.some(({ group = '0' }) => !group.startsWith('0'))) return false;
  return (
    codes.some(({ system, code }) => /icd-?10/i.test(system) && /^D0\d/.test(code)) ||
    (/\bin[- ]situ\b|\bDCIS\b|\bLCIS\b/i.test(text) && !/invasive|infiltrat|metasta/i.test(text)) ||
    doid === 'DOID:8791'
  );
}

/**
 * Basal-cell and squamous-cell cancer of the skin (ICD-10 C44): beside a cancer of another organ it owns none of its metastases, stages, treatment or
 * variants, and nearly every trial spares it. One that has itself spread is a cancer like others.
 */
export function isSkinKeratinocytic({ oncotree, doid, codes, text, stages, verified }: TumourFact): boolean {
  if (stages.some(({ group = '' }) => /^(?:III|IV)/.test(group)) || verified === 'differential') return false;
  if (oncotree === 'BCC' || oncotree === 'CSCC' || doid === 'DOID:2513' || doid === 'DOID:3151') return true;
  return (
    codes.some(({ system, code }) => /icd-?10/i.test(system) && code.startsWith('C44')) && !/merkel|melanom|adnex|sebace|sarcom/i.test(text)
  );
}
