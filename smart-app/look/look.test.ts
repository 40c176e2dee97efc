import { afterEach, describe, expect, it, vi } from 'vitest';
import { contrast, fetchEhrStyle, readEhrStyle } from './ehr-style.ts';
import { applyLook, keepLookChoice, keptLookChoice, lookOf, type LookWindow } from './look.ts';

const light = readEhrStyle({ color_background: '#ffffff', color_text: '#111111', color_highlight: '#155e75' });
const dark = readEhrStyle({ color_background: '#1e1e1e', color_text: '#eeeeee', color_highlight: '#7dd3fc' });

describe('the EHR style', () => {
  it('takes colours that can be read and leaves the rest', () => {
    expect(
      readEhrStyle({ color_background: '#fff', color_text: '#111111', color_highlight: '#ffee00', dim_border_radius: '99px' }),
    ).toEqual({ look: 'light', colours: { '--ground': '#ffffff', '--ink': '#111111' }, shapes: { '--radius': '12px' } });
  });
  it('text is never made smaller than the reader has set it in the browser', () => {
    expect(readEhrStyle({ dim_font_size: '15px' }).shapes).toEqual({ '--size': 'max(15px, 0.875rem)' });
  });
  it('takes nothing that could be more than a value', () => {
    expect(readEhrStyle({ color_text: 'url(https://evil)', font_family_body: 'x;} body{display:none', dim_font_size: '200px' })).toEqual({
      look: null,
      colours: {},
      shapes: {},
    });
  });
  it('a dark EHR gets the own dark look, with its accent where that can be read there', () => {
    expect(dark).toEqual({ look: 'dark', colours: { '--accent': '#7dd3fc' }, shapes: {} });
    expect(readEhrStyle({ color_background: '#000000', color_text: '#ffffff', color_highlight: '#113355' }).colours).toEqual({});
  });
  it('a middle grey is neither: nothing is taken', () => {
    expect(readEhrStyle({ color_background: '#808080', color_text: '#000000' })).toMatchObject({ look: null, colours: {} });
  });
  it('knows black on white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });
  describe('that cannot be had', () => {
    afterEach(() => vi.unstubAllGlobals());
    it.each([
      ['refused', async () => new Response('', { status: 403 })],
      ['a sign-in page', async () => new Response('<h1>Sign in</h1>')],
      ['blocked by the page policy', async () => Promise.reject(new TypeError('Failed to fetch'))],
    ] as const)('is done without: %s', async (_, answer) => {
      vi.stubGlobal('fetch', answer);
      expect(await fetchEhrStyle('https://ehr.example/style.json')).toBeNull();
    });
  });
});

describe('light or dark', () => {
  it.each([
    ['system', null, true, 'dark'],
    ['system', null, false, 'light'],
    ['system', light, true, 'light'],
    ['system', dark, false, 'dark'],
    ['dark', light, false, 'dark'],
    ['light', dark, true, 'light'],
  ] as const)('chosen %s, EHR %o, system dark %s: %s', (choice, ehr, system, look) => {
    expect(lookOf(choice, ehr, system)).toBe(look);
  });
  it("the EHR's colours stand only in the look that they were checked for, and come back with it", () => {
    const root = document.createElement('div');
    applyLook(root, 'light', light);
    expect([root.dataset['look'], root.style.getPropertyValue('--ink')]).toEqual(['light', '#111111']);
    applyLook(root, 'dark', light);
    expect([root.dataset['look'], root.style.getPropertyValue('--ink')]).toEqual(['dark', '']);
    applyLook(root, 'light', light);
    expect(root.style.getPropertyValue('--ink')).toBe('#111111');
  });
  it('the choice is one word; automatic leaves nothing; what someone else wrote is automatic', () => {
    const kept = new Map<string, string>();
    const frame: LookWindow = {
      sessionStorage: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
      },
    };
    keepLookChoice(frame, 'dark');
    expect([[...kept], keptLookChoice(frame)]).toEqual([[['genehook-look', 'dark']], 'dark']);
    keepLookChoice(frame, 'system');
    expect([[...kept], keptLookChoice(frame)]).toEqual([[], 'system']);
    kept.set('genehook-look', '<script>');
    expect(keptLookChoice(frame)).toBe('system');
  });
  it('blocked storage breaks nothing', () => {
    const blocked: LookWindow = {
      get sessionStorage(): Storage {
        throw new DOMException('blocked', 'SecurityError');
      },
    };
    expect(() => keepLookChoice(blocked, 'dark')).not.toThrow();
    expect(keptLookChoice(blocked)).toBe('system');
  });
});
