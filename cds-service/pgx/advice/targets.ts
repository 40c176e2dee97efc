/** Which drugs are advised on: every ordered or taken systemic drug, or every drug that the knowledge covers. */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { PgxDrug } from '../../knowledge/pgx/types.ts';
import { isCombined } from './combined-treatments.ts';
import { linkedGenes } from './not-covered.ts';
import type { AdvicePatient } from './patient.ts';

export interface Target {
  readonly drug: PgxDrug;
  readonly order?: MedicationFact;
}

export function targets({ index, chart }: AdvicePatient, allDrugs: boolean): Target[] {
  const found = new Map<string, Target>();
  const statements = new Map<string, Target>();
  for (const medication of chart.facts.medications) {
    if (medication.systemic === false || (medication.role !== 'draft' && medication.role !== 'current')) continue;
    for (const ingredient of medication.ingredients) {
      const drug = index.drug(ingredient);
      if (drug === undefined || isCombined(drug.name, chart.facts.medications)) continue;
      if (medication.isOrder) found.set(`${drug.name}|${medication.source.reference}`, { drug, order: medication });
      else statements.set(drug.name, { drug, order: medication });
    }
  }
  const ordered = new Set([...found.values()].map(({ drug }) => drug.name));
  for (const [name, target] of statements) if (!ordered.has(name)) found.set(name, target);
  const listed = [...found.values()].sort(byName);
  if (!allDrugs) return listed;
  const taken = new Set(listed.map(({ drug }) => drug.name));
  const rest = index.drugs.filter(
    (drug) =>
      !taken.has(drug.name) &&
      !isCombined(drug.name, chart.facts.medications) &&
      (index.genes(drug.name).length > 0 || linkedGenes(index, drug.name).length > 0),
  );
  return [...listed, ...rest.map((drug) => ({ drug }))].sort(byName);
}

function byName(a: Target, b: Target): number {
  return a.drug.name.localeCompare(b.drug.name) || (a.order?.source.reference ?? '').localeCompare(b.order?.source.reference ?? '');
}
