/** mCODE in its versions, and US Core. */
import type { Expected } from './expected.ts';

export const MCODE_AND_US_CORE: Readonly<Record<string, Expected>> = {
  'mcode1-trialmatching__ctma1': {
    variants: ['ESR1 snv present unknown', 'PIK3CA snv present unknown'],
    biomarkers: [
      'ER IHC Positive (qualifier value) positive',
      'HER2 IHC Negative (qualifier value) negative',
      'MSI IHC Positive (qualifier value) unstable',
      'PR IHC Positive (qualifier value) positive',
    ],
    tumours: [
      'primary active confirmed IDC DOID:3008 stages IV clinical, IV other',
      'secondary active confirmed - -',
      'secondary active confirmed - -',
      'secondary active confirmed - -',
    ],
    performance: ['ECOG 1'],
  },
  'mcode1-trialmatching__ctma2': {
    variants: [
      'CCND1 copy-number present unknown amplification',
      'FGFR1 copy-number present unknown amplification',
      'MDM2 copy-number present unknown amplification',
    ],
    biomarkers: [
      'ER IHC Positive (qualifier value) positive',
      'HER2 IHC Negative (qualifier value) negative',
      'MSI IHC Positive (qualifier value) unstable',
      'PR IHC Positive (qualifier value) positive',
      'TMB Low (qualifier value) low',
    ],
    tumours: ['primary active confirmed IDC DOID:3008 stages IV clinical, IV other', 'secondary active confirmed - -'],
    performance: ['ECOG 1'],
  },
  'mcode2-checker__jenny': {
    variants: ['PALB2 snv present somatic c.3549C>A p.Tyr1183Ter GRCh38 16:23603471G>T'],
    tested: ['BRCA1', 'BRCA2', 'CDH1', 'PALB2', 'PTEN', 'STK11', 'TP53'],
    biomarkers: ['ER IHC Positive positive', 'HER2 Negative negative', 'Oncotype DX 47 {ScoreOf} high', 'PR IHC Negative negative'],
    tumours: ['primary remission confirmed BREAST DOID:1612 stages IIB clinical, IIIC other, cT3 cN0 cM0 clinical'],
    performance: ['ECOG 0'],
    warned: ['conflict', 'wrong-patient'],
  },
  'mcode2-checker__mccdis': {
    warned: ['wrong-patient'],
  },
  'mcode2-checker__mccgen': {
    variants: ['PALB2 snv present somatic c.3549C>A p.Tyr1183Ter GRCh38 16:23603471G>T copies 3 vaf 0.12'],
    tested: ['BRCA1'],
  },
  'mcode2.1__jenny': {
    variants: ['PALB2 snv present somatic c.3549C>A p.Tyr1183Ter GRCh38 16:23603471G>T'],
    tested: ['BRCA1', 'BRCA2', 'CDH1', 'PALB2', 'PTEN', 'STK11', 'TP53'],
    biomarkers: ['ER IHC Positive positive', 'HER2 Negative negative', 'Oncotype DX 47 {ScoreOf} high', 'PR IHC Negative negative'],
    tumours: ['primary remission confirmed BREAST DOID:1612 stages IIB clinical, IIIC other, cT3 cN0 cM0 clinical'],
    performance: ['ECOG 0'],
    warned: ['conflict'],
  },
  'mcode4__Condition-primary-cancer-condition-cll': {
    tumours: ['primary active confirmed CLLSLL DOID:1040 stages Binet Stage B other'],
  },
  'mcode4__Condition-secondary-cancer-condition-brain-mets': {
    tumours: ['secondary active confirmed - -'],
  },
  'mcode4__Observation-cancer-disease-status-improved': {},
  'mcode4__Observation-ecog-performance-status-fully-active': {
    performance: ['ECOG 0'],
  },
  'mcode4__Observation-figo-stage-IIIA': {
    warned: ['unparsed'],
  },
  'mcode4__Observation-karnofsky-performance-status-normal-activity': {
    performance: ['Karnofsky 90'],
  },
  mcode4__brian: {
    variants: ['ETV6+RUNX1 fusion present somatic ETV6::RUNX1 unordered'],
    tumours: ['primary active confirmed BLL DOID:0080638'],
  },
  mcode4__jenny: {
    variants: ['PALB2 snv present somatic c.3549C>A p.Tyr1183Ter GRCh38 16:23603471G>T'],
    tested: ['BRCA1', 'BRCA2', 'CDH1', 'PALB2', 'PTEN', 'STK11', 'TP53'],
    biomarkers: ['ER IHC Positive positive', 'HER2 Negative negative', 'Oncotype DX 47 high', 'PR IHC Negative negative'],
    tumours: ['primary remission confirmed IDC DOID:3008 stages IIB clinical, IIIC other, cT3 cN0 cM0 clinical'],
    performance: ['ECOG 0'],
    warned: ['conflict'],
  },
  'uscore6__Condition-condition-SDOH-example': {},
  'uscore6__Condition-condition-duodenal-ulcer': {},
  'uscore6__Condition-encounter-diagnosis-example1': {},
  'uscore6__Condition-encounter-diagnosis-example2': {},
  'uscore6__Medication-uscore-med1': {},
  'uscore6__Medication-uscore-med2': {},
  'uscore6__MedicationRequest-medicationrequest-coded-oral-axid': {},
  'uscore6__MedicationRequest-medicationrequest-contained-oral-axid': {},
  'uscore6__MedicationRequest-medicationrequest-referenced-oral-axid': {},
  'uscore6__MedicationRequest-self-tylenol': {},
  'uscore6__Observation-serum-bun': {},
  'uscore6__Observation-serum-calcium': {},
  'uscore6__Observation-serum-chloride': {},
  'uscore6__Observation-serum-co2': {},
  'uscore6__Patient-example': {},
};
