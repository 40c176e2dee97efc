/** The cancer drugs of the chart: what is ordered, taken and was taken. */
import type { MedicationFact, PatientFacts } from '../../../fhir-profiles/index.ts';
import { ingredientName } from '../../knowledge/oncology/ingredient.ts';
import type { Therapy } from '../../knowledge/oncology/types.ts';

export interface OrderedDrug {
  readonly order: MedicationFact;
  /** Ingredient name as the knowledge spells it. */
  readonly ingredient: string;
  readonly rxnorm: string | null;
}

export function orderedDrugs(facts: PatientFacts): OrderedDrug[] {
  return facts.medications
    .filter((medication) => medication.isOrder && medication.role !== 'not-taken' && medication.systemic !== false)
    .flatMap((order) => order.ingredients.map(({ name, rxnorm }) => ({ order, ingredient: ingredientName(name), rxnorm })));
}

/** Taken now by a record that is no order: a statement, a dispense or an administration. */
export function takenDrugs(facts: PatientFacts): OrderedDrug[] {
  return facts.medications
    .filter((medication) => !medication.isOrder && medication.role === 'current' && medication.systemic !== false)
    .flatMap((order) => order.ingredients.map(({ name, rxnorm }) => ({ order, ingredient: ingredientName(name), rxnorm })));
}

/** Ingredients ordered or taken now: what a combination is completed with. */
export const regimen = oncePerChart((facts) => ingredients(facts.medications.filter(({ role }) => role === 'draft' || role === 'current')));
/** Ingredients that the chart knows at all, also those of the past. */
export const everTaken = oncePerChart((facts) => ingredients(facts.medications.filter(({ role }) => role !== 'not-taken')));

function ingredients(medications: readonly MedicationFact[]): ReadonlySet<string> {
  return new Set(medications.flatMap((medication) => medication.ingredients.map(({ name }) => ingredientName(name))));
}

/** These are asked for at each order, and a chart may hold thousands of prescriptions. */
function oncePerChart(read: (facts: PatientFacts) => ReadonlySet<string>): (facts: PatientFacts) => ReadonlySet<string> {
  const known = new WeakMap<PatientFacts, ReadonlySet<string>>();
  return (facts) => {
    const found = known.get(facts) ?? read(facts);
    known.set(facts, found);
    return found;
  };
}

export function includesDrug(therapies: readonly Therapy[], ingredient: string): boolean {
  return therapies.some((therapy) => therapy.ingredient === ingredient);
}

/** Classical cytotoxic drugs: an approved targeted option for the finding at hand comes before them. */
const CYTOTOXIC = new Set([
  'carboplatin', 'cisplatin', 'oxaliplatin', 'pemetrexed', 'paclitaxel', 'docetaxel', 'gemcitabine', 'vinorelbine', 'etoposide', 'irinotecan',
  'topotecan', 'fluorouracil', 'capecitabine', 'doxorubicin', 'epirubicin', 'cyclophosphamide', 'dacarbazine', 'temozolomide', 'cytarabine',
  'daunorubicin', 'idarubicin', 'ifosfamide', 'vincristine',
]); // prettier-ignore
export function isCytotoxic(ingredient: string): boolean {
  return CYTOTOXIC.has(ingredient);
}

/** Partners of targeted drugs that are in use by themselves for every kind of this tumour. */
const PARTNERS = new Set([
  'letrozole',
  'anastrozole',
  'exemestane',
  'tamoxifen',
  'fulvestrant',
  'abiraterone',
  'enzalutamide',
  'bevacizumab',
  'azacitidine',
]);
export function isBackbone(ingredient: string): boolean {
  return isCytotoxic(ingredient) || PARTNERS.has(ingredient);
}
