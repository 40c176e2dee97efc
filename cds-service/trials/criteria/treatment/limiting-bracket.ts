/** "Cancer therapy (chemotherapy, radiation, immunotherapy)": the bracket says which kinds are meant. Examples ("e.g.", "such as", "etc.") do not. */
import { ANY_CANCER_DRUG } from './drug-mentions.ts';
import { therapiesIn } from './therapy-items.ts';

const NOT_LIMITING =
  /\b(?:e\.?g|such as|includ\w+|for example|for instance|like|etc|among|others?|any|exclud\w*|except\w*|unless|not?|without|never|last|allowed|permitted)\b/i;
const PLAIN = /\b(?:i\.?e\b\.?|or|and|and\/or|prior|previous|systemic|therap(?:y|ies)|treatments?|agents?|drugs?|s)\b/gi;

/** The kinds in the place of "cancer therapy", in a text of the same length; brackets that hold anything else stay as they are. */
export function limitedByBracket(text: string): string {
  let read = text;
  for (const { index, 0: whole, 1: inside = '' } of text.matchAll(/\(([^()]*)\)/g)) {
    const kinds = therapiesIn(inside);
    if (kinds.length === 0 || kinds.some(({ therapy }) => isAny(therapy.drugs)) || NOT_LIMITING.test(inside)) continue;
    const rest = kinds.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), inside);
    if (/[a-z\d≥≤<>]/i.test(rest.replace(PLAIN, ' '))) continue;
    const general = therapiesIn(read.slice(0, index)).at(-1);
    if (general === undefined || !isAny(general.therapy.drugs) || read.slice(general.end, index).trim() !== '') continue;
    const list = inside.replace(/^\s*i\.?e\b\.?,?/i, (mark) => ' '.repeat(mark.length));
    read = `${read.slice(0, general.start)}${' '.repeat(index - general.start)} ${list} ${read.slice(index + whole.length)}`;
  }
  return read;
}

const isAny = (drugs: readonly string[] | undefined): boolean => drugs?.includes(ANY_CANCER_DRUG) === true;
