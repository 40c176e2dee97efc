/**
 * The stable code of a kind of guidance. An EHR binds the user's acknowledgement to it, so it holds letters and digits only,
 * at most 100 of them, is derived from the rule and changes when the guidance changes.
 */
import type { Coding } from '../report/types.ts';

export const TOPIC_SYSTEM = 'https://genehook.org/CodeSystem/card-topic';
const LONGEST = 100;

export function topicOf(parts: readonly string[], display: string): Coding {
  const code = parts.map(lettersAndDigits).join('x');
  return { system: TOPIC_SYSTEM, code: code.length <= LONGEST ? code : `${code.slice(0, LONGEST - 9)}h${hash(code)}`, display };
}

function lettersAndDigits(text: string): string {
  return text
    .toLowerCase()
    .replace(/(\d)\.(\d)/g, '$1p$2')
    .replace(/[^a-z0-9]/g, '');
}

/** FNV-1a, 32 bit, eight hex digits: equal on every machine. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}
