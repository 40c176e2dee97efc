/**
 * Several variants of one gene in one text: "c.1905+1G>A: G/A; c.1679T>G: T/T", "G551D, F508del", "Negative for *2A, *13, c.2846A>T".
 * Only for genes whose alleles are named by variant. Every part must be readable; otherwise the whole is left to be reported as unread.
 */
import type { GermlineCall } from '../../../facts.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { changeWithBases, strandOf, type Strand } from './change-with-bases.ts';
import { answeredEach, bareName, NAME, type Answered } from './answered-list.ts';
import { withAMinus } from './g6pd-names.ts';
import { withoutGene } from './gene-in-text.ts';
import { withHgvsNames } from './legacy-names.ts';
import { namedAlleleCall, zygosityIn } from './named-alleles.ts';
import { harmless } from './star-alleles.ts';
import { flagsInFull, plainSpelling } from './spelling.ts';

const NAMES = new RegExp(NAME.source, 'gi');
const ABSENT = /\b(?:negative|not (?:detected|present|found|identified)|absent|none (?:detected|found|of(?: the)?)|undetected|no)\b/gi;
/** The small words of such a list in German, French, Spanish, Italian, Portuguese and Dutch: our own translations of words that turn nothing round. */
const IN_OTHER_LANGUAGES = [
  'de[srnlm]?|du|d|les?|l[ao]s?|delle|de[gl]li|della|dei|die|der|von|van|et|y|e|und|en|parmi|entre|tra|unter|wurden?',
  'varianten?|variantes?|varianti|mutationen|mutaciones|mutazioni|muta[çc][õo]es|mutaties|all[eè]les|alelos?|alleli|allelen?',
  'recherch[ée]e?s|[ée]tudi[ée]e?s|test[ée]e?s|analys[ée]e?s|estudiad[ao]s|analizad[ao]s|buscad[ao]s|ricercat[ei]|analizzat[ei]',
  'untersuchten?|getesteten?|analysierten?|onderzochte|geteste',
].join('|');
const FILLER = new RegExp(
  String.raw`(?<!\p{L})(?:normal|wild[- ]?type|tested|analy[sz]ed|examined|studied|panel|any|these|following|for|of|the|or|and|was|were|variants?|mutations?|alleles?|detected|found|identified|present|${IN_OTHER_LANGUAGES})(?!\p{L})`,
  'giu',
);
/** "Aucun des variants", "keine der Varianten", "ninguna de las variantes": "none of the". */
const NONE_OF =
  /(?<!\p{L})(?:aucune?(?: des)?|keine[sr]? (?:der|von)|geen (?:van de|der)|ningun[ao] de l[ao]s|nessun[ao] (?:delle|de[gl]li|dei)|nenhum[a]? d[ao]s)(?!\p{L})/giu;

/** Null when the text is no list of variants of the gene. */
export function variantListCalls(text: string, gene: string): readonly GermlineCall[] | null {
  const naming = pgxGene(gene)?.naming;
  if (naming === 'star') {
    const spelled = flagsInFull(plainSpelling(withoutGene(text, gene)));
    return absentStars(spelled) ?? answeredStars(spelled);
  }
  if (naming !== 'variant') return null;
  const spelled = flagsInFull(plainSpelling(withHgvsNames(withoutGene(text, gene), gene)));
  if (gene === 'G6PD') return changesOfG6pd(spelled);
  return absentList(spelled) ?? answeredChanges(spelled) ?? presentList(spelled, gene);
}

/** Only lists that say of each name, or of all, whether it was found: in a running text two names alone may be what was looked for. */
export function answeredListCalls(text: string, gene: string): readonly GermlineCall[] | null {
  const naming = pgxGene(gene)?.naming;
  if (naming === 'star') return variantListCalls(text, gene);
  if (naming !== 'variant') return null;
  const spelled = flagsInFull(plainSpelling(withHgvsNames(withoutGene(text, gene), gene)));
  const absent = absentList(spelled);
  return absent !== null && absent.length > 1 ? absent : answeredChanges(spelled);
}

