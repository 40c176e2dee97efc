/** The route of administration, and with it whether the drug reaches the whole body. */
import { systemicByRoute } from '../../codes/drug/routes.ts';
import { systemicOfForm } from '../../codes/drug/systemic.ts';
import type { Ingredient } from '../../facts.ts';
import { concept, records, isRecord } from '../elements.ts';
import type { RawResource } from '../intake.ts';

export interface RouteReading {
  readonly route?: string;
  /** The route decides; without one the product's form does; null when neither tells. */
  readonly systemic: boolean | null;
}

export function dosageRoute(
  resource: RawResource,
  drug: { readonly systemic: boolean | null; readonly doseForm?: string; readonly ingredients: readonly Ingredient[] },
): RouteReading {
  const dosages = [
    ...records(resource['dosageInstruction']),
    ...(isRecord(resource['dosage']) ? [resource['dosage']] : records(resource['dosage'])),
  ];
  const routes = dosages.map((dosage) => concept(dosage['route'])).filter((route) => route.codings.length > 0 || route.text !== undefined);
  const route = routes[0];
  const byForm = drug.systemic ?? (drug.doseForm === undefined ? null : systemicOfForm(drug.doseForm, drug.ingredients));
  if (route === undefined) return { systemic: byForm };
  const found = routes.map((each) => systemicByRoute(each, drug.ingredients));
  const named = route.text ?? route.codings.find((coding) => coding.display !== undefined)?.display ?? route.codings[0]?.code;
  const systemic = found.includes(true) ? true : found.includes(false) ? false : byForm;
  return { systemic, ...(named === undefined ? {} : { route: named }) };
}
