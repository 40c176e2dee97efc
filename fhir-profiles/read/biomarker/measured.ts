/** The number (or score) of a biomarker, with its unit, from a quantity or from words. */
import { fewCells, hasNoResult } from '../../codes/biomarker-status.ts';
import { isLeftOpen } from '../../codes/doubt/index.ts';
import type { BiomarkerTest } from '../../codes/biomarker-tests.ts';
import { ownScore } from '../../codes/scale-words.ts';
import type { BiomarkerFact } from '../../facts.ts';
import type { ElementValue } from '../element-value.ts';

export interface Measured {
  readonly value: number | string;
  readonly unit?: string;
  readonly comparator?: NonNullable<BiomarkerFact['comparator']>;
  /** When the value shows another kind than the test's name ("ISUP grade group 2" under a Gleason heading). */
  readonly kind?: BiomarkerFact['kind'];
}

const MEGABASE =
  /\/\s?Mb\b|\b(?:million|1e6|10\*6|1,?000,?000) (?:nucleotides?|base ?pairs?|bases?|bp)\b|1?\/1000000\{?base|per (?:mega-?base|mb)|\/megabase/i;
const PERCENT = /^(?:%|\{?\/100\}?|percent)$/i;

/** Shares of stained cells. */
const OF_CELLS: ReadonlySet<string> = new Set(['PD-L1', 'ER', 'PR', 'Ki-67', 'FOLR1', 'CLDN18.2']);

export function measured(test: BiomarkerTest, value: ElementValue | null, said: readonly string[]): Measured | null {
  if (value?.kind === 'quantity') {
    // 0.8 of unit "1" is 80 % as a fraction, or a percentage whose unit was lost: neither is chosen.
    if (value.unit === '1' && value.value > 0 && value.value < 1 && OF_CELLS.has(test.kind)) return null;
    const unit = unitOf(test, value.unit);
    return {
      value: value.value,
      ...(unit === undefined ? {} : { unit }),
      ...(value.comparator === undefined ? {} : { comparator: value.comparator }),
    };
  }
  if (value?.kind === 'ratio') return { value: value.numerator / value.denominator };
  for (const text of said.filter((one) => !hasNoResult(one))) {
    const found = inWords(test, text);
    if (found !== null) return clausesOf(text).some((clause) => isLeftOpen(clause) && inWords(test, clause) !== null) ? null : found;
  }
  return null;
}

/** "Suspected 3+", "90 % (to be confirmed)": the part that holds the number may leave it open; what another part leaves open takes nothing from it. */
const clausesOf = (text: string): readonly string[] => text.split(/[;,\n]|\.(?=\s|$)/);

function unitOf(test: BiomarkerTest, written: string | undefined): string | undefined {
  if (written === undefined || written === '1') return test.unit;
  if (PERCENT.test(written)) return '%';
  if (test.kind === 'TMB' && MEGABASE.test(written)) return '{mutations}/Mb';
  return written;
}

/** "0,5 %", "12,4 Mut/Mb": as German, French and Dutch laboratories write their numbers; read from behind the comma it would be 5 %. */
const DECIMAL_COMMA = /(?<![\d.,])(\d{1,3}),(\d{1,2})(?![\d.,]*\d)/g;
/** "1,234 mut/Mb" is a thousand here and one and a quarter there: never the digits before the comma. A megabase is written so as well. */
const EITHER_COMMA = /(?<![\d.,])(?!1,000,000(?!\d))\d{1,3}(?:,\d{3})+(?!\d)/;

function inWords(test: BiomarkerTest, written: string): Measured | null {
  const text = test.kind === 'HER2' ? ownScore(written) : written.replace(DECIMAL_COMMA, '$1.$2');
  switch (test.kind) {
    case 'HER2': {
      const score = /(?:^|[^\d.])([0-3])\s?\+/.exec(text)?.[1];
      if (score !== undefined) return score === '3' && fewCells(text) ? null : { value: `${score}+` };
      // One plus alone is the score 1+ of a stain, and elsewhere as often the word "positive".
      const plus = /^\s*(\+{1,3})\s*$/.exec(text)?.[1]?.length;
      if (plus !== undefined) return plus === 1 && test.method !== 'IHC' ? null : { value: `${plus}+` };
      return /^\s*(?:(?:IHC|HER-?2)\s*)?(?:score\s*:?\s*)?(?:0|zero)\b(?!\s*[-–.\d%])/i.test(text) ? { value: '0' } : null;
    }
    case 'Gleason':
    case 'grade-group': {
      const group = /grade group\s*([1-5])/i.exec(text)?.[1];
      if (group !== undefined) return { value: Number(group), kind: 'grade-group' };
      const sum = /([1-5])\s?\+\s?([1-5])/.exec(text);
      if (sum !== null) return { value: `${sum[1]}+${sum[2]}`, kind: 'Gleason' };
      const pattern = /pattern\s*([1-5])/i.exec(text)?.[1] ?? /^\s*(?:gleason(?: score)?\s*)?(\d{1,2})\s*$/i.exec(text)?.[1];
      return pattern === undefined ? null : { value: Number(pattern) };
    }
    case 'TMB': {
      // Counted over the sequenced part: not the burden.
      if (/\d\s*(?:mutations?|variants?)\s+in\s+[\d.]+\s*Mb\b/i.test(text)) return null;
      if (EITHER_COMMA.test(text)) return null;
      const number =
        /(?:(<=|>=|<|>|≥|≤)\s*)?(?<!\d)(\d+(?:\.\d+)?)\s*(?:\{?mut\w*\}?|m|variants?)?\s*(\/\s?Mb|per (?:mega-?base|mb)|\/megabase)?/i.exec(
          text,
        );
      return number === null ? null : numeric(number[1], number[2], number[3] === undefined ? test.unit : '{mutations}/Mb');
    }
    case 'MSI':
    case 'MMR':
      return null;
    default: {
      // "Not ≥ 50 %" gives no number.
      if (/\bnot\s*(?:≥|>|at least|greater|more)|\bnegative in \d/i.test(text)) return null;
      // "TC3/IC3" are grades of the SP142 assay, and no numbers.
      if (test.kind === 'PD-L1' && /\b(?:TC|IC)\s?[0-3]\b(?!\s*[%.\d])/i.test(text)) return null;
      const cells = /\b(?:IC|immune cells)\b/i.test(text)
        ? /\b(?:TPS|TC|tumou?r cells)\b[\s:=]*(\d+(?:\.\d+)?)\s*%/i.exec(text)
        : undefined;
      if (cells !== undefined && test.kind === 'PD-L1')
        return cells === null || test.method !== 'TPS' ? null : numeric(undefined, cells[1], '%');
      const range = /(?<!\d)(\d+(?:\.\d+)?)\s*[-–]\s*(\d+(?:\.\d+)?)\s*%/.exec(text);
      if (range !== null) return { value: `${range[1]}-${range[2]}`, unit: '%' };
      const percent = /(?:(<=|>=|<|>|≥|≤)\s*)?(?<!\d)(\d+(?:\.\d+)?)\s*%/.exec(text);
      if (percent !== null) return numeric(percent[1], percent[2], '%');
      const score = /(?:\b(?:TPS|CPS|IC|score|index)\s*(?:of|is|:|=)?|^)\s*(<=|>=|<|>|≥|≤)?\s*(\d+(?:\.\d+)?)\s*(?:$|[,;()])/i.exec(text);
      return score === null ? null : numeric(score[1], score[2], undefined);
    }
  }
}

function numeric(sign: string | undefined, digits: string | undefined, unit: string | undefined): Measured {
  const comparator =
    sign === '≥' ? '>=' : sign === '≤' ? '<=' : sign === '<' || sign === '>' || sign === '<=' || sign === '>=' ? sign : undefined;
  return { value: Number(digits), ...(unit === undefined ? {} : { unit }), ...(comparator === undefined ? {} : { comparator }) };
}
