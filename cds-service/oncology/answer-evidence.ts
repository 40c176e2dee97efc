/** What in the chart an answer rests on: variants that satisfied a profile, markers, and reports of genes found clear. */
import type { PatientFacts, Source } from '../../fhir-profiles/index.ts';
import type { Evidence } from '../report/types.ts';
import type { Answer } from './alteration/covers.ts';
import { evidenceOf } from './report-rows.ts';

/** By reference: where each result of the chart is from. */
export function sourcesOf({ variants, biomarkers, tested }: PatientFacts): ReadonlyMap<string, Source> {
  return new Map([...variants, ...biomarkers, ...tested].map(({ source }) => [source.reference, source]));
}

/** Each resource once, in the order of references. */
export function evidenceOfAnswers(answers: readonly Answer[], sources: ReadonlyMap<string, Source>): Evidence[] {
  const found = answers.flatMap((answer) => answer.found.map(({ alteration }) => alteration.fact.source));
  const named = answers.flatMap(({ references }) => references.map((reference) => sources.get(reference) ?? { reference }));
  const unique = new Map([...found, ...named].map((source) => [source.reference, source]));
  return [...unique.values()].sort((a, b) => (a.reference < b.reference ? -1 : 1)).map(evidenceOf);
}
