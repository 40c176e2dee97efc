/** The kind of a tumour in words beside a code that names its organ alone, as ICD-10 does for many kinds. Synthetic. */
import { describe, expect, it } from 'vitest';
import { bundle, condition, patient } from './resources.ts';
import { read } from './vocabulary.ts';

const ICD10 = 'http://hl7.org/fhir/sid/icd-10-cm';
const typeOf = (text: string, icd10?: string) =>
  read(bundle(patient, condition('c1', { text, ...(icd10 === undefined ? {} : { coding: [{ system: ICD10, code: icd10 }] }) }))).facts
    .tumours[0]?.oncotree;

describe('the kind in words is the diagnosis, the code its site', () => {
  it.each([
    ['Glioblastoma multiforme', 'C71.9', 'GB'],
    ['GBM, IDH-wildtype', 'C71.9', 'GB'],
    ['Glioblastoma of frontal lobe', 'C71.1', 'GB'],
    ['Glioblastoma of left temporal lobe, WHO grade 4', 'C71.2', 'GB'],
    ['Anaplastic astrocytoma', 'C71.9', 'ASTR'],
    ['Astrocytoma grade 2', 'C71.9', 'ASTR'],
    ['Diffuse intrinsic pontine glioma', 'C71.7', 'DMG'],
    ['Uveal melanoma', 'C69.4', 'UM'],
    ['Ewing sarcoma', 'C41.9', 'ES'],
    ['Neuroblastoma', 'C74.9', 'NBL'],
    ['Gastrointestinal stromal tumor', 'C16.9', 'GIST'],
    ['Diffuse large B-cell lymphoma of stomach', 'C16.9', 'DLBCLNOS'],
    ['Rhabdomyosarcoma', 'C49.9', 'RMS'],
  ])('%s, %s: %s', (text, icd10, oncotree) => {
    expect(typeOf(text, icd10)).toBe(oncotree);
  });
  it.each([
    ['Adenocarcinoma of the esophagogastric junction', 'GEJ'],
    ['Oesophagogastric junction adenocarcinoma', 'GEJ'],
    ['Glioblastoma of frontal lobe', 'GB'],
  ])('in words alone: %s: %s', (text, oncotree) => {
    expect(typeOf(text)).toBe(oncotree);
  });
});

it.each([
  ['words of another organ do not outrank the code', 'Breast cancer', 'C34.9', 'LUNG'],
  ['nor does a carcinoma of another organ', 'Lung adenocarcinoma', 'C71.9', 'BRAIN'],
  ['a wider word says no more than the code', 'Malignant neoplasm of brain', 'C71.9', 'BRAIN'],
  ['a kind within the organ is taken as before', 'Invasive ductal carcinoma of breast', 'C50.9', 'IDC'],
])('%s', (_name, text, icd10, oncotree) => {
  expect(typeOf(text, icd10)).toBe(oncotree);
});
