/**
 * Values that say two things: "G12D detected; G12C not detected", "Codon 12 mutation detected (G12D). No mutation in codon 61." Taken as one
 * sentence the negation would swallow the finding, so that each part is read by itself.
 */
import type { Presence } from '../../../facts.ts';
import { presenceInWords } from '../parts/presence-in-words.ts';

export interface SpokenPart {
  readonly text: string;
  readonly presence: Presence | null;
}

const SENTENCES = /[;\n]|\.(?=\s|$)/;
/** "L858R, VAF 0%", "Detected, 0.05 % (LoD 0.1 %)": how much of it was seen belongs to what stands before. */
const MEASURED = /[;,]\s*(?=(?:VAF|AF|MAF|(?:variant )?allele (?:frequency|fraction))\b|[<>~≈]?\s?\d{1,3}(?:[.,]\d+)?\s?%)/gi;
const CLAUSES = /,\s+|(?<!\s)\s+(?:but|and|whereas|while)\s+|(?<!\s)\s+(?=without\s)/;
/** "without T790M", "no C797S", "unmutated TKD", "NRAS negative", "TP53 R175H": a statement of its own, to which what stands before it does not belong. */
const OWN_STATEMENT =
  /^(?:and )?(?:no|not|without|lacks?|lacking)\b.*[A-Z]\d{1,4}|^(?:no|without)\b|^(?:un|non-?)mutated\s+\w|^(?![A-Z]\d+[A-Z*](?![A-Za-z0-9]))[A-Z][A-Z0-9]{2,7}\b(?=\s|:)/;

/** "No exon 19 deletion, L858R or T790M detected" is one statement. */
const NO_LIST = /^\s*(?:no|none of)\b(?!.*\b(?:but|however|except)\b).*,.*\b(?:detected|identified|found|seen|present|observed)\b\W*$/i;

/** Clauses of a sentence; one without a word for presence belongs to the next ("T790M, not detected"), the last to the one before. */
function clausesOf(sentence: string): readonly string[] {
  if (NO_LIST.test(sentence)) return [sentence];
  const clauses: string[] = [];
  let open: string[] = [];
  let names = false;
  for (const clause of sentence.split(CLAUSES).filter((one) => one !== '')) {
    if (names && OWN_STATEMENT.test(clause)) {
      clauses.push(open.splice(0).join(', '));
      names = false;
    }
    open.push(clause);
    names ||= isFinding(open.join(', '));
    if (presenceInWords(clause) === null) continue;
    clauses.push(open.join(', '));
    open = [];
    names = false;
  }
  const [last = ''] = open;
  if (OWN_STATEMENT.test(last) && isFinding(last)) clauses.push(open.splice(0).join(', '));
  if (open.length > 0) clauses.push([...clauses.splice(-1), ...open].join(', '));
  return clauses;
}

/** "Not detected (KRAS G12C present)": what stands in brackets with its own answer is a statement of its own. */
const IN_BRACKETS = /\(([^()]{0,80}[A-Z]\d{1,4}[^()]{0,80}\b(?:present|detected|found|positive|absent|negative)\b[^()]*)\)/g;
/** "Detected (KRAS negative)", "(no T790M)", "(negative for T790M)". */
const DENIED_IN_BRACKETS =
  /\(((?:[A-Z][A-Z0-9]{1,7}(?:[/,]? ?(?:and )?[A-Z][A-Z0-9]{1,7}){0,4}\s?:?\s(?:negative|not detected|wild[- ]?type)|(?:[Nn]o|[Nn]egative for) (?:p\.)?[A-Z]\d{1,4}[A-Z*])\s?)\)/g;

/** A finding named without a word for its presence: "p.G12D", "exon 19 deletion". */
const FINDING =
  /\bp\.\S|\bc\.\S|(?<![A-Za-z0-9])[A-Z]\d{1,4}(?:[A-Z*]|fs|del|dup|_)|\bexon\s?\d+\s+(?:del|ins|dup|skip)|\bfusion\b|\bamplif/;

/** "ITD (66 bp)", "internal tandem duplication, length 45 bp": what was measured in bases was found. */
const SIZED =
  /\b(?:[IP]TD|(?:tandem |internal |partial )*(?:duplication|insertion|deletion))\b[\s,;:=(]{0,3}(?:(?:length|size|of|with|~|ca\.?)[\s:=]{0,2}){0,2}[1-9]\d{0,4}(?:\s?[-–]\s?\d{1,4})?\s?-?(?:bp|nt|kb|bases?(?: pairs?)?|nucleotides?|aa|amino acids?|codons?)\b/i;
const isFinding = (text: string): boolean => FINDING.test(text) || SIZED.test(text);

/**
 * The parts, when at least one says "found" and another "not found" or "not to be told", or each denies a change of its own; null for a value that says
 * one thing.
 * @param unclear words that nobody knows: a change beside them may be one that was not found
 */
export function spokenParts(said: readonly string[], unclear: (text: string) => boolean): readonly SpokenPart[] | null {
  const parts = said
    .map((text) => text.replace(MEASURED, ' ').replace(IN_BRACKETS, '; $1').replace(DENIED_IN_BRACKETS, '; $1'))
    .flatMap((text) => text.split(SENTENCES))
    .flatMap(clausesOf)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text): SpokenPart => {
      const presence = presenceInWords(text);
      const named = isFinding(text) || /\bmutat(?:ed|ion)\b/i.test(text);
      if (presence === null) return { text, presence: named && !unclear(text) ? 'present' : null };
      // "Mutations are detected with a sensitivity of 1 %" tells of the assay, not of the patient.
      return { text, presence: presence === 'present' && !isFinding(text) && text.split(/\s+/).length > 4 ? null : presence };
    });
  const says = (presence: Presence) => parts.some((part) => part.presence === presence);
  const eachDenied = parts.length > 1 && parts.every(({ text, presence }) => presence === 'absent' && DENIED_CHANGE.test(text));
  return eachDenied || (says('present') && (says('absent') || parts.some(isOpenOfChange))) ? parts : null;
}

/** "T790M not detected": one change and its answer. */
const DENIED_CHANGE =
  /^(?:p\.)?(?:[A-Z]\d{1,4}[A-Z*]|exon \d{1,2} (?:deletion|insertion|skipping)s?)(?: ?\([^()]{1,40}\))? (?:not detected|negative|absent)\W*$/i;

/** "T790M equivocal", "G719X cannot be assessed" beside what was found. */
export const isOpenOfChange = ({ text, presence }: SpokenPart): boolean =>
  (presence === 'indeterminate' || presence === 'no-call') && isFinding(text);
