import type { Requirement } from '../knowledge/trials/types.ts';
import { isNeverCertain } from './requirement-kind.ts';

/** True when the requirement names tumour types, so that it can turn away every patient with another tumour at once. */
export function gateOf(asked: Requirement): boolean {
  return !isNeverCertain(asked) && namesTumour(asked);
}
function namesTumour(asked: Requirement): boolean {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some(namesTumour);
  return asked.kind === 'tumour';
}
