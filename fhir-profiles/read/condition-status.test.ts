/** The status of a Condition, also where a site writes a code of its own before FHIR's. */
import { expect, it } from 'vitest';
import { isRefuted, isSuspected, statusOf } from './condition-status.ts';

const own = { system: 'https://site.example.org/status', code: 'S-4' };
const coded = (...codes: readonly string[]) => ({ coding: codes.map((code) => (code === 'own' ? own : { code })) });

it.each([
  ['resolved', coded('resolved'), 'resolved'],
  ['resolved behind a code of the site', coded('own', 'resolved'), 'resolved'],
  ['resolved before a code of the site', coded('resolved', 'own'), 'resolved'],
  ['in words beside a code of the site', { ...coded('own'), text: 'Inactive' }, 'inactive'],
  ['a code of the site alone', coded('own'), 'unknown'],
  ['a bare word', 'Active', 'active'],
])('clinical status: %s', (_case, clinicalStatus, expected) => {
  expect(statusOf({ clinicalStatus })).toBe(expected);
});

it.each([
  ['refuted behind a code of the site', coded('own', 'refuted'), true, false],
  ['entered in error', coded('entered-in-error'), true, false],
  ['provisional behind a code of the site', coded('own', 'provisional'), false, true],
  ['confirmed', coded('own', 'confirmed'), false, false],
])('verification status: %s', (_case, verificationStatus, refuted, suspected) => {
  expect([isRefuted({ verificationStatus }), isSuspected({ verificationStatus })]).toEqual([refuted, suspected]);
});
