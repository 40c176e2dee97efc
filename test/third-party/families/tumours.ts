/** What a diagnosis is, where its code, its words and its site each say a part. */
import type { Family, Outcome, ThirdPartyCase } from '../judge.ts';
import { alsoCoded, coded, found, ICD10CM, ICDO3, named, site, snomed, tumour, type Code, type Gene, type Resource } from '../shapes.ts';

/** Morphology code and words (or a site with `@`). */
type Pair = readonly [morphology: string, words: string, tumour: string, open?: string];
const MORPHOLOGY_AND_WORDS: readonly Pair[] = [
  ['8140/3', 'Adenocarcinoma of the colon', 'COAD'],
  ['8140/3', 'Kolonkarzinom', 'COAD'],
  ['8140/3', 'Colon cancer', 'COAD'],
  ['8140/3', 'Colon', 'COAD'],
  ['8140/3', 'Adenocarcinoma of lung', 'LUAD'],
  ['8140/3', 'Prostate cancer', 'PRAD'],
  ['8070/3', 'Lung cancer', 'LUSC'],
  ['8041/3', 'Lung cancer', 'SCLC'],
  ['8012/3', 'Lung cancer', 'LCLC'],
  ['8010/3', 'Breast cancer', 'BREAST'],
  ['8441/3', 'Ovarian cancer', 'OVARY/OVT/HGSOC/SOC'],
  ['8890/3', 'Uterine cancer', 'LMS/ULMS'],
  ['8380/3', 'Uterine cancer', 'UCEC/UEC'],
  ['8160/3', 'Liver cancer', 'IHCH'],
  ['8441/3', 'Endometrial cancer', 'UCEC/USC'],
  ['8246/3', 'Pancreatic cancer', 'PANET/PANEC'],
  ['9680/3', 'Lymphoma of stomach', 'DLBCLNOS'],
  ['9861/3', 'Leukemia', 'AML'],
  ['8936/3', 'Stomach tumour', 'GIST'],
  ['8720/3', 'Melanoma metastatic to lung', 'MEL/SKCM'],
  ['8140/3', 'Brain metastasis of lung adenocarcinoma', 'LUAD'],
  ['8140/3', 'Adenocarcinoma metastatic to liver, primary unknown', 'ADNOS/none/CUP'],
  ['8140/3', 'Adenocarcinoma of lymph node (axilla)', 'ADNOS/none'],
  ['8140/3', 'Prostate cancer and colon cancer', 'ADNOS/none'],
  ['8140/0', 'Colon polyp', 'none'],
  ['8500/2', 'DCIS breast', 'none/DCIS'],
  ['8140/3', 'Family history of colon cancer', 'none'],
];
const CODE_AND_SITE: readonly (readonly [code: Code, site: Code, tumour: string, open?: string])[] = [
  [snomed('363346000', 'Malignant neoplastic disease'), snomed('39607008', 'Lung structure'), 'LUNG/NSCLC/LUAD'],
  [snomed('443961001', 'Malignant adenomatous neoplasm'), snomed('71854001', 'Colon structure'), 'COAD'],
  ['Adenocarcinoma', 'Lung', 'LUAD'],
  ['Adenocarcinoma, NOS', 'Colon', 'COAD'],
  ['Carcinoma', 'left breast', 'BREAST/BRCA'],
  ['Squamous cell carcinoma', 'Oesophagus', 'ESCC'],
  ['Squamous cell carcinoma', snomed('39607008', 'Lung structure'), 'LUSC'],
  ['Neuroendocrine tumor', 'Pancreas', 'PANET'],
  [coded(ICD10CM, 'C80.1', 'Malignant (primary) neoplasm, unspecified'), snomed('39607008', 'Lung structure'), 'LUNG/NSCLC'],
  [coded(ICDO3, '8140/3', 'Adenocarcinoma, NOS'), 'Bronchus and lung', 'LUAD'],
  [coded(ICDO3, '8140/6'), 'Liver', 'ADNOS/none'],
  [coded(ICDO3, '8500/3'), 'Breast', 'IDC'],
];
const label = (code: Code): string => (typeof code === 'string' ? code : (code.coding?.[0]?.display ?? code.coding?.[0]?.code ?? ''));

