/** What a line of an eligibility text governs: the list below it, for everybody or for some, as conditions, alternatives, examples or exceptions. */
import { deniesList } from '../denied-list.ts';

export type CriterionSide = 'inclusion' | 'exclusion';

/**
 * How the lines under a line are meant. `plain`: each for itself. `either`: one is enough. `examples`: one of these or something like them is enough.
 * `narrowed`: what the line above says is asked as well. `cohort`, `special`: not of everybody, or not clear of whom. `exception`: they take back.
 * `denied`: they are forbidden.
 */
export type ListMode = 'plain' | 'either' | 'examples' | 'narrowed' | 'cohort' | 'special' | 'exception' | 'denied';

const QUALIFIER = String.raw`(?:(?:key|main|major|general|selected|additional|other|subject|patient|participant|study|principal|basic|core|common|overall|specific)\s+){0,3}`;
const HEADING = new RegExp(
  String.raw`^\W*(?:\d+[.)]\s*)?(?:the\s+)?${QUALIFIER}(inclusion|exclusion)s?\b(?:\s+criteri(?:a|on))?(?:\s*(?:include[sd]?,?(?: but (?:are |is )?not limited to)?(?:,? the following)?|are(?: as follows)?|for (?:all|both) (?:patients|participants|subjects|phases|arms|parts|cohorts)))?\W*$`,
  'i',
);
/** "Inclusion criteria for cohort 5", "Additional exclusion criteria, part B": named criteria of something; "eligible for surgery" is a criterion. */
const NAMED_CRITERIA =
  /\b(?:(?:inclusion|exclusion|eligibility)\b.*\bcriteri(?:a|on)\b|criteri(?:a|on) for (?:inclusion|exclusion|eligibility))|^\W*(?:\d+[.)]\s*)*(?:(?:key|additional|main|specific|treatment|step \d)\s+)*(?:inclusions?|exclusions?)\b/i;
const BEGINS =
  /^\W*(?:\d+(?:\.\d+)*[.)]?\s*)?(?:[\w/-]+,? ){0,5}(?:inclusion|exclusion|eligibility) criteri(?:a|on)\b(?! (?:is|are|was|were|must|should|has|have|will|may|not|above|below|listed|\d))/i;
/** "Criteria for confirmation of continuing eligibility": asked again later, of those who are in. */
const LATER =
  /^\W*(?:\d+(?:\.\d+)*[.)]?\s*)?(?:additional |eligibility )?(?:criteria|requirements) (?:for|to) (?:confirm\w*|continu\w*|re-?treat\w*|retreatment|extension|extend\w*|lympho\w*|infusion|apheresis|leuk\w*|re-?dos\w*|cross\w*|optional)\b/i;
const OF_SOME =
  /\b(?:for|cohorts?|arms?|parts?|phase|groups?|donors?|healthy|controls?|caregivers?|procurement|treatment|registration|vaccin\w+|specific|stratum|strata|sub-?stud(?:y|ies)|sub-?protocols?|modules?|steps?|escalation|expansion|lead-in|volunteers?|population)\b/i;

