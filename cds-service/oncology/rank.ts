/**
 * The order in which choices stand: what an oncologist would ask first decides first. Approved before not approved; then, among the
 * approved: nothing speaks against it, the chart does not rule its line out, not for advanced disease where the chart shows early disease, approved in this tumour rather than in any solid tumour, the
 * finding named most closely, its line borne out, better in a randomised comparison, the newer label.
 */
import type { TherapyRow } from './reason/index.ts';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import type { Approval, OncologyKnowledge } from '../knowledge/oncology/types.ts';
import { placesOfApprovals, precedenceOf, type Place } from './comparison.ts';
import { ingredientName } from '../knowledge/oncology/ingredient.ts';
import { isBackbone } from './order/ordered-drugs.ts';
import { isBeyondExtent } from './extent.ts';
import {
  brokenOff,
  completedBefore,
  lacksEarlierTreatment,
  lineStanding,
  spokenAgainst,
  type LineStanding,
} from './order/line-of-therapy.ts';
import { treatmentHistory, givenForThis } from './order/treatment-history.ts';
import type { OncologyPatient } from './patient.ts';
import { isDoubted } from './resisted.ts';
import { evaluate } from './profile.ts';
import { specificityOf } from './specificity.ts';
import type { PatientTumour } from './tumour.ts';

export interface RankedApproval {
  readonly approval: Approval;
  readonly line: LineStanding;
  /** What of the chart speaks against it, in words. */
  readonly against: string | null;
  /** All of it was given before and completed as planned. */
  readonly again: string | null;
  /** The label is for treated disease, and no earlier treatment is on file. */
  readonly lacksEarlier: boolean;
  /** The earlier treatment that the label names did not end as it asks. */
  readonly brokenOff: string | null;
  readonly specificity: number;
  readonly place: Place;
  /** The label is for advanced disease and the chart shows early disease. */
  readonly beyondExtent: boolean;
  /** Spoken against by a change that arises under treatment: offered nowhere. */
  readonly arisen?: true;
  /** Taken as the standard before another choice at hand: why. */
  readonly standard: string | null;
  /** The patient's age, where known. */
  readonly ageYears: number | undefined;
  /** Acts against a further finding of this patient in its target: the source, in words. */
  readonly actsOn: string | null;
}

export function rankApprovals(
  approvals: readonly Approval[],
  patient: OncologyPatient,
  tumour: PatientTumour | null,
  facts: PatientFacts,
  knowledge: OncologyKnowledge,
): RankedApproval[] {
  const history = treatmentHistory(facts, knowledge, tumour);
  const placeOf = placesOfApprovals(approvals, knowledge.comparisons, tumour);
  const standardOf = precedenceOf(approvals, knowledge.precedence, tumour);
  return approvals.map((approval) => {
    const tree = knowledge.profiles[approval.profile]?.tree;
    return {
      approval,
      line: lineStanding(approval, history),
      against: spokenAgainst(approval, history),
      again: completedBefore(approval, history),
      lacksEarlier: givenForThis(history).length === 0 && lacksEarlierTreatment(approval, history),
      brokenOff: brokenOff(approval, history),
      specificity: tree === undefined ? 5 : specificityOf(tree, patient),
      place: placeOf(approval),
      beyondExtent: isBeyondExtent(approval, tumour, facts),
      standard: standardOf(approval),
      ageYears: facts.patient.ageYears,
      actsOn: approval.activeAgainst.find((one) => evaluate(one.tree, patient).verdict === 'yes')?.source ?? null,
    };
  });
}

const LINES: Readonly<Record<LineStanding, number>> = { free: 0, shown: 0, open: 1, against: 2 };

/** What the order of one row rests on beside the row itself. */
export interface Standing {
  readonly label: RankedApproval | undefined;
  /** Evidence names the drugs for a further finding in their target: they come first. */
  readonly furtherFinding: boolean;
}

/** What the rows together say of one. */
interface Together {
  /** Drugs that a finding makes fail: such findings usually follow treatment with them, so that "for untreated disease" is doubtful. */
  readonly failing: ReadonlySet<string>;
  /** Combinations of directed drugs, as sets of ingredients. */
  readonly combinations: readonly ReadonlySet<string>[];
}

/** Smaller stands first. */
function weight(row: TherapyRow, { label, furtherFinding }: Standing, { failing, combinations }: Together): readonly number[] {
  const common = [
    ['I-A', 'I-B', 'II-C', 'II-D'].indexOf(row.tier),
    ['same', 'ancestor', 'any-solid', 'other'].indexOf(row.tumourMatch),
    'ABCDE'.indexOf(row.level),
    // A combination that failed a trial says little of its parts: after what is said of single drugs and of benefit.
    row.effect === 'sensitivity' ? 1 : row.therapy.length > 1 && row.interaction === 'combination' ? 2 : 0,
  ];
  if (!row.approved || label === undefined) return [1, ...common];
  const { approval, place } = label;
  const untreated = failing.size > 0 && (approval.line === 'first' || approval.without.length > 0);
  const presumed =
    label.line === 'open' && approval.after.length > 0 && approval.after.every(({ drugs }) => drugs.some((drug) => failing.has(drug)));
  const line = presumed ? 0 : untreated ? Math.max(1, LINES[label.line]) : LINES[label.line];
  const [only] = row.therapy.length === 1 ? row.therapy.map(({ name }) => ingredientName(name)) : [];
  const partOfCombination = only !== undefined && combinations.some((drugs) => drugs.has(only));
  const first = furtherFinding || label.actsOn !== null || label.standard !== null;
  return [
    0,
    row.resisted === undefined ? 0 : 1,
    line === 2 ? 1 : 0,
    isDoubted(row) ? 1 : 0,
    label.beyondExtent ? 1 : 0,
    row.tumourMatch === 'any-solid' ? 1 : 0,
    label.lacksEarlier && !presumed && !first ? 1 : 0,
    first ? -1 : label.specificity,
    line,
    -place.wins,
    place.wins > 0 ? 0 : place.losses,
    partOfCombination ? 1 : 0,
    approval.without.length,
    -Number(approval.labelDate.replaceAll('-', '')),
    row.therapy.length,
    ...common,
  ];
}

/** The order never depends on the order of the input: names decide last. */
export function sortByWeight(rows: readonly TherapyRow[], standingOf: (row: TherapyRow) => Standing = () => NO_LABEL): TherapyRow[] {
  const drugs = ({ therapy }: TherapyRow) => therapy.map(({ name }) => ingredientName(name));
  const offered = rows.filter((row) => row.approved && row.effect === 'sensitivity' && row.resisted === undefined);
  const all: Together = {
    failing: new Set(rows.filter((row) => row.resisted !== undefined).flatMap(drugs)),
    combinations: offered
      .map(drugs)
      .filter((list) => list.length > 1 && !list.some(isBackbone))
      .map((list) => new Set(list)),
  };
  const name = ({ therapy, variants }: TherapyRow) => `${therapy.map((drug) => drug.name).join('+')}|${variants.join(',')}`;
  return rows
    .map((row) => ({ row, weight: weight(row, standingOf(row), all), name: name(row) }))
    .sort((a, b) => {
      for (const [at, value] of a.weight.entries()) if (value !== b.weight[at]) return value - (b.weight[at] ?? 0);
      return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
    })
    .map(({ row }) => row);
}
const NO_LABEL: Standing = { label: undefined, furtherFinding: false };