export const morphologyAndSite: Family = {
  source: 'ICD-O-3.2 morphology beside free words, mCODE and GDC diagnoses with a body site',
  cases: [
    ...MORPHOLOGY_AND_WORDS.map(([morphology, words, oncotree, open]): ThirdPartyCase => ({
      name: `${morphology} "${words}"`,
      chart: [tumour(named(coded(ICDO3, morphology), words))],
      tumour: oncotree,
      ...(open === undefined ? {} : { open }),
    })),
    ...CODE_AND_SITE.map(([code, at, oncotree, open]): ThirdPartyCase => ({
      name: `${label(code)} of ${label(at)}`,
      chart: [tumour(code, site(at))],
      tumour: oncotree,
      ...(open === undefined ? {} : { open }),
    })),
    { name: 'ICD-O-3 topography and morphology in one code', chart: [tumour(coded(ICDO3, 'C34.9 8140/3', 'Lung adenocarcinoma'))], tumour: 'LUAD' },
    { name: 'OncoTree code alone', chart: [tumour(coded('http://oncotree.mskcc.org/api/tumorTypes', 'LUAD', 'Lung Adenocarcinoma'))], tumour: 'LUAD' },
    {
      name: 'ICD-O-3 topography as diagnosis, morphology as mCODE’s histology',
      chart: [tumour(coded(ICDO3, 'C18.7', 'Sigmoid colon'), { extension: [{ url: 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior', valueCodeableConcept: coded(ICDO3, '8140/3') }] })],
      tumour: 'COAD',
    },
  ],
}; // prettier-ignore

const icd = (code: string, display: string): Resource => tumour(coded(ICD10CM, code, display));
const NARRATIVE = named(alsoCoded(snomed('254637007', 'Non-small cell lung cancer'), coded(ICD10CM, 'C34.90')), '#problem1');
type Listed = readonly [name: string, chart: readonly Resource[], tumour: string, orders?: Readonly<Record<string, Outcome>>];
const PROBLEMS: readonly Listed[] = [
  ['lung cancer by SNOMED and ICD-10-CM, text a reference into the narrative', [{ ...tumour(NARRATIVE), clinicalStatus: { text: 'Active' }, verificationStatus: undefined }], 'NSCLC', { osimertinib: 'untested: EGFR & !#problem1' }],
  ['nullFlavor OTH with C18.9 as translation', [tumour(alsoCoded(coded('http://terminology.hl7.org/CodeSystem/v3-NullFlavor', 'OTH'), coded(ICD10CM, 'C18.9', 'Malignant neoplasm of colon, unspecified')))], 'COAD/COADREAD', { cetuximab: 'untested: KRAS' }],
  ['"No current problems"', [tumour(snomed('160245001', 'No current problems or disability'))], 'none', { osimertinib: 'silent/untested' }],
  ['Z85.3: a history of breast cancer', [icd('Z85.3', 'Personal history of malignant neoplasm of breast')], 'none/BREAST'],
  ['Z80.3: breast cancer in the family', [icd('Z80.3', 'Family history of malignant neoplasm of breast')], 'none', { trastuzumab: 'silent/untested' }],
  ['Z12.31: a screening mammogram', [icd('Z12.31', 'Encounter for screening mammogram for malignant neoplasm of breast')], 'none', { trastuzumab: 'silent/untested' }],
  ['Z51.11 beside C50.911', [icd('Z51.11', 'Encounter for antineoplastic chemotherapy'), icd('C50.911', 'Malignant neoplasm of unspecified site of right female breast')], 'BREAST', { trastuzumab: 'untested: HER2' }],
  ['Z15.01: a susceptibility', [icd('Z15.01', 'Genetic susceptibility to malignant neoplasm of breast')], 'none', { olaparib: 'silent/untested' }],
  ['C61 with bone metastases C79.51', [icd('C61', 'Malignant neoplasm of prostate'), icd('C79.51', 'Secondary malignant neoplasm of bone')], 'PROSTATE/PRAD', { olaparib: 'untested: BRCA1' }],
]; // prettier-ignore

export const problemLists: Family = {
  source: 'C-CDA problem lists through converters (LinuxForHealth, microsoft/FHIR-Converter)',
  cases: PROBLEMS.map(([name, chart, oncotree, orders]) => ({
    name,
    chart,
    tumour: oncotree,
    ...(orders === undefined ? {} : { orders }),
  })),
};

/** A diagnosis that names its marker: said at the order, never taken for a result of a laboratory. */
type Named = readonly [diagnosis: string, orders: Readonly<Record<string, Outcome>>];
const MARKER_IN_DIAGNOSIS: readonly Named[] = [
  ['NSCLC, EGFR L858R mutated, stage IV', { osimertinib: 'open/fits: !No EGFR result on file: test' }],
  ['EGFR-positive NSCLC', { osimertinib: 'open: !No EGFR result on file: test' }],
  ['HER2-positive breast cancer', { trastuzumab: 'fits/open: !No HER2 result on file: test' }],
  ['ER+/HER2- breast cancer', { trastuzumab: 'told: !No HER2 result on file: test', fulvestrant: 'silent/fits/open' }],
];
const contradictory: readonly (readonly [symbol: Gene, change: string, diagnosis: Code, name: string])[] = [
  [
    'EGFR',
    'p.Leu858Arg',
    coded(ICD10CM, 'C50.919', 'Malignant neoplasm of unspecified bronchus or lung'),
    'C50.919 with the words of the lung',
  ],
  ['EGFR', 'p.Leu858Arg', snomed('254637007', 'Malignant neoplasm of breast'), 'SNOMED code of lung cancer with the words of the breast'],
];

export const markersInDiagnoses: Family = {
  source: 'Generated demo charts: diagnoses that name a marker, and codes of another organ',
  cases: [
    ...MARKER_IN_DIAGNOSIS.map(([diagnosis, orders]) => ({ name: diagnosis, chart: [tumour(diagnosis)], orders })),
    ...contradictory.map(([symbol, change, diagnosis, name]) => ({
      name,
      chart: [tumour(diagnosis), found(symbol, change)],
      orders: { trastuzumab: 'silent/open/untested/info/warning: !is not expected' },
      warns: ['two organs'],
    })),
  ],
};
