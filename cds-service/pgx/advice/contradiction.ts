/**
 * A report whose genotype and stated phenotype contradict each other. It is treated as two laboratories that disagree: both are told, and the advice
 * is given for neither, unless the genotype's is the safer one already (less drug or none, where the other would ask for no change).
 */
import type { AdviceAction } from '../../report/types.ts';
import { convert } from '../phenoconversion/convert.ts';
import type { GeneFinding, OtherWord } from '../genes/types.ts';
import { viewOf, type GeneView } from './gene-view.ts';
import { matchRows, type Match } from './match.ts';
import type { AdvicePatient } from './patient.ts';
import type { Branch } from './question.ts';
import { severity } from './severity.ts';
import { lowerPhenotype } from './wording/implication.ts';
import { sentence } from './wording/words.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** The other word of a finding that contradicts itself. */
export const contradiction = (finding: GeneFinding | undefined): OtherWord | undefined =>
  (finding?.otherWords ?? []).find(({ contradicts }) => contradicts === true);

/** The branch with its contradicted gene in conflict, where the two readings ask for different acts; undefined where the genotype's may be given. */
export function disputed(patient: AdvicePatient, drug: string, branch: Branch): Branch | undefined {
  for (const view of branch.views) {
    const { finding } = view;
    const other = contradiction(finding);
    if (finding === undefined || other === undefined) continue;
    if (saferAlready(actionOf(branch.match), actionOf(matchOf(patient, drug, branch, view, other)))) continue;
    const inConflict: GeneView = {
      ...viewOf(view.gene, branch.group.body, finding),
      state: 'conflict',
      finding: { ...finding, state: 'conflict', conflicting: [finding, other.finding] },
    };
    return {
      ...branch,
      views: branch.views.map((one) => (one === view ? inConflict : one)),
      match: { kind: 'conflict', genes: [view.gene] },
    };
  }
  return undefined;
}

/** That the advice rests on one of two readings that contradict each other. */
export function contradictionSentences(views: readonly GeneView[]): string[] {
  return views.flatMap(({ gene, finding, conversion }) => {
    const other = conversion === undefined ? contradiction(finding) : undefined;
    if (finding === undefined || other === undefined) return [];
    const { diplotype, phenotype } = finding.result;
    const own = `${diplotype ?? 'the genotype'} (${lowerPhenotype(phenotype ?? 'no phenotype')})`;
    return [
      sentence(
        `the ${gene} result contradicts itself: ${own}, but stated as ${other.means}; the safer reading is taken, settle which holds`,
      ),
    ];
  });
}

/** The branch's match if the other word held, with what the present medication makes of it. */
function matchOf(patient: AdvicePatient, drug: string, { group, views }: Branch, view: GeneView, other: OtherWord): Match {
  const { genes } = patient.index.knowledge.guideline;
  const converted =
    view.conversion === undefined ? undefined : convert(other.finding, entryOf(genes, view.gene), patient.perpetrators(view.gene, drug));
  const meant = viewOf(view.gene, group.body, other.finding, converted);
  return matchRows(group, new Map(views.map((one) => [one.gene, one === view ? meant : one])), genes);
}

const actionOf = (match: Match): AdviceAction => (match.kind === 'row' ? match.row.action : 'no-recommendation');

/** More drug is never the safer of two. */
function saferAlready(own: AdviceAction, other: AdviceAction): boolean {
  if (own === other) return true;
  if (own === 'increase-dose') return false;
  if (own === 'avoid' || own === 'alternative' || own === 'decrease-dose')
    return severity(own) > severity(other) && (own !== 'decrease-dose' || other !== 'increase-dose');
  return severity(other) <= severity('monitor');
}
