/** For which cancer a treatment was given: as its reason says, else for the only one that the record knows. */
import type { ConditionFact, MedicationFact, ProcedureFact } from '../../../fhir-profiles/index.ts';
import type { TrialPatient } from '../patient.ts';
import { unknown, type Answer } from './answer.ts';
import { isSkinKeratinocytic } from './skin.ts';

type Treatment = Pick<MedicationFact, 'reasons' | 'reasonText' | 'text'> | Pick<ProcedureFact, 'reasons' | 'reasonText' | 'text'>;

/** Certainly for the cancer that is treated now. */
export function isForThisCancer(treatment: Treatment, patient: TrialPatient): boolean {
  const { reasons, reasonText = [] } = treatment;
  const words = [...reasonText, ...reasons.map(({ display = '' }) => display)].filter((text) => text !== '');
  const [main] = patient.tumours;
  if (main === undefined) return false;
  if (words.length > 0 || reasons.length > 0) {
    const codes = new Set(main.fact.codes.map(keyOf));
    const spread = words.some((text) => SPREAD.test(text)) || reasons.some(({ code }) => /^C7[789]/.test(code));
    const named = main.fact.codes.length > 0 && reasons.some((code) => codes.has(keyOf(code)));
    return named || words.some((text) => sharesName(text, main.fact)) || (spread && hasOneCancer(patient));
  }
  return hasOneCancer(patient) && !namesOtherSite(treatment.text, main.fact);
}

/** One primary is recorded, and no history of another. */
export function hasOneCancer({ facts }: TrialPatient): boolean {
  const primaries = facts.tumours.filter(({ role }) => role === 'primary');
  const others = primaries.filter((tumour) => !isSkinKeratinocytic(tumour));
  return (others.length > 0 ? others : primaries).length === 1 && !facts.conditions.some(isPastCancer);
}

export function severalCancers(label: string): Answer {
  return unknown(
    `${label.replace(/^any /, '')} is recorded; that it was given for this cancer is not certain`,
    `treatment history: ${label}`,
  );
}

/** ICD-10-CM Z85, "personal history of malignant neoplasm of …"; Z80 and "family history" are another person's. */
export function isPastCancer({ text, codes }: ConditionFact): boolean {
  if (/\bfamily\b|\bfh\b/i.test(text) || /basal cell|non-?melanoma/i.test(text)) return false;
  return (
    codes.some(({ system, code }) => /icd-?10/i.test(system) && code.startsWith('Z85')) ||
    (/\b(?:history of|h\/o|hx of?|past|previous|prior|survivor)\b/i.test(text) && CANCER.test(text))
  );
}
const CANCER = /cancer|carcinoma|lymphoma|leuk|myeloma|malignan|sarcoma|melanoma/i;
const SPREAD = /\bmetasta|\bsecondary malignant|\bmets?\b/i;

/** The first three places of ICD-10 name the organ. */
function keyOf({ system, code }: { readonly system: string; readonly code: string }): string {
  return /icd-?10/i.test(system) ? code.slice(0, 3) : `${system} ${code}`;
}

const GENERIC =
  /^(?:malignant|neoplasms?|cancers?|carcinomas?|adenocarcinoma|squamous|cell|cells|primary|secondary|tumou?rs?|disease|metastatic|stage|unspecified|left|right|upper|lower|outer|inner|site|sites|part|other|overlapping|advanced|invasive|recurrent|with|from|grade|high|female|male|quadrant|lobe|main|body)$/;
function sharesName(text: string, { text: own, bodySites }: { readonly text: string; readonly bodySites: readonly string[] }): boolean {
  const known = new Set(wordsOf([own, ...bodySites].join(' ')));
  return wordsOf(text).some((word) => known.has(word));
}
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => !GENERIC.test(word));
}

/** Organs that are treated for a cancer of their own, seldom for the spread of another. */
const OWN_SITE = /\b(?:breast|chest wall|prostat\w*|thyroid\w*|cervi(?:x|cal)|uter(?:us|ine)|bladder|larynx|laryn\w+|tongue|rectum|rectal|anal|skin|testi\w+|thymus)\b/gi; // prettier-ignore
function namesOtherSite(text: string, { text: own, bodySites }: { readonly text: string; readonly bodySites: readonly string[] }): boolean {
  const here = [own, ...bodySites].join(' ').toLowerCase();
  return (text.toLowerCase().match(OWN_SITE) ?? []).some((site) => !here.includes(site.slice(0, 5)));
}
