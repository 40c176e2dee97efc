/**
 * What a client should be told beside the matches. Clients of the CodeX services take every entry of the search set for a study, so messages stand in the
 * Bundle's tags; as an OperationOutcome entry, as FHIR has it, they come where nothing matched or where the client asks for FHIR by name.
 */
import type { PatientFacts } from '../../../fhir-profiles/index.ts';

export interface SearchMessage {
  readonly code: 'parameter' | 'distance' | 'patient' | 'data' | 'trials';
  /** A plain sentence; names no patient. */
  readonly text: string;
}

const MESSAGES = 'https://genehook.org/fhir/CodeSystem/trial-search-message';

export function messageTags(messages: readonly SearchMessage[]): object {
  return messages.length === 0 ? {} : { meta: { tag: messages.map(({ code, text }) => ({ system: MESSAGES, code, display: text })) } };
}

export function outcomeEntry(messages: readonly SearchMessage[]): object {
  return {
    resource: {
      resourceType: 'OperationOutcome',
      issue: messages.map(({ code, text }) => ({
        severity: code === 'parameter' || code === 'patient' ? 'warning' : 'information',
        code: code === 'parameter' ? 'not-supported' : 'informational',
        diagnostics: text,
      })),
    },
    search: { mode: 'outcome' },
  };
}

const SHOWN = 12;
/** What the record leaves open for every trial, and what was seen in it and not used. */
export function patientMessages(facts: PatientFacts, unused: readonly string[]): SearchMessage[] {
  const { patient, tumours } = facts;
  const missing: string[] = [];
  if (patient.deceased === true) missing.push('The patient is recorded as deceased: no trials are matched.');
  if (tumours.length === 0)
    missing.push('No cancer was recognised among the conditions of the Bundle: there is nothing to match trials with.');
  else if (tumours.every(({ clinicalStatus }) => ['inactive', 'remission', 'resolved'].includes(clinicalStatus)))
    missing.push('Every recorded cancer is inactive, resolved or in remission: there is nothing to match trials with.');
  if (patient.birthDate === undefined) missing.push('The date of birth is not recorded: age limits stay open.');
  if (patient.sex !== 'male' && patient.sex !== 'female')
    missing.push('The sex is not recorded as male or female: limits by sex stay open.');
  const [main] = tumours.filter(({ role }) => role === 'primary');
  if (main !== undefined && main.oncotree === null && main.doid === null)
    missing.push('The type of the recorded cancer was not recognised: tumour types stay open.');
  return [
    ...missing.map((text): SearchMessage => ({ code: 'patient', text })),
    ...unused.slice(0, SHOWN).map((text): SearchMessage => ({ code: 'data', text })),
    ...(unused.length > SHOWN ? [{ code: 'data', text: `${unused.length - SHOWN} more entries were not used.` } as const] : []),
  ];
}
