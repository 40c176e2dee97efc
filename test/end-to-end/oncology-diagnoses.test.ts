/** Diagnoses in clinicians' own words, through the whole path. */
import { describe, expect, it } from 'vitest';
import { bundle, condition, patient, words } from '../reading/resources.ts';
import { reportOf } from './report.ts';

const typeOf = (...texts: string[]) =>
  reportOf(bundle(patient, ...texts.map((text, at) => condition(`c${at}`, words(text))))).oncology.tumour?.oncotree ?? null;

describe('the tumour within more words', () => {
  it.each([
    ['Gastrointestinal stromal tumour, metastatic to liver', 'GIST'],
    ['Lung adenocarcinoma metastatic to brain', 'LUAD'],
    ['Lung adenocarcinoma with brain metastases', 'LUAD'],
    ['Liver metastases from colon adenocarcinoma', 'COAD'],
    ['Brain metastasis from melanoma', 'MEL'],
    ['Breast cancer, right, ER+, HER2-, stage IIA', 'BREAST'],
    ['Stage IV NSCLC, EGFR-mutated', 'NSCLC'],
    ['Metastatic HER2-positive breast cancer', 'BREAST'],
    ['Adenocarcinoma of lung, pT2a N1 M0, G2', 'LUAD'],
    ['Castration-resistant prostate cancer', 'PROSTATE'],
    ['Metastatic castration resistant adenocarcinoma of prostate', 'PRAD'],
    ['Adenocarcinoma, colon, KRAS wild-type', 'COAD'],
    ['Platinum-sensitive ovarian cancer', 'OVARY'],
    ['Acute myeloid leukemia with FLT3-ITD', 'AML'],
    ['CML chronic phase', 'CML'],
    ['Ca. mamma', 'BREAST'],
  ])('%s is %s', (text, type) => expect(typeOf(text)).toBe(type));
  it.each([
    'Family history of NSCLC',
    'Suspected lung cancer, EGFR-mutated',
    'Malignant neoplasm metastatic to liver',
    'Bone metastases',
    'Screening for colon cancer metastatic to liver',
  ])('%s is none', (text) => expect(typeOf(text)).toBeNull());
  it('metastases of a tumour that the record names are not a second tumour', () => {
    expect(typeOf('Liver metastases from colon adenocarcinoma', 'Colon adenocarcinoma')).toBe('COAD');
  });
});
