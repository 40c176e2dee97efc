/**
 * Words and signs by which alleles in a text are asked for, denied or another person's: "*4/*4?", "r/o *4/*4", "c.1905+1G>A (-)", "*4/*4 in sister". What is
 * written so is no genotype of the patient. Words about a part of it ("copy number unknown", "phase unknown") take nothing from it.
 */

const ALLELES =
  /\*\s?\d{1,3}(?:[A-W](?![A-Za-z]))?(?:\.\d{3})?(?:\s?x\s?[\dN]+)?|(?:NM_\d+\.\d+:)?\b[cgmp]\.\(?[\w+*>=_-]*[\w*=]\)?|\brs\d+\b|\bHapB3\b/gi;
/** All that stands beside the alleles. */
const WHOLE_REST =
  /^[\s,;:()[\]+-]*(?:status[\s:]*)?(?:unknown|unclear|test(?:ing)?|false|neg\.?|no|0\s?%?|below (?:the )?(?:detection limit|limit of detection)|\(-\)|[^\s/]?-)[\s.)]*$/i;
const ELSEWHERE =
  /§\s*\?\s*$|^\s*\?\s*§|\br\/o\b|\bnon[- ]?(?=\s*$|\s*§)|\b(?:suspected|suspicion|possible|possibly|probable|probably|presumed|equivocal|lack(?:s|ing)?|kein\w*|nicht|pas|sans|sin|senza|geen|niet|family|mother|father|parents?|brother|sister|siblings?|son|daughter|relatives?|donor)\b|\bhistory of\b/i;
/** "c.1905+1G>A wild type": the change was looked for and is not there; of a pair of alleles it is a name. */
const REFERENCE_REST = /^[\s,;:()]*(?:wild[- ]?type|wt|reference)[\s.)]*$/i;
const DASHED = /(?:[\w)]-|\(-\))\s*$/;

/** True where the alleles of the text are not said of the patient for certain. */
export function doubted(written: string, gene: string): boolean {
  // The minus of G6PD's A- belongs to its name.
  const text = gene === 'G6PD' ? written.replace(/(?<![A-Za-z\d])A\s?(?:\(-\)|-)(?![A-Za-z])/g, '§') : written;
  const masked = text.replace(ALLELES, '§').replace(/§\s*[/|\-–]\s*§/g, '§');
  const rest = masked.replaceAll('§', ' ').trim();
  if (rest === '') return false;
  if (/\b[cgm]\./.test(text) && REFERENCE_REST.test(rest)) return true;
  return WHOLE_REST.test(rest) || ELSEWHERE.test(masked) || (DASHED.test(text.trim()) && /^\(?-\)?$/.test(rest));
}
