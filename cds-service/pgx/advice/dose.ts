/**
 * Dose arithmetic on the actual order. Every figure says what it counts, and nothing is worked out without a dose in the
 * order: then the text says that the dose is missing.
 */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { ClinicalKnowledge, Recommendation } from '../../knowledge/pgx/types.ts';
import type { Chart } from './chart.ts';
import { perKgCap, perKgStart } from './dose-per-kg.ts';
import { ceiling, perDose, suggestion, type DoseAdvice, type DoseQuestion } from './dose-question.ts';
import { share } from './dose-share.ts';
import { lowStart, pieces } from './low-start.ts';
import { figure, orderedDose, range, type OrderedDose } from './order-dose.ts';
import { isInjected, isLoad, isOneDoseOf } from './order-kind.ts';

export function doseAdvice(
  row: Recommendation,
  order: MedicationFact | undefined,
  chart: Chart,
  { strengths, usualDoses = [] }: Pick<ClinicalKnowledge, 'strengths' | 'usualDoses'>,
): DoseAdvice | undefined {
  const figures = row.dose;
  if (figures === undefined) return lowStart(row, order, usualDoses);
  const question: DoseQuestion = {
    row,
    figures,
    ordered: orderedDose(order, row.drug),
    chart,
    strengths,
    usualDoses,
    product: order?.text ?? '',
    order,
  };
  if (figures.maxPiecesPerDay !== undefined) return pieces(figures.maxPiecesPerDay, order);
  const answer = load(question, order) ?? cap(question) ?? share(question) ?? fixedStart(question);
  if (answer !== undefined && isOneDoseOf(row.drug, order)) return { ...answer, dose: { ...answer.dose, oneDose: true } };
  if (answer === undefined || order === undefined) return answer;
  const combined = order.ingredients.length > 1;
  if (question.ordered !== undefined) {
    if (!combined || answer.complies === true) return answer;
    const { suggested: _ofThePart, ...rest } = answer.dose;
    return {
      ...answer,
      dose: { ...rest, text: `${answer.dose.text}; of this fixed combination another strength, or single drugs, are needed for it` },
    };
  }
  const why =
    order.dose === undefined
      ? 'states no dose to compare'
      : combined
        ? 'is a fixed combination, whose parts cannot be dosed apart: single drugs are needed for it'
        : 'gives its dose in a unit that cannot be compared';
  return { dose: { ...answer.dose, text: `${answer.dose.text}; the order ${why}` } };
}

/** A loading dose is given as usual; the share counts for what follows it. */
function load({ figures, ordered }: DoseQuestion, order: MedicationFact | undefined): DoseAdvice | undefined {
  const { factor } = figures;
  if (factor === undefined || figures.appliesTo !== 'maintenance-dose' || !/loading dose/.test(figures.onlyIf ?? '')) return undefined;
  if (order === undefined || !isLoad(order, ordered)) return undefined;
  const percent = Math.round(factor * 100);
  const text = `give the usual loading dose; after it ${figure(percent)} % of the usual maintenance dose`;
  return { dose: { text, percent: [percent, percent], afterLoad: true } };
}

/** Caps: "start with at most 40 mg a day". */
function cap(question: DoseQuestion): DoseAdvice | undefined {
  const { figures, ordered } = question;
  const strict = figures.limitMg !== undefined;
  const alone = figures.factor === undefined && figures.factorRange === undefined && figures.startMgPerDay === undefined;
  const highest = alone ? figures.maxDailyMg : undefined;
  const limit = figures.maxStartMg ?? figures.limitMg ?? highest;
  if (limit === undefined) return undefined;
  const words =
    highest !== undefined && figures.limitMg === undefined && figures.maxStartMg === undefined
      ? `at most ${figure(highest)} mg a day`
      : strict
        ? `less than ${figure(limit)} mg a day`
        : `at most ${figure(limit)} mg a day to start`;
  const bound = { kind: 'most' as const, words: `${strict ? 'less than' : 'at most'} ${figure(limit)} mg a day` };
  const exceeded = { ...bound, exceeded: true };
  if (ordered === undefined || ordered.unit !== 'mg') return { dose: { text: words, bound } };
  const { daily } = ordered;
  if (daily === undefined) {
    if (ordered.amount <= limit)
      return { dose: { text: `${words}; the order gives ${figure(ordered.amount)} mg without a frequency`, bound } };
    return { dose: { text: `${words} instead of ${figure(ordered.amount)} mg`, bound: exceeded }, complies: false };
  }
  // A limit of a day is one of the day of intake; of a statin, which is followed by its effect over weeks, the mean counts.
  const rests = daily < ordered.amount && !STATINS.has(question.row.drug);
  if (rests && (strict ? ordered.amount >= limit : ordered.amount > limit))
    return {
      dose: { text: `${words} instead of the ordered ${figure(ordered.amount)} mg on each day of intake`, bound: exceeded },
      complies: false,
    };
  const within = strict ? daily < limit : daily <= limit;
  if (within) return { dose: { text: `the ordered ${figure(daily)} mg a day keeps to the limit: ${words}` }, complies: true };
  const suggested = strict || isOftenEnough(limit, ordered) ? undefined : suggestion(question, perDose(limit, ordered), 'mg');
  const text = `${words} instead of the ordered ${figure(daily)} mg`;
  return { dose: { text, bound: exceeded, ...(suggested === undefined ? {} : { suggested }) }, complies: false };
}

