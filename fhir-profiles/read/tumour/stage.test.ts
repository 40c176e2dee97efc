import { describe, expect, it } from 'vitest';
import { bundle, condition, loinc, observation, patient, snomed, words, type Resource } from '../../../test/reading/resources.ts';
import { read } from '../../../test/reading/vocabulary.ts';

const lung = (stage: readonly object[]) => condition('c', words('Adenocarcinoma of lung'), { stage });
const entry = (summary: object, type?: object) => ({ summary, ...(type === undefined ? {} : { type }) });
const stagesOf = (...resources: readonly Resource[]) =>
  read(bundle(patient, ...resources)).facts.tumours.flatMap(({ stages }) =>
    stages.map(({ text, group, kind, system }) => [text, group ?? '-', kind, system ?? '-'].join(' | ')),
  );

describe('stages written in the diagnosis', () => {
  it.each<[name: string, stage: readonly object[], expected: readonly string[]]>([
    [
      'three categories of SNOMED CT are one staging, whatever their order',
      [
        entry(snomed('55440008', 'M1 category')),
        entry(snomed('67673008', 'T2 category (finding)')),
        entry(snomed('53623008', 'N1 category')),
      ],
      ['T2 N1 M1 | - | other | TNM'],
    ],
    ['a category is no stage group', [entry(snomed('67673008', 'T2 category'))], ['T2 | - | other | TNM']],
    [
      'the group stands first',
      [entry(words('cT2a')), entry(words('Stage IVA')), entry(words('cM1b'))],
      ['Stage IVA | IVA | other | -', 'cT2a cM1b | - | clinical | TNM'],
    ],
    [
      'clinical and pathological apart',
      [entry(words('cT2')), entry(words('pN1'))],
      ['cT2 | - | clinical | TNM', 'pN1 | - | pathologic | TNM'],
    ],
    ['the type says the side', [entry(words('T3'), snomed('384625004', 'pT category'))], ['T3 | - | pathologic | TNM']],
    ['a staging in one text stays', [entry(words('cT2a cN1 cM0'))], ['cT2a cN1 cM0 | - | other | -']],
    ['groups in their short form', [entry(words('3C')), entry(words('IIIC'))], ['3C | IIIC | other | -', 'IIIC | IIIC | other | -']],
  ])('%s', (_name, stage, expected) => {
    expect(stagesOf(lung(stage))).toEqual(expected);
  });

  it('a group under the code of the TNM system itself (nNGM)', () => {
    const value = { coding: [{ system: 'urn:oid:2.16.840.1.113883.15.16', code: 'IVA' }] };
    expect(stagesOf(lung([]), observation('s', snomed('260879005'), { valueCodeableConcept: value }))).toEqual(['IVA | IVA | other | -']);
    expect(stagesOf(lung([]), observation('s', loinc('21908-9'), { valueCodeableConcept: value }))).toEqual(['IVA | IVA | clinical | -']);
  });
});

describe('what stands beside the diagnosis', () => {
  const icdo = (code: string) => ({ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/icd-o-3', code }] });
  it('topography and morphology as extensions of an unspecific diagnosis', () => {
    const extension = [
      { url: 'http://onconova.github.io/fhir/StructureDefinition/onconova-ext-cancer-topography', valueCodeableConcept: icdo('C34.1') },
      { url: 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior', valueCodeableConcept: icdo('8140/3') },
    ];
    const { facts } = read(bundle(patient, condition('c', snomed('363346000', 'Malignant neoplastic disease'), { extension })));
    expect(facts.tumours.map(({ oncotree }) => oncotree)).toEqual(['LUAD']);
  });

  it('a relative’s cancer is no tumour of the patient, whatever code stands beside the words', () => {
    const { facts, warnings } = read(bundle(patient, condition('c', { ...icdo('8140/3'), text: 'Family history of colon cancer' })));
    expect(facts.tumours).toEqual([]);
    expect(warnings.map(({ code }) => code)).toContain('not-used');
  });
});
