/** FHIR orders for suggestions, built from the draft order itself: a new draft for the same patient, a changed dose, a test order. */
import { LOINC, RXNORM } from '../../../fhir-profiles/codes/systems.ts';
import type { Coding } from '../../report/types.ts';
import { tellsDose, withDose } from './dose-words.ts';

export type Resource = Readonly<Record<string, unknown>>;

/** The draft as a MedicationRequest with an id; undefined for anything else, which is then not touched. */
export function medicationRequest(draft: unknown): Resource | undefined {
  if (typeof draft !== 'object' || draft === null || Array.isArray(draft)) return undefined;
  const resource = draft as Resource;
  return resource['resourceType'] === 'MedicationRequest' && typeof resource['id'] === 'string' ? resource : undefined;
}

/** A draft for another drug: same patient, encounter, requester and reason; no dose, because none was asked for. */
export function replacementOrder(draft: Resource, option: { readonly name: string; readonly rxnorm: string }): Resource {
  return {
    resourceType: 'MedicationRequest',
    status: 'draft',
    intent: typeof draft['intent'] === 'string' ? draft['intent'] : 'order',
    ...asDrugOf(draft, { coding: [{ system: RXNORM, code: option.rxnorm, display: option.name }], text: option.name }),
    ...carriedOver(draft, ['subject', 'encounter', 'requester', 'reasonCode', 'reasonReference', 'reason']),
  };
}

/** The drug in the member that the draft has it in: FHIR R5 says `medication.concept`. */
function asDrugOf(draft: Resource, concept: Resource): Resource {
  return draft['medication'] === undefined ? { medicationCodeableConcept: concept } : { medication: { concept } };
}

export interface NewDose {
  readonly amount: number;
  readonly unit: string;
  readonly product?: { readonly rxnorm: string; readonly display: string };
  readonly count?: number;
}

/**
 * The whole order with the new dose. Undefined when the order has not exactly one dosage instruction with one dose (a range has two), because
 * then it cannot be told which figure to change. Texts that repeat the old dose are replaced; the dose stands where the draft has
 * it (before FHIR R4 beside the timing, since then in `doseAndRate`), and no old one stays beside it.
 */
export function changedDose(draft: Resource, dose: NewDose): Resource | undefined {
  const instructions = draft['dosageInstruction'];
  const [instruction] = Array.isArray(instructions) ? (instructions as unknown[]) : [];
  if (!Array.isArray(instructions) || instructions.length !== 1 || !isResource(instruction)) return undefined;
  if (hasRange(instruction) || wordsBeside(draft, instruction).some(tellsDose)) return undefined;
  const {
    text: written,
    patientInstruction: _patient,
    doseQuantity: older,
    doseSimpleQuantity: _simple,
    doseRange: _range,
    ...rest
  } = instruction;
  const words = `${String(dose.amount)} ${dose.unit}`;
  const text = withDose(typeof written === 'string' ? written : '', words, timesADay(rest) !== 1);
  if (text === undefined) return undefined;
  const doseQuantity = { value: dose.amount, unit: dose.unit, system: 'http://unitsofmeasure.org', code: dose.unit };
  const {
    renderedDosageInstruction: _rendered,
    text: _narrative,
    ...order
  } = dose.product === undefined ? draft : withProduct(draft, dose.product);
  const given = {
    ...(older === undefined ? {} : { doseQuantity }),
    ...(older === undefined || rest['doseAndRate'] !== undefined ? { doseAndRate: [{ doseQuantity }] } : {}),
  };
  return { ...order, dosageInstruction: [{ ...rest, text, ...given }] };
}

const records = (value: unknown): readonly Resource[] => (Array.isArray(value) ? (value as readonly unknown[]).filter(isResource) : []);

/** From one dose to another: which of the two the prescriber means to give is not known. */
function hasRange(instruction: Resource): boolean {
  return [instruction, ...records(instruction['doseAndRate'])].some(({ doseRange }) => {
    if (!isResource(doseRange)) return false;
    const [low, high] = [doseRange['low'], doseRange['high']].map((end) => (isResource(end) ? end['value'] : undefined));
    return low !== undefined && high !== undefined && low !== high;
  });
}

/** What goes out with the order besides its instruction: further instructions and notes. */
function wordsBeside(draft: Resource, instruction: Resource): string[] {
  const told = [...records(instruction['additionalInstruction']), ...records(draft['note'])];
  return told.flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
}

/** Undefined where the timing does not say it: then "per day" may be one dose or several. */
function timesADay({ timing }: Resource): number | undefined {
  const repeat = isResource(timing) ? timing['repeat'] : undefined;
  if (!isResource(repeat)) return timing === undefined ? 1 : undefined;
  const { frequency = 1, period = 1, periodUnit = 'd' } = repeat;
  return period === 1 && periodUnit === 'd' && typeof frequency === 'number' ? frequency : undefined;
}

function withProduct(draft: Resource, { rxnorm, display }: NonNullable<NewDose['product']>): Resource {
  const { medicationReference: named, contained, ...rest } = draft;
  const nested = isResource(draft['medication']) ? draft['medication']['reference'] : undefined;
  const former = [named, nested].map((one) => (isResource(one) ? one['reference'] : undefined));
  // The drug that nothing names any more goes with its name (FHIR allows no contained resource without one).
  const kept = Array.isArray(contained)
    ? (contained as readonly unknown[]).filter((one) => !isResource(one) || !former.includes(`#${String(one['id'])}`))
    : [];
  return {
    ...rest,
    ...(kept.length === 0 ? {} : { contained: kept }),
    ...asDrugOf(draft, { coding: [{ system: RXNORM, code: rxnorm, display }], text: display }),
  };
}

/** `words`: what the laboratory is asked for; the code may be that of any genetic test. */
export function testOrder(draft: Resource, test: Coding, words: string, reason: string): Resource {
  return {
    resourceType: 'ServiceRequest',
    status: 'draft',
    intent: 'order',
    code: { coding: [{ system: test.system === '' ? LOINC : test.system, code: test.code, display: test.display }], text: words },
    ...carriedOver(draft, ['subject', 'encounter', 'requester']),
    reasonCode: [{ text: reason }],
  };
}

/**
 * Members of the draft for an order beside it. What they name inside the draft (`#…`) or by an address of the call (`urn:…`) does not exist for
 * the new order: a server refuses it for that, so such a reference stays behind.
 */
export function carriedOver(draft: Resource, names: readonly string[]): Resource {
  return Object.fromEntries(names.map((name) => [name, withoutLocal(draft[name])] as const).filter(([, value]) => value !== undefined));
}

/** Undefined when nothing is left. */
function withoutLocal(value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept = value.map(withoutLocal).filter((item) => item !== undefined);
    return kept.length === 0 ? undefined : kept;
  }
  if (!isResource(value)) return value;
  const { reference, ...rest } = value;
  // FHIR R5 has the reference of a reason one level further in.
  const named = typeof reference === 'string' ? ofElsewhere(reference) : withoutLocal(reference);
  if (named !== undefined) return { ...rest, reference: named };
  if (reference === undefined) return value;
  const { type: _type, ...words } = rest;
  return Object.keys(words).length === 0 ? undefined : words;
}

const ofElsewhere = (reference: string): string | undefined => (/^(?:#|urn:)/i.test(reference) ? undefined : reference);

function isResource(value: unknown): value is Resource {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
