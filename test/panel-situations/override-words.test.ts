/** A reason has one word, on the card and in the panel: figures of overrides are counted by it. */
import { describe, expect, it } from 'vitest';
import { OVERRIDE_SYSTEM, TEST_REASONS, TREATMENT_REASONS } from '../../cds-service/cards/override-reasons.ts';
import { REASON_SYSTEM, TEST_REASONS as PANEL_TESTS, TREATMENT_REASONS as PANEL_TREATMENT } from '../../smart-app/act/reasons.ts';
import { en } from '../../smart-app/language/en.ts';

describe('reasons for an override', () => {
  it.each([
    ['treatment', TREATMENT_REASONS, PANEL_TREATMENT],
    ['test', TEST_REASONS, PANEL_TESTS],
  ] as const)('of a %s are coded and worded as on the card', (_, cards, panel) => {
    expect(REASON_SYSTEM).toBe(OVERRIDE_SYSTEM);
    expect(panel.map((code) => [code, en[`override.${code}`]])).toEqual(cards.map(({ code, display }) => [code, display]));
  });
});
