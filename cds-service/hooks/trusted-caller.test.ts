import { describe, expect, it } from 'vitest';
import { parseTrust } from '../config/trust.ts';
import { chooseEhr, fhirAccessFor } from './trusted-caller.ts';

const ehr = (name: string, server: string) => ({
  name,
  issuer: 'https://vendor.example.org',
  jwksUrl: 'https://vendor.example.org/keys',
  fhirServers: [server],
  profile: 'generic',
});
const BASE = 'https://ehr.example.org/FHIR/R4';
const parsed = parseTrust({
  publicUrl: 'https://cds.example.org',
  auth: 'required',
  ehrs: [ehr('North', BASE), ehr('South', 'https://ehr.example.org/FHIR/R4/south')],
});
const ehrs = parsed.ok ? parsed.trust.ehrs : [];
const named = (fhirServer: string | undefined) => chooseEhr(ehrs, fhirServer)?.name;
const readAt = (fhirServer: string) => {
  const trusted = ehrs[0];
  const call = { hook: 'order-sign', hookInstance: '1', patientId: 'p1', prefetch: {}, looksLikeEpic: false, accessToken: 't' } as const;
  return fhirAccessFor(trusted, { ...call, fhirServer })?.base;
};

describe('the FHIR server of a call against the trust file', () => {
  it.each([[BASE], ['https://EHR.example.org/FHIR/R4'], ['https://ehr.example.org:443/FHIR/R4'], ['HTTPS://ehr.example.org/FHIR/R4/']])(
    '%s is the trusted one, and is read at the address of the trust file',
    (fhirServer) => {
      expect([named(fhirServer), readAt(fhirServer)]).toEqual(['North', BASE]);
    },
  );

  it.each([
    ['another path in other letters', 'https://ehr.example.org/fhir/r4'],
    ['above it', 'https://ehr.example.org/FHIR'],
    ['another port', 'https://ehr.example.org:8443/FHIR/R4'],
    ['without TLS', 'http://ehr.example.org/FHIR/R4'],
    ['a query behind it', `${BASE}?x=1`],
    ['a fragment behind it', `${BASE}#x`],
    ['a way out of it', `${BASE}/../admin`],
    ['another host in front', 'https://ehr.example.org@evil.example.org/FHIR/R4'],
    ['a host that ends the same', 'https://evil-ehr.example.org/FHIR/R4'],
    ['no address', 'ehr.example.org/FHIR/R4'],
  ])('%s is not', (_name, fhirServer) => {
    expect([named(fhirServer), readAt(fhirServer)]).toEqual([undefined, undefined]);
  });

  it('of two tenants the longer path is its own', () => expect(named(`${BASE}/south`)).toBe('South'));
  it('of several EHRs none is chosen without a server', () => expect(named(undefined)).toBeUndefined());
});
