/** "Previously untreated" beside a tumour: who was treated for it is out, whoever has another tumour is out, and nobody is in for want of a record. */
import { describe, expect, it } from 'vitest';
import { patient, tumour } from '../oncology/facts.ts';
import { judged } from './criterion-table.ts';
import { metastasis, taken } from './chart-facts.ts';

const one = { id: 'synthetic-untreated', ageYears: 66, sex: 'female' } as const;
const CHARTS = {
  cll: patient({ patient: one, tumours: [tumour('CLLSLL')] }),
  cllTreated: patient({ patient: one, tumours: [tumour('CLLSLL')], medications: [taken('ibrutinib', { lineOfTherapy: 1 })] }),
  amlHydroxyurea: patient({ patient: one, tumours: [tumour('AML')], medications: [taken('hydroxyurea')] }),
  amlTreated: patient({ patient: one, tumours: [tumour('AML')], medications: [taken('azacitidine', { lineOfTherapy: 1 })] }),
  /** Chemotherapy long before the metastasis. */
  lungAdjuvant: patient({
    patient: one,
    tumours: [tumour('LUAD', { onset: '2023-01-01' }), metastasis('Secondary malignant neoplasm of bone')],
    medications: [taken('cisplatin', { start: '2023-02-01', end: '2023-05-01' })],
  }),
  lungTreated: patient({
    patient: one,
    tumours: [tumour('LUAD'), metastasis('Secondary malignant neoplasm of bone')],
    medications: [taken('pembrolizumab', { start: '2026-10-01' })],
  }),
} as const;
const WHO = ['cll', 'cllTreated', 'amlHydroxyurea', 'amlTreated', 'lungAdjuvant', 'lungTreated'] as const;
const [N, U] = ['not-met', 'unknown'] as const;

describe('previously untreated', () => {
  it.each([
    ['Previously untreated chronic lymphocytic leukemia', [U, N, N, N, N, N]],
    ['Treatment-naive chronic lymphocytic leukemia requiring treatment', [U, N, N, N, N, N]],
    ['Newly diagnosed, previously untreated acute myeloid leukemia', [N, N, U, N, N, N]],
    ['Previously untreated AML (hydroxyurea is allowed)', [N, N, U, U, N, N]],
    ['Previously untreated metastatic non-small cell lung cancer', [N, N, N, N, U, N]],
    ['Treatment-naïve NSCLC', [N, N, N, N, N, N]],
    ['Patients with previously untreated or relapsed CLL', [U, U, N, N, N, N]],
    ['Previously untreated CLL; prior steroids are permitted', [U, U, N, N, N, N]],
    ['Previously untreated brain metastases', [U, U, U, U, U, U]],
  ] as const)('%s', (text, expected) => {
    expect(WHO.map((who) => judged('inclusion', text, CHARTS[who])[0]?.verdict)).toEqual(expected);
  });
  it('the reason is the treatment, not the tumour', () => {
    expect(judged('inclusion', 'Previously untreated CLL', CHARTS.cllTreated)[0]?.because).toContain('ibrutinib recorded');
  });
});
