/** Text that a resource carries inside itself, plain or as a page; documents of other kinds are not read. */
import { entryOf } from '../entry-of.ts';
import { isRecord, text, withoutMuchBlank } from './elements.ts';

const LONGEST = 200_000;

/**
 * The words of an attachment of type `text/plain`, `text/html` or `application/xhtml+xml`; undefined for a PDF, for one that stands elsewhere, for one that is
 * too long, and for a page that shows something struck out or hides something: its words alone would say more than the page.
 */
export function plainTextOf(attachment: unknown): string | undefined {
  if (!isRecord(attachment)) return undefined;
  const type = text(attachment['contentType'])?.toLowerCase() ?? '';
  const data = text(attachment['data'])?.replace(/\s+/g, '');
  const page = isPage(attachment);
  if ((!page && !/^text\/plain(?:\s*;|$)/.test(type)) || data === undefined || data.length > LONGEST) return undefined;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data) || data.length % 4 !== 0) return undefined;
  const written = new TextDecoder().decode(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)));
  if (!page) return withoutMuchBlank(written);
  return STRUCK_OR_HIDDEN.test(written) ? undefined : wordsOfPage(written);
}

/** An attachment in HTML. */
export function isPage(attachment: Readonly<Record<string, unknown>>): boolean {
  return /^(?:text\/html|application\/xhtml\+xml)(?:\s*;|$)/i.test(text(attachment['contentType']) ?? '');
}

const STRUCK_OR_HIDDEN =
  /<(?:del|s|strike|template|noscript|iframe|object|img|canvas|svg)[\s>/]|line-through|display\s*:\s*none|visibility\s*:\s*hidden|\shidden[\s>=]/i;
const NOT_SHOWN =
  /<(style|script|head|title)(?:\s[^>]{0,500})?>[^<]{0,20000}(?:<(?!\/\1)[^<]{0,2000}){0,200}<\/\1>|<!--[^-]{0,5000}(?:-(?!->)[^-]{0,5000}){0,200}-->/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ast: '*',
  ndash: '–',
  mdash: '—',
  sol: '/',
};

/** What a page shows, a line for each block. */
function wordsOfPage(page: string): string {
  const shown = page.replace(NOT_SHOWN, ' ').replace(/\s+/g, ' ').replace(BLOCK_END, '\n').replace(TAG, ' ');
  return withoutMuchBlank(
    shown.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, (entity, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entryOf(NAMED, name.toLowerCase()) ?? entity;
      const letter = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return letter > 0 && letter <= 0x10_ffff ? String.fromCodePoint(letter) : ' ';
    }),
  );
}

const BLOCK_END = /<(?:br|\/p|\/tr|\/li|\/div|\/h\d)[^>]{0,200}>/gi;
const TAG = /<[^>]{0,500}>/g;

const LONGEST_NARRATIVE = 100_000;
/** What the narrative of a resource (`text.div`) or of a section of a document shows, a line for each block; undefined without one. */
export function narrativeOf(resource: Readonly<Record<string, unknown>>): string | undefined {
  const shown = isRecord(resource['text']) ? text(resource['text']['div']) : undefined;
  if (shown === undefined || shown.length > LONGEST_NARRATIVE) return undefined;
  return withoutMuchBlank(shown.replace(BLOCK_END, '\n').replace(TAG, ' '));
}
