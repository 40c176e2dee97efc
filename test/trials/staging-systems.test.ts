/** Stages and grades of systems of their own: what criteria ask, and what charts answer. */
import { describe, expect, it } from 'vitest';
import { readPatient, type PatientFacts } from '../../fhir-profiles/index.ts';
import { stagingIn } from '../../cds-service/trials/criteria/staging-systems.ts';
import { judged } from './criterion-table.ts';
import { knowledge } from './knowledge.ts';

describe('what a criterion asks', () => {
  it.each([
    ['Rai stage 0', 'Rai', '0', true],
    ['Rai stage III or IV', 'Rai', 'III IV', true],
    ['Binet stage B or C', 'Binet', 'B C', true],
    ['R-ISS stage II or III', 'R-ISS', 'II III', true],
    ['International Staging System (ISS) stage I', 'ISS', 'I', true],
    ['Ann Arbor stage II-IV', 'Ann Arbor', 'II III IV', true],
    ['Stage III-IV by Ann Arbor classification', 'Ann Arbor', 'III IV', true],
    ['Lugano stage 1', 'Ann Arbor', 'I', true],
    ['BCLC stage C', 'BCLC', 'C', true],
    ['Barcelona Clinic Liver Cancer (BCLC) stage B or C with one lesion', 'BCLC', 'B C', false],
    ['Gleason score ≥ 8', 'Gleason', '8 9 10', true],
    ['Gleason 8-10', 'Gleason', '8 9 10', true],
    ['Gleason score of 7 or higher', 'Gleason', '7 8 9 10', true],
    ['Grade group ≥ 4', 'grade group', '4 5', true],
    ['ISUP grade group 1 or 2', 'grade group', '1 2', true],
    ['Gleason ≥ 4+3', 'grade group', '3 4 5', true],
    ['Durie-Salmon stage II', 'Durie-Salmon', 'II', true],
  ] as const)('%s', (text, system, values, plain) =>
    expect(stagingIn(text)).toEqual({ asked: { kind: 'staging', system, values: values.split(' ') }, plain }),
  );
  it.each([
    'Gleason pattern 4',
    'Measurable disease according to the Lugano classification',
    'BCLC stage C, or stage B not amenable to local therapy',
    'Gleason ≥ 8 and PSA ≥ 20',
    'Rai stage 0 to IV',
    'R-ISS stage IV',
    'History of prostate cancer with a Gleason score of 6',
    'Low Gleason score prostate cancer',
    'Binet stage B or Rai stage III',
  ])('reads nothing in: %s', (text) => expect(stagingIn(text)).toBeNull());
});

