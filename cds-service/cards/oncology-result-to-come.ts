/** A test of the label's finding whose result is preliminary or registered: it is on its way, and no second one is asked for. */
import type { JudgedOrder } from '../oncology/index.ts';
import type { PatientReport } from '../report/types.ts';
import type { Whereabouts } from './not-checked-text.ts';
import { summaryText } from './summary.ts';

/** What of the label's tests is still to come, where nothing else is said of them. */
export function testsToCome({ verdict, because, tests = [] }: JudgedOrder, { warnings }: PatientReport): readonly string[] {
  if (verdict !== 'biomarker-not-tested' || !because.every(({ kind }) => kind === 'none-on-file')) return [];
  const pending = new Set(warnings.flatMap((warning) => warning.pending ?? []));
  return tests.filter((test) => test.split(' and ').some((one) => pending.has(one)));
}

export function toComeSummary(coming: readonly string[], { tests = [], drug }: JudgedOrder, where: Whereabouts): string {
  const left = tests.filter((test) => !coming.includes(test));
  const result = `${coming.join(', ')} ${coming.length > 1 ? 'results are' : 'result is'} not final yet`;
  return summaryText(
    ...(left.length === 0 || left.length > 3 ? [] : [`${result}, no ${left.join(' or ')} result ${where}: wait before ${drug.name}`]),
    `${result}: wait for ${coming.length > 1 ? 'them' : 'it'} before ${drug.name}`,
  );
}
