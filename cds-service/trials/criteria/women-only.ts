/**
 * Criteria about pregnancy, breastfeeding and childbearing alone. Whatever they say of tests, dates, reasons and methods, they ask nothing of a man, and
 * those for the fertile nothing of a woman long past it. Where a partner, a father or another matter stands beside it, they may.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { Side } from './requirements-together.ts';
import { gate, openedBy } from './text/needles.ts';
import { FILLER } from './text/lexicon.ts';
import { EXPECTING_WORDS } from './words/expecting.ts';
import { words } from './words/vocabulary.ts';

const NEEDED = gate(['pregnan', 'breast', 'lactat', 'nursing', 'bearing', 'wocbp', 'focbp', 'pocbp', 'reproductive']);
const STATE = /\bpregnan|\bbreast[- ]?(?:feed|fed|milk)|\blactat|\bnursing/i;
const FERTILE = /\bchild[- ]?bearing|\breproductive (?:potential|age)|\b[WFPI]OCBP\b|\b[WF]CBP\b|\bbecom\w+ pregnant/i;
const about = (text: string): boolean => STATE.test(text) || FERTILE.test(text);
/** Men may be meant, or those who may father a child. */
const OF_MEN =
  /\b(?:men|man|males?|father\w*|partners?|spouses?|husbands?|sperm\w*|semen|condoms?|impregnat\w*|vasectom\w*|both|he|his|sexes|genders?)\b/i;
const WOMEN = String.raw`(?:women|woman|females?|girls|[WFPI]OCBP|[WF]CBP)`;
const ANY_WOMAN = new RegExp(String.raw`\b${WOMEN}\b`, 'i');
/** A sentence of women: its subject, before any verb. */
const OF_WOMEN = new RegExp(
  String.raw`^\W*(?:if (?:the |a )?(?:patient|participant|subject) is )?(?:(?:for|if|in|all|any|an?|the|those|only|sexually|active|adult|fertile|pre-?menopausal|pregnant|lactating|nursing|breast-?feeding|or|and|known)\b[\s,:/()-]*)*${WOMEN}\b|^\W*(?:(?:for|if|all|any|an?|the|those|in)\s+)*(?:patients?|participants?|subjects?|persons?|individuals?|people|those)(?: who are| is| are)?(?: \(?wom[ae]n\)?)? (?:of|with) (?:a )?(?:child[- ]?bearing|reproductive) (?:potential|age|capacity)\b`,
  'i',
);
/** It binds its subject; without such a word it describes whom the trial takes. */
const BINDS =
  /^\W*(?:for|if)\b|\bnegative\b|\beligible\b.*\bif\b|\b(?:must|should|shall|will|needs? to|(?:is|are) required|agrees?|ha(?:s|ve) to|(?:is|are) to)\b/i;
const DENIED = /\b(?:not|non|no|neither|nor|negative|without|absence)\b/i;
const TEST_FIRST = /^\W*(?:(?:(?:patients?|participants?|subjects?) )?(?:must )?(?:has|have) )?(?:an? )?(?:documented )?negative\b/i;
const SERUM_INSTEAD =
  /^\W*(?:notes?\W+)?if (?:the )?(?:result of the )?urine (?:pregnancy )?test (?:results? )?is positive or (?:cannot|can not) be confirmed as negative,? a serum (?:pregnancy )?test (?:will be|is|must be) (?:required|performed)\W*$/i;
const METHOD = /contracepti|birth control|abstinen|abstain|intercourse|sexually active/i;
/** A couple does, as "expecting to conceive or father children" says in full. */
const CONCEIVE = /\bconceiv/i;
const NOT_ONE = /\bnot (?:be )?(?:an? )?(?:wom[ae]n|females?|WOCBP)\b/i;
/** An exclusion of those who are not. */
const EXCLUDES_OTHERS = /^[^.;]*?\b(?:not|non|unable|never|no)\b(?![^.;,]{0,20}\bnegative)[^.;,]{0,25}\b(?:pregnan|lactat|breast|nurs)/i;

