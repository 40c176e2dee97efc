/** Why a clinician does not follow an advice: the same codes as on the cards (`cds-service/cards/override-reasons.ts`). */
export const REASON_SYSTEM = 'https://genehook.org/CodeSystem/override-reason';

export const TREATMENT_REASONS = [
  'tolerates',
  'benefit-outweighs',
  'specialist-advised',
  'result-unreliable',
  'short-or-not-started',
] as const;
export const TEST_REASONS = ['tested-elsewhere', 'tolerates', 'benefit-outweighs', 'short-or-not-started'] as const;
export type OverrideReason = (typeof TREATMENT_REASONS)[number] | (typeof TEST_REASONS)[number];
