/** Terms that describe a variant: Sequence Ontology, LOINC answers, SNOMED CT, and words, each led to one meaning. */
import { classInEnglish } from './class-words.ts';
import type { Classification, VariantFact, VariantKind } from '../../facts.ts';
import { entryOf } from '../../entry-of.ts';

export interface ChangeMeaning {
  readonly kind?: VariantKind;
  readonly copyChange?: NonNullable<VariantFact['copyChange']>;
  readonly expression?: NonNullable<VariantFact['expression']>;
  /** The sequence is as in the reference: nothing was found. */
  readonly wildType?: boolean;
  /** Worth nothing without coordinates or names: "copy number variation" without number. */
  readonly term: string;
}

/** The type of a change that is of the sequence and no fusion, where a fusion is what matters of the gene. */
export const SEQUENCE_CHANGE = 'sequence change';

const CHANGE_CODES: Readonly<Record<string, ChangeMeaning>> = {
  'SO:0001483': { kind: 'snv', term: 'SNV' },
  'SO:0002007': { kind: 'indel', term: 'MNV' },
  'SO:1000002': { kind: 'snv', term: 'substitution' },
  'SO:0000159': { kind: 'indel', term: 'deletion' },
  'SO:0000667': { kind: 'indel', term: 'insertion' },
  'SO:1000032': { kind: 'indel', term: 'delins' },
  'SO:0001019': { kind: 'copy-number', term: 'copy number variation' },
  'SO:0001742': { kind: 'copy-number', copyChange: 'gain', term: 'copy number gain' },
  'SO:0001743': { kind: 'copy-number', copyChange: 'loss', term: 'copy number loss' },
  'SO:0001880': { kind: 'copy-number', copyChange: 'amplification', term: 'feature amplification' },
  'SO:0001889': { kind: 'copy-number', copyChange: 'amplification', term: 'transcript amplification' },
  'SO:0001893': { kind: 'copy-number', copyChange: 'loss', term: 'transcript ablation' },
  'SO:0001565': { kind: 'fusion', term: 'gene fusion' },
  'SO:0001886': { kind: 'fusion', term: 'transcript fusion' },
  'SO:0000806': { kind: 'fusion', term: 'fusion' },
  'SO:0000199': { kind: 'fusion', term: 'translocation' },
  'SO:1000044': { kind: 'fusion', term: 'chromosomal translocation' },
  'SO:0000035': { kind: 'other', term: 'duplication' },
  'SO:1000035': { kind: 'indel', term: 'duplication' },
  'SO:1000036': { kind: 'other', term: 'inversion' },
  'SO:0002073': { wildType: true, term: 'wild type' },
  'SO:0000817': { wildType: true, term: 'wild type' },
  'LA6690-7': { kind: 'snv', term: 'substitution' },
  'LA6692-3': { kind: 'indel', term: 'deletion' },
  'LA6686-5': { kind: 'indel', term: 'duplication' },
  'LA6687-3': { kind: 'indel', term: 'insertion' },
  'LA6688-1': { kind: 'indel', term: 'insertion/deletion' },
  'LA6689-9': { kind: 'other', term: 'inversion' },
  'LA9658-1': { wildType: true, term: 'wild type' },
  /** SNOMED CT findings in `interpretation` (mCODE STU1). */
  '471281007': { kind: 'snv', term: 'point mutation' },
  '12645001': { kind: 'copy-number', copyChange: 'amplification', term: 'gene amplification' },
};

