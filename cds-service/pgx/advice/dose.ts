/**
 * Dose arithmetic on the actual order. Every figure says what it counts, and nothing is worked out without a dose in the
 * order: then the text says that the dose is missing.
 */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { ClinicalKnowledge, DoseFigures, Recommendation, UsualDose } from '../../knowledge/pgx/types.ts';
import type { DrugAdvice } from '../../report/types.ts';
import type { Chart } from './chart.ts';
import { dailyIn, figure, orderedDose, range, type OrderedDose } from './order-dose.ts';
import { canBeDivided, isBesideRadiation, isInjected, isLoad, isLongActing, isOneDoseOf } from './order-kind.ts';
import { perKgCap, perKgStart } from './dose-per-kg.ts';
import { lowStart, ofLowestStart, pieces } from './low-start.ts';
import { productFor } from './product-strength.ts';

export interface DoseAdvice {
  readonly dose: NonNullable<DrugAdvice['dose']>;
  /** True when the order already keeps to the figures; undefined when it cannot be told. */
  readonly complies?: boolean;
  /** The order is above the limit up to which the row raises a dose. */
  readonly aboveCeiling?: true;
}

interface Question {
  readonly row: Recommendation;
  readonly figures: DoseFigures;
  readonly ordered: OrderedDose | undefined;
  readonly chart: Chart;
  readonly strengths: ClinicalKnowledge['strengths'];
  readonly usualDoses: readonly UsualDose[];
  /** The order's own words for its product. */
  readonly product: string;
  readonly order: MedicationFact | undefined;
}

