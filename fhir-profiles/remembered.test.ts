import { describe, expect, it, vi } from 'vitest';
import { remembered, rememberedPer } from './remembered.ts';

describe('remembered', () => {
  it('looks at a name once', () => {
    const work = vi.fn((text: string) => text.length);
    const look = remembered(work);
    expect([look('KRAS'), look('KRAS'), look('EGFR'), look('KRAS')]).toEqual([4, 4, 4, 4]);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('remembers that there was nothing', () => {
    const work = vi.fn(() => null);
    const look = remembered(work);
    expect([look('Sodium'), look('Sodium')]).toEqual([null, null]);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('keeps no long texts and never more than its bound', () => {
    const work = vi.fn((text: string) => text);
    const look = remembered(work, 2, 5);
    for (const text of ['a long text', 'a long text', 'a', 'b', 'c', 'a']) expect(look(text)).toBe(text);
    expect(work).toHaveBeenCalledTimes(6);
  });

  it('keeps the answers of two tables apart', () => {
    const look = rememberedPer((text, table: { readonly name: string }) => `${table.name} ${text}`);
    const [one, two] = [{ name: 'one' }, { name: 'two' }];
    expect([look('x', one), look('x', two), look('x', one)]).toEqual(['one x', 'two x', 'one x']);
  });
});