const CHANGE_WORDS: readonly (readonly [RegExp, ChangeMeaning])[] = [
  [/\bwild[ -]?typ|\bno (?:sequence )?(?:alteration|mutation|variant)|\bnot mutated|\bunmutated\b/i, { wildType: true, term: 'wild type' }],
  [
    /\bhomozygous (?:deletion|loss)|\bdeep (?:deletion|loss)|\bbi-?allelic (?:loss|deletion)|\bcomplete loss|\b(?:deletion|loss)\s?[(,]\s?(?:homozygous|bi-?allelic|deep)\b/i,
    { kind: 'copy-number', copyChange: 'deep-loss', term: 'deep deletion' },
  ],
  [
    /\bamplifi|\bhigh[- ]level[- ]gain|^\s*(?:[A-Z0-9]+\s+)?AMP\s*$/i,
    { kind: 'copy-number', copyChange: 'amplification', term: 'amplification' },
  ],
  [
    /\bcopy[- ]number (?:gain|increase)|\blow[- ]level[- ]gain|\bgene gain|\bpolysomy/i,
    { kind: 'copy-number', copyChange: 'gain', term: 'copy number gain' },
  ],
  [
    /\bcopy[- ]number loss|\bgene loss|\bwhole gene deletion|\bgene deletion|\bheterozygous loss|\bhemizygous (?:deletion|loss)/i,
    { kind: 'copy-number', copyChange: 'loss', term: 'copy number loss' },
  ],
  [
    /^\s*(?:[A-Z][A-Z0-9]{2,7}(?:\/[A-Z])? (?:gene )?)?(?:loss|lost|deleted)\s*$/i,
    { kind: 'copy-number', copyChange: 'loss', term: 'loss' },
  ],
  [/^\s*(?:gain|gained)\s*$/i, { kind: 'copy-number', copyChange: 'gain', term: 'gain' }],
  [/\bfusions?\b|\brearrange|\btranslocat|(?<!:\d{1,10})::/i, { kind: 'fusion', term: 'fusion' }],
  [/\bover-?expression|\bover-?expressed|\bhigh expression/i, { kind: 'expression', expression: 'over', term: 'overexpression' }],
  [
    /\bunder-?expression|\bunder-?expressed|\bloss of (?:protein )?expression|\bno expression|\blow expression/i,
    { kind: 'expression', expression: 'under', term: 'underexpression' },
  ],
  [/\bskipping\b|\bex14\b/i, { kind: 'other', term: 'exon skipping' }],
  [
    /\bex(?:on)?s?\s*-?\d+(?:\s*[-–]\s*\d+)?\s*(?:in-?frame )?(?:del|ins|dup)|\bin-?frame (?:deletion|insertion)|\bframe-?shift|\bitd\b|internal tandem/i,
    { kind: 'indel', term: 'indel' },
  ],
  [/\bpoint mutation|\bmissense|\bnonsense\b|\bSNV\b|\bsubstitution/i, { kind: 'snv', term: 'substitution' }],
];

export function changeMeaning(codes: readonly string[], words: readonly string[]): ChangeMeaning | null {
  for (const code of codes) {
    const found = entryOf(CHANGE_CODES, code.replace('_', ':'));
    if (found !== undefined) {
      // Sources pair the code of a substitution with the words "wild type"; the words then say what was seen.
      return words.some((word) => /^\s*wild[ -]?type\s*$/i.test(word)) ? { wildType: true, term: 'wild type' } : found;
    }
  }
  for (const word of words) for (const [pattern, meaning] of CHANGE_WORDS) if (pattern.test(word)) return meaning;
  return null;
}

/** LOINC answers of clinical significance (53037-8). */
const SIGNIFICANCE: Readonly<Record<string, Classification>> = {
  'LA6668-3': 'pathogenic',
  'LA26332-9': 'likely-pathogenic',
  'LA6669-1': 'likely-pathogenic',
  'LA26333-7': 'vus',
  'LA6682-4': 'vus',
  'LA26334-5': 'likely-benign',
  'LA6674-1': 'likely-benign',
  'LA6675-8': 'benign',
};

/** `asked`: the words stand where a class is asked for, so that "LP" or "3" is one. */
export function classificationOf(codes: readonly string[], words: readonly string[], asked = false): Classification | null {
  for (const code of codes) {
    const found = entryOf(SIGNIFICANCE, code);
    if (found !== undefined) return found;
  }
  for (const word of words) {
    const found = classificationInWords(classInEnglish(word, asked));
    if (found !== null) return found;
  }
  return null;
}

/** One-word statuses of Foundation Medicine reports; what their "unknown" means depends on the rest of the report (`reportedStatus`). */
const REPORTED_STATUS: Readonly<Record<string, Classification>> = { known: 'oncogenic', likely: 'likely-oncogenic' };

/** "Unlikely pathogenic", "insufficient evidence to call pathogenic", "Pathogenic: no", "possibly pathogenic": no class is stated. */
const CLASS_DENIED =
  /\b(?:non|not|no|unlikely|insufficient|neither|without|possibly|questionabl[ey])\b[^.;,:]{0,50}?(?:pathogenic|oncogenic|deleterious)\b|\b(?:pathogenic|oncogenic|deleterious)\b[^.;,]{0,40}:\s*no\b/;

/** "Pathogenic?", "pathogenic – to be confirmed", "formerly pathogenic", "pathogenic = false": asked, planned or over. */
const CLASS_OPEN =
  /\?[\s)]*$|^\W*\?|\bto be confirmed\b|\b(?:un|not )confirmed\b|\b(?:formerly|previously)\s+(?:likely )?(?:pathogenic|oncogenic|deleterious)\b|[=:]\s*(?:false|0)\s*$/;

function classificationInWords(text: string): Classification | null {
  const words = text.toLowerCase();
  if (CLASS_OPEN.test(words)) return null;
  if (/\bconflicting\b/.test(words)) return 'conflicting';
  const status = entryOf(REPORTED_STATUS, words.trim());
  if (status !== undefined) return status;
  if (/\b(?:uncertain|unknown) (?:clinical )?significance\b|\bvus\b|\buncertain\b/.test(words)) return 'vus';
  const likely = /\b(?:likely|presumed|probably|suspected)\b/.test(words);
  if (/\bbenign\b|\bpolymorphism\b/.test(words)) return likely ? 'likely-benign' : 'benign';
  if (CLASS_DENIED.test(words)) return null;
  if (/\boncogenic\b/.test(words)) return likely ? 'likely-oncogenic' : 'oncogenic';
  if (/\bpathogen(?:ic|e|etic)\b/.test(words)) return likely ? 'likely-pathogenic' : 'pathogenic';
  // The class as labels of PARP inhibitors write it; what a program predicts is none.
  if (/\bdeleterious\b/.test(words) && !/\b(?:predict\w*|sift|polyphen|in silico)\b/.test(words))
    return likely ? 'likely-pathogenic' : 'pathogenic';
  return null;
}
