/** Calls that break one rule each, made from calls that break none. */
import { call, of, type RequestCase } from './call.ts';
import { CONTEXT_CASES } from './context.ts';
import { ENVELOPE_CASES } from './envelope.ts';
import { ORDER_CASES } from './orders.ts';
import { PREFETCH_CASES } from './prefetch.ts';
import { RESOURCE_CASES } from './resources.ts';

export const BODY_CASES: readonly RequestCase[] = [
  ...ENVELOPE_CASES,
  ...CONTEXT_CASES,
  ...PREFETCH_CASES,
  ...RESOURCE_CASES,
  ...ORDER_CASES,
];

/** Long ids arrive in every reference of the call. */
const LONG = 'e'.repeat(80);
export const LONG_ID_CASE = of(
  'patientId.long',
  'an id of 80 characters',
  JSON.parse(JSON.stringify(call()).replaceAll('"p1"', `"${LONG}"`).replaceAll('Patient/p1', `Patient/${LONG}`)),
  '$.context.patientId',
  'used',
);
