import { describe, expect, it } from 'vitest';
import { statusOf } from './fields.ts';

describe('the status of a registry', () => {
  it('tells expanded access that is over from one that patients may still ask for', () => {
    expect(statusOf('AVAILABLE')).toBe('recruiting');
    expect(statusOf('TEMPORARILY_NOT_AVAILABLE')).toBe('suspended');
    for (const over of ['NO_LONGER_AVAILABLE', 'No longer available', 'APPROVED_FOR_MARKETING']) expect(statusOf(over)).toBe('completed');
  });
  it('leaves what is not known unknown', () => {
    for (const status of ['WITHHELD', 'UNKNOWN', '', null]) expect(statusOf(status)).toBe('unknown');
  });
});
