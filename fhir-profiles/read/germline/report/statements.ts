/** What one sentence of a report states of the genes it names. */
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { GermlineCall } from '../../../facts.ts';
import { pgxGenesIn, withoutGene } from '../notation/gene-in-text.ts';
import { genotypeInText } from '../notation/genotype-text.ts';
import { hlaAlleles, hlaCall, hlaLoci } from '../notation/hla-alleles.ts';
import { hlaStatements } from '../notation/hla-statements.ts';
import { isGrade } from '../result/mentioned.ts';
import { fits, phenotypeCall, phenotypeOfGene } from '../result/phenotype.ts';
import { harmless, starAlleleCall } from '../notation/star-alleles.ts';
import { answeredListCalls } from '../notation/variant-list.ts';
import { wildTypeOfGene } from '../notation/wild-type.ts';
import { entryOf } from '../../../entry-of.ts';

export interface Statement {
  readonly gene: string;
  readonly call: GermlineCall;
  /** The part of the sentence that is about the gene. */
  readonly part: string;
}

/** Words by which what stands behind one gene may belong to another. */
const SHARED = /\b(?:respectively|neither|nor|both|either|between|combin\w*|versus|vs)\b/i;

/**
 * What a sentence states of its genes. Of several genes only when each stands in a part of its own with a statement of its own
 * ("CYP2C19 poor metabolizer (*2/*3) and CYP2D6 normal metabolizer"); else nothing, because it cannot be told which belongs to which.
 */
export function statementsIn(sentence: string): readonly Statement[] {
  const [gene, ...more] = genesOf(sentence);
  if (gene === undefined) return [];
  if (more.length === 0) {
    const calls = (answeredListCalls(sentence, gene) ?? callsIn(sentence, gene)).map((call) => ({ gene, call, part: sentence }));
    return calls.length > 0 ? calls : typingIn(sentence);
  }
  if (SHARED.test(sentence)) return [];
  if ([gene, ...more].every(isHla)) {
    const calls = [gene, ...more].map((one) => callsIn(sentence, one).map((call) => ({ gene: one, call, part: sentence })));
    return calls.every((of) => of.length > 0) ? calls.flat() : typingIn(sentence);
  }
  const parts: string[] = [];
  for (const part of sentence.split(/[,;]\s+|\s+(?:and|but)\s+/i)) {
    if (parts.length > 0 && pgxGenesIn(part).length === 0) parts[parts.length - 1] += `, ${part}`;
    else parts.push(part);
  }
  const stated = parts.map((part) => {
    const [own, ...others] = pgxGenesIn(part);
    return own === undefined || others.length > 0 ? [] : callsIn(part, own).map((call) => ({ gene: own, call, part }));
  });
  const genes = new Set(stated.flatMap((calls) => calls.map((one) => one.gene)));
  return stated.some((calls) => calls.length === 0) || genes.size < parts.length ? [] : stated.flat();
}

/** The genes of a sentence, and those of which it names HLA alleles by their locus alone. */
export function genesOf(sentence: string): readonly string[] {
  const typed = hlaAlleles(sentence).flatMap(({ gene, allele }) =>
    gene !== null && pgxGene(gene) !== null && allele.includes(':') ? [gene] : [],
  );
  return [...new Set([...pgxGenesIn(sentence), ...typed])];
}

const isHla = (gene: string): boolean => pgxGene(gene)?.naming === 'hla';

function callsIn(sentence: string, gene: string): readonly GermlineCall[] {
  if (isHla(gene)) {
    const calls = hlaStatements(sentence, gene) ?? [];
    return calls.every(({ kind }) => kind === 'allele-presence') ? calls : [];
  }
  // "Poor metabolizers of CYP2C19 …" is said of people.
  const phenotype = /metaboli[sz]ers\b/i.test(sentence) ? null : phenotypeOfGene({ codings: [], text: sentence }, gene);
  const graded = phenotype !== null && phenotype !== 'disagree' && fits(phenotype, gene) ? [phenotypeCall(phenotype, gene)] : [];
  const naming = pgxGene(gene)?.naming;
  if (naming !== 'star') {
    const bare = bareCalls(sentence, gene);
    // Of DPYD a lack is read from a sentence; that nothing was found need not mean that all was looked for.
    return bare.length > 0 || gene !== 'DPYD'
      ? bare
      : graded.filter((call) => call.kind === 'phenotype' && /^(?:poor|intermediate) /i.test(call.term));
  }
  const calls: GermlineCall[] = [];
  const pair = /\*\s?\d{1,3}[A-Z]?(?:\.\d{3})?(?:x\w+)?\s?\/\s?\*\s?\d{1,3}[A-Z]?(?:\.\d{3})?(?:x\w+)?/g;
  const pairs = [...withoutGene(sentence, gene).matchAll(pair)].map(([written]) => written);
  const [only] = pairs;
  if (only !== undefined && pairs.length === 1 && !/\bor\b|\bnot\b/i.test(sentence)) {
    const call = starAlleleCall(only, gene);
    if (call?.kind === 'diplotype') calls.push(call);
  }
  return calls.length + graded.length > 0 ? [...calls, ...graded] : bareCalls(sentence, gene);
}

