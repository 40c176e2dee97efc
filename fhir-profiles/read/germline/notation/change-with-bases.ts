/** One change by name and two bases at its position: "c.1905+1G>A: G/A", or the bases alone under a test named "DPYD c.1905+1G>A". */
import type { GermlineCall } from '../../../facts.ts';
import { entryOf } from '../../../entry-of.ts';

export type Strand = 'own' | 'other';

const CHANGE = /\b([cm]\.[-*]?\d+(?:[+-]\d+)?)([ACGT])>([ACGT])(?![A-Za-z])/g;
const BASES = /(?:^|[\s:,;=(])([ACGT])\s*[/|]?\s*([ACGT])(?=$|[\s,;.)])/g;
const OPPOSITE: Readonly<Record<string, string>> = { A: 'T', T: 'A', C: 'G', G: 'C' };

interface Parts {
  readonly name: string;
  readonly ref: string;
  readonly alt: string;
  readonly bases: readonly [string, string];
}

function partsOf(text: string, beside: string): Parts | null {
  const named = changesIn(text);
  const changes = named.length > 0 ? named : changesIn(beside);
  const [change, ...more] = changes;
  const found = [...text.replace(CHANGE, ' ').matchAll(BASES)];
  const [bases, ...others] = found;
  if (change === undefined || bases === undefined || more.length > 0 || others.length > 0) return null;
  const [, place = '', ref = '', alt = ''] = change;
  return { name: `${place}${ref}>${alt}`, ref, alt, bases: [bases[1] ?? '', bases[2] ?? ''] };
}

/** Each change once: a name may give it twice ("c.2846A>T (p.D949V)"). */
const changesIn = (text: string): readonly RegExpExecArray[] => [
  ...new Map([...text.matchAll(CHANGE)].map((found) => [found[0], found])).values(),
];

/** The strand that the bases are on, where only one fits. */
export function strandOf(text: string): Strand | null {
  const parts = partsOf(text, '');
  if (parts === null) return null;
  const { own, other } = fits(parts);
  return own === other ? null : own ? 'own' : 'other';
}

/**
 * The change with its number of copies. `strand`: known from other changes of the same report. Null when the text is something else; no call
 * when the bases do not occur there or the strand cannot be told (A/T and C/G changes, both bases alike).
 */
export function changeWithBases(text: string, beside: string, strand: Strand | null): GermlineCall | null {
  const parts = partsOf(text, beside);
  if (parts === null) return null;
  const { own, other } = fits(parts);
  const chosen = own && other ? strand : own ? 'own' : other ? 'other' : null;
  const [one, two] = parts.bases;
  if (!own && !other) return { kind: 'no-call', why: `${parts.name} with bases ${one}/${two}, which do not occur there` };
  if (one !== two) return { kind: 'variant', notation: [parts.name], present: true, zygosity: 'heterozygous' };
  if (chosen === null) return { kind: 'no-call', why: `${parts.name} ${one}/${two}: the strand cannot be told from the bases` };
  const alt = chosen === 'own' ? parts.alt : entryOf(OPPOSITE, parts.alt);
  return one === alt
    ? { kind: 'variant', notation: [parts.name], present: true, zygosity: 'homozygous' }
    : { kind: 'variant', notation: [parts.name], present: false, zygosity: 'unknown' };
}

/** One base under the name of a change ("G6PD c.202G>A: A"): that of the only chromosome, or of one of two. Null where it fits on neither strand or on both. */
export function oneBase(base: string, beside: string): GermlineCall | null {
  const changes = changesIn(beside);
  const [, place = '', ref = '', alt = ''] = changes.length === 1 ? (changes[0] ?? []) : [];
  const found = base.trim().toUpperCase();
  const own = found === ref || found === alt;
  const other = found === entryOf(OPPOSITE, ref) || found === entryOf(OPPOSITE, alt);
  if (place === '' || own === other) return null;
  return {
    kind: 'variant',
    notation: [`${place}${ref}>${alt}`],
    present: found === (own ? alt : entryOf(OPPOSITE, alt)),
    zygosity: 'unknown',
  };
}

function fits({ ref, alt, bases }: Parts): { readonly own: boolean; readonly other: boolean } {
  const turned = [entryOf(OPPOSITE, ref), entryOf(OPPOSITE, alt)];
  return {
    own: bases.every((base) => base === ref || base === alt),
    other: bases.every((base) => turned.includes(base)),
  };
}
