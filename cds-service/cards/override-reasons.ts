/** Reasons for going on in spite of a card: few, coded, each for a real situation. */
import type { Coding } from '../report/types.ts';

export const OVERRIDE_SYSTEM = 'https://genehook.org/CodeSystem/override-reason';

const reason = (code: string, display: string): Coding => ({ system: OVERRIDE_SYSTEM, code, display });
const TOLERATES = reason('tolerates', 'Already takes and tolerates it');
const BENEFIT = reason('benefit-outweighs', 'Benefit outweighs the risk');
const ADVISED = reason('specialist-advised', 'Specialist advised it');
const UNRELIABLE = reason('result-unreliable', 'Result judged unreliable');
const SHORT = reason('short-or-not-started', 'Short course, or not being started');
const TESTED = reason('tested-elsewhere', 'Tested elsewhere, result known to me');

export const TREATMENT_REASONS: readonly Coding[] = [TOLERATES, BENEFIT, ADVISED, UNRELIABLE, SHORT];
export const TEST_REASONS: readonly Coding[] = [TESTED, TOLERATES, BENEFIT, SHORT];
