/** Vaccinations and other studies: what is recorded was so; what is not recorded may have been elsewhere. */
import type { VaccinationFact } from '../../../fhir-profiles/index.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { dated, daysBetween, unknown, withinWords, yes, type Answer } from './answer.ts';

/**
 * Live vaccines by CVX code, names as listed publicly (looked up 2026-11-21): MMR and its parts, MMRV, varicella, zoster live, intranasal influenza, yellow
 * fever, oral typhoid, rotavirus, oral polio, BCG, vaccinia, live cholera, live Ebola. Which are live: CDC, General Best Practices for Immunization (2023),
 * FPnotebook, live attenuated vaccine. A vaccine without specified formulation (zoster, influenza, typhoid) is none.
 */
const LIVE_CVX: ReadonlySet<string> = new Set(
  '2 02 3 03 4 04 5 05 6 06 7 07 38 94 21 121 111 125 149 37 183 184 25 74 116 119 122 178 179 182 19 75 105 174 204'.split(' '),
);
const LIVE_WORDS =
  /\blive\b|\bMMRV?\b|\bmeasles\b|\bvaricella\b(?!.*recombinant)|\bflumist\b|\byellow fever\b|\brotavirus\b|\bvivotif\b|\btyphoid,? oral|\boral typhoid|\bBCG\b|bacill\w+ calmette|\bzostavax\b|\bOPV\b|\boral polio|\bvaccinia\b/i;
const NOT_LIVE = /\b(?:inactivated|recombinant|killed|not live|non-live|immune globulin|subunit|mRNA)\b/i;

function isLive({ text, codes }: VaccinationFact): boolean {
  const cvx = codes.find(({ system }) => /\bcvx$/i.test(system));
  if (cvx !== undefined) return LIVE_CVX.has(cvx.code);
  return LIVE_WORDS.test(text) && !NOT_LIVE.test(text);
}

export function hadLiveVaccine({ withinDays }: Extract<Requirement, { kind: 'live-vaccine' }>, { facts }: TrialPatient): Answer {
  for (const given of facts.vaccinations ?? []) {
    const ago = daysBetween(given.date, facts.asOf);
    if (ago !== null && ago >= 0 && ago <= withinDays && isLive(given))
      return yes(`${dated(`${given.text} given`, given.date)}, ${withinWords(withinDays, given.date)}`);
  }
  return unknown(`no live vaccine within ${withinDays} days is recorded; vaccinations may be incomplete`, 'live vaccine');
}

/** Only a study that goes on counts: when the last dose of one that is over was given is not recorded. */
export function isInOtherStudy(_: Extract<Requirement, { kind: 'other-study' }>, { facts }: TrialPatient): Answer {
  const study = facts.studies?.find(({ on }) => on === true);
  if (study) return yes(dated(`receives what is studied in ${study.text}`, study.start));
  return unknown('no other study is recorded as going on; the record may be incomplete', 'other study');
}