/**
 * "c.202G>A, c.376A>G": changes only, since names of G6PD alleles hold commas themselves ("Kalyan-Kerala, Jamnaga, Rohini"). A zygosity
 * after the last is that of the list.
 */
function changesOfG6pd(spelled: string): readonly GermlineCall[] | null {
  const zygosity = zygosityIn(spelled);
  const parts = spelled.replace(/[\s,(]*\b(?:hemi|homo|hetero)zygous\b\)?\s*$/i, '').split(/\s*[;,]\s*|\s\+\s|\s+and\s+/);
  if (withAMinus(spelled, zygosity) !== spelled) return null;
  if (parts.length < 2 || !parts.every((part) => /^c\.\d+[ACGT]>[ACGT]$/.test(part))) return answeredChanges(spelled);
  return parts.map((part) => ({ kind: 'variant', notation: [part], present: true, zygosity: zygosity ?? 'unknown' }));
}

/** Names of variants under one negation. */
function absentList(written: string): readonly GermlineCall[] | null {
  const spelled = written.replace(NONE_OF, 'none of the');
  const names = [...spelled.matchAll(NAMES)].map(([name]) => name);
  if (names.length === 0 || !new RegExp(ABSENT.source, 'i').test(spelled)) return null;
  const rest = spelled.replace(NAMES, ' ').replace(ABSENT, ' ').replace(FILLER, ' ');
  // A second statement ("*2A negative, c.2846A>T positive") is no list under one negation.
  if (/\b(?:positive|hetero|homo|hemi)/i.test(spelled) || statesPresence(spelled) || !harmless(rest)) return null;
  return names.map((name) => ({ kind: 'variant', notation: [bareName(name)], present: false, zygosity: 'unknown' }));
}

/** "m.1555A>G detected, m.1494C>T not detected": of a name that is said to be there; "no *2, *3 or *4 detected" and "none of … found" say the opposite. */
function statesPresence(spelled: string): boolean {
  const sentences = spelled.replace(NAMES, 'NAME').split(/[.;\n]/);
  return sentences.some((sentence) => {
    const affirmed = /\b(?:detected|found|identified|present)\b/i.exec(sentence.replace(DENIED, ''));
    return affirmed !== null && !/\b(?:no|none)\b/i.test(sentence.replace(DENIED, '').slice(0, affirmed.index));
  });
}

const DENIED = /\bnot (?:detected|present|found|identified)\b|\bnone (?:detected|found)\b/gi;

/** Each change with its own answer. */
function answeredChanges(spelled: string): readonly GermlineCall[] | null {
  return (
    answeredEach(spelled)?.map((one): GermlineCall => {
      if (one.answer === 'no-call') return notCalled(one);
      return { kind: 'variant', notation: [one.name], present: one.answer === 'present', zygosity: one.zygosity };
    }) ?? null
  );
}

/** Each star allele with its own answer. */
function answeredStars(spelled: string): readonly GermlineCall[] | null {
  const answered = answeredEach(spelled);
  if (answered === null || !answered.every(({ name }) => /^\*\d{1,3}[A-Z]?$/i.test(name))) return null;
  return answered.map((one): GermlineCall => {
    if (one.answer === 'no-call') return notCalled(one);
    const allele = one.name.toUpperCase();
    if (one.answer === 'absent') return { kind: 'allele-presence', allele, present: false };
    const copies = one.zygosity === 'heterozygous' ? 1 : one.zygosity === 'homozygous' ? 2 : undefined;
    return { kind: 'allele-presence', allele, present: true, ...(copies === undefined ? {} : { copies }) };
  });
}

const notCalled = ({ name }: Answered): GermlineCall => ({ kind: 'no-call', by: 'laboratory', why: `no call for ${name}` });

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
