import { describe, expect, it } from 'vitest';
import { Recent } from './recent.ts';

describe('what was worked out lately', () => {
  const counted = (most: number) => {
    const recent = new Recent<string>(most);
    const made: string[] = [];
    return {
      made,
      ask: (key: string) =>
        recent.of(key, () => {
          made.push(key);
          return key.toUpperCase();
        }),
    };
  };

  it('is made once while it is held', () => {
    const { made, ask } = counted(2);
    expect([ask('a'), ask('a'), ask('b'), ask('a')]).toEqual(['A', 'A', 'B', 'A']);
    expect(made).toEqual(['a', 'b']);
  });

  it('a key that keeps coming outlives any number of others; one that came once does not', () => {
    const { made, ask } = counted(3);
    for (let n = 0; n < 20; n += 1) {
      ask('often');
      ask(`once ${n}`);
    }
    expect(made.filter((key) => key === 'often')).toHaveLength(1);
    ask('once 0');
    expect(made.filter((key) => key === 'once 0')).toHaveLength(2);
  });
});
