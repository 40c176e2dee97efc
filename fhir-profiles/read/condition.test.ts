import { describe, expect, it } from 'vitest';
import { readAllergies } from './allergy.ts';
import { readConditions } from './condition.ts';
import { readProcedures } from './procedure.ts';
import { readWith } from './testing/read-medication.ts';

const subject = { reference: 'Patient/p' };
const condition = (rest: object) => ({
  resourceType: 'Condition',
  id: 'c',
  subject,
  code: { coding: [{ system: 'urn:oid:2.16.840.1.113883.6.90', code: 'I25.10' }], text: 'Coronary artery disease' },
  ...rest,
});

describe('conditions', () => {
  it('keeps text, normalised codes, status, category and onset', () => {
    const resource = condition({
      clinicalStatus: { coding: [{ code: 'active' }] },
      category: [{ coding: [{ code: 'problem-list-item' }] }],
      onsetDateTime: '2024-02-01',
      recordedDate: '2024-03-01',
    });
    expect(readWith(readConditions, [resource])).toEqual({
      facts: [
        {
          codes: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I25.10' }],
          text: 'Coronary artery disease',
          clinicalStatus: 'active',
          category: ['problem-list-item'],
          onset: '2024-02-01',
          source: { reference: 'Condition/c', issued: '2024-03-01' },
        },
      ],
      warnings: [],
    });
  });

  it.each<[string, object, string]>([
    ['STU3 word', { clinicalStatus: 'resolved' }, 'resolved'],
    ['no status, abatement', { abatementDateTime: '2025-01-01' }, 'resolved'],
    ['no status at all', {}, 'unknown'],
    ['remission', { clinicalStatus: { coding: [{ code: 'remission' }] } }, 'remission'],
  ])('clinical status: %s', (_, rest, status) => {
    expect(readWith(readConditions, [condition(rest)]).facts[0]?.clinicalStatus).toBe(status);
  });

  it.each<[string, object, string]>([
    ['refuted', { verificationStatus: { coding: [{ code: 'refuted' }] } }, 'not-final'],
    ['entered in error', { verificationStatus: { coding: [{ code: 'entered-in-error' }] } }, 'not-final'],
    ['no diagnosis', { code: undefined }, 'unparsed'],
    ['family history in words', { code: { text: 'Family history of breast cancer' } }, 'not-used'],
    ['family history by ICD-10', { code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'Z80.3' }] } }, 'not-used'],
  ])('%s is said and not used', (_, rest, code) => {
    const read = readWith(readConditions, [condition(rest)]);
    expect(read.facts).toEqual([]);
    expect(read.warnings).toMatchObject([{ code, reference: 'Condition/c' }]);
  });
});

describe('procedures', () => {
  const procedure = (rest: object) => ({
    resourceType: 'Procedure',
    id: 'p',
    subject,
    status: 'completed',
    code: { text: 'Coronary stent' },
    ...rest,
  });

  it('keeps date, status and reasons, also those behind a reference', () => {
    const resource = procedure({ performedPeriod: { start: '2026-01-05' }, reasonReference: [{ reference: 'Condition/c' }] });
    expect(readWith(readProcedures, [resource, condition({})]).facts).toMatchObject([
      { text: 'Coronary stent', status: 'completed', performed: '2026-01-05', reasons: [{ code: 'I25.10' }] },
    ]);
  });

  it('keeps reasons in words', () => {
    expect(readWith(readProcedures, [procedure({ reasonCode: [{ text: 'Breast cancer' }] })]).facts).toMatchObject([
      { reasons: [], reasonText: ['Breast cancer'] },
    ]);
  });

  it.each(['not-done', 'entered-in-error'])('%s is said and not used', (status) => {
    expect(readWith(readProcedures, [procedure({ status })])).toMatchObject({ facts: [], warnings: [{ code: 'not-final' }] });
  });
});

describe('allergies', () => {
  const allergy = (rest: object) => ({ resourceType: 'AllergyIntolerance', id: 'a', patient: subject, code: { text: 'Codeine' }, ...rest });

  it('names the ingredient, kind, criticality and reactions', () => {
    const resource = allergy({
      type: 'intolerance',
      criticality: 'high',
      reaction: [{ manifestation: [{ text: 'Respiratory depression' }] }],
    });
    expect(readWith(readAllergies, [resource]).facts).toMatchObject([
      { ingredients: [{ name: 'codeine' }], kind: 'intolerance', criticality: 'high', reactions: ['Respiratory depression'] },
    ]);
  });

  it('"No known allergies" is no allergy, and needs no warning', () => {
    const none = { coding: [{ system: 'http://snomed.info/sct', code: '716186003' }] };
    expect(readWith(readAllergies, [allergy({ code: none })])).toEqual({ facts: [], warnings: [] });
    expect(readWith(readAllergies, [allergy({ code: { text: 'NKDA' } })])).toEqual({ facts: [], warnings: [] });
  });

  it.each<[string, object]>([
    ['refuted', { verificationStatus: { coding: [{ code: 'refuted' }] } }],
    ['resolved', { clinicalStatus: { coding: [{ code: 'resolved' }] } }],
    ['no substance', { code: undefined }],
  ])('%s is said and not used', (_, rest) => {
    const read = readWith(readAllergies, [allergy(rest)]);
    expect(read.facts).toEqual([]);
    expect(read.warnings).toHaveLength(1);
  });
});
