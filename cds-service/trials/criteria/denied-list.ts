/** A line among the inclusions that forbids what stands beneath it: "Patients must not have any of the following:", "Not eligible for cohort A with:". */

const WHO = String.raw`(?:(?:the following |any |all |the |study |female |male |adult )*(?:patients?|participants?|subjects?|individuals?|persons?|people|candidates?|volunteers?|they|you)\b[^.:;]{0,80}?)`;
/** "… due to", "… with the following criteria": reasons and further conditions of their own. */
const PLAIN_REST = String.raw`(?:(?!\b(?:must|should|unless|except\w*|but|due to|because|if|provided|based|evidenced|with|meet|and at least|and one)\b)[^:.;]){0,120}`;
const TRIAL = String.raw`(?:this |the |our |a |any |(?:participa\w+|enrol\w*|inclusion|entry|registration) (?:in|into|on|onto|for) )*(?:study|trial|cohorts?|arms?|parts?|phase|participation|enrol\w*|inclusion|entry|group|stratum|sub-?study|module|protocol|participate|join)\b`;

const LISTS: readonly RegExp[] = [
  // "Participants must not:", "Patients must not have any of the following conditions:"
  new RegExp(
    String.raw`^\W*(?:[A-Z][A-Z -]{2,24}: )?${WHO}?\b(?:(?:must|should|may|can|shall|will|do|does) ?not|cannot)(?: (?:have|be|show|exhibit|present|possess|take|receive|participate|enrol\w*|join))?${PLAIN_REST}(?<=following\b.{0,60}|not|have|be|below|these):\s*$`,
    'i',
  ),
  // "None of the following:", "No evidence of:", "Absence of the following:"
  /^\W*(?:[A-Z][A-Z -]{2,24}: )?(?:(?:patients?|participants?|subjects?) )?(?:ha(?:s|ve|ving) |with |there (?:is|must be) )?(?:none of|no (?:evidence|history|signs?|presence|known|current|active|concurrent|clinically significant|[ ,/]|or)+ ?(?:of )?|absence of|free (?:of|from)|do(?:es)? not have|not having|without)(?: (?:any|all|either|one|of|or|more|the))*(?: (?:following|these|below)(?!.*\b(?:unless|except\w*|due to|because|and)\b)[^:.;]{0,60})?:\s*$/i,
  // "Patients are not eligible for cohort A with:", "The following patients are excluded:"
  new RegExp(
    String.raw`(?:^\W*|\b${WHO} ?)(?:(?:are|is|will be|must be|may be|being) )?(?:not (?:be )?(?:eligible|included|enrolled|permitted|allowed)|ineligible|excluded)(?: (?:are|is))?(?: (?:for|from|in|to) ${TRIAL}(?: [A-Z\d][\w, ]{0,20})?)?(?: (?:if|with|who|when|in case)\b[^:;]{0,120})?:\s*$`,
    'i',
  ),
  new RegExp(
    String.raw`\bfollowing\b[^:;]{0,80}\b(?:not (?:be )?eligible|ineligible|excluded|(?:an )?exclusion)(?: (?:for|from|in|to) ${TRIAL})?[^:;]{0,30}:?\s*$`,
    'i',
  ),
];
/** What takes back, or lists the patients who cannot be treated otherwise and are meant. */
const NOT_A_LIST = /\b(?:unless|except\w*|eligible if|only if|intensive|transplant\w*|surgery|resection|chemotherapy|standard)\b/i;
/** The negation speaks of the very list, whatever else the line says. */
const SOMEHOW =
  /\b(?:(?:must|should|may|can|will|do|does) not|cannot|none)\b(?: (?:have|be|meet|show|exhibit|receive))?(?:(?!\b(?:and|must|should|meet|are eligible)\b|[,.;:]).){0,60}\b(?:any|either|one|more|of)\b[^:]{0,20}\bfollowing\b|\bfollowing\b(?:(?!\band\b|[.;:]).){0,80}\b(?:(?:will|may|must|can|are|is) (?:not|NOT)|cannot|ineligible for (?:this|the) (?:study|trial)|excluded|exclusion)\b|\bnot eligible if any\b/i;
/** "Who does not meet the following criteria will not be enrolled", "not eligible unless all of the following are met": denied twice. */
const TWICE = /\bunless (?:all|each|every)\b|\b(?:do(?:es)?|did) not (?:meet|fulfil\w*|satisfy)\b.*\b(?:not|excluded|ineligible)\b/i;

/** `list`: what stands beneath is forbidden; `somehow`: it is not what is asked for; null: nothing is denied. */
export function deniesList(text: string): 'list' | 'somehow' | null {
  if (!/not\b|none|no |absence|free |without|ineligible|exclu/i.test(text) || TWICE.test(text)) return null;
  if (LISTS.some((pattern) => pattern.test(text))) return NOT_A_LIST.test(text) ? 'somehow' : 'list';
  return SOMEHOW.test(text) ? 'somehow' : null;
}
