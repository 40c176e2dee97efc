/**
 * Past the menopause: where it is recorded, after removal of both ovaries, and from 60 years on, as trials define it themselves (NCT04886531, ClinicalTrials.gov
 * snapshot 2026-01: "prior bilateral oophorectomy, age ≥ 60 years, or …"). Younger women of whom nothing is recorded may be either.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { dated, no, unknown, yes, type Answer } from './answer.ts';
import { menopauseRecorded } from './childbearing.ts';
import { latestOf } from './laboratory.ts';

const PAST_FROM = 60;

export function hasMenopause({ state }: Extract<Requirement, { kind: 'menopause' }>, patient: TrialPatient): Answer {
  const { facts } = patient;
  if (facts.patient.sex !== 'female') return unknown('asked of women');
  const past = pastMenopause(patient);
  if (past !== null) return state === 'post' ? yes(past) : no(past);
  const status = latestOf(facts.labs, 'menopause', facts.asOf);
  if (status === null || status === 'conflict') return unknown('menopausal status is not recorded', 'menopausal status');
  const said = dated(String(status.value), status.date ?? status.source.issued);
  // Years later she may be past it.
  return status.value === 'premenopausal' && state === 'pre' ? yes(said) : unknown(said, 'menopausal status');
}

function pastMenopause(patient: TrialPatient): string | null {
  const { ageYears } = patient.facts.patient;
  return ageYears !== undefined && ageYears >= PAST_FROM ? `age ${ageYears}` : menopauseRecorded(patient);
}
