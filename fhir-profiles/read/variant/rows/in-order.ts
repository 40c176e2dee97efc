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
import { proteinChanges } from '../named-test/names.ts';
import { presenceInWords } from '../parts/presence-in-words.ts';

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
  if (!items.every((item) => isNamed(item, chart))) return [];
  const border = BORDERS.find((one) => said.split(one).length === items.length && said.split(one).every(isAnswer));
  if (border === undefined) return isMixed(said) ? null : [];
  const pieces = said.split(border);
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

/** RAS stands for its two genes. */
const isNamed = (item: string, { vocabulary }: Chart): boolean =>
  item === 'RAS' || vocabulary.genes.bySymbol(withSymbols(item)) !== null;

const inWords = (piece: string): string => {
  const bare = piece.trim().replace(/^\(?([+\-–−])\)?$/, '$1');
  return bare === '+' ? 'positive' : /^[-–−]$/.test(bare) ? 'negative' : signsInWords(bare).trim();
};
/** One word of presence or one change; a gene named in it has an order of its own. */
function isAnswer(piece: string): boolean {
  const text = inWords(piece);
  if (/^(?:mut(?:ant|ated)?|wt|pos|neg)\.?$/i.test(text)) return true;
  if (text.length > 40 || /\b[A-Z]{3,6}\d?[A-Z]?\b(?=.*\b(?:mutated|wild))/.test(text)) return false;
  return presenceInWords(text) === 'present' || presenceInWords(text) === 'absent' || proteinChanges(text).length === 1;
}
/** Pieces that say different things of genes that cannot be told. */
function isMixed(said: string): boolean {
  const pieces = BORDERS.map((border) => said.split(border)).find((one) => one.length > 1 && one.every(isAnswer));
  if (pieces === undefined) return false;
  const found = pieces.map((piece) => presenceInWords(inWords(piece)) === 'absent' || /^(?:wt|neg)\.?$/i.test(inWords(piece)));
  return new Set(found).size > 1;
}
