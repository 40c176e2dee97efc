/** Orders that are low already, one dose and no more, tablets that are counted: what a share or "start low" comes to there. */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { DoseFigures, Recommendation, UsualDose } from '../../knowledge/pgx/types.ts';
import type { DoseAdvice } from './dose-question.ts';
import { figure, orderedDose, range, type OrderedDose } from './order-dose.ts';
import { isOneDoseOf } from './order-kind.ts';

interface Asked {
  readonly figures: DoseFigures;
  readonly ordered: OrderedDose | undefined;
  readonly usualDoses: readonly UsualDose[];
}

/** "Start low and raise slowly", without a figure of the guideline: one dose only, or an order that is no more than the lowest start of the label. */
export function lowStart(row: Recommendation, order: MedicationFact | undefined, usualDoses: readonly UsualDose[]): DoseAdvice | undefined {
  if (row.action !== 'decrease-dose') return undefined;
  if (isOneDoseOf(row.drug, order))
    return { dose: { text: 'start low and raise slowly where more than this one dose is given', oneDose: true } };
  const start = usualDoses.find(({ drug, unit }) => drug === row.drug && unit === 'mg')?.lowestStartPerDay;
  const ordered = orderedDose(order);
  if (start === undefined || ordered?.unit !== 'mg' || ordered.daily === undefined || ordered.daily > start) return undefined;
  return {
    dose: { text: `the ordered ${figure(ordered.daily)} mg a day are no more than the lowest start; raise it slowly`, atStart: true },
  };
}

/** "At most 1 tablet a day": of a fixed combination, whose parts cannot be dosed apart. */
export function pieces(most: number, order: MedicationFact | undefined): DoseAdvice {
  const words = `at most ${figure(most)} tablet${most === 1 ? '' : 's'} a day`;
  const dose = order?.dose;
  const bound = { kind: 'most' as const, words };
  const daily = dose === undefined || !PIECE.test(dose.unit) || dose.perDay === undefined ? undefined : dose.amount * dose.perDay;
  if (daily === undefined) return { dose: { text: order === undefined ? words : `${words}; the order does not say how many`, bound } };
  return daily <= most
    ? { dose: { text: `the ordered ${figure(daily)} a day keeps to it: ${words}` }, complies: true }
    : { dose: { text: `${words} instead of the ordered ${figure(daily)}`, bound: { ...bound, exceeded: true } }, complies: false };
}

const PIECE = /tab|cap|piece|\{tbl\}|^1$/i;

/**
 * Where the dose that the share counts from is known, the order is held against it and not taken for it. Undefined where it is not known, or the
 * order does not say how much a day.
 */
export function ofLowestStart(
  { figures, ordered, usualDoses }: Asked,
  name: string,
  shares: readonly [number, number],
  words: string,
): DoseAdvice | undefined {
  const counted = figures.appliesTo === 'lowest-starting-dose' || figures.appliesTo === 'starting-dose';
  const start = usualDoses.find(({ drug, unit }) => drug === name && unit === 'mg')?.lowestStartPerDay;
  if (!counted || start === undefined || shares[1] >= 1 || ordered?.unit !== 'mg' || ordered.daily === undefined) return undefined;
  const target: [number, number] = [start * shares[0], start * shares[1]];
  const { daily } = ordered;
  if (daily <= target[1] * 1.02) return { dose: { text: `${words}; the ordered ${figure(daily)} mg a day keeps to it` }, complies: true };
  const toStart = `${words}: ${range(target)} mg a day to start`;
  const text =
    figures.maxDailyMg !== undefined && daily <= figures.maxDailyMg
      ? `${toStart}; no further change if the ordered ${figure(daily)} mg have been reached step by step`
      : `${toStart} instead of the ordered ${figure(daily)} mg`;
  return { dose: { text }, complies: false };
}
