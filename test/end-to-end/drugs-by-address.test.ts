/**
 * Servers whose orders name their drug by the address of a Medication alone (HAPI with generated patients, US Core servers). What a patient takes
 * changes what a genotype means: codeine for a normal metabolizer of CYP2D6 who takes paroxetine.
 */
import { describe, expect, it } from 'vitest';
import { genotype, search, type Json } from '../conformance/client-calls.ts';
import { sendFhir, serving, type Behaviour } from '../service/fhir-double.ts';
import { NO_ACCESS, startClinicBefore } from './clinic-and-server.ts';

const subject = { reference: 'Patient/p1' };
const patient = { resourceType: 'Patient', id: 'p1', birthDate: '1960-01-01', gender: 'male' };
const cyp2d6 = genotype({
  valueCodeableConcept: { text: '*1/*1' },
  component: [
    {
      code: { coding: [{ system: 'http://loinc.org', code: '48018-6' }] },
      valueCodeableConcept: { coding: [{ system: 'http://www.genenames.org', code: 'HGNC:2625', display: 'CYP2D6' }] },
    },
  ],
});
const paroxetine = { resourceType: 'Medication', id: 'm1', code: { text: 'paroxetine 20 mg tablet' } };
const taken = {
  resourceType: 'MedicationRequest',
  id: 'taken',
  status: 'active',
  intent: 'order',
  subject,
  authoredOn: '2026-10-01',
  medicationReference: { reference: 'Medication/m1' },
};
const CHART = [patient, cyp2d6, paroxetine, taken];
const refusingMedications: Behaviour = (asked, response, base) =>
  (asked.url ?? '').includes('/Medication/') ? sendFhir(response, {}, 403) : serving(CHART)(asked, response, base);

const CODEINE = 'codeine 30 mg oral tablet';
const ADVICE = 'CYP2D6 poor metabolizer with paroxetine: avoid codeine';
const empty = (): Json => search();
const prefetch = {
  patient,
  genomics: search(cyp2d6),
  laboratory: empty(),
  conditions: empty(),
  medications: search(taken),
  statements: empty(),
};

describe('a current drug by the address of its Medication', () => {
  it('is read from the server when the order is signed, once', async () => {
    const { fhir, sign } = await startClinicBefore(serving(CHART));
    expect(await sign(CODEINE)).toContain(ADVICE);
    expect(fhir.asked.filter(({ path }) => path.includes('/Medication/'))).toHaveLength(1);
  });

  it('is read for a chart that came by prefetch too', async () => {
    const { sign } = await startClinicBefore(serving(CHART));
    expect(await sign(CODEINE, { prefetch })).toContain(ADVICE);
  });

  it('is read for the panel: the same enzyme activity as in the card', async () => {
    const { panel } = await startClinicBefore(serving(CHART));
    const { report } = (await panel()).body as { report: { pgx: { genes: object[] } } };
    expect(report.pgx.genes).toMatchObject([{ gene: 'CYP2D6', adjusted: { phenotype: 'Poor Metabolizer' } }]);
  });

  it('that cannot be read is said: silence would mean that nothing stands against codeine', async () => {
    const { sign } = await startClinicBefore(refusingMedications);
    const text = await sign(CODEINE);
    expect(text).not.toContain(ADVICE);
    expect(text).toContain('current medication orders (the name of 1 drug could not be read)');
  });

  it('that a site sends without its name, and without access: said for a drug with a guideline, and never for another', async () => {
    const { sign } = await startClinicBefore(serving(CHART));
    const sent = { prefetch, ...NO_ACCESS };
    expect(await sign(CODEINE, sent)).toContain('check of codeine is incomplete');
    expect(await sign('amoxicillin 500 mg oral capsule', sent)).toBe('{"cards":[]}');
  });
});
