/**
 * An order that fits what was read, where the record names a further change and does not say with certainty that it is there: a text says that it
 * was found and no reader took it ("BRCA1 reversion detected" under a general name), or a result names it without saying whether it is present. It is
 * asked what the order would be told if it were so: only then does the report have to be looked at first.
 */
import type { PatientFacts, VariantFact } from '../../../fhir-profiles/index.ts';
import type { JudgedOrder, Reason } from '../reason/index.ts';
import { readAlteration } from '../alteration/index.ts';
import { nameOfAlteration } from '../resisted.ts';
import type { GeneModels } from '../../knowledge/oncology/types.ts';

/** The facts with what the words say, and what is named without a word on its presence, as findings; null where there is nothing of the kind. */
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
  const open = facts.variants.some(isOpen);
  if (supposed.length === 0 && !open) return null;
  const variants = facts.variants.map((fact): VariantFact => {
    if (!isOpen(fact)) return fact;
    const { undecided: _, ...rest } = fact;
    return { ...rest, presence: 'present' };
  });
  return { ...facts, variants: [...variants, ...supposed], tested: facts.tested.filter(({ inWords }) => inWords === undefined) };
}
function isOpen({ undecided, gene, classification }: VariantFact): boolean {
  return undecided === true && gene !== '' && !/benign|vus/.test(classification);
}

/** Verdicts that a change on file may not leave as they are. */
const TOUCHED: ReadonlySet<JudgedOrder['verdict']> = new Set([
  'fits',
  'not-covered',
  'biomarker-not-tested',
  'biomarker-open',
  'better-option',
]);

/** Orders that would be contradicted if it were so: left open, with what to look at. */
export function openedByWords(
  orders: readonly JudgedOrder[],
  supposed: readonly JudgedOrder[],
  { tested, variants }: PatientFacts,
  genes: GeneModels,
): JudgedOrder[] {
  const said = tested.flatMap(({ gene, inWords }) => (inWords === undefined ? [] : [`${gene} ${inWords}`]));
  const opened = (fit: JudgedOrder, against: JudgedOrder): JudgedOrder => {
    const named = variants.filter((fact) => isOpen(fact) && against.variants.includes(fact.id));
    const names = named.flatMap((fact) => {
      const alteration = readAlteration({ ...fact, presence: 'present' }, genes);
      return alteration === null ? [] : [nameOfAlteration(alteration)];
    });
    const drugs = [fit.drug.name];
    const what: Reason =
      names.length > 0
        ? { kind: 'presence-unsaid', change: [...new Set(names)].join(', '), drugs }
        : { kind: 'in-words-only', change: [...new Set(said)].join(', '), drugs };
    const references =
      names.length > 0
        ? named.map(({ source }) => source.reference)
        : tested.flatMap(({ inWords, source }) => (inWords === undefined ? [] : [source.reference]));
    const kept =
      fit.verdict === 'biomarker-not-tested' ? fit.because.filter(({ kind }) => kind !== 'examined' && kind !== 'presence-unsaid') : [];
    return {
      ...fit,
      verdict: 'biomarker-open',
      ruleId: `oncology:${fit.drug.name}:biomarker-open`,
      because: [what, ...kept],
      variants: [],
      sources: fit.sources.length > 0 ? fit.sources : against.sources,
      evidence: references.map((reference) => ({ reference })),
    };
  };
  // What nothing is known of as the record stands may be known of with the change: ibrutinib with a BTK mutation.
  const unsaid = supposed.filter((other) => !orders.some(({ order, drug }) => order === other.order && drug.name === other.drug.name));
  return [
    ...orders.map((fit) => {
      const other = supposed.find(({ order, drug }) => order === fit.order && drug.name === fit.drug.name);
      const words = said.length > 0 && fit.verdict === 'fits';
      const touched =
        other?.verdict === 'contradicted' &&
        TOUCHED.has(fit.verdict) &&
        (words || variants.some((fact) => isOpen(fact) && other.variants.includes(fact.id)));
      return touched ? opened(fit, other) : fit;
    }),
    ...unsaid.filter(({ verdict }) => verdict === 'contradicted').map((other) => opened(other, other)),
  ];
}
