/** What of its gene a denial speaks of: "ITD not detected", "negative for D835", "no TKD mutation found" say nothing of the rest of the gene. */
import { isPartWithoutPlace } from '../../../codes/part-without-place.ts';

const LONGEST = 120;
const OPENS = /^(?:no|negative for|absence of|without|keine?n?)\s(?:evidence of\s)?/i;
const CLOSES =
  /(?:(?:was|were|is)\s)?(?:not (?:detected|identified|found|seen|present)|undetected|negative|absent|detected|identified|found|seen|nicht nachgewiesen|nachgewiesen)$/i;
const EDGE = /^[\s:;,.()–-]$/;

const RESIDUE = '[ACDEFGHIKLMNPQRSTVWY]';
const RESIDUES = new RegExp(String.raw`^(?:p\.)?${RESIDUE}(\d{2,4})X?(?:\/${RESIDUE}?(\d{2,4})X?)?(?: (?:mutations?|variants?))?$`);
const DUPLICATION = /^(?:FLT3[- ])?(?:ITD|internal tandem duplications?)(?: mutations?)?$/i;
const PLACED =
  /^(?:exons? \d{1,2} (?:in-?frame )?(?:insertions?|deletions?|duplications?|skipping)|codons? \d{1,4}(?:\/\d{1,4}){0,9})(?: mutations?| variants?)?$/i;

/**
 * @param text the words of a value that denies
 * @returns the part by its name ("FLT3 ITD", "codon 835 mutation", "TKD mutation"), or null where the gene as a whole is meant, or more than one part
 */
export function deniedPart(text: string, genes: readonly string[]): string | null {
  if (text.length > LONGEST) return null;
  const words = withoutEdges(text.replace(/\s+/g, ' '));
  const denied = withoutEdges(withoutEdges(words.replace(OPENS, '')).replace(CLOSES, ''));
  if (denied === words) return null;
  const [gene = ''] = genes;
  const part = denied.startsWith(`${gene} `) ? denied.slice(gene.length + 1) : denied;
  if (genes.length === 1 && gene === 'FLT3' && DUPLICATION.test(part)) return `${gene} ITD`;
  const residues = RESIDUES.exec(part);
  if (residues !== null)
    return `codon ${residues
      .slice(1)
      .filter((number) => number !== undefined)
      .join('/')} mutation`;
  return PLACED.test(part) || isPartWithoutPlace(part) ? part : null;
}

function withoutEdges(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && EDGE.test(text.charAt(from))) from += 1;
  while (to > from && EDGE.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}
