/**
 * A drug without a gene in any guideline that the record forbids all the same: an inherited condition on the problem list that its label names
 * (valproate with a POLG disorder, mivacurium with too little plasma cholinesterase).
 */
import type { DrugCaution } from '../../knowledge/pgx/types.ts';
import type { Citation, DrugAdvice, Evidence } from '../../report/types.ts';
import { newlyTakenWith, ownCautions, toldCautions } from './cautions.ts';
import type { AdvicePatient } from './patient.ts';
import { populationLabel } from './population.ts';
import type { Branch, DrugQuestion } from './question.ts';
import { withoutRecommendation } from './without-recommendation.ts';
import { sentence } from './wording/words.ts';

/** Empty when the record names no such condition. */
export function recordAdvice(patient: AdvicePatient, question: DrugQuestion): DrugAdvice[] {
  const { drug } = question;
  const inherited = ownCautions(patient, drug).filter((rule) => rule.inherited === true);
  const source = recordSource(inherited);
  if (source === undefined) return [];
  return [
    {
      ...withoutRecommendation(question, 'record'),
      genes: [],
      population: 'all patients',
      source,
      text: inheritedSentences(drug.name, inherited).join(' '),
      populationKnown: true,
      ...toldCautions(inherited),
      evidence: recordEvidence(patient, inherited),
    },
  ];
}

/** The result alone asks for a dose; together with what is taken or on record the label forbids the drug, and no dose is named. */
export function forbiddenTogether(
  patient: AdvicePatient,
  question: DrugQuestion,
  { views, population, known }: Branch,
  together: readonly DrugCaution[],
): DrugAdvice {
  const [first] = together;
  const beside = first === undefined ? [] : newlyTakenWith(patient, first);
  return {
    ...withoutRecommendation(question, 'together'),
    genes: views.map(({ gene, phenotype, activityScore }) => ({ gene, phenotype, activityScore })),
    population: populationLabel(population),
    source: recordSource(together) ?? { label: 'US label', url: 'https://dailymed.nlm.nih.gov' },
    text: inheritedSentences(question.drug.name, first === undefined ? [] : [first]).join(' '),
    populationKnown: known,
    ...toldCautions(first === undefined ? [] : [first]),
    ...(beside.length === 0 ? {} : { aggravatedBy: beside }),
    evidence: [...views.flatMap(({ evidence }) => evidence), ...recordEvidence(patient, together)],
  };
}

/** What speaks first: a contraindication before a caution. */
export function recordSource(inherited: readonly DrugCaution[]): Citation | undefined {
  const source = (inherited.find(({ severity }) => severity === 'contraindicated') ?? inherited[0])?.source;
  if (source === undefined) return undefined;
  return { label: source.label, url: source.url, version: source.date, ...(source.pmid === undefined ? {} : { pmid: source.pmid }) };
}

/** The entries of the record that name the conditions. */
export function recordEvidence({ chart }: AdvicePatient, inherited: readonly DrugCaution[]): Evidence[] {
  const references = inherited.flatMap(({ when }) =>
    when.condition === undefined ? [] : chart.indication(when.condition).map(({ source }) => source.reference),
  );
  return [...new Set(references)].map((reference) => ({ reference }));
}

/** "Do not give valproic acid: …", each with its source; a mere caution is to be settled first. */
export function inheritedSentences(drug: string, inherited: readonly DrugCaution[]): string[] {
  return inherited.map(({ text, source, severity }) =>
    sentence(`${severity === 'contraindicated' ? `do not give ${drug}` : `before ${drug}`}: ${text} (${source.label})`),
  );
}
