/** Why a drug has no recommendation: not tested, not readable, not in the guideline, or decided by a missing gene. */
import type { Recommendation } from '../../knowledge/pgx/types.ts';
import type { DrugAdvice } from '../../report/types.ts';
import { isBarred, ownCautions, toldCautions } from './cautions.ts';
import { bodyOf, citationOf } from './citation.ts';
import { evidenceOf } from './compose.ts';
import { doubtsOf, openTypings } from './doubts.ts';
import type { Match } from './match.ts';
import { asksForNothing, nothingFound } from './nothing-found.ts';
import type { AdvicePatient } from './patient.ts';
import { populationLabel } from './population.ts';
import type { Branch, DrugQuestion } from './question.ts';
import { testedBefore } from './pre-test.ts';
import { reactionCaution } from './reaction-on-record.ts';
import { inheritedSentences, recordEvidence, recordSource } from './record-advice.ts';
import { withoutRecommendation } from './without-recommendation.ts';
import { actionWords } from './wording/limits.ts';
import { listWords, sentence } from './wording/words.ts';

type Silent = Exclude<Match, { kind: 'row' | 'conflict' }>;

export function silentAdvice(patient: AdvicePatient, question: DrugQuestion, branch: Branch, match: Silent): DrugAdvice {
  const { drug, order } = question;
  const row = branch.group.rows[0];
  const coverage = match.kind === 'not-tested' ? 'not-tested' : match.kind === 'no-row' ? 'not-covered' : 'unreadable';
  const doubts = match.kind === 'depends' || match.kind === 'no-row' ? doubtsOf(patient, branch, undefined) : openTypings(patient, branch);
  // Other cautions are told beside what the genes say; where they say nothing they are the EHR's own.
  const cautions = ownCautions(patient, drug);
  const inherited = cautions.filter((rule) => rule.inherited === true);
  // Without a result and without a test asked for first, the reaction is the EHR's own to tell.
  const genes = branch.views.flatMap(({ gene, state }) => (state === 'not-tested' && !testedBefore(patient, question, gene) ? [] : [gene]));
  const reaction = order?.role === 'draft' ? reactionCaution(patient.chart, drug, genes) : undefined;
  return {
    ...withoutRecommendation(question, match.kind),
    genes: branch.views.map(({ gene, phenotype, activityScore }) => ({ gene, phenotype, activityScore })),
    population: populationLabel(branch.population),
    source: recordSource(inherited) ?? (row === undefined ? { label: 'CPIC', url: 'https://cpicpgx.org' } : citationOf(row, patient.index)),
    ...(row === undefined ? {} : bodyOf(row, patient.index)),
    text: [
      ...inheritedSentences(drug.name, inherited),
      reaction === undefined ? '' : sentence(`${drug.name}: ${reaction}`),
      // That no gene was tested changes nothing for a drug that the record forbids.
      match.kind === 'not-tested' && isBarred(inherited) ? '' : reason(match, drug.name),
      ...doubts.map(({ sentence: words }) => words),
    ]
      .filter((part) => part !== '')
      .join(' '),
    ...toldCautions(inherited, reaction),
    populationKnown: branch.known,
    ...quietOf(branch, match),
    ...(doubts.length === 0 ? {} : { doubts: doubts.map(({ short }) => short) }),
    ...(match.kind === 'depends' ? {} : { coverage }),
    evidence: [...evidenceOf(branch.views), ...recordEvidence(patient, inherited)],
  };
}

function quietOf({ views, group }: Branch, match: Silent): Pick<DrugAdvice, 'quiet'> {
  if (nothingFound(views)) return { quiet: 'nothing-found' };
  return match.kind === 'unreadable' && asksForNothing(group) ? { quiet: 'nothing-asked' } : {};
}

function reason(match: Silent, drug: string): string {
  switch (match.kind) {
    case 'not-tested':
      return `No final ${listWords(match.genes, 'or')} result is on file; nothing can be said of ${drug} from the genes.`;
    case 'unreadable':
      return `The ${listWords(match.genes)} result could not be interpreted; it must not be taken as normal. No advice for ${drug} is possible from it.`;
    case 'no-row':
      return `The guideline for ${drug} has no entry for this ${listWords(match.genes)} result.`;
    case 'depends':
      return dependsOn(match.on, match.rows, drug);
  }
}

function dependsOn(genes: readonly string[], rows: readonly Recommendation[], drug: string): string {
  const outcomes = new Map<string, Set<string>>();
  for (const row of rows) {
    const value = row.when.filter(({ gene }) => genes.includes(gene)).map(({ gene, value: key }) => `${gene} ${key}`);
    const known = outcomes.get(row.action) ?? new Set<string>();
    outcomes.set(row.action, known.add(value.join(' and ')));
  }
  const parts = [...outcomes].map(
    ([action, values]) => `${[...values].slice(0, 3).join(' or ')}: ${actionWords(action as Recommendation['action'])}`,
  );
  return sentence(`the advice for ${drug} depends on ${listWords(genes)}, which has no usable result (${parts.join('; ')})`);
}
