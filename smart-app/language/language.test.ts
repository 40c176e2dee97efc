import { describe, expect, it } from 'vitest';
import { en, type MessageKey } from './en.ts';
import { es } from './es.ts';
import { fill, makeLanguage, preferredLanguage } from './language.tsx';

describe('the catalogue', () => {
  const keys = Object.keys(en) as MessageKey[];
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

  it('Spanish has every text, no more, and none is empty', () => {
    expect(Object.keys(es).sort()).toEqual([...keys].sort());
    expect(keys.filter((key) => es[key].trim() === '' || en[key].trim() === '')).toEqual([]);
  });
  it('the same values have a place in both languages', () => {
    expect(keys.filter((key) => places(en[key]).join() !== places(es[key]).join())).toEqual([]);
  });
  it('plural forms come in pairs', () => {
    expect(keys.filter((key) => key.endsWith('.one') && !(key.replace(/one$/, 'other') in en))).toEqual([]);
  });
  it('counts in the language of the reader', () => {
    expect(makeLanguage('es', es).count('now.drugs', 1)).toBe('1 fármaco');
    expect(makeLanguage('en', en).count('now.drugs', 3)).toBe('3 drugs');
  });
  it('a value is put in as it is, never read again as a place', () => {
    expect(fill('{a} {b}', { a: '{b}', b: 'x' })).toBe('{b} x');
  });
  it.each([
    ['?lang=es', ['en'], 'es'],
    ['', ['es-MX', 'en'], 'es'],
    ['', ['de'], 'en'],
  ])('%s %j → %s', (search, browser, code) => {
    expect(preferredLanguage(search, browser)).toBe(code);
  });
});
