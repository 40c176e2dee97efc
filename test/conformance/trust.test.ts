/** Checklist 1 (HTTPS only) and what a trust file may name as an address. */
import { describe, expect, it } from 'vitest';
import { parseTrust } from '../../cds-service/config/trust.ts';

const ehr = {
  name: 'EHR',
  issuer: 'https://ehr.example.org',
  jwksUrl: 'https://ehr.example.org/jwks',
  fhirServers: ['https://ehr.example.org/R4'],
  profile: 'generic',
};
const trust = (change: object, top: object = {}) =>
  parseTrust({ ehrs: [{ ...ehr, ...change }], publicUrl: 'https://cds.example.org', auth: 'required', ...top });

describe('addresses of a production trust file', () => {
  it('[1] https is accepted', () => {
    expect(trust({}).ok).toBe(true);
  });

  it.each([
    'http://ehr.example.org/R4',
    'http://127.0.0.1/R4',
    'http://localhost/R4',
    'http://[::1]/R4',
    'http://2130706433/R4',
    'ftp://ehr.example.org/R4',
    'https://user@ehr.example.org/R4',
    'https://:password@ehr.example.org/R4',
    'https://ehr.example.org/R4#x',
    '//ehr.example.org/R4',
    'ehr.example.org/R4',
    '',
  ])('[1] %j is refused as FHIR server, as key address and as our own address', (address) => {
    expect(trust({ fhirServers: [address] }).ok).toBe(false);
    expect(trust({ jwksUrl: address }).ok).toBe(false);
    const own = trust({}, { publicUrl: address });
    // Our own address may be plain http on this machine alone, for development.
    const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]|2130706433)\//.test(address);
    expect(own.ok).toBe(loopback);
  });

  it('[1] plain http on this machine needs the word for it, and a service on this machine', () => {
    const fhirServers = ['http://127.0.0.1:8080/R4'];
    expect(trust({ fhirServers, allowInsecureLoopback: true }).ok).toBe(false);
    expect(trust({ fhirServers, allowInsecureLoopback: true }, { publicUrl: 'http://127.0.0.1:4020' }).ok).toBe(true);
    for (const foreign of [
      'http://127.0.0.1.evil.example.org/R4',
      'http://localhost./R4',
      'http://10.0.0.1/R4',
      'http://[::ffff:10.0.0.1]/R4',
    ])
      expect(trust({ fhirServers: [foreign], allowInsecureLoopback: true }, { publicUrl: 'http://127.0.0.1:4020' }).ok).toBe(false);
  });

  it('[29] a final slash makes no other server', () => {
    const parsed = trust({ fhirServers: ['https://ehr.example.org/R4/'] });
    expect(parsed.ok && parsed.trust.ehrs[0]?.fhirServers).toEqual(['https://ehr.example.org/R4']);
  });
});
