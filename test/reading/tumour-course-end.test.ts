/** Why a course of a cancer drug ended, in the shapes in which records say it. Synthetic. */
import { describe, expect, it } from 'vitest';
import { readPatient, type CourseEnd } from '../../fhir-profiles/index.ts';
import { vocabulary } from './vocabulary.ts';

type Json = Record<string, unknown>;
const SNOMED = 'http://snomed.info/sct';
const subject = { reference: 'Patient/p' };
const statement = (rest: Json, status = 'stopped'): Json => ({
  resourceType: 'MedicationStatement',
  id: 's',
  status,
  subject,
  medicationCodeableConcept: { text: 'osimertinib' },
  effectivePeriod: { start: '2025-01-10', end: '2026-05-03' },
  ...rest,
});
const request = (rest: Json, status = 'stopped'): Json => ({
  resourceType: 'MedicationRequest',
  id: 'r',
  status,
  intent: 'order',
  subject,
  medicationCodeableConcept: { text: 'osimertinib' },
  authoredOn: '2025-01-10',
  ...rest,
});
const reason = (code: string, system: string | null = SNOMED, display?: string): Json => ({
  coding: [{ ...(system === null ? {} : { system }), code, ...(display === undefined ? {} : { display }) }],
});
const endOf = (...resources: readonly Json[]): CourseEnd | undefined => {
  const { facts } = readPatient([{ resourceType: 'Patient', id: 'p' }, ...resources], { asOf: '2026-11-21', vocabulary });
  return facts.medications[0]?.ended;
};
const kindsOf = (...resources: readonly Json[]): string[] => [...(endOf(...resources)?.kinds ?? [])].sort();
const therapy = (rest: Json): Json => ({
  resourceType: 'Procedure',
  id: 'course',
  status: 'completed',
  subject,
  code: { text: 'Systemic therapy' },
  ...rest,
});
const part = statement({ partOf: [{ reference: 'Procedure/course' }] }, 'completed');
const MII = 'https://www.medizininformatik-initiative.de/fhir/ext/modul-onko';