/** Alleles, changes, places and bases; a score. */
const NOTATION =
  /\*\s?\d{1,3}[A-Z]?(?:\.\d{3})?(?:x\w+)?|\b[cm]\.[-*]?\d[\w+\->*]*|\brs\d+|-?\d{2,5}\s?[ACGT]\s?>\s?[ACGT]|(?<![\w.])-\d{2,5}\b|(?<![A-Za-z])[ACGT]\s?\/?\s?[ACGT](?![A-Za-z])|\b(?:hemizygous|wild[- ]type|deficient|deficiency|variable)\b|[/()]/g;
/** "(Normal Metabolizer)", "(Normal)", "- NM" behind a genotype. */
const GRADE_BEHIND =
  /\s*[-–,:(]*\s*\b(?:(?:likely |possible )?(?:normal|intermediate|poor|rapid|ultra-?\s?rapid|extensive)(?: metaboli[sz]er)?|NM|IM|PM|EM|RM|UM)\s*\)?\s*$/i;
const HYPERTHERMIA = /\bmalignant hyperthermia(?: susceptib(?:ility|le))?\b|\bMHS\b/i;
/** What the gene's changes lead to, by CPIC's name of the phenotype: beside the change it says the same once more. */
const TRAITS: Readonly<Record<string, RegExp>> = {
  'MT-RNR1': /\bincreased risk of aminoglycoside[- ]induced (?:hearing loss|deafness|ototoxicity)\b/i,
  RYR1: HYPERTHERMIA,
  CACNA1S: HYPERTHERMIA,
};

/** What VKORC1's pair means for warfarin, behind it. */
const SENSITIVITY =
  /\s*\((?:high|low|normal|moderate|intermediate|increased|decreased|reduced) (?:warfarin )?sensitivity(?: to warfarin)?\)/i;
const FOUND = /\b(?:detected|identified|positive|present)\b/i;

/** "This individual is homozygous for …", "The patient carries …". */
const ABOUT_PATIENT = /^(?:this|the) (?:individual|patient|person|subject) (?:is|has|carries|was found to be|tested)\s/i;

/**
 * A sentence that is a result and nothing else, as if the gene were the name of the test and the rest its value: "DPYD *1/*2A (Intermediate
 * Metabolizer)", "VKORC1 -1639 AA", "DPYD: NM", "DPYD wild type". One allele alone may be what was looked for.
 */
function bareCalls(sentence: string, gene: string): readonly GermlineCall[] {
  const whole = withoutGene(sentence, gene)
    .replace(SENSITIVITY, ' ')
    .replace(/^[\s:=–-]+(?!\d)|[\s.;,]+$/g, '')
    .replace(ABOUT_PATIENT, '')
    .replace(/^(?:the )?(?:genotype|diplotype|phenotype|result)s?(?: is)?[\s:=]+/i, '');
  const trait = entryOf(TRAITS, gene)?.exec(whole)?.[0];
  if (whole === '' || !harmless(whole.replace(trait ?? '', ' ').replace(NOTATION, ' '))) return [];
  const wild = wildTypeOfGene(whole, gene, [gene]);
  if (wild !== null) return [wild];
  const calls: GermlineCall[] = [];
  const genotype = genotypeInText(whole.replace(GRADE_BEHIND, ''), gene, { beside: gene, glString: false, zygosity: null });
  if (genotype !== null && (isWhole(genotype, whole) || (trait !== undefined && genotype.kind === 'variant' && genotype.present)))
    calls.push(genotype);
  const grade = phenotypeOfGene({ codings: [], text: /[*\d]/.test(whole) ? (GRADE_BEHIND.exec(whole)?.[0] ?? '').trim() : whole }, gene);
  if (grade !== null && grade !== 'disagree' && fits(grade, gene)) calls.push(phenotypeCall(grade, gene));
  return calls;
}

function isWhole(call: GermlineCall, written: string): boolean {
  if (call.kind === 'variant') return call.present && (call.zygosity !== 'unknown' || FOUND.test(written));
  return call.kind === 'diplotype' || call.kind === 'nucleotides';
}

const TYPING =
  /^(?:the |final |patient'?s )*HLA[\s-]*(?:class I{1,2}\s*)?(?:[ABC]|D[PQR][AB]?\d?)?\s?(?:typing|types?|genotyp(?:e|es|ing))(?: results?)?(?:\s*\([^()*]*\))?\s*[:=–-]?\s*(?=(?:HLA-?)?[A-D][A-Z]*\d?\*)/i;

/** "HLA typing: A*02:01, A*31:01; B*07:02, B*57:01": the alleles carried, by locus. */
function typingIn(sentence: string): readonly Statement[] {
  const listed = sentence.replace(TYPING, '');
  if (listed === sentence || hlaStatements(listed, 'HLA-B') !== null) return [];
  const genes = [...new Set(hlaAlleles(listed).map(({ gene }) => gene))];
  const loci = hlaLoci(listed) ?? (genes.length === 1 ? new Map([[genes[0] ?? '', listed]]) : null);
  if (loci === null) return [];
  const stated = [...loci].flatMap(([gene, written]) => {
    const call = pgxGene(gene) === null ? null : hlaCall(written, gene, false);
    return call === null ? [] : [{ gene, call, part: sentence }];
  });
  return stated.length < [...loci.keys()].filter((gene) => pgxGene(gene) !== null).length ? [] : stated;
}

/** A statement with nothing beside it that could mean another person, another time or people in general. */
export function isPlainlySaid({ gene, call, part }: Statement): boolean {
  if (isHla(gene)) return true;
  return call.kind === 'phenotype' ? isGrade(part) : harmless(withoutGene(part, gene).replace(NOTATION, ' '));
}
