/** Whether a patient has what is asked: unknown is neither of the others. */
export type Verdict = 'yes' | 'no' | 'unknown';
