/** A diagnosis whose code and words name two organs is read both ways, and what holds for one alone is not claimed. Synthetic patients. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { typeOfWords } from '../../fhir-profiles/read/tumour/tumour-type.ts';
import { organDispute } from '../../fhir-profiles/read/tumour/organ-dispute.ts';
import { concept } from '../../fhir-profiles/read/elements.ts';
import { vocabulary } from '../reading/vocabulary.ts';
import { board, condition, lines, type Line } from './board.ts';

const L858R: readonly Line[] = [['EGFR', 'L858R']];
const disputeOf = (text: string, code: string, system = 'http://hl7.org/fhir/sid/icd-10-cm', display?: string) =>
  organDispute(
    concept({ text, coding: [{ system, code, ...(display === undefined ? {} : { display }) }] }),
    { oncotree: null, doid: null },
    vocabulary.tumours,
    (words) => typeOfWords(words, vocabulary.tumours),
  )?.said;
const told = (text: string, code: string, results: readonly Line[], ...drugs: string[]) =>
  board([condition(text, code)], lines(results), ...drugs);

describe('what is ordered', () => {
  it('EGFR L858R in a "Lung adenocarcinoma" coded as brain: nobody is told that osimertinib fits', () => {
    const { fit, report, summaries, cards } = told('Lung adenocarcinoma', 'C71.9', L858R, 'osimertinib');
    expect(fit?.verdict).toBe('biomarker-open');
    expect(summaries).toEqual([
      'Diagnosis: brain (C71.9) by its code, lung (“Lung adenocarcinoma”) by its words: settle it before osimertinib',
    ]);
    expect(cards[0]).toMatchObject({ indicator: 'warning', suggestions: [] });
    expect(report.warnings.map(({ message }) => message).join('\n')).toContain(
      'The diagnosis names two organs: brain (C71.9) by its code, lung',
    );
  });
  it('the reverse', () => {
    expect(told('Glioblastoma', 'C34.1', L858R, 'osimertinib').fit?.verdict).toBe('biomarker-open');
  });
  it('what is told either way stays: KRAS G12D and cetuximab, colon and rectum of one mind, breast not', () => {
    expect(told('Rectal adenocarcinoma', 'C18.9', [['KRAS', 'G12D']], 'cetuximab').fit?.verdict).toBe('contradicted'); // prettier-ignore
    expect(told('Rectal adenocarcinoma', 'C50.9', [['KRAS', 'G12D']], 'cetuximab').fit?.verdict).toBe('biomarker-open'); // prettier-ignore
  });
  it('approved in any solid tumour: the same either way', () => {
    expect(told('Lung adenocarcinoma', 'C50.9', [['NTRK1', 'TPM3::NTRK1 fusion']], 'larotrectinib').fit?.verdict).toBe('fits'); // prettier-ignore
  });
  it('opening the chart offers nothing of the one organ', () => {
    const { opening, approved } = told('Lung adenocarcinoma', 'C71.9', [['ALK', 'EML4::ALK fusion']]); // prettier-ignore
    expect(opening?.summary ?? '').not.toMatch(/alectinib|lorlatinib/);
    expect(approved.every(({ settingStanding }) => settingStanding === 'against')).toBe(true);
  });
  it('a carcinoma coded as lymphoma, a leukaemia coded as lung', () => {
    expect(told('Lung adenocarcinoma', 'C83.30', L858R, 'osimertinib').fit?.verdict).toBe('biomarker-open');
    expect(told('Chronic myeloid leukemia', 'C34.90', [['BCR::ABL1', 'Detected']], 'imatinib').fit?.verdict).toBe('biomarker-open'); // prettier-ignore
  });
  it('code and words of one organ: nothing is said', () => {
    const { fit, report } = told('Lung adenocarcinoma', 'C34.1', L858R, 'osimertinib');
    expect(fit?.verdict).toBe('fits');
    expect(report.warnings.map(({ message }) => message).join()).not.toContain('two organs');
  });
});

describe('two organs', () => {
  it.each([
    ['Breast cancer', 'C34.9'],
    ['Adenocarcinoma of colon', 'C61'],
    ['Pancreatic ductal adenocarcinoma', 'C50.911'],
    ['NSCLC, stage IV', 'C25.9'],
    ['Hepatocellular carcinoma', 'C64.9'],
    ['Mammakarzinom links', 'C34.1'],
    ['Cancer du poumon', 'C50.9'],
    ['Cáncer de mama', 'C18.9'],
    ['Carcinoma della prostata', 'C67.9'],
    ['Endometrial carcinoma', 'C50.9'],
    ['Melanoma of lung', 'C50.9'],
    ['Acute myeloid leukaemia', 'C50.9'],
    ['Breast cancer', 'C91.0'],
  ])('%s, %s', (text, code) => expect(disputeOf(text, code)).toBeDefined());
  it('by the display of the code', () =>
    expect(disputeOf('Lung cancer', 'C50.9', undefined, 'Malignant neoplasm of breast')).toBeDefined());
  it('SNOMED CT against words', () => expect(disputeOf('Prostate cancer', '254837009', 'http://snomed.info/sct')).toMatch(/^breast/));
});

describe('one diagnosis', () => {
  it.each([
    ['Brain metastasis of lung cancer', 'C79.31'],
    ['Lung cancer with brain metastases', 'C34.9'],
    ['Brain metastasis from lung adenocarcinoma', 'C34.1'],
    ['Colon cancer metastatic to liver', 'C18.7'],
    ['Liver metastases of colorectal cancer', 'C78.7'],
    ['Carcinoma of hepatic flexure of colon', 'C18.3'],
    ['Left breast cancer, right axillary lymph node', 'C50.912'],
    ['Carcinoma of unknown primary, liver biopsy', 'C80.1'],
    ['Malignant neoplasm, lung nodule', 'C80.1'],
    ['Neuroendocrine tumour of pancreas', 'C7A.8'],
    ['Bronchial carcinoid', 'C7A.090'],
    ['Pleural mesothelioma', 'C45.0'],
    ['Adenoid cystic carcinoma', 'C50.9'],
    ['Mucoepidermoid carcinoma', 'C34.9'],
    ['Small cell carcinoma', 'C61'],
    ['Squamous cell carcinoma', 'C44.92'],
    ['Squamous cell carcinoma of ear', 'C44.222'],
    ['Squamous cell carcinoma of lip', 'C44.02'],
    ['Urothelial carcinoma of renal pelvis', 'C65.9'],
    ['Urothelial carcinoma', 'C64.9'],
    ['Urothelial carcinoma of prostatic urethra', 'C61'],
    ['Primary CNS lymphoma', 'C83.39'],
    ['Diffuse large B-cell lymphoma of stomach', 'C83.3'],
    ['Diffuse large B-cell lymphoma of stomach', 'C16.9'],
    ['Breast implant-associated anaplastic large cell lymphoma', 'C84.7A'],
    ['Hepatosplenic T-cell lymphoma', 'C86.1'],
    ['Gastrointestinal stromal tumour of small bowel', 'C49.A3'],
    ['Gastrointestinal stromal tumor', 'C16.9'],
    ['Mammary analogue secretory carcinoma', 'C07'],
    ['Hepatoid adenocarcinoma of stomach', 'C16.9'],
    ['Intestinal-type adenocarcinoma', 'C30.0'],
    ['Gastric-type adenocarcinoma of the cervix', 'C53.0'],
    ['Endometrioid carcinoma of ovary', 'C56.9'],
    ['High-grade serous carcinoma of the fallopian tube', 'C57.00'],
    ['Primary peritoneal carcinoma', 'C56.9'],
    ['Peritoneal carcinomatosis of ovarian cancer', 'C56.9'],
    ['Cancer of the uterine cervix', 'C53.9'],
    ['Uterine cancer', 'C53.9'],
    ['Adenocarcinoma of the esophagogastric junction', 'C16.0'],
    ['Adenocarcinoma of the stomach', 'C15.5'],
    ['Intrahepatic cholangiocarcinoma', 'C22.1'],
    ['Ampullary carcinoma', 'C24.1'],
    ['Ampullary adenocarcinoma', 'C17.0'],
    ['Gallbladder cancer', 'C23'],
    ['Renal cell carcinoma metastatic to lung', 'C64.9'],
    ['Paraganglioma', 'C74.1'],
    ['Parathyroid carcinoma', 'C75.0'],
    ['Pituitary carcinoma', 'C75.1'],
    ['Choroid plexus carcinoma', 'C71.5'],
    ['Optic nerve glioma', 'C72.30'],
    ['Retinoblastoma', 'C69.20'],
    ['Uveal melanoma', 'C43.9'],
    ['Vulvar melanoma', 'C43.9'],
    ['Paget disease of the vulva', 'C44.99'],
    ['Anal squamous cell carcinoma', 'C44.52'],
    ['Merkel cell carcinoma of eyelid', 'C4A.10'],
    ['Leukemia cutis', 'C44.90'],
    ['Overlapping malignant lesion of colon', 'C18.8'],
    ['Tumor der Lunge, Tumor sein Stadium IV', 'C34.9'],
    ['Nierenzellkarzinom', 'C64'],
    ['Kolonkarzinom', 'C18.9'],
    ['Thyroid carcinoma in struma ovarii', 'C56.9'],
  ])('%s, %s', (text, code) => expect(disputeOf(text, code)).toBeUndefined());
});

const FILE = '../shared/reference/oncology/oncotree_flat_2025_10_03.tsv';
const SITES: Readonly<Record<string, readonly string[]>> = {
  'Adrenal Gland': ['C74.9'], 'Ampulla of Vater': ['C24.1'], 'Biliary Tract': ['C22.1', 'C23', 'C24.9'], 'Bladder/Urinary Tract': ['C65.9', 'C67.9', 'C68.9'], Bowel: ['C17.9', 'C18.9', 'C20', 'C21.0'],
  Breast: ['C50.9'], 'CNS/Brain': ['C70.9', 'C71.9', 'C72.0'], Cervix: ['C53.9'], 'Esophagus/Stomach': ['C15.9', 'C16.9'], Eye: ['C69.9'], 'Head and Neck': ['C02.9', 'C07', 'C32.9'],
  Kidney: ['C64.9'], Liver: ['C22.0'], Lung: ['C34.9'], 'Ovary/Fallopian Tube': ['C56.9', 'C57.0'], Pancreas: ['C25.9'], Penis: ['C60.9'], Peritoneum: ['C48.2'], Pleura: ['C38.4', 'C45.0'],
  Prostate: ['C61'], Skin: ['C43.9', 'C44.9'], Testis: ['C62.9'], Thymus: ['C37'], Thyroid: ['C73'], Uterus: ['C54.1', 'C55'], 'Vulva/Vagina': ['C51.9', 'C52'], Lymphoid: ['C83.3', 'C91.0'], Myeloid: ['C92.0'],
  Bone: ['C41.9'], 'Soft Tissue': ['C49.9'], Other: ['C80.1'], 'Peripheral Nervous System': ['C47.9'],
}; // prettier-ignore
it.runIf(existsSync(FILE))('no false alarm in any name of OncoTree beside its own codes and the codes of its site', () => {
  const [head = '', ...rows] = readFileSync(FILE, 'utf8').split('\n');
  const at = (name: string) => head.split('\t').indexOf(name);
  const alarms = rows.flatMap((row) => {
    const cells = row.split('\t');
    const [code = '', name = ''] = cells;
    const ids = (column: string) => (cells[at(column)] ?? '').split(/[|,]/).filter((id) => id !== '');
    return [
      disputeOf(name, code, 'http://oncotree.mskcc.org'),
      ...ids('nci').map((id) => disputeOf(name, id, 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl')),
      ...(SITES[cells[at('tissue')] ?? ''] ?? []).map((site) => disputeOf(name, site)),
    ].filter((said) => said !== undefined);
  });
  expect(rows.length).toBeGreaterThan(800);
  expect(alarms).toEqual([]);
});
