/** The disease that a trial studies, by the conditions of the registry or, where it gives none, by the title. */
import type { Criterion, Requirement, TrialRecord } from '../../knowledge/trials/types.ts';
import type { ReadingContext } from '../criteria/atom.ts';
import { namesInTitle, tumoursInTitle } from '../criteria/disease/types.ts';
import { lookUp } from '../criteria/disease/lookup.ts';
import { withFinding } from './condition-with-finding.ts';
import { tumourTypes } from '../criteria/disease/index.ts';
import { join, UNREAD } from '../criteria/read-criterion.ts';
import { isTissue } from '../criteria/disease/tissue.ts';
import { isWithin, namedTypes } from '../criteria/disease/tumour-alternatives.ts';

export interface ConditionStudied {
  readonly text: string;
  readonly requirement: Requirement;
}
/** An inclusion criterion as it was read, with its text. */
export interface ReadInclusion {
  readonly text: string;
  readonly requirement: Criterion['requirement'];
}

const OPEN: Requirement = { kind: 'unread', ask: "the tumour type, against the trial's conditions" };
/** Other tumours too, but no cancer of the blood. */
const OTHER_SOLID: Requirement = {
  kind: 'all',
  of: [{ kind: 'tumour', name: 'solid tumour', oncotree: null, doid: null, breadth: 'solid' }, OPEN],
};

/**
 * One of the conditions must be the patient's tumour. Where the title, a condition or an inclusion criterion names a wider group, where a condition
 * is not known as a tumour type, or where people without the tumour take part, another tumour is not excluded by this field.
 */
export function conditionStudied(
  record: TrialRecord,
  inclusions: readonly ReadInclusion[],
  context: ReadingContext,
): ConditionStudied | null {
  const { title } = record;
  const conditions = withoutHeadings(record.conditions);
  const opened = widest([
    NOT_ONLY_PATIENTS.test(title) || (/\bregistry\b/i.test(title) && INHERITED.test(title)) ? 'any' : widthOf(title, isWide),
    ...inclusions.map((one) => (opensTheList(one, context) ? widthOf(one.text, (text) => MORE.test(text) && !OF_OTHERS.test(text)) : null)),
  ]);
  const open = opened !== null;
  if (conditions.length === 0) {
    const named = open || (record.structured ?? []).length > 0 ? null : namesInTitle(title, context);
    return named && { text: `Condition studied, by the title: ${title}`, requirement: join('all', [join('any', named), UNREAD]) };
  }
  const read = conditions.map((condition) => ({ condition, type: ANY_TUMOUR.test(condition) ? null : typeOf(condition, context) }));
  const titled = tumoursInTitle(title, context);
  const found = byTitle(
    read.flatMap(({ type }) => type ?? []),
    open ? [] : titled,
    context,
  );
  const inherited = INHERITED.test(`${title} ${conditions.join(' ')}`);
  const types = read.flatMap(({ type }) => type ?? []).flatMap(namedTypes);
  // "Atrial Fibrillation" or a drug beside the leukaemia that the title names: said of the patients with the tumour, not of others.
  const ofThem =
    !inherited &&
    titled
      .flatMap(namedTypes)
      .some((one) => types.some((type) => isWithin(one, type, context.tumours) || isWithin(type, one, context.tumours)));
  const besides = (condition: string): boolean =>
    PROPERTY.test(condition) || (ofThem && (!ANOTHER_TUMOUR.test(condition) || ANY_TUMOUR.test(condition)));
  const known = read.every(({ condition, type }) => type !== null || (found.length > 0 && !inherited && besides(condition)));
  // A blood cancer among the conditions may stand for more than its own type.
  const solid =
    opened === 'solid' && !BLOOD.test(`${title} ${conditions.join(' ')}`) && !inclusions.some(({ text }) => BLOOD_CANCER.test(text));
  const others = !known ? [OPEN] : !open ? [] : [solid ? OTHER_SOLID : OPEN];
  return { text: `Condition studied: ${record.conditions.join(', ')}`, requirement: join('any', [...found, ...others]) };
}

/**
 * Registries add the headings of their thesaurus above a condition ("Breast Neoplasms" brings "Neoplasms by Site", "Breast Diseases"): they ask for
 * nothing beside it. A list is one of headings where it names the topmost of them; what names no tumour then is none of the trial's either.
 */
