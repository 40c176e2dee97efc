import { describe, expect, it } from 'vitest';
import { en, words as englishWords, type MessageKey } from './en.ts';
import { es, words as spanishWords } from './es.ts';
import { fill, makeLanguage, preferredLanguage } from './language.tsx';

const english = makeLanguage('en', { messages: en, words: englishWords });
const spanish = makeLanguage('es', { messages: es, words: spanishWords });

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
    expect(spanish.count('now.drugs', 1)).toBe('1 fármaco');
    expect(english.count('now.drugs', 3)).toBe('3 drugs');
  });
  it.each([
    ['Poor Metabolizer', 'Poor Metabolizer', 'Metabolizador lento'],
    ['No function', 'No function', 'sin función'],
    ['Active, not recruiting', 'Active, not recruiting', 'activo, sin reclutar'],
    ['Phase 1/Phase 2', 'Phase 1/Phase 2', 'Fase 1/Fase 2'],
    ['vus', 'uncertain significance (VUS)', 'significado incierto (VUS)'],
    ['likely-pathogenic', 'likely pathogenic', 'probablemente patogénica'],
    ['constructor', 'constructor', 'constructor'],
    ['*57:01 positive', '*57:01 positive', '*57:01 positive'],
  ])('%s of the report is said "%s" and "%s"', (text, inEnglish, inSpanish) => {
    expect([english.word(text), spanish.word(text)]).toEqual([inEnglish, inSpanish]);
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
