/** Lenient access to FHIR JSON: nothing is trusted, nothing throws, a wrong type is the same as a missing element. */
import type { Code } from '../facts.ts';
import { normaliseSystem, RXNORM, SNOMED } from '../codes/systems.ts';
import { withLatinLetters } from './look-alikes.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Text longer than this is not a result value; reading it would only cost time. */
const MAX_TEXT = 20_000;
/** A run of blanks longer than any table in a text needs between its columns. */
const MUCH_BLANK = /\s{17,}/g;
/** No element of a real resource repeats more often than this. */
const MAX_LIST = 100_000;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Elements of a repeating FHIR element; a single object where a list belongs (made by naive XML conversion) is taken as one. */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.length > MAX_LIST ? value.slice(0, MAX_LIST) : value;
  return value === undefined || value === null ? [] : [value];
}

export function records(value: unknown): readonly Json[] {
  return list(value).filter(isRecord);
}

/** Characters without width that copying from documents leaves behind: soft hyphen, zero-width space, word joiner, byte order mark. */
const WITHOUT_WIDTH = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * Without the length of long runs of blanks, which says nothing, and over which a pattern with several places for blanks takes hours. Columns stay apart,
 * and so do lines and paragraphs.
 */
export function withoutMuchBlank(written: string): string {
  return written.replace(MUCH_BLANK, (run) => {
    const line = run.indexOf('\n');
    return line === -1 ? ' '.repeat(16) : run.indexOf('\n', line + 1) === -1 ? '\n' : '\n\n';
  });
}

/** Trimmed, non-empty string or nothing; spaces and hyphens that do not break are plain ones, look-alikes of Latin letters are Latin. */
export function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const trimmed = withoutMuchBlank(value.length > MAX_TEXT ? value.slice(0, MAX_TEXT) : value)
    .replace(WITHOUT_WIDTH, '')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\u00a0/g, ' ')
    .replace(/\r\n?/g, '\n')
    .trim();
  return trimmed === '' ? undefined : withOpenPartner(withoutEscapes(withLatinLetters(trimmed)));
}

/** "p.Gln787%3D", "NM_005228.5%3Ac.2573T%3EG": VCF writes some signs of HGVS as URLs do, and converters hand them on. */
const ESCAPED = /%(?:3D|3E|3A|3B|2B|2A|28|29|5B|5D|3F|5F)/gi;
function withoutEscapes(written: string): string {
  return written.includes('%') && /(?:^|[^A-Za-z]|%3A)[cgmnp]\.[^\s]{0,200}%[0-9A-F]{2}/i.test(written)
    ? written.replace(ESCAPED, (sign) => decodeURIComponent(sign))
    : written;
}

/**
 * "v::ALK", "?::ALK", "ALK::?": the notation of gene fusions for a partner that is any or not known (so written in tables of biomarkers and in reports).
 * In a reader's words: "ALK fusion".
 */
const OPEN_PARTNER =
  /(?<![\w:?])(?:(?:v|\?|unknown)::([A-Z][A-Z0-9]{1,9})|([A-Z][A-Z0-9]{1,9})::(?:v|\?|unknown))(?![\w:?])(?:\s(?:gene\s)?(?:fusion|rearrangement))?/g;
function withOpenPartner(written: string): string {
  return written.includes('::')
    ? written.replace(OPEN_PARTNER, (_, three?: string, five?: string) => `${three ?? five ?? ''} fusion`)
    : written;
}

export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'string' && /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(value.trim())) return Number(value.trim());
  return undefined;
}

/** ISO date or dateTime as recorded; anything else is no date. */
export function dateOf(value: unknown): string | undefined {
  const written = text(value);
  return written !== undefined && /^\d{4}(-\d{2}(-\d{2}(T.*)?)?)?$/.test(written) ? written : undefined;
}

/** A CodeableConcept with its codings normalised. An empty concept has no codings and no text. */
export interface Concept {
  readonly codings: readonly Code[];
  readonly text?: string;
}

const EMPTY: Concept = { codings: [] };

/** Tabs and double spaces in a name say nothing; its lines are kept. */
function oneSpaced(name: string | undefined): string | undefined {
  return name?.replace(/[^\S\r\n]+/g, ' ');
}

/** Systems whose codes are numbers without leading zeros: programs that read them from a table may write a number. */
const OF_NUMBERS: ReadonlySet<string> = new Set([RXNORM, SNOMED]);

function codeOf(coding: Json): Code | null {
  const written = text(coding['system']);
  const system = written === undefined ? '' : normaliseSystem(written);
  const given = coding['code'];
  const code = OF_NUMBERS.has(system) && Number.isSafeInteger(given) ? String(given) : text(given);
  const display = oneSpaced(text(coding['display']));
  if (code === undefined && display === undefined) return null;
  return {
    system,
    code: code ?? '',
    ...(display === undefined ? {} : { display }),
  };
}

const isSame = (one: Code, two: Code): boolean => one.code === two.code && one.system === two.system && one.display === two.display;

/** Reads a CodeableConcept, a bare Coding or a bare string. */
export function concept(value: unknown): Concept {
  if (typeof value === 'string') {
    const written = text(value);
    return written === undefined ? EMPTY : { codings: [], text: written };
  }
  if (!isRecord(value)) return EMPTY;
  const source = 'coding' in value ? records(value['coding']) : 'code' in value || 'display' in value ? [value] : [];
  const codings: Code[] = [];
  for (const item of source) {
    const code = codeOf(item);
    if (code !== null && !codings.some((known) => isSame(known, code))) codings.push(code);
  }
  const written = oneSpaced(text(value['text']));
  return written === undefined ? { codings } : { codings, text: written };
}

export function concepts(value: unknown): readonly Concept[] {
  return list(value).map(concept);
}

/**
 * The word of a status or another closed list, in lower case: of several codings the one that belongs to the list, since a site may write a code of its
 * own before it; else the first.
 */
export function listedWord(value: unknown, known: ReadonlySet<string>): string | undefined {
  const { codings, text: written } = concept(value);
  const words = [...codings.map(({ code }) => code), written ?? ''].filter((word) => word !== '').map((word) => word.toLowerCase());
  return words.find((word) => known.has(word)) ?? words[0];
}

/** Every way the concept is written, best first: text, then displays. Codes are not words and are left out. */
export function wordings(of: Concept): readonly string[] {
  const found: string[] = [];
  if (of.text !== undefined) found.push(of.text);
  for (const coding of of.codings) if (coding.display !== undefined && !found.includes(coding.display)) found.push(coding.display);
  return found;
}

export function isEmpty(of: Concept): boolean {
  return of.text === undefined && of.codings.length === 0;
}
