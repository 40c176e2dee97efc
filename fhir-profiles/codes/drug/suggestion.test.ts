import fc from 'fast-check';
import { expect, it } from 'vitest';
import { suggester } from './suggestion.ts';

const names = ['clopidogrel', 'warfarin', 'prednisone', 'prednisolone', 'citalopram', 'escitalopram'];

it.each<[string, string | null]>([
  ['clopidogrl 75 mg', 'clopidogrel'],
  ['CLOPIDROGEL 75 MG', null],
  ['clopidogerl', 'clopidogrel'],
  ['warfarrin 5 mg', 'warfarin'],
  ['prednisolonee', 'prednisolone'],
  ['clopidogrel 75 mg', null],
  ['aspirin', null],
])('%s', (text, expected) => {
  expect(suggester(names)(text)).toBe(expected);
});

it('a name is suggested exactly when one edit makes it', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 6, maxLength: 9 });
  fc.assert(
    fc.property(letters, letters, (word, name) => {
      const cut = (text: string) => Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1));
      const changed = word.length === name.length && Array.from(word).filter((letter, at) => letter !== name[at]).length === 1;
      const swapped = Array.from(word, (_, at) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2));
      const apart = word !== name && (changed || cut(word).includes(name) || cut(name).includes(word) || swapped.includes(name));
      expect(suggester([name])(word)).toBe(apart && word.length >= 7 && name.length >= 7 ? name : null);
    }),
    { numRuns: 5000 },
  );
});
