/** Plain text that a resource carries inside itself; documents of other kinds are not read. */
import { isRecord, text, withoutMuchBlank } from './elements.ts';

const LONGEST = 200_000;

/** The words of an attachment of type `text/plain`; undefined for a PDF, for one that stands elsewhere, and for one that is too long. */
export function plainTextOf(attachment: unknown): string | undefined {
  if (!isRecord(attachment)) return undefined;
  const type = text(attachment['contentType'])?.toLowerCase() ?? '';
  const data = text(attachment['data'])?.replace(/\s+/g, '');
  if (!/^text\/plain(?:;|$)/.test(type) || data === undefined || data.length > LONGEST) return undefined;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data) || data.length % 4 !== 0) return undefined;
  return withoutMuchBlank(new TextDecoder().decode(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))));
}

const LONGEST_NARRATIVE = 100_000;
/** What the narrative of a resource (`text.div`) or of a section of a document shows, a line for each block; undefined without one. */
export function narrativeOf(resource: Readonly<Record<string, unknown>>): string | undefined {
  const shown = isRecord(resource['text']) ? text(resource['text']['div']) : undefined;
  if (shown === undefined || shown.length > LONGEST_NARRATIVE) return undefined;
  return withoutMuchBlank(shown.replace(/<(?:br|\/p|\/tr|\/li|\/div|\/h\d)[^>]{0,200}>/gi, '\n').replace(/<[^>]{0,500}>/g, ' '));
}
