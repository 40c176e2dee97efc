/**
 * Adverse events with their grade → AdverseEventFact. The grade stands in an extension whose address ends in `grade` (the CTCAE profile of Standard
 * Health, Onconova, HL7's research profile), or in words of the severity; mild and severe alone are no grade.
 */
import type { AdverseEventFact } from '../facts.ts';
import { concept, listedWord, dateOf, isRecord, records, text, wordings, type Json } from './elements.ts';
import type { Intake, Reading } from './intake.ts';

/** Events that were only possible, entered in error or without a name are no facts. */
export function readAdverseEvents(intake: Intake): Reading<AdverseEventFact> {
  const facts = intake.ofType('AdverseEvent').flatMap(({ resource, reference }): AdverseEventFact[] => {
    const code = concept(resource['event'] ?? resource['code']);
    const written = wordings(code)[0] ?? code.codings[0]?.code;
    if (written === undefined || resource['actuality'] === 'potential' || resource['status'] === 'entered-in-error') return [];
    const date = dateOf(resource['date']) ?? dateOf(resource['recordedDate']) ?? dateOf(resource['detected']);
    const grade = gradeOf(resource);
    return [
      {
        text: written,
        codes: code.codings.filter((coding) => coding.code !== ''),
        status: statusOf(resource),
        attributed: records(resource['suspectEntity']).some(
          (entity) => !/\bun(?:likely|related)\b|not related/i.test(JSON.stringify(entity)),
        ),
        source: { reference, ...(date === undefined ? {} : { issued: date }) },
        ...(grade === undefined ? {} : { grade }),
        ...(date === undefined ? {} : { date }),
      },
    ];
  });
  return { facts, warnings: [] };
}

function gradeOf(resource: Json): number | undefined {
  const extension = records(resource['extension']).find(({ url }) => /grade$/i.test(text(url) ?? ''));
  const values = [extension?.['valueCodeableConcept'] ?? extension?.['valueCoding'] ?? extension?.['valueString'], resource['severity']];
  const integer = extension?.['valueInteger'];
  if (typeof integer === 'number') return inRange(integer);
  for (const value of values) {
    const read = concept(value);
    for (const word of [...read.codings.map(({ code }) => code), ...wordings(read)]) {
      const found = /^(?:(?:CTCAE |CTC )?grade )?([0-5])$/i.exec(word.trim())?.[1];
      if (found !== undefined) return inRange(Number(found));
    }
  }
  return undefined;
}
const inRange = (grade: number): number | undefined => (Number.isInteger(grade) && grade >= 0 && grade <= 5 ? grade : undefined);

const OUTCOMES: ReadonlySet<string> = new Set(['resolved', 'recovering', 'ongoing', 'resolvedwithsequelae', 'fatal', 'unknown']);

/** R4 outcomes: resolved, recovering, ongoing, resolvedWithSequelae, fatal, unknown; a date on which it ended makes it over. */
function statusOf(resource: Json): AdverseEventFact['status'] {
  const word = (listedWord(resource['outcome'], OUTCOMES) ?? '').toLowerCase();
  const ended = records(resource['extension']).some(({ url }) => /resolved-?date$/i.test(text(url) ?? ''));
  const period = isRecord(resource['occurrencePeriod']) ? resource['occurrencePeriod'] : {};
  if (ended || dateOf(period['end']) !== undefined || /^resolved|^recovered|fatal/.test(word)) return 'over';
  return /ongoing|recovering|not[- ]?(?:resolved|recovered)/.test(word) ? 'ongoing' : 'unknown';
}
