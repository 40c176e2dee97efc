import { describe, expect, it } from 'vitest';
import { doseFromFigures, doseFromText } from './dose.ts';

describe('dose figures say what remains', () => {
  it.each([
    ['A 30% reduction of recommended starting dose', { factor: 0.7, appliesTo: 'starting-dose' }],
    ['Reduce starting dose by 60%', { factor: 0.4, appliesTo: 'starting-dose' }],
    ['Begin with 20-40% of the lowest recommended starting dose', { factorRange: [0.2, 0.4], appliesTo: 'lowest-starting-dose' }],
    ['Give a 20-40% lower starting dose', { factorRange: [0.6, 0.8], appliesTo: 'starting-dose' }],
    [
      'reduced starting doses (20-60% of standard starting dose) if starting dose is ≥3 mg/kg/day',
      { factorRange: [0.2, 0.6], ifStandardAtLeast: ['3 mg/kg/day'] },
    ],
    ['For subsequent doses use approximately 40% less than typical maintenance dose', { factor: 0.6, appliesTo: 'maintenance-dose' }],
    ['Increase starting daily dose by 100%', { factor: 2, appliesTo: 'starting-dose' }],
    ['Increase starting dose 1.5 to 2 times recommended starting dose', { factorRange: [1.5, 2], appliesTo: 'starting-dose' }],
    ['Reduce starting dose by 10-fold and reduce frequency to thrice weekly', { factor: 0.1, foldReduction: 10, frequency: '3x/week' }],
    ['Prescribe ≤30mg as a starting dose', { maxStartMg: 30 }],
    ['limit dose to <20mg/day', { limitMg: 20 }],
    ['limit dose to ≤20mg/day', { maxDailyMg: 20 }],
    ['possible increased risk for myopathy especially for 30mg dose.', { cautionFromMgPerDay: 30 }],
    ['possible increased risk for myopathy especially for doses >30mg.', { cautionAboveMgPerDay: 30 }],
    ['with decreased dose of 500 or 300 mg/day', { startMgPerDay: [300, 500] }],
  ])('%s', (text, wanted) => expect(doseFromText(text)).toMatchObject(wanted));

  it('reads nothing from other considerations', () => {
    expect(doseFromText('Use the standard dose. Other Considerations A 50% reduction of the starting dose was studied.')).toBeUndefined();
  });
  it('says when a figure holds only if the drug is used after all', () => {
    expect(
      doseFromText('Avoid use. If the drug is warranted, consider a 50% reduction of recommended starting dose.')?.onlyIf,
    ).toBeDefined();
  });
  it('takes DPWG shares as remaining shares', () => {
    expect(doseFromFigures('{"percentOfStandard":[40,50]}')).toEqual({ factorRange: [0.4, 0.5], appliesTo: 'standard-dose' });
    expect(doseFromFigures('{"percentOfMaximum":75}')).toEqual({ factor: 0.75, appliesTo: 'maximum-dose' });
  });
});
