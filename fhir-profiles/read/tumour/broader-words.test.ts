import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tumourTable } from '../../codes/tumour/table.ts';
import type { Concept } from '../elements.ts';
import { broaderWordings } from './broader-words.ts';
import { namesTumour, tumourType } from './tumour-type.ts';

const table = tumourTable(JSON.parse(readFileSync(new URL('../../codes/data/tumours.json', import.meta.url), 'utf8')));
const concept = (text: string): Concept => ({ text, codings: [] });
const typeOf = (text: string) => tumourType({ code: concept(text), histology: concept(''), sites: [] }, table);

describe('diagnoses that name site and kind more finely than the tables', () => {
  it.each([
    ['Primary anaplastic astrocytoma of temporal lobe (disorder)', 'ASTR'],
    ['Kappa light chain myeloma (disorder)', 'PCM'],
    ['Overlapping malignant neoplasm of female breast (disorder)', 'BREAST'],
    ['Malignant epithelial neoplasm of lung (disorder)', 'LUNG'],
    ['Primary basaloid squamous cell carcinoma of lung (disorder)', 'LUSC'],
    ['Primary adenocarcinoma of descending colon and splenic flexure (disorder)', 'COAD'],
    ['Anaplastic lymphoma kinase fusion oncogene negative non-small cell lung cancer (disorder)', 'NSCLC'],
    ['Non-small cell lung cancer without mutation in epidermal growth factor receptor (disorder)', 'NSCLC'],
    ['Malignant tumor involving rectum by direct extension from prostate (disorder)', 'PROSTATE'],
    ['Primary malignant gastrointestinal stromal neoplasm of colon (disorder)', 'GIST'],
    ['Invasive ductal carcinoma with an extensive intraductal component (morphologic abnormality)', 'IDC'],
    ['Low grade malignant glioma of brain (disorder)', 'LGGNOS'],
    ['Ductal adenocarcinoma of head of pancreas', 'PAAD'],
    ['Adenocarcinoma of tail of pancreas', 'PAAD'],
    ['Infiltrating duct carcinoma of upper outer quadrant', 'IDC'],
    ['Malignant epithelioid mesothelioma of pleura', 'PLMESO'],
    ['Anaplastic astrocytoma of spinal cord', 'ASTR'],
  ])('%s is at least %s', (text, code) => {
    expect(typeOf(text).oncotree).toBe(code);
    expect(namesTumour(concept(text), table)).toBe(true);
  });
  it.each(['Ductal carcinoma of parotid gland', 'Lobular carcinoma of stomach', 'Ductal adenocarcinoma of prostate'])(
    '%s is none of the breast',
    (text) => {
      expect(typeOf(text).oncotree ?? '').not.toMatch(/^(?:IDC|ILC|BREAST|BRCA|BRCANOS|MDLC)$/);
    },
  );
  it.each([
    ['one in situ does not become invasive', 'Non-mucinous adenocarcinoma in situ of lung (disorder)', 'adenocarcinoma'],
    [
      'one that invades is not in situ',
      'Ductal carcinoma in situ with microinvasion (morphologic abnormality)',
      'ductal carcinoma in situ',
    ],
    ['one of two kinds is neither', 'Combined hepatocellular carcinoma and cholangiocarcinoma', 'cholangiocarcinoma'],
    ['a smouldering myeloma is no multiple myeloma', 'Indolent multiple myeloma (disorder)', 'multiple myeloma'],
  ])('%s', (_, text, wrong) => {
    expect(broaderWordings(text)).not.toContain(wrong);
    expect(broaderWordings(text).length).toBeGreaterThan(0);
  });
  it.each([
    'Lynch syndrome (disorder)',
    'Secondary malignant neoplasm of bladder (disorder)',
    'Pulmonary tumor embolism (disorder)',
    'Family history of malignant neoplasm of breast',
    'Malignant hypertension of pregnancy without cancer',
    'Benign neoplasm of brain',
  ])('nothing is made of %s', (text) => expect(broaderWordings(text)).toEqual([]));
});