function withoutHeadings(conditions: readonly string[]): readonly string[] {
  if (!conditions.some((one) => TOPMOST.test(one))) return conditions;
  const left = conditions.filter((one) => !HEADING.test(one));
  return left.length === 0 ? conditions : left;
}
const TOPMOST = /^neoplasms by (?:site|histologic type)$/i;
const HEADING =
  /^(?:neoplasms|neoplasms by .+|.+ (?:diseases|disorders)(?:, (?:male|female))?|neoplasms, (?:glandular and epithelial|nerve tissue|connective and soft tissue|squamous cell|germ cell and embryonal)|(?:(?:male|female|genital|urogenital|urologic|digestive system|gastrointestinal|endocrine gland|central|nervous system|respiratory tract|thoracic|head and neck) ?)+ neoplasms(?:, (?:male|female))?|central nervous system neoplasms|nervous system neoplasms)$/i;
/** A word for all of them beside the tumour that the title names. */
const ANY_TUMOUR = /^(?:neoplasms?|cancers?|malignan(?:cy|cies)|malignant neoplasms?|oncology)$/i;

/** Which tumours a text lets in beside those named: every solid one, or any. Null: none. */
type Width = 'solid' | 'any' | null;
function widthOf(text: string, wide: (text: string) => boolean): Width {
  if (!wide(text) && !SOLID.test(text)) return null;
  const rest = text.replace(SOLID, ' ');
  return rest !== text && !wide(rest) && !BLOOD.test(rest) ? 'solid' : 'any';
}
function widest(widths: readonly Width[]): Width {
  return widths.includes('any') ? 'any' : widths.includes('solid') ? 'solid' : null;
}
const SOLID =
  /\b(?:(?:advanced|metastatic|malignant|unresectable|refractory|recurrent|selected?|other|any|all|various|multiple|different)(?:,| and| or|\/)? ?)*solid (?:tumou?rs?|malignanc(?:y|ies)|cancers?|neoplasms?)\b/gi;
const BLOOD_CANCER =
  /leuka?emi|lymphom|myelom|myelodysplas|myeloproliferat|(?:ha?ematolog\w*|blood|liquid) (?:malignan|cancer|neoplas|tumou?r|disease)|histiocyt|mastocyt/i;
const BLOOD = /ha?emat|leuk|lympho|myelo|blood|histiocyt|mastocyt|\b(?:AML|ALL|CLL|CML|MDS|MPN|NHL|DLBCL)\b/i;

/**
 * "Lung Cancer, Small Cell Lung Cancer" of a trial "in small cell lung cancer": the registry's wider heading asks no less than the title. Who has neither
 * is out, who has what the title names is in, and with the heading alone it stays open. So does it with a tumour that the title alone names: "Bladder
 * Cancer" of a trial "in urothelial carcinoma or melanoma".
 */
function byTitle(found: readonly Requirement[], titled: readonly Requirement[], { tumours }: ReadingContext): readonly Requirement[] {
  const named = titled.flatMap(namedTypes).filter((type) => !isTissue(type));
  const types = found.flatMap(namedTypes);
  if (types.length === 0) return found;
  const apart = named.filter((type) => !types.some((one) => isWithin(type, one, tumours) || isWithin(one, type, tumours)));
  const asked = found.map((one) => {
    if (one.kind !== 'tumour' || named.some((type) => isWithin(one, type, tumours))) return one;
    const narrower = named.filter((type) => isWithin(type, one, tumours));
    return narrower.length === 0 ? one : join('all', [one, join('any', [...narrower, UNREAD])]);
  });
  return [...asked, ...apart.map((type) => join('all', [type, UNREAD]))];
}

function isWide(title: string): boolean {
  return /\b(?:solid tumou?rs?|solid malignanc|(?:advanced|metastatic|any|all|various|selected?|multiple|different|refractory) (?:cancers?|malignanc\w+|tumou?rs?|neoplasms?)|basket|pan-?(?:cancer|tumou?r)|tumou?r[- ]agnostic|ha?ematolog\w+ malignanc|malignant tumou?rs|malignancies|secondary)/i.test(
    title,
  );
}

/** Healthy people, relatives, people at risk: their tumour, if they have one, is not asked for. */
const NOT_ONLY_PATIENTS =
  /\b(?:screening|screen for|prevent(?:ion|ing|ive)|chemoprevention|risk(?=[- ]reduc)|(?:at|increased|genetic|high|higher|elevated)[- ]risk(?= (?:of|for|individuals|women|men|people|persons|subjects))|\bat (?:high|higher|increased|elevated) risk$|early detection|diagnosing|(?:cancer|tumou?r|adenocarcinoma|PDAC) detection|detection of(?! (?:[\w-]+ ){0,3}(?:recurren|relapse|residual|metasta|progress))|diagnos(?:is|tic) of|healthy(?! donor)|caregivers?|families|family|relatives|biobank|predispos\w+|carriers?|epidemiolog\w+|case-control)\b/i;
