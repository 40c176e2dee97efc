/** The kind that the words of a diagnosis name, beside an ICD-10-CM code that names the organ alone. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tumourTable } from '../../codes/tumour/table.ts';
import { tumourType } from './tumour-type.ts';

const table = tumourTable(JSON.parse(readFileSync(new URL('../../codes/data/tumours.json', import.meta.url), 'utf8')));
const read = (icd10: string, text: string) =>
  tumourType(
    {
      code: { text, codings: icd10 === '' ? [] : [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: icd10 }] },
      histology: { text: '', codings: [] },
      sites: [],
    },
    table,
  );

describe('a kind of tumour that the organ’s code does not tell', () => {
  it.each([
    ['C74.90', 'Neuroblastoma of adrenal gland', 'NBL'],
    ['', 'Neuroblastoma of adrenal gland', 'NBL'],
    ['C25.4', 'Pancreatic neuroendocrine tumor, grade 2', 'PANET'],
    ['C20', 'Neuroendocrine tumor of rectum', 'GINET'],
    ['C67.9', 'Small cell carcinoma of bladder', 'SCBC'],
    ['C56.9', 'Granulosa cell tumor of ovary', 'GRCT'],
    ['C18.9', 'Lymphoma of colon', 'LNM'],
    ['C50.911', 'Lymphoma of breast', 'LNM'],
    ['C34.90', 'Lymphoma of lung', 'LNM'],
    ['C20', 'Melanoma of rectum', 'ARMM'],
    ['C67.9', 'Sarcoma of bladder', 'SARCNOS'],
    ['C16.2', 'Adenocarcinoma of body of stomach', 'STAD'],
    ['C16.3', 'Adenocarcinoma of gastric antrum', 'STAD'],
    ['C15.5', 'Squamous cell carcinoma of lower third of esophagus', 'ESCC'],
    ['C15.5', 'Adenocarcinoma of lower third of esophagus', 'ESCA'],
    ['C15.5', 'Adenocarcinoma of distal esophagus', 'ESCA'],
    ['C15.4', 'Squamous cell carcinoma of mid esophagus', 'ESCC'],
    ['C15.3', 'Squamous cell carcinoma of upper thoracic esophagus', 'ESCC'],
    ['C71.6', 'Pilocytic astrocytoma of cerebellum', 'PAST'],
    ['C71.6', 'Cerebellar pilocytic astrocytoma', 'PAST'],
    ['C24.0', 'Hilar cholangiocarcinoma (Klatskin)', 'PHCH'],
    ['C24.0', 'Hilar cholangiocarcinoma', 'PHCH'],
  ])('%s %s is %s', (icd10, text, type) => expect(read(icd10, text).oncotree).toBe(type));
  it('a mesothelioma coded to the lung is none of the lung', () => {
    expect(read('C34.11', 'Mesothelioma')).toEqual({ oncotree: null, doid: 'DOID:1790' });
  });
  it.each([
    ['C74.90', 'Malignant neoplasm of adrenal gland', 'ADRENAL_GLAND'],
    ['C20', 'Malignant neoplasm of rectum', 'READ'],
    ['C18.7', 'Adenocarcinoma of sigmoid colon', 'COAD'],
    ['C67.9', 'Urothelial carcinoma of bladder', 'BLCA'],
    ['C71.9', 'Olfactory neuroblastoma', 'ONBL'],
    ['', 'Synovial sarcoma', 'SYNS'],
    ['C71.6', 'Cerebellar astrocytoma', 'BRAIN'],
    ['C71.6', 'Medulloblastoma of cerebellum', 'MBL'],
    ['C71.1', 'Glioblastoma of frontal lobe', 'GB'],
    ['', 'Epithelioid sarcoma', 'EPIS'],
    ['', 'Sarcomatous intrahepatic cholangiocarcinoma', 'IHCH'],
    ['', 'Primary central nervous system lymphoma', 'PCNSL'],
  ])('%s %s stays %s', (icd10, text, type) => expect(read(icd10, text).oncotree).toBe(type));
});
