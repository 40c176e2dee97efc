/** A share of a dose: of which one, and what is left of the order. */
import type { DoseFigures } from '../../knowledge/pgx/types.ts';
import { ceiling, suggestion, type DoseAdvice, type DoseQuestion } from './dose-question.ts';
import { ofLowestStart } from './low-start.ts';
import { dailyIn, figure, range } from './order-dose.ts';
import { isBesideRadiation, isLongActing } from './order-kind.ts';

const COUNTED: Readonly<Record<NonNullable<DoseFigures['appliesTo']>, string>> = {
  'starting-dose': 'usual starting dose',
  'standard-dose': 'standard dose',
  'maximum-dose': 'maximum dose',
  'lowest-starting-dose': 'lowest recommended starting dose',
  'maintenance-dose': 'usual maintenance dose',
};

/** Shares: "50 % of the usual starting dose", worked out on the ordered amount where the order is what the share counts. */
export function share(question: DoseQuestion): DoseAdvice | undefined {
  const { figures, ordered, row } = question;
  const shares: readonly [number, number] | undefined =
    figures.factorRange ?? (figures.factor === undefined ? undefined : [figures.factor, figures.factor]);
  if (shares === undefined) return undefined;
  const percent: [number, number] = [Math.round(shares[0] * 100), Math.round(shares[1] * 100)];
  const counted = COUNTED[figures.appliesTo ?? 'standard-dose'];
  const words = `${figures.atLeast === true ? 'at least ' : ''}${range(percent)} % of the ${counted}${fullDose(figures)}${frequency(figures)}${ceiling(figures)}`;
  const base = { percent, ...(shares[0] === shares[1] ? { factor: shares[0] } : {}) };
  const started = ofLowestStart(question, row.drug, shares, words);
  if (started !== undefined) return { ...started, dose: { ...base, ...started.dose } };
  const countsOrder = figures.appliesTo !== 'maximum-dose' && figures.appliesTo !== 'lowest-starting-dose';
  if (ordered === undefined || !countsOrder || (figures.onlyIf !== undefined && row.action === 'standard'))
    return { dose: { ...base, text: words } };

  const injected = longActing(question);
  if (injected !== undefined) return injected;
  const reduced = alreadyReduced(question, shares[1]);
  if (reduced !== undefined) return { dose: { ...base, text: `${words}; ${reduced}` }, complies: true };
  const above = aboveCeiling(question, shares);
  if (above !== undefined) return { dose: { text: above }, complies: false, aboveCeiling: true };
  const byWeight = ofUsualPerKg(question, shares, words);
  if (byWeight !== undefined) return { dose: { ...base, text: byWeight }, complies: false };
  const looks = looksReduced(question, shares[1]);
  if (looks !== undefined) return { dose: { ...base, text: `${words}; ${looks}`, perhapsReduced: true }, complies: false };
  const unit = `${ordered.unit}${ordered.ofDay === true ? ' a day' : ''}`;
  const target = limitedByWeight(question, [ordered.amount * shares[0], ordered.amount * shares[1]]);
  const single = target[0] === target[1] ? target[0] : undefined;
  if (figures.ifStandardAtLeast !== undefined)
    return {
      dose: { ...base, text: `${range(target)} ${unit} instead of ${figure(ordered.amount)} ${unit} (${words})` },
      complies: false,
    };
  const raised = shares[0] > 1;
  const text = `${words}: ${range(target)} ${unit} if the ordered ${figure(ordered.amount)} ${unit} is the usual dose, no further change if ${raised ? 'raised' : 'reduced'} already`;
  const suggested =
    single === undefined ||
    ordered.ofDay === true ||
    figures.frequency !== undefined ||
    figures.onlyIf !== undefined ||
    !isFullDose(question, shares[1])
      ? undefined
      : suggestion(question, single, ordered.unit);
  return { dose: { ...base, text, ...(suggested === undefined ? {} : { suggested: { ...suggested, ofOrdered: true } }) }, complies: false };
}

/** A long-acting injection has doses of its own: what is said of the tablet's is no share of it. */
function longActing({ figures, ordered, order }: DoseQuestion): DoseAdvice | undefined {
  if (order === undefined || ordered === undefined || !isLongActing(order)) return undefined;
  const own = figures.longActing?.find(
    ({ usualMg }) => ordered.unit === 'mg' && ordered.amount >= usualMg * 0.7 && ordered.amount <= usualMg,
  );
  if (own === undefined)
    return { dose: { text: 'this long-acting injection has doses of its own: see its label; the share is worked out for daily doses' } };
  const words = `${figure(own.mg)} mg every ${own.every} of this long-acting injection`;
  return ordered.amount <= own.mg
    ? { dose: { text: `the ordered ${figure(ordered.amount)} mg keep to it: ${words}` }, complies: true }
    : { dose: { text: `${words} instead of ${figure(ordered.amount)} mg` }, complies: false };
}

/**
 * An order that has followed the advice already looks like any other. A share of it is offered for one click only where the order is above what the
 * share leaves of the highest usual dose: then it cannot have been reduced by it. Unknown usual dose: false.
 */
