/** Promoters that laboratories test for mutations. Of other genes (MGMT, MLH1, UGT1A1) the promoter is tested for methylation or repeats. */
const TERT_PROMOTER = /\bTERT(?:[- ]?p|\W+promot[eo]r\w*)\b|\bpTERT\b/i;

/** "TERT promoter", "TERTp", "TERT-Promotor", "pTERT". */
export function asksPromoterMutation(name: string): boolean {
  return TERT_PROMOTER.test(name) && !/methyl/i.test(name);
}

/** "TERTp" and "pTERT" as "TERT promoter". */
export function promoterInFull(text: string): string {
  return text.replace(/(?<![A-Za-z0-9])(?:TERT[- ]?p|pTERT)(?![A-Za-z0-9])(?!\.)(?: promoter)?/g, 'TERT promoter');
}