describe('coded', () => {
  it.each<[string, Json, string[]]>([
    ['mCODE: treatment completed', statement({ statusReason: [reason('182992009')] }), ['completed']],
    ['mCODE: no response to treatment', request({ statusReason: reason('266721009') }), ['progression']],
    ['mCODE: treatment not tolerated', request({ statusReason: reason('407563006') }), ['intolerance']],
    ['mCODE: financial problem', request({ statusReason: reason('160932005') }), ['circumstance']],
    ['mCODE: refusal by the patient', request({ statusReason: reason('105480006') }), ['circumstance']],
    ['mCODE: lost to follow-up', request({ statusReason: reason('399307001') }), ['other']],
    ['R4 list: side-effects', statement({ statusReason: [reason('182864000')] }), ['intolerance']],
    ['HL7: suspected intolerance, on hold', request({ statusReason: reason('sintol', 'http://terminology.hl7.org/CodeSystem/medicationrequest-status-reason') }, 'on-hold'), ['intolerance']],
    ['SNOMED as an OID', request({ statusReason: reason('407563006', 'urn:oid:2.16.840.1.113883.6.96') }), ['intolerance']],
    ['the code completed, the words progression', statement({ statusReason: [{ ...reason('182992009'), text: 'Completed, disease progression' }] }), ['completed', 'progression']],
    ['two reasons', statement({ statusReason: [reason('407563006'), { text: 'Disease progression' }] }), ['intolerance', 'progression']],
    ['a code of no known list without words', statement({ statusReason: [reason('123', 'urn:local')] }), []],
    ['one letter without a system', statement({ statusReason: [reason('P', null)] }), []],
    ['STU1 extension of mCODE', statement({ extension: [{ url: 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-termination-reason', valueCodeableConcept: reason('266721009') }] }), ['progression']],
    ['STU2 extension of mCODE', request({ extension: [{ url: 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-treatment-termination-reason', valueCodeableConcept: reason('407563006') }] }), ['intolerance']],
    ['British status reason in an extension', request({ extension: [{ url: 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-MedicationStatusReason-1', extension: [{ url: 'statusReason', valueCodeableConcept: { text: 'Side effects' } }, { url: 'statusChangeDate', valueDateTime: '2026-04-01' }] }] }), ['intolerance']],
    ['R5 adherence', { ...statement({ adherence: { code: { coding: [{ code: 'stopped' }] }, reason: { text: 'Toxicity' } } }, 'recorded'), medication: { concept: { text: 'osimertinib' } } }, ['intolerance']],
    ['DSTU2', { ...request({ reasonEnded: { text: 'Adverse reaction' } }), resourceType: 'MedicationOrder' }, ['intolerance']],
  ])('%s', (_name, resource, kinds) => expect(kindsOf(resource)).toEqual(kinds)); // prettier-ignore

  it.each<[string, Json, string[]]>([
    ['tumour board, no system', therapy({ statusReason: reason('regular-completion', null) }), ['completed']],
    ['tumour board, progression', therapy({ statusReason: reason('progression', null) }), ['progression']],
    ['tumour board, another therapy chosen', therapy({ statusReason: reason('other-therapy-chosen', 'dnpm-dip/therapy/status-reason') }), ['other']],
    ['German guide, extension, P', therapy({ extension: [{ url: `${MII}/StructureDefinition/mii-ex-onko-therapie-ende-grund`, valueCodeableConcept: reason('P', `${MII}/CodeSystem/mii-cs-onko-therapie-ende-grund`) }] }), ['progression']],
    ['German guide, status reason, A', therapy({ statusReason: reason('A', `${MII}/CodeSystem/mii-cs-onko-therapie-ende-grund`) }), ['intolerance']],
    ['German guide, E', therapy({ statusReason: reason('E', `${MII}/CodeSystem/mii-cs-onko-therapie-ende-grund`, 'reguläres Ende') }), ['completed']],
    ['entered in error', therapy({ status: 'entered-in-error', statusReason: reason('progression', null) }), []],
  ])('the therapy that the drug is part of: %s', (_name, procedure, kinds) => expect(kindsOf(part, procedure)).toEqual(kinds)); // prettier-ignore
});

describe('in words', () => {
  it.each<[string, string[]]>([
    ['Disease progression', ['progression']],
    ['PROGRESSIVE DISEASE', ['progression']],
    ['PD', ['progression']],
    ['Progressive disease (RECIST 1.1), new liver lesions', ['progression']],
    ['Lack of efficacy', ['progression']],
    ['No response to treatment', ['progression']],
    ['Relapse', ['progression']],
    ['Abbruch wegen Progress', ['progression']],
    ['Tumorprogress', ['progression']],
    ['Progression tumorale', ['progression']],
    ['Progresión de la enfermedad', ['progression']],
    ['Progressione di malattia', ['progression']],
    ['Toxicity', ['intolerance']],
    ['Unacceptable toxicity (grade 3 pneumonitis)', ['intolerance']],
    ['Adverse event', ['intolerance']],
    ['Stopped due to AE', ['intolerance']],
    ['Nebenwirkungen', ['intolerance']],
    ['Unverträglichkeit', ['intolerance']],
    ['Effets indésirables', ['intolerance']],
    ['Toxicidad', ['intolerance']],
    ['Allergic reaction', ['intolerance']],
    ['Toxicity, no progression', ['intolerance']],
    ['Toxizität ohne Krankheitsprogress', ['intolerance']],
    ['Progressive neuropathy', ['other']],
    ['Progression of neuropathy', ['other']],
    ['Treatment in progress', ['other']],
    ['Suspected progression', ['other']],
    ['Progression?', ['other']],
    ['Pseudoprogression', ['other']],
    ['PD-L1 negative', ['other']],
    ['Therapy completed', ['completed']],
    ['Completed', ['completed']],
    ['Completed 3 years adjuvant without recurrence', ['completed']],
    ['Reguläres Ende', ['completed']],
    ['Planned end of treatment', ['completed']],
    ['Not completed', ['other']],
    ['Patient decision', ['circumstance']],
    ['WITHDRAWAL BY SUBJECT', ['circumstance']],
    ['Patient verweigert weitere Therapie', ['circumstance']],
    ['Insurance', ['circumstance']],
    ['Physician decision', ['other']],
    ['Alternate therapy', ['other']],
    ['Refractory nausea', ['other']],
  ])('%s', (text, kinds) => expect(kindsOf(statement({ statusReason: [{ text }] }))).toEqual(kinds));

  it.each<[string, string[]]>([
    ['Osimertinib stopped for disease progression in the liver.', ['progression']],
    ['Discontinued 5/2026 due to grade 3 diarrhoea (toxicity).', ['intolerance']],
    ['Dose reduced for toxicity in March. Stopped in May: PD.', ['progression']],
    ['Abgesetzt wegen Nebenwirkungen', ['intolerance']],
    ['Arrêt pour progression', ['progression']],
    ['Continue until progression or unacceptable toxicity, then stop.', []],
    ['Patient tolerated infusion without side effects.', []],
    ['Dose reduced for toxicity.', []],
    ['Stopped.', []],
    ['Stopped without progression.', []],
    ['Completed all cycles.', []],
  ])('a note: %s', (text, kinds) => expect(kindsOf(statement({ note: [{ text }] }))).toEqual(kinds));
});

describe('when', () => {
  it('the end of the course', () =>
    expect(endOf(statement({ statusReason: [{ text: 'Toxicity' }] }))).toEqual({
      kinds: ['intolerance'],
      text: 'Toxicity',
      date: '2026-05-03',
    }));
  it('the day of the status', () =>
    expect(endOf(request({ statusReason: { text: 'Toxicity' }, statusChanged: '2026-04-02' }))).toMatchObject({ date: '2026-04-02' }));
  it('of a drug that is taken nothing is read', () =>
    expect(endOf(statement({ statusReason: [{ text: 'Toxicity' }], effectivePeriod: { start: '2026-01-01' } }, 'active'))).toBeUndefined());
  it('stopped without a reason', () => expect(endOf(statement({}))).toBeUndefined());
});
