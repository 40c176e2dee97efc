/** Allergies and intolerances → AllergyFact. */
import { IN_RELATIVE, RELATIVES } from '../codes/doubt/index.ts';
import type { AllergyFact, DataWarning } from '../facts.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { concept, concepts, dateOf, records, text, wordings, type Concept } from './elements.ts';
import type { Intake, IntakeResource, Reading } from './intake.ts';
import { isRefuted, statusOf } from './condition-status.ts';
import { recogniseDrug } from './medication/drug.ts';

/** Reads AllergyIntolerance. "No known allergies" is no allergy; refuted, entered-in-error and resolved ones are said and not used. */
export function readAllergies(intake: Intake, context: { readonly asOf: string; readonly vocabulary: Vocabulary }): Reading<AllergyFact> {
  const facts: AllergyFact[] = [];
  const warnings: DataWarning[] = [];
  for (const entry of intake.ofType('AllergyIntolerance')) {
    const { resource, reference } = entry;
    const substances = substancesOf(entry);
    const written = substances.flatMap(wordings)[0] ?? substances.flatMap((each) => each.codings)[0]?.code;
    const status = statusOf(resource);
    if (isRefuted(resource)) {
      warnings.push({ code: 'not-final', message: 'An allergy was not used because it was refuted or entered in error.', reference });
    } else if (status === 'resolved' || status === 'inactive') {
      warnings.push({ code: 'not-used', message: `An allergy was not used because it is ${status}.`, reference });
    } else if (written === undefined) {
      warnings.push({ code: 'unparsed', message: 'An allergy was not used because it names no substance.', reference });
    } else if (isOfRelative(entry)) {
      warnings.push({ code: 'not-used', message: 'An allergy was not used because it is a relative’s.', reference });
    } else if (!saysNone(substances)) {
      facts.push(allergyFact(entry, substances, written, context.vocabulary));
    }
  }
  return { facts, warnings };
}

/** "Malignant hyperthermia - father", "Family history of …": recorded with the patient's allergies all the same. */
export function isOfRelative(entry: IntakeResource): boolean {
  return substancesOf(entry).some((each) => wordings(each).some((words) => OF_RELATIVE.test(words)));
}
const OF_RELATIVE = new RegExp(String.raw`^\s*(?:family history|fhx?\b)|(?:[-–,;:(]\s*(?:${RELATIVES})|\b${IN_RELATIVE})\)?\s*$`, 'i');

/** What the patient reacts to: the code, and substances named with the reactions. */
function substancesOf({ resource }: IntakeResource): readonly Concept[] {
  return [concept(resource['code']), ...records(resource['reaction']).map((reaction) => concept(reaction['substance']))];
}

/** SNOMED CT 716186003 no known allergy, 409137002 no known drug allergy, 429625007 no known food allergy; or in words. */
const NONE: ReadonlySet<string> = new Set(['716186003', '409137002', '429625007']);

function saysNone(substances: readonly Concept[]): boolean {
  return substances.some(
    (each) =>
      each.codings.some((coding) => NONE.has(coding.code)) ||
      wordings(each).some((w) => /^\s*(no known|none known|nkda|nka\b|keine bekannt)/i.test(w)),
  );
}

function allergyFact(entry: IntakeResource, substances: readonly Concept[], written: string, vocabulary: Vocabulary): AllergyFact {
  const { resource, reference } = entry;
  const codes = substances.flatMap((each) => each.codings).filter((coding) => coding.code !== '');
  const drug = recogniseDrug({ codes, texts: substances.flatMap(wordings), parts: [], missingMedication: false }, vocabulary.drugs);
  const type = text(resource['type']) ?? concept(resource['type']).codings[0]?.code;
  const criticality = text(resource['criticality']);
  const recorded = dateOf(resource['recordedDate']) ?? dateOf(resource['onsetDateTime']);
  return {
    text: written,
    codes,
    ingredients: drug.ingredients,
    kind: type === 'allergy' || type === 'intolerance' ? type : 'unknown',
    reactions: records(resource['reaction']).flatMap((reaction) =>
      concepts(reaction['manifestation']).flatMap((each) => wordings(each)[0] ?? each.codings[0]?.code ?? []),
    ),
    source: { reference, ...(recorded === undefined ? {} : { issued: recorded }) },
    ...(criticality === undefined ? {} : { criticality }),
  };
}