export function doseAdvice(
  row: Recommendation,
  order: MedicationFact | undefined,
  chart: Chart,
  { strengths, usualDoses = [] }: Pick<ClinicalKnowledge, 'strengths' | 'usualDoses'>,
): DoseAdvice | undefined {
  const figures = row.dose;
  if (figures === undefined) return lowStart(row, order, usualDoses);
  const question: Question = {
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
function load({ figures, ordered }: Question, order: MedicationFact | undefined): DoseAdvice | undefined {
  const { factor } = figures;
  if (factor === undefined || figures.appliesTo !== 'maintenance-dose' || !/loading dose/.test(figures.onlyIf ?? '')) return undefined;
  if (order === undefined || !isLoad(order, ordered)) return undefined;
  const percent = Math.round(factor * 100);
  const text = `give the usual loading dose; after it ${figure(percent)} % of the usual maintenance dose`;
  return { dose: { text, percent: [percent, percent], afterLoad: true } };
}

/** Caps: "start with at most 40 mg a day". */
function cap(question: Question): DoseAdvice | undefined {
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
  if (ordered === undefined || ordered.unit !== 'mg') return { dose: { text: words } };
  const { daily } = ordered;
  if (daily === undefined) {
    if (ordered.amount <= limit) return { dose: { text: `${words}; the order gives ${figure(ordered.amount)} mg without a frequency` } };
    return { dose: { text: `${words} instead of ${figure(ordered.amount)} mg` }, complies: false };
  }
  // A limit of a day is one of the day of intake; of a statin, which is followed by its effect over weeks, the mean counts.
  const rests = daily < ordered.amount && !STATINS.has(question.row.drug);
  if (rests && (strict ? ordered.amount >= limit : ordered.amount > limit))
    return { dose: { text: `${words} instead of the ordered ${figure(ordered.amount)} mg on each day of intake` }, complies: false };
  const within = strict ? daily < limit : daily <= limit;
  if (within) return { dose: { text: `the ordered ${figure(daily)} mg a day keeps to the limit: ${words}` }, complies: true };
  const suggested = strict || isOftenEnough(limit, ordered) ? undefined : suggestion(question, perDose(limit, ordered), 'mg');
  const text = `${words} instead of the ordered ${figure(daily)} mg`;
  return { dose: { text, ...(suggested === undefined ? {} : { suggested }) }, complies: false };
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

const COUNTED: Readonly<Record<NonNullable<DoseFigures['appliesTo']>, string>> = {
  'starting-dose': 'usual starting dose',
  'standard-dose': 'standard dose',
  'maximum-dose': 'maximum dose',
  'lowest-starting-dose': 'lowest recommended starting dose',
  'maintenance-dose': 'usual maintenance dose',
};

/** Shares: "50 % of the usual starting dose", worked out on the ordered amount where the order is what the share counts. */
function share(question: Question): DoseAdvice | undefined {
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
function longActing({ figures, ordered, order }: Question): DoseAdvice | undefined {
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
function isFullDose({ row, ordered, chart, usualDoses }: Question, share: number): boolean {
  const usual = usualDoses.find(({ drug }) => drug === row.drug);
  if (usual?.highestPerDay === undefined || ordered === undefined || share >= 1) return false;
  const daily = dailyIn(usual.unit, ordered, chart);
  return daily !== undefined && daily > usual.highestPerDay * share * 1.1;
}

/** An order that is no more than the share leaves of the highest usual dose: reduced already, or a low regimen of its own, which only the prescriber knows. */
function looksReduced({ row, ordered, chart, usualDoses, order }: Question, share: number): string | undefined {
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

function ceiling({ maxDailyMg, maxMgPerKgPerDay }: DoseFigures): string {
  if (maxDailyMg !== undefined) return `, at most ${figure(maxDailyMg)} mg a day`;
  return maxMgPerKgPerDay === undefined ? '' : `, at most ${figure(maxMgPerKgPerDay)} mg/kg a day`;
}

/** Thiopurine shares count only when the starting dose is a full one; an order below the reduced dose needs no cut. */
function alreadyReduced({ figures, ordered, chart }: Question, upperShare: number): string | undefined {
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
function aboveCeiling({ figures, ordered, chart }: Question, shares: readonly [number, number]): string | undefined {
  const { maxMgPerKgPerDay: most } = figures;
  const daily = ordered === undefined ? undefined : dailyIn('mg/kg', ordered, chart);
  if (shares[0] <= 1 || most === undefined || daily === undefined || daily <= most * 1.01) return undefined;
  return `the ordered ${figure(daily)} mg/kg a day is above ${figure(most)} mg/kg a day, up to which the dose is raised at most`;
}

/** Of an order that is less than the usual dose per kilogram the share would cut twice: it is worked out on the usual dose where the weight is known. */
function ofUsualPerKg({ figures, ordered, chart }: Question, shares: readonly [number, number], words: string): string | undefined {
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

function limitedByWeight({ figures, ordered, chart }: Question, target: readonly [number, number]): readonly [number, number] {
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

/** Fixed figures: "start with 400 mg a day". */
function fixedStart(question: Question): DoseAdvice | undefined {
  const { row, figures, ordered, chart, order } = question;
  const perKg = figures.startMgPerKgPerDay;
  if (perKg !== undefined) return perKgStart(perKg, figures, ordered, chart);
  const start = figures.startMgPerDay;
  if (start === undefined) {
    if (figures.targetMgPerDay !== undefined) return { dose: { text: `${figure(figures.targetMgPerDay)} mg a day` } };
    return figures.maxMgPerKgPerDay === undefined ? undefined : perKgCap(figures.maxMgPerKgPerDay, ordered, chart);
  }
  const words = `start with ${figures.atLeast === true ? 'at least ' : ''}${range(start)} mg a day${ceiling(figures)}`;
  // A least amount a day is one of tablets taken regularly, not of an injection or of what is taken now and then.
  if (figures.atLeast === true && order !== undefined && (order.asNeeded === true || isInjected(order)))
    return { dose: { text: `${words}, as tablets taken regularly` }, complies: true };
  if (ordered === undefined || ordered.unit !== 'mg' || ordered.daily === undefined) return { dose: { text: words } };
  const tooMuch = figures.atLeast !== true && ordered.daily > start[1];
  const tooLittle = figures.atLeast === true && ordered.daily < start[0];
  if (!tooMuch && !tooLittle)
    return { dose: { text: `the ordered ${figure(ordered.daily)} mg a day keeps to it: ${words}` }, complies: true };
  // More than twice the starting dose is hardly a first order: a treatment that is under way is not cut down to its beginning by one click.
  const underWay = tooMuch && start[0] === start[1] && ordered.daily > 2 * start[1];
  const exact = start[0] === start[1] && row.action !== 'standard' && !underWay && !isOftenEnough(start[0], ordered);
  const suggested = exact ? suggestion(question, perDose(start[0], ordered), 'mg') : undefined;
  const text = underWay
    ? `${words}; the order is ${figure(ordered.daily)} mg a day, so find out whether it is taken already`
    : `${words} instead of the ordered ${figure(ordered.daily)} mg`;
  return { dose: { text, ...(suggested === undefined ? {} : { suggested }) }, complies: false };
}

/** One ordered dose is within the day's limit, so that it is to be taken less often, and not halved: 84 mg of eliglustat is one capsule. */
const isOftenEnough = (limit: number, { amount, daily }: OrderedDose): boolean => daily !== undefined && daily > amount && amount <= limit;

/** A daily amount split over the doses that the order has. */
function perDose(daily: number, ordered: OrderedDose): number {
  return ordered.daily === undefined || ordered.daily === 0 ? daily : (daily * ordered.amount) / ordered.daily;
}

/** One dose that can be ordered, with the product that makes it up when the knowledge has one. */
function suggestion(
  { strengths, row, product, order }: Question,
  amount: number,
  unit: string,
): NonNullable<NonNullable<DrugAdvice['dose']>['suggested']> | undefined {
  if (unit !== 'mg') return { amount: Number(amount.toFixed(3)), unit };
  const fitting = productFor(strengths, { name: row.drug, rxnorm: row.rxnorm }, amount, product);
  // Without a product that makes it up exactly, only a dose that can be measured out of the ordered one is offered.
  if (fitting === undefined && (!Number.isInteger(amount * 2) || !canBeDivided(order, row.drug, amount))) return undefined;
  return fitting === undefined ? { amount, unit } : { amount, unit, product: { ...fitting.product }, count: fitting.count };
}
