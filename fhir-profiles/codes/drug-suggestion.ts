/** What a misspelt drug may have meant: said in the warning, never used as the drug. */
import { textWords } from './drug-words.ts';

const SHORTEST = 7;

/**
 * The one known name that differs from a word of the text by one letter added, left out, changed or swapped; null when there is none or
 * more than one. Lookalike drugs are why a near name is only suggested: "prednisone" and "prednisolone" are two letters apart.
 */
export function suggestName(text: string, names: Iterable<string>): string | null {
  const words = textWords(text.slice(0, 300)).filter((word) => word.length >= SHORTEST);
  const found = new Set<string>();
  for (const name of names) {
    if (name.length < SHORTEST || name.includes(' ')) continue;
    if (words.some((word) => oneLetterApart(word, name))) found.add(name);
  }
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? null : only;
}

function oneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  const changed = restA.slice(1) === restB.slice(1);
  const added = restA.slice(1) === restB || restA === restB.slice(1);
  const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return changed || added || swapped;
}
