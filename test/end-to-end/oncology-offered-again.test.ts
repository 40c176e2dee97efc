/** What was given before, its class, or what is taken now is no replacement. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { assessment, board, given, lines, observation, code, type Resource } from './board.ts';

const luminal = lines([['ER', 'Positive'], ['PR', 'Positive'], ['HER2 IHC', '0']]); // prettier-ignore
const buttons = (results: readonly Resource[], drug: string): readonly string[] =>
  board('Breast cancer', [...luminal, ...results], drug).cards.flatMap(({ suggestions }) => suggestions.map(({ label }) => label));
const taken = (drug: string): Resource => ({
  resourceType: 'MedicationRequest',
  id: `now-${drug}`,
  status: 'active',
  intent: 'order',
  subject: { reference: 'Patient/p' },
  authoredOn: '2026-02-01',
  medicationCodeableConcept: { text: drug },
});

describe('inhibitors of CDK4 and CDK6', () => {
  it('are a choice where none was given', () => {
    expect(buttons([], 'trastuzumab').join()).toMatch(/ribociclib|abemaciclib|palbociclib/);
  });
  it.each([
    ['the same one, with another hormone', [given('ribociclib'), given('letrozole')]],
    ['another one of the class', [given('palbociclib'), given('letrozole')]],
    ['one that is taken now', [taken('ribociclib'), taken('letrozole')]],
  ])('are offered to nobody after %s', (_, history) => {
    expect(buttons(history, 'trastuzumab').join()).not.toMatch(/ribociclib|abemaciclib|palbociclib/);
  });
});

describe('EGFR C797S', () => {
  it('no first-generation inhibitor whose label asks for chemotherapy that the chart does not show', () => {
    const { cards } = board(
      'NSCLC',
      [assessment(['48018-6', 'EGFR'], ['48005-3', 'p.Leu858Arg']), assessment(['48018-6', 'EGFR'], ['48005-3', 'p.Cys797Ser'])],
      'osimertinib',
    );
    expect(cards[0]?.indicator).toBe('warning');
    expect(cards.flatMap(({ suggestions }) => suggestions.map(({ label }) => label)).join()).not.toMatch(/erlotinib|lazertinib/);
  });
});

describe('receptor results that settle nothing', () => {
  const er = (id: string, value: string, day: string) =>
    observation(id, { code: { text: 'ER' }, valueString: value, effectiveDateTime: day });
  it.each([
    [
      'two that disagree',
      [er('a', 'Positive', '2022-03-01'), er('b', 'Negative', '2026-03-01')],
      'ER positive of 1 Mar 2022, ER negative of 1 Mar 2026',
    ],
    ['one of two receptors', [er('b', 'Negative', '2026-03-01')], 'ER negative'],
  ])('%s are named, not called missing', (_, results, said) => {
    const { summaries } = board('Breast cancer', [...results, ...lines([['HER2 IHC', '0']])], 'palbociclib');
    expect(summaries).toEqual([`ER/PR on file (${said}) does not settle it: test further before palbociclib`]);
  });
});

it('a fusion by its two genes and the consequence "gene fusion"', () => {
  const fusion = observation('fusion', {
    code: code('69548-6'),
    valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code: 'LA9633-4' }] },
    component: [
      ...['KIAA1549', 'BRAF'].map((gene) => ({ code: code('48018-6'), valueCodeableConcept: { text: gene } })),
      {
        code: { coding: [{ system: 'http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs', code: 'molecular-consequence' }] },
        valueCodeableConcept: { coding: [{ system: 'http://www.sequenceontology.org', code: 'SO:0001565', display: 'gene_fusion' }] },
      },
    ],
  });
  expect(board('Pilocytic astrocytoma', [fusion], 'tovorafenib').fit?.verdict).toBe('fits');
});

it.each(['T474I', 'L528W'])('BTK %s: pirtobrutinib fails, and the change is not called unknown', (change) => {
  const { summaries, report } = board('Chronic lymphocytic leukemia', [assessment(['48018-6', 'BTK'], ['48005-3', `p.${change}`])], 'pirtobrutinib'); // prettier-ignore
  expect(summaries).toEqual([`BTK ${change}: pirtobrutinib is not expected to work`]);
  expect(report.warnings.map(({ message }) => message).join()).not.toMatch(/not a known change/);
});
it.each([
  ['M244V', 'asciminib', true],
  ['L248V', 'imatinib', true],
  ['F359I', 'nilotinib', true],
  ['F359V', 'dasatinib', false],
  ['E255K', 'dasatinib', false],
])('chronic myeloid leukaemia, ABL1 %s, %s: told %s', (change, drug, told) => {
  const { cards } = board('Chronic myeloid leukemia', [assessment(['48018-6', 'ABL1'], ['48005-3', `p.${change}`])], drug);
  expect(cards.some(({ indicator }) => indicator === 'warning')).toBe(told);
});
