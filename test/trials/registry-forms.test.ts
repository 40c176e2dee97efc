/** Records as other tools hand them on: the text as markup, as lines, as the registry's XML; single values where lists are usual; pages of the registry. */
import { describe, expect, it } from 'vitest';
import { readTrials } from '../../cds-service/knowledge/import/trials/index.ts';
import { splitCriteria } from '../../cds-service/trials/criteria/text/sections.ts';

const study = (eligibilityCriteria: unknown) => ({
  protocolSection: {
    identificationModule: { nctId: 'NCT00000000', briefTitle: 'Synthetic' },
    conditionsModule: { conditions: 'Breast Cancer' },
    eligibilityModule: { eligibilityCriteria },
  },
});
function lines(value: unknown): readonly string[] {
  const [one] = readTrials(value, '2026-01-05');
  if (one === undefined || 'fault' in one) throw new Error('not read');
  expect(one.record.conditions).toEqual(['Breast Cancer']);
  return splitCriteria(one.record.eligibility).map(({ kind, text }) => `${kind}: ${text}`);
}
const WANTED = ['inclusion: ECOG 0-1', 'inclusion: Platelets ≥ 100 x 10^9/L', 'exclusion: HIV infection'];

describe('one eligibility text in other forms', () => {
  it.each<[string, unknown]>([
    ['lines', study(['Inclusion Criteria:', '* ECOG 0-1', '* Platelets ≥ 100 x 10^9/L', 'Exclusion Criteria:', '* HIV infection'])],
    [
      'markup',
      study(
        '<p>Inclusion Criteria:</p><ul><li>ECOG 0-1</li><li>Platelets ≥ 100 x 10<sup>9</sup>/L</li></ul><p><b>Exclusion Criteria:</b></p><ul><li>HIV infection</li></ul>',
      ),
    ],
    ['XML', study({ textblock: 'Inclusion Criteria:\n* ECOG 0-1\n* Platelets ≥ 100 x 10^9/L\nExclusion Criteria:\n* HIV infection' })],
    [
      'a page',
      {
        studies: [study('Inclusion Criteria:\n\n* ECOG 0-1\n* Platelets ≥ 100 x 10^9/L\n\nExclusion Criteria:\n\n* HIV infection')],
        nextPageToken: 'x',
      },
    ],
    [
      'said to the reader',
      study('You may be eligible if:\n\n* ECOG 0-1\n* Platelets ≥ 100 x 10^9/L\n\nYou are not eligible if:\n\n* HIV infection'),
    ],
  ])('%s', (_, value) => {
    expect(lines(value)).toEqual(WANTED);
  });
  it('a number behind a sign is no markup', () => {
    expect(lines(study('Exclusion Criteria:\n\n* Platelets <100 and hemoglobin >5'))).toEqual([
      'exclusion: Platelets <100 and hemoglobin >5',
    ]);
  });
});
