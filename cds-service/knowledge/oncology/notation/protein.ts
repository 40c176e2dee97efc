/**
 * Protein changes as laboratories write them: `p.Leu858Arg`, `p.(L858R)`, `L858R`, `E746_A750del`, `E746_T751>I`,
 * `D770_N771insG`, `A767_V769dup`, `W288fs`, `Q179*`. HGVS recommendations for protein description; older forms beside.
 */
import { toOneLetter, toThreeLetter } from './amino-acid.ts';

export type ProteinKind =
  | 'missense'
  | 'nonsense'
  | 'silent'
  | 'deletion'
  | 'insertion'
  | 'duplication'
  | 'delins'
  | 'frameshift'
  | 'extension'
  | 'start-lost'
  | 'codon';

export interface ProteinChange {
  readonly kind: ProteinKind;
  /** First residue named; empty when only the number was given. */
  readonly from: string;
  readonly start: number;
  readonly to: string;
  readonly end: number;
  /** New residue(s) in one letter; empty for deletions, duplications and when not stated. */
  readonly alt: string;
}

const RESIDUE = '[ACDEFGHIKLMNPQRSTVWYUX*]';
const RANGE = new RegExp(`^(${RESIDUE})(\\d+)(?:[_-](${RESIDUE})?(\\d+))?`);

/**
 * Reads one protein change; null when the text is something else. A codon without a change (`G12`, `V600X`) is `codon`.
 * Case matters only where it must: CIViC writes `V560DEL` and `W288FS`.
 */
export function parseProtein(text: string): ProteinChange | null {
  const written = text
    .trim()
    .replace(/^[A-Z]{2}_\d+(?:\.\d+)?:/, '')
    .replace(/\s+/g, '');
  const bare = written
    .replace(/^p\./i, '')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^\[(.*)\]$/, '$1');
  const inner = bare.replace(/^\((.*)\)$/, '$1');
  const compact = (/^[A-Za-z]{3}\d/.test(inner) ? toOneLetter(inner) : inner).toUpperCase();
  const match = RANGE.exec(compact);
  if (!match) return null;
  const [whole, from = '', startText = '', to, endText] = match;
  const start = Number(startText);
  const end = endText === undefined ? start : Number(endText);
  if (start < 1 || end < start) return null;
  const rest = compact.slice(whole.length);
  const place = { from: plain(from), start, to: endText === undefined ? plain(from) : plain(to ?? ''), end };
  return change(place, rest, endText !== undefined);
}

type Place = Pick<ProteinChange, 'from' | 'start' | 'to' | 'end'>;

function change(place: Place, rest: string, ranged: boolean): ProteinChange | null {
  const made = (kind: ProteinKind, alt = ''): ProteinChange => ({ ...place, kind, alt });
  if (rest === '' || rest === 'X') return place.from === '' && !ranged ? null : made('codon');
  if (rest === '=') return made('silent', place.from);
  if (rest === '?') return place.from === 'M' && place.start === 1 ? made('start-lost') : made('codon');
  const frameshift = /^([A-Z])?FS(?:(?:\*|X)?\d*|\*\?)?$/.exec(rest);
  if (frameshift) return made('frameshift');
  const delins = /^(?:DEL[A-Z]*INS|DELINS|>)([A-Z*]+|\d+)$/.exec(rest);
  if (delins) return made('delins', residues(delins[1] ?? ''));
  if (ranged ? /^DEL([A-Z]*|\d*)$/.test(rest) : /^DEL(?!ETION)([A-Z]*|\d*)$/.test(rest)) return made('deletion');
  const inserted = /^INS([A-Z*]*|\d+|\(\d+\))$/.exec(rest);
  if (inserted) return made('insertion', residues(inserted[1] ?? ''));
  if (/^DUP([A-Z]*|\d*)$/.test(rest)) return made('duplication');
  if (ranged) return null;
  if (rest.startsWith('EXT') || (place.from === '*' && /^[A-Z]EXT/.test(rest))) return made('extension');
  if (rest === '*' || rest === 'TER') return made('nonsense', '*');
  if (new RegExp(`^${RESIDUE}$`).test(rest)) {
    if (place.from === rest) return made('silent', rest);
    if (place.from === 'M' && place.start === 1) return made('start-lost', rest);
    return made('missense', rest);
  }
  return null;
}

/** The one spelling of a change that everything is compared by: one letter, no prefix, no stop position of frameshifts. */
export function proteinName(change: ProteinChange): string {
  const known = names.get(change);
  if (known !== undefined) return known;
  const name = spelled(change);
  names.set(change, name);
  return name;
}
/** Changes are compared thousands of times per patient and never altered. */
const names = new WeakMap<ProteinChange, string>();
const longNames = new WeakMap<ProteinChange, string>();

function spelled(change: ProteinChange): string {
  const range = change.end === change.start ? `${change.from}${change.start}` : `${change.from}${change.start}_${change.to}${change.end}`;
  switch (change.kind) {
    case 'codon':
      return range;
    case 'silent':
      return `${range}=`;
    case 'missense':
    case 'nonsense':
      return `${range}${change.alt}`;
    case 'deletion':
      return `${range}del`;
    case 'duplication':
      return `${range}dup`;
    case 'insertion':
      return `${range}ins${change.alt}`;
    case 'delins':
      return `${range}delins${change.alt}`;
    case 'frameshift':
      return `${range}fs`;
    case 'extension':
      return `${range}ext`;
    case 'start-lost':
      return `${range}?`;
  }
}

/** As HGVS writes it: `p.Glu746_Ala750del`. */
export function proteinHgvs(change: ProteinChange): string {
  const known = longNames.get(change);
  if (known !== undefined) return known;
  const name = `p.${proteinName(change)
    .replace(/[A-Z*](?=\d)/g, toThreeLetter)
    .replace(/(\d(?:ins|delins)?)([A-Z*]+)$/, (_, head: string, tail: string) => head + [...tail].map(toThreeLetter).join(''))}`;
  longNames.set(change, name);
  return name;
}

function plain(residue: string): string {
  return residue === 'X' ? '' : residue;
}
function residues(text: string): string {
  return /^[A-Z*]+$/.test(text) ? text : '';
}
