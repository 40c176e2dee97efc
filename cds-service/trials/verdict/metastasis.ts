/** Metastases in the brain and the liver. */
import type { TumourFact } from '../../../fhir-profiles/index.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { no, unknown, yes, type Answer } from './answer.ts';
import { isSuspected } from './distant.ts';
import { tellsSpread } from './stage-meaning.ts';
import { hasExtent } from './extent.ts';

const BRAIN = /\b(?:brain|cerebr\w+|cerebell\w+|central nervous system|CNS|intracranial)\b/i;
const MENINGES = /\blepto-?mening|\bcarcinomatous mening|\bmeningeal (?:metasta|carcinomatosis)/i;
const LIVER = /\b(?:liver|hepatic|leber)/i;
/** "No evidence of brain metastases" is written where diagnoses are. */
const DENIED = /\b(?:no|without|negative for|absence of|free of|rule[d]? out|suspected|suspicious|possible|history of|screening)\b/i;
/** A confirmed entry before one that is only suspected. */
function recorded(patient: TrialPatient, place: RegExp): TumourFact | undefined {
  const found = allRecorded(patient, place);
  return found.find((one) => !isSuspected(one)) ?? found[0];
}
function allRecorded({ facts }: TrialPatient, place: RegExp): TumourFact[] {
  return facts.tumours.filter(
    ({ role, text, bodySites, clinicalStatus }) =>
      role === 'secondary' &&
      !['resolved', 'inactive', 'remission'].includes(clinicalStatus) &&
      !DENIED.test(text) &&
      place.test([text, ...bodySites].join(' ')),
  );
}

/** "No" only where a recent stage says that nothing has spread; that nobody wrote of them proves nothing. */
export function hasBrainMetastases(patient: TrialPatient): Answer {
  const found = recorded(patient, BRAIN);
  if (found && isSuspected(found)) return unknown(`${found.text} is suspected, not confirmed`, 'brain imaging');
  if (found) return yes(`brain metastases recorded${found.onset === undefined ? '' : ` on ${found.onset.slice(0, 10)}`}`);
  return noSpread(patient) ?? unknown('brain metastases are neither recorded nor excluded', 'brain imaging');
}

/** Leptomeningeal disease that is recorded among the tumours; null where nothing is known. */
export function meningealSpread(patient: TrialPatient): Answer | null {
  const found = recorded(patient, MENINGES);
  if (found && isSuspected(found)) return null;
  return found ? yes(`${found.text} recorded${found.onset === undefined ? '' : ` on ${found.onset.slice(0, 10)}`}`) : noSpread(patient);
}

/** "No" where a recent stage says that nothing has spread; null where nothing is known. */
function noSpread(patient: TrialPatient): Answer | null {
  const [main] = patient.tumours;
  if (patient.tumours.length === 1 && patient.beside.length === 0 && main?.solid === true && tellsSpread(main, patient.trees)) {
    const spread = hasExtent({ kind: 'extent', extent: 'metastatic' }, patient);
    if (spread.verdict === 'no') return no(`${spread.because}: no distant metastases`);
  }
  return null;
}

type Place = Extract<Requirement, { kind: 'metastases' }>['place'];
const OF: Readonly<Record<Place, readonly [words: RegExp, codes: RegExp, imaging: string]>> = {
  bone: [/\b(?:bones?|skelet\w*|osseous|vertebr\w*|spinal column|knochen\w*)\b/i, /^C79\.5/, 'bone imaging'],
  liver: [LIVER, /^C78\.7/, 'liver imaging'],
  lung: [/\b(?:lungs?|pulmonary|lungen\w*)\b/i, /^C78\.0/, 'chest imaging'],
  peritoneum: [/\bperitone\w*/i, /^C78\.6/, 'abdominal imaging'],
};
/** Metastases in one place. "No" by the stage alone only where no stage below IV counts them in. */
export function hasMetastasesOf({ place }: Extract<Requirement, { kind: 'metastases' }>, patient: TrialPatient): Answer {
  const [words, code, imaging] = OF[place];
  const at = allRecorded(patient, /^/).filter(
    ({ text, bodySites, codes }) => words.test([text, ...bodySites].join(' ')) || codes.some((one) => code.test(one.code)),
  );
  const found = at.find((one) => !isSuspected(one)) ?? at[0];
  if (found && isSuspected(found)) return unknown(`${found.text} is suspected, not confirmed`, imaging);
  if (found) return yes(`${found.text} recorded${found.onset === undefined ? '' : ` on ${found.onset.slice(0, 10)}`}`);
  const none = place === 'bone' || place === 'liver' ? noSpread(patient) : null;
  return none ?? unknown(`metastases of ${place} are neither recorded nor excluded`, imaging);
}

/** Metastases in the liver. */
export function hasLiverMetastases(patient: TrialPatient): Answer {
  const found = recorded(patient, LIVER);
  if (found && isSuspected(found)) return unknown(`${found.text} is suspected, not confirmed`, 'liver imaging');
  if (found) return yes(`liver metastases recorded${found.onset === undefined ? '' : ` on ${found.onset.slice(0, 10)}`}`);
  return unknown('liver metastases are neither recorded nor excluded', 'liver imaging');
}
