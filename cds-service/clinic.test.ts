import { describe, expect, it } from 'vitest';
import { loadClinic } from './clinic.ts';

const clinic = await loadClinic();
const subject = { reference: 'Patient/p1' };
const patient = { resourceType: 'Patient', id: 'p1', birthDate: '1960-01-01', gender: 'female' };
const order = {
  resourceType: 'MedicationRequest',
  id: 'o1',
  status: 'active',
  intent: 'order',
  subject,
  medicationCodeableConcept: { text: 'clopidogrel 75 mg' },
};
const genotype = {
  resourceType: 'Observation',
  id: 'g1',
  status: 'final',
  subject,
  code: { text: 'CYP2C19 genotype' },
  valueString: '*2/*2',
};
const consent = (type: string) => ({
  resourceType: 'Consent',
  id: 'c1',
  status: 'active',
  patient: subject,
  provision: { type, securityLabel: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'GDIS' }] },
});
const interpret = (...resources: object[]) =>
  clinic.interpret({ resources: [patient, order, genotype, ...resources], patientId: 'p1', asOf: '2026-11-22', trials: null });

describe('a consent about genomic data', () => {
  it.each([['none'], ['permit']])('%s: the chart is interpreted', async (type) => {
    const report = await interpret(...(type === 'none' ? [] : [consent(type)]));
    expect(report.pgx.genes.map(({ gene, diplotype }) => `${gene} ${diplotype}`)).toEqual(['CYP2C19 *2/*2']);
    expect(report.warnings.map(({ code }) => code)).not.toContain('consent');
  });

  it.each<[string, (input: object) => object]>([
    ['beside the results', (input) => input],
    ['in a Bundle', (input) => ({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: input }] })],
  ])('denied, %s: nothing but the patient is read, and the report says why', async (_name, wrapped) => {
    const report = await interpret(wrapped(consent('deny')));
    expect([report.pgx.genes, report.pgx.drugs, report.pgx.untested, report.orders, report.oncology.therapies]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(report.patient).toMatchObject({ id: 'p1', sex: 'female' });
    expect(report.warnings).toEqual([{ code: 'consent', message: expect.stringContaining('forbids the use of genomic data') as string }]);
  });
});
