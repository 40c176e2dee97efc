/**
 * The panel's calls read FHIR servers for whoever brings a token, so they have their own room: at most a quarter of what the hooks
 * have, so that no flood of them keeps an order waiting. A call enters once it has arrived whole: one that never ends takes no place.
 */
import type { Response } from 'express';
import type { PanelDependencies } from './dependencies.ts';
import { createCallLimits } from '../operation/call-limits.ts';
import { Refusal } from '../hooks/operation-outcome.ts';

/** Takes a place until the answer has gone; throws a 429 when there is none. */
export type EnterRoom = (response: Response) => void;

export function createPanelRoom({ limits, now }: Pick<PanelDependencies, 'limits' | 'now'>): EnterRoom {
  const room = createCallLimits(limits.requestsPerMinute, Math.ceil(limits.concurrentCalls / 4), () => now().getTime());
  return (response) => {
    const seconds = room.waitOf('panel');
    if (seconds > 0) throw new Refusal(429, 'Too many calls; try again later', { 'retry-after': String(seconds) });
    if (response.destroyed) throw new Refusal(400, 'The caller has gone');
    if (!room.enter()) throw new Refusal(429, 'Too many calls at once; try again', { 'retry-after': '1' });
    response.once('close', room.leave);
  };
}
