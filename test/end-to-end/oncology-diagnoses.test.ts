/** Diagnoses in clinicians' own words, through the whole path. */
import { describe, expect, it } from 'vitest';
import { bundle, condition, patient, words } from '../reading/resources.ts';
import { board, code, observation } from './board.ts';
import { reportOf } from './report.ts';

const typeOf = (...texts: string[]) =>
  reportOf(bundle(patient, ...texts.map((text, at) => condition(`c${at}`, words(text))))).oncology.tumour?.oncotree ?? null;

describe('names as charts and registries write them', () => {
  it.each([
    ['Desmoid tumor', 'DES'],
    ['Aggressive fibromatosis', 'DES'],
    ['Tenosynovial giant cell tumor', 'TGCT'],
    ['Solitary fibrous tumor', 'SFT'],
    ['Craniopharyngioma, papillary', 'PCGP'],
    ['Astrocytoma', 'ASTR'],
    ['Diffuse astrocytoma', 'ASTR'],
    ['NSCLC adenocarcinoma', 'LUAD'],
    ['Small bowel adenocarcinoma', 'SBC'],
    ['Hurthle cell carcinoma', 'THHC'],
    ['Klatskin tumor', 'PHCH'],
    ['Small lymphocytic lymphoma', 'CLLSLL'],
    ['Myelodysplastic syndrome with isolated del(5q)', 'MDSID5Q'],
    ['CMML', 'CMML'],
    ['CUP', 'CUP'],
  ])('%s is %s', (text, type) => expect(typeOf(text)).toBe(type));
});

describe('in other languages', () => {
  it.each([
    ['Bronchialkarzinom', 'LUNG'],
    ['Nicht-kleinzelliges Bronchialkarzinom, metastasiert', 'NSCLC'],
    ['Adenokarzinom der Lunge', 'LUAD'],
    ['Mammakarzinom links', 'BREAST'],
    ['Kolonkarzinom', 'COADREAD'],
    ['Malignes Melanom', 'MEL'],
    ['Metastasiertes Melanom', 'MEL'],
    ['Melanoma maligno', 'MEL'],
    ['Aderhautmelanom', 'UM'],
    ['Urothelkarzinom der Harnblase', 'BLCA'],
    ['Cancer gastrique', 'STOMACH'],
    ['Sigmakarzinom', 'COADREAD'],
    ['Akute myeloische Leukämie', 'AML'],
    ['Cancer du sein', 'BREAST'],
    ['Adénocarcinome pulmonaire', 'LUAD'],
    ['Cáncer de pulmón', 'LUNG'],
    ['Adenocarcinoma de páncreas', 'PAAD'],
    ['Carcinoma mammario', 'BREAST'],
    ['Adenocarcinoma polmonare', 'LUAD'],
    ['Câncer de mama', 'BREAST'],
  ])('%s is %s', (text, type) => expect(typeOf(text)).toBe(type));
  it.each([
    'Verdacht auf Bronchialkarzinom',
    'Familienanamnese: Mammakarzinom',
    'Lebermetastasen',
    'Ausschluss Kolonkarzinom',
    'Zustand nach Magenoperation',
    'Sospecha de cáncer de pulmón',
    'Antécédent familial de cancer du sein',
  ])('%s is none', (text) => expect(typeOf(text)).toBeNull());
});

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

describe('names that lead to the type that labels name', () => {
  it.each([
    ['B-lymphoblastic leukaemia', 'BLL'],
    ['Diffuse astrocytoma, IDH-mutant, WHO grade 2', 'ASTR2'],
  ])('%s is %s', (text, type) => expect(typeOf(text)).toBe(type));
});

