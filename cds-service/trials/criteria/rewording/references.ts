/** Where more can be read: it asks nothing of the patient. A bracket that allows, excepts or names kinds is none of these. */
import type { Rule } from './rule.ts';

const NOTHING_ELSE = String.raw`(?![^()]*\b(?:except|unless|eligible|allowed|permitted|acceptable|types?|histolog\w*|exclu\w+)\b)`;

export const REFERENCES: readonly Rule[] = [
  // "(see https://www.fda.gov/…)", "(refer to Appendix A)"
  {
    needs: ['(see', '(please see', '(refer', '(please refer', '(http', '(as listed', '(listed in', '(appendix'],
    pattern: new RegExp(
      String.raw` ?\((?:please )?(?:see|refer to|listed in|as listed in)?:? ?(?:also )?(?:the )?${NOTHING_ELSE}(?:https?:\/\/[^\s()]+|(?:(?:study|clinical|trial|full) )*(?:appendi(?:x|ces)|tables?|sections?|annex|protocol)\b[^()≥≤<>]{0,60})\)`,
      'gi',
    ),
    plain: '',
  },
  // "Calculated creatinine clearance ≥ 60 mL/min. Appendix 4"
  { needs: ['appendix'], pattern: /\. \(?appendix (?:[A-Z]|\d{1,2}|[IVX]{1,4})\)?\.?\s*$/i, plain: '.' },
  // The equation of Cockcroft and Gault written out.
  {
    needs: ['140'],
    pattern:
      /(?<=\d ?mL\/min(?: ?\/ ?1[.,]73 ?m(?:2|\^2|²)?)?)[ ,.;:]+(?:(?:as |is )?(?:calculated |estimated )?(?:using|by|with|per|via) )?(?:the )?(?:(?:Cock[cr]\w*[- ](?:and )?Gault|creatinine clearance|CrCl|formula|equation|estimated|calculated|mL\/min|\(|\)|\[|\]|,|:)\s?)*=? ?[([{ ]*140 ?- ?age(?![^]*\b(?:except|unless|eligible|allowed|AST|ALT|bilirubin|platelets?|ha?emoglobin)\b)[^]*$/i,
    plain: '',
    side: 'inclusion',
  },
];
