import { describe, expect, it } from 'vitest';
import { parseHookRequest, type HookRequest } from './hook-request.ts';
import { recentKey } from './recent.ts';

interface Call {
  readonly instance?: string;
  readonly patientId?: string;
  readonly token?: string;
  readonly note?: string;
}

function keyOf({ instance = 'i-1', patientId = 'p1', token, note = '' }: Call, about: readonly string[] = ['s']): string | null {
  const body = {
    hook: 'patient-view',
    hookInstance: instance,
    ...(token === undefined ? {} : { fhirServer: 'https://e.org', fhirAuthorization: { access_token: token, token_type: 'Bearer' } }),
    context: { userId: 'Practitioner/1', patientId },
    extension: { note },
  };
  const parsed = parseHookRequest(body, 'patient-view');
  if (!parsed.ok) throw new Error(parsed.issues.join());
  return recentKey(JSON.stringify(body), parsed.value, about);
}

describe('the key under which an answer is found again', () => {
  it('is the same for the same call with another id and token', () => {
    expect(keyOf({ instance: 'i-2' })).toBe(keyOf({}));
    expect(keyOf({ instance: 'i-2', token: 'b' })).toBe(keyOf({ token: 'a' }));
  });

  it.each<[string, Call, Call]>([
    ['another patient', {}, { patientId: 'p2' }],
    ['an id that is the patient’s', { instance: 'p1', patientId: 'p1' }, { instance: 'p2', patientId: 'p2' }],
    ['an id of one character that stands everywhere', { instance: '1', patientId: 'p1' }, { instance: '1', patientId: 'p11' }],
    ['other content', { note: 'a' }, { note: 'b' }],
    ['a token or none', {}, { token: 'a' }],
    ['an id that quotes the member', { instance: '"hookInstance":"x' }, { instance: 'x', note: '"hookInstance":"' }],
  ])('differs for %s', (_name, one, other) => {
    expect(keyOf(one)).not.toBeNull();
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  it('differs by service, day and EHR', () => {
    expect(keyOf({}, ['a', 'b'])).not.toBe(keyOf({}, ['ab']));
  });

  it('is none when the id is written with blanks or escapes', () => {
    const hook = { hookInstance: 'i-1' } as HookRequest;
    expect(recentKey('{"hookInstance": "i-1"}', hook, [])).toBeNull();
    expect(recentKey('{"hookInstance":"\\u0069-1"}', hook, [])).toBeNull();
  });
});
