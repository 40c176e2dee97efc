/**
 * Drugs whose guideline speaks of them alone, and the partners with which they are another treatment. CPIC's ivacaftor guideline (2014, PMID
 * 24598717) is of ivacaftor by itself, before its combinations: without a responsive variant it says to avoid it, while F508del is what the
 * combinations with lumacaftor, tezacaftor and elexacaftor are meant for. The evening tablet of such a regimen is ordered as ivacaftor alone,
 * so partners anywhere on the list count.
 */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

const PARTNERS: Readonly<Record<string, ReadonlySet<string>>> = {
  ivacaftor: new Set(['elexacaftor', 'tezacaftor', 'lumacaftor']),
};

/** True when the drug is part of a combined treatment, of which its own guideline says nothing. */
export function isCombined(drug: string, medications: readonly MedicationFact[]): boolean {
  const partners = entryOf(PARTNERS, drug);
  if (partners === undefined) return false;
  return medications.some(
    ({ role, ingredients }) => (role === 'draft' || role === 'current') && ingredients.some(({ name }) => partners.has(name)),
  );
}
