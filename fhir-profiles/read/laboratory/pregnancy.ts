/** Pregnancy as a problem on the list: a LabFact like the observed status, when it can be a present pregnancy. */
import { pregnancyByCode } from '../../codes/laboratory/answers.ts';
import { ICD10CM, SNOMED } from '../../codes/systems.ts';
import type { DataWarning, LabFact } from '../../facts.ts';
import { isRefuted, statusOf } from '../condition-status.ts';
import { concept, dateOf, isRecord, wordings } from '../elements.ts';
import type { Intake, IntakeResource, Reading } from '../intake.ts';

/** A pregnancy is over 300 days after it began; problem lists are not. */
const LONGEST_DAYS = 300;

export function pregnancyConditions(intake: Intake, asOf: string): Reading<LabFact> {
  const facts: LabFact[] = [];
  const warnings: DataWarning[] = [];
  for (const entry of intake.ofType('Condition')) {
    if (!saysPregnant(entry) || isRefuted(entry.resource)) continue;
    const status = statusOf(entry.resource);
    if (status !== 'active' && status !== 'recurrence' && status !== 'unknown') continue;
    const began = beganOn(entry);
    const source = { reference: entry.reference, ...(began === undefined ? {} : { issued: began }) };
    if (began !== undefined && daysBetween(began, asOf) > LONGEST_DAYS) {
      warnings.push({
        code: 'stale',
        message: `A pregnancy on the problem list began more than ${LONGEST_DAYS} days ago; it was not taken as a present pregnancy.`,
        reference: entry.reference,
      });
      continue;
    }
    facts.push({ kind: 'pregnancy', value: 'pregnant', source, ...(began === undefined ? {} : { date: began }) });
  }
  return { facts, warnings };
}

function saysPregnant({ resource }: IntakeResource): boolean {
  const code = concept(resource['code']);
  const coded = code.codings.some(
    (coding) =>
      (coding.system === SNOMED && pregnancyByCode('snomed', coding.code)) ||
      ((coding.system === ICD10CM || /icd-10/i.test(coding.system)) && pregnancyByCode('icd10', coding.code.toUpperCase())),
  );
  return (
    coded ||
    wordings(code).some((wording) =>
      /^(pregnan(t|cy)|normal pregnancy|currently pregnant|intrauterine pregnancy|schwangerschaft|schwanger)\b(?!.*(history|prior|test))/i.test(
        wording.trim(),
      ),
    )
  );
}

function beganOn({ resource }: IntakeResource): string | undefined {
  const period = isRecord(resource['onsetPeriod']) ? resource['onsetPeriod'] : {};
  return dateOf(resource['onsetDateTime']) ?? dateOf(period['start']) ?? dateOf(resource['recordedDate']);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000;
}
