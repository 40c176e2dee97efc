/**
 * Every match of a pattern with the flag g, as `matchAll` gives them, in a list. `matchAll` makes a copy of the pattern at each call, which costs more
 * than looking through a short text.
 */
export function everyMatch(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  while (match !== null) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
    match = pattern.exec(text);
  }
  return found;
}
const NONE: readonly RegExpExecArray[] = [];
