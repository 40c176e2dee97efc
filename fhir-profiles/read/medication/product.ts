/** What a medication resource names: every coding and every wording of the ordered product, wherever the resource keeps it. */
import type { Code } from '../../facts.ts';
import { concept, isRecord, records, text, type Concept, type Json } from '../elements.ts';
import type { Intake, IntakeResource } from '../intake.ts';

export interface NamedProduct {
  readonly codes: readonly Code[];
  /** Wordings, best first: text of the order, displays of its codings, display of the reference, texts of the Medication. */
  readonly texts: readonly string[];
  /** Ingredients listed one by one by a Medication (`Medication.ingredient`), each with its own codings and texts. */
  readonly parts: readonly { readonly codes: readonly Code[]; readonly texts: readonly string[] }[];
  /** Dose form stated by the Medication. */
  readonly doseForm?: string;
  /** True when a Medication is referred to that is not in the input. */
  readonly missingMedication: boolean;
}

/**
 * Collects the product of a MedicationRequest, Statement, Administration or Dispense.
 * R4 `medicationCodeableConcept` / `medicationReference`, R5 `medication.concept` / `medication.reference`,
 * DSTU2-like `medication` that is a plain reference; a Medication contained, beside the order, or given by display only (Epic).
 */
export function namedProduct(entry: IntakeResource, intake: Intake): NamedProduct {
  const { resource } = entry;
  const either = resource['medication'];
  const nested: Json = isRecord(either) ? either : {};
  const concepts = [resource['medicationCodeableConcept'], nested['concept'], nested['coding'] === undefined ? undefined : nested]
    .filter((each) => each !== undefined)
    .map(concept);
  const references = [resource['medicationReference'], nested['reference'] === undefined ? undefined : nested['reference'], nested]
    .map((each) => (typeof each === 'string' ? { reference: each } : each))
    .filter(isRecord)
    .filter((each) => each['reference'] !== undefined || each['display'] !== undefined || each['identifier'] !== undefined);
  const targets = references.map((reference) => intake.resolve(reference, entry));
  const medications = [...new Set(targets.flatMap((target) => (target === null ? [] : [target])))];
  const displays = references.flatMap((reference) => text(reference['display']) ?? []);
  const own = merge(concepts);
  const from = medications.map((medication) => medicationProduct(medication, intake, 0));
  const doseForm = from.find((each) => each.doseForm !== undefined)?.doseForm;
  return {
    codes: [...own.codes, ...from.flatMap((each) => each.codes)],
    texts: unique([...own.texts, ...displays, ...from.flatMap((each) => each.texts)]),
    parts: from.flatMap((each) => each.parts),
    missingMedication: references.some((reference) => reference['reference'] !== undefined) && medications.length === 0,
    ...(doseForm === undefined ? {} : { doseForm }),
  };
}

function medicationProduct(medication: IntakeResource, intake: Intake, depth: number): Omit<NamedProduct, 'missingMedication'> {
  const { resource } = medication;
  // DSTU1 has the name beside the code, and with DSTU2 what is in it one level further in.
  const product = isRecord(resource['product']) ? resource['product'] : {};
  const coded = merge([concept(resource['code'])]);
  const own = { ...coded, texts: unique([...coded.texts, ...[text(resource['name']) ?? []].flat()]) };
  const form = merge([concept(resource['form'] ?? resource['doseForm'] ?? product['form'])]);
  const parts = [...records(resource['ingredient']), ...records(product['ingredient'])].flatMap(
    (ingredient): readonly { codes: readonly Code[]; texts: readonly string[] }[] => {
      const item = isRecord(ingredient['item']) ? ingredient['item'] : {};
      const named = merge([concept(ingredient['itemCodeableConcept'] ?? item['concept'] ?? item)]);
      const reference = ingredient['itemReference'] ?? (typeof item['reference'] === 'string' ? item : item['reference']);
      const target = reference === undefined ? null : intake.resolve(reference, medication);
      if (target !== null && depth < 3) {
        const inner = medicationProduct(target, intake, depth + 1);
        return [{ codes: [...named.codes, ...inner.codes], texts: unique([...named.texts, ...inner.texts]) }, ...inner.parts];
      }
      const display = isRecord(reference) ? text(reference['display']) : undefined;
      const texts = display === undefined ? named.texts : [...named.texts, display];
      return named.codes.length === 0 && texts.length === 0 ? [] : [{ codes: named.codes, texts }];
    },
  );
  const doseForm = form.texts[0];
  return { codes: own.codes, texts: own.texts, parts, ...(doseForm === undefined ? {} : { doseForm }) };
}

function merge(concepts: readonly Concept[]): { codes: readonly Code[]; texts: readonly string[] } {
  return {
    codes: concepts.flatMap((each) => each.codings.filter((coding) => coding.code !== '')),
    texts: unique(concepts.flatMap((each) => [each.text ?? [], each.codings.flatMap((coding) => coding.display ?? [])].flat())),
  };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