const STATINS: ReadonlySet<string> = new Set([
  'atorvastatin',
  'fluvastatin',
  'lovastatin',
  'pitavastatin',
  'pravastatin',
  'rosuvastatin',
  'simvastatin',
]);

/** Fixed figures: "start with 400 mg a day". */
function fixedStart(question: DoseQuestion): DoseAdvice | undefined {
  const { row, figures, ordered, chart, order } = question;
  const perKg = figures.startMgPerKgPerDay;
  if (perKg !== undefined) return perKgStart(perKg, figures, ordered, chart);
  const start = figures.startMgPerDay;
  if (start === undefined) {
    if (figures.targetMgPerDay !== undefined) return { dose: { text: `${figure(figures.targetMgPerDay)} mg a day` } };
    return figures.maxMgPerKgPerDay === undefined ? undefined : perKgCap(figures.maxMgPerKgPerDay, ordered, chart);
  }
  const least = figures.atLeast === true;
  // A maintenance dose is reached by titration: "start with" would skip it.
  const kept = figures.appliesTo === 'maintenance-dose';
  const words = `${kept ? 'titrate to' : 'start with'} ${least ? 'at least ' : ''}${range(start)} mg a day${ceiling(figures)}`;
  const kind = least ? ('least-start' as const) : kept ? ('maintenance' as const) : ('start' as const);
  const bound = { kind, words: `${range(start)} mg a day` };
  // A least amount a day is one of tablets taken regularly, not of an injection or of what is taken now and then.
  if (least && order !== undefined && (order.asNeeded === true || isInjected(order)))
    return { dose: { text: `${words}, as tablets taken regularly`, bound }, complies: true };
  if (ordered === undefined || ordered.unit !== 'mg' || ordered.daily === undefined) return { dose: { text: words, bound } };
  const tooMuch = !least && ordered.daily > start[1];
  const tooLittle = least && ordered.daily < start[0];
  if (!tooMuch && !tooLittle)
    return { dose: { text: `the ordered ${figure(ordered.daily)} mg a day keeps to it: ${words}` }, complies: true };
  // More than twice the starting dose is hardly a first order: a treatment that is under way is not cut down to its beginning by one click.
  const underWay = tooMuch && start[0] === start[1] && ordered.daily > 2 * start[1];
  const exact = start[0] === start[1] && row.action !== 'standard' && !underWay && !isOftenEnough(start[0], ordered);
  const suggested = exact ? suggestion(question, perDose(start[0], ordered), 'mg') : undefined;
  const text = underWay
    ? `${words}; the order is ${figure(ordered.daily)} mg a day, so find out whether it is taken already`
    : `${words} instead of the ordered ${figure(ordered.daily)} mg`;
  return {
    dose: { text, bound: underWay ? bound : { ...bound, exceeded: true }, ...(suggested === undefined ? {} : { suggested }) },
    complies: false,
  };
}

/** One ordered dose is within the day's limit, so that it is to be taken less often, and not halved: 84 mg of eliglustat is one capsule. */
const isOftenEnough = (limit: number, { amount, daily }: OrderedDose): boolean => daily !== undefined && daily > amount && amount <= limit;
