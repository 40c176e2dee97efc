/**
 * Coding names of changes that labels name and the variant summaries of 2021 do not give. Each was looked up: FGFR3 on NM_000142.5 and ABL1,
 * IDH2 by their public records, EGFR L861Q by the LOINC test of that name (55767-8); IDH1 codon 132 follows from the two names known.
 */
export const MORE_CODING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  FGFR3: { 'c.742C>T': 'R248C', 'c.1108G>T': 'G370C', 'c.1118A>G': 'Y373C' },
  EGFR: { 'c.2582T>A': 'L861Q' },
  ABL1: { 'c.944C>T': 'T315I' },
  IDH1: { 'c.394C>G': 'R132G', 'c.394C>A': 'R132S', 'c.395G>T': 'R132L' },
  IDH2: { 'c.419G>A': 'R140Q' },
};
