/** What is taken out of a text about limits before it is read: methods of measuring, reasons, and for whom an alternative is meant. */
import type { Requirement } from '../../../knowledge/trials/types.ts';

const METHOD = String.raw`(?:(?:the |a |an |as |by |using |per |with |via |calculated |estimated |measured |determined |based on |according to )*(?:modified |2021 |2009 |institutional |standard |24[- ]?h(?:ou)?rs? |timed )*(?:cock[cr]\w*(?:[- ]|[- ]and[- ])*gault(?: \d{4})?|CG|C-G|MDRD|modification of diet in renal disease|CKD-?EPI|chronic kidney disease epidemiology collaboration(?: ?[([]CKD-EPI[)\]])?|urine|urine collection|Fridericia(?:'s)?|Fredericia(?:'s)?|Bazett(?:'s)?|echo(?:cardiogra(?:m|phy|phic))?(?: ?[([]ECHO?[)\]])?|MUGA|multi-?(?:ple)?[- ]?(?:up)?ga?te?d?(?: uptake gated)? ?(?:acquisition)?(?: ?[([]MUGA[)\]])?|cardiac MRI)(?:[- ](?:formulae?|equation|method|correction|collection|test|scan|creatinine|estimate))*(?: ?[([](?:C-?G|MUGA|ECHO|MDRD|CKD-EPI)[)\]])?)`;
const METHODS = new RegExp(
  String.raw`,?\s*(?:[([]\s*${METHOD}(?:,? (?:or|and\/or|and) ${METHOD})*\s*[)\]]|\b(?:as )?(?:either |estimated |calculated |measured |determined |assessed |using |by |per |with |via |according to )+${METHOD}(?:,? (?:or|and\/or) ${METHOD}| \/ ?${METHOD})*)`,
  'gi',
);
/** Why the young are left out, and that everybody else is taken, beside an age. */
const BECAUSE_YOUNG =
  /(?:\.\s*|;\s*|,\s*)?\b(?:because (?:no|there)\b[^.;]*?)?(?:children|minors|patients|participants)(?: \(?(?:<|under|younger than) 18(?: years)?(?: of age| old)?\)?)? are (?:therefore )?excluded from (?:this|the) (?:study|trial)(?:,? but (?:will|may) be eligible for[^.;]*)?/gi;
const EVERYBODY =
  /[.;]\s*(?:both |all )?(?:men|male|women|female|persons|individuals|people|patients|members|participants)[^.;]*\b(?:races|ethnic\w*|gender\w*|sexes)\b[^.;]*(?:will be included|are (?:included|eligible)|may participate)[^.;]*/gi;
/** "or direct bilirubin ≤ ULN if total bilirubin is > 1.5 x ULN": who does not meet the one is whom the other is for. */
const IF_BEYOND =
  /,? (?:if|when|for|in) (?:the )?(?:(?:participants?|subjects?|patients?|those|individuals) (?:with|who have|whose) )?(?:the )?(?:serum |total )*(?:creatinine|bilirubin)(?: levels?)?(?: (?:is|are))? ?(?:>|≥|above|exceeds) ?(?:[\d.]+ ?(?:x|times)? ?)?(?:the )?(?:institutional )?(?:ULN|upper limits? of normal|normal)(?: \(ULN\))?/gi;

/** The method of measuring, why the young are left out, and that all sexes are taken, say nothing about the patient. */
/** Old names of the liver enzymes in brackets. */
const OLD_NAMES =
  /\s*[([](?:(?:serum )?glutam(?:ic|ate)[- ](?:oxal\w+|pyruv\w+)[- ](?:transaminase|aminotransferase)|aspart\w+ (?:amino)?trans\w+|alanine (?:amino)?trans\w+)(?: ?[([]?SG[OP]T[)\]]?)?[)\]]/gi;

export function withoutMethod(whole: string): string {
  const text = /glutam|transam|transferase/i.test(whole) ? whole.replace(OLD_NAMES, '') : whole;
  let plain = /gault|mdrd|epi|urine|cardio|echo|muga|gated|fr[ie]d|bazett|\bC-?G\b/i.test(text) ? text.replace(METHODS, ' ') : text;
  if (/excluded|included|eligible|participate/i.test(plain)) plain = plain.replace(BECAUSE_YOUNG, ' ').replace(EVERYBODY, ' ');
  if (/\bor\b/i.test(plain))
    plain = plain.replace(IF_BEYOND, (found, at: number) => (/\bor\b/i.test(plain.slice(Math.max(0, at - 110), at)) ? ' ' : found));
  return plain;
}

const COCKCROFT = /cock[cr]\w*[- ]*(?:and[- ])?gault/i;
const BY_SURFACE = /CKD-?EPI|MDRD|epidemiology collaboration|modification of diet/i;
/** A "clearance by CKD-EPI" is a filtration rate, a "GFR by Cockcroft-Gault" a clearance. */
export function byMethod(asked: Requirement, text: string): Requirement {
  if (asked.kind === 'all' || asked.kind === 'any') return { ...asked, of: asked.of.map((one) => byMethod(one, text)) };
  if (asked.kind !== 'lab' || asked.uln || asked.lln || COCKCROFT.test(text) === BY_SURFACE.test(text)) return asked;
  if (asked.lab === 'eGFR' && COCKCROFT.test(text)) return { ...asked, lab: 'creatinine-clearance', unit: 'mL/min' };
  return asked.lab === 'creatinine-clearance' && BY_SURFACE.test(text) ? { ...asked, lab: 'eGFR', unit: 'mL/min/{1.73_m2}' } : asked;
}
