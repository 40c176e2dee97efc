/** Problems and diagnoses → ConditionFact. */
import { RELATIVES } from '../codes/doubt/index.ts';
import type { ConditionFact, DataWarning } from '../facts.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isOfRelative } from './allergy.ts';
import { isRefuted, isSuspected, statusOf } from './condition-status.ts';
import { concept, concepts, dateOf, isRecord, records, text, wordings } from './elements.ts';
import type { Intake, IntakeResource, Reading } from './intake.ts';

/** Reads every Condition of the patient. Refuted and entered-in-error ones are said and not used; a relative's disease is none of the patient's. */
export function readConditions(
  intake: Intake,
  context: { readonly asOf: string; readonly vocabulary: Vocabulary },
): Reading<ConditionFact> {
  void context;
  const facts: ConditionFact[] = [];
  const warnings: DataWarning[] = [];
  for (const entry of intake.ofType('Condition')) {
    const { resource, reference } = entry;
    const code = concept(resource['code']);
    const written = wordings(code)[0] ?? code.codings[0]?.code;
    if (isRefuted(resource)) {
      warnings.push({ code: 'not-final', message: 'A condition was not used because it was refuted or entered in error.', reference });
    } else if (written === undefined) {
      warnings.push({ code: 'unparsed', message: 'A condition was not used because it names no diagnosis.', reference });
    } else if (OF_OTHER.test(written)) {
      warnings.push({
        code: 'not-used',
        message: 'A condition recorded of another person was not taken as one of the patient.',
        reference,
      });
    } else if (isFamilyHistory(entry)) {
      warnings.push({
        code: 'not-used',
        message: 'A condition recorded as family history was not taken as a condition of the patient.',
        reference,
      });
    } else {
      facts.push(conditionFact(entry, written));
    }
  }
  return { facts, warnings };
}

/** Diseases of relatives: Conditions recorded as family history, and the conditions of a FamilyMemberHistory. */
export function readFamilyHistory(intake: Intake): Reading<ConditionFact> {
  const recorded = intake
    .ofType('Condition')
    .filter((entry) => !isRefuted(entry.resource) && isFamilyHistory(entry))
    .flatMap((entry) => {
      const written = wordings(concept(entry.resource['code']))[0];
      return written === undefined ? [] : [conditionFact(entry, written)];
    });
  const ofMembers = intake
    .ofType('FamilyMemberHistory')
    .filter(({ resource }) => !/^(?:entered-in-error|health-unknown)$/.test(text(resource['status']) ?? ''))
    .flatMap((entry) =>
      records(entry.resource['condition']).flatMap((part) => {
        const written = wordings(concept(part['code']))[0];
        return written === undefined
          ? []
          : [conditionFact({ ...entry, resource: { resourceType: 'Condition', code: part['code'] } }, written)];
      }),
    );
  const onAllergyList = intake
    .ofType('AllergyIntolerance')
    .filter((entry) => !isRefuted(entry.resource) && isOfRelative(entry))
    .flatMap((entry) => {
      const written = wordings(concept(entry.resource['code']))[0];
      return written === undefined ? [] : [conditionFact(entry, written.replace(/[\s\-–,;:(]+[^\s\-–,;:()]+\)?\s*$/, ''))];
    });
  return { facts: [...recorded, ...ofMembers, ...onAllergyList], warnings: [] };
}

function conditionFact(entry: IntakeResource, written: string): ConditionFact {
  const { resource, reference } = entry;
  const onset = onsetOf(entry);
  const recorded = dateOf(resource['recordedDate']) ?? dateOf(resource['assertedDate']) ?? onset;
  const category = concepts(resource['category']).flatMap((each) =>
    each.codings.length > 0 ? each.codings.map(({ code }) => code) : (each.text ?? []),
  );
  return {
    codes: concept(resource['code']).codings.filter((coding) => coding.code !== ''),
    text: written,
    clinicalStatus: statusOf(resource),
    ...(isSuspected(resource) ? { suspected: true as const } : {}),
    category,
    source: { reference, ...(recorded === undefined ? {} : { issued: recorded }) },
    ...(onset === undefined ? {} : { onset }),
  };
}

function onsetOf({ resource }: IntakeResource): string | undefined {
  const period = isRecord(resource['onsetPeriod']) ? resource['onsetPeriod'] : {};
  return dateOf(resource['onsetDateTime']) ?? dateOf(period['start']) ?? dateOf(text(resource['onsetString']));
}

/** "Family history of …" as a category, a SNOMED CT or ICD-10 family-history code, or in words. */
export function isFamilyHistory({ resource }: IntakeResource): boolean {
  const code = concept(resource['code']);
  const inCategory = concepts(resource['category']).some((each) =>
    [each.text, ...each.codings.flatMap((c) => [c.code, c.display])].some((w) => w !== undefined && /family.?history/i.test(w)),
  );
  const inCode = code.codings.some((coding) => /icd-10/i.test(coding.system) && /^Z8[0-4](\.|$)/i.test(coding.code));
  return inCategory || inCode || wordings(code).some((wording) => FAMILY.test(wording) || OF_RELATIVE.test(wording));
}

const FAMILY =
  /^\s*(?:fh\s*:|(?:family (?:history|hx|member)|familial history|fhx|familienanamnese|(?:maternal|paternal) (?:family )?history|familieanamnese|anamnesi familiare)\b|ant[ée]c[ée]dente?s? famil)/i;
const BLOOD = `(?:${RELATIVES})`;
/** "Father: malignant hyperthermia", "Mother has …", "malignant hyperthermia (father)". */
const OF_RELATIVE = new RegExp(
  String.raw`^\s*(?:the |his |her )?${BLOOD}(?:['’]s)?\s*(?::|[-–]\s|(?:has|had|with|carries|hat)\s)|(?:\((?:in )?|\s[-–]\s)(?:the |his |her )?${BLOOD}\)?\s*$`,
  'i',
);
/** A donor's, or of somebody who is no relative: neither the patient's nor of the family. */
const OF_OTHER =
  /^\s*(?:carrier (?:status|testing|screening) (?:of )?(?:the )?)?(?:partner|husband|wife|spouse|donor|spender|donneur|donante)(?:['’]s)?\s*(?::|[-–]\s|(?:has|had|with|carries)\s)/i;
