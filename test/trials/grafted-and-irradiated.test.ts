/** A graft with the medicine for it, and irradiation of the brain before: what the record shows shuts out, what it does not show says nothing. */
import { describe, expect, it } from 'vitest';
import { patient, tumour } from '../oncology/facts.ts';
import { condition, taken } from './chart-facts.ts';
import { judged } from './criterion-table.ts';

const had = (text: string, status = 'completed') => ({
  codes: [],
  text,
  status,
  performed: '2025-04-02',
  reasons: [],
  source: { reference: 'Procedure/1', issued: '2025-04-02' },
});
const who = (procedures: readonly ReturnType<typeof had>[], drugs: readonly string[] = []) =>
  patient({
    patient: { id: 'synthetic', ageYears: 66, sex: 'female' },
    tumours: [tumour('SCLC')],
    procedures,
    medications: drugs.map((drug) => taken(drug, { status: 'active', role: 'current' })),
    conditions: [condition('Essential hypertension', 'active')],
  });

it.each([
  ['whole brain radiotherapy', who([had('Whole brain radiotherapy')]), 'not-met'],
  ['prophylactic cranial irradiation', who([had('Prophylactic cranial irradiation')]), 'not-met'],
  ['radiosurgery of the brain', who([had('Stereotactic radiosurgery of brain')]), 'not-met'],
  ['radiotherapy of the chest', who([had('Radiotherapy of thorax')]), 'unknown'],
  ['one that was not done', who([had('Whole brain radiotherapy', 'not-done')]), 'unknown'],
  ['nothing', who([]), 'unknown'],
] as const)('no radiotherapy to the brain, and %s', (_, facts, verdict) => {
  for (const text of [
    'Patient must not have received prior radiotherapy to the brain or whole brain radiotherapy. Patients who have undergone stereotactic radiosurgery for benign tumors may be considered',
    'No prior radiotherapy to the brain (partial or whole brain irradiation, SRS, FSRS, or prophylactic cranial irradiation [PCI])',
  ])
    expect(judged('inclusion', text, facts)[0]?.verdict).toBe(verdict);
});

describe('an organ transplant that requires immunosuppression', () => {
  const text = 'Organ transplant requiring immunosuppressive treatment';
  it.each([
    ['a kidney and tacrolimus', who([had('Kidney transplantation')], ['tacrolimus']), 'not-met'],
    ['a kidney, and no medicine on file', who([had('Kidney transplantation')]), 'unknown'],
    ['tacrolimus alone', who([], ['tacrolimus']), 'unknown'],
  ] as const)('%s', (_, facts, verdict) => expect(judged('exclusion', text, facts)[0]?.verdict).toBe(verdict));
});