const INHERITED =
  /\b(?:germline|carriers?|predispos\w+|hereditary|familial|famil(?:y|ies)|inherited|risk (?:of|for|reduc\w+)|lynch|syndromes?|li-fraumeni|polyposis)\b/i;
/** A condition that is no disease of its own but says which of the patients with the tumour are meant. */
const PROPERTY =
  /^(?:(?!.*\b(?:disease|disorder|syndrome|cancer|neoplasms?|tumou?rs?|infection)\b).*\b(?:mutations?|mutant|fusions?|amplification|alterations?|rearrangements?|deficiency|MSI(?:-H(?:igh)?)?|MSS|dMMR|HER-?2(?:\/neu)?|receptors?|overexpression|PD-?L1|testosterone|oligoprogressi\w+|progression|recurrence|minimal residual disease|KRAS|NRAS|BRAF|EGFR|ALK|ROS1|TP53)\b.*|(?:brain|liver|bone|lung|cns|leptomeningeal|spinal|visceral|hepatic|distant|peritoneal)?\s?(?:metasta\w+|carcinomatosis)|(?:locally )?advanced|oligometastatic(?: disease)?|castrat\w+[- ]resistan\w+|(?:un)?resectable|recurrent|refractory|relapsed|stage [0-9ivx]+[a-c]?)$/i;

/** A condition that may be a tumour, though of no type that is known, or a state in which people have none. */
const ANOTHER_TUMOUR =
  /cancer|carcinom|tumou?r|neoplas|malignan|lymphom|leuk|myel|sarcom|blastom|gliom|melanom|metasta|dysplas|proliferat|cytosis|adenom|polyp|\w{3,}omas?\b|barrett|nodule|cyst|nevus|mass\b|oncolog|carcinoid|healthy|donor|screening|prevention|risk/i;

/** Words of an inclusion criterion that let in tumours beside those named. */
const MORE =
  /\b(?:advanced|metastatic|any|all|various|different|malignant|invasive|active|selected|solid|following)\s+(?:[\w-]+\s+)?(?:cancers|malignanc(?:y|ies)|tumou?rs|neoplasms)\b|\b(?:histolog\w+|patholog\w+|cytolog\w+)\s+(?:[\w-]+\s+){0,4}?(?:confirmed|proven|documented|diagnosis of)\s+(?:an? |[\w-]+ ){0,2}(?:cancers?|malignanc(?:y|ies)|tumou?rs?|neoplasms?)\b/i;
const OF_OTHERS =
  /\b(?:no|not|without|prior|concurrent|previous(?:ly)?|second|history|free of|except|measur\w+|lesions?|tissue|biops\w+|other)\b/i;

function opensTheList({ text: whole, requirement }: ReadInclusion, context: ReadingContext): boolean {
  const text = whole.replace(OF_A_SAMPLE, ' ');
  if (namedTypes(requirement).some(({ breadth }) => breadth !== null) && (text === whole || SOLID_HERE.test(text) || BLOOD.test(text)))
    return true;
  if (!MORE.test(text) || OF_OTHERS.test(text)) return false;
  return MORE.test(
    tumourTypes(text, context).reduce((left, { start, end }) => left.slice(0, start) + '@'.repeat(end - start) + left.slice(end), text),
  );
}

/** A specimen or a lesion, not the disease that is asked for. */
const OF_A_SAMPLE =
  /\b(?:response evaluation criteria (?:in|for) solid tumou?rs?|solid tumou?rs? (?:biops\w*|tissues?|materials?|samples?|specimens?|lesions?|response criteria))\b/gi;
const SOLID_HERE = /\bsolid (?:tumou?rs?|malignanc|cancers?|neoplasms?)/i;

const OF_AN_ORGAN = /^(?!.*(?:prolif|plasma|lymph|myel|ha?emat|blood|cell|endocrine|mast|trophoblast)).* neoplasms$/i;

/** Registries turn names round: "Cancer of the Breast", "Carcinoma, Non-Small-Cell Lung", "Colorectal Neoplasms". */
function wordings(condition: string): string[] {
  const turned =
    /^(cancers?|carcinomas?|adenocarcinomas?|neoplasms?|tumou?rs?|sarcomas?|lymphomas?|leuka?emias?|melanomas?)(?:,? of (?:the )?|, )(.+)$/i.exec(
      condition,
    );
  const straight = turned ? `${turned[2] ?? ''} ${(turned[1] ?? '').replace(/s$/i, '')}` : condition;
  // The Disease Ontology has some of them for benign growths: "colonic neoplasm".
  const cancer = straight.replace(/\bneoplasms?\b/i, 'cancer');
  const names = OF_AN_ORGAN.test(straight) ? [cancer, straight] : [straight, cancer];
  return [...names, straight.replace(/\btumou?rs?$/i, 'cancer')];
}

