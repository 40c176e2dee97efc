/** The body of a card: labelled lines of Markdown, at most 120 words; what can be spared is left out from the end. */
import { countWords } from './markdown.ts';

/** 120 less the five words of "3 more in the panel.", which the last card may get. */
const MOST_WORDS = 115;

export interface DetailLine {
  readonly label: string;
  /** Already escaped sentences, most important first. */
  readonly sentences: readonly string[];
  /** Sentences that always stay, counted from the start. */
  readonly keep: number;
}

/** @param most words, fewer where a line is to be added afterwards */
export function detailText(lines: readonly DetailLine[], most: number = MOST_WORDS): string {
  const kept = lines
    .map((line) => ({ ...line, sentences: line.sentences.filter((text) => text !== '') }))
    .filter(({ sentences }) => sentences.length > 0);
  while (countWords(render(kept)) > most) {
    const spare = kept.findLastIndex(({ sentences, keep }) => sentences.length > keep);
    if (spare < 0) break;
    const line = kept[spare];
    if (line === undefined) break;
    kept[spare] = { ...line, sentences: line.sentences.slice(0, -1) };
  }
  return render(kept.filter(({ sentences }) => sentences.length > 0));
}

function render(lines: readonly DetailLine[]): string {
  return lines.map(({ label, sentences }) => `**${label}:** ${sentences.join(' ')}`).join('\n\n');
}

/** Sentences of a text; a full stop inside a number or an abbreviation does not end one. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=[A-Z])/).filter((part) => part !== '');
}
