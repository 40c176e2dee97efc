import type { Request } from 'express';
import { describe, expect, it } from 'vitest';
import type { TrustedEhr } from '../config/trust.ts';
import { readReportRequest } from './report-request.ts';

const ehr = { fhirServers: ['https://ehr.example/fhir'] } as unknown as TrustedEhr;
const request = { headers: { authorization: 'Bearer token' } } as Request;
const asked = (trials: unknown) =>
  readReportRequest({ fhirServer: 'https://ehr.example/fhir', patientId: 'p', trials }, request, [ehr]).trials;

describe('filters of the trials', () => {
  it('are handed on, and nothing that was not asked for', () => {
    const filters = { molecularOnly: true, phases: ['1', '2'], text: 'osimertinib lung', country: 'Netherlands', withinKm: 100 };
    expect(asked({ ...filters, secret: 1 })).toEqual(filters);
  });
  it.each([
    [{ phases: ['5'] }],
    [{ phases: '1' }],
    [{ text: 'x'.repeat(201) }],
    [{ text: 7 }],
    [{ country: {} }],
    [{ withinKm: 0 }],
    [{ withinKm: 1.5 }],
    [{ withinKm: 30_000 }],
  ])('refuses %j', (trials) => {
    expect(() => asked(trials)).toThrow(/trials\./);
  });
});
