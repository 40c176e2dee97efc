/** Orders of drugs in another form than a medication order: an infusion or a cycle of chemotherapy as a service request, a step of a care plan or an order set. */
import { ATC, LOINC, NDC, normaliseSystem, RXNORM, UNII } from '../../fhir-profiles/codes/systems.ts';
import { SALT_WORDS } from '../../fhir-profiles/codes/drug/words.ts';
import { isObject, type Json } from './hook-request.ts';
import { isMostlyMeasured } from './measured-drugs.ts';
import { mayNameDrug } from './unknown-drug.ts';

/** How many drugs words name; 0 for none. */
export type DrugsNamed = (words: string) => number;

/** What asks for something to be done; STU3 and DSTU2 say ProcedureRequest. */
const SERVICES: ReadonlySet<unknown> = new Set(['ServiceRequest', 'ProcedureRequest']);
export const isServiceRequest = ({ resourceType }: Json): boolean => SERVICES.has(resourceType);

/** Systems in which every code is a drug. SNOMED CT holds procedures and measurements too: its codes count by their words. */
const OF_DRUGS: ReadonlySet<string> = new Set([RXNORM, NDC, ATC, UNII]);
const OVER: ReadonlySet<unknown> = new Set(['completed', 'revoked', 'stopped', 'cancelled', 'entered-in-error']);

/** SNOMED CT 108252007 laboratory procedure, 363679005 imaging, 409063005 counselling, 409073007 education (FHIR R4, servicerequest-category). */
const OTHER_WORK: ReadonlySet<unknown> = new Set([
  '108252007',
  '363679005',
  '409063005',
  '409073007',
  'laboratory',
  'imaging',
  'LAB',
  'RAD',
]);
const OF_GIVING = /medicat|\bdrugs?\b|pharm|chemo|infus|inject|antineoplast|immunother/i;
const OTHER_WORK_IN_WORDS = /laborator|imaging|radiolog|patholog|counsel|educat|genetic/i;

/** What stands beside a drug that is to be given. */
const GIVEN =
  /\d\s?(?:mg|mcg|µg|ug|g|ml|units?|IU|mmol)\b|\b(?:medicinal product|product containing|tab(?:let)?s?|caps?(?:ules?)?|inj(?:ections?)?|infus\w*|chemo\w*|administ\w*|cycles?|regimens?|iv|i\.v\.|po|subcut\w*|intraven\w*|intrathec\w*|oral(?:ly)?|bolus|dose[ds]?)(?![a-z])/i;
/** What makes it a measurement, a talk, a test or an advice about the drug. */
const ABOUT_IT =
  /\b(?:levels?|labs|assays?|geno\w*|pheno\w*|tests?|testing|troughs?|peak|monitor\w*|screen\w*|skin|allerg\w*|challenge|desensiti\w*|consult\w*|educat\w*|counsel\w*|teach\w*|stud(?:y|ies)|imaging|scans?|MRI|CT|PET|x-?ray|ultrasound|cultures?|antibod\w*|serum|plasma|urine|blood|concentration|clearance|induced|before|prior|after|panel|genes?|variants?|mutations?|deficien\w*|resistan\w*|suscept\w*|contrast|referral|review|reconcil\w*|histor\w*|appointments?|visits?|hold|stop\w*|discontinu\w*|avoid\w*|not?|without|line|port|catheter|pump|removal)\b/i;

/** The drug that a service request asks for, as a medication order without a name of its own; null where it asks for anything else. */
export function orderInService(resource: Json, drugsNamed: DrugsNamed): Json | null {
  if (!isServiceRequest(resource) || OVER.has(resource.status) || isTrue(resource.doNotPerform)) return null;
  const asked = [nestedConcept(resource.code), ...listOf(resource.orderDetail)].filter(isObject);
  const details = wordsOf(asked.slice(1));
  const amongGiven = wordsOf(listOf(resource.category)).some((said) => OF_GIVING.test(said));
  const gives = amongGiven || details.some((said) => DOSED.test(said)) || isMass(resource.quantityQuantity);
  const concept = isOtherWork(resource, asked)
    ? undefined
    : (asked.find((one) => namesDrug(one, drugsNamed, gives)) ?? (amongGiven ? asked.find(namesUnknownDrug) : undefined));
  if (concept === undefined) return isOtherWork(resource, asked) ? null : drugInNote(resource, asked, drugsNamed);
  const said = wordsOf(asked.filter((one) => one !== concept)).filter((words) => DOSED.test(words));
  const amount = isMass(resource.quantityQuantity) ? resource.quantityQuantity : undefined;
  return asOrder(resource, { medicationCodeableConcept: concept, ...dosage(said, amount, resource.occurrenceTiming) });
}

