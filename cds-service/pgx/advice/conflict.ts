/** Results that disagree: both readings are shown, and the advice is given for neither unless both agree on it. */
import type { AdviceAction, DrugAdvice } from '../../report/types.ts';
import type { GeneFinding } from '../genes/types.ts';
import { bodyOf, citationOf } from './citation.ts';
import { evidenceOf } from './compose.ts';
import { viewOf, type GeneView } from './gene-view.ts';
import { matchRows } from './match.ts';
import type { AdvicePatient } from './patient.ts';
import { populationLabel } from './population.ts';
import type { Branch, DrugQuestion } from './question.ts';
import { severity, strengthRank } from './severity.ts';
import { actionWords } from './wording/limits.ts';
import { lowerPhenotype } from './wording/implication.ts';
import { sentence } from './wording/words.ts';

interface Reading {
  readonly words: string;
  readonly phenotype: string | null;
  readonly action: AdviceAction;
  readonly strength: DrugAdvice['strength'];
  /** It says what the gene is and asks for nothing: usual dosing, or a grade not below normal of which the guideline says nothing. */
  readonly harmless: boolean;
}

export function conflictAdvice(patient: AdvicePatient, question: DrugQuestion, branch: Branch): DrugAdvice {
  const { drug, order } = question;
  const disputed = branch.views.find(({ state }) => state === 'conflict');
  const readings = disputed === undefined ? [] : readingsOf(patient, branch, disputed);
  const row = branch.group.rows[0];
  const safest = [...readings].sort((a, b) => severity(b.action) - severity(a.action))[0];
  const agree = readings.length > 1 && new Set(readings.map(({ action }) => action)).size === 1;
  const list = readings.map(({ words, action }) => `with ${words} ${actionWords(action)}`).join('; ');
  const [weakest] = [...readings].sort((a, b) => strengthRank(a.strength) - strengthRank(b.strength));
  const closing =
    safest === undefined || severity(safest.action) < severity('standard') || (safest.action === 'standard' && !agree)
      ? ''
      : agree
        ? `${readings.length > 2 ? 'All' : 'Both'} readings lead to the same act: ${actionWords(safest.action)}.`
        : `Until this is settled, the safer reading is "${safest.words}": ${actionWords(safest.action)}.`;
  const either = agree ? undefined : changedEitherWay(readings);
  const text = [
    sentence(`the ${disputed?.gene ?? 'gene'} results disagree: ${list}`),
    closing || 'Repeat or clarify the test before relying on either.',
  ];
  return {
    drug: { name: drug.name, rxnorm: drug.rxnorm },
    ...(order?.isOrder === true ? { order: order.source.reference } : {}),
    genes: branch.views.map(({ gene, phenotype, activityScore, state }) => ({
      gene,
      phenotype: state === 'conflict' ? null : phenotype,
      activityScore: state === 'conflict' ? null : activityScore,
    })),
    action: agree && safest !== undefined ? safest.action : 'no-recommendation',
    ...(!agree && safest?.action === 'avoid' ? { alsoAcceptable: ['avoid' as const] } : {}),
    alternatives: [],
    strength: agree ? (weakest?.strength ?? 'none') : 'none',
    ...(either === undefined ? {} : { strengthAlone: either }),
    population: populationLabel(branch.population),
    source: row === undefined ? { label: 'CPIC', url: 'https://cpicpgx.org' } : citationOf(row, patient.index),
    ...(row === undefined ? {} : bodyOf(row, patient.index)),
    text: text.join(' '),
    ruleId: `conflict:${drug.name.replace(/[^a-z0-9]+/g, '-')}`,
    populationKnown: branch.known,
    coverage: 'conflict',
    ...(readings.length === 0 ? {} : { readings: readings.map(({ phenotype, action }) => ({ phenotype, action })) }),
    // Whichever of them is right, nothing is asked for.
    ...(readings.length > 1 && readings.every(({ harmless }) => harmless) ? { quiet: 'nothing-found' as const } : {}),
    evidence: evidenceOf(branch.views),
  };
}

const LESS: ReadonlySet<AdviceAction> = new Set(['avoid', 'alternative', 'decrease-dose']);

/** How firmly the milder of two different acts is asked for, where no reading leaves the usual dose: a lower dose by one, another drug by the other. */
function changedEitherWay(readings: readonly Reading[]): 'strong' | 'moderate' | undefined {
  if (readings.length < 2 || !readings.every(({ action }) => LESS.has(action))) return undefined;
  const strengths = new Set(readings.map(({ strength }) => strength));
  if (strengths.has('none') || strengths.has('optional')) return undefined;
  return strengths.has('moderate') ? 'moderate' : 'strong';
}

function readingsOf(patient: AdvicePatient, branch: Branch, disputed: GeneView): Reading[] {
  const { genes } = patient.index.knowledge.guideline;
  const conflicting = disputed.finding?.conflicting ?? [];
  const oneReport = conflicting.length > 1 && new Set(conflicting.map(({ result }) => result.evidence[0]?.reference)).size === 1;
  return conflicting.map((finding) => {
    const views = branch.views.map(
      (view) => [view.gene, view.gene === disputed.gene ? viewOf(view.gene, branch.group.body, finding) : view] as const,
    );
    const match = matchRows(branch.group, new Map(views), genes);
    const words = oneReport ? partWords(finding) : readingWords(finding);
    const action = match.kind === 'row' ? match.row.action : 'no-recommendation';
    const grade = finding.result.phenotype ?? '';
    const harmless =
      finding.state === 'called' &&
      (action === 'standard' || (action === 'no-recommendation' && /\b(?:normal|rapid|ultrarapid)\b/i.test(grade)));
    return { words, phenotype: finding.result.phenotype, harmless, action, strength: match.kind === 'row' ? match.row.strength : 'none' };
  });
}

/** Of one report that contradicts itself its parts are told apart: "normal metabolizer (genotype *1/*1)", "poor metabolizer (as stated)". */
function partWords({ result, lookup }: GeneFinding): string {
  const what = lowerPhenotype(result.phenotype ?? lookup.alleleStatus?.join(', ') ?? 'unreadable');
  return `${what} (${result.diplotype === null ? 'as stated' : `genotype ${result.diplotype}`})`;
}

/** "poor metabolizer (2026-01-05, North Laboratory)": what one of the results that disagree says, and where it is from. */
export function readingWords({ result, lookup }: GeneFinding): string {
  const source = result.evidence[0];
  const what =
    result.phenotype === null ? (lookup.alleleStatus?.join(', ') ?? result.diplotype ?? 'unreadable') : lowerPhenotype(result.phenotype);
  const where = [source?.issued?.slice(0, 10), source?.lab].filter((part) => part !== undefined).join(', ');
  return where === '' ? what : `${what} (${where})`;
}
