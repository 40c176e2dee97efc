/** Lines that speak of the criterion above them, and what they do to it. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { neverCertain } from '../alternatives.ts';
import { join, UNREAD, type Side } from '../requirements-together.ts';
import { canDecide } from '../deciding.ts';

const OPENS = /^\W*(?:notes?\b|n\.?b\.?|exceptions?\b|except\b|unless\b|however\b)/i;
/** Says of some patients that they may take part. */
export const OF_WHOM =
  /^\W*(?:patients?|participants?|subjects?)\b.*\b(?:are|is|may be|will be)\s+(?:eligible|allowed|permitted|acceptable)/i;
const PERMITS = /\b(?:is|are) (?:allowed|permitted|acceptable)\b/i;

/** A line deeper than the criterion that it speaks of. */
export function isNoteBeneath(text: string): boolean {
  return OPENS.test(text) || OF_WHOM.test(text) || PERMITS.test(text);
}

/**
 * A line of the same list. "Steroids for replacement are allowed" takes back from the line above; "a live vaccine within 30 days; killed vaccines are
 * allowed" and "tuberculosis (a positive skin test is allowed)" are criteria of their own, and so is "no other cancer is allowed".
 */
export function isNoteBeside(text: string): boolean {
  if (OPENS.test(text)) return true;
  if (!PERMITS.test(text) || /^\W*no\b/i.test(text)) return false;
  const [first = ''] = text.replace(/[([][^()[\]]*[)\]]/g, ' ').split(/[.;]\s|\bnotes?\b/i);
  return PERMITS.test(first);
}

const MARK = /^\W*(?:notes?\b(?:\s*\d+)?|n\.?b\.?)[\s:.–-]*/i;
/** How and when it is measured, and that further criteria are in the protocol: nothing about this one. */
const METHOD =
  /^(?:(?:to|must|should|will|can|may) be |(?:test\w*|evaluat\w*|assess\w*|measurements?|ECGs?|triplicate \w+(?: \w+)?|results?|values?|labs?|QTcF?|CrCl|creatinine clearance)(?: \w+)? (?:(?:is|are|must|should|will) ?(?:be )?)*)?(?:performed|obtained|done|completed|calculated|measured|documented|assessed|determined|taken|used)\b[^;:]*$/i;
const FURTHER =
  /^(?:other|additional|further) (?:protocol[- ](?:defined|specified) )?(?:inclusion|exclusion|eligibility)\b.*\bappl(?:y|ies)\W*$/i;
const CONDITION =
  /\b(?:if|unless|except\w*|only|but|however|when|allow\w*|permit\w*|eligib\w*|exclu\w*|not|no|without|cohorts?|arms?|parts?)\b/i;

const PERMISSION =
  /\b(?:(?:is|are|be|remain) (?:still )?(?:potentially )?(?:allowed|permitted|acceptable|eligible|exempt|considered eligible)|may (?:still )?(?:be (?:eligible|included|enrolled|allowed|permitted)|enrol\w*|participate|qualify)|can (?:be (?:included|enrolled)|enrol\w*|participate))/i;
/** Takes out of what is counted: less shuts out; of what is asked for, more may be needed. */
const UNCOUNTED =
  /^\W*(?:exceptions?|except|unless)\b|\b(?:does|do|will|is|are) not (?:be )?(?:considered|counted?|appl(?:y|ied)|excluded|exclude|constitute|a form)\b|\bexceptions? to this\b/i;
const DEMAND =
  /\b(?:must|should|shall|need(?:s|ed)? to|ha(?:s|ve) to|requir\w+|prohibit\w*|ineligible|only|no (?:\w+ ){1,8}(?:is|are) (?:allowed|permitted)|not (?:be )?(?:allowed|permitted|eligible|acceptable|enrol\w*|includ\w*)|(?<!not (?:be )?)excluded|also|cohorts?|arms?|parts? [A-Z1-9]|phase (?:[12I]))\b/i;

type Effect = 'silent' | 'less' | 'open';

function effectOf(note: string, side: Side): Effect {
  const text = note.replace(MARK, '').trim();
  if (FURTHER.test(text) || (METHOD.test(text) && !CONDITION.test(text))) return 'silent';
  if (DEMAND.test(text)) return 'open';
  return UNCOUNTED.test(text) ? (side === 'exclusion' ? 'less' : 'open') : PERMISSION.test(text) ? 'less' : 'open';
}

/**
 * What is asked with the notes beneath: one that allows more leaves certain that who has what is asked may take part, and that who has nothing of what
 * shuts out is not shut out.
 */
export function withNotes(asked: Requirement, notes: readonly string[], side: Side): Requirement {
  if (!canDecide(asked)) return asked;
  const effects = new Set(notes.map((note) => effectOf(note, side)));
  if (effects.has('open')) return neverCertain(asked);
  return effects.has('less') ? join(side === 'inclusion' ? 'any' : 'all', [asked, UNREAD]) : asked;
}
