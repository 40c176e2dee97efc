/** Procedures: one that is recorded as done was done; one that is not recorded may have been done elsewhere. */
import type { ProcedureFact } from '../../../fhir-profiles/index.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import { PROCEDURES, type NamedProcedure } from '../criteria/conditions/procedures.ts';
import type { TrialPatient } from '../patient.ts';
import { dated, daysBetween, unknown, withinWords, yes, type Answer } from './answer.ts';
import { isForThisCancer, severalCancers } from './whose-treatment.ts';

const DONE: readonly string[] = ['completed', 'in-progress'];

/** Never a certain "no". A window is certain only for a full date. */
export function hadProcedure({ name, withinDays, sole }: Extract<Requirement, { kind: 'procedure' }>, patient: TrialPatient): Answer {
  const { facts } = patient;
  const entry = PROCEDURES.find((one) => one.name === name);
  const done = facts.procedures.filter((fact) => entry !== undefined && DONE.includes(fact.status) && isNamed(fact, entry));
  const found = sole === true ? done.filter((fact) => isForIt(fact, name, patient)) : done;
  for (const fact of found) {
    const day = fact.status === 'in-progress' ? facts.asOf : (fact.ended ?? fact.performed);
    const ago = daysBetween(day, facts.asOf);
    const said = dated(`${fact.text} recorded`, fact.performed ?? fact.ended);
    if (withinDays === undefined) {
      if (ago === null || ago >= 0) return yes(said);
    } else if (ago !== null && ago >= 0 && ago <= withinDays) return yes(`${said}, ${withinWords(withinDays, day)}`);
  }
  const status =
    withinDays === undefined && entry?.icd10
      ? facts.conditions.find(
          ({ codes, suspected }) =>
            suspected !== true && codes.some(({ system, code }) => /icd-?10/i.test(system) && entry.icd10?.test(code) === true),
        )
      : undefined;
  if (status) return yes(dated(`${status.text} recorded`, status.onset ?? status.source.issued));
  if (found.length < done.length) return severalCancers(name);
  const when = withinDays === undefined ? '' : ` within ${withinDays} days`;
  return unknown(`no ${name}${when} is recorded; the list of procedures may be incomplete`, `procedures: ${name}`);
}

/** Surgery without a reason may have been for anything. */
function isForIt(fact: ProcedureFact, name: string, patient: TrialPatient): boolean {
  const said = fact.reasons.length > 0 || (fact.reasonText ?? []).length > 0;
  return (said || !/^(?:major )?surgery$/.test(name)) && isForThisCancer(fact, patient);
}

function isNamed({ text, codes }: ProcedureFact, { recorded, not }: NamedProcedure): boolean {
  return [text, ...codes.flatMap(({ display }) => display ?? [])].some((words) => recorded.test(words) && not?.test(words) !== true);
}
