/**
 * Alleles that a text asks for, denies or gives to another person: "*4/*4?", "r/o *4/*4", "c.1905+1G>A (-)", "*4/*4 in sister". What is written so is no
 * genotype of the patient. Words about a part of it ("copy number unknown", "phase unknown") take nothing from it, and an allele that was not detected is read
 * as absent elsewhere.
 */
import { A_MINUS, ASKED_FOR, DONOR, DENIED_ALONE, HEDGED, NO_ELSEWHERE, NOT_ELSEWHERE, RELATIVES, WILD_TYPE } from './words.ts';

const ALLELES =
  /\*\s?\d{1,3}(?:[A-W](?![A-Za-z]))?(?:\.\d{3})?(?:\s?x\s?[\dN]+)?|(?:NM_\d+\.\d+:)?\b[cgmp]\.\(?[\w+*>=_-]*[\w*=]\)?|\brs\d+\b|\bHapB3\b/gi;
/** All that stands beside the alleles. */
const WHOLE_REST = new RegExp(String.raw`^[\s,;:()[\]+-]*(?:status[\s:]*)?(?:${DENIED_ALONE}|false|0\s?%?|\(-\)|[^\s/]?-)[\s.)]*$`, 'i');
/** "Unlikely" and "not confirmed" may be said of further alleles or of the number of copies. */
const ELSEWHERE = new RegExp(
  String.raw`§\s*\?\s*$|^\s*\?\s*§|\bnon[- ]?(?=\s*$|\s*§)|\b(?:${ASKED_FOR}|suspected|suspicion|verdacht|${HEDGED}|equivocal|lack(?:s|ing)?|${NO_ELSEWHERE}|${NOT_ELSEWHERE}|${RELATIVES}|${DONOR}|history of)\b`,
  'i',
);
/** "c.1905+1G>A wild type": the change was looked for and is not there; of a pair of alleles it is a name. */
const REFERENCE_REST = new RegExp(String.raw`^[\s,;:()]*(?:${WILD_TYPE}|wt|reference)[\s.)]*$`, 'i');
const DASHED = /(?:[\w)]-|\(-\))\s*$/;

/** True where the alleles of the text are not said of the patient for certain. */
export function allelesInDoubt(written: string, gene: string): boolean {
  const text = gene === 'G6PD' ? written.replace(A_MINUS, '§') : written;
  const masked = text.replace(ALLELES, '§').replace(/§\s*[/|\-–]\s*§/g, '§');
  const rest = masked.replaceAll('§', ' ').trim();
  if (rest === '') return false;
  if (/\b[cgm]\./.test(text) && REFERENCE_REST.test(rest)) return true;
  return WHOLE_REST.test(rest) || ELSEWHERE.test(masked) || (DASHED.test(text.trim()) && /^\(?-\)?$/.test(rest));
}
