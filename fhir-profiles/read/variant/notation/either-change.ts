/**
 * "V600E/K", "p.V600E/V600K", "p.(Val600Glu/Lys)", "G12C or G12D": one of several exchanges of one residue, and the test does not tell which. Written
 * in one way, in which no reader takes the first of them for the finding.
 */
import { ONE_LETTER } from './three-letters.ts';
import { entryOf } from '../../../entry-of.ts';

const RESIDUE = `(?:${Object.keys(ONE_LETTER).join('|')}|[ACDEFGHIKLMNPQRSTVWY])`;
const EITHER = new RegExp(
  String.raw`(?<![A-Za-z0-9_.>-])(?:p\.)?\(?(${RESIDUE})(\d{1,4})(${RESIDUE})\)?((?:\s?(?:\/|\s(?:or|oder|ou|o)\s)\s?(?:(?:p\.)?\(?\1\2)?${RESIDUE}\)?(?![A-Za-z0-9_*>]))+)`,
  'g',
);
const FURTHER = new RegExp(String.raw`(?:\/|\s(?:or|oder|ou|o)\s)\s?(?:(?:p\.)?\(?(?:${RESIDUE})\d{1,4})?(${RESIDUE})`, 'g');

export function withEitherShort(text: string): string {
  if (text.length > 400 || !/\d[A-Z]/.test(text)) return text;
  return text.replace(EITHER, (whole, from: string, codon: string, to: string, rest: string) => {
    const further = [...rest.matchAll(FURTHER)].map(([, residue = '']) => letterOf(residue));
    const all = [...new Set([letterOf(to), ...further])];
    return all.length < 2 ? whole : `${letterOf(from)}${codon}${all.join('/')}`;
  });
}
const letterOf = (residue: string): string => entryOf(ONE_LETTER, residue) ?? residue;
