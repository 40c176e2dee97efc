/** Card summaries: fewer than 140 characters (CDS Hooks), counted as code points; cut at a word, never inside one. */
import { plainText } from './markdown.ts';

const LONGEST = 139;

export function summaryText(...candidates: readonly string[]): string {
  const texts = candidates.map(plainText).filter((text) => text !== '');
  const fitting = texts.find((text) => [...text].length <= LONGEST);
  return fitting ?? cut(texts.at(-1) ?? '');
}

function cut(text: string): string {
  const characters = [...text].slice(0, LONGEST - 1).join('');
  const space = characters.lastIndexOf(' ');
  return `${space > LONGEST / 2 ? characters.slice(0, space) : characters}…`;
}
