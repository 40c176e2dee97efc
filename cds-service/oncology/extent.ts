/** How far the tumour has spread, as far as labels care: disease that surgery can still cure, or advanced disease. */
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import type { Approval } from '../knowledge/oncology/types.ts';
import { otherPrimaries, type PatientTumour } from './tumour.ts';

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
    !fact.stages.some(({ text }) => DISTANT.test(text)) &&
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

/** The category M1: distant metastasis in the TNM system of every organ. */
const DISTANT = /(?<![A-Za-z])[cp]?[yr]?M1(?![0-9])/;

/** A metastasis in these words may be growth nearby: nodules in the lung of a lung cancer, the peritoneum in a cancer of ovary, womb or cervix. */
const NEARBY: readonly (readonly [codes: readonly string[], words: RegExp])[] = [
  [['LUNG', 'NSCLC', 'LNET'], /lung|pulmon|pleura/i],
  [
    ['OVARY', 'OVT', 'PERITONEUM', 'UTERUS', 'UCEC', 'CERVIX', 'CESC', 'CEAD', 'VULVA'],
    /periton|oment|pelvi|ascit|bowel|intestin|ovar|tube|uter|vagin|bladder|rect/i,
  ],
];

/**
 * Stage IV (`IVB` where IVA is local disease, as FIGO counts) or a metastasis far from the primary. Lymph nodes may be regional and show nothing, and with
 * another active primary a metastasis may be of that one.
 */
export function isMetastatic(tumour: PatientTumour, facts: PatientFacts, least: 'IV' | 'IVB'): boolean {
  const { fact, oncotree, oncotreeAncestors } = tumour;
  if (fact.stages.some(({ group }) => group?.startsWith(least) === true)) return true;
  // M1a is nearby by the books of some organs: pleura of a lung cancer, fluid around the lung of an ovarian one.
  if (fact.stages.some(({ text }) => DISTANT.test(text) && !(least === 'IVB' && /M1a/.test(text)))) return true;
  if (
    /^metastatic\b|(?<!\b(?:non|not|no|without)[ -])\bmetastatic (?:breast|cervical|lung|non-small|oesoph|esoph|gastric)/i.test(fact.text)
  )
    return true;
  if (otherPrimaries(facts, fact).length > 0) return false;
  const near = NEARBY.filter(([codes]) => codes.some((code) => oncotree.has(code) || oncotreeAncestors.has(code)));
  return facts.tumours.some(
    ({ role, verified, clinicalStatus, text, bodySites, codes }) =>
      role === 'secondary' &&
      (verified === 'confirmed' || verified === 'unknown') &&
      !['resolved', 'inactive'].includes(clinicalStatus) &&
      !/\blymph|\bnod(?:e|es|al)\b/i.test(text) &&
      !codes.some(({ code }) => code.startsWith('C77')) &&
      !near.some(([, words]) => words.test([text, ...bodySites].join(' '))),
  );
}
