/** What a misspelt drug may have meant: said in the warning, never used as the drug. */
import { textWords } from './words.ts';

const SHORTEST = 7;
const REMEMBERED = 5000;

/**
 * The one known name that differs from a word of the text by one letter added, left out, changed or swapped; null when there is none or
 * more than one. Lookalike drugs are why a near name is only suggested: "prednisone" and "prednisolone" are two letters apart.
 * The names are made ready on the first question, and answers are remembered, since a chart repeats its drugs.
 */
export function suggester(names: Iterable<string>): (text: string) => string | null {
  let byLength: ReadonlyMap<number, readonly string[]> | null = null;
  const seen = new Map<string, string | null>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    byLength ??= namesByLength(names);
    const found = nearName(text, byLength);
    if (seen.size >= REMEMBERED) seen.clear();
    seen.set(text, found);
    return found;
  };
}

function namesByLength(names: Iterable<string>): ReadonlyMap<number, readonly string[]> {
  const byLength = new Map<number, string[]>();
  for (const name of names) {
    if (name.length < SHORTEST || name.includes(' ')) continue;
    const same = byLength.get(name.length);
    if (same === undefined) byLength.set(name.length, [name]);
    else same.push(name);
  }
  return byLength;
}

function nearName(text: string, byLength: ReadonlyMap<number, readonly string[]>): string | null {
  const found = new Set<string>();
  for (const word of textWords(text.slice(0, 300))) {
    if (word.length < SHORTEST) continue;
    for (const length of [word.length - 1, word.length, word.length + 1])
      for (const name of byLength.get(length) ?? []) if (oneLetterApart(word, name)) found.add(name);
  }
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? null : only;
}

/** Of two words whose lengths differ by one letter at most. */
function oneLetterApart(a: string, b: string): boolean {
  // One letter cannot change both ends of a word of this length.
  if ((a[0] !== b[0] && a.at(-1) !== b.at(-1)) || a === b) return false;
  let same = 0;
  while (same < a.length && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
  if (a.length > b.length) return a.endsWith(b.slice(same));
  if (a.length < b.length) return b.endsWith(a.slice(same));
  const swapped = a[same] === b[same + 1] && a[same + 1] === b[same] && a.slice(same + 2) === b.slice(same + 2);
  return swapped || a.slice(same + 1) === b.slice(same + 1);
}
