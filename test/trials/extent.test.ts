/** Stage, extent and several tumours of one patient: what a stage group shows, and for whom. */
import { describe, expect, it } from 'vitest';
import type { TumourFact } from '../../fhir-profiles/index.ts';
import type { Requirement } from '../../cds-service/knowledge/trials/types.ts';
import { readTrialPatient } from '../../cds-service/trials/patient.ts';
import { evaluateRequirement } from '../../cds-service/trials/verdict/evaluate.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { metastasis, stage } from './chart-facts.ts';
import { knowledge } from './knowledge.ts';

const DAY = '2026-11-01';
const of = (type: string, group?: string, over: Partial<TumourFact> = {}) =>
  tumour(type, { ...(group === undefined ? {} : { stages: [stage(group, DAY)] }), onset: DAY, ...over });
function answer(asked: Requirement, tumours: readonly TumourFact[]): string {
  const read = readTrialPatient(patient({ tumours: [...tumours] }), knowledge.oncology);
  return read === null ? 'nobody' : evaluateRequirement(asked, read).verdict;
}
const extent = (name: 'metastatic' | 'advanced' | 'early'): Requirement => ({ kind: 'extent', extent: name });
const type = (name: string, oncotree: string | null, doid: string | null): Requirement => ({
  kind: 'tumour',
  name,
  oncotree,
  doid,
  breadth: null,
});
const MELANOMA = type('melanoma', 'MEL', 'DOID:1909');
const GLIOBLASTOMA = type('glioblastoma', 'GB', 'DOID:3068');

describe('what a stage group shows', () => {
  it.each([
    ['LUAD', 'IVA', 'yes', 'yes', 'no'],
    ['BREAST', 'IV', 'yes', 'yes', 'no'],
    ['SKCM', 'IV', 'yes', 'yes', 'no'],
    ['COAD', 'IVA', 'yes', 'yes', 'no'],
    ['PAAD', 'IV', 'yes', 'yes', 'no'],
    ['PRAD', 'IVA', 'unknown', 'yes', 'no'],
    ['PRAD', 'IVB', 'yes', 'yes', 'no'],
    ['CERV', 'IVA', 'unknown', 'yes', 'no'],
    ['HNSC', 'IVB', 'unknown', 'yes', 'no'],
    ['HNSC', 'IVC', 'yes', 'yes', 'no'],
    ['CCRCC', 'IV', 'unknown', 'yes', 'no'],
    ['BLCA', 'IV', 'unknown', 'yes', 'no'],
    ['PRAD', 'III', 'no', 'unknown', 'unknown'],
    ['LUAD', 'II', 'no', 'unknown', 'yes'],
    ['LUAD', 'I', 'no', 'no', 'yes'],
    ['PRAD', 'II', 'no', 'no', 'yes'],
    ['CCRCC', 'II', 'no', 'no', 'yes'],
    ['WT', 'II', 'no', 'unknown', 'yes'],
    ['SKCM', 'II', 'no', 'no', 'yes'],
    ['SKCM', 'III', 'unknown', 'unknown', 'unknown'],
    ['MCC', 'II', 'no', 'unknown', 'yes'],
    // their groups do not tell how far they have spread
    ['THPA', 'II', 'unknown', 'unknown', 'unknown'],
    ['THPA', 'I', 'unknown', 'unknown', 'unknown'],
    ['NSGCT', 'III', 'unknown', 'unknown', 'unknown'],
    ['UCCA', 'III', 'unknown', 'unknown', 'unknown'],
    ['UCEC', 'III', 'no', 'unknown', 'unknown'],
    ['READ', 'IIA', 'no', 'unknown', 'yes'],
    ['READ', 'I', 'no', 'no', 'yes'],
    ['CESC', 'IIB', 'no', 'unknown', 'yes'],
    ['CESC', 'IB', 'no', 'unknown', 'yes'],
    ['HNSC', 'I', 'no', 'unknown', 'yes'],
    ['BREAST', 'IIA', 'no', 'no', 'yes'],
    ['BREAST', 'IIB', 'no', 'unknown', 'yes'],
  ])('%s stage %s: metastatic %s, advanced %s, early %s', (code, group, metastatic, advanced, early) => {
    const tumours = [of(code, group)];
    expect([answer(extent('metastatic'), tumours), answer(extent('advanced'), tumours), answer(extent('early'), tumours)]).toEqual([
      metastatic,
      advanced,
      early,
    ]);
  });
  it('nodes near the tumour are no distant metastases', () => {
    const nodes = metastasis('Secondary malignant neoplasm of axillary lymph nodes');
    expect(answer(extent('metastatic'), [of('BREAST'), nodes])).toBe('unknown');
    expect(answer(extent('metastatic'), [of('BREAST', 'II'), nodes])).toBe('no');
    expect(answer(extent('metastatic'), [of('BREAST'), metastasis('Metastasis to distant lymph nodes')])).toBe('yes');
  });
});

describe('several tumours of one patient', () => {
  it('leave stage and extent open where they are of different organs', () => {
    const both = [of('LUAD', 'IV'), of('BREAST', 'I')];
    expect(answer({ kind: 'stage', groups: ['IV'] }, both)).toBe('unknown');
    expect(answer(extent('metastatic'), both)).toBe('unknown');
    expect(answer(extent('metastatic'), [of('LUAD', 'IV'), of('NSCLC')])).toBe('yes');
  });
  it('each count as a type; a provisional one shows and excludes nothing', () => {
    expect(answer(MELANOMA, [of('LUAD'), of('SKCM')])).toBe('yes');
    expect(answer(MELANOMA, [of('LUAD'), of('BREAST')])).toBe('no');
    expect(answer(MELANOMA, [of('LUAD'), of('SKCM', undefined, { verified: 'provisional' })])).toBe('unknown');
  });
  it('one that is over leaves its type open', () => {
    expect(answer(MELANOMA, [of('LUAD'), of('SKCM', undefined, { clinicalStatus: 'remission' })])).toBe('unknown');
    expect(answer(MELANOMA, [of('LUAD'), of('BREAST', undefined, { clinicalStatus: 'remission' })])).toBe('no');
  });
});

describe('types broader and narrower than asked', () => {
  it.each([
    ['a glioma, where glioblastoma is asked', GLIOBLASTOMA, 'GNOS', 'unknown'],
    ['a glioblastoma', GLIOBLASTOMA, 'GB', 'yes'],
    ['a lung cancer, where glioblastoma is asked', GLIOBLASTOMA, 'LUAD', 'no'],
    ['an unknown primary', MELANOMA, 'CUP', 'unknown'],
    ['an ovarian cancer by its histology', type('ovarian cancer', 'OVARY', 'DOID:2394'), 'HGSOC', 'yes'],
  ] as const)('%s', (_, asked, code, expected) => {
    expect(answer(asked, [of(code)])).toBe(expected);
  });
});