const NCIT = 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl';
const SNOMED = 'http://snomed.info/sct';
type Json = Readonly<Record<string, unknown>>;
function chart(icd10: string, text: string, stage: readonly Json[], observations: readonly Json[] = [], asOf = '2021-05-01'): PatientFacts {
  const condition = {
    resourceType: 'Condition',
    id: 'c',
    clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] },
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: icd10, display: text }], text },
    subject: { reference: 'Patient/p' },
    onsetDateTime: '2021-03-12',
    ...(stage.length === 0 ? {} : { stage }),
  };
  const rest = observations.map((one, at) => ({
    resource: { resourceType: 'Observation', id: `o${at}`, status: 'final', subject: { reference: 'Patient/p' }, focus: [{ reference: 'Condition/c' }], effectiveDateTime: '2021-04-01', ...one }, // prettier-ignore
  }));
  const patient = { resourceType: 'Patient', id: 'p', gender: 'male', birthDate: '1950-01-01' };
  return readPatient(
    { resourceType: 'Bundle', type: 'collection', entry: [{ resource: patient }, { resource: condition }, ...rest] },
    { asOf, vocabulary: knowledge.vocabulary },
  ).facts;
}
const code = (system: string, value: string, display: string): Json => ({ coding: [{ system, code: value, display }] });
// As in the examples of mCODE 4.0.0.
const CLL_BINET = chart('C91.10', 'Chronic lymphocytic leukemia', [{ summary: code(NCIT, 'C80135', 'Binet Stage B') }]);
const CLL_RAI = chart('C91.10', 'Chronic lymphocytic leukemia', [], [{ code: code(NCIT, 'C141207', 'Rai Stage'), valueCodeableConcept: code(NCIT, 'C7875', 'Stage II Chronic Lymphocytic Leukemia') }]); // prettier-ignore
const MYELOMA = chart('C90.00', 'Multiple myeloma', [], [{ code: code(NCIT, 'C141392', 'RISS Stage'), valueCodeableConcept: code(NCIT, 'C141395', 'RISS Stage II Multiple Myeloma') }]); // prettier-ignore
const LYMPHOMA = chart('C83.30', 'Diffuse large B-cell lymphoma', [{ summary: { text: 'Stage III' }, type: { text: 'Ann Arbor stage' } }]);
const HCC = chart('C22.0', 'Hepatocellular carcinoma', [{ summary: { text: 'BCLC stage C' } }]);
const PROSTATE = chart('C61', 'Adenocarcinoma of prostate', [], [{ code: code(SNOMED, '385377005', 'Gleason grade finding for prostatic cancer'), valueCodeableConcept: code(SNOMED, '1279718003', 'International Society of Urological Pathology grade group 4 (Gleason score 3 + 5 = 8)') }]); // prettier-ignore
const SEVEN = chart('C61', 'Adenocarcinoma of prostate', [], [{ code: { text: 'Gleason score' }, valueString: '7' }]);

describe('what the chart answers', () => {
  it.each([
    [CLL_BINET, 'Binet stage B or C', 'met'],
    [CLL_BINET, 'Binet stage A', 'not-met'],
    [CLL_BINET, 'Rai stage III or IV', 'unknown'],
    [CLL_RAI, 'Rai stage III or IV', 'not-met'],
    [CLL_RAI, 'Rai stage I or II', 'met'],
    [CLL_RAI, 'Ann Arbor stage II', 'unknown'],
    [CLL_RAI, 'Stage II', 'unknown'],
    [MYELOMA, 'R-ISS stage II or III', 'met'],
    [MYELOMA, 'R-ISS stage III', 'not-met'],
    [MYELOMA, 'ISS stage III', 'unknown'],
    [MYELOMA, 'Stage III', 'unknown'],
    [LYMPHOMA, 'Ann Arbor stage III or IV', 'met'],
    [LYMPHOMA, 'Ann Arbor stage I or II', 'not-met'],
    [HCC, 'BCLC stage B or C', 'met'],
    [HCC, 'BCLC stage A', 'not-met'],
    [HCC, 'Stage IV', 'unknown'],
    [PROSTATE, 'Gleason score ≥ 8', 'met'],
    [PROSTATE, 'Grade group ≤ 3', 'not-met'],
    [SEVEN, 'Gleason score ≥ 8', 'not-met'],
    [SEVEN, 'Grade group ≥ 3', 'unknown'],
    [SEVEN, 'Gleason ≥ 4+3', 'unknown'],
    [LYMPHOMA, 'Gleason score ≥ 8', 'unknown'],
  ] as const)('%# %s', (facts, text, expected) => expect(judged('inclusion', text, facts)[0]?.verdict).toBe(expected));
  it('shuts out by an exclusion that names nothing else', () => {
    expect(judged('exclusion', 'Ann Arbor stage III', LYMPHOMA)[0]?.verdict).toBe('not-met');
    expect(judged('exclusion', 'Ann Arbor stage I', LYMPHOMA)[0]?.verdict).toBe('met');
  });
  it('is open when it is old, and says which', () => {
    const old = chart('C90.00', 'Multiple myeloma', [], [{ code: code(NCIT, 'C141392', 'RISS Stage'), valueCodeableConcept: { text: 'II' } }], '2026-05-01'); // prettier-ignore
    expect(judged('inclusion', 'R-ISS stage III', old)[0]).toMatchObject({ verdict: 'unknown', because: 'R-ISS stage II (2021-04-01); the present stage is not recorded' }); // prettier-ignore
  });
});
