/** Tests that ask for one allele or variant, answered by yes or no, a flag, a zygosity or a count: "HLA-B*57:01: negative", "rs4149056: 1 copy". */
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { wordings, type Concept } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import { contradicts } from '../../variant/parts/stated-presence.ts';
import { presenceInWords } from '../../variant/parts/presence-in-words.ts';
import { presenceByCode, ZYGOSITY_ANSWERS } from '../../../codes/genomics/genomics-codes.ts';
import { isTwiceTheOther, pairAnswer, PAIR_OF_NUMBERS } from '../../../codes/pair-answer.ts';
import { changesWithGenomeBuild } from '../../../codes/genomics/reference-bases.ts';
import { isChoice } from '../../../codes/something-else.ts';
import { CONTRADICTED } from '../result/genotype.ts';
import { withoutGene } from '../notation/gene-in-text.ts';
import { hlaAlleles } from '../notation/hla-alleles.ts';
import { g6pdAllelesIn } from '../notation/g6pd-names.ts';
import { zygosityIn } from '../notation/named-alleles.ts';
import { legacyPosition, withHgvsNames } from '../notation/legacy-names.ts';
import { plainSpelling } from '../notation/spelling.ts';
import { UNCHANGED } from '../notation/nucleotides.ts';
import type { Item, Said } from './item.ts';
import { entryOf } from '../../../entry-of.ts';

const FLAGS: Readonly<Record<string, string>> = { POS: 'positive', DET: 'detected', NEG: 'negative', ND: 'not detected' };

/** What the test answers: its value, yes or no as words, or the flag where there is no value. */
export function answered(item: Item): Concept {
  if (item.value?.kind === 'boolean') return { codings: [], text: item.value.value ? 'yes' : 'no' };
  // "HLA-B*57:01 copies": 1.
  if (item.value?.kind === 'quantity' && wordings(item.code).some((words) => /\b(?:copies|copy number|allele count)\b/i.test(words)))
    return { codings: [], text: `${item.value.value} ${item.value.value === 1 ? 'copy' : 'copies'}` };
  if (item.value !== null || item.noValue !== undefined) return valueConcept(item.value);
  const [flag] = item.interpretation;
  if (flag === undefined || item.interpretation.length > 1) return valueConcept(null);
  const coded = flag.codings.map(({ code }) => entryOf(FLAGS, code)).find((word) => word !== undefined);
  return coded === undefined ? flag : { codings: [], text: coded };
}

/** The laboratory's flag says that what the value names is not there: the value then repeats what was looked for, or the two disagree. */
export function isDeniedByFlag({ interpretation }: Item): boolean {
  const [flag] = interpretation;
  if (flag === undefined || interpretation.length > 1) return false;
  return (
    flag.codings.some(({ code }) => code === 'NEG' || code === 'ND') ||
    wordings(flag).some((text) => !/^normal$/i.test(text.trim()) && presenceInWords(text) === 'absent')
  );
}

/** The flag says that what the test asks for is there; "abnormal" may be said of a sample. */
export function isStatedByFlag({ interpretation, value }: Item): boolean {
  const [flag] = interpretation;
  return value !== null && interpretation.length === 1 && flag?.codings.some(({ code }) => code === 'POS' || code === 'DET') === true;
}

const CLASS = /\b(?:pathogenic|benign|uncertain significance|VUS)\b/i;
/** "VUS detected", "Benign variant detected" tell of some variant; "Detected (benign)" of the one that was asked for. */
const SOME_VARIANT =
  /\b(?:benign|VUS|uncertain (?:clinical )?significance|unknown significance|polymorphisms?|synonymous|silent|intronic)\b[^;.:]*\b(?:detected|identified|found|present|seen|positive)\b/i;
const NAMES_CHANGE = /\*\d|\brs\d|\b[cgmp]\.|\d\s?[ACGT]\s?>\s?[ACGT]\b/;
const ofSomeVariant = (text: string): boolean => SOME_VARIANT.test(text) && !NAMES_CHANGE.test(text) && presenceInWords(text) === 'present';

