/** Tumours, stages, biomarkers and performance status in their usual shapes. */
import { describe, expect, it } from 'vitest';
import { bundle, component, condition, loinc, observation, patient, snomed, words, type Resource } from './resources.ts';
import { biomarkerLine, tumourLine } from './summary.ts';
import { read } from './vocabulary.ts';

const facts = (...resources: readonly Resource[]) => read(bundle(patient, ...resources)).facts;
const tumours = (...resources: readonly Resource[]) => facts(...resources).tumours.map(tumourLine);
const icd = (code: string, display?: string) => ({
  coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code, ...(display === undefined ? {} : { display }) }],
});

describe('tumour type', () => {
  it.each([
    [icd('C34.11', 'Malignant neoplasm of upper lobe, right bronchus or lung'), 'LUNG DOID:1324'],
    [icd('C50.911'), 'BREAST DOID:1612'],
    [icd('C61'), 'PROSTATE DOID:10283'],
    [icd('C92.10'), 'CML DOID:8552'],
    [snomed('254637007'), 'NSCLC DOID:3908'],
    [snomed('408643008', 'Infiltrating duct carcinoma of breast (disorder)'), 'IDC DOID:3008'],
    [words('Stage IV lung adenocarcinoma'), 'LUAD DOID:3910'],
    [words('NSCLC'), 'NSCLC DOID:3908'],
    [words('Metastatic colorectal cancer'), 'COADREAD DOID:9256'],
    [{ coding: [{ system: 'http://oncotree.mskcc.org', code: 'GBM' }] }, 'GB DOID:3068'],
    [{ ...icd('C34.90'), text: 'Adenocarcinoma of lung' }, 'LUAD DOID:3910'],
  ])('%j', (code, expected) => {
    expect(tumours(condition('c', code))).toEqual([`primary active confirmed ${expected}`]);
  });

  it.each([
    ['provisional', 'provisional'],
    [{ text: 'differential' }, 'differential'],
    [{ coding: [{ code: 'site-code' }, { code: 'unconfirmed' }] }, 'unconfirmed'],
    [undefined, 'unknown'],
  ])('verification %j is %s', (verificationStatus, expected) => {
    expect(facts(condition('c', icd('C61'), { verificationStatus })).tumours[0]?.verified).toBe(expected);
  });

  it('histology narrows the type within the diagnosis', () => {
    const histology = {
      extension: [
        {
          url: 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior',
          valueCodeableConcept: snomed('82711006', 'Infiltrating duct carcinoma (morphologic abnormality)'),
        },
      ],
    };
    expect(tumours(condition('c', snomed('254837009', 'Malignant neoplasm of breast'), histology))).toEqual([
      'primary active confirmed IDC DOID:3008',
    ]);
  });

  it.each([
    [icd('D25.9', 'Leiomyoma of uterus')],
    [icd('Z85.3', 'Personal history of malignant neoplasm of breast')],
    [words('Family history of breast cancer')],
    [words('No evidence of lung cancer')],
    [words('Screening for colon cancer')],
    [snomed('38341003', 'Hypertension')],
  ])('%j is no tumour of the patient', (code) => {
    expect(tumours(condition('c', code))).toEqual([]);
  });

  it.each([[icd('C78.7')], [snomed('94381002', 'Secondary malignant neoplasm of liver (disorder)')], [words('Metastasis to brain')]])(
    'a metastasis by %j is secondary and has no type of its own',
    (code) => {
      expect(tumours(condition('c', code))).toEqual(['secondary active confirmed - -']);
    },
  );

  it('"metastatic breast cancer" is the primary', () => {
    expect(tumours(condition('c', words('Metastatic breast cancer')))).toEqual(['primary active confirmed BREAST DOID:1612']);
  });

  it('a refuted tumour is no tumour; remission is said', () => {
    const breast = snomed('254837009', 'Malignant neoplasm of breast');
    expect(tumours(condition('c', breast, { verificationStatus: { coding: [{ code: 'refuted' }] } }))).toEqual([]);
    expect(tumours(condition('c', breast, { clinicalStatus: { coding: [{ code: 'remission' }] } }))).toEqual([
      'primary remission confirmed BREAST DOID:1612',
    ]);
  });

  it('the context of knowledge (81259-4) is not a diagnosis', () => {
    const implication = observation(
      'i',
      { coding: [{ code: 'therapeutic-implication' }] },
      { component: [component(loinc('81259-4'), { valueCodeableConcept: snomed('254637007', 'Non-small cell lung cancer') })] },
    );
    expect(tumours(implication)).toEqual([]);
  });
});

