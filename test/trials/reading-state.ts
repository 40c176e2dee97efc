/** How far a requirement can decide: `whole` both ways, `part` one way, `mention` never. */
import { canDecide } from '../../cds-service/trials/criteria/deciding.ts';
import type { Requirement } from '../../cds-service/knowledge/trials/types.ts';

export function readingState(asked: Requirement): 'whole' | 'part' | 'mention' {
  if (!open(asked)) return 'whole';
  return canDecide(asked) ? 'part' : 'mention';
}
export function kindsIn(asked: Requirement): string[] {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.flatMap(kindsIn);
  if (asked.kind === 'not') return kindsIn(asked.of);
  return asked.kind === 'unread' ? [] : [asked.kind];
}
function open(asked: Requirement): boolean {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some(open);
  return asked.kind === 'not' ? open(asked.of) : asked.kind === 'unread';
}
