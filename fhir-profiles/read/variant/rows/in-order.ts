/**
 * The answer of a test of several genes in the order of its title: "KRAS/NRAS/BRAF: mutated/wild type/wild type", "EGFR/ALK: L858R/negative", "KRAS, NRAS,
 * BRAF: G12D, WT, WT". Each piece is the answer of the gene at its place; read as one text, a "wild type" in it denies them all.
 */
import { withSymbols } from '../../../codes/gene/spellings.ts';
import { signsInWords } from '../../../codes/signs.ts';
import type { Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';
import { testedTogether } from '../notation/gene-groups.ts';
import { proteinChanges } from '../named-test/names.ts';
import { symbolsIn } from '../result/variant-genes.ts';
import { presenceInWords } from '../parts/presence-in-words.ts';
import { entryOf } from '../../../entry-of.ts';

const GENE = String.raw`[A-Z][A-Z0-9-]{1,9}`;
const TITLE = new RegExp(String.raw`^\W*(${GENE}(?:\s?[/,;&+]\s?${GENE})+)\s*(.{0,60})$`);
const LONGEST = 200;
const BORDERS = [/\s?;\s?/, /\s?\|\s?/, /\s?\/\s?/, /,\s?/] as const;

/** Empty where the answer has no pieces; null where it has, and they cannot be given to the genes. */
export function rowsInOrder(view: ObservationView, chart: Chart): readonly ObservationView[] | null {
  const [title] = wordings(view.code);
  const [said, ...others] = wordings(valueConcept(view.value));
  const match = title === undefined || title.length > LONGEST ? null : TITLE.exec(title);
  if (match === null || said === undefined || said.length > LONGEST || others.length > 0 || view.components.length > 0) return [];
  const [, listed = '', rest = ''] = match;
  const items = listed.split(/\s?[/,;&+]\s?/);
  // An answer that names the genes itself has an order of its own.
  if (!areTested(items, chart) || symbolsIn(said, chart).length > 0) return [];
  const split = BORDERS.map((border) => said.split(border)).filter((one) => one.length === items.length);
  const pieces = split.find((one) => one.every(isAnswer));
  if (pieces === undefined) return [...split, ...BORDERS.map((border) => said.split(border))].some(isMixed) ? null : [];
  return items.map((item, at) => ({
    ...view,
    entry: at === 0 ? view.entry : { ...view.entry, reference: `${view.entry.reference}#${at + 1}` },
    code: { codings: [], text: `${item} ${rest}`.trim() },
    codes: new Set(),
    value: { kind: 'text', text: inWords(pieces[at] ?? '') },
    interpretation: [],
    notes: [],
  }));
}

/**
 * "KRAS/NRAS exon 2-4, BRAF codon 600: wild type": one denial of several tests, each with the part of its genes that it looks at. Empty for every other
 * title, and where the answer says more.
 */
export function rowsDeniedTogether(view: ObservationView, chart: Chart): readonly ObservationView[] {
  const [title = '', ...titles] = wordings(view.code);
  const [said = '', ...others] = wordings(valueConcept(view.value));
  if (titles.length + others.length > 0 || title.length > LONGEST || !DENIAL.test(said) || view.components.length > 0) return [];
  const parts = title.split(/(?:[,;]\s?|\s)(?:and\s|und\s|et\s|y\s)|[,;]\s(?=[A-Z])/);
  const genes = parts.map((part) => symbolsIn(part, chart));
  const placed = parts.some((part) => PLACE.test(part));
  if (parts.length < 2 || !placed || !genes.every((own) => own.length > 0 && testedTogether(own))) return [];
  return parts.map((part, at) => ({
    ...view,
    entry: at === 0 ? view.entry : { ...view.entry, reference: `${view.entry.reference}#${at + 1}` },
    code: { codings: [], text: part.trim().replace(/\bexons\b/gi, 'exon') },
    codes: new Set(),
    notes: [],
  }));
}
const PLACE = /\b(?:exons?|codons?)\s?\d|(?<![A-Za-z0-9])[A-Z]\d{2,4}[A-Z]?(?![A-Za-z0-9])/;
const DENIAL =
  /^\W*(?:wild[- ]?type|WT|negative|not (?:detected|mutated|found)|no (?:pathogenic |somatic )?mutations? (?:detected|found|identified))\W*$/i;

/** RAS stands for its two genes. */
function areTested(items: readonly string[], { vocabulary }: Chart): boolean {
  const genes = items.map((item) => (item === 'RAS' ? 'KRAS' : vocabulary.genes.bySymbol(withSymbols(item))));
  return genes.every((gene) => gene !== null) && testedTogether(genes.flatMap((gene) => gene ?? []));
}

const SHORT: Readonly<Record<string, string>> = { '+': 'positive', pos: 'positive', mut: 'mutated', wt: 'wild type', neg: 'negative' };
const inWords = (piece: string): string => {
  const bare = piece
    .trim()
    .replace(/^\(?([+\-–−])\)?$/, '$1')
    .replace(/\.$/, '');
  return entryOf(SHORT, bare.toLowerCase()) ?? (/^[-–−]$/.test(bare) ? 'negative' : signsInWords(bare).trim());
};
/** One word of presence or one change; a gene named in it has an order of its own. */
function isAnswer(piece: string): boolean {
  const text = inWords(piece);
  if (text.length > 40 || /\b[A-Z]{3,6}\d?[A-Z]?\b(?=.*\b(?:mutated|wild))/.test(text)) return false;
  const presence = presenceInWords(text);
  return presence === 'present' || presence === 'absent' || proteinChanges(text).length === 1 || EXON.test(text);
}
const EXON = /^ex(?:on)?\s?\d{1,2}\s?(?:del|ins|skip)\w*$/i;
/** Pieces that say different things of genes that cannot be told. */
function isMixed(pieces: readonly string[]): boolean {
  const denied = pieces.map((piece) => presenceInWords(inWords(piece)) === 'absent');
  return (
    pieces.length > 1 &&
    denied.includes(true) &&
    pieces.some((piece, at) => denied[at] === false && FOUND.test(inWords(piece)) && !/\bno[tn]?\b/i.test(piece))
  );
}
const FOUND = /\bmutat|\bdel|\bins|fusion|rearrang|amplif|\bpositive|\bdetected|(?<![A-Za-z0-9])[A-Z]\d{2,4}[A-Z*]/i;
