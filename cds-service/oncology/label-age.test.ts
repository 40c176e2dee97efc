import { describe, expect, it } from 'vitest';
import type { VariantFact } from '../../fhir-profiles/index.ts';
import { fusion, order, patient, protein, tumour, variant } from '../../test/oncology/facts.ts';
import { patientViewCards, reportOf } from '../../test/oncology/report.ts';

const of = (ageYears: number | undefined, type: string, variants: readonly VariantFact[]) =>
  patient({ patient: { id: 'synthetic', ...(ageYears === undefined ? {} : { ageYears }) }, tumours: [tumour(type)], variants });
const braf = fusion('KIAA1549', 'BRAF');
const itd = variant('FLT3', { names: ['FLT3-ITD'] });

describe('what is offered on opening the chart is for the patient’s age', () => {
  it.each<[string, number | undefined, string, VariantFact, RegExp | null]>([
    ['tovorafenib is for children', 66, 'PAST', braf, null],
    ['tovorafenib for a child, without the word', 8, 'PAST', braf, /tovorafenib approved for this tumour \(relapsed or refractory\)/],
    ['tovorafenib, age unknown', undefined, 'PAST', braf, /\(children, relapsed or refractory\)/],
    ['gilteritinib is for adults', 9, 'AML', itd, null],
    ['the same choices for an adult', 60, 'AML', itd, /quizartinib/],
    ['crizotinib in lymphoma is for children and young adults', 71, 'ALCL', fusion('NPM1', 'ALK'), null],
    ['crizotinib in lymphoma of an adolescent', 15, 'ALCL', fusion('NPM1', 'ALK'), /crizotinib/],
    ['pralsetinib is from 12 years, selpercatinib from 2', 10, 'THPA', fusion('CCDC6', 'RET'), /^(?!.*pralsetinib).*selpercatinib/],
    ['dabrafenib with trametinib, any solid tumour, in an adult', 66, 'PAST', protein('BRAF', 'V600E'), /dabrafenib with trametinib \(?.*(?!children)/],
    ['imatinib in an adult with Ph+ ALL', 60, 'BLL', fusion('BCR', 'ABL1'), /imatinib \(relapsed or refractory\)/],
    ['imatinib in a child with Ph+ ALL', 10, 'BLL', fusion('BCR', 'ABL1'), /imatinib.*\(newly diagnosed, with chemotherapy\)/],
  ])('%s', (_, ageYears, type, found, said) => {
    const summary = patientViewCards(of(ageYears, type, [found]))[0]?.summary ?? '';
    if (said === null) expect(summary).toBe('');
    else expect(summary).toMatch(said);
  }); // prettier-ignore
});

it('an order outside the label’s ages fits the finding; the report says whom the label is for', () => {
  const report = reportOf({ ...of(9, 'AML', [itd]), medications: [order('gilteritinib')] });
  expect(report.oncology.orders?.[0]).toMatchObject({
    verdict: 'fits',
    because: expect.arrayContaining(['The US label here is for adults; age 9']),
  });
});

describe('an order outside the label’s ages is a card only where another drug for the finding has no such limit', () => {
  const child = (type: string, found: readonly VariantFact[], drug: string, ...before: readonly string[]) =>
    reportOf({
      ...of(9, type, found),
      medications: [order(drug), ...before.map((name) => order(name, { role: 'current', isOrder: false }))],
    }).oncology.orders?.find((fit) => fit.drug.name === drug);
  it.each<[string, readonly VariantFact[], string, string]>([
    ['CML', [], 'asciminib', 'imatinib'],
    ['AML', [variant('NPM1', { names: ['NPM1 mutation'] })], 'ziftomenib', 'revumenib'],
    ['THPA', [fusion('CCDC6', 'RET')], 'pralsetinib', 'selpercatinib'],
  ])('%s: %o, %s', (type, found, drug, other) => {
    const fit = child(type, found, drug);
    expect(fit?.verdict).toBe('better-option');
    expect(fit?.alternatives[0]?.therapy[0]?.name).toBe(other);
  });
  it('no other drug, a treatment begun already, an adult or an unknown age: silence', () => {
    expect(child('AML', [itd], 'gilteritinib')?.verdict).toBe('fits');
    expect(child('CML', [], 'asciminib', 'dasatinib')?.verdict).toBe('fits');
    for (const age of [40, undefined])
      expect(reportOf({ ...of(age, 'CML', []), medications: [order('asciminib')] }).oncology.orders?.[0]?.verdict).toBe('fits');
  });
});
