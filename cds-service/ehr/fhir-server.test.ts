import { describe, expect, it } from 'vitest';
import { withinBase } from './fhir-server.ts';

const BASE = 'https://ehr.example.org/R4';

describe('page links that may be followed with the token', () => {
  it.each([
    ['https://ehr.example.org/R4?page=2', 'https://ehr.example.org/R4?page=2'],
    ['https://ehr.example.org/R4/Observation?page=2', 'https://ehr.example.org/R4/Observation?page=2'],
    ['Observation?page=2', 'https://ehr.example.org/R4/Observation?page=2'],
    [
      'Observation?code=http%3A%2F%2Floinc.org%7C1-1&page=2',
      'https://ehr.example.org/R4/Observation?code=http%3A%2F%2Floinc.org%7C1-1&page=2',
    ],
    ['?page=2', 'https://ehr.example.org/R4/?page=2'],
    ['HTTPS://EHR.example.org:443/R4/Observation', 'https://ehr.example.org/R4/Observation'],
  ])('%s', (link, address) => {
    expect(withinBase(link, BASE)).toBe(address);
  });

  it.each([
    'https://evil.example.org/R4/Observation',
    'http://ehr.example.org/R4/Observation',
    'https://ehr.example.org:8443/R4/Observation',
    'https://ehr.example.org./R4/Observation',
    'https://ehr.example.org.evil.example.org/R4',
    'https://ehr.example.org@evil.example.org/R4',
    'https://user@ehr.example.org/R4/Observation',
    'https://:password@ehr.example.org/R4/Observation',
    'https://ehr.example.org/R4evil',
    'https://ehr.example.org/R4/../admin',
    'https://ehr.example.org/R4/%2e%2e/admin',
    'https://ehr.example.org/R4/.%2E/admin',
    'https://ehr.example.org/R4/..%2fadmin',
    'https://ehr.example.org/R4/..%5C..%5Cadmin',
    'https://ehr.example.org/R4\\..\\..\\admin',
    '//evil.example.org/R4/Observation',
    '\\\\evil.example.org\\R4',
    '/admin',
    '../admin',
    'https://[::1]/R4',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://',
    'https://ehr.example.org\u0000.evil.example.org/R4',
  ])('not %s', (link) => {
    expect(withinBase(link, BASE)).toBeNull();
  });
});
