/**
 * Results that their code makes one of genes (variant, genotype) and whose gene stands only where no reader looks: in a conclusion beside a variant, in the
 * value of a genotype of a tumour, under a number, in small letters. Any gene they name was examined.
 */
import { withSymbols } from '../../codes/gene/spellings.ts';
import { OBSERVATION } from '../../codes/genomics/genomics-codes.ts';
import { pgxGene } from '../../codes/pgx/genes.ts';
import type { Chart } from '../chart.ts';
import { wordings } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import type { ObservationView } from '../observation.ts';
import { symbolsIn } from '../variant/result/variant-genes.ts';
import { isNoResult } from './spoken.ts';

/** "BRCA1/2", "BRCAwt", "mutEGFR", "EGFR_L858R", "egfr l858r": as it stands → as genes are looked for. The kidneys' rate is written "eGFR". */
const WRITTEN: readonly (readonly [RegExp, string])[] = [
  [/_/g, ' '],
  [/(?<![A-Za-z0-9])(?:mut|wt)-?(?=[A-Z]{2})/g, ''],
  [/(?<=[A-Z][A-Z0-9]{2,6})(?:wt|mut|neg|pos)(?![a-z])/g, ' '],
  [/(?<![A-Za-z0-9])BRCA(?:\s?1\s?[/+&,-]\s?(?:BRCA\s?)?2)?(?![A-Za-z0-9]|\s?[12]\b)/gi, 'BRCA1/BRCA2'],
  [/(?<![A-Za-z0-9])NTRK(?:\s?1\s?[/,-]\s?2\s?[/,-]\s?3)?(?![A-Za-z0-9])/g, 'NTRK1/NTRK2/NTRK3'],
  [/(?<![A-Za-z0-9-])RAS(?![A-Za-z0-9])/g, 'KRAS/NRAS'],
  [/(?<![A-Za-z0-9])(?:egfr|Egfr)(?![A-Za-z0-9])/g, 'EGFR'],
];
export const spelledOut = (words: string): string =>
  WRITTEN.reduce((text, [written, meant]) => text.replace(written, meant), withSymbols(words));

const CODED: readonly string[] = [OBSERVATION.variant, OBSERVATION.genotype];
/** By its code alone, whatever it is called. */
const isCodedResult = ({ codes }: ObservationView): boolean => CODED.some((code) => codes.has(code));

const LONGEST = 200;

/** Genes of a tumour that such a result names anywhere: in its name, its value, its parts. */
export function genesOfCodedResult(view: ObservationView, chart: Chart): readonly string[] {
  if (!isCodedResult(view)) return [];
  const texts = [view.code, ...[view.value, ...view.components.map(({ value }) => value)].map(valueConcept)].flatMap(wordings);
  const symbols = texts.filter((text) => text.length <= LONGEST && !isNoResult(text)).flatMap((text) => symbolsIn(spelledOut(text), chart));
  return [...new Set(symbols)].filter((gene) => pgxGene(gene) === null);
}
