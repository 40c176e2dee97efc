/**
 * Whose result it is. With active primaries of several organs a record seldom says of which tumour a variant or marker is, and a trial of one of them asks
 * for that one's: found or not found, it stays open. What is inherited is everybody's.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { unknown, type Answer } from './answer.ts';
import { severalOrgans } from './distant.ts';

export function ofOneTumour(asked: Requirement, answer: Answer, patient: TrialPatient): Answer {
  if (answer.verdict === 'unknown' || !severalOrgans(patient)) return answer;
  if (asked.kind === 'molecular' && asked.origin === 'germline') return answer;
  const names = [...new Set([...patient.tumours, ...patient.beside].map(({ name }) => name))].join(' and ');
  return unknown(`${answer.because}; ${names} are recorded, and not of which one the result is`, 'whose result it is');
}
