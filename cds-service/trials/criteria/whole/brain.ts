/** Brain, CNS and leptomeningeal metastases: asked for, excluded, excluded where active, allowed where treated. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { neverCertain } from '../alternatives.ts';
import { join, UNREAD, type Side } from '../requirements-together.ts';
import type { WholeReader } from './reader.ts';
import { everyMatch } from '../text/every-match.ts';

const ORGAN = String.raw`(?:brain|cerebral|intra-?cranial|CNS|central nervous system(?: \(CNS\))?|intracerebral)`;
const SPREAD = String.raw`(?:metasta[a-z]+|mets)`;
const MENINGES = String.raw`(?:(?:lepto-?meningeal|meningeal|leptomeninges)(?: (?:disease|metasta[a-z]+|carcinomatosis|involvement|spread|tumou?rs?|seeding|dissemination))?(?: \(LMD\))?|carcinomatous meningitis|meningeal carcinomatosis)`;
const BRAIN = String.raw`(?:${ORGAN}(?:(?:,? (?:and\/or|or|and) |\/|, )(?:${ORGAN}|lepto-?meningeal|meningeal|spinal cord|other CNS))*[ -]${SPREAD}(?: (?:disease|lesions?|tumou?rs?|involvement))?|${SPREAD}(?: disease)? (?:to|in|of|involving) (?:the )?${ORGAN}(?: or meninges)?|metastatic (?:brain|CNS|central nervous system(?: \(CNS\))?) (?:disease|lesions?|tumou?rs?|involvement)|metastatic (?:disease|involvement|spread) (?:to|in|of|involving) (?:the )?${ORGAN})`;
const ANY = new RegExp(String.raw`\b${BRAIN}`, 'i');
const ITEM = new RegExp(String.raw`\b(?:(${BRAIN})|(${MENINGES}))\b`, 'gi');

export const BRAIN_READER: WholeReader = { needs: ['metast', 'mets'], read };

/** "Active", "untreated", "symptomatic": a record seldom says so; only without any such metastases is it certain. */
const QUALIFIED =
  /\b(?:active(?:ly)?|symptomatic|asymptomatic|untreated|treated|unstable|stable|uncontrolled|controlled|progressi(?:ve|ng|on)|progressed|growing|enlarging|new|unresolved|requir\w+|need\w*|clinically|significant|irradiated|measurable|large\w*|small|bulky|suspected|multiple|steroids?|neurologic\w*|unless|except\w*|without|stability|recent|newly|within|outside|other than|associated|causing|hemorrhagic|resected|previous(?:ly)?|only|eligible|allowed|permitted|provided|edema|symptoms?)\b|[≥≤<>\d]/i;
/** Words that change nothing beside the metastases. */
const SILENT =
  /\b(?:patients?|participants?|subjects?|individuals?|persons?|those|who|with|have|has|had|having|known|any|a|an|the|history|of|or|and|and\/or|evidence|clinical|radiographic|radiological|radiologic|radiologically|radiographically|imaging|documented|confirmed|detected|diagnosed|diagnosis|diagnoses|current|currently|presence|existing|present|are|is|be|being|been|to|by|on|in|as|from|this|trial|study|clinical|excluded|should|must|will|ineligible|not|eligible|for|either|parenchymal|MRI|CT|magnetic|resonance|computed|tomography|scans?|baseline|screening|at|time|their|disease|cancer|tumou?r)\b/gi;
/** Why they are left out. */
const REASON =
  /,?\s*\b(?:because of|because|due to|since|as (?:these|they)|given) (?:their|the|these|they|of)?\b[^.;]*(?:prognosis|neurologic|dysfunction|confound|adverse events|evaluation)[^.;]*/gi;
const ALLOWED =
  /\b(?:are|is|may|can|will) (?:also |still |be )*(?:eligible|allowed|permitted|acceptable|included|include|enrol\w*|participate|considered|permissible)\b|\b(?:eligible|allowed|permitted|permissible|acceptable)\b/i;
const NOT_ALLOWED = /\b(?:not (?:be )?(?:eligible|allowed|permitted)|ineligible|excluded)\b/i;

