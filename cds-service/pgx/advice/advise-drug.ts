/** Advice on one drug: CPIC first, then the FDA label and DPWG where CPIC is silent; one entry per branch that the chart leaves open. */
import type { PgxDrug } from '../../knowledge/pgx/types.ts';
import type { DrugAdvice } from '../../report/types.ts';
import { composeAdvice } from './compose.ts';
import { conflictAdvice } from './conflict.ts';
import { disputed } from './contradiction.ts';
import type { GeneView } from './gene-view.ts';
import { matchRows } from './match.ts';
import { mergeBranches } from './merge.ts';
import { silentAdvice } from './no-advice.ts';
import { alsoAskedBy, otherPositions } from './other-positions.ts';
import type { AdvicePatient } from './patient.ts';
import { populationFit, type Fit } from './population.ts';
import type { Branch, DrugQuestion } from './question.ts';
import type { RowGroup } from './row-group.ts';

const BODIES = ['CPIC', 'DPWG', 'FDA'] as const;

/**
 * Who leads: CPIC; where it is silent the curated label, which binds the prescriber, then the Dutch guideline, then FDA's table
 * of associations, which often states no dose. A body that has nothing for this patient's results comes last.
 */
function leadRank(branches: readonly Branch[], { index }: AdvicePatient): number {
  const speaking = branches.filter(({ match }) => match.kind === 'row' || match.kind === 'depends' || match.kind === 'conflict');
  const body = branches[0]?.group.body ?? 'FDA';
  const label = speaking.some(({ match }) => match.kind === 'row' && index.label(match.row) !== undefined);
  const rank = { CPIC: 0, DPWG: 2, FDA: label ? 1 : 3 }[body];
  return speaking.length > 0 ? rank : rank + 10;
}

/** Empty when no body has a row for the drug. */
export function adviseDrug(patient: AdvicePatient, question: DrugQuestion): DrugAdvice[] {
  const { drug } = question;
  const answers = BODIES.map((body) => ({ body, branches: branchesOf(patient, question, patient.index.groups(drug.name, body)) })).filter(
    ({ branches }) => branches.length > 0,
  );
  const [chosen] = [...answers].sort((a, b) => leadRank(a.branches, patient) - leadRank(b.branches, patient));
  if (chosen === undefined) return [];
  const others = answers.filter((answer) => answer !== chosen);
  const advice = chosen.branches.map((branch) => adviseBranch(patient, question, branch));
  const merged = settled(mergeBranches(advice), advice.length);
  const beside = others.flatMap(({ branches }) => branches);
  return merged.map((entry) => {
    const positions = otherPositions(patient, question, entry, beside);
    const agreeing = alsoAskedBy(entry, beside);
    return {
      ...entry,
      ...(positions.length === 0 ? {} : { otherPositions: positions }),
      ...(agreeing.length === 0 ? {} : { alsoAskedBy: agreeing }),
    };
  });
}

/** Every branch that the chart leaves open says the same: then it holds whichever of them applies. */
function settled(merged: readonly DrugAdvice[], branches: number): readonly DrugAdvice[] {
  const [only] = merged;
  if (only === undefined || merged.length > 1 || branches < 2 || only.coverage !== undefined) return merged;
  return [{ ...only, populationKnown: true }];
}

/** The branches of one body's rows that the chart does not exclude. */
function branchesOf(patient: AdvicePatient, { drug, order }: DrugQuestion, groups: readonly RowGroup[]): Branch[] {
  const subject = { drug, ...(order === undefined ? {} : { order }) };
  const ofThisProduct = groups.filter(
    ({ inProductWith }) => inProductWith === undefined || order?.ingredients.some(({ name }) => name === inProductWith) === true,
  );
  const fits = ofThisProduct.map((group) => ({ group, fit: populationFit(group.population, patient.chart, subject) }));
  // Where the chart shows two settings, an infarction long ago and a stroke, both are known; the acute one leads, then that of the brain.
  const acute = fits.some(({ group, fit }) => fit === 'applies' && group.population === 'CVI ACS PCI');
  return fits
    .filter(({ fit }) => fit !== 'excluded')
    .toSorted((a, b) => (acute ? 0 : Number(isOfBrain(b)) - Number(isOfBrain(a))))
    .map(({ group, fit }) => branch(patient, drug, group, fit === 'applies'));
}

const isOfBrain = ({ group, fit }: { readonly group: RowGroup; readonly fit: Fit }): boolean =>
  fit === 'applies' && group.population === 'NVI';

function branch(patient: AdvicePatient, drug: PgxDrug, group: RowGroup, known: boolean): Branch {
  const { genes } = patient.index.knowledge.guideline;
  const { body } = group;
  // What the other part of a fixed combination does to the enzyme is in the row already.
  const except = group.inProductWith ?? drug.name;
  const views = group.genes.map((gene) => onlyAskedAlleles(patient.view(gene, except, body), group));
  const match = matchRows(group, new Map(views.map((view) => [view.gene, view])), genes);
  const converted = views.some((view) => view.conversion !== undefined);
  const genotypeMatch = converted
    ? matchRows(group, new Map(group.genes.map((gene) => [gene, patient.view(gene, except, body, false)])), genes)
    : match;
  return { population: group.population, known, group, views, match, genotypeMatch };
}

/** Of an HLA gene only the alleles that this drug asks about are shown: `*58:01` says nothing of carbamazepine. */
function onlyAskedAlleles(view: GeneView, group: RowGroup): GeneView {
  const status = view.conversion === undefined ? view.finding?.lookup.alleleStatus : undefined;
  if (status === undefined) return view;
  const asked = new Set([...(group.offered.get(view.gene) ?? [])].map((value) => value.split(' ')[0] ?? ''));
  const shown = status.filter((entry) => asked.has(entry.split(' ')[0] ?? ''));
  return {
    ...view,
    phenotype: shown.length === 0 ? null : shown.join(', '),
    state: shown.length === 0 && view.state === 'called' ? 'not-tested' : view.state,
  };
}

function adviseBranch(patient: AdvicePatient, question: DrugQuestion, branch: Branch): DrugAdvice {
  const { match } = branch;
  const contradicted = disputed(patient, question.drug.name, branch);
  if (contradicted !== undefined) return conflictAdvice(patient, question, contradicted);
  if (match.kind === 'row') return composeAdvice(patient, question, branch, match);
  if (match.kind === 'conflict') return conflictAdvice(patient, question, branch);
  return silentAdvice(patient, question, branch, match);
}