describe('stages', () => {
  const breast = snomed('254837009', 'Malignant neoplasm of breast');
  const stage = (value: unknown, code: unknown = loinc('21908-9')) => observation('s', code, { valueCodeableConcept: value });

  it.each([
    [{ coding: [{ system: 'http://cancerstaging.org', code: '3C' }] }, 'IIIC'],
    [words('Stage IIIA'), 'IIIA'],
    [snomed('1222769001'), 'IIB'],
    [{ coding: [{ system: 'x', code: 'IVB', display: 'Stadium IVB' }] }, 'IVB'],
    [words('4'), 'IV'],
  ])('%j', (value, expected) => {
    expect(tumours(condition('c', breast), stage(value))).toEqual([
      `primary active confirmed BREAST DOID:1612 stages ${expected} clinical`,
    ]);
  });

  it('Condition and Observation that disagree are both kept, and said', () => {
    const { facts: found, warnings } = read(
      bundle(patient, condition('c', breast, { stage: [{ summary: words('IIIC') }] }), stage(words('IIB'))),
    );
    expect(found.tumours[0]?.stages.map(({ group }) => group)).toEqual(['IIIC', 'IIB']);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'conflict', reference: 'Condition/c' }));
  });

  it('a stage without a tumour is said, not dropped', () => {
    expect(read(bundle(patient, stage(words('IV')))).warnings).toContainEqual(
      expect.objectContaining({ code: 'unparsed', reference: 'Observation/s' }),
    );
  });
});

describe('biomarkers', () => {
  const line = (code: unknown, more: Resource) => facts(observation('b', code, more)).biomarkers.map(biomarkerLine);
  it.each([
    [
      loinc('94076-7'),
      { valueQuantity: { value: 14.2, unit: 'mutations per megabase', code: '{Mutations}/1000000{Base}' } },
      'TMB 14.2 {mutations}/Mb',
    ],
    [loinc('94076-7'), { valueQuantity: { value: 14.2 } }, 'TMB 14.2 {mutations}/Mb'],
    [words('Tumor Mutational Burden'), { valueQuantity: { value: 14.2, unit: 'variants' } }, 'TMB 14.2 variants'],
    [words('Tumor Mutational Burden'), { valueString: 'TMB-High (14 mut/Mb)' }, 'TMB 14 {mutations}/Mb high'],
    [loinc('81695-9'), { valueCodeableConcept: loinc('LA26203-2', 'MSI-H') }, 'MSI MSI-H high'],
    [words('MSI status'), { valueString: 'MSS' }, 'MSI MSS stable'],
    [words('Mismatch repair (MMR) IHC'), { valueString: 'Loss of MLH1 and PMS2' }, 'MMR IHC Loss of MLH1 and PMS2 deficient'],
    [words('Mismatch repair'), { valueString: 'Proficient (no loss of expression)' }, 'MMR Proficient (no loss of expression) proficient'],
    [loinc('107286-7'), { valueInteger: 42, interpretation: [{ coding: [{ code: 'POS' }] }] }, 'HRD 42 positive'],
    [words('PD-L1 22C3 TPS'), { valueQuantity: { value: 80, unit: '%' } }, 'PD-L1 TPS 80 %'],
    [words('PD-L1 expression'), { valueString: 'TPS 1-49%' }, 'PD-L1 TPS 1-49 %'],
    [words('PD-L1 expression'), { valueString: 'TPS < 1%' }, 'PD-L1 TPS <1 %'],
    [words('PD-L1 combined positive score'), { valueString: 'CPS: 20' }, 'PD-L1 CPS 20'],
    [loinc('18474-7', 'HER2 Ag [Presence] in Tissue by Immune stain'), { valueString: '3+' }, 'HER2 IHC 3+ positive'],
    [words('HER2 IHC'), { valueString: '2+ (equivocal)' }, 'HER2 IHC 2+ equivocal'],
    [words('HER2 IHC'), { valueString: '1+' }, 'HER2 IHC 1+ negative'],
    [words('HER2 FISH'), { valueString: 'Not amplified' }, 'HER2 ISH Not amplified negative'],
    [loinc('85337-4'), { valueCodeableConcept: loinc('LA6576-8', 'Positive') }, 'ER IHC Positive positive'],
    [words('Progesterone receptor status'), { valueString: 'Negative' }, 'PR Negative negative'],
    [words('Ki-67'), { valueQuantity: { value: 25, unit: '%' } }, 'Ki-67 25 %'],
    [words('Gleason score'), { valueString: '3+4=7' }, 'Gleason 3+4'],
    [words('Gleason grade group'), { valueString: 'Grade group 2' }, 'grade-group 2'],
    [words('ctDNA tumor fraction'), { valueQuantity: { value: 3.5, unit: '%' } }, 'ctDNA-fraction 3.5 %'],
  ])('%j %j', (code, value, expected) => {
    expect(line(code, value)).toEqual([expected]);
  });

  it('a value that was not determined is no result', () => {
    const { facts: found, warnings } = read(bundle(patient, observation('b', words('PD-L1 expression'), { valueString: 'Not performed' })));
    expect(found.biomarkers).toEqual([]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'unparsed' }));
  });
});

describe('performance status', () => {
  it.each([
    [loinc('89247-1'), { valueInteger: 2 }, ['ECOG 2']],
    [words('ECOG performance status'), { valueString: '1 - restricted in strenuous activity' }, ['ECOG 1']],
    [loinc('89247-1'), { valueCodeableConcept: loinc('LA9622-7') }, ['ECOG 0']],
    [words('Karnofsky'), { valueString: '80 %' }, ['Karnofsky 80']],
    [words('ECOG'), { valueString: '0-1' }, []],
    [words('ECOG'), { valueInteger: 7 }, []],
  ])('%j %j', (code, value, expected) => {
    expect(facts(observation('p', code, value)).performance.map(({ scale, value: number }) => `${scale} ${number}`)).toEqual(expected);
  });
});
