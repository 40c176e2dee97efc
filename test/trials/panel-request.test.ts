import type { Request } from 'express';
import { describe, expect, it } from 'vitest';
import type { TrustedEhr } from '../../cds-service/config/trust.ts';
import { readReportRequest } from '../../cds-service/panel/report-request.ts';

const ehr = { fhirServers: ['https://ehr.example/fhir'] } as unknown as TrustedEhr;
const request = { headers: { authorization: 'Bearer token' } } as Request;
const asked = (trials: unknown) =>
  readReportRequest({ fhirServer: 'https://ehr.example/fhir', patientId: 'p', trials }, request, [ehr]).trials;

describe('the trials that the panel asks for', () => {
  it('are the best open ones when nothing is said', () => expect(asked(undefined)).toBeUndefined());
  it('are paged and filtered', () =>
    expect(asked({ offset: 20, limit: 50, verdicts: ['ineligible'], anyStatus: true })).toEqual({
      offset: 20,
      limit: 50,
      verdicts: ['ineligible'],
      anyStatus: true,
    }));
  it('are filtered by status, phase, place, words and findings', () => {
    const filter = {
      statuses: ['recruiting'],
      phases: ['1', '2'],
      molecularOnly: true,
      text: 'sotorasib',
      country: 'Japan',
      withinKm: 100,
    };
    expect(asked(filter)).toEqual(filter);
  });
  it.each([
    [[]],
    [{ limit: 0 }],
    [{ limit: 101 }],
    [{ offset: -1 }],
    [{ offset: 1.5 }],
    [{ verdicts: ['all'] }],
    [{ verdicts: 'possible' }],
    [{ statuses: ['open'] }],
    [{ statuses: 'recruiting' }],
    [{ phases: ['5'] }],
    [{ text: 5 }],
    [{ country: 'x'.repeat(201) }],
    [{ withinKm: 0 }],
    [{ offset: 100_001 }],
  ])('refuses %j', (trials) => {
    expect(() => asked(trials)).toThrow();
  });
});
