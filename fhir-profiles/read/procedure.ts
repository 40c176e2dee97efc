/** Procedures → ProcedureFact. */
import type { DataWarning, ProcedureFact } from '../facts.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { concept, dateOf, isRecord, list, text, wordings } from './elements.ts';
import type { Intake, IntakeResource, Reading } from './intake.ts';

/** Reads every Procedure with its status; entered-in-error ones and those that were not done are said and not used. */
export function readProcedures(
  intake: Intake,
  context: { readonly asOf: string; readonly vocabulary: Vocabulary },
): Reading<ProcedureFact> {
  void context;
  const facts: ProcedureFact[] = [];
  const warnings: DataWarning[] = [];
  for (const entry of intake.ofType('Procedure')) {
    const { resource, reference } = entry;
    const status = text(resource['status'])?.toLowerCase() ?? 'unknown';
    const written = wordings(concept(resource['code']))[0] ?? concept(resource['code']).codings[0]?.code;
    if (status === 'entered-in-error' || status === 'not-done') {
      const why = status === 'not-done' ? 'it was not done' : 'it was entered in error';
      warnings.push({ code: 'not-final', message: `A procedure was not used because ${why}.`, reference });
    } else if (written === undefined) {
      warnings.push({ code: 'unparsed', message: 'A procedure was not used because it says not what was done.', reference });
    } else {
      facts.push(procedureFact(entry, status, written, intake));
    }
  }
  return { facts, warnings };
}

function procedureFact(entry: IntakeResource, status: string, written: string, intake: Intake): ProcedureFact {
  const { resource, reference } = entry;
  const period = isRecord(resource['performedPeriod'] ?? resource['occurrencePeriod'])
    ? (resource['performedPeriod'] ?? resource['occurrencePeriod'])
    : {};
  const performed =
    dateOf(resource['performedDateTime']) ??
    dateOf(resource['occurrenceDateTime']) ??
    (isRecord(period) ? (dateOf(period['start']) ?? dateOf(period['end'])) : undefined);
  const ended = isRecord(period) ? dateOf(period['end']) : undefined;
  const fromReferences = list(resource['reasonReference']).flatMap((each) => {
    const target = intake.resolve(each, entry);
    return target?.type === 'Condition' ? [concept(target.resource['code'])] : [];
  });
  const given = [...list(resource['reasonCode']).map(concept), ...fromReferences];
  const reasons = given.flatMap(({ codings }) => codings).filter((coding) => coding.code !== '');
  const reasonText = given.flatMap((reason) => reason.text ?? []);
  return {
    codes: concept(resource['code']).codings.filter((coding) => coding.code !== ''),
    text: written,
    status,
    reasons,
    ...(reasonText.length === 0 ? {} : { reasonText }),
    source: { reference, ...(performed === undefined ? {} : { issued: performed }) },
    ...(performed === undefined ? {} : { performed }),
    ...(ended === undefined ? {} : { ended }),
  };
}
