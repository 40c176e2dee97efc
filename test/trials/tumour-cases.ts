/** Criteria about the tumour, in our wording, and what they mean for the synthetic profiles. */
import type { ReviewedRow } from './reviewed-cases.ts';

export const TUMOUR_INCLUSION: readonly ReviewedRow[] = [
  ['Advanced or metastatic solid tumor (see the tumor types under conditions)', { g12c: 'unknown', cll: 'not-met' }],
  ['Confirmed pancreatic cancer or a pancreatic lesion with malignant potential', { g12c: 'unknown', pancreas: 'unknown' }],
  // a diagnosis and more: whoever has another tumour is out, nobody is in
  ['Diagnosis of CLL meeting published criteria that call for treatment', { cll: 'unknown', g12c: 'not-met', ovary: 'not-met' }],
  ['Histologically confirmed renal cell carcinoma with a clear cell component', { kidney: 'unknown', braf: 'not-met', her2: 'not-met' }],
  [
    'Patients must have biopsy-proven non-small cell lung cancer (NSCLC) progressing after radiation',
    { g12c: 'unknown', prostate: 'not-met' },
  ],
  ['Histologically confirmed adenocarcinoma originating from the colon or rectum', { bowel: 'unknown', g12c: 'not-met', braf: 'not-met' }],
  [
    'Advanced solid tumor that is refractory to standard therapy, including but not limited to TNBC or ovarian cancer',
    { cll: 'not-met', sarcoma: 'unknown' },
  ],
  [
    'Confirmed diagnosis of breast, ovarian or prostate cancer with a planned biopsy of the marrow',
    { her2: 'unknown', cll: 'not-met', kidney: 'not-met' },
  ],
  // by which rules the diagnosis was made; rules for treatment are another thing
  ['Diagnosis of CLL as per iwCLL 2018 criteria', { cll: 'met', g12c: 'not-met' }],
  ['Diagnosis of CLL or SLL meeting iwCLL 2018 criteria for treatment', { cll: 'unknown', g12c: 'not-met' }],
  ['Diagnosis of CLL meeting iwCLL criteria of response', { cll: 'unknown' }],
  // the extent directly before the one type
  ['Metastatic breast cancer that has progressed on hormone therapy', { her2: 'unknown', amplified: 'not-met' }],
  [
    'Histologically confirmed locally advanced or metastatic NSCLC which is not amenable to curative therapy',
    { g12c: 'unknown', braf: 'not-met' },
  ],
  ['Stage IV pancreatic adenocarcinoma, confirmed by histology, with one line of therapy', { pancreas: 'not-met', g12c: 'not-met' }],
  ['Recurrent or metastatic breast cancer that has progressed', { amplified: 'unknown', her2: 'unknown' }],
  ['Breast cancer that is metastatic, or locally advanced and not resectable', { amplified: 'unknown', her2: 'unknown' }],
  // M0 in a TNM formula
  ['Clinical T1-4 N0-1 M0', { g12c: 'not-met', pancreas: 'unknown', squamous: 'not-met' }],
  ['Operable invasive breast cancer defined as cT1 or T2, N0-1, and M0', { her2: 'not-met', amplified: 'unknown', g12c: 'not-met' }],
  ['Any T, any N, M0-1', { g12c: 'unknown' }],
  ['AML M0 by the French-American-British classification', { cll: 'not-met', g12c: 'not-met' }],
  // the list may be longer than what was read
  ['Histologically confirmed melanoma or other cancers with a high mutational burden', { g12c: 'unknown', braf: 'unknown' }],
  ['Histologically confirmed melanoma such as acral lentiginous forms and ABCD of the skin', { g12c: 'unknown' }],
  ['Histologically confirmed NSCLC or QXYC tumors of the chest', { braf: 'unknown', g12c: 'unknown' }],
  // the disease is not what is asked, or not of everybody
  ['Patients with multiple myeloma must have a kappa to lambda ratio of 100', { g12c: 'unknown', cll: 'unknown' }],
  ['Patients with sarcoma or thyroid cancer must not have received an anthracycline', { g12c: 'unknown', sarcoma: 'unknown' }],
  ['Lymphoma: at least one lesion of 1.5 cm', { g12c: 'unknown', cll: 'unknown' }],
  ['Breast cancer patients in cohort B with visceral disease', { g12c: 'unknown', her2: 'unknown' }],
  ['A parent with pancreatic cancer that was found early', { g12c: 'unknown', pancreas: 'unknown' }],
  ['Suspected ovarian cancer planned for surgery', { g12c: 'unknown', ovary: 'unknown' }],
  ['Planned to undergo screening for lung cancer', { her2: 'unknown', g12c: 'unknown' }],
  ['Measurable disease or a confirmed glioblastoma that has progressed', { g12c: 'unknown', her2: 'unknown' }],
  ['Diagnosed with stage I-IV NSCLC, MM or RCC', { braf: 'unknown', g12c: 'unknown' }],
  ['Confirmed multiple myeloma (MM) with measurable M-protein', { g12c: 'not-met', cll: 'not-met' }],
  ['Histologically confirmed pancreatic cancer or pancreatic cyst', { braf: 'unknown', pancreas: 'unknown' }],
  ['Biopsy-proven malignant spread to the pleura, or mesothelioma', { g12c: 'unknown', her2: 'unknown' }],
  ['Lung tumor that can be reached by radiation', { bowel: 'unknown', her2: 'unknown' }],
  ['Newly diagnosed high grade serous ovarian, tubal or primary peritoneal cancer', { ovary: 'unknown', braf: 'not-met' }],
  ['No more than 1 line of chemotherapy for advanced breast cancer', { g12c: 'unknown', amplified: 'unknown' }],
  ['At most 2 lines of chemotherapy in the metastatic setting', { pancreas: 'unknown' }],
  ['Patients with thymoma are also eligible', { her2: 'unknown', g12c: 'unknown' }],
];

export const TUMOUR_EXCLUSION: readonly ReviewedRow[] = [
  ['Variant histology renal cell carcinoma', { kidney: 'unknown', g12c: 'met' }],
  ['Renal cell carcinoma of a rare variant', { kidney: 'unknown' }],
  // a histology: whoever certainly has another tumour is not excluded
  ['Uveal melanoma or mucosal melanoma', { g12c: 'met', her2: 'met', braf: 'unknown' }],
  ['Ocular, mucosal or acral melanoma', { prostate: 'met', braf: 'unknown' }],
  ['Mixed small cell and non-small cell lung cancer histology', { her2: 'unknown', g12c: 'unknown' }],
  ['Diagnosis of small cell or neuroendocrine prostate cancer', { braf: 'unknown', prostate: 'unknown' }],
  ['Pure small cell carcinoma', { cll: 'unknown', g12c: 'unknown' }],
  // another tumour, another time, or one more way to be excluded
  ['History of myelodysplastic syndrome or leukemia', { g12c: 'unknown', cll: 'unknown' }],
  ['Synchronous ovarian or cervical cancer', { her2: 'unknown', ovary: 'unknown' }],
  ['Recurrent glioblastoma or progression of a lower grade tumor', { g12c: 'unknown' }],
  ['Evidence of local recurrence or metastatic pancreatic cancer', { g12c: 'unknown', pancreas: 'unknown' }],
  ['Sarcoma or any histology that is not epithelial', { g12c: 'unknown', sarcoma: 'unknown' }],
];
