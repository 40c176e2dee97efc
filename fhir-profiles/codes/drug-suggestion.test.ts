import { expect, it } from 'vitest';
import { suggestName } from './drug-suggestion.ts';

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
  expect(suggestName(text, names)).toBe(expected);
});
