/** Germline or somatic: a finding answers only where its report says where it was found. */
import { genesOf } from '../../knowledge/oncology/notation/term.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import { termsOf } from '../../oncology/index.ts';
import type { TrialPatient } from '../patient.ts';
import { unknown, type Answer } from './answer.ts';

type Molecular = Extract<Requirement, { kind: 'molecular' }>;
interface Finding {
  readonly alteration: { readonly fact: { readonly origin: 'germline' | 'somatic' | 'unknown' } };
}

/**
 * @param answer to the finding wherever it was found
 * A tumour test that found nothing leaves the germline open: large deletions, and genes that it read in the tumour alone.
 */
export function ofOrigin({ label, tree, origin }: Molecular, answer: Answer, found: readonly Finding[], patient: TrialPatient): Answer {
  if (origin === undefined) return answer;
  const genes = [...new Set(termsOf(tree).flatMap(genesOf))];
  if (answer.verdict === 'yes') {
    if (found.some(({ alteration }) => alteration.fact.origin === origin)) return answer;
    return unknown(`${answer.because}; whether it is ${origin} is not recorded`, `${origin} test of ${genes.slice(0, 3).join(', ')}`);
  }
  if (origin === 'somatic') return answer;
  const clear = genes.map((gene) => patient.facts.tested.find((test) => test.gene === gene && test.origin === 'germline' && test.negative));
  if (genes.length > 0 && clear.every((test) => test !== undefined) && found.length === 0)
    return {
      verdict: 'no',
      because: `${label}: the germline was tested and is clear (${clear.map((test) => test?.source.issued?.slice(0, 10) ?? 'undated').join(', ')})`,
    };
  return unknown(`no result on file settles “${label}”`, `germline test of ${genes.slice(0, 3).join(', ')}`);
}
