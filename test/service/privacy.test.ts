/** Nothing of a patient in logs, figures, errors or the store: every identifier of the synthetic patients is looked for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { describe, expect, it, vi } from 'vitest';
import { conversionFactor } from '../../fhir-profiles/codes/unit.ts';
import { createTestApp } from './harness.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures');

interface Case {
  readonly name: string;
  readonly resources: readonly Readonly<Record<string, unknown>>[];
}

function cases(): Case[] {
  if (!existsSync(FIXTURES)) return [];
  return readdirSync(FIXTURES)
    .map((name) => ({ name, file: join(FIXTURES, name, 'bundle.json') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const bundle = JSON.parse(readFileSync(file, 'utf8')) as { entry?: { resource: Readonly<Record<string, unknown>> }[] };
      return { name, resources: (bundle.entry ?? []).map(({ resource }) => resource) };
    });
}

/** Names, birth dates, identifiers, ids and free text of a patient. */
function identifiers(resources: Case['resources']): string[] {
  const found = new Set<string>();
  const collect = (value: unknown, name: string): void => {
    if (typeof value === 'string') {
      const telling = ['family', 'given', 'text', 'birthDate', 'value', 'id', 'reference', 'line', 'city', 'display'].includes(name);
      if (telling && value.length >= 5) found.add(value);
      return;
    }
    if (Array.isArray(value)) for (const item of value) collect(item, name);
    else if (typeof value === 'object' && value !== null) for (const [key, member] of Object.entries(value)) collect(member, key);
  };
  for (const resource of resources) collect(resource, '');
  return [...found];
}

describe('privacy', () => {
  const all = cases();
  if (all.length === 0) it.skip('there are no synthetic patients in fixtures/ to look for', () => undefined);

  it.each(all)('$name: logs, figures and decisions hold nothing of the patient', async ({ resources }) => {
    const patient = resources.find(({ resourceType }) => resourceType === 'Patient');
    const of = (...types: string[]) => ({
      resourceType: 'Bundle',
      entry: resources.filter(({ resourceType }) => types.includes(String(resourceType))).map((resource) => ({ resource })),
    });
    const drafts = of('MedicationRequest');
    const harness = createTestApp();
    const body = {
      hook: 'order-sign',
      hookInstance: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
      context: { userId: 'Practitioner/1', patientId: String(patient?.id), draftOrders: drafts },
      prefetch: { patient, genomics: of('Observation'), reports: of('DiagnosticReport'), conditions: of('Condition') },
    };
    const send = (path: string, content: unknown) =>
      request(harness.app).post(path).set('content-type', 'application/json').send(JSON.stringify(content));
    await send('/cds-services/pgx-order-sign', body);
    await send('/cds-services/pgx-order-sign', { ...body, hook: 'patient-view' });
    await send('/cds-services/pgx-order-sign', { ...body, prefetch: { patient } });
    await send(`/cds-services/${String(patient?.id)}`, body);
    const figures = (await request(harness.app).get('/metrics')).text;
    const said = `${harness.logs.join('\n')}\n${figures}\n${JSON.stringify(harness.store.decisions)}`;
    expect(said.length).toBeGreaterThan(500);
    const allowed = new Set(['order', 'final', 'active', 'draft']);
    expect(identifiers(resources).filter((text) => !allowed.has(text) && said.includes(text))).toEqual([]);
  });

  it('a unit that cannot be read is not printed by the library that was asked', () => {
    const printed = vi.spyOn(console, 'log');
    const units = ['kg of Synthetic Person', '/Cel', 'mg)(Synthetic', '2.(Person){x}', 'Cel2'];
    expect(units.map((unit) => conversionFactor(unit, 'kg'))).toEqual(units.map(() => null));
    expect(printed.mock.calls).toEqual([]);
    printed.mockRestore();
  });
});
