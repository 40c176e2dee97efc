/** A finding that the diagnosis or the problem list states and no result on file shows. */
import type { JudgedOrder, Reason } from '../oncology/index.ts';

type Stated = Extract<Reason, { kind: 'stated' }>;

/** What is said first of the order, where that is a finding of the record's words alone. */
export function statedAlone({ because: [first] }: JudgedOrder): Stated | undefined {
  return first?.kind === 'stated' ? first : undefined;
}
