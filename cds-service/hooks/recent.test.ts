import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callKey } from './recent.ts';

interface Call {
  readonly instance?: string;
  readonly patientId?: string;
  readonly token?: string;
  readonly note?: string;
}

const bodyOf = ({ instance = 'i-1', patientId = 'p1', token, note = '' }: Call) => ({
  hook: 'patient-view',
  hookInstance: instance,
  ...(token === undefined ? {} : { fhirServer: 'https://e.org', fhirAuthorization: { access_token: token, token_type: 'Bearer' } }),
  context: { userId: 'Practitioner/1', patientId },
  extension: { note },
});
const keyOf = (call: Call, about: readonly string[] = ['s']) => callKey(Buffer.from(JSON.stringify(bodyOf(call))), about)?.key ?? null;

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
  ])('differs for %s', (_name, one, other) => {
    expect(keyOf(one)).not.toBeNull();
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  it('differs by service, day and EHR', () => {
    expect(keyOf({}, ['a', 'b'])).not.toBe(keyOf({}, ['ab']));
  });

  it.each([
    ['with blanks', '{"hookInstance": "i-1"}'],
    ['with escapes', '{"hookInstance":"\\u0069-1"}'],
    ['with a quote', '{"hookInstance":"i\\"1"}'],
    ['with letters beyond ASCII', '{"hookInstance":"í-1"}'],
    ['without a value', '{"hookInstance":""}'],
    ['without an end', '{"hookInstance":"i-1'],
    ['as a number', '{"hookInstance":7}'],
    ['and a token with escapes', '{"hookInstance":"i-1","access_token":"a\\nb"}'],
  ])('is none when the id is written %s', (_name, text) => {
    expect(callKey(Buffer.from(text), [])).toBeNull();
  });

  it('tells which values it left out', () => {
    expect(callKey(Buffer.from(JSON.stringify(bodyOf({ instance: 'i-7', token: 't-7' }))), [])).toMatchObject({
      hookInstance: 'i-7',
      accessToken: 't-7',
    });
  });

  it('whatever two bodies hold, with one key they differ in these two values only', () => {
    const piece = fc.constantFrom('"hookInstance":"', '"access_token":"', '"', '\\', 'a');
    const around = fc.array(piece, { maxLength: 2 }).map((pieces) => pieces.join(''));
    const value = fc.constantFrom('a', 'b');
    const body = fc
      .tuple(around, value, around, value, around)
      .map(([one, id, two, token, three]) => `${one}"hookInstance":"${id}"${two}"access_token":"${token}"${three}`);
    const without = (text: string): string => {
      const found = callKey(Buffer.from(text), []);
      if (found === null) return '';
      const cut = (from: string, member: string, value: string | undefined) =>
        value === undefined ? from : from.replace(`${member}${value}"`, `${member}\u0000"`);
      return cut(cut(text, '"hookInstance":"', found.hookInstance), '"access_token":"', found.accessToken);
    };
    fc.assert(
      fc.property(body, body, (one, other) => {
        const [first, second] = [callKey(Buffer.from(one), []), callKey(Buffer.from(other), [])];
        fc.pre(first !== null && second !== null);
        expect(first.key === second.key).toBe(without(one) === without(other));
      }),
      { numRuns: 3000 },
    );
  });
});
