/** Charts of one kind of entry by the thousand (synthetic), beside orders of three drugs whose advice looks through them. */
const LOINC = 'http://loinc.org';
const subject = { reference: 'Patient/p' };
const codes = (code: string, display?: string): object => ({
  coding: [{ system: LOINC, code, ...(display === undefined ? {} : { display }) }],
});
const component = (code: string, text: string): object => ({ code: codes(code), valueCodeableConcept: { text } });
const answer = (code: string, value: object): object => ({ code: codes(code), valueCodeableConcept: value });
const variant = (i: number, ...components: readonly object[]): object => ({
  resourceType: 'Observation',
  id: `o${i}`,
  status: 'final',
  subject,
  effectiveDateTime: '2026-01-01',
  code: codes('69548-6'),
  valueCodeableConcept: codes('LA9633-4', 'Present'),
  component: components,
});
const germline = answer('48002-0', codes('LA6683-2', 'Germline'));
const somatic = answer('48002-0', codes('LA6684-0', 'Somatic'));
const DRUGS = ['codeine', 'clopidogrel', 'warfarin', 'fluoxetine', 'simvastatin', 'capecitabine', 'azathioprine'];
const AMINO_ACIDS = 'ACDEFGHIKLMNPQRSTVWY';
const amino = (i: number): string => AMINO_ACIDS[i % AMINO_ACIDS.length] ?? '';

/** What a chart is filled with, by the number of the entry. */
export const ENTRIES: Readonly<Record<string, (i: number) => object>> = {
  'variants of DPYD': (i) => variant(i, component('48018-6', 'DPYD'), germline, component('48004-6', `NM_000110.4:c.${100 + i}A>G`)),
  'places of DPYD': (i) =>
    variant(
      i,
      component('48013-7', 'NC_000001.11'),
      { code: codes('81254-5'), valueRange: { low: { value: 97_450_050 + i } } },
      { code: codes('69547-8'), valueString: 'C' },
      { code: codes('69551-0'), valueString: 'T' },
    ),
  'changes of EGFR': (i) =>
    variant(i, component('48018-6', 'EGFR'), somatic, component('48005-3', `p.${amino(i)}${700 + (i % 200)}${amino(Math.floor(i / 20))}`)),
  'changes of EGFR without a name': (i) => variant(i, component('48018-6', 'EGFR'), somatic),
  prescriptions: (i) => ({
    resourceType: 'MedicationRequest',
    id: `x${i}`,
    status: 'active',
    intent: 'order',
    subject,
    medicationCodeableConcept: { text: `${DRUGS[i % DRUGS.length]} ${i % 50} mg` },
  }),
};

export function largeChart(entry: (i: number) => object, count: number): readonly object[] {
  return [
    { resourceType: 'Patient', id: 'p', birthDate: '1960-01-01', gender: 'female' },
    { resourceType: 'Condition', id: 't', subject, code: { text: 'Non-small cell lung cancer' } },
    ...['capecitabine', 'osimertinib', 'clopidogrel'].map((text) => ({
      resourceType: 'MedicationRequest',
      id: `m-${text}`,
      status: 'active',
      intent: 'order',
      subject,
      medicationCodeableConcept: { text },
    })),
    ...Array.from({ length: count }, (_, i) => entry(i)),
  ];
}