function isFullDose({ row, ordered, chart, usualDoses }: DoseQuestion, share: number): boolean {
  const usual = usualDoses.find(({ drug }) => drug === row.drug);
  if (usual?.highestPerDay === undefined || ordered === undefined || share >= 1) return false;
  const daily = dailyIn(usual.unit, ordered, chart);
  return daily !== undefined && daily > usual.highestPerDay * share * 1.1;
}

/** An order that is no more than the share leaves of the highest usual dose: reduced already, or a low regimen of its own, which only the prescriber knows. */
function looksReduced({ row, ordered, chart, usualDoses, order }: DoseQuestion, share: number): string | undefined {
  const usual = usualDoses.find(({ drug }) => drug === row.drug);
  if (usual?.highestPerDay === undefined || ordered?.daily === undefined || share >= 1 || isBesideRadiation(order)) return undefined;
  // Of a course with days off the day of intake counts.
  const taken = { ...ordered, daily: ordered.amount * Math.max(1, Math.ceil(ordered.daily / ordered.amount - 1e-6)) };
  const daily = dailyIn(usual.unit, taken, chart);
  if (daily === undefined || daily > usual.highestPerDay * share * 1.02) return undefined;
  return `the ordered ${figure(daily)} ${usual.unit} a day are no more than that of the highest usual dose: no further change if reduced already`;
}

/** The share counts from a full dose only; whether this order is one cannot always be told, so the condition is always said. */
function fullDose({ ifStandardAtLeast = [] }: DoseFigures): string {
  return ifStandardAtLeast.length === 0 ? '' : `, if that is ${ifStandardAtLeast.join(' or ')} or more`;
}

function frequency({ frequency: times }: DoseFigures): string {
  return times === undefined ? '' : times === '3x/week' ? ', three times a week instead of daily' : `, ${times}`;
}

/** Thiopurine shares count only when the starting dose is a full one; an order below the reduced dose needs no cut. */
function alreadyReduced({ figures, ordered, chart }: DoseQuestion, upperShare: number): string | undefined {
  if (ordered === undefined) return undefined;
  for (const threshold of figures.ifStandardAtLeast ?? []) {
    const match = /^([\d.]+)\s*(mg\/kg|mg\/m2|mg)\/day$/.exec(threshold);
    const unit = match?.[2];
    if (match === null || (unit !== 'mg/kg' && unit !== 'mg/m2' && unit !== 'mg')) continue;
    const daily = dailyIn(unit, ordered, chart);
    const reduced = Number(match[1]) * upperShare;
    if (daily !== undefined && daily <= reduced) {
      return `the ordered ${figure(daily)} ${unit} a day is already within the reduced range (up to ${figure(reduced)} ${unit} a day)`;
    }
  }
  return undefined;
}

/** An order that is above the limit up to which a dose is raised is not raised further. */
function aboveCeiling({ figures, ordered, chart }: DoseQuestion, shares: readonly [number, number]): string | undefined {
  const { maxMgPerKgPerDay: most } = figures;
  const daily = ordered === undefined ? undefined : dailyIn('mg/kg', ordered, chart);
  if (shares[0] <= 1 || most === undefined || daily === undefined || daily <= most * 1.01) return undefined;
  return `the ordered ${figure(daily)} mg/kg a day is above ${figure(most)} mg/kg a day, up to which the dose is raised at most`;
}

/** Of an order that is less than the usual dose per kilogram the share would cut twice: it is worked out on the usual dose where the weight is known. */
function ofUsualPerKg({ figures, ordered, chart }: DoseQuestion, shares: readonly [number, number], words: string): string | undefined {
  const usual = (figures.ifStandardAtLeast ?? [])
    .flatMap((threshold) => /^([\d.]+)\s*mg\/kg\/day$/.exec(threshold)?.[1] ?? [])
    .map(Number)[0];
  const daily = ordered === undefined ? undefined : dailyIn('mg/kg', ordered, chart);
  const { weightKg } = chart;
  if (usual === undefined || daily === undefined || weightKg === undefined || ordered?.daily === undefined || daily >= usual)
    return undefined;
  const target: [number, number] = [Math.round(shares[0] * usual * weightKg), Math.round(shares[1] * usual * weightKg)];
  return `${range(target)} mg a day at ${figure(weightKg)} kg; the order is ${figure(Number(daily.toPrecision(2)))} mg/kg a day, less than the usual dose (${words})`;
}

function limitedByWeight({ figures, ordered, chart }: DoseQuestion, target: readonly [number, number]): readonly [number, number] {
  const { maxMgPerKgPerDay } = figures;
  if (maxMgPerKgPerDay === undefined || ordered?.daily === undefined) return target;
  // An order per kilogram needs no weight for a limit per kilogram.
  const perDay =
    ordered.unit === 'mg/kg'
      ? maxMgPerKgPerDay
      : ordered.unit === 'mg' && chart.weightKg !== undefined
        ? maxMgPerKgPerDay * chart.weightKg
        : undefined;
  if (perDay === undefined) return target;
  const perDose = (perDay * ordered.amount) / ordered.daily;
  return [Math.min(target[0], perDose), Math.min(target[1], perDose)];
}