/** Words beside them that change nothing about whom it is asked. */
const BESIDE = words(`
  feeding feed feeds breast-feed breast-fed will would get gets getting via likely deemed contemplating considering suspected intent approximately maximum applicable demonstrate demonstrates females' she's
  was were had may might can cannot could do does not no nor non and or neither if whom whose where than then there these those it its she they their either
  anyone women's actively ongoing already presently recently status repeat repeated quantitative sensitivity sensitive performed obtained done required determination
  indeterminate equivocal prior before after during while until through throughout up less more starting days day weeks week months month hours hour hrs cycle
  first last final initial dose doses dosing administration infusion injection treatment therapy drug drugs product medication investigational study's protocol protocol-specified
  participation enrolled randomized visit start initiation discontinuation completion follow-up follow up period expected planned plan becomes becoming
  excluded exclude exclusion ineligible allowed permitted prohibited included enroll enrol participate enter entering ultrasound milk store stored pump pumped
  future use new newborn birth given donate donating donation eggs egg ova oocytes harvest standard standards policy note notes eg ie e g i also only each every other
  postmenopausal post-menopausal menopausal menopause amenorrhea amenorrheic menses menstrual natural surgically surgical sterile sterilized sterilization sterility
  hysterectomy oophorectomy bilateral tubal ligation salpingectomy ovaries uterus physiologically incapable permanently miu ml iu l u mother mothers
`);
const METHODS = words(`
  contraception contraceptive contraceptives birth control method methods effective highly adequate barrier use using unwilling refuse refuses refusal agree agreement
  double two forms form reliable medically appropriate abstinence abstain abstinent intercourse sexually heterosexual
`);
const REASON =
  /[,;.(]?\s*\b(?:because(?: of)?|since|as there (?:is|are)|as (?:the|these|this|it)|due to|given|for (?:the |this )?reasons?|the (?:potential )?(?:effects?|risks?) (?:of|to|for))\b[^.;]*/gi;
/** "The last dose of KB707", "treatment with tarlatamab": what is given. */
const NAME = String.raw`(?:[A-Z][\w-]*\d[\w-]*|[\w-]+(?:mab|nib|cept|ciclib|taxel|platin|parib|tecan|vedotin|lisib|fenib|stat|leucel|limus))`;
const AGENT = new RegExp(
  String.raw`\b(?:doses?|administration|infusion|injection|treatment|therapy|receiving|discontinuation|completion)(?: of| with)? (?:the )?${NAME}(?:(?:,| and| or|, and|, or|\/) ?${NAME})*`,
  'g',
);
const BETWEEN = /,|\/|\b(?:and\/or|or|and)\b/i;
/** A part that goes on with the time, the plan or the test of what was named before. */
const GOES_ON =
  /^\W*(?:$|\d|negative\b|likely\b|intent\b|consider|contemplat|via\b|within\b|during\b|while\b|through|for\b|up to\b|until\b|at\b|prior to\b|before\b|after\b|starting\b|expect|plan|intend|attempt|wish|trying\b|(?:to )?(?:conceiv|becom|donat)|(?:human )?(?:eggs?|ova|oocytes)\b|urine|serum|blood|positive|post|(?:are |is |will be )?(?:excluded|ineligible|not eligible)\b)/i;

/** The requirement of the whole criterion; it is the same where somebody else may be meant. */
export function askedOfWomen(asked: Requirement, text: string, side: Side): Requirement {
  if (text.length > 900 || !openedBy(text).has(NEEDED) || OF_MEN.test(text) || !about(text)) return asked;
  if (side === 'exclusion' && (/\b(?:unless|except)\b/i.test(text) || EXCLUDES_OTHERS.test(text))) return asked;
  if (!isOpen(asked)) return asked;
  const kinds = text.split(/[.;]\s+(?=[A-Z(*]|if\b)|\s\*\s/).map((one) => kindOf(one, side));
  if (kinds.includes('other') || kinds.every((one) => one === 'aside')) return asked;
  const past: Requirement = { kind: 'age', below: PAST_FROM };
  const fertile = !kinds.includes('women');
  return side === 'inclusion'
    ? { kind: 'any', of: [{ kind: 'sex', sex: 'male' }, ...(fertile ? [{ kind: 'not', of: past } as const] : []), asked] }
    : { kind: 'all', of: [{ kind: 'not', of: { kind: 'sex', sex: 'male' } }, ...(fertile ? [past] : []), asked] };
}
/** Something of it was not read. */
function isOpen(asked: Requirement): boolean {
  return asked.kind === 'all' || asked.kind === 'any'
    ? asked.of.some(isOpen)
    : asked.kind === 'not'
      ? isOpen(asked.of)
      : asked.kind === 'unread';
}
/** As for pregnancy itself (`verdict/childbearing.ts`). */
const PAST_FROM = 60;

/** Of whom a sentence is: of the fertile or the pregnant, of women, of nobody, or perhaps of others too. */
function kindOf(sentence: string, side: Side): 'fertile' | 'women' | 'aside' | 'other' {
  if (SERUM_INSTEAD.test(sentence)) return 'fertile';
  const bare = sentence.replace(AGENT, ' ').replace(REASON, ' ');
  if (!/[a-z]{3}/i.test(bare.replace(/\bnotes?\b/gi, ''))) return 'aside';
  const ofWomen = OF_WOMEN.test(bare);
  // "Patients of reproductive potential must use …", "expecting to conceive" may be said of men as well.
  if ((METHOD.test(bare) || CONCEIVE.test(bare)) && !ANY_WOMAN.test(bare)) return 'other';
  const kind = FERTILE.test(sentence) || (side === 'exclusion' && STATE.test(sentence)) ? 'fertile' : 'women';
  if (side === 'inclusion') {
    if (ofWomen && BINDS.test(bare)) return kind;
    if (!DENIED.test(bare) || (ANY_WOMAN.test(bare) && !NOT_ONE.test(bare) && !TEST_FIRST.test(bare))) return 'other';
  }
  const parts = bare.split(BETWEEN);
  if (!about(bare) || !parts.every((part) => about(part) || GOES_ON.test(part)) || !isPlain(bare, ofWomen)) return 'other';
  return side === 'inclusion' ? 'fertile' : kind;
}

function isPlain(text: string, ofWomen: boolean): boolean {
  return [...text.toLowerCase().matchAll(/[\p{L}β][\p{L}\d'-]*/gu)].every(
    ([word]) =>
      BESIDE.has(word) ||
      FILLER.has(word) ||
      EXPECTING_WORDS.silent.has(word) ||
      EXPECTING_WORDS.narrowing.has(word) ||
      (ofWomen && METHODS.has(word)) ||
      about(word),
  );
}

/** "Is female and not pregnant": the sex is asked for too, where the sentence describes and binds nobody. */
const DESCRIBED =
  /^\W*(?:(?:the |each |all )?(?:patients?|participants?|subjects?|individuals?)\s+)?(?:(?:is|are|must be|should be)\s+)?(?:an?\s+)?(?:adult\s+)?(?:females?|wom[ae]n)(?:\s+(?:patients?|participants?|subjects?))?\s*(?:,|,?\s*\b(?:and|but|who|that)\b)\s*(?:(?:is|are|currently|both|be|either)\s+)*(?:not|non|neither)\b|^\W*(?:(?:is|are|an?|adult)\s+)*(?:non-?\s?(?:pregnant|lactating|breast-?feeding|nursing)(?:\s*(?:,|\band\b)\s*)*\s*)+(?:adult\s+)?(?:females?|wom[ae]n)\b/i;
/**
 * Only a woman meets it. Whether a man is out by it is not certain: beside criteria for both sexes it may be asked of women alone.
 */
export function describesWomen(asked: Requirement, text: string, side: Side): Requirement {
  const described = side === 'inclusion' && text.length < 400 && DESCRIBED.test(text) && !OF_MEN.test(text);
  if (!described || asksForSex(asked) || BINDS.test(text.replace(/^[^,]*?\b(?:must|should) be\b/i, ' '))) return asked;
  return { kind: 'all', of: [{ kind: 'any', of: [{ kind: 'sex', sex: 'female' }, { kind: 'unread' }] }, asked] };
}
function asksForSex(asked: Requirement): boolean {
  return asked.kind === 'sex' || ((asked.kind === 'all' || asked.kind === 'any') && asked.of.some(asksForSex));
}
