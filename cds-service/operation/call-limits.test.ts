import { describe, expect, it } from 'vitest';
import { createCallLimits } from './call-limits.ts';

describe('calls per issuer and minute', () => {
  it('the wait is to the end of the minute, then there is room again', () => {
    let now = 60_000 * 100 + 15_000;
    const limits = createCallLimits(2, 1, () => now);
    expect([limits.waitOf('a'), limits.waitOf('a'), limits.waitOf('a'), limits.waitOf('b')]).toEqual([0, 0, 45, 0]);
    now += 44_999;
    expect(limits.waitOf('a')).toBe(1);
    now += 1;
    expect(limits.waitOf('a')).toBe(0);
  });

  it('calls taken by other processes count', () => {
    const added: string[] = [];
    const limits = createCallLimits(10, 1, () => 0, {
      add: (_minute, issuer) => void added.push(issuer),
      elsewhere: (_minute, issuer) => (issuer === 'a' ? 9 : 0),
    });
    expect([limits.waitOf('a'), limits.waitOf('a') > 0, limits.waitOf('b')]).toEqual([0, true, 0]);
    expect(added).toEqual(['a', 'a', 'b']);
  });
});

it('only so many at once, and room again when one leaves', () => {
  const limits = createCallLimits(1, 2, () => 0);
  expect([limits.enter(), limits.enter(), limits.enter()]).toEqual([true, true, false]);
  limits.leave();
  expect(limits.enter()).toBe(true);
});
