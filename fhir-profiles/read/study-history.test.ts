/** Adverse events with grades, vaccinations and other studies, as FHIR R4 and public profiles write them. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { drugVocabulary } from './testing/read-medication.ts';
import { readPatient } from './index.ts';

const read = (...resources: readonly object[]) =>
  readPatient([{ resourceType: 'Patient', id: 'synthetic' }, ...resources], { asOf: '2026-11-21', vocabulary: drugVocabulary }).facts;
const subject = { reference: 'Patient/synthetic' };

describe('adverse events', () => {
  const event = (parts: object) => ({
    resourceType: 'AdverseEvent',
    id: 'a',
    actuality: 'actual',
    subject,
    event: { text: 'Colitis' },
    ...parts,
  });
  const grade = (value: object) => [{ url: 'http://example.org/StructureDefinition/ctcae-grade', ...value }];
  it.each([
    ['a coded grade', { extension: grade({ valueCodeableConcept: { coding: [{ code: '2', display: 'Moderate Adverse Event' }] } }) }, 2],
    ['a number', { extension: grade({ valueInteger: 3 }) }, 3],
    ['words of the severity', { severity: { text: 'Grade 3' } }, 3],
    ['mild is no grade', { severity: { text: 'Mild' } }, undefined],
    ['a number beyond the scale', { extension: grade({ valueInteger: 9 }) }, undefined],
  ] as const)('%s', (_, parts, expected) => {
    expect(read(event(parts)).adverseEvents?.[0]?.grade).toBe(expected);
  });
  it('go on, are over, or neither is said', () => {
    const outcome = (code: string) => read(event({ outcome: { coding: [{ code }] } })).adverseEvents?.[0]?.status;
    expect([outcome('ongoing'), outcome('recovering'), outcome('resolved'), outcome('unknown')]).toEqual([
      'ongoing',
      'ongoing',
      'over',
      'unknown',
    ]);
  });
  it('name what is suspected, unless it is called unlikely', () => {
    const caused = (assessment: string) =>
      read(event({ suspectEntity: [{ instance: { display: 'pembrolizumab' }, causality: [{ assessment: { text: assessment } }] }] }))
        .adverseEvents?.[0]?.attributed;
    expect([caused('Probably'), caused('Unlikely')]).toEqual([true, false]);
  });
  it('that were only possible, or of somebody else, are none', () => {
    expect(read(event({ actuality: 'potential' })).adverseEvents).toBeUndefined();
    expect(read(event({ subject: { reference: 'Patient/other' } })).adverseEvents).toBeUndefined();
  });
});

describe('vaccinations and studies', () => {
  it('a vaccination that was not given is none', () => {
    const given = (status: string) =>
      read({
        resourceType: 'Immunization',
        id: 'i',
        status,
        patient: subject,
        vaccineCode: { text: 'MMR' },
        occurrenceDateTime: '2026-11-01',
      }).vaccinations;
    expect(given('completed')).toMatchObject([{ text: 'MMR', date: '2026-11-01' }]);
    expect(given('not-done')).toBeUndefined();
  });
  it.each([
    ['on-study-intervention', { phase: { coding: [{ code: 'phase-2' }] } }, [{ on: true }]],
    ['on-study', { phase: { coding: [{ code: 'phase-2' }] } }, [{ on: null }]],
    ['off-study', { primaryPurposeType: { coding: [{ code: 'treatment' }] } }, [{ on: false }]],
    ['screening', { phase: { coding: [{ code: 'phase-2' }] } }, undefined],
    ['on-study-intervention', { phase: { coding: [{ code: 'n-a' }] } }, undefined],
  ] as const)('a subject %s of a study %j', (status, study, expected) => {
    const facts = read(
      { resourceType: 'ResearchStudy', id: 's', title: 'Synthetic study', ...study },
      { resourceType: 'ResearchSubject', id: 'r', status, individual: subject, study: { reference: 'ResearchStudy/s' } },
    );
    if (expected === undefined) expect(facts.studies).toBeUndefined();
    else expect(facts.studies).toMatchObject(expected);
  });
  it('of somebody else is none of the patient', () => {
    const facts = read(
      { resourceType: 'ResearchStudy', id: 's', phase: { coding: [{ code: 'phase-2' }] } },
      {
        resourceType: 'ResearchSubject',
        id: 'r',
        status: 'on-study-intervention',
        individual: { reference: 'Patient/other' },
        study: { reference: 'ResearchStudy/s' },
      },
    );
    expect(facts.studies).toBeUndefined();
  });
});
