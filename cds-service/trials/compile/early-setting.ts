/**
 * Criteria that take only disease which has not spread: "clinical stage I or II", "no evidence of distant metastases", "clinically localized". Whatever
 * else such a sentence asks, a patient with recorded metastases is not meant. Only where nothing that the trial takes in speaks of spread or relapsed
 * disease: a cohort for those would be another way in.
 */
import type { Criterion, Requirement, TrialRecord } from '../../knowledge/trials/types.ts';
import { ends } from '../criteria/deciding.ts';
import { readableText } from '../criteria/text/clean-text.ts';
import { UNREAD } from '../criteria/requirements-together.ts';
import { stagesIn } from '../criteria/disease/index.ts';
import type { CriterionText } from '../criteria/text/sections.ts';

const NOT_SPREAD: Requirement = { kind: 'not', of: { kind: 'extent', extent: 'metastatic' } };

/** @param texts the criteria's texts, in the same order */
export function withEarlySetting(
  criteria: readonly Criterion[],
  texts: readonly CriterionText[],
  { title, conditions }: Pick<TrialRecord, 'title' | 'conditions'>,
): readonly Criterion[] {
  const found = criteria.map((one, at) => {
    const text = texts[at];
    return one.kind === 'inclusion' && text !== undefined && !text.conditional && !ends(one.requirement)[0]
      ? earlySetting(readableText(text.text))
      : null;
  });
  if (found.every((one) => one === null)) return criteria;
  const takenIn = [title, ...conditions, ...texts.flatMap((one) => (one.kind === 'inclusion' ? [one.text, ...one.alternatives] : []))];
  if (takenIn.some((text) => speaksOf(text, FAR))) return criteria;
  const again = takenIn.some((text) => speaksOf(text, AGAIN));
  return criteria.map((one, at) => {
    const early = found[at] ?? null;
    return early === null || (again && !early.denied)
      ? one
      : { ...one, requirement: { kind: 'all', of: [one.requirement, early.asked, UNREAD] } };
  });
}

/** What is left to certain "no" by the sentence; null where it may take spread disease too, or speaks of the past or of some patients only. */
export function earlySetting(text: string): Early | null {
  if (text.length > 700 || OF_SOME.test(text) || ANOTHER_WAY.test(text) || speaksOf(text, FAR)) return null;
  if (DENIED.test(text) && !OF_ALL_THAT_WAS.test(text)) return { asked: NOT_SPREAD, denied: true };
  if (OF_THE_PAST.test(text) || speaksOf(text, AGAIN)) return null;
  const stages = stagesIn(text);
  if (stages.length > 0) {
    if (OTHER_STAGES.test(text) || !TUMOUR.test(text)) return null;
    const groups = [...new Set(stages.flatMap(({ requirement }) => (requirement.kind === 'stage' ? requirement.groups : ['IV'])))];
    if (groups.some((group) => group.startsWith('IV'))) return null;
    return { asked: { kind: 'any', of: [{ kind: 'stage', groups }, NOT_SPREAD] }, denied: false };
  }
  return LOCALISED.test(text) || CATEGORY.test(text) ? { asked: NOT_SPREAD, denied: false } : null;
}
/** `denied`: metastases themselves are denied, which relapsed disease in its place may fulfil. */
interface Early {
  readonly asked: Requirement;
  readonly denied: boolean;
}

/** What is denied is not taken in. */
const DENIAL = String.raw`\b(?:no|not|without|absence of|absent|free of|free from|lack of|lacking|non-?|negative for|exclud\w+|cannot|never|unless|ruled? out)\b`;
const DENIED_PHRASE = new RegExp(String.raw`${DENIAL}[^.;:]{0,90}`, 'gi');
const FAR =
  /metasta[st]|\bstages? ?(?:4|IV\b)|\bM1[a-d]?\b|\b(?:incurable|palliative|(?<!locally[- ])(?<!loco-?regionally )advanced|any stage|all stages|(?:0|I|1) ?(?:-|–|to|through) ?(?:4|IV))\b/i;
const AGAIN = /\b(?:recurrent|relapsed|recurrence|relapse|refractory|progressive|unresectable|inoperable)\b/i;
function speaksOf(text: string, what: RegExp): boolean {
  return what.test(text) && what.test(text.replace(NON_METASTATIC, ' ').replace(DENIED_PHRASE, ' '));
}
const NON_METASTATIC = /\bnon[- ]?metastatic\b|\bM0\b/gi;

