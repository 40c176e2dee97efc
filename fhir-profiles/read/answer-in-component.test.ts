import { describe, expect, it } from 'vitest';
import { withAnswer } from './answer-in-component.ts';

const test = (...component: readonly object[]) => ({ resourceType: 'Observation', code: { text: 'HLA-B*57:01' }, component });

describe('an answer in a component of its own', () => {
  it.each(['Result', 'Test result', 'Final Result', 'Value', 'Finding', 'Interpretation'])('%s', (text) => {
    const moved = withAnswer(test({ code: { text }, valueString: 'Positive', interpretation: [{ text: 'A' }] }));
    expect(moved).toMatchObject({ valueString: 'Positive', interpretation: [{ text: 'A' }], component: [] });
  });
  it('a result beside its interpretation: the result answers, the other stays', () => {
    const moved = withAnswer(
      test({ code: { text: 'Result' }, valueString: '*2/*2' }, { code: { text: 'Interpretation' }, valueString: 'Poor metabolizer' }),
    );
    expect(moved).toMatchObject({ valueString: '*2/*2', component: [{ code: { text: 'Interpretation' } }] });
  });
  it.each([
    ['the Observation has a value', { ...test({ code: { text: 'Result' }, valueString: 'Positive' }), valueString: 'Negative' }],
    [
      'its value is said to be absent',
      { ...test({ code: { text: 'Result' }, valueString: 'Positive' }), dataAbsentReason: { text: 'failed' } },
    ],
    ['two results', test({ code: { text: 'Result' }, valueString: 'Positive' }, { code: { text: 'Result' }, valueString: 'Negative' })],
    ['a component with a name', test({ code: { text: 'Genotype' }, valueString: '*1/*2' })],
    ['no value in it', test({ code: { text: 'Result' } })],
    ['another resource', { ...test({ code: { text: 'Result' }, valueString: 'Positive' }), resourceType: 'QuestionnaireResponse' }],
  ])('stays as it is: %s', (_, resource) => expect(withAnswer(resource)).toBe(resource));
});
