/**
 * One name in the spellings of several countries. International names differ only in letters that sound alike and in their endings: "phenytoin",
 * "fenitoina", "phenytoinum"; "codeine", "kodein", "codeini". No two drugs of the table share a key (a test holds it), so that none is taken for
 * another; a letter left out or swapped is a misspelling and gives another key.
 */

/** Letters that stand for one another; applied in this order. */
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/qu|ch|k/g, 'c'],
  [/y/g, 'i'],
  [/cs/g, 'x'],
  [/ae|oe/g, 'e'],
];

/** What follows the last consonant: nothing or -e (English, German, French), -a or -o (Romance), -um or -i (Latin). */
const ENDING = /(?:(in|on|ol|il|id|at|en|an|el)(?:um|[aeio])|(am)(?:um|i))$/;

export function spellingKey(word: string): string {
  return LETTERS.reduce((spelt, [letters, same]) => spelt.replace(letters, same), word).replace(ENDING, '$1$2');
}
