/** Text into GitHub-flavoured Markdown without markup of its own: star alleles, laboratory names and order texts stay literal. */
import { withReadableDates } from './dates.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

const SPECIAL = /[\\`*_[\]<>|~#]/g;
/** GitHub-flavoured Markdown turns bare addresses into links; an escaped slash or dot keeps them text. */
const AUTOLINK = /\b(?:(?:https?|ftp):\/\/|www\.)/gi;
const CONTROL = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/** Escapes every character that Markdown or HTML could take for markup; line breaks become spaces, ISO days are written out. */
export function escapeMarkdown(text: string): string {
  return withReadableDates(plainText(text))
    .replace(/&/g, '&amp;')
    .replace(SPECIAL, (character) => entryOf(ESCAPES, character) ?? `\\${character}`)
    .replace(AUTOLINK, (start) => start.replace(/[/.]/g, '\\$&'));
}

/** For places that are shown as plain text (summary, labels): one line, no control or direction characters, no angle brackets. */
export function plainText(text: string): string {
  return text.replace(CONTROL, ' ').replace(/\s+/g, ' ').trim();
}

const ESCAPES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;' };

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
