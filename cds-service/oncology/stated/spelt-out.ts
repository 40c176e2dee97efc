/** Short ways in which a diagnosis speaks of genes, written out: lists with one word for all, changes without their gene, findings that were ruled out. */
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** Changes that belong to one gene in CIViC (accepted evidence of May 2026) and are spoken of without it: "CML with T315I". */
const OF_ONE_GENE: Readonly<Record<string, string>> = {
  T315I: 'ABL1',
  V600E: 'BRAF',
  V600K: 'BRAF',
  T790M: 'EGFR',
  L858R: 'EGFR',
  C797S: 'EGFR',
  D816V: 'KIT',
  V617F: 'JAK2',
  D842V: 'PDGFRA',
  R132H: 'IDH1',
  C481S: 'BTK',
  H1047R: 'PIK3CA',
  L265P: 'MYD88',
  G2032R: 'ROS1',
};
/** A gene or a group before it, with whatever stands between them in a list of its changes. */
const NAMED_BEFORE = /(?:(?<![A-Za-z0-9])[A-Z][A-Z0-9]{2,9}(?:-ABL1)?[\s:-]{1,2}(?:p\.?\(?)?(?:[A-Z]\d{2,4}[A-Z][\s,/&]+(?:and\s)?)*)$/;
const BARE_CHANGE = /(?<![A-Za-z0-9.(])(?:p\.)?([A-Z]\d{3,4}[A-Z])(?![A-Za-z0-9])/g;
/** "EGFR/ALK negative", "EGFR, ALK and ROS1 wild-type". Of several that are "positive" it is not told which. */
const LIST =
  /(?<![A-Za-z0-9])([A-Z][A-Z0-9]{2,6})((?:\s?(?:\/|,|&|and)\s?[A-Z][A-Z0-9]{2,6}){1,5})[\s-](negative|wild[- ]?type|not detected|not mutated|unmutated)(?![A-Za-z])/g;
const RULED_OUT = /\b(?:(?:was |were |is )?(?:ruled out|excluded)|not (?:confirmed|present))\b/gi;
const NOT_RULED_OUT = /\b(?:not|cannot be|could not be|can not be)\s(?:yet\s)?(?:ruled out|excluded)\b/i;

export function speltOut(text: string): string {
  const listed = text.replace(LIST, (_, first: string, others: string, state: string) =>
    [first, ...others.split(/\s?(?:\/|,|&|and)\s?/)]
      .filter((gene) => gene !== '')
      .map((gene) => `${gene} ${state}`)
      .join(', '),
  );
  const named = listed.replace(BARE_CHANGE, (whole, change: string, at: number) => {
    const gene = entryOf(OF_ONE_GENE, change);
    return gene === undefined || NAMED_BEFORE.test(listed.slice(0, at)) ? whole : `${gene} ${change}`;
  });
  return NOT_RULED_OUT.test(named) ? named : named.replace(RULED_OUT, 'not detected');
}

const DENIED_BEFORE = /\b(?:not|non|no|without|no evidence of|negative for)[\s-]+(?:an? )?$/i;
const DENIED_BEHIND =
  /^[\s,-]*(?:was |is |were )?(?:not (?:detected|found|present|identified|confirmed)|absent|negative|excluded|ruled out)\b/i;
/** "Not HER2 positive", "non-MSI-H", "dMMR not detected": what stands from one place of the text to another is denied there. */
export function isDenied(text: string, from: number, to: number): boolean {
  return DENIED_BEFORE.test(text.slice(0, from)) || DENIED_BEHIND.test(text.slice(to));
}