const OF_SOME =
  /\b(?:if|unless|except|cohorts?|arms?|strat(?:um|a)|parts? (?:[A-Z]\b|\d)|phase (?:[12I])|one of the following|either of|any of the following|or$|allowed|permitted|(?:is|are|be) (?:also )?eligible|may (?:also )?(?:be|have|enrol))\b|\b(?:for|in) (?:those|patients|participants|subjects|individuals)\b|\b(?:patients|participants|subjects|individuals|those)\b[^.;]{0,60}\b(?:without|no)\b[^.;]{0,90}\b(?:must|should|may|will|can)\b|ULN|upper limit/i;
const OF_THE_PAST =
  /\b(?:histor(?:y|ies)|prior|previous(?!ly untreated)(?:ly)?|former|past|surviv\w+|originally|initial(?:ly)?|at (?:the time of )?(?:first |initial )?(?:diagnosis|presentation)|was|were|had|years? (?:ago|since|after)|first-degree|relatives?|family|spouse|caregivers?|partner)\b/i;
/** Ways to be included, one of which may be by disease that has not spread. */
const ANOTHER_WAY = /\bOR\b(?!.{0,3}$)|[;.] ?(?:or|and\/or)\b/;
/** A time at which there were none. */
const OF_ALL_THAT_WAS =
  /\b(?:history|originally|initial(?:ly)? (?:diagnos|present)|at (?:the time of )?(?:first |initial )?(?:diagnosis|presentation)|surviv\w+|relatives?|caregivers?)\b/i;
/** Stages of something else: of a study, of another disease. */
const OTHER_STAGES =
  /\bstages? ?(?:\d|I{1,3})(?:[ ,/&-]|and|or|\d|I)*\s*:|\b(?:kidney|renal (?:failure|insuff|disease)|CKD|heart failure|NYHA|Tanner|fibrosis|ulcer|cirrhosis|GVHD|disease stage|lympho?edema|hypertension|GOLD|thyroid|testi\w+|germ cell|seminoma|trophoblast\w*|neuroblastoma|retinoblastoma|lymphoma|leuka?emia|myeloma|CLL|SLL)\b/i;
const TUMOUR =
  /cancer|carcinoma|tumou?r|melanoma|sarcoma|neoplasm|malignan|\bAJCC\b|\bTNM\b|\bFIGO\b|\bNSCLC\b|\bPDAC\b|\bTNBC\b|disease\b/i;

/** "No definitive clinical or radiologic evidence of metastatic disease". What follows must not narrow it to an organ or a treatment. */
const DENIED =
  /\b(?:no|without|absence of|free of|lack of)\s+(?:(?:any|known|current|active|definite|definitive|clear|overt|obvious|clinical(?:ly)?|radiolog\w+|radiograph\w+|imaging|patholog\w+|objective|macroscopic|present|apparent|or|and|and\/or|other|documented|confirmed|the|signs?|evidence|presence|of|for)[ ,/]+)*(?:distant |systemic )?metasta(?:ses|sis|tic (?:disease|spread|cancer))\b(?!\s+(?:to|in|of|within|that|which|requiring|other|outside|beyond|except|setting|treatment|therapy|sites?|lesions?|involving|from|at|larger|>|bone|brain))|\bnon-?metastatic\b(?! (?:setting|site|lesion|lymph|node))/i;
const LOCALISED =
  /^\W*(?:(?:patients?|participants?|subjects?|men|women|males?|females?|adults?|with|who|have|has|having|must|an?|the|of|diagnos\w+|documented|histolog\w+|cytolog\w+|patholog\w+|biops\w+|proven|confirmed|clinically|primary|newly|untreated|invasive|and|or|unilateral|operable|resectable|surgically|resected|scheduled|for|radical|prostatectomy|organ)[ ,-]+)*(?:localized|localised|organ[- ]confined|early[- ]stage)\s+(?:\([I0-]{1,7}\)\s+)?(?:(?!(?:or|and|disease|radi|lesion|progress|recurr)\b)[\w/+-]+,?\s+){0,8}?(?:cancers?|carcinomas?|adenocarcinomas?|melanomas?|tumou?rs?|sarcomas?|NSCLC|PDAC)\b/i;
/** All three categories, the last M0: "T1-2, N0, M0". */
const CATEGORY = /\b[cp]{0,2}T(?:is|[0-4])[^.;]{0,30}\b[cp]{0,2}N[0-3X][^.;]{0,25}\b[cp]{0,2}M[0]\b(?!\s*(?:-|or|\/|,)\s*[cp]?M?[1X])/;
