/** What trials ask about beside treatment: vaccinations that were given, and studies that the patient takes part in. */
import type { StudyFact, VaccinationFact } from '../facts.ts';
import { concept, concepts, dateOf, isRecord, text, wordings, type Json } from './elements.ts';
import type { Intake, Reading } from './intake.ts';

/** Immunization with status `completed`. */
export function readVaccinations(intake: Intake): Reading<VaccinationFact> {
  const facts = intake.ofType('Immunization').flatMap(({ resource, reference }): VaccinationFact[] => {
    const code = concept(resource['vaccineCode']);
    const written = wordings(code)[0] ?? code.codings[0]?.code;
    if (written === undefined || resource['status'] !== 'completed') return [];
    const date = dateOf(resource['occurrenceDateTime']) ?? dateOf(resource['date']);
    return [
      {
        text: written,
        codes: code.codings.filter((coding) => coding.code !== ''),
        source: { reference, ...(date === undefined ? {} : { issued: date }) },
        ...(date === undefined ? {} : { date }),
      },
    ];
  });
  return { facts, warnings: [] };
}

/**
 * R4 state of who receives the agent that is studied (`on-study` alone may be observation), and of who is off it; screening and the rest are neither
 * (research-subject-status).
 */
const ON = 'on-study-intervention';
const OFF: ReadonlySet<string> = new Set(['off-study', 'withdrawn', 'follow-up', 'on-study-observation']);
const NEVER: ReadonlySet<string> = new Set([
  'ineligible',
  'not-registered',
  'candidate',
  'potential-candidate',
  'screening',
  'eligible',
  'pending-on-study',
]);

/** ResearchSubject of somebody who was enrolled in a study that treats, as the study itself says. */
export function readStudies(intake: Intake): Reading<StudyFact> {
  const facts = intake.ofType('ResearchSubject').flatMap((entry): StudyFact[] => {
    const { resource, reference } = entry;
    const status = text(resource['status']) ?? '';
    if (NEVER.has(status)) return [];
    const study = intake.resolve(resource['study'], entry);
    const described: Json = study?.resource ?? {};
    const named = isRecord(resource['study']) ? text(resource['study']['display']) : undefined;
    const title = text(described['title']) ?? named ?? 'a study';
    const phases = concepts([described['phase']]).flatMap(({ codings }) => codings.map(({ code }) => code));
    const purpose = concept(described['primaryPurposeType']).codings.map(({ code }) => code);
    const treats = phases.some((phase) => /phase/.test(phase)) || purpose.includes('treatment');
    const period = isRecord(resource['period']) ? resource['period'] : {};
    const [start, end] = [dateOf(period['start']), dateOf(period['end'])];
    if (!treats) return [];
    return [
      {
        text: title,
        on: status === ON && end === undefined ? true : OFF.has(status) || end !== undefined ? false : null,
        source: { reference, ...(start === undefined ? {} : { issued: start }) },
        ...(start === undefined ? {} : { start }),
        ...(end === undefined ? {} : { end }),
      },
    ];
  });
  return { facts, warnings: [] };
}
