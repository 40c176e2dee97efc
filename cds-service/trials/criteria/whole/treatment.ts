/** Whole criteria about earlier treatment, lines, wash-out, brain metastases, other malignancies. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { neverCertain } from '../alternatives.ts';
import { join, type Side } from '../requirements-together.ts';
import type { ReadingContext } from '../atom.ts';
import { WASHOUT_READER } from './washout.ts';
import { WINDOW, type Given } from '../treatment/therapy-items.ts';
import { oneOf, treatmentList, type TreatmentList } from '../treatment/list.ts';
import { BRAIN_READER } from './brain.ts';
import { LINES_READER } from './lines.ts';
import { MALIGNANCY_READER } from './malignancy.ts';
import type { WholeReader } from './reader.ts';

/** Words before the list: whom it is asked of, that it was given, and whether it is denied. */
const WHOM = String.raw`(?:(?:the |all |any )?(?:patients?|participants?|subjects?|individuals?|persons?|adults?|those|women|men|candidates?)(?: (?:who|that|with|whom))?\s+)?`;
const MODAL = String.raw`(?:(?:must|should|shall|may|can|will|is|are|was|were|has|have|had|having|be|been|to have|also|either|previously|ever|already|currently|recently|not|never|no)\s+)*`;
const GIVEN = String.raw`(?:(?:known |documented |past |medical |any |a |an |the |recent )*(?:(?:prior|previous|earlier|past|concurrent|current|ongoing|concomitant|active|recent)(?: (?:or|and|and\/or|\/) (?:prior|previous|current|concurrent|ongoing|recent))?\s+)*(?:(?:history|receipt|receiving|received|receive|treated|treatments?|therap(?:y|ies)|exposure|exposed|use|used|using|administration|undergone|undergoing|taken|taking|given|had|initiation|started?|na(?:i|ï)ve)(?: (?:of|with|to))?(?: (?:prior|previous|any|a|an|the|other|either))*\s+)*)`;
const LEAD = new RegExp(String.raw`^\W*${WHOM}${MODAL}${GIVEN}`, 'i');
const NEGATED = /\b(?:not|never|no|without|na(?:i|ï)ve)\b/gi;
const PAST =
  /\b(?:prior|previous(?:ly)?|earlier|past|history|receipt|received|exposure|exposed|undergone|taken|given|had|ever|started?|naive|naïve)\b/i;
/** These speak of what has been where nothing says that it goes on. */
const SOMETIME = /\b(?:treated|treatments?|therap(?:y|ies))\b/i;
const NOW = /\b(?:concurrent|current(?:ly)?|ongoing|concomitant|active|receiving|undergoing|taking|using)\b/i;
/** The lines speak of what comes, of what a treatment did, or of what is allowed. */
const OTHER_MATTER =
  /\b(?:allerg\w*|hypersensitiv\w*|contraindicat\w*|candidates?|eligible|ineligible for|plans?|planned|planning|intend\w*|scheduled|will|toxicit\w*|adverse|side effects?|reactions?|intoleran\w*|indicated|appropriate|suitable|recover\w*|anticipat\w*|expected|requir\w*|need\w*|refus\w*|declin\w*|wish\w*|agree\w*|naive|naïve|unable|inadequate|insufficient|vaccin\w*|CYP\w*|complications?|wound|candidacy)\b/i;
const ALLOWS =
  /\b(?:allowed|permitted|permissible|acceptable|eligible|may (?:have|be|enrol|participate)|can (?:have|be|enrol|participate)|not required|are not excluded|is not excluded|will be considered|not exclusionary)\b/i;

/** "Within protocol specified intervals": a time, and nobody says which. */
const UNTOLD_TIME = /\bwithin (?:the |an? )?(?:[a-z]+[- ]){0,3}(?:intervals?|time ?frames?|windows?|periods?)\b(?! of\b)/i;

const TREATED: WholeReader = {
  needs: [
    'prior', 'previous', 'receiv', 'treat', 'within', 'history', 'undergone', 'exposure', 'current', 'concurrent', 'had ', 'since', 'elapsed', 'therapy', '≤', '<',
  ], // prettier-ignore
  read: readTreated,
};

function readTreated(text: string, side: Side, context: ReadingContext): Requirement | null {
  if (text.length > 700 || /[:]\s|\bcohorts?\b|\barms?\b|\bparts? [A-Z1-9]\b|\bphase (?:[12I]|[1I]b)|\b(?:if|when)\b/i.test(text))
    return null;
  if (UNTOLD_TIME.test(text)) return null;
  const lead = LEAD.exec(text)?.[0] ?? '';
  const rest = text.slice(lead.length);
  const [sentence = ''] = rest.split(/[.;]\s+(?=[A-Z])/);
  const exception = /\b(?:except|unless|excluding|other than|exception)\b/i.exec(sentence);
  const main = exception === null ? sentence : sentence.slice(0, exception.index);
  if (OTHER_MATTER.test(lead) || OTHER_MATTER.test(upToTime(main)) || (ALLOWS.test(main) && side === 'inclusion')) return null;
  const negations = lead.match(NEGATED)?.length ?? 0;
  if (negations > 1) return null;
  const denied = negations === 1;
  // "Has not received" among exclusions may be meant either way; "must not have received" may not.
  if (denied && side === 'exclusion' && !/\b(?:must|should|may|can) not\b/i.test(lead)) return null;
  const now = NOW.test(lead);
  const past = PAST.test(lead) || (!now && SOMETIME.test(lead));
  if (/\b(?:may|can)\b(?! not)/i.test(lead)) return null;
  const base: Given = now && !past ? { current: true } : {};
  // What is to stop before the trial, or must not go on during it, is no fact of the record.
  const planned = /\b(?:concurrent|concomitant)\b/i.test(lead) && !past;
  const list = treatmentList(rest, context, base);
  if (list === null || (!past && !now && !list.windowed)) return null;
  if (planned && !list.windowed) return null;
  if (side === 'exclusion') return excluding(list);
  if (denied) return { kind: 'not', of: excluding(list) };
  return including(list, text);
}

/** Up to the first time that is named: what follows a comma or an "or" behind it is another matter of its own. */
function upToTime(text: string): string {
  WINDOW.lastIndex = 0;
  const window = WINDOW.exec(text);
  WINDOW.lastIndex = 0;
  if (window === null) return text;
  const end = window.index + window[0].length;
  return /^\s*(?:,|;|,? or\b)/i.test(text.slice(end)) ? text.slice(0, end) : text;
}

/** Any of them excludes; "A and B" without a time may mean both. */
function excluding(list: TreatmentList): Requirement {
  const one = oneOf(list);
  return list.members.length > 1 && list.and && !list.or && !list.windowed ? neverCertain(one) : one;
}

/** "Must have received A and B": both; a time within which it was given, and what follows it, stay open. */
function including(list: TreatmentList, text: string): Requirement | null {
  if (list.windowed || list.more || /\b(?:no|not|without|never)\b/i.test(text)) return null;
  const [only] = list.members;
  if (list.members.length === 1 && only) return only;
  if (list.and && list.or) return null;
  return list.and ? join('all', list.members) : list.or ? join('any', list.members) : null;
}

export const WHOLE_TREATMENT: readonly WholeReader[] = [BRAIN_READER, MALIGNANCY_READER, LINES_READER, WASHOUT_READER, TREATED];
