/**
 * Handing an order back to the EHR by SMART Web Messaging (HL7, STU 1): `scratchpad.create` in the EHR's window.
 * Only the origin that the token response names is written to or listened to.
 */
import { asRecord, asText } from '../data/read-values.ts';

/** SMART Web Messaging, where the EHR offers it: how an order is handed back. */
export interface MessagingChannel {
  readonly origin: string;
  readonly handle: string;
}

/** `no-answer` too for an answer without a status: what became of the order is then not known. */
export type HandBack = 'done' | 'refused' | 'no-answer';

/** `original-kept`: the new draft is there, and the order that it replaces is too. */
export type Replaced = HandBack | 'original-kept';

/** The channel of a launch, where its origin is one; nothing is ever sent to `*` or to what is no origin. */
export function messagingChannel(handle: string, origin: string): MessagingChannel | null {
  if (handle === '' || !/^https?:/.test(origin)) return null;
  try {
    return { handle, origin: new URL(origin).origin };
  } catch {
    return null;
  }
}

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
      finish(status === '' ? 'no-answer' : status.startsWith('2') ? 'done' : 'refused');
    };
    const timer = setTimeout(() => finish('no-answer'), PATIENCE_MS);
    frame.addEventListener('message', listen);
    try {
      host.postMessage({ messagingHandle: channel.handle, messageId, messageType, payload }, channel.origin);
    } catch {
      finish('no-answer');
    }
  });
}
