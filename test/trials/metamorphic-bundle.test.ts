/** What must not change a verdict when a chart is read from FHIR: order, unrelated resources, the unit of one and the same value. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPatient } from '../../fhir-profiles/index.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { explainTrial } from '../../cds-service/trials/index.ts';
import { loadTrials } from './embedded.ts';
import { knowledge } from './knowledge.ts';

const trials = loadTrials().trials.slice(0, 60);
const TAG = { meta: { tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }] } };
const subject = { reference: 'Patient/synthetic' };
type Resource = Record<string, unknown>;

const quantity = (id: string, loinc: string, value: number, unit: string, high?: number): Resource => ({
  ...TAG,
  resourceType: 'Observation',
  id,
  status: 'final',
  subject,
  code: { coding: [{ system: 'http://loinc.org', code: loinc }] },
  effectiveDateTime: '2026-11-10',
  valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
  ...(high === undefined ? {} : { referenceRange: [{ high: { value: high, unit } }] }),
});
/** A synthetic chart: lung cancer with laboratory values in the units of one hospital or another. */
function chart(labs: readonly Resource[]): Resource[] {
  return [
    {
      ...TAG,
      resourceType: 'Patient',
      id: 'synthetic',
      gender: 'female',
      birthDate: '1961-03-01',
      name: [{ family: 'Test (synthetic)' }],
    },
    {
      ...TAG,
      resourceType: 'Condition',
      id: 'tumour',
      subject,
      clinicalStatus: { coding: [{ code: 'active' }] },
      verificationStatus: { coding: [{ code: 'confirmed' }] },
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'C34.90' }], text: 'Non-small cell lung cancer' },
      recordedDate: '2026-10-01',
    },
    quantityless('ecog', '89247-1', 1),
    ...labs,
  ];
}
function quantityless(id: string, loinc: string, value: number): Resource {
  return {
    ...TAG,
    resourceType: 'Observation',
    id,
    status: 'final',
    subject,
    code: { coding: [{ system: 'http://loinc.org', code: loinc }] },
    effectiveDateTime: '2026-11-01',
    valueInteger: value,
  };
}
const american = [
  quantity('hb', '718-7', 9.2, 'g/dL'),
  quantity('crea', '2160-0', 1.1312, 'mg/dL', 1.2),
  quantity('bili', '1975-2', 0.58466, 'mg/dL', 1.2),
  quantity('alb', '1751-7', 3.4, 'g/dL'),
];
const european = [
  quantity('hb', '718-7', 92, 'g/L'),
  quantity('crea', '14682-9', 100, 'umol/L', 106.0820367751),
  quantity('bili', '14631-6', 10, 'umol/L', 20.5247494269),
  quantity('alb', '1751-7', 34, 'g/L'),
];

function verdicts(resources: readonly unknown[]): string[] {
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) };
  const { facts } = readPatient(bundle, { asOf: '2026-11-21', vocabulary: knowledge.vocabulary });
  return trials.flatMap((trial) => {
    const match = explainTrial(facts, knowledge.oncology, trial);
    if (match === null) throw new Error('the synthetic patient has a tumour');
    return match.criteria.map(({ verdict }, at) => `${trial.record.nctId} ${at} ${verdict}`);
  });
}

describe('a chart read from FHIR', () => {
  const plain = verdicts(chart(american));
  it('settles some criteria both ways', () => {
    expect(plain.filter((line) => line.endsWith(' met')).length).toBeGreaterThan(20);
    expect(plain.filter((line) => line.endsWith('not-met')).length).toBeGreaterThan(5);
  });
  it('gives the same verdicts for the same values in other units', () => {
    expect(verdicts(chart(european))).toEqual(plain);
  });
  it('gives the same verdicts in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(chart(american), { minLength: 7, maxLength: 7 }), (shuffled) => {
        expect(verdicts(shuffled)).toEqual(plain);
      }),
      { numRuns: 8 },
    );
  });
  it.each([
    ['an appointment', { ...TAG, resourceType: 'Appointment', id: 'a', status: 'booked', participant: [] }],
    ['an eye colour', { ...quantityless('eye', '8302-2', 170), code: { text: 'Eye colour' } }],
    ['a result of another patient', { ...quantity('other', '718-7', 5, 'g/dL'), subject: { reference: 'Patient/someone-else' } }],
    ['a preliminary result', { ...quantity('early', '718-7', 5, 'g/dL'), status: 'preliminary' }],
  ] as const)('does not change by %s', (_, resource) => {
    expect(verdicts([...chart(american), resource])).toEqual(plain);
  });
});

const shared = join(packageRoot(), '..', 'shared', 'reference', 'trials', 'mcode');
describe.skipIf(!existsSync(shared))('the mCODE bundles of the reference (skipped when ../shared is not there)', () => {
  const files = existsSync(shared) ? readdirSync(shared).filter((name) => name.startsWith('patient_bundle')) : [];
  it.each(files)('%s: reversed order changes nothing, old values answer nothing', (name) => {
    const raw = JSON.parse(readFileSync(join(shared, name), 'utf8')) as { entry: { resource?: unknown }[] };
    const read = (entry: unknown) => readPatient({ ...raw, entry }, { asOf: '2026-11-21', vocabulary: knowledge.vocabulary }).facts;
    const [facts, reversed] = [read(raw.entry), read([...raw.entry].reverse())];
    for (const trial of trials) {
      const before = explainTrial(facts, knowledge.oncology, trial);
      expect(explainTrial(reversed, knowledge.oncology, trial)?.criteria).toEqual(before?.criteria);
      // Their performance status is of 2019 and 2022.
      for (const { because, verdict } of before?.criteria ?? [])
        if (/^ECOG \d/.test(because)) expect({ because, verdict }).toEqual({ because, verdict: 'unknown' });
    }
  });
});
