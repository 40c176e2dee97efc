/** A gene and a change in columns: whatever a further column is called, a denial in it is not overlooked. */
import { describe, expect, it } from 'vitest';
import { bundle, component, loinc, observation, patient, words } from '../../../../test/reading/resources.ts';
import { read } from '../../../../test/reading/vocabulary.ts';

const presences = (gene: unknown, change: string, more: readonly unknown[], own: Record<string, unknown> = {}) =>
  read(
    bundle(
      patient,
      observation('o', words('Genetic test result'), {
        component: [component(gene, { valueCodeableConcept: words('EGFR') }), component(words(change), { valueString: 'L858R' }), ...more],
        ...own,
      }),
    ),
  ).facts.variants.map(({ gene: symbol, presence }) => `${symbol} ${presence}`);

const GENE = words('Gene');

describe.each(['Variant', 'Alteration', 'Mutation', 'Protein change'])('%s', (change) => {
  it.each([
    ...['Result', 'Status', 'Call', 'Present', 'Positive', 'Is present', 'isPresent', 'Found', 'Detected', 'Detected?', 'Observed'].map(
      (name) => [name, { valueBoolean: false }] as const,
    ),
    ...[
      'Result',
      'Mutation status',
      'Variant detected',
      'Mutation present',
      'Conclusion',
      'Outcome',
      'Assessment',
      'Comment',
      'Anything',
    ].map((name) => [name, { valueString: 'Not detected' }] as const),
    ['Present', { valueString: 'No' }] as const,
    ['Detected', { valueInteger: 0 }] as const,
    ['Result', { valueCodeableConcept: loinc('LA9634-2') }] as const,
    ['Absent', { valueBoolean: true }] as const,
  ])('%s = %j: not found', (name, value) => {
    expect(presences(GENE, change, [component(words(name), value)])).toEqual(['EGFR absent']);
  });

  it.each([
    ['Result', { valueString: 'Detected' }],
    ['Present', { valueBoolean: true }],
    ['Present', { valueString: 'Yes' }],
    ['Status', { valueCodeableConcept: loinc('LA9633-4') }],
    ['Classification', { valueString: 'Pathogenic' }],
    ['Germline', { valueBoolean: false }],
    ['Hotspot', { valueString: 'No' }],
    ['VAF', { valueString: '24%' }],
  ])('%s = %j: found', (name, value) => {
    expect(presences(GENE, change, [component(words(name), value)])).toEqual(['EGFR present']);
  });

  it.each([
    ['VAF', { valueString: '0%' }],
    ['Absent', { valueBoolean: false }],
    ['Result', { valueString: 'false positive' }],
  ])('%s = %j: open', (name, value) => {
    expect(presences(GENE, change, [component(words(name), value)])).not.toContain('EGFR present');
  });
});

it.each([
  [{ valueBoolean: false }, 'EGFR absent'],
  [{ valueInteger: 0 }, 'EGFR absent'],
  [{ valueString: 'Negative' }, 'EGFR absent'],
  [{ valueCodeableConcept: loinc('LA9634-2') }, 'EGFR absent'],
  [{ interpretation: [{ coding: [{ code: 'NEG' }] }] }, 'EGFR absent'],
  [{ valueBoolean: true }, 'EGFR present'],
  [{ interpretation: [{ coding: [{ code: 'POS' }] }] }, 'EGFR present'],
])('the answer of the Observation itself: %j', (own, expected) => {
  expect(presences(loinc('48018-6'), 'Variant', [], own)).toEqual([expected]);
});