/**
 * A service among what is given whose drug stands in its note alone: an order that cannot be read, and is told. A note names what the patient takes as well, so
 * that nothing of it becomes an order of that drug.
 */
function drugInNote(resource: Json, asked: readonly Json[], drugsNamed: DrugsNamed): Json | null {
  const words = wordsOf([...listOf(resource.category), ...asked]);
  if (!words.some((said) => OF_GIVING.test(said)) || wordsOf(asked).some((said) => ABOUT_IT.test(said))) return null;
  const notes = [...listOf(resource.note), ...listOf(resource.patientInstruction)].map((note) => (isObject(note) ? note.text : note));
  if (!notes.some((note) => isText(note) && namesDrug(asConcept(note), drugsNamed, true))) return null;
  const [name = 'Service request'] = wordsOf([...asked, ...listOf(resource.category)]);
  return asOrder(resource, { medicationCodeableConcept: { text: `${name.slice(0, LONGEST)} (its drug stands in a note alone)` } });
}

/** The drug of a step that says itself what is to be given: `CarePlan.activity.detail`, an action of an order set that points to nothing. */
export function orderInStep(step: Json, group: Json, drugsNamed: DrugsNamed): Json | null {
  const detail = isObject(step.detail) ? step.detail : null;
  if (detail === null) return isObject(step.resource) ? null : orderInAction(step, group, drugsNamed);
  if (OVER.has(detail.status) || isTrue(detail.doNotPerform) || isTrue(detail.prohibited)) return null;
  const daily = isMass(detail.dailyAmount) ? DAILY : detail.scheduledTiming;
  const dose = dosage([detail.description].filter(isText), detail.dailyAmount, daily);
  if (isObject(detail.productReference)) return asOrder(group, { medicationReference: detail.productReference, ...dose });
  const concept = [detail.productCodeableConcept, detail.code, asConcept(detail.description)].find(
    (one): one is Json =>
      isObject(one) &&
      (one === detail.productCodeableConcept || (one === detail.code && detail.kind === 'MedicationRequest') || namesDrug(one, drugsNamed)),
  );
  return concept === undefined ? null : asOrder(group, { medicationCodeableConcept: concept, ...dose });
}

/** The drug that the heading of a plan or an order set says, where nothing inside it names one: "FOLFOX", "CAPOX adjuvant". */
export function orderInHeading(group: Json, drugsNamed: DrugsNamed): Json | null {
  const { resourceType, status, code, title, description } = group;
  if (resourceType === 'Task' || resourceType === 'List' || OVER.has(status)) return null;
  return orderInAction({ code, title, description }, group, drugsNamed);
}

function orderInAction(action: Json, group: Json, drugsNamed: DrugsNamed): Json | null {
  const said = [...listOf(action.code).filter(isObject), ...[action.title, action.description, action.textEquivalent].map(asConcept)];
  const concept = said.find((one) => namesDrug(one, drugsNamed));
  if (concept === undefined) return null;
  const words = [action.description, action.textEquivalent].filter(isText).filter((one) => one !== concept.text && DOSED.test(one));
  return asOrder(group, { medicationCodeableConcept: concept, ...dosage(words, undefined, action.timingTiming) });
}

/** Longer texts are sentences, which name more than they order. */
const LONGEST = 120;

/**
 * The name alone of a drug that is commonly measured is mostly its measurement ("Lithium"); of any other drug it is an order. `gives`: it stands among
 * what is given.
 */
export function namesDrug(concept: Json, drugsNamed: DrugsNamed, gives = false): boolean {
  if (listOf(concept.coding).some((coding) => isObject(coding) && OF_DRUGS.has(systemOf(coding.system)))) return true;
  const words = wordsOf([concept]);
  if (words.some((said) => ABOUT_IT.test(said))) return false;
  if (words.some((said) => said.length <= LONGEST && drugsNamed(said) >= (gives || GIVEN.test(said) ? 1 : 2))) return true;
  return words.length > 0 && words.every((said) => isNameAlone(said, drugsNamed)) && !words.some(isMostlyMeasured);
}