/** The test asks for one allele or one variant, the value says whether it is there. */
export function presenceCall(words: string, value: Concept, gene: string): Said | null {
  const said = wordings(value);
  const coded = value.codings.map(presenceByCode).find((item) => item !== undefined);
  // A class of a variant is no answer to whether an allele is there: its code was taken for another test.
  const classed = pgxGene(gene)?.naming === 'hla' && said.some((text) => CLASS.test(text));
  if (classed || (coded !== undefined && contradicts(coded, said)))
    return { call: { kind: 'no-call', why: CONTRADICTED }, text: said.join('; ') };
  if (said.some(isChoice)) return { call: { kind: 'no-call', why: 'it holds both answers' }, text: said.join('; ') };
  if (coded === undefined && said.some(ofSomeVariant))
    return { call: { kind: 'no-call', why: 'it may speak of another variant than the one tested for' }, text: said.join('; ') };
  const pair = said.map(pairAnswer).find((item) => item !== null);
  // "WT/*15:02" under the name of another allele.
  if (pair?.copies === 'mixed' && pair.named !== undefined && !words.includes(pair.named))
    return { call: { kind: 'no-call', why: 'its answer names another allele than the test' }, text: said.join('; ') };
  const answer = coded ?? said.map((text) => presenceInWords(plainSpelling(text))).find((item) => item !== null);
  const counted = copiesSaid(said);
  const mixed = pair?.copies === 'mixed';
  // "1/1" under the name of an allele may be the two copies *1.
  const twice = said.some((text) => isTwiceTheOther(text) && !(PAIR_OF_NUMBERS.test(text) && /\*\d/.test(words)));
  // A mitochondrion has no second copy of its gene: "0/1" tells of MT-RNR1 that the change is there.
  const ofPair = mixed && gene !== 'MT-RNR1' ? 'heterozygous' : null;
  const zygosity =
    ofPair ?? (twice ? 'homozygous' : undefined) ?? codedZygosity(value) ?? said.map(zygosityIn).find((item) => item !== null) ?? null;
  const unchanged =
    !mixed &&
    said.some((text) => (zygosity !== null && UNCHANGED.test(text)) || (pgxGene(gene)?.naming !== 'hla' && WHOLLY_UNCHANGED.test(text)));
  const present = mixed
    ? true
    : answer === 'absent' || unchanged || counted === 0
      ? false
      : counted !== null || answer === 'present' || zygosity !== null || yesNo(said) === true
        ? true
        : yesNo(said);
  const text = said[0] ?? '';
  if (present === null) return null;
  // The value may name the allele itself ("HLA-B*57:01 positive").
  const [allele] = [words, ...said].flatMap(hlaAlleles).filter((found) => found.gene === gene || found.gene === null);
  const copies =
    counted !== null && counted > 0
      ? { copies: counted }
      : zygosity === 'homozygous'
        ? { copies: 2 }
        : zygosity === 'heterozygous'
          ? { copies: 1 }
          : {};
  if (pgxGene(gene)?.naming === 'hla') {
    return allele === undefined || !allele.allele.includes(':')
      ? null
      : { call: { kind: 'allele-presence', allele: allele.allele, present, ...copies }, text };
  }
  const bare = withoutGene(words, gene);
  const star = [...bare.matchAll(/\*\d{1,3}[A-Z]?(?![\d/])/g)].map(([name]) => name);
  const [one] = star;
  if (one !== undefined && star.length === 1) return { call: { kind: 'allele-presence', allele: one, present, ...copies }, text };
  const spelled = withHgvsNames(bare, gene);
  const written = [...spelled.matchAll(/(?:[A-Z]{2}_\d+\.\d+:)?\b[cgm]\.[-*]?\d[\w+\-*>=_]*|\brs\d+\b/g)].map(([name]) => name);
  if (written.length === 0 && pgxGene(gene)?.naming === 'variant')
    written.push(...[...spelled.matchAll(/\bp\.[A-Z][a-z]{2}\d+[A-Z][a-z]{2}/g)].map(([name]) => name), ...g6pdAllelesIn(bare, gene));
  // The haplotype is called by its causal change (CPIC fluoropyrimidines).
  if (gene === 'DPYD' && written.length === 0 && HAP_B3.test(bare)) written.push('c.1129-5923C>G');
  const legacy = legacyPosition(bare, gene);
  const notation = legacy === null ? written : [...new Set([...written, `c.${legacy.number}${legacy.ref}>${legacy.alt}`, legacy.rsId])];
  if (notation.length === 0) return null;
  const onlyByReference = (twice || pair?.copies === 'reference') && said.every((one) => PAIR_OF_NUMBERS.test(one));
  if (onlyByReference && notation.some(changesWithGenomeBuild))
    return { call: { kind: 'no-call', why: 'which base 0 and 1 are there differs between GRCh37 and GRCh38' }, text };
  return { call: { kind: 'variant', notation, present, zygosity: zygosity ?? 'unknown' }, text };
}

/** LOINC's answers, which often come without their words; beside words that say another one they say nothing. */
function codedZygosity(value: Concept): 'heterozygous' | 'homozygous' | 'hemizygous' | 'homoplasmic' | 'heteroplasmic' | undefined {
  const [coded, ...others] = new Set(value.codings.flatMap(({ code }) => entryOf(ZYGOSITY_ANSWERS, code) ?? []));
  return others.length > 0 || wordings(value).some((text) => zygosityIn(text) !== (coded ?? null)) ? undefined : coded;
}

/** Of the change that the test names: it is not there. */
const WHOLLY_UNCHANGED = /^(?:normal|reference|wild[- ]?type|wt)\.?$/i;

const HAP_B3 = /\bhap(?:lotype)?[\s-]?B3\b/i;

/** "HLA-B*57:01 present?": Yes. Read only where the test asks for one allele or variant, which the caller makes sure of. */
function yesNo(said: readonly string[]): boolean | null {
  if (said.some((text) => /^(?:yes|y|true|carrier|\+|pos\.?)$/i.test(text.trim()))) return true;
  return said.some((text) => /^(?:no|n|false|non-?carrier|not a carrier|neg\.?)$/i.test(text.trim())) ? false : null;
}

const COPIES: Readonly<Record<string, number>> = { '0': 0, no: 0, zero: 0, '1': 1, one: 1, '2': 2, two: 2 };

/** "2 copies" of the allele that the test asks for. */
function copiesSaid(said: readonly string[]): number | null {
  const count = said
    .map((text) => /^(0|no|zero|1|one|2|two) cop(?:y|ies)(?: detected)?\.?$/i.exec(text.trim())?.[1])
    .find((one) => one !== undefined);
  return count === undefined ? null : (entryOf(COPIES, count.toLowerCase()) ?? null);
}