function typeOf(condition: string, context: ReadingContext): Requirement | null {
  const found = withFinding(condition, context);
  if (found !== null) return found;
  for (const name of wordings(condition)) {
    const whole = lookUp(name, context);
    if (whole) return whole.kind === 'tumour' && whole.breadth === 'any' ? null : whole;
  }
  const [name = condition] = wordings(condition);
  const atoms = tumourTypes(name, context).filter(({ requirement }) => ['tumour', 'all', 'any'].includes(requirement.kind));
  if (atoms.length === 0) return null;
  // "Prostate Cancer (Adenocarcinoma)": the tissue of the tumour named beside it.
  const types = atoms.filter(({ requirement }) => !isTissue(requirement));
  const type = join(
    'any',
    (types.length === 0 ? atoms : types).map(({ requirement }) =>
      requirement.kind === 'all' ? (requirement.of.find(({ kind }) => kind === 'tumour') ?? UNREAD) : requirement,
    ),
  );
  // "HER2-negative breast cancer": the words left over make it a narrower type than the one that was found.
  const rest = atoms.reduce((left, { start, end }) => `${left.slice(0, start)}${' '.repeat(end - start)}${left.slice(end)}`, name);
  if (COURSE.test(rest.replace(/\([A-Z0-9]{2,8}\)|- [A-Z]{2,8}$/g, ' '))) return type;
  const before = rest.slice(0, atoms[0]?.start ?? 0);
  if (ANOTHER_BEFORE.test(before)) {
    const beside = BLOOD.test(name) ? null : organBefore(before.replace(LINK_AT_END, ''), context);
    if (beside !== null) return join('all', [join('any', [beside, type]), UNREAD]);
    return widerThan(type, name.slice(atoms[0]?.start, atoms[0]?.end), context);
  }
  const organ = organBefore(before, context);
  return join('all', organ === null ? [type, UNREAD] : [organ, type, UNREAD]);
}

/** "Fallopian tube high grade serous adenocarcinoma", "uterine corpus carcinosarcoma": the organ that stands before a kind of tissue is asked for as well. */
function organBefore(words: string, context: ReadingContext): Requirement | null {
  const organ = words.replace(/\b(?:(?:high|low|intermediate)[- ]grade|grade \d|stage [ivx\d]+[abc]?\d?|adult|primary|recurrent|refractory|invasive|unresectable)\b/gi, ' ').replace(/\s+/g, ' ').trim(); // prettier-ignore
  if (!/^[a-z]+(?: [a-z]+){0,2}$/i.test(organ) || /metasta|second|spread|brain|bone|soft/i.test(words)) return null;
  for (let named = organ; named !== ''; named = named.replace(/ ?[^ ]+$/, '')) {
    const found = lookUp(`${named} cancer`, context);
    if (found?.kind === 'tumour' && found.breadth === null && found.oncotree !== null) return found;
  }
  return null;
}
const LINK_AT_END = /(?:,? (?:and|or|and\/or) | ?[,/&] ?)$/i;
const ANOTHER_BEFORE = /[a-z]{3,}(?:,? (?:and|or|and\/or) | ?[,/&] ?)$/i;
/** "Ductal and lobular breast cancer": what the noun is said of before the link was not read; who has no breast cancer at all has neither. */
function widerThan(type: Requirement, named: string, context: ReadingContext): Requirement | null {
  const wider = lookUp(named.replace(/^\S+ /, ''), context);
  if (wider?.kind !== 'tumour' || wider.breadth !== null || isTissue(wider)) return null;
  return namedTypes(type).every((one) => isWithin(one, wider, context.tumours)) ? join('all', [wider, UNREAD]) : null;
}
/** Words of a condition that say how far it has come, not what it is. */
const COURSE =
  /^(?:[\s,;()/&-]|\b(?:and|or|of|the|in|with|metastatic|advanced|locally|recurrent|refractory|relapsed|unresectable|resectable|stage|[ivx]+[abc]?\d?|\d[abc]?|AJCC|v8|v7|adult|newly|diagnosed|early|late|diagnosis|female|patients?|tumou?rs?|disease|anatomic|prognostic|clinical|pathologic|malignant|solid)\b)*$/i;
