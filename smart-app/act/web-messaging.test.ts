import { describe, expect, it } from 'vitest';
import { messagingChannel, sendToEhr } from './web-messaging.ts';

const channel = { handle: 'h', origin: 'https://ehr.example' };

/** A frame whose EHR answers each message in its own way. */
function frameOf(answer: (sent: { readonly messageId: string }, target: string) => { origin: string; data: unknown } | null): Window {
  const frame = new EventTarget();
  const parent = {
    postMessage(sent: { messageId: string }, target: string) {
      const said = answer(sent, target);
      if (said !== null) setTimeout(() => frame.dispatchEvent(new MessageEvent('message', said)), 0);
    },
  };
  return Object.assign(frame, { parent, opener: null }) as unknown as Window;
}
const reply = (status: string | undefined, origin = channel.origin) =>
  frameOf(({ messageId }) => ({ origin, data: { responseToMessageId: messageId, payload: status === undefined ? {} : { status } } }));

describe('an order handed to the EHR', () => {
  it.each([
    ['201 CREATED', 'done'],
    ['404 NOT FOUND', 'refused'],
    ['401 UNAUTHORIZED', 'refused'],
    [undefined, 'no-answer'],
  ] as const)('answered with %s is %s', async (status, outcome) => {
    expect(await sendToEhr(channel, 'scratchpad.create', {}, reply(status))).toBe(outcome);
  });
  it('a window that refuses the message is no answer, not a page that hangs', async () => {
    const refusing = frameOf(() => {
      throw new SyntaxError('Invalid target origin');
    });
    expect(await sendToEhr(channel, 'scratchpad.create', {}, refusing)).toBe('no-answer');
  });
  it('goes to the origin of the launch alone', async () => {
    const targets: string[] = [];
    const frame = frameOf(({ messageId }, target) => {
      targets.push(target);
      return { origin: channel.origin, data: { responseToMessageId: messageId, payload: { status: '200 OK' } } };
    });
    await sendToEhr(channel, 'scratchpad.create', {}, frame);
    expect(targets).toEqual(['https://ehr.example']);
  });
});

describe('the channel of a launch', () => {
  it.each([
    ['https://ehr.example', 'https://ehr.example'],
    ['https://ehr.example/path', 'https://ehr.example'],
    ['*', null],
    ['null', null],
    ['javascript:alert(1)', null],
    ['https://', null],
    ['', null],
  ])('origin %s: %s', (origin, written) => {
    expect(messagingChannel('h', origin)?.origin ?? null).toBe(written);
  });
  it('without a handle there is none', () => expect(messagingChannel('', 'https://ehr.example')).toBeNull());
});
