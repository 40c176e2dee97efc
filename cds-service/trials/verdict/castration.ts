/** Whether a prostate cancer still answers to castration: as the diagnosis, or a code of its own, says. Resistance comes after sensitivity and stays. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { castrationOf } from '../../oncology/index.ts';
import type { TrialPatient } from '../patient.ts';
import { no, unknown, yes, type Answer } from './answer.ts';

export function answersToCastration({ state }: Extract<Requirement, { kind: 'castration' }>, { facts }: TrialPatient): Answer {
  const said = castrationOf(facts);
  const missing = 'castration-sensitive or castration-resistant';
  if (said === null) return unknown(`whether the cancer is castration-${state} is not recorded`, missing);
  const recorded = `recorded as castration-${said}`;
  if (said === state) return state === 'resistant' ? yes(recorded) : unknown(`${recorded}; whether it still is`, missing);
  return state === 'sensitive' ? no(recorded) : unknown(`${recorded}; whether it is resistant by now`, missing);
}
