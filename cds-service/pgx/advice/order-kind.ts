/** What kind of order it is: a loading dose, a long-acting injection. Their doses are not those that a share counts from. */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { OrderedDose } from './order-dose.ts';

/** Phenytoin is loaded with 10 to 20 mg/kg, a gram or more, and kept up with 4 to 7 mg/kg a day (labels of phenytoin and fosphenytoin injection). */
export function isLoad({ dose }: MedicationFact, ordered: OrderedDose | undefined): boolean {
  const large = ordered !== undefined && ordered.amount >= (ordered.unit === 'mg/kg' ? 10 : ordered.unit === 'mg' ? 1000 : Infinity);
  return large || /\b(?:re-?)?load(?:ing)?\b/i.test((dose?.text ?? '').replace(AFTER_LOAD, ' '));
}

const AFTER_LOAD = /\b(?:after|following|post|since|no|without)[\s-]+(?:the |a |an |iv |initial )*load(?:ing)?\b/gi;

export const isInjected = ({ text, doseForm, route = '' }: MedicationFact): boolean =>
  /\b(?:intravenous|intramuscular|subcutaneous|parenteral|injection|injectable|infusion|IV|IM|SC|SQ)\b/i.test(
    `${route} ${doseForm ?? ''} ${text}`,
  );

const LONG_ACTING =
  /\b(?:maintena|asimtufii|decanoate|enanthate|long-?acting inject\w*|LAI|depot|microspheres?)\b|\bextended[- ]release\b.*\b(?:inject|suspension|syringe)/i;
/** Once in a fortnight or less often. */
const SELDOM = 1 / 13;

export const isLongActing = ({ text, dose, route = '' }: MedicationFact): boolean =>
  LONG_ACTING.test(text) ||
  (dose?.unit === 'mg' &&
    dose.perDay !== undefined &&
    dose.perDay <= SELDOM &&
    /intramuscular|subcutaneous|\bIM\b/i.test(`${route} ${text}`));

/** Beside radiation lower doses are the full ones: 825 mg/m2 of capecitabine twice a day. */
export const isBesideRadiation = (order: MedicationFact | undefined): boolean =>
  /radiat|radioth|chemo-?radi|radiochemo|\b(?:RT|XRT|CRT)\b|strahlen|bestrahl/i.test(
    `${order?.text ?? ''} ${order?.dose?.text ?? ''} ${order?.reasonText.join(' ') ?? ''}`,
  );

/** Capsules and tablets that release slowly or are coated are taken whole. */
const WHOLE =
  /\bcapsules?\b|\bcap\b|\b(?:extended|delayed|sustained|modified|controlled|prolonged)[- ]release\b|\b(?:12|24) HR\b|\b(?:ER|XR|XL|SR|CR|DR)\b|film[- ]coated|filmtablette/i;
/** By their labels not to be split: siponimod (section 2.2), eliglustat (2.3). */
const NOT_SPLIT: ReadonlySet<string> = new Set(['siponimod', 'eliglustat']);

/** Whether the ordered product makes up the amount: whole pieces, of plain tablets also halves. Unknown strength: true. */
export function canBeDivided(order: MedicationFact | undefined, drug: string, amount: number): boolean {
  const [strength, ...others] = order?.strength ?? [];
  if (order === undefined || strength === undefined || others.length > 0 || strength.unit !== 'mg' || strength.per !== undefined)
    return true;
  const piece = WHOLE.test(`${order.text} ${order.doseForm ?? ''}`) || NOT_SPLIT.has(drug) ? strength.amount : strength.amount / 2;
  return Math.abs(amount / piece - Math.round(amount / piece)) < 1e-6;
}

/** Of these what harms is repeated intake (CPIC: titrated over days of an NSAID or a beta-blocker); a cancer drug or an opioid is another matter. */
const BY_REPETITION: ReadonlySet<string> = new Set(['celecoxib', 'flurbiprofen', 'ibuprofen', 'lornoxicam', 'meloxicam', 'metoprolol']);

/** One dose and no more of a drug whose advice is for repeated ones. */
export const isOneDoseOf = (drug: string, order: MedicationFact | undefined): boolean =>
  order?.dose?.single === true && BY_REPETITION.has(drug);
