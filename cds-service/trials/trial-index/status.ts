import type { TrialStatus } from '../../knowledge/trials/types.ts';

const WORDS: Readonly<Record<TrialStatus, string>> = {
  recruiting: 'Recruiting',
  'not-yet-recruiting': 'Not yet recruiting',
  'by-invitation': 'Enrolling by invitation',
  'active-not-recruiting': 'Active, not recruiting',
  suspended: 'Suspended',
  completed: 'Completed',
  terminated: 'Terminated',
  withdrawn: 'Withdrawn',
  unknown: 'Status not known',
};

export function statusWords(status: TrialStatus): string {
  return WORDS[status];
}

/** Open to new patients now, soon, or by invitation; an unknown status is not open. */
export function isOpen(status: TrialStatus): boolean {
  return status === 'recruiting' || status === 'not-yet-recruiting' || status === 'by-invitation';
}

export const TRIAL_STATUSES = Object.keys(WORDS) as readonly TrialStatus[];
