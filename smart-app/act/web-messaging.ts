/**
 * Handing an order back to the EHR by SMART Web Messaging (HL7, STU 1): `scratchpad.create` in the EHR's window.
 * Only the origin that the token response names is written to or listened to.
 */
import { asRecord, asText } from '../data/read-values.ts';
import type { MessagingChannel } from '../launch/session.ts';

export type HandBack = 'done' | 'refused' | 'no-answer';

const PATIENCE_MS = 8000;

export async function sendToEhr(
  channel: MessagingChannel,
  messageType: 'scratchpad.create' | 'scratchpad.delete',
  payload: Readonly<Record<string, unknown>>,
  frame: Window = window,
): Promise<HandBack> {
  const host = frame.parent === frame ? (frame.opener as Window | null) : frame.parent;
  if (host === null) return 'no-answer';
  const messageId = crypto.randomUUID();
  return new Promise((resolve) => {
    const finish = (outcome: HandBack) => {
      clearTimeout(timer);
      frame.removeEventListener('message', listen);
      resolve(outcome);
    };
    const listen = (event: MessageEvent) => {
      const message = asRecord(event.data);
      if (event.origin !== channel.origin || message.responseToMessageId !== messageId) return;
      const status = asText(asRecord(message.payload).status);
      finish(status === '' || status.startsWith('2') ? 'done' : 'refused');
    };
    const timer = setTimeout(() => finish('no-answer'), PATIENCE_MS);
    frame.addEventListener('message', listen);
    host.postMessage({ messagingHandle: channel.handle, messageId, messageType, payload }, channel.origin);
  });
}
