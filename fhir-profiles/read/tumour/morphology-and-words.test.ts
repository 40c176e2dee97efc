/** A code that tells the kind of carcinoma and no organ, beside words or a body site that name the organ. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tumourTable } from '../../codes/tumour/table.ts';
import { namesTumour, tumourType } from './tumour-type.ts';

const table = tumourTable(JSON.parse(readFileSync(new URL('../../codes/data/tumours.json', import.meta.url), 'utf8')));
const ICDO3 = 'http://terminology.hl7.org/CodeSystem/icd-o-3';
const SNOMED = 'http://snomed.info/sct';
const concept = (system: string, code: string, text: string) => ({
  ...(text === '' ? {} : { text }),
  codings: code === '' ? [] : [{ system, code }],
});
const read = (system: string, code: string, text: string, sites: readonly string[] = []) =>
  tumourType({ code: concept(system, code, text), histology: { codings: [] }, sites }, table).oncotree;

describe('a morphology of no organ', () => {
  it.each([
    ['8140/3', 'Adenocarcinoma of the colon', 'COAD'],
    ['8140/3', 'Colon cancer', 'COAD'],
    ['8140/3', 'Kolonkarzinom', 'COAD'],
    ['8140/3', 'adenocarcinoma del colon', 'COAD'],
    ['8140/3', 'Adenocarcinoma of lung', 'LUAD'],
    ['8140/3', 'Prostate cancer', 'PRAD'],
    ['8070/3', 'Lung cancer', 'LUSC'],
    ['8010/3', 'Breast cancer', 'BREAST'],
    ['8441/3', 'Ovarian cancer', 'OVT'],
    ['8380/3', 'Uterine cancer', 'UEC'],
    ['8160/3', 'Liver cancer', 'IHCH'],
    ['8160/3', 'Cholangiocarcinoma', 'CHOL'],
    ['8140/3', 'Adenocarcinoma of the uterine cervix', 'CEAD'],
    // No organ in the words: the kind alone, as before.
    ['8140/3', 'Adenocarcinoma', 'ADNOS'],
    ['8140/3', 'Cancer of unknown primary', 'ADNOS'],
    // The code says one kind, the words another: nothing is claimed for the organ.
    ['8070/3', 'Adenocarcinoma of lung', 'SCCNOS'],
  ])('%s with "%s" is %s', (code, text, type) => {
    expect(read(ICDO3, code, text)).toBe(type);
  });

  it.each([
    ['402815007', 'Squamous cell carcinoma', 'Oesophageal structure', 'ESCC'],
    ['402815007', 'Squamous cell carcinoma', 'Lung structure', 'LUSC'],
    ['363346000', 'Malignant neoplastic disease', 'Breast structure', 'BREAST'],
    ['443961001', '', 'Colon structure', 'COAD'],
    ['', 'Carcinoma', 'left breast', 'BREAST'],
    ['', 'Neuroendocrine tumour', 'Pancreas', 'PANET'],
    // Where an adenocarcinoma lies in the liver or the brain it came from elsewhere in routine.
    ['443961001', '', 'Liver structure', null],
    ['443961001', '', 'Brain structure', null],
  ])('SNOMED CT %s "%s" in "%s" is %s', (code, text, site, type) => {
    expect(read(SNOMED, code, text, [site])).toBe(type);
    expect(namesTumour(concept(SNOMED, code, text), table)).toBe(true);
  });

  it('an ICD-10-CM code of no organ with a body site', () => {
    expect(read('http://hl7.org/fhir/sid/icd-10-cm', 'C80.1', 'Malignant (primary) neoplasm, unspecified', ['Lung structure'])).toBe(
      'LUNG',
    );
    expect(read('http://hl7.org/fhir/sid/icd-10-cm', 'C80.1', 'Malignant (primary) neoplasm, unspecified')).toBe(null);
  });
});
