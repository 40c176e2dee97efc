/** Two bases at one position: "C/T", "CT", "rs9923231 C/T", "-1639G>A: A/A", "c.521T>C T/C". Strand is never assumed. */
import type { GermlineCall } from '../../../facts.ts';
import { legacyGenotype, legacyPosition } from './legacy-names.ts';
import { zygosityIn } from './named-alleles.ts';
import { NEGATED, plainSpelling } from './spelling.ts';

const BASES = /(?:^|[\s:,;=(])([ACGT])\s*(?:[/|;]\s*)?([ACGT])(?=$|[\s,;.)])/g;

const NONE: readonly string[] = [];

export function rsIdsIn(text: string): readonly string[] {
  if (!/rs\d/i.test(text)) return NONE;
  return [...new Set([...text.matchAll(/\brs\d{2,12}\b/gi)].map(([id]) => id.toLowerCase()))];
}

/** The rsID that the text states, as such or by its legacy name. */
function rsIdNamed(text: string, gene: string): string | null {
  const [id] = rsIdsIn(text);
  if (id !== undefined) return id;
  return legacyPosition(text, gene)?.rsId ?? null;
}

/** `context` is text that stands beside the value (test name), which may give the rsID. Null: not exactly one genotype. */
export function nucleotideCall(text: string, gene: string, context: string): Extract<GermlineCall, { kind: 'nucleotides' }> | null {
  const spelled = plainSpelling(text);
  if (/\b(?:not|no|negative|failed|indeterminate|or)\b/i.test(spelled)) return null;
  const legacy = legacyGenotype(spelled, gene);
  if (legacy !== null) return { kind: 'nucleotides', ...legacy };
  // Names of variants hold bases too ("-1639G>A"): they are taken out before the genotype is looked for. A number is tried from its
  // first digit only, so that a text of digits costs no more than another.
  const bare = spelled
    .replace(/\brs\d+\b/gi, ' ')
    .replace(/(?<!\d)(?:[cg]\.)?-?\d+\s*[ACGT]>[ACGT]/g, ' ')
    .trim();
  const found = [...bare.matchAll(BASES)].map(([, one = '', two = '']) => [one, two] as const);
  const [first] = found;
  if (first === undefined || found.length > 1) return null;
  const rsIds = rsIdsIn(`${text} ${context}`);
  if (rsIds.length > 1) return null;
  return { kind: 'nucleotides', rsId: rsIdNamed(`${text} ${context}`, gene), bases: [first[0], first[1]] };
}

/** "c.521T>C heterozygous", "-1639G>A: homozygous": the change by name and the number of copies in a word. */
export function zygosityCall(text: string, gene: string, context: string): Extract<GermlineCall, { kind: 'variant' }> | null {
  // "CYP2C19*2 (c.681G>A): heterozygous" asks for the allele by name; its position only repeats it.
  if (ONE_STAR.test(context)) return null;
  const spelled = plainSpelling(text);
  const position = legacyPosition(`${spelled} ${plainSpelling(context)}`, gene);
  const zygosity = zygosityIn(spelled);
  if (position === null || zygosity === null || NEGATED.test(spelled)) return null;
  const notation = [`c.${position.number}${position.ref}>${position.alt}`, position.rsId];
  if (UNCHANGED.test(spelled)) return { kind: 'variant', notation, present: false, zygosity: 'unknown' };
  return { kind: 'variant', notation, present: true, zygosity };
}

const ONE_STAR = /^[^*]*\*\s?\d{1,3}[A-Z]?(?![\d/])[^*]*$/;

/** "Homozygous normal", "hom ref", "homozygoter Wildtyp", "homozygous major": the two copies are the reference. */
export const UNCHANGED =
  /\b(?:norm(?:al[eo]?)?|ref(?:erence)?|wild[- ]?typ(?:e|us)?|wt|non-?mutated|unmutated|major|common|ancestral|non-?carrier|negative|sauvage|selvage[mn]?|silvestre|salvaje|selvaggio)\b|\bhomo?ref\b|\bhom_ref\b|(?<![\d/|])0\s?[/|]\s?0(?![\d/|])/i;