describe('codes alone: ICD-10-GM or ICD-O topography with an ICD-O-3 morphology (German and Nordic registries, mCODE)', () => {
  const ICDO = 'http://terminology.hl7.org/CodeSystem/icd-o-3';
  const coded = (system: string, code: string) => ({ coding: [{ system, code }] });
  const typed = (site: string, morphology: string) =>
    reportOf(
      bundle(patient, {
        ...condition('c', coded('http://fhir.de/CodeSystem/bfarm/icd-10-gm', site)),
        bodySite: [coded(ICDO, site)],
        extension: [
          {
            url: 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior',
            valueCodeableConcept: coded(ICDO, morphology),
          },
        ],
      }),
    ).oncology.tumour?.oncotree;
  it.each([
    ['C34.1', '8140/3', 'LUAD'],
    ['C34.1', '8041/3', 'SCLC'],
    ['C34.9', '8070/3', 'LUSC'],
    ['C34.1', '8013/3', 'LUNE'],
    ['C34.1', '8046/3', 'NSCLC'],
    ['C50.4', '8500/3', 'IDC'],
    ['C18.2', '8140/3', 'COAD'],
    ['C25.0', '8140/3', 'PAAD'],
    ['C61', '8140/3', 'PRAD'],
    ['C22.1', '8160/3', 'IHCH'],
    ['C64', '8310/3', 'CCRCC'],
    ['C67.2', '8120/3', 'BLCA'],
    ['C73', '8260/3', 'THPA'],
    ['C73', '8510/3', 'THME'],
    ['C10.9', '8070/3', 'OPHSC'],
    ['C71.1', '9440/3', 'GB'],
    // Not listed, or of no certain behaviour: the organ alone.
    ['C34.1', '8000/3', 'LUNG'],
    ['C34.1', '8140/2', 'LUNG'],
  ])('%s with %s is %s', (site, morphology, type) => expect(typed(site, morphology)).toBe(type));

  it.each([
    ['C34.1', '8070/3', 'LUSC'],
    ['C34.9', '8140/3', 'LUAD'],
    ['C56.9', '8461/3', 'HGSOC'],
    ['C54.1', '8380/3', 'UEC'],
    ['C69.4', '8720/3', 'UM'],
    ['C53.9', '8070/3', 'CESC'],
    ['C61.9', '8140/3', 'PRAD'],
    ['C42.1', '9861/3', 'AML'],
    ['C42.1', '9732/3', 'PCM'],
  ])('the morphology as the diagnosis, %s as the body site: %s is %s', (site, morphology, type) => {
    const { tumour } = reportOf(
      bundle(patient, { ...condition('c', coded(ICDO, morphology)), bodySite: [{ ...coded(ICDO, site), text: 'as coded' }] }),
    ).oncology;
    expect(tumour?.oncotree).toBe(type);
  });
});

describe('SNOMED CT codes alone, as organ registries and order sets send them', () => {
  it.each([
    ['420120006', 'GIST'],
    ['91861009', 'AML'],
    ['393563007', 'GB'],
    ['93655004', 'SKCM'],
    ['312104005', 'CHOL'],
    ['363406005', 'COADREAD'],
    ['399326009', 'BLCA'],
    ['109989006', 'PCM'],
    ['363443007', 'OVARY'],
    ['363358000', 'LUNG'],
    ['277473004', 'CLLSLL'],
  ])('%s is %s', (snomed, type) => {
    const { tumour } = reportOf(bundle(patient, condition('c', { coding: [{ system: 'http://snomed.info/sct', code: snomed }] }))).oncology;
    expect(tumour?.oncotree).toBe(type);
  });
});

it('of two stages on file the later one is told, with the day it was recorded', () => {
  const staged = (id: string, day: string, group: string) =>
    observation(id, { effectiveDateTime: day, code: code('21908-9'), valueCodeableConcept: { text: group } });
  const { report } = board('Lung adenocarcinoma', [staged('first', '2025-02-20', 'Stage IIIA'), staged('now', '2026-10-30', 'Stage IVB')]);
  expect(report.oncology?.tumour?.stage).toBe('IVB');
  expect(report.oncology?.tumour?.evidence).toMatchObject([
    { reference: 'Condition/tumour' },
    { reference: 'Observation/now', issued: '2026-10-30' },
  ]);
});
