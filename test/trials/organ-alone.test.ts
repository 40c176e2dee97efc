/** What a diagnosis by its organ says of a histology, and what a rare cancer of an organ says of the organ. */
import type { TumourFact } from '../../fhir-profiles/index.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { testCriteria } from './criterion-table.ts';

const withTumour = (oncotree: string, doid: string, text: string, parts: Partial<TumourFact> = {}) =>
  patient({ tumours: [tumour(oncotree, { doid, text, ...parts })] });
const CHARTS = {
  lung: withTumour('LUNG', 'DOID:1324', 'Malignant neoplasm of upper lobe, right bronchus or lung'),
  pancreas: withTumour('PANCREAS', 'DOID:1793', 'Malignant neoplasm of pancreas, unspecified'),
  kidney: withTumour('KIDNEY', 'DOID:263', 'Malignant neoplasm of kidney'),
  ovary: withTumour('OVARY', 'DOID:2394', 'Ovarian cancer'),
  bladder: withTumour('BLCA', 'DOID:11054', 'Malignant neoplasm of bladder, unspecified'),
  prostate: withTumour('PROSTATE', 'DOID:10283', 'Malignant neoplasm of prostate'),
  smallCellBladder: withTumour('SCBC', 'DOID:7132', 'Small cell carcinoma of bladder'),
  granulosa: withTumour('GRCT', 'DOID:2999', 'Granulosa cell tumor of ovary'),
  pancreaticNet: withTumour('PANET', 'DOID:1799', 'Pancreatic neuroendocrine tumor, grade 2'),
  mucosalMelanoma: withTumour('SKCM', 'DOID:8923', 'Melanoma, mucosal, of nasal cavity'),
  skinMelanoma: withTumour('SKCM', 'DOID:8923', 'Malignant melanoma of skin'),
  leukaemia: withTumour('BLL', 'DOID:0080638', 'B-cell acute lymphoblastic leukemia'),
  neuroblastoma: withTumour('NBL', 'DOID:769', 'Neuroblastoma'),
};

testCriteria(
  'a diagnosis by organ, and a rare cancer of an organ',
  {
    inclusion: [
      ['Histologically confirmed non-small cell lung cancer', { lung: 'unknown', pancreas: 'not-met' }],
      ['Histologically confirmed pancreatic ductal adenocarcinoma', { pancreas: 'unknown', pancreaticNet: 'not-met' }],
      ['Histologically confirmed pancreatic cancer', { pancreas: 'met', pancreaticNet: 'unknown' }],
      ['Histologically confirmed renal cell carcinoma', { kidney: 'unknown', prostate: 'not-met' }],
      ['Histologically confirmed epithelial ovarian cancer', { ovary: 'unknown', granulosa: 'unknown' }],
      ['Histologically confirmed ovarian cancer', { ovary: 'met', granulosa: 'met' }],
      ['Histologically confirmed urothelial carcinoma', { bladder: 'unknown', smallCellBladder: 'unknown' }],
      ['Histologically confirmed bladder cancer', { bladder: 'met', smallCellBladder: 'met', prostate: 'not-met' }],
      ['Histologically confirmed adenocarcinoma of the prostate', { prostate: 'met', bladder: 'not-met' }],
      ['Histologically confirmed cutaneous melanoma', { mucosalMelanoma: 'unknown', skinMelanoma: 'met' }],
      ['Histologically confirmed lymphoma', { leukaemia: 'unknown' }],
      ['Histologically confirmed glioblastoma', { neuroblastoma: 'not-met' }],
    ],
    exclusion: [
      ['Mucosal melanoma', { mucosalMelanoma: 'unknown' }],
      ['Uveal melanoma', { skinMelanoma: 'unknown', neuroblastoma: 'met', lung: 'met' }],
    ],
  },
  CHARTS,
);
