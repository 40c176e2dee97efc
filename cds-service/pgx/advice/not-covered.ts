/**
 * Drugs that a body links to a gene without a recommendation: said in the overview of all drugs, and of a drug ordered or taken
 * when the patient has a result for one of the genes. Never a reason for a card.
 */
import type { DrugAdvice } from '../../report/types.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';
import { evidenceOf } from './compose.ts';
import { readingWords } from './conflict.ts';
import type { GeneView } from './gene-view.ts';
import type { AdvicePatient } from './patient.ts';
import type { DrugQuestion } from './question.ts';
import { withoutRecommendation } from './without-recommendation.ts';
import { listWords, sentence } from './wording/words.ts';

/** Genes that the pair list or a stated gap of the knowledge names beside the drug. */
export function linkedGenes(index: KnowledgeIndex, drug: string): readonly string[] {
  return [...new Set([...index.pairs(drug).map(({ gene }) => gene), ...index.gaps(drug).flatMap(({ genes }) => genes)])].sort();
}

/** `always`: also without any result (overview of all drugs). */
export function notCovered(patient: AdvicePatient, question: DrugQuestion, always: boolean): DrugAdvice[] {
  const { drug } = question;
  const { index } = patient;
  const genes = linkedGenes(index, drug.name);
  const onFile = (gene: string) => patient.findings.has(gene) || patient.chart.facts.germline.some((result) => result.gene === gene);
  if (genes.length === 0 || (!always && !genes.some(onFile))) return [];
  const views = genes.map((gene) => patient.view(gene, drug.name, 'CPIC', false));
  const [gap] = index.gaps(drug.name);
  const reason = gap === undefined ? 'this release holds no recommendation: not covered.' : gap.text;
  return [
    {
      ...withoutRecommendation(question, 'not-covered'),
      genes: views.map(({ gene, phenotype, activityScore }) => ({ gene, phenotype, activityScore })),
      population: 'all patients',
      source: { label: 'CPIC gene-drug pairs', url: 'https://cpicpgx.org/genes-drugs/' },
      text: [
        `A link between ${listWords(genes)} and ${drug.name} is listed${gap === undefined ? `, but ${reason}` : `. ${reason}`}`,
        ...disagreements(views),
      ].join(' '),
      coverage: 'not-covered',
      evidence: evidenceOf(views),
    },
  ];
}

/** Results that disagree are told here too: whoever judges the drug without a guideline must not rely on either. */
function disagreements(views: readonly GeneView[]): string[] {
  return views.flatMap(({ gene, state, finding }) =>
    state === 'conflict'
      ? [
          sentence(
            `the ${gene} results on file disagree (${(finding?.conflicting ?? []).map(readingWords).join('; ')}); clarify before relying on either`,
          ),
        ]
      : [],
  );
}
