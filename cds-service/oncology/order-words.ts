/**
 * An order that fits what was read, where a text says that a further change was found which no reader took ("BRCA1 reversion detected" under a
 * general name). It is asked what the order would be told if it were so: only then does the text have to be looked at first.
 */
import type { PatientFacts, VariantFact } from '../../fhir-profiles/index.ts';
import type { OrderFit } from '../report/types.ts';

/** The facts with what the words say as findings; null where no text says anything of the kind. */
export function supposing(facts: PatientFacts): PatientFacts | null {
  const supposed = facts.tested.flatMap(({ gene, inWords, source }, at): VariantFact[] =>
    inWords === undefined
      ? []
      : [
          {
            id: `words#${at}`,
            gene,
            genes: [gene],
            kind: 'other',
            presence: 'present',
            origin: 'unknown',
            rsIds: [],
            clinvarIds: [],
            names: [`${gene} ${inWords}`],
            classification: 'unknown',
            source,
          },
        ],
  );
  return supposed.length === 0 ? null : { ...facts, variants: [...facts.variants, ...supposed] };
}

/** Orders that fit, but would be contradicted if the words were right: left open, with what to look at. */
export function openedByWords(orders: readonly OrderFit[], supposed: readonly OrderFit[], { tested }: PatientFacts): OrderFit[] {
  const said = tested.flatMap(({ gene, inWords }) => (inWords === undefined ? [] : [`${gene} ${inWords}`]));
  return orders.map((fit) => {
    const other = supposed.find(({ order, drug }) => order === fit.order && drug.name === fit.drug.name);
    if (fit.verdict !== 'fits' || other?.verdict !== 'contradicted') return fit;
    return {
      ...fit,
      verdict: 'biomarker-open',
      ruleId: `oncology:${fit.drug.name}:biomarker-open`,
      because: [
        `${[...new Set(said)].join(', ')} is said to be found in words only, which would speak against ${fit.drug.name}: look at the report itself`,
      ],
      variants: [],
      evidence: tested.flatMap(({ inWords, source }) => (inWords === undefined ? [] : [{ reference: source.reference }])),
    };
  });
}
