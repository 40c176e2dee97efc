import { describe, expect, it } from 'vitest';
import { severityOf } from './severity.ts';

describe('severity', () => {
  it.each([
    ['avoid', 'strong', 'stop'],
    ['avoid', 'optional', 'caution'],
    ['decrease-dose', 'moderate', 'caution'],
    ['decrease-dose', 'optional', 'note'],
    ['unrecognised', 'unrecognised', 'note'],
    ['avoid', 'unrecognised', 'stop'],
    ['standard', 'strong', 'checked'],
  ] as const)('%s, %s → %s', (action, strength, severity) => {
    expect(severityOf({ action, strength })).toBe(severity);
  });
});