const EVERYBODY =
  /\b(?:all|both|each|every|common to)\s+(?:of\s+)?(?:the\s+|study\s+|other\s+)*(?:patients?|participants?|subjects?|individuals?|cohorts?|arms?|parts?|phases?|groups?|dose levels?|strata|treatment)\b|(?<=criteria )(?:for (?:the )?(?:patients|participants|subjects)(?= include)|\(for entire time period|will be assessed within)/i;
const BOTH_PHASES =
  /\b(?:all|both|common to|shared)?\s*(?:study )?(?:phases? (?:I|1)[abc]?(?: ?(?:,|and|&|\+|\/) ?(?:phases? )?(?:I|1)[abc])? ?(?:and|&|\+|\/) ?(?:phases? )?(?:II|2)[abc]?|both phases? (?:I|1)a and (?:phase )?(?:I|1)b|dose[- ]escalation and (?:dose[- ])?expansion)(?: (?:cohorts?|parts?|phases?))?(?![\w,])/i;
const PLAIN_WORDS =
  /\b(?:entire time period|include[sd]?|will be assessed within \d+ (?:days|weeks) of starting study treatment|to be met|for|in|of|to|the|key|main|major|general|additional|inclusion|exclusion|eligibility|criteria|criterion|applying|applicable|applies|apply|common|and|both|all|must|have|meet|be|only|following|as|follows|parts?|cohorts?|arms?|phases?|participants?|patients?|subjects?|stud(?:y|ies)|unless otherwise (?:specified|noted|stated))\b|[^a-z]/gi;

/** "For all participants:", "Inclusion criteria common to both phases": as if nothing were said. */
function ofEverybody(text: string): boolean {
  for (const pattern of [EVERYBODY, BOTH_PHASES])
    if (pattern.test(text) && text.replace(pattern, ' ').replace(PLAIN_WORDS, '') === '') return true;
  return false;
}

const WHO = String.raw`(?:a |an |all |the |each |any |potential |prospective |study )*(?:patients?|participants?|subjects?|individuals?|volunteers?|veterans?|candidates?|persons?|(?:he|she|they|you|he\/she))`;
const SENTENCE_HEADINGS: readonly RegExp[] = [
  // To be eligible for this study, patients must meet all of the following criteria:
  new RegExp(
    String.raw`^\W*(?:in order )?(?:to be|for)\s+(?:considered )?(?:eligible|eligibility|included|inclusion|enrolled|enrol?lment)\b[^.;:]{0,80}?,?\s*${WHO}\s+(?:must|should|will|has to|have to|needs? to|cannot|can not|may not)\b[^.;:]{0,60}:?\s*$`,
    'i',
  ),
  // Participants are eligible to be included in the study only if all of the following criteria apply:
  new RegExp(
    String.raw`^\W*${WHO}\s+(?:are|is|will|will be|may be|must be|can be|should|should be)\s+(?:considered )?(?:not )?(?:be )?(?:eligible|ineligible|included|enrolled|excluded|entered|enter)\b[^.;:]{0,70}\b(?:if|when|who)\b[^.;:]{0,60}\b(?:following|below|criteria|appl(?:y|ies))\b[^.;:]{0,40}:?\s*$`,
    'i',
  ),
  // Patients eligible for this study must not meet any of the following criteria:
  new RegExp(
    String.raw`^\W*${WHO}(?: eligible for (?:this |the )?(?:study|trial|inclusion|participation|study participation)(?: in (?:this|the) (?:study|trial))?)?\s+(?:must|should|have to|has to|need to|will|cannot|can not|may not)\b(?: be excluded (?:from [\w ]{0,30} )?if(?: they| he\/she)?)?(?: not)? (?:meet|fulfil?l?|satisfy|have)s?\b(?: (?:all|any|each|one|of|or more|the|these|to be eligible)){0,6}\s*(?:inclusion |exclusion |eligibility |entry )*(?:following|below|criteria)\b[^.;:]{0,90}:?\s*$`,
    'i',
  ),
  // You are not eligible if:
  new RegExp(
    String.raw`^\W*${WHO}\s+(?:are|is|will|may|can|must|should|cannot|can not)(?: be)?(?: considered)?(?: not)?(?: be)?(?: able to)?\s+(?:eligible|ineligible|included|enrolled|excluded|qualify|participate|take part|join)\b[^.;:]{0,70}\bif\b[^.;:]{0,30}:\s*$`,
    'i',
  ),
  // Patients with any of the following will not be included in the study:
  new RegExp(
    String.raw`^\W*${WHO} (?:with|who (?:have|has|meets?)|having|meeting) (?:any|one(?: or more)?|either) of (?:the )?following(?: criteria| conditions| characteristics)? (?:(?:are|is|will be|must be|should be) (?:excluded|ineligible|not eligible)|(?:will|must|should|may|can) not be (?:included|enrolled|eligible)|(?:are|is) not (?:eligible|permitted))\b[^.;:]{0,60}:?\s*$`,
    'i',
  ),
  /^\W*the following (?:inclusion |exclusion |eligibility )?(?:criteria|conditions) (?:must|should|have to|need to) (?:all )?be (?:met|fulfilled|satisfied)\b[^.;:]{0,60}:?\s*$/i,
];
const EXCLUDES =
  /\b(?:excluded|ineligible|exclusion|(?:not|cannot|can not|may not) (?:be )?(?:able to )?(?:eligible|included|enrolled|enter|permitted|meet|fulfil|have|qualify|participate|take part|join)|(?:must|should|may) not\b)/i;

/** A sentence that opens a list of criteria and says of nobody in particular. */
export function opensCriteria(given: string): CriterionSide | null {
  // "Participants will be ineligible if they meet any of the exclusion criteria below. Additional criteria are specified in …"
  const text = /^([^.:;]*\b(?:criteria|following)(?: (?:listed |given )?below)?)\.(?:\s+[A-Z][^]*)?$/.exec(given)?.[1] ?? given;
  if (!/criteri|following|below|appl|eligib|inclu|enrol/i.test(text) || !SENTENCE_HEADINGS.some((pattern) => pattern.test(text)))
    return null;
  return EXCLUDES.test(text) ? 'exclusion' : 'inclusion';
}

/** Takes shown text, which ends in no white space. */
export function endsInColon(text: string): boolean {
  return text.trimEnd().endsWith(':');
}

/** Without one of these a line starts no section; most lines hold none. */
const OF_CRITERIA = /clusion|criteri|requirement|eligib|excluded/i;

/** "Patients not eligible for the study", "Reasons for exclusion": nothing but whom a list takes, or why not. */
const WHOM_OR_WHY =
  /\b(?:reasons?|conditions?|causes?|grounds?|criteri(?:a|on)|for|of|the|this|study|trial|patients?|participants?|subjects?|who|are|will|be|not|cannot|eligible|ineligible|excluded|exclusion|inclusion|from|to|in|participat(?:e|ion)|enrol?l?ment|if|following|as|follows)\b|[^a-z]/gi;
/** "Non-inclusion criteria", "Ineligibility": what excludes, under another name. */
function sectionInPlainWords(text: string): string {
  if (!/non|elig|reject|exclu|for inclusion/i.test(text)) return text;
  if (text.length < 90 && !/\d/.test(text) && text.replace(WHOM_OR_WHY, '') === '')
    return /exclu|inelig|not|cannot/i.test(text) ? 'Exclusion criteria:' : 'Inclusion criteria:';
  return text
    .replace(/\bnon[- ]?(?:inclusion|eligibility)\b/i, 'exclusion')
    .replace(/^\W*(?:ineligibility|rejection)(?: criteri(?:a|on))?\W*$/i, 'Exclusion criteria:')
    .replace(/^\W*eligibility(?: criteri(?:a|on))?\W*$/i, 'Inclusion criteria:');
}

/** A line that starts a section; `some`: its criteria hold for a cohort, a part or a group. */
export function sectionOf(line: string, bullet: boolean): { readonly side: CriterionSide; readonly some: boolean } | null {
  if (!OF_CRITERIA.test(line)) return null;
  const text = bullet ? line : sectionInPlainWords(line);
  const opened = opensCriteria(text);
  const side = opened ?? (/exclusion|ineligib|not (?:be )?eligible/i.test(text) ? 'exclusion' : 'inclusion');
  if (HEADING.test(text)) return { side, some: false };
  if (LATER.test(text) && text.length < 220 && !/[.;]$/.test(text)) return { side: 'inclusion', some: true };
  const both = /inclusion/i.test(text) && /exclusion/i.test(text);
  if (both || text.length >= 160 || /[.;]$/.test(text) || !NAMED_CRITERIA.test(text)) return null;
  const colon = endsInColon(text);
  const begins = BEGINS.test(text);
  // Within a list, only what begins or ends like a heading is one.
  if (!begins && (text.length >= 110 || (bullet && !colon && !/criteria\W*$/i.test(text)))) return null;
  if (!begins && !colon && /\b(?:must|should|is|are|was|were|has|have|will|may|not)\b/i.test(text)) return null;
  return { side, some: !ofEverybody(text) && opened === null && OF_SOME.test(text) && !FIRST_SECTION.test(text) };
}

/** Steps that everybody passes before anything else is done: "Procurement Inclusion Criteria", "Step 0 (pre-registration) exclusion criteria". */
const FIRST_SECTION =
  /^(?![^:]*\b(?:cohorts?|arms?|parts?|groups?|phases? (?:[12]|I)|genotyping|continu\w+|[2-9]|randomi[sz]ation)\b)\W*(?:(?:inclusion|exclusion|eligibility) criteria (?:for|at|in) (?:the )?)?(?:procurement|pre-?screening|screening|1st screening|pre-?registration|study entry|enrol?lment|step (?:0|1|zero|one)|(?:inclusion|exclusion) criteria will be assessed within)\b/i;
/** "Step 0:", "Study entry:" above a list. */
const FIRST_STEPS =
  /^\W*(?:(?:pre-?)?screening|(?:pre-?)?registration|study entry|enrol?lment|step (?:0|1|zero|one)|procurement|serology)(?: (?:criteria|eligibility|phase|requirements|inclusion|exclusion)){0,2}\s*:\W*$/i;
/** Sections for other people than the patients, or for those who are in already. */
const NOT_AT_ENTRY =
  /\b(?:donors?|healthy|controls?|caregivers?|volunteers?|interviews?|surveillance|follow-?up|vaccin\w+|genetic|bronchoscopy|informants?|clinicians?|food|continu\w+|confirm\w*|re-?treat\w*|proceed|maintenance|cross-?over|extension|extend\w*|lympho\w*|infusion|apheresis|re-?dos\w*|optional|population|minors?|some of the patients)\b/i;
/** How the heading of a section of some is called where a criterion under it is shown; null for those of others. */
export function sectionName(text: string): string | null {
  return NOT_AT_ENTRY.test(text) ? null : text;
}

/** "LOW-RISK STRATUM: …", "Additional Criteria for the Everolimus Combination (Arm B)": what a part of the patients is asked. */
const OF_A_PART =
  /^\W*(?!(?:all|both|each|every|age|sex|patient|blood)\b)(?:[\w/-]+ ){1,4}(?:cohorts?|arms?|stratum|strata|groups?|sub-?stud(?:y|ies))(?: [\w.]{1,3})?(?: (?:only|patients|participants))?\s*(?::|[-–—] )|^\W*(?:(?:additional|specific|further|supplementa\w+|key|main)\s+)*(?:(?:inclusion|exclusion|eligibility)\s+)?criteria (?:for|of|in) (?!all\b|both\b|each\b|every\b)[^:]{0,240}\b(?:combinations?|cohorts?|arms?|parts?|phases?|groups?|stratum|strata|monotherapy)\b/i;
const COHORT =
  /^\W*(?:for\s+)?(?:the\s+)?(?:sub-?)?(?:dose[- ](?:escalation|expansion|confirmation)|cohorts?|arms?|parts?|groups?|phase|stratum|strata|segment|module|expansion|monotherapy|combination|patients? only|re-?registration|step|caregivers?|donors?|controls?|healthy (?:volunteers?|controls?|participants?)|clinicians?|disease category|retreatment|crossover|maintenance)\b/i;
const NAME = String.raw`(?:dose[- ](?:escalation|expansion|optimi[sz]ation|finding)|phases?|cohorts?|arms?|parts?|modules?|strat(?:um|a)|groups?|steps?|escalation|expansion)`;
const BARE = new RegExp(
  String.raw`^\W*(?=.{0,40}\b${NAME}\b)(?:(?:${NAME}|all|both|each|for|and|or|only|the|of|study|portion|treatment|participants|patients|subjects|[ivx]{1,3}[ab]?|[a-h]|\d[a-z]?)\b\W*)+$`,
  'i',
);
/** A line that is nothing but the name of a cohort or a phase. */
export function cohortAlone(text: string): 'cohort' | 'everybody' | null {
  if (text.length > 80 || !BARE.test(text)) return null;
  return ofEverybody(text) ? 'everybody' : 'cohort';
}
/** Everybody passes the first step. */
const FIRST_STEP = /^\W*step (?:0|1|zero|one)\b(?![^:]*\b(?:cohort|arm|part|group|phase)\b)/i;
const EITHER =
  /\b(?:(?:at least |any )?one (?:or more )?of the following|any of the following|either of the following|one of the (?:below|criteria)|at least (?:one|1) criterion|(?:one|1) or more criteria|either)\b[^.]*:?\s*$/i;
/** "Tumor type:", "Patients with the following cancer types:": one of them. */
const TYPES =
  /^\W*(?:eligible |allowed |permitted |specific )*(?:(?:(?:tumou?r|cancer|disease|histolog(?:y|ic|ical)|patholog(?:y|ic|ical)) ?(?:sub)?(?:types?|histolog(?:y|ies)|diagnos[ie]s)|histolog(?:y|ies))(?: (?:allowed|eligible|included?))?):\s*$|\bfollowing (?:[\w/-]+ ){0,5}(?:malignanc\w+|cancers?|(?:tumou?r|cancer) (?:sub)?types?|histolog\w+|tumou?rs?|lymphomas?|sarcomas?)\s*:\s*$/i;
const EXAMPLES =
  /\b(?:includ(?:e|es|ing)|such as|e\.g\.?)(?:,? but (?:are |is )?not limited to)?(?:,? (?:any|one)(?: of)?)?(?:,? the following)?\W*:\s*$/i;
/** A heading under which every line stands for itself, as if there were none. */
const PLAIN_HEADING =
  /\b(?:criteria|eligib\w+|inclusion|exclusion|exclud\w+|adequate|acceptable|sufficient|functions?|laborator\w+|lab|values|tests?|parameters|requirements?|characteristics|following|below|ha?ematolog\w+|renal|hepatic|liver|kidney|marrow|coagulation|chemistry|general|disease|diagnosis|performance|age|demographics?|as follows|defined)\b|^\W*(?:all )?(?:patients|participants|subjects)\s*(?:must|should)?\s*(?:have|be|meet)?\s*:\s*$/i;
const TOPIC_HEADING =
  /^\W*(?:(?:prior|previous|concomitant|concurrent|significant|other|specific) )*(?:(?:anti-?cancer|systemic|medical|medication|cardiovascular|cardiac|neurologic(?:al)?|pulmonary|infectious|gastrointestinal|psychiatric) )*(?:therap(?:y|ies)|treatments?|medications?|conditions?|disorders?|comorbidit(?:y|ies)|disease|history|infections?)(?: (?:criteria|requirements|restrictions))?\s*:\s*$/i;
/** "Patients with adequate organ function as defined below:" asks for it. */
const ORGANS =
  /\b(?:adequate|inadequate|acceptable|sufficient|insufficient|impaired)\b[^:]{0,60}\b(?:functions?|reserve|parameters|values|laborator\w+)\b[^:]{0,60}:\s*$/i;
/** "Treatment with any of the following:" says nothing that its lines do not say. */
const PLAIN_EXCLUSIONS =
  /^\W*(?:(?:an?|any|all|one|more|at|least|or|and|subjects?|patients?|participants?|individuals?|who|with|of|the|to|by|are|is|have|has|had|having|been|receipt|received|receiving|prior|previous|treatment|treatments|treated|therapy|therapies|exposure|medications?|drugs?|anti-?cancer|anti-?tumou?r|systemic|following|below|listed|conditions?|cardiac|cardiovascular|criteria)\b[\s,:]*)+$/i;
const SPECIAL_HEADING =
  /\b(?:if|males?|females?|wom[ae]n|men|wocbp|patients with|participants with|subjects with|those with|who (?:are|have|had)|history|treatment with|therap(?:y|ies)|received|medications?|surgery|after|post-?menopausal|menopaus\w+|module|step|crossover|optional|retreatment|continu\w+|response|progressi\w+|measurable|lesions?|high[- ]risk|risk|considered|indications?|definition|relapse|note)\b|\bfor (?:patients|participants|subjects|those)\b/i;
/** What stands beneath is an exception; beneath an exclusion, what is allowed. */
const EXCEPTED = /except|unless|excluding|other than/i;
const ALLOWED =
  /\b(?:permitted|allowed|exempt|acceptable|(?<!not )eligible|not (?:be )?exclu\w+|does not apply|do not apply|may (?:be|enroll|participate))\b/i;

/** What is only advised shuts nobody out. */
const ADVICE =
  /\b(?:it is (?:suggested|recommended|advised)|(?:are|is) (?:discouraged|not recommended|to be avoided if possible)|use[d]? with caution|caution (?:is|should))\b/i;

/** "Any of the following within 6 months:" asks for the time as well; values of the laboratory are always recent. */
const WINDOW_ABOVE =
  /[≤<]\s*(?:\d{1,3}|one|two|three|four|six|twelve)[ -]?(?:days?|weeks?|months?|years?)\b|\b(?:within|in|during|over)\b[^:]{0,40}\b(?:\d{1,3}|one|two|three|four|six|twelve)[ -]?(?:days?|weeks?|months?|years?)\b|\b(?:past|last|previous|preceding) (?:\d{1,3}|one|two|three|four|six|twelve)? ?(?:days?|weeks?|months?|years?)\b|\d+ (?:days|weeks|months|years) (?:of|prior|before)\b/i;

/** @param numbered the line has a bullet or number of its own: what stands beneath it is its list, with a colon or without */
export function listMode(text: string, side: CriterionSide, numbered = false): ListMode {
  const mode = modeOf(text, side);
  const inTime =
    side === 'exclusion' && (mode === 'plain' || mode === 'either') && (numbered || endsInColon(text)) && WINDOW_ABOVE.test(text);
  return inTime && !/\b(?:laborator\w+|lab|values|functions?|parameters)\b/i.test(text) ? 'narrowed' : mode;
}

function modeOf(text: string, side: CriterionSide): ListMode {
  const heading = endsInColon(text);
  if (heading && (ofEverybody(text) || opensCriteria(text) === side)) return 'plain';
  if (heading && /^\W*all (?:cohorts|arms|parts|phases|groups)\b/i.test(text)) return 'cohort';
  const denied = side === 'inclusion' ? deniesList(text) : null;
  if (denied === 'list') return 'denied';
  if (heading && (EXCEPTED.test(text.slice(-90)) || (side === 'exclusion' && ALLOWED.test(text.slice(-110))))) return 'exception';
  if (FIRST_STEPS.test(text)) return 'plain';
  if ((COHORT.test(text) || OF_A_PART.test(text)) && !FIRST_STEP.test(text)) return 'cohort';
  const special = (): boolean => SPECIAL_HEADING.test(withoutTiming(text));
  if (denied !== null) return 'special';
  if (EITHER.test(text) && !(side === 'exclusion' && special())) return 'either';
  if (heading && side === 'exclusion' && PLAIN_EXCLUSIONS.test(text)) return 'plain';
  if (side === 'exclusion' && ADVICE.test(text)) return 'special';
  if (!heading) return 'plain';
  if (side === 'inclusion' && TYPES.test(text)) return 'either';
  if (TOPIC_HEADING.test(text) || (ORGANS.test(text) && !/\bfor (?:patients|participants|subjects|those)\b|\bif\b/i.test(text)))
    return 'plain';
  if (EXAMPLES.test(text) && !/\b(?:if|when)\b/i.test(text)) return side === 'exclusion' ? 'narrowed' : special() ? 'special' : 'examples';
  return special() || !PLAIN_HEADING.test(text) ? 'special' : 'plain';
}

/** "Adequate organ function within 14 days before the first dose of study treatment:" is as plain as without the time. */
function withoutTiming(text: string): string {
  return text.replace(
    /,?\(?\b(?:within|≤|at|prior to|before)\b[^:;()]*?\b(?:first dose|start|initiation|enrol?lment|registration|randomi[sz]ation|screening|study|treatment|therapy|cycle 1)\b[^:;()]*\)?/gi,
    ' ',
  );
}
