/** How far the tumour has spread, as far as labels care: disease that surgery can still cure, or advanced disease. */
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import type { Approval } from '../knowledge/oncology/types.ts';
import type { PatientTumour } from './tumour.ts';

/** Where stage III is treated to cure by surgery as a rule; of lung, ovary or pancreas it is advanced disease. */
const OPERABLE_TO_III = ['BREAST', 'BRCA', 'COADREAD', 'MEL', 'PRAD', 'PROSTATE', 'RCC', 'UCEC'];

/**
 * True only where the record shows early disease and nothing else: every stage on file is 0 to II (0 to III where that is operable), no metastasis, recurrence or advanced disease is
 * named. A stage of years ago beside a metastasis is no early disease; without a stage nothing is known.
 */
export function isEarly(tumour: PatientTumour, { tumours }: PatientFacts): boolean {
  const { fact, solid, oncotree, oncotreeAncestors } = tumour;
  const early = OPERABLE_TO_III.some((code) => oncotree.has(code) || oncotreeAncestors.has(code))
    ? /^(?:0|I{1,3})[A-D]?\d?$/
    : /^(?:0|I|II)[A-C]?\d?$/;
  const groups = fact.stages.flatMap(({ group }) => group ?? []);
  return (
    solid === true &&
    groups.length > 0 &&
    groups.every((group) => early.test(group)) &&
    !['recurrence', 'relapse'].includes(fact.clinicalStatus) &&
    !tumours.some(({ role }) => role === 'secondary') &&
    !/metasta|advanced|recurr|relaps|unresectable/i.test(`${fact.text} ${fact.stages.map(({ text }) => text).join(' ')}`)
  );
}

/** The label speaks of advanced disease only, and the record shows early disease. */
export function isBeyondExtent(approval: Approval, tumour: PatientTumour | null, facts: PatientFacts): boolean {
  return tumour !== null && !approval.early && isEarly(tumour, facts);
}

/** The label's line or setting in words; null where it names none. */
export function settingWords({ setting }: Approval, beyondExtent: boolean): string | null {
  if (!beyondExtent || /advanced|metasta|unresectable|recurr|relaps/i.test(setting ?? '')) return setting;
  return setting === null ? 'advanced disease' : `advanced disease, ${setting}`;
}
