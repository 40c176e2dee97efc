/**
 * Genetic results that a laboratory filed under no category, or another than is searched for: the report that names them says that they are on file.
 * Clopidogrel for a poor metabolizer of CYP2C19; abacavir, for which "not tested" must not be said while a result is unread.
 */
import { describe, expect, it } from 'vitest';
import { genotype, search, type Json } from '../conformance/client-calls.ts';
import { sendFhir, serving, type Behaviour } from '../service/fhir-double.ts';
import { NO_ACCESS, startClinicBefore } from './clinic-and-server.ts';

const subject = { reference: 'Patient/p1' };
const patient = { resourceType: 'Patient', id: 'p1', birthDate: '1960-01-01', gender: 'male' };
const { category: _none, ...uncategorised } = genotype();
const report = {
  resourceType: 'DiagnosticReport',
  id: 'report-1',
  status: 'final',
  category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'GE' }] }],
  code: { coding: [{ system: 'http://loinc.org', code: '51969-4' }] },
  subject,
  result: [{ reference: 'Observation/genotype-1' }],
};

/** A search for Observations by category finds none; reads by id find them. */
const byIdOnly =
  (...resources: Json[]): Behaviour =>
  (asked, response, base) =>
    (asked.url ?? '').includes('/Observation?') ? sendFhir(response, search()) : serving(resources)(asked, response, base);

const CLOPIDOGREL = 'clopidogrel 75 mg oral tablet';
const ABACAVIR = 'abacavir 300 mg oral tablet';
const UNREAD = 'genomic results (1 that a genetic report names could not be read)';

describe('a result that only its report names', () => {
  it('is read and speaks', async () => {
    const { sign, panel } = await startClinicBefore(byIdOnly(patient, report, uncategorised));
    expect(await sign(CLOPIDOGREL)).toContain('CYP2C19 poor metabolizer: avoid clopidogrel');
    expect((await panel()).text).toContain('"phenotype":"Poor Metabolizer"');
  });

  it('that is on file and cannot be read is said, and nothing is called not tested', async () => {
    const { sign, panel } = await startClinicBefore(byIdOnly(patient, report));
    for (const drug of [CLOPIDOGREL, ABACAVIR]) {
      const text = await sign(drug);
      expect(text).toContain(UNREAD);
      expect(text).not.toMatch(/not tested|no result/i);
    }
    expect((await panel()).text).toContain('1 result that a genetic report names could not be read.');
  });

  it.each<[string, Json | undefined]>([
    ['pathology', { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'PAT' }] }],
    ['no category', undefined],
  ])('is found where the report is filed under %s: it is asked for by its code too', async (_name, category) => {
    const filed = { ...report, category: category === undefined ? undefined : [category] };
    const byCode: Behaviour = (asked, response, base) =>
      /\/DiagnosticReport\?.*category=/.test(asked.url ?? '')
        ? sendFhir(response, search())
        : byIdOnly(patient, filed, uncategorised)(asked, response, base);
    const { sign, panel } = await startClinicBefore(byCode);
    expect(await sign(CLOPIDOGREL)).toContain('CYP2C19 poor metabolizer: avoid clopidogrel');
    expect((await panel()).text).toContain('"phenotype":"Poor Metabolizer"');
  });

  it('of another patient is not used', async () => {
    const { sign } = await startClinicBefore(byIdOnly(patient, report, { ...uncategorised, subject: { reference: 'Patient/p2' } }));
    const text = await sign(CLOPIDOGREL);
    expect(text).not.toContain('poor metabolizer');
    expect(text).toContain(UNREAD);
  });

  it('and did not come with a call that brings all it has is said', async () => {
    const { sign } = await startClinicBefore(byIdOnly());
    const prefetch = {
      patient,
      genomics: search(),
      laboratory: search(),
      reports: search(report),
      conditions: search(),
      medications: search(),
    };
    expect(await sign(CLOPIDOGREL, { prefetch, ...NO_ACCESS })).toContain(UNREAD);
    expect(await sign(CLOPIDOGREL, { prefetch: { ...prefetch, genomics: search(uncategorised) }, ...NO_ACCESS })).toContain(
      'avoid clopidogrel',
    );
  });
});
