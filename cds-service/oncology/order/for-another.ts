/**
 * Drugs of the chart that were given for another tumour than the one at hand: they make no line of its treatment. A label "after earlier treatment" is not
 * borne out by the letrozole of a breast cancer years before, and one "for untreated disease" is not ruled out by it.
 */
import type { MedicationFact, PatientFacts, TumourFact } from '../../../fhir-profiles/index.ts';
import { ingredientName } from '../../knowledge/oncology/ingredient.ts';
import type { Approval, OncologyKnowledge } from '../../knowledge/oncology/types.ts';
import { labelMatch, readTumour, type PatientTumour } from '../tumour.ts';
import { readMarkers } from '../marker/markers.ts';
import { isCytotoxic } from './ordered-drugs.ts';

/** Of the drugs named: by the reason of the record, by its dates, or because what is known of the drug is of other tumours alone. */
export function givenForAnother(
  drugs: ReadonlySet<string>,
  { tumours, medications }: PatientFacts,
  knowledge: OncologyKnowledge,
  tumour: PatientTumour | null,
): ReadonlySet<string> {
  if (tumour === null || tumour.oncotree.size === 0) return new Set();
  const others = tumours.filter((fact) => isAnother(fact, tumour, knowledge));
  const given = others.length === 0 ? [] : medications.filter(({ role }) => role === 'past' || role === 'current');
  const byDrug = byIngredient(given);
  return new Set(
    [...drugs].filter((drug) => {
      const records = byDrug.get(drug) ?? [];
      if (records.length > 0 && records.every((record) => isForOther(record, tumour.fact, others))) return true;
      const labels = knowledge.index.approvalsByDrug.get(drug) ?? [];
      if (labels.length === 0 || isCytotoxic(drug) || labels.some((label) => labelMatch(label, tumour) !== null)) return false;
      return (
        isOfMarkedTumours(drug, labels) ||
        others.some((other) => labels.some((label) => labelMatch(label, readOf(other, knowledge)) !== null))
      );
    }),
  );
}

function byIngredient(medications: readonly MedicationFact[]): ReadonlyMap<string, readonly MedicationFact[]> {
  const byDrug = new Map<string, MedicationFact[]>();
  for (const medication of medications) {
    for (const drug of new Set(medication.ingredients.map(({ name }) => ingredientName(name)))) {
      const records = byDrug.get(drug);
      if (records === undefined) byDrug.set(drug, [medication]);
      else records.push(medication);
    }
  }
  return byDrug;
}

/** A primary of a type that is neither this one nor above or below it: the same tumour is often on file twice, once by its organ. */
export function isAnother(other: TumourFact, { fact, oncotree, oncotreeAncestors }: PatientTumour, knowledge: OncologyKnowledge): boolean {
  const type = other.oncotree;
  if (other.role !== 'primary' || type === null || other.source.reference === fact.source.reference) return false;
  if (oncotree.size === 0 || oncotree.has(type) || oncotreeAncestors.has(type)) return false;
  const above = readOf(other, knowledge);
  return [...oncotree].every((own) => !above.oncotree.has(own) && !above.oncotreeAncestors.has(own));
}

/** The record names the other tumour as its reason, or the course was over before this tumour began. */
function isForOther({ reasonReferences, end }: MedicationFact, { source, onset }: TumourFact, others: readonly TumourFact[]): boolean {
  if (reasonReferences.includes(source.reference)) return false;
  if (others.some((other) => reasonReferences.includes(other.source.reference))) return true;
  return onset !== undefined && end !== undefined && end.slice(0, onset.length) < onset;
}

/** Hormones, and drugs none of whose indications does without a finding: what they are given for is known. */
function isOfMarkedTumours(drug: string, labels: readonly Approval[]): boolean {
  return HORMONES.has(drug) || labels.every(({ required }) => required);
}
const HORMONES: ReadonlySet<string> = new Set([
  'tamoxifen',
  'letrozole',
  'anastrozole',
  'exemestane',
  'fulvestrant',
  'abiraterone',
  'enzalutamide',
]);

const NO_MARKERS = readMarkers([], []);
function readOf(fact: TumourFact, { tumours }: OncologyKnowledge): PatientTumour {
  return readTumour(fact, tumours, NO_MARKERS);
}