function read(text: string, side: Side): Requirement | null {
  if (!ANY.test(text) || text.length > 1_200) return null;
  if (
    /\b(?:cohorts?|arms?|phase [1I2]|part [A-Z1-9]\b|cannot be (?:\w+ )?(?:excluded|ruled out)|inability|surgery \(|surgical|craniotomy|anticoag\w*|LMWH|life expectancy|MRI is required|scans? (?:of the brain )?(?:is|are) required)\b/i.test(
      text,
    )
  )
    return null;
  return side === 'exclusion' ? excluded(text) : included(text);
}

const BRAIN_METASTASES: Requirement = { kind: 'brain-metastases' };
const OPEN: Requirement = { kind: 'unread', ask: 'whether brain metastases are active, treated and stable' };
const QUALIFIED_METASTASES: Requirement = { kind: 'all', of: [BRAIN_METASTASES, OPEN] };
const MENINGEAL: Requirement = { kind: 'condition', name: 'leptomeningeal disease' };

/** The first sentence excludes, the others take out; a list may name other things that exclude as well. */
function excluded(text: string): Requirement | null {
  if (/^\W*(?:and|or)\b/.test(text)) return null;
  const asked = excludedFirst(text);
  // A further sentence may exclude as well: then the absence of metastases is not enough.
  return asked !== null && mayExcludeMore(text) ? join('any', [asked, UNREAD]) : asked;
}

const ABOUT_THEM =
  /\b(?:brain|CNS|central nervous|metasta\w+|leptomening\w*|steroids?|corticosteroids?|imaging|MRI|neurolog\w*|radiograph\w*|asymptomatic|stable|stability|irradiat\w+|radiosurgery|elapsed|local therapy|radiotherapy|treated)\b/i;
function mayExcludeMore(text: string): boolean {
  const further = text.split(/(?<=[a-z)\]0-9])[.;]\s+(?=[A-Z(\d])/).slice(1);
  return (
    /[a-z).]\s+\d{1,2}[.)]\s+[A-Z]/.test(text) ||
    further.some(
      (one) =>
        !ABOUT_THEM.test(one) ||
        (/\b(?:spinal|cord|seizures?|epidural|dural|haemorrhag\w*|hemorrhag\w*)\b/i.test(one) && !ALLOWED.test(one)),
    )
  );
}

function excludedFirst(text: string): Requirement | null {
  const [first = '', ...further] = text.replace(REASON, '').split(/(?<=[a-z)\]0-9])[.;]\s+(?=[A-Z(])/);
  if (
    !ANY.test(first) ||
    (ALLOWED.test(first.replace(/\b(?:not|in)\s?(?:be )?(?:eligible|allowed|permitted)/gi, '')) && !NOT_ALLOWED.test(first))
  ) {
    // "Patients with treated metastases are eligible": among exclusions it excludes nobody without them.
    const only = /^\W*(?:patients?|participants?|subjects?|individuals?|those)\b[^();]{0,120}\b(?:with|who have|having)\b/i.test(first);
    return ANY.test(first) && only && further.length === 0 && !/\bspinal|cord\b/i.test(first) ? QUALIFIED_METASTASES : null;
  }
  if (/\b(?:no|never|free of|absence of)\b|\b(?:must|should|may) not\b/i.test(first)) return null;
  const exception = /\b(?:unless|except\w*|excluding|other than|with the exception|provided)\b/i.exec(first);
  const main = exception === null ? first : first.slice(0, exception.index);
  const spared = exception !== null || further.length > 0;
  const members: Requirement[] = [];
  for (const [found, brain] of everyMatch(main, ITEM)) {
    if (brain !== undefined || new RegExp(BRAIN, 'i').test(found))
      members.push(spared || QUALIFIED.test(main) ? QUALIFIED_METASTASES : BRAIN_METASTASES);
    // Meningeal disease stands beside the active metastases, seldom under the same exception.
    else
      members.push(
        spared || /\b(?:untreated|symptomatic|active|uncontrolled|progress\w+|suspected)\b/i.test(main)
          ? { kind: 'all', of: [MENINGEAL, UNREAD] }
          : MENINGEAL,
      );
  }
  if (members.length === 0) return null;
  const rest = main
    .replace(ITEM, ' ')
    .replace(SILENT, ' ')
    .replace(/\([A-Z]{2,4}\)/g, ' ');
  const left = rest
    .replace(new RegExp(QUALIFIED.source, 'gi'), ' ')
    .replace(/[^a-z]+/gi, ' ')
    .trim();
  if (left === '') return members.length === 1 ? (members[0] ?? null) : join('any', members);
  // Something else stands beside them: another way to be excluded where a list says so, else a narrowing.
  const listed = /\b(?:or|and\/or)\b|,/.test(main);
  return listed
    ? join('any', [...members.map((one) => (one === BRAIN_METASTASES ? QUALIFIED_METASTASES : one)), UNREAD])
    : join('all', [...new Set(members), UNREAD]);
}

