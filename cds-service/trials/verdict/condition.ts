/** A disease beside the tumour: the problem list can show it, its silence proves nothing. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { CONDITIONS } from '../criteria/conditions.ts';
import type { TrialPatient } from '../patient.ts';
import { dated, unknown, yes, type Answer } from './answer.ts';
import { meningealSpread } from './metastasis.ts';

const PRESENT: readonly string[] = ['active', 'recurrence', 'relapse'];

export function hasCondition({ name }: Extract<Requirement, { kind: 'condition' }>, patient: TrialPatient): Answer {
  const { facts } = patient;
  const entry = CONDITIONS.find((one) => one.name === name);
  const found = facts.conditions.find(
    ({ text, codes, clinicalStatus }) =>
      PRESENT.includes(clinicalStatus) &&
      !/\b(?:no|negative|history|family|screening|exposure|immune|immunity|vaccin\w*|rule out|suspected)\b/i.test(text) &&
      (entry?.recorded.test(text) === true ||
        codes.some(({ system, code }) => /icd-?10/i.test(system) && entry?.icd10?.test(code) === true)),
  );
  if (found) return yes(`${dated(`${found.text} recorded as active`, found.onset ?? found.source.issued)}`);
  const spread = name === 'leptomeningeal disease' ? meningealSpread(patient) : null;
  if (spread) return spread;
  return unknown(`${name} is not on the problem list, which may be incomplete`, `${name} (yes or no)`);
}
