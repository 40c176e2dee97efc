/**
 * What a laboratory or the record says of a drug without naming the gene ("High risk" for carbamazepine). No guideline can be asked with it, but it is on file: at
 * the order of exactly that drug it is told where nothing else asks for a change, and it bars the drug as an alternative until it is settled.
 */
import type { DrugStatement } from '../../../fhir-profiles/index.ts';
import type { DrugAdvice } from '../../report/types.ts';
import type { AdvicePatient } from './patient.ts';
import type { DrugQuestion } from './question.ts';
import { actionable } from './severity.ts';
import { withoutRecommendation } from './without-recommendation.ts';
import { listWords, sentence } from './wording/words.ts';

type Named = Pick<DrugQuestion['drug'], 'name' | 'rxnorm'>;

/** Statements about this drug, each wording once. */
export function statementsOn({ chart }: Pick<AdvicePatient, 'chart'>, drug: Named): readonly DrugStatement[] {
  const found = (chart.facts.drugStatements ?? []).filter(({ ingredients }) =>
    ingredients.some(({ name, rxnorm }) => name === drug.name || (drug.rxnorm !== '' && rxnorm === drug.rxnorm)),
  );
  return [...new Map(found.map((one) => [one.says, one])).values()];
}

/** "a laboratory result says "High risk" for carbamazepine, its gene not named", "the problem list says …"; undefined where nothing is said. */
export function unnamedWords(statements: readonly DrugStatement[], drug: string): string | undefined {
  const said = (of: DrugStatement['recorded']): string =>
    listWords(statements.filter(({ recorded }) => recorded === of).map(({ says }) => `"${says}"`));
  const places = [...new Set(statements.map(({ recorded }) => recorded))].toSorted((a, b) => (a ?? '').localeCompare(b ?? ''));
  if (places.length === 0) return undefined;
  const parts = places.map(
    (of) => `${of === undefined ? 'a laboratory result says' : `${of === 'flags' ? 'a flag' : `the ${of}`} says`} ${said(of)}`,
  );
  return `${parts.join(' and ')} for ${drug}, its gene not named`;
}

/** The advice with such a statement told, where the advice by the genes would be silent. */
export function withUnnamed(patient: AdvicePatient, question: DrugQuestion, advice: readonly DrugAdvice[]): DrugAdvice[] {
  const { drug } = question;
  const statements = statementsOn(patient, drug).filter(({ adverse }) => adverse);
  const words = unnamedWords(statements, drug.name);
  if (words === undefined) return [...advice];
  const text = `${sentence(words)} Look at the ${statements.some(({ recorded }) => recorded === undefined) ? 'report' : 'entry'} itself and settle which gene it is about.`;
  const evidence = statements.map(({ source }) => source);
  if (advice.length > 0)
    return advice.map((entry) =>
      actionable(entry.action) || entry.barred === true
        ? entry
        : {
            ...entry,
            doubts: [words, ...(entry.doubts ?? [])],
            geneNotNamed: true,
            // "No result is on file" would contradict what was just said.
            text: entry.coverage === 'not-tested' ? text : `${text} ${entry.text}`,
            evidence: [...entry.evidence, ...evidence],
          },
    );
  return [
    {
      ...withoutRecommendation(question, 'unnamed-gene'),
      genes: [],
      population: 'all patients',
      source: { label: 'CPIC gene-drug pairs', url: 'https://cpicpgx.org/genes-drugs/' },
      text,
      doubts: [words],
      geneNotNamed: true,
      evidence,
    },
  ];
}
