/**
 * Several variants of one gene in one text: "c.1905+1G>A: G/A; c.1679T>G: T/T", "G551D, F508del", "Negative for *2A, *13, c.2846A>T".
 * Only for genes whose alleles are named by variant. Every part must be readable; otherwise the whole is left to be reported as unread.
 */
import type { GermlineCall } from '../../facts.ts';
import { pgxGene } from '../../codes/pgx/genes.ts';
import { changeWithBases, strandOf, type Strand } from './change-with-bases.ts';
import { withAMinus } from './g6pd-names.ts';
import { withoutGene } from './gene-in-text.ts';
import { withHgvsNames } from './legacy-names.ts';
import { namedAlleleCall, zygosityIn } from './named-alleles.ts';
import { harmless } from './star-alleles.ts';
import { flagsInFull, plainSpelling } from './spelling.ts';

const NAME =
  /(?:[A-Z]{2}_?\d+(?:\.\d+)?:)?\b[cm]\.[-*]?\d[\w+\-*>=]*(?:\s?\(\*\w+\))?|\*\d{1,3}[A-Z]?\b|\bHapB3\b|\brs\d+\b|\bp\.\(?[A-Za-z]{1,3}\d+[A-Za-z]{1,3}\)?/gi;
const ABSENT = /\b(?:negative|not (?:detected|present|found|identified)|absent|none (?:detected|found|of(?: the)?)|undetected|no)\b/gi;
const FILLER =
  /\b(?:normal|wild[- ]?type|tested|analy[sz]ed|examined|panel|any|these|following|for|of|the|or|and|was|were|variants?|mutations?|alleles?|detected|found|identified|present)\b/gi;

/** Null when the text is no list of variants of the gene. */
export function variantListCalls(text: string, gene: string): readonly GermlineCall[] | null {
  const naming = pgxGene(gene)?.naming;
  if (naming === 'star') return absentStars(flagsInFull(plainSpelling(withoutGene(text, gene))));
  if (naming !== 'variant') return null;
  const spelled = flagsInFull(plainSpelling(withHgvsNames(withoutGene(text, gene), gene)));
  if (gene === 'G6PD') return changesOfG6pd(spelled);
  return absentList(spelled) ?? presentList(spelled, gene);
}

/**
 * "c.202G>A, c.376A>G": changes only, since names of G6PD alleles hold commas themselves ("Kalyan-Kerala, Jamnaga, Rohini"). A zygosity
 * after the last is that of the list.
 */
function changesOfG6pd(spelled: string): readonly GermlineCall[] | null {
  const zygosity = zygosityIn(spelled);
  const parts = spelled.replace(/[\s,(]*\b(?:hemi|homo|hetero)zygous\b\)?\s*$/i, '').split(/\s*[;,]\s*|\s\+\s|\s+and\s+/);
  if (withAMinus(spelled, zygosity) !== spelled) return null;
  if (parts.length < 2 || !parts.every((part) => /^c\.\d+[ACGT]>[ACGT]$/.test(part))) return null;
  return parts.map((part) => ({ kind: 'variant', notation: [part], present: true, zygosity: zygosity ?? 'unknown' }));
}

/** Names of variants under one negation. */
function absentList(spelled: string): readonly GermlineCall[] | null {
  const names = [...spelled.matchAll(NAME)].map(([name]) => name);
  if (names.length === 0 || !new RegExp(ABSENT.source, 'i').test(spelled)) return null;
  const rest = spelled.replace(NAME, ' ').replace(ABSENT, ' ').replace(FILLER, ' ');
  // A second statement ("*2A negative, c.2846A>T positive") is no list under one negation.
  if (/\b(?:positive|hetero|homo|hemi)/i.test(spelled) || !harmless(rest)) return null;
  return names.map((name) => ({ kind: 'variant', notation: [bare(name)], present: false, zygosity: 'unknown' }));
}

/** "Negative for *2, *3A, *3B, *3C": each allele looked for and not found. */
function absentStars(spelled: string): readonly GermlineCall[] | null {
  const calls = absentList(spelled);
  if (calls === null || calls.length < 2) return null;
  return calls.flatMap((call) => {
    const [name = ''] = call.kind === 'variant' ? call.notation : [];
    return /^\*\d{1,3}[A-Z]?$/i.test(name) ? [{ kind: 'allele-presence' as const, allele: name.toUpperCase(), present: false }] : [];
  });
}

function presentList(spelled: string, gene: string): readonly GermlineCall[] | null {
  const parts = spelled
    .split(/[;,\n]|\s\+\s|\band\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return null;
  const strands = new Set(parts.flatMap((part) => strandOf(part) ?? []));
  const [strand] = strands;
  const known: Strand | null = strands.size === 1 && strand !== undefined ? strand : null;
  const calls = parts.map((part) => changeWithBases(part, '', known) ?? absentList(part)?.[0] ?? single(part, gene));
  if (!calls.every((call) => call !== null)) return null;
  // Three named variants and no word on any of them: what a panel looks for, rather than what was found.
  const bare = calls.length > 2 && calls.every((call) => call.kind === 'variant' && call.present && call.zygosity === 'unknown');
  return bare && !/\b(?:detected|positive|found|identified|present|carrier)\b/i.test(spelled) ? null : calls;
}

function single(part: string, gene: string): GermlineCall | null {
  if (part.includes('/')) return null;
  const call = namedAlleleCall(part, gene, null);
  if (call?.kind !== 'single-allele') return call?.kind === 'variant' ? call : null;
  const notation = call.haplotype.units.map((unit) => unit.written ?? unit.allele);
  return { kind: 'variant', notation, present: true, zygosity: 'unknown' };
}

const bare = (name: string): string => name.replace(/^[A-Z]{2}_?\d+(?:\.\d+)?:/, '').replace(/\s?\(\*\w+\)$/, '');
