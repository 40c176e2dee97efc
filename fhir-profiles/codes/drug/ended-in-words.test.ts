import { describe, expect, it } from 'vitest';
import { replacementOf, saysEnded } from './ended-in-words.ts';

describe('that a drug is not to be given, in the place of its name', () => {
  it.each([
    'hold clopidogrel',
    'HOLD WARFARIN 5 MG',
    'D/C home omeprazole 20 mg/day',
    'DC clopidogrel',
    'Please discontinue codeine',
    'hold clopidogrel 5 days before surgery',
    'Clopidogrel 75 mg absetzen',
    'Arrêter clopidogrel',
    'Suspender clopidogrel',
    'HOLD - codeine',
    '*HOLD* codeine 30 mg',
    'STOP: codeine',
    'Do not give codeine',
    'Avoid codeine',
    'wean carbamazepine',
    'Stop taking codeine',
  ])('%s', (text) => expect(saysEnded(text)).toBe(true));

  it.each([
    'clopidogrel 75 mg',
    'HOLD metoprolol for HR < 55',
    'Hold warfarin until INR below 3',
    'Stop aspirin, start clopidogrel',
    'Stop aspirin and give clopidogrel',
    'Clopidogrel 75 mg; hold for surgery',
    'stop smoking aid nicotine gum',
    'Discontinued product clopidogrel 75 mg',
    'Hold',
    'DCM 5 mg',
    'Holdit 5 mg',
    'Hold DM lozenge',
    'Avoid grapefruit simvastatin 20 mg',
    'codeine - hold for sedation',
    'stop clopidogrel start prasugrel',
    'avoid alcohol; codeine 30 mg',
  ])('not so: %s', (text) => expect(saysEnded(text)).toBe(false));
});

describe('the drug that takes the place of another', () => {
  it.each([
    ['Switch omeprazole to pantoprazole 40 mg', 'pantoprazole 40 mg'],
    ['please change from citalopram to sertraline', 'sertraline'],
    ['Stop aspirin, start clopidogrel 75 mg', 'clopidogrel 75 mg'],
    ['d/c omeprazole & begin clopidogrel', 'clopidogrel'],
    ['stop clopidogrel start prasugrel', 'prasugrel'],
    ['discontinue citalopram and switch to sertraline', 'sertraline'],
    ['clopidogrel 75 mg', null],
    ['stop date 5/1 clopidogrel', null],
    ['Change clopidogrel 75 mg to 150 mg', null],
  ])('%s: %s', (text, expected) => expect(replacementOf(text)).toBe(expected));
});
