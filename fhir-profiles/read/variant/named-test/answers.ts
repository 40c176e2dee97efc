/** What the answer of a test by its name says: by its words, by a number, by what the test's own name asked for. */
import type { ChangeMeaning } from '../../../codes/genomics/variant-terms.ts';
import type { Presence } from '../../../facts.ts';
import { wordings } from '../../elements.ts';
import type { ObservationView } from '../../observation.ts';
import { isOfBoth, tellsWhich } from '../../../codes/itd-or-tkd.ts';
import { isAnotherChange } from '../notation/contradicting-names.ts';
import { findHgvs } from '../notation/hgvs.ts';
import { proteinChanges } from './names.ts';
import { isOtherNumber } from './share-of-change.ts';
import type { TestName } from './test-name.ts';

/** "V600K" under the test of V600E, a base change under that of an amplification: of what the test's own name says nothing is told then. */
export function answersAnother({ genes, words, asks }: TestName, said: readonly string[]): boolean {
  if (genes.length === 1 && OF_WHOLE_GENES.has(asks) && said.some((text) => proteinChanges(text).length > 0)) return true;
  return isAnotherChange({ hgvs: findHgvs(words), words }, { hgvs: findHgvs(said), words: said });
}

/** "FLT3 ITD/TKD: D835Y": the test's name says what was looked for, its value which of the two is spoken of. */
export function tellsPart({ genes, words }: TestName, said: readonly string[]): boolean {
  return genes[0] === 'FLT3' && words.some(isOfBoth) && said.some(tellsWhich);
}
export const OF_WHOLE_GENES: ReadonlySet<TestName['asks']> = new Set(['amplification', 'loss', 'rearrangement']);

/** Flagged as normal, and the change as what was looked for: it does not say that it was found. */
export const isCalledNormal = ({ interpretation }: ObservationView): boolean =>
  interpretation.some(
    (flag) => flag.codings.some(({ code }) => code === 'N') || wordings(flag).some((words) => /^normal$/i.test(words.trim())),
  );

/** "V600E/K", "G12C/G12D": one of the two, and the test does not tell which. */
export const EITHER = /(?<![A-Za-z0-9])(?:p\.)?([A-Z])(\d{2,4})([A-Z])\s?\/\s?(?:(?:p\.)?\1\2)?(?!\3\b)[A-Z](?![A-Za-z0-9])/;

/** An amplification with the copies that were counted. */
export const COUNTED =
  /^(?:gene |focal |high[- ]level )?amplification\b[\s,;:(]*(?:(?:(?:gene )?copy number|copies|CN|GCN)\b[\s:=]*\d|\d{1,3}(?:\.\d)? copies\b)/i;

/** The gene is gone, in as many words as there are for it. */
export const LOST =
  /^(?:(?:gene|copy[- ]number|homozygous|bi-?allelic|deep|focal)[\s,]+){0,3}(?:loss|lost|deleted|deletion)(?:\s*\((?:bi-?allelic|homozygous|deep)(?: loss| deletion)?\))?$/i;
export const CLASSED = /\b(?:pathogenic|oncogenic)\b/i;
export const DOUBTED = /\b(?:no|non|not|without|uncertain|unknown|unclear|vus|benign|conflicting)\b/i;

export const TYPED = /^NPM1 mutation detected$/;
const YVMA =
  /(?<![A-Za-z0-9_])(?:exon 20 )?(?:in-?frame )?(?:insertion,? ?\(?(?:ins ?)?YVMA\)?|(?:ins)?YVMA(?: (?:insertion|duplication|dup|ins|mutation))?)(?![A-Za-z])/i;
/** "vIII" of EGFR; "Type A" of NPM1, the commonest insertions of its last exon. */
export function inFull(text: string, genes: readonly string[]): string {
  // By the residues that it doubles: CIViC VID 410 (Y772_A775dup, "YVMA insertion") and 4463 (A775_G776insYVMA).
  if (genes.includes('ERBB2')) return text.replace(YVMA, 'A775_G776insYVMA');
  if (genes.includes('MET')) return text.replace(/^\s*MET(?:ex|Δex|[- ]ex)(?:on)?\s?14\s*$/i, 'MET exon 14 skipping');
  // Classes of BRAF mutations by how they signal, in Roman figures; the classes of variants have Arabic ones.
  if (genes.includes('BRAF')) return text.replace(/\(\s?class I{1,3}\s?\)|\bclass I{1,3}(?: (?=mutation))?\b,?/gi, ' ').trim();
  if (genes.includes('EGFR')) return text.replace(/^\s*v(?:III|3)\b/i, 'EGFRvIII');
  return genes.includes('NPM1') ? text.replace(/^\s*type [A-D](?: mutation)?(?: detected)?\s*$/i, 'NPM1 mutation detected') : text;
}

/** "EGFR exon 19: deletion": the exon stands in the test's name, what became of it in the value. */
export function ofExon(text: string, words: readonly string[]): string {
  const kind =
    /^\s*(?:in-?frame )?(deletion|insertion|skipping)(?: mutation)?(?: (?:detected|found|present|identified|positive))?\s*$/i.exec(
      text,
    )?.[1];
  const exons = new Set(words.flatMap((name) => /\bexon (\d{1,2})\b(?! ?[-/,&+] ?\d| and)/i.exec(name)?.[1] ?? []));
  const [exon, ...others] = exons;
  return kind === undefined || exon === undefined || others.length > 0 ? text : `exon ${exon} ${kind.toLowerCase()}`;
}

/**
 * A transcript or a change measured: any amount is a presence, none or below the limit is an absence at that time. Copies or a ratio of a gene and a share
 * of cells with a break are counted against a line that the laboratory draws: HER2 ratio 1.2 and ALK 12 % of cells are no finding. Half of the cells
 * are above any of these lines.
 */
export function measuredPresence(view: ObservationView, { asks, genes }: TestName): Presence | null {
  if (view.value?.kind !== 'quantity') return null;
  const { value, comparator, unit } = view.value;
  if (asks !== 'rearrangement' && (isOtherNumber(view) || isCalledNormal(view))) return null;
  if (value <= 0 || comparator === '<' || comparator === '<=') return 'absent';
  if (asks === 'amplification' || asks === 'loss') return null;
  // Without its unit 0.45 may be a share of cells, 45 a percentage, 1 a code.
  const shareOfCells = unit === undefined || unit === '1' || (unit === '%' && value < 50);
  return asks === 'rearrangement' && genes.length === 1 && shareOfCells && !OF_MOLECULES.test(wordings(view.code).join(' '))
    ? null
    : 'present';
}
/** Counts molecules, not cells. */
const OF_MOLECULES = /\bPCR\b|transcript|\bRNA\b|\bNGS\b|sequenc|\bVAF\b|allele|cf|ctDNA|\bIS\b|quantitat/i;

export function askedFor(asks: TestName['asks']): ChangeMeaning | null {
  if (asks === 'rearrangement') return { kind: 'fusion', term: 'fusion' };
  if (asks === 'loss') return { kind: 'copy-number', copyChange: 'loss', term: 'loss' };
  return asks === 'amplification' ? { kind: 'copy-number', copyChange: 'amplification', term: 'amplification' } : null;
}
