/**
 * Diseases beside the tumour by which trials exclude: how criteria write them, and how a problem list does (words, ICD-10-CM categories). B20 and
 * B18.0 to B18.2 looked up at icdlist.com (2026-11); Z21, J84, I50 and E80.4 by the titles of the classification.
 */
export interface Comorbidity {
  readonly name: string;
  /** Lower-case stretches of which one must be there. */
  readonly needs: string;
  readonly words: string;
  readonly recorded: RegExp;
  readonly icd10: RegExp | null;
}

export const CONDITIONS: readonly Comorbidity[] = [
  {
    name: 'HIV infection',
    needs: 'hiv|immunodeficiency virus',
    words: String.raw`(?:human immunodeficiency virus(?: \(HIV\))?|HIV)(?:-positive|[- ]infection)?(?: status)?(?: \(HIV\)(?: infection)?)?(?: or AIDS|\/AIDS)?`,
    recorded: /\bhiv\b|human immunodeficiency virus/i,
    icd10: /^B20|^Z21/,
  },
  {
    name: 'hepatitis B',
    needs: 'hepatitis b|hbv',
    words: String.raw`(?:chronic |infection with )*(?:hepatitis B(?: virus)?(?: \(HBV\))?|HBV)(?: infection)?`,
    recorded: /\b(?:chronic|active)\b.{0,20}\bhepatitis b\b|\bhepatitis b\b.{0,30}\b(?:chronic|active|carrier|infection)/i,
    icd10: /^B18\.?[01]/,
  },
  {
    name: 'hepatitis C',
    needs: 'hepatitis c|hcv',
    words: String.raw`(?:chronic |infection with )*(?:hepatitis C(?: virus)?(?: \(HCV\))?|HCV)(?: infection)?`,
    recorded: /\b(?:chronic|active)\b.{0,20}\bhepatitis c\b|\bhepatitis c\b.{0,30}\b(?:chronic|active|infection)/i,
    icd10: /^B18\.?2/,
  },
  {
    name: 'interstitial lung disease',
    needs: 'interstitial|ild',
    words: String.raw`interstitial lung disease(?: \(ILD\))?|ILD`,
    recorded: /interstitial (?:lung disease|pneumon)|pulmonary fibrosis/i,
    icd10: /^J84/,
  },
  {
    name: 'heart failure',
    needs: 'heart failure|chf',
    words: String.raw`(?:congestive )?heart failure(?: \(CHF\))?|CHF`,
    recorded: /heart failure|cardiac failure/i,
    icd10: /^I50/,
  },
  {
    name: "Gilbert's syndrome",
    needs: 'gilbert',
    words: String.raw`Gilbert'?s?'? (?:syndrome|disease)`,
    recorded: /gilbert/i,
    icd10: /^E80\.?4/,
  },
  {
    name: 'leptomeningeal disease',
    needs: 'leptomening|carcinomatous mening',
    words: String.raw`(?:leptomeningeal (?:disease|metastas[ei]s|carcinomatosis|involvement|spread|tumou?rs?)(?: \(LMD\))?|carcinomatous meningitis)`,
    recorded: /leptomening|carcinomatous mening/i,
    icd10: null,
  },
];