const namesUnknownDrug = (concept: Json): boolean => {
  const words = wordsOf([concept]);
  return !words.some((said) => ABOUT_IT.test(said)) && words.some(mayNameDrug);
};

/** "Clopidogrel", "Metoprolol succinate": a drug's name and nothing else; what SNOMED CT adds in brackets is no more. */
function isNameAlone(said: string, drugsNamed: DrugsNamed): boolean {
  const [first = '', ...more] = said
    .trim()
    .replace(/ \((?:substance|product)\)$/i, '')
    .split(' ');
  return /^[\p{L}-]{4,}$/u.test(first) && more.every((word) => SALT_WORDS.has(word.toLowerCase())) && drugsNamed(first) === 1;
}

/** What a dose, its way or its rhythm looks like. */
const DOSED = new RegExp(String.raw`${GIVEN.source}|\b(?:daily|once|twice|[bt]id|qid|q\d+h|qd|prn|nightly|weekly)\b`, 'i');

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isMass = (amount: unknown): boolean =>
  isObject(amount) && /^(?:m?g|mcg|µg|ug|mg\/m2|mg\/kg)$/i.test(String(amount.unit ?? amount.code ?? ''));

/** FHIR R4 Timing: once a day. */
const DAILY = { repeat: { frequency: 1, period: 1, periodUnit: 'd' } };

/** The dose of an order in another form, as a medication order writes it. */
function dosage(said: readonly string[], amount: unknown, timing: unknown): Json {
  const text = said.join('; ');
  const instruction = {
    ...(text === '' ? {} : { text }),
    ...(isMass(amount) ? { doseAndRate: [{ doseQuantity: amount }] } : {}),
    ...(isObject(timing) ? { timing } : {}),
  };
  return Object.keys(instruction).length === 0 ? {} : { dosageInstruction: [instruction] };
}

/** Texts and displays of concepts. */
function wordsOf(concepts: readonly unknown[]): readonly string[] {
  return concepts.filter(isObject).flatMap(({ text, coding }) => {
    const displays = listOf(coding).flatMap((one) => (isObject(one) ? [one.display] : []));
    return [text, ...displays].filter((said): said is string => typeof said === 'string');
  });
}

function isOtherWork({ category }: Json, asked: readonly Json[]): boolean {
  if (asked.some(({ coding }) => listOf(coding).some((one) => isObject(one) && systemOf(one.system) === LOINC))) return true;
  const codes = listOf(category).flatMap((kind) => (isObject(kind) ? listOf(kind.coding) : []));
  return (
    codes.some((one) => isObject(one) && OTHER_WORK.has(one.code)) ||
    wordsOf(listOf(category)).some((said) => OTHER_WORK_IN_WORDS.test(said))
  );
}

/** Of the resource that asks for it: whose it is, when, and why. */
function asOrder(of: Json, drug: Json): Json {
  const kept = ['subject', 'patient', 'encounter', 'authoredOn', 'contained', 'reasonCode', 'reasonReference']
    .map((name) => [name, of[name]] as const)
    .filter(([, value]) => value !== undefined);
  return { resourceType: 'MedicationRequest', status: 'draft', intent: 'order', ...Object.fromEntries(kept), ...drug };
}

/** R5 has the concept one level further in. */
const nestedConcept = (code: unknown): unknown => (isObject(code) && isObject(code.concept) ? code.concept : code);
/** "Give clopidogrel 75 mg": what is to be done with the drug is not part of its name. */
const asConcept = (said: unknown): Json => ({
  text:
    typeof said === 'string'
      ? said.replace(/^(?:please )?(?:give|administer|start|begin|order|prescribe|initiate)(?: patient)? /i, '')
      : said,
});
const systemOf = (system: unknown): string => (typeof system === 'string' ? normaliseSystem(system) : '');
/** Programs that make JSON of XML write it as a text. */
export const isTrue = (value: unknown): boolean => value === true || value === 'true';

/** Programs that make JSON of XML write a list of one as that one. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
