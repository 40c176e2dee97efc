/** Why a clinician does not follow an advice: the same five reasons as on the cards (ux: each a real situation). */
export const OVERRIDE_REASONS = ['tolerates', 'benefit-outweighs', 'specialist-advised', 'result-unreliable', 'short-course'] as const;
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];
