/** Whether a drug is being ordered, taken now, was taken, or was not: from status, intent, dates and adherence. */
import type { DataWarning, MedicationFact } from '../../facts.ts';
import { concept, isRecord, numberOf, text } from '../elements.ts';
import type { RawResource } from '../intake.ts';
import { entryOf } from '../../entry-of.ts';

export interface MedicationRole {
  readonly status: string;
  readonly role: MedicationFact['role'];
  readonly isOrder: boolean;
  /** Said in a warning when the status is missing or unknown. */
  readonly doubt?: Pick<DataWarning, 'code' | 'message'>;
}

type Role = MedicationFact['role'];

/** FHIR R4 status codes of the four resources, with the R5 and STU3 ones that differ. */
const REQUEST: Readonly<Record<string, Role>> = {
  draft: 'draft',
  active: 'current',
  'on-hold': 'past',
  completed: 'past',
  stopped: 'past',
  ended: 'past',
  cancelled: 'not-taken',
};
const STATEMENT: Readonly<Record<string, Role>> = {
  active: 'current',
  recorded: 'current',
  intended: 'draft',
  draft: 'draft',
  'on-hold': 'past',
  completed: 'past',
  stopped: 'past',
  'not-taken': 'not-taken',
};
const ADMINISTRATION: Readonly<Record<string, Role>> = {
  'in-progress': 'current',
  'on-hold': 'past',
  completed: 'past',
  stopped: 'past',
  'not-done': 'not-taken',
  cancelled: 'not-taken',
};
const DISPENSE: Readonly<Record<string, Role>> = {
  preparation: 'current',
  'in-progress': 'current',
  'on-hold': 'past',
  completed: 'current',
  stopped: 'past',
  cancelled: 'not-taken',
  declined: 'not-taken',
};
const BY_TYPE: Readonly<Record<string, Readonly<Record<string, Role>>>> = {
  MedicationRequest: REQUEST,
  MedicationStatement: STATEMENT,
  MedicationAdministration: ADMINISTRATION,
  MedicationDispense: DISPENSE,
};

/** Days that a dispensed supply is taken to last when the record gives no number. */
const SUPPLY_DAYS = 30;

/** Role at `asOf`. A missing or unknown status never hides a drug: an order counts as being written, anything else as taken now. */
export function medicationRole(resource: RawResource, end: string | undefined, asOf: string): MedicationRole {
  const status = (text(resource['status']) ?? '').toLowerCase();
  const type = resource.resourceType;
  const isRequest = type === 'MedicationRequest';
  const listed = entryOf(entryOf(BY_TYPE, type), status);
  if (resource['doNotPerform'] === true || resource['doNotPerform'] === 'true') return { status, role: 'not-taken', isOrder: false };
  if (listed === undefined) {
    return {
      status: status === '' ? 'unknown' : status,
      role: isRequest ? 'draft' : 'current',
      isOrder: isRequest,
      doubt: {
        code: 'missing',
        message: `The status of this ${spoken(type)} is ${status === '' ? 'missing' : 'unknown'}; it was read as ${isRequest ? 'an order being written' : 'taken now'}.`,
      },
    };
  }
  if (wasNeverTaken(resource)) return { status, role: 'not-taken', isOrder: false };
  const isOrder = isRequest && (status === 'draft' || status === 'active');
  return { status, isOrder, role: atDate(resource, listed, end, asOf) };
}

function atDate(resource: RawResource, listed: Role, end: string | undefined, asOf: string): Role {
  if (listed !== 'current') return listed;
  if (adheres(resource, /^not-taking/)) return 'not-taken';
  if (adheres(resource, /^(?:on-hold|stopped)/)) return 'past';
  const intent = text(resource['intent']);
  if (intent === 'proposal' || intent === 'plan' || intent === 'option') return 'draft';
  if (resource.resourceType === 'MedicationDispense') return supplyLasts(resource, asOf) ? 'current' : 'past';
  return end !== undefined && end.slice(0, 10) < asOf.slice(0, end.length) ? 'past' : 'current';
}

/** Older statements and administrations deny beside their status, which may be "completed": STU3 `taken` and `notGiven`, DSTU2 `wasNotTaken` and `wasNotGiven`. */
function wasNeverTaken(resource: RawResource): boolean {
  return text(resource['taken']) === 'n' || ['wasNotTaken', 'wasNotGiven', 'notGiven'].some((name) => resource[name] === true);
}

/** R5 `adherence.code`. */
function adheres(resource: RawResource, code: RegExp): boolean {
  const adherence = isRecord(resource['adherence']) ? concept(resource['adherence']['code']) : undefined;
  return adherence?.codings.some((coding) => code.test(coding.code)) ?? false;
}

function supplyLasts(resource: RawResource, asOf: string): boolean {
  const status = text(resource['status']);
  if (status !== 'completed') return true;
  const handed = text(resource['whenHandedOver']) ?? text(resource['whenPrepared']);
  if (handed === undefined) return false;
  const supply = isRecord(resource['daysSupply']) ? numberOf(resource['daysSupply']['value']) : undefined;
  const days = (Date.parse(asOf.slice(0, 10)) - Date.parse(handed.slice(0, 10))) / 86_400_000;
  return Number.isFinite(days) && days <= (supply ?? SUPPLY_DAYS);
}

function spoken(type: string): string {
  return type.replace(/^Medication/, 'medication ').toLowerCase();
}
