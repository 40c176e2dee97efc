/** A drug that has been taken for months: its dose is known, and a reaction that comes early has not come. */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { PgxDrug, Recommendation } from '../../knowledge/pgx/types.ts';
import type { DrugAdvice } from '../../report/types.ts';
import { coursesOf, regularCourses, steadyCourses } from './courses.ts';
import { daysBetween } from './days.ts';
import { NOT_ACTIVATED, longUseOf, longUseSentence } from './long-use.ts';
import { figure, orderedDose } from './order-dose.ts';
import type { GeneView } from './gene-view.ts';
import type { AdvicePatient } from './patient.ts';
import type { DrugQuestion } from './question.ts';
import { sentence } from './wording/words.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** Day on which the drug that is still taken was begun, when that is more than `days` ago. `courses`: which records count as use. */
export function inUseSince(
  { chart }: AdvicePatient,
  { drug, order }: { readonly drug: Pick<PgxDrug, 'name' | 'rxnorm'>; readonly order?: MedicationFact },
  days: number,
  courses = steadyCourses,
): string | undefined {
  const { medications, asOf } = chart.facts;
  const records = medications.filter(
    ({ role, source, ingredients }) =>
      (role === 'current' || role === 'past') &&
      // The order that is being written shows no use; one that stands on the list does, also where the list itself is looked at.
      (order?.role !== 'draft' || source.reference !== order.source.reference) &&
      ingredients.some(({ name, rxnorm }) => name === drug.name || (rxnorm !== null && rxnorm === drug.rxnorm)),
  );
  const first = courses(records, asOf).find(({ running }) => running)?.from;
  return first !== undefined && (daysBetween(first, asOf) ?? 0) > days ? first : undefined;
}

/**
 * Drugs for which CPIC has no branch for continued use, and whose label says that the reaction is confined to the first months. Allopurinol: US
 * label of Aloprim, section 5.1 ("largely confined to the first few months of therapy", no screening of current users). Lamotrigine: boxed warning of
 * its US label (nearly all life-threatening rashes within 2 to 8 weeks of the start). Read 2026-11-22.
 */
const EARLY_REACTION: Readonly<Record<string, string>> = {
  allopurinol: 'US label of allopurinol, section 5.1',
  lamotrigine: 'US label of lamotrigine, boxed warning',
};
/** More than three months, as in the HLA guidelines that have such a branch. */
const TOLERATED_DAYS = 90;

/** What changes the enzyme has been taken as long: its effect is in the dose that was found. A drug that is new beside it nobody has tolerated yet. */
export const isSettled = (patient: AdvicePatient, { conversion }: GeneView, { drug }: Pick<Recommendation, 'drug'>): boolean =>
  conversion === undefined ||
  // An opioid that an inhibitor alone keeps from being activated: how much it is without the inhibitor nobody has found out.
  (!NOT_ACTIVATED.has(drug) &&
    conversion.by.every(
      ({ exposure: { name, rxnorm } }) => inUseSince(patient, { drug: { name, rxnorm: rxnorm ?? '' } }, TOLERATED_DAYS) !== undefined,
    ));

export function toleratedSince(
  patient: AdvicePatient,
  question: Pick<DrugQuestion, 'drug' | 'order'>,
  row: Recommendation,
): string | undefined {
  const known =
    row.action === 'avoid' && row.when.every(({ gene }) => gene.startsWith('HLA')) && entryOf(EARLY_REACTION, row.drug) !== undefined;
  const long = longUseOf(row, question.order);
  if (!known && long === undefined && !isForTheStart(row)) return undefined;
  if (row.action !== 'increase-dose' && raisedFrom(patient, question) !== undefined) return undefined;
  // Whether an opioid helps is known of one that is taken as needed as well.
  if (long !== undefined) return inUseSince(patient, question, long.days, long.kind === 'opioid' ? coursesOf : steadyCourses);
  return inUseSince(patient, question, TOLERATED_DAYS, known ? regularCourses : steadyCourses);
}

/** What has been taken shows that so much is tolerated, and nothing of far more. */
const RAISED = 1.25;

/** The highest daily dose on the list, where the order is for far more than it; undefined where either cannot be read. */
export function raisedFrom({ chart }: AdvicePatient, { drug, order }: Pick<DrugQuestion, 'drug' | 'order'>): number | undefined {
  const ordered = orderedDose(order);
  if (order?.role !== 'draft' || ordered?.unit !== 'mg' || ordered.daily === undefined) return undefined;
  const taken = chart.facts.medications
    .filter(
      ({ role, source, ingredients, dose }) =>
        (role === 'current' || role === 'past') &&
        dose?.single !== true &&
        source.reference !== order.source.reference &&
        ingredients.some(({ name }) => name === drug.name),
    )
    .map((record) => ({ dose: orderedDose(record), current: record.role === 'current' }));
  const known = taken.flatMap(({ dose }) => (dose?.unit === 'mg' && dose.daily !== undefined ? [dose.daily] : []));
  if (known.length === 0 || known.length < taken.length) return undefined;
  // Several orders in force are taken together.
  const inForce = taken.reduce((sum, { dose, current }) => sum + (current ? (dose?.daily ?? 0) : 0), 0);
  const highest = Math.max(inForce, ...known);
  return ordered.daily > highest * RAISED ? highest : undefined;
}

