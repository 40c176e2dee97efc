/** A trial with several arms: which of them the patient could enter, or what stands in the way of each. */
import { unknown, type Answer } from './answer.ts';

export interface Way {
  readonly arm: string;
  readonly answer: Answer;
  /** Part of what the arm asks is there. */
  readonly begun: boolean;
}
const SHOWN = 4;

export function byArms(ways: readonly Way[]): Answer {
  const of = (verdict: Answer['verdict']): readonly Way[] => ways.filter(({ answer }) => answer.verdict === verdict);
  const said = (list: readonly Way[]): string =>
    list
      .slice(0, SHOWN)
      .map(({ arm, answer }) => `${arm}: ${answer.because.split('; ').join(', ')}`)
      .join('; ') + (list.length > SHOWN ? `; and ${list.length - SHOWN} more` : '');
  const [fitting, shut] = [of('yes'), of('no')];
  const open = [...of('unknown')].sort((a, b) => Number(b.begun) - Number(a.begun));
  if (fitting.length > 0) return { verdict: 'yes', because: `fits ${said(fitting)}` };
  if (open.length > 0) {
    const missing = open.map(({ answer }) => answer.missing).find((name) => name !== undefined);
    return unknown(`could fit ${said(open)}`, missing);
  }
  return { verdict: 'no', because: `fits no open arm; ${said(shut)}` };
}
