/**
 * Criteria that nothing in a chart answers and that are settled when patient and physician meet: consent, will and ability, language, custody, the
 * physician's own judgement. Asked only of texts in which nothing else was recognised.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { gate, openedBy } from './text/needles.ts';

const NEEDED = gate([
  'able', 'abili', 'inabil', 'willing', 'capab', 'capac', 'refus', 'prison', 'incarcer', 'english', 'spanish', 'detain', 'guardian', 'consent', 'assent',
  'contracep', 'condom', 'sperm', 'birth control', 'investigator', 'physician', 'complian', 'comply', 'cooperat', 'adhere', 'custody', 'involuntar',
]); // prettier-ignore
const ACT = String.raw`(?:compl(?:y|iance|iant|ete)|consent|assent|follow\w*|adher\w+|understand\w*|cooperat\w+|participat\w+|attend|return|travel|swallow|take (?:oral|pills|tablets|capsules|study)|read|speak|write|communicat\w+|answer|respond|fill|undergo|lie|protocol|procedures?|requirements?|study|visits?|schedules?|questionnaires?|instructions?|interview|survey|device)`;
const WILL = new RegExp(
  String.raw`^\W*(?:(?:the |all |any )?(?:patients?|participants?|subjects?|individuals?|persons?|those|adults?|parents?|guardians?|caregivers?|women|men)\b[\w ,/()-]{0,40}? )?(?:(?:who|that|is|are|has|have|be|must|should|will|may|demonstrated|stated|not|physically|mentally|cognitively|legally|with|or|and|and\/or|an|a|the) )*(?:(?:un|in)?(?:able|ability|capable|capacity)|(?:un|not )?willing(?:ness)?|refus(?:al|es?|ing)|agree(?:s|ment)?)\b[^.;]{0,160}\b${ACT}\b`,
  'i',
);
const CUSTODY =
  /\bprisoners?\b|\bincarcerat|\binvoluntar\w+ (?:detain|incarcerat|commit|hospitali)|\bin custody|\bdetained\b|\b(?:legal )?guardianship\b|\bvulnerable (?:population|group|person)|\bunder (?:legal|court) protection/i;
const LANGUAGE =
  /\b(?:non-?)?(?:english|spanish|french|german|dutch|chinese|mandarin|korean|japanese)\b[\w -]{0,30}\b(?:speak\w*|read\w*|literate|fluen\w*|language|proficien\w*)|\b(?:speak\w*|read|fluent|proficient|proficiency|understand) (?:[\w/]+ ){0,3}(?:english|spanish|french|german|dutch)|\bnon-?english\b|^\W*english\b/i;
const CAPACITY =
  /\b(?:legal|decision(?:al)?[- ]?making|decisional|mental) (?:in)?capacity|\b(?:legally|mentally) (?:in)?(?:competent|capable|capacitated)|\bimpaired decision/i;
const JUDGED =
  /^\W*(?:(?:has|have|had|presence|history|of|or|current|evidence|with|patients?|participants?|subjects?|who|is|are) )*any (?:other |serious |severe |concurrent |medical |clinical |psychological |acute |chronic |and\/or |or |uncontrolled |significant |clinically )*(?:conditions?|illness(?:es)?|issues?|reasons?|circumstances?|factors?|diseases?|disorders?|findings?|abnormalit\w+)\b[^.;]*\b(?:investigator|physician|opinion|judge?ment|interfere|prevent|preclude|jeopardi[sz]e|risk|unsuitable|inappropriate|compromise|confound)/i;

const CHART =
  /\b(?:gastrointestinal|absor\w+|diseases? (?!status)|disorders?|toxicit\w*|CYP\w*|inhibitors?|inducers?|discontinue|surg\w+|chemotherap\w*|resect\w*|radiation|radiother\w*|transplant\w*|infection|metasta\w*|tumou?rs?|lesions?|prior therapy|progress\w*|refractory|immunosuppress\w*|steroids?|anticoag\w*)\b|\bor (?:do|does|has|have|with|who|history)\b|[≥≤<>]/i;

/** True: nobody can look it up, and it decides nothing about what a chart says. */
export function settledAtTheVisit(text: string, asked: Requirement): boolean {
  if (asked.kind !== 'unread' || text.length > 420 || !openedBy(text).has(NEEDED)) return false;
  // Something of the chart stands beside it.
  if (CHART.test(text) || (text.match(/(?:^|\s)\(?(?:\d|[a-z]|i{1,3})[.)]\s/g) ?? []).length > 1) return false;
  if (asked.ask === 'contraception' || asked.ask === 'informed consent')
    return text.length < 260 && !/\b(?:received|treated|treatment since|history of|diagnosis)\b/i.test(text);
  const [first = '', ...further] = text.split(/[.;]\s+(?=[A-Z])/);
  if (further.some((one) => /\b(?:mg|mL|ULN|within \d|history of|grade)\b/i.test(one))) return false;
  return (
    WILL.test(first) || CUSTODY.test(first) || LANGUAGE.test(first) || CAPACITY.test(first) || (JUDGED.test(first) && further.length === 0)
  );
}