function included(text: string): Requirement | null {
  const [first = ''] = text.split(/(?<=[a-z)\]0-9])[.;]\s+(?=[A-Z(])/);
  if (!ANY.test(first.slice(0, 200)) || /\bexclusion\b|\blesions? (?:with|treated|as)\b|\bscans?\b.{0,40}\bassessed\b/i.test(first))
    return null;
  const denied =
    /\b(?:no|without|absence of|free of|free from|never had|negative for|must not|should not|may not|not have|cannot have|excluded|ineligible|not eligible|not allowed|not permitted)\b/i.test(
      text,
    );
  const plain = text.replace(REASON, '');
  const stray = new RegExp(
    String.raw`\b(?:no|not|without)\b.{0,40}\b(?:progress|evidence of (?:progress|CNS|new)|steroid|require|symptom|neurologic)`,
    'i',
  ).test(plain);
  if (denied && !stray) {
    if (
      /[.;]\s+[A-Z]/.test(plain.replace(/[.;]\s*$/, '')) ||
      ALLOWED.test(plain.replace(/not (?:be )?(?:eligible|allowed|permitted)/gi, ''))
    )
      return { kind: 'any', of: [{ kind: 'not', of: BRAIN_METASTASES }, UNREAD] };
    const only = plain
      .replace(ITEM, ' ')
      .replace(SILENT, ' ')
      .replace(/\b(?:no|without|absence|free|never|must|may|cannot|excluded|ineligible)\b/gi, ' ')
      .replace(/[^a-z≥≤<>\d]+/gi, ' ')
      .trim();
    if (only === '' && !QUALIFIED.test(plain))
      return { kind: 'not', of: join('any', [BRAIN_METASTASES, ...(new RegExp(MENINGES, 'i').test(plain) ? [MENINGEAL] : [])]) };
    return { kind: 'any', of: [{ kind: 'not', of: BRAIN_METASTASES }, UNREAD] };
  }
  // "Must have brain metastases" is asked of everybody; what is said of those who have them concerns nobody else.
  const must =
    /^\W*(?:(?:patients?|participants?|subjects?) )?(?:must have|should have|have|has|presence of|diagnosis of|documented|confirmed|≥ ?(?:one|1)|newly diagnosed|radiographic\w*|history of|with)\b/i.test(
      plain,
    );
  const ofThem =
    /^\W*(?:(?:all |any )?(?:patients?|participants?|subjects?) )?with\b.*\b(?:must|should|needs?|has to|have to|required)\b/i.test(plain);
  if (must && !ofThem && !ALLOWED.test(plain) && !/\b(?:must be|should be|if|when)\b/i.test(plain) && !/\bor\b/i.test(plain)) {
    const only = plain
      .replace(ITEM, ' ')
      .replace(SILENT, ' ')
      .replace(/[^a-z≥≤<>\d]+/gi, ' ')
      .trim();
    return only === '' ? BRAIN_METASTASES : { kind: 'all', of: [BRAIN_METASTASES, UNREAD] };
  }
  const theirs =
    /^\W*(?:(?:all |any )?(?:patients?|participants?|subjects?|individuals?|those)\b.{0,60}\b(?:with|who have|having)|(?:treated|stable|asymptomatic|previously|known|history of|brain|CNS|central))\b/i.test(
      plain,
    );
  const says = ALLOWED.test(plain) || /\b(?:must|should|may|can|need|have to|will|if|provided|not required)\b/i.test(plain);
  if (!theirs) return null;
  // "Stable brain metastases" alone may be what is asked, or what is allowed.
  return says ? { kind: 'any', of: [{ kind: 'not', of: BRAIN_METASTASES }, UNREAD] } : neverCertain(BRAIN_METASTASES);
}
