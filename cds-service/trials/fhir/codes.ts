/** HL7 codes of ResearchStudy: status (http://hl7.org/fhir/research-study-status), phase (research-study-phase) and purpose (research-study-prim-purp-type). */
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** `active` is what FHIR calls open for accrual; a status we do not know cannot be coded otherwise than as in review. */
export function studyStatus(words: string): string {
  const codes: Readonly<Record<string, string>> = {
    Recruiting: 'active',
    'Enrolling by invitation': 'active',
    'Not yet recruiting': 'approved',
    'Active, not recruiting': 'closed-to-accrual',
    Suspended: 'temporarily-closed-to-accrual',
    Completed: 'completed',
    Terminated: 'administratively-completed',
    Withdrawn: 'withdrawn',
  };
  return entryOf(codes, words) ?? 'in-review';
}

export function phaseCode(phase: string): string | null {
  const codes: Readonly<Record<string, string>> = {
    'Early phase 1': 'early-phase-1',
    'Phase 1': 'phase-1',
    'Phase 1/Phase 2': 'phase-1-phase-2',
    'Phase 2': 'phase-2',
    'Phase 2/Phase 3': 'phase-2-phase-3',
    'Phase 3': 'phase-3',
    'Phase 4': 'phase-4',
  };
  return entryOf(codes, phase) ?? null;
}

const PURPOSES = ['treatment', 'prevention', 'diagnostic', 'supportive-care', 'screening', 'health-services-research', 'basic-science', 'device-feasibility']; // prettier-ignore

export function purposeCode(purpose: string): string | null {
  const code = purpose.replaceAll(' ', '-');
  return PURPOSES.includes(code) ? code : null;
}