export const raisedSentence = (drug: string, from: number): string =>
  sentence(`so far ${figure(from)} mg of ${drug} a day are on the list`);

/** CPIC's share is of a maintenance dose that is titrated from a lower start (antidepressant guideline 2023, PMID 37032427). */
const FOUND_BY_EFFECT: ReadonlySet<string> = new Set(['sertraline']);
/** Their labels halve the usual dose for poor metabolizers, and that dose is titrated by effect: after months it is not halved at a renewal. */
const TITRATED: ReadonlySet<string> = new Set(['aripiprazole', 'brexpiprazole']);

/** Drugs of which the label's dose by genotype is the one to begin with; the others' (valbenazine, siponimod) is the dose to stay at. */
const LABEL_STARTS: ReadonlySet<string> = new Set(['abrocitinib', 'amifampridine', 'clobazam', 'pitolisant']);

/** A dose that CPIC gives for the beginning: after months it has been found by effect, side effects and levels. */
function isForTheStart({ body, action, dose, drug }: Recommendation): boolean {
  if (body === 'FDA' && (LABEL_STARTS.has(drug) || (TITRATED.has(drug) && action === 'decrease-dose'))) return true;
  if (body !== 'CPIC' || (action !== 'decrease-dose' && action !== 'increase-dose')) return false;
  if (dose === undefined) return action === 'decrease-dose';
  const { appliesTo, startMgPerDay, startMgPerKgPerDay, maxStartMg } = dose;
  return (
    appliesTo === 'starting-dose' ||
    appliesTo === 'lowest-starting-dose' ||
    (appliesTo === 'maintenance-dose' && FOUND_BY_EFFECT.has(drug)) ||
    startMgPerDay !== undefined ||
    startMgPerKgPerDay !== undefined ||
    maxStartMg !== undefined
  );
}

export function toleratedSentence(row: Recommendation, since: string, order: DrugQuestion['order']): string {
  const long = longUseOf(row, order);
  if (long !== undefined) return longUseSentence(row.drug, since, long);
  return isForTheStart(row)
    ? sentence(
        `${row.drug} is on the list since ${since}: its dose has been found by effect, side effects and levels, and what follows is for a new start`,
      )
    : skinSentence(row.drug, since);
}

/** What tells of a drug that has been taken for so long whether it may be gone on with. */
export function settledBy(row: Recommendation, order: DrugQuestion['order']): NonNullable<DrugAdvice['settledBy']> {
  if (row.action === 'increase-dose') return 'levels and effect';
  return longUseOf(row, order)?.kind === 'opioid' ? 'pain relief' : 'tolerance';
}

/** What has gone well for months may still end in bone marrow failure. */
export const marrowSentence = (row: Recommendation, since: string): string =>
  sentence(`${row.drug} is on the list since ${since}: blood counts show whether the dose in use is tolerated`);

/** Genes by which the drug harms at any dose or ends in bone marrow failure. */
const HARMFUL = /^(?:HLA|DPYD$|TPMT$|NUDT15$|G6PD$|MT-RNR1$)/;

/**
 * Begun within the months in which the harm comes, and still taken: then "do not start" would be read as advice for others. Label of carbamazepine,
 * boxed warning (carriers should not be treated with it; nearly all such reactions come in the first months); CPIC's rows to avoid the others.
 */
export function takenLately(
  patient: AdvicePatient,
  question: Pick<DrugQuestion, 'drug' | 'order'>,
  row: Recommendation,
): string | undefined {
  const avoided = row.action === 'avoid' || (row.action === 'alternative' && row.strength === 'strong');
  if (!avoided || !row.when.some(({ gene }) => HARMFUL.test(gene))) return undefined;
  const since = inUseSince(patient, question, 0, coursesOf);
  return since === undefined || (daysBetween(since, patient.chart.facts.asOf) ?? 0) > TOLERATED_DAYS ? undefined : since;
}

const skinSentence = (drug: string, since: string): string =>
  sentence(
    `${drug} is on the list since ${since}: severe skin reactions are largely confined to the first months (${entryOf(EARLY_REACTION, drug) ?? 'label'}), ` +
      `so whoever tolerates it need not stop; what follows is for a new start`,
  );
