/** Fusion names: `EML4::ALK`, `EML4-ALK fusion`, `EML4/ALK`, `v::ALK Fusion`, `ALK rearrangement`, `t(9;22)`, `BCR-ABL`. */
import { fusionOfKaryotype } from './karyotype.ts';
import { parseProtein } from './protein.ts';
import type { Term } from './term.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

export interface GeneNames {
  /** Approved symbol for a symbol or alias, null when unknown. */
  symbol(name: string): string | null;
}
type Fusion = Extract<Term, { kind: 'fusion' }>;

/** Names so common that they stand beside the gene table (README of the notation aliases: BCR-ABL is BCR::ABL1). */
const PARTNERS: Readonly<Record<string, string>> = { ABL: 'ABL1', NPM: 'NPM1', RAR: 'RARA', RARA: 'RARA' };
const WORD = String.raw`(?:gene\s+)?(?:fusions?|re-?arrange(?:ments?|d)|translocations?|fusion[- ]positive|break-?apart|FISH)`;

export function parseFusion(text: string, genes: GeneNames): Fusion | null {
  const trimmed = text
    .trim()
    .replace(/\bpositive\b|\bdetected\b|\(p\d+\)/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const karyotype = fusionOfKaryotype(trimmed);
  if (karyotype) return { kind: 'fusion', five: karyotype[0], three: karyotype[1], ordered: true, breaks: null };

  const double = /^(\S+?)::(\S+?)(?:\s+(e\d+::e\d+))?(?:\s+.*)?$/i.exec(trimmed);
  if (double && !/\s(AND|OR)\s/.test(trimmed)) {
    const five = partner(double[1] ?? '', genes);
    const three = partner(double[2] ?? '', genes);
    if (five === undefined || three === undefined || (five === null && three === null)) return null;
    return { kind: 'fusion', five, three, ordered: true, breaks: double[3]?.toLowerCase() ?? null };
  }
  const words = trimmed.replace(new RegExp(String.raw`\s*${WORD}\s*$`, 'i'), '');
  const named = words.length < trimmed.length;
  const pair = /^([A-Za-z0-9.]+(?:-[A-Z]{1,2}\d*)?)\s*[-/–;]\s*([A-Za-z0-9]+)(?:\s+(?:gene|variant).*)?$/.exec(words);
  if (pair) {
    const five = known(pair[1] ?? '', genes) ?? (known(pair[2] ?? '', genes) === null ? null : symbolLike(pair[1] ?? ''));
    const three = known(pair[2] ?? '', genes) ?? (known(pair[1] ?? '', genes) === null ? null : symbolLike(pair[2] ?? ''));
    if (five !== null && three !== null && five !== three) return { kind: 'fusion', five, three, ordered: false, breaks: null };
  }
  if (named) {
    const gene = known(words, genes);
    if (gene !== null) return { kind: 'fusion', five: gene, three: null, ordered: false, breaks: null };
  }
  return null;
}

/** Symbol; null for "any" (`v`) and "unknown" (`?`) partners; undefined when the name is no gene name at all. */
function partner(name: string, genes: GeneNames): string | null | undefined {
  if (name === 'v' || name === '?') return null;
  return known(name, genes) ?? (/^[A-Za-z][A-Za-z0-9-]*$/.test(name) ? name.toUpperCase() : undefined);
}
function known(name: string, genes: GeneNames): string | null {
  return entryOf(PARTNERS, name.toUpperCase()) ?? genes.symbol(name);
}
/** A partner that the knowledge has no model of: looks like a gene symbol and like nothing else. */
function symbolLike(name: string): string | null {
  if (!/^[A-Z][A-Z0-9]{1,9}(?:ORF\d+)?$/.test(name) || parseProtein(name) !== null) return null;
  return /^(?:ITD|TKD|MUT|WT|AMP|POS|NEG|FISH|NGS|IHC|PCR|DNA|RNA|LOSS|GAIN|DEL|INS|DUP|LOOP|HIGH|LOW|NEU)$/.test(name) ? null : name;
}
