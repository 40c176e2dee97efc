/**
 * A genotype of fast metabolism beside a drug that inhibits the same enzyme: the advice to raise the dose, or to change the drug because it is broken
 * down too fast, is made for patients without such an inhibitor, and no published rule says what is left of it (only CYP2D6 has one, see
 * `phenoconversion`). Then nothing is raised or replaced by the genotype; levels and effect decide. Labels say how far it can go: Vfend (section 7)
 * lowers tacrolimus to a third, Paxlovid (section 7) asks for levels or another drug.
 */
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import { asksFirmly, type Doubt } from './doubts.ts';
import type { GeneView } from './gene-view.ts';
import type { AdvicePatient } from './patient.ts';
import { actionable } from './severity.ts';
import { lowerPhenotype } from './wording/implication.ts';
import { listWords, sentence } from './wording/words.ts';

/** Grades that are faster than the drug's usual dose is meant for. */
const FAST = /\b(?:ultrarapid|rapid)\b/i;

export interface HeldBack extends Doubt {
  readonly row: Recommendation;
}

/** Undefined where the row does not rest on fast metabolism, or nothing inhibits it. */
export function heldBack(patient: AdvicePatient, drug: string, row: Recommendation, used: readonly GeneView[]): HeldBack | undefined {
  const raised = row.action === 'increase-dose';
  if (!raised && !(actionable(row.action) && row.action !== 'monitor')) return undefined;
  // With a second gene that asks for the change by itself the inhibitor of the first settles nothing.
  const [view, ...others] = used.filter(({ state }) => state === 'called');
  if (view === undefined || others.length > 0 || view.conversion !== undefined) return undefined;
  if (!raised && !FAST.test(view.phenotype ?? '')) return undefined;
  const inhibitors = patient
    .perpetrators(view.gene, drug)
    .filter(({ rule }) => rule.effect === 'inhibitor' && (rule.strength === 'strong' || (raised && rule.strength === 'moderate')));
  if (inhibitors.length === 0 || induced(patient, view.gene, drug)) return undefined;
  const by = listWords([...new Set(inhibitors.map(({ rule }) => rule.drug))]);
  const { dose: _raised, ...rest } = row;
  return {
    // What was only optional needs no word at the order.
    row: { ...rest, action: asksFirmly(row) ? 'monitor' : 'standard', alsoAcceptable: [], alternatives: [], tags: [] },
    short: `${view.gene} ${lowerPhenotype(view.phenotype ?? '')} by genotype, held back by ${by}`,
    sentence: sentence(
      `${raised ? `the ${row.drug} dose is not raised` : `${row.drug} is not replaced`} by the genotype while ${by} is taken: measured levels and effect decide`,
    ),
  };
}

/** An inducer beside it pulls the other way. */
const induced = (patient: AdvicePatient, gene: string, drug: string): boolean =>
  patient.perpetrators(gene, drug).some(({ rule }) => rule.effect === 'inducer' && rule.strength !== 'weak');
