/** Results that are reported as a marker and named by the evidence as an alteration of its gene: a methylated promoter, the AR-V7 transcript. */
import type { PatientFacts, VariantFact } from '../../fhir-profiles/index.ts';

const METHYLATION = /^([A-Z0-9]+) methylation$/;
const PREFIX = 'marker-result:';

/** Gene, name in the evidence, and how a variant of the same result would be called. */
function named(kind: string): { readonly gene: string; readonly name: string; readonly same: RegExp } | null {
  if (kind === 'AR-V7') return { gene: 'AR', name: 'AR-V7', same: /AR-?V7/i };
  const gene = METHYLATION.exec(kind)?.[1];
  return gene === undefined ? null : { gene, name: `${gene} Promoter Methylation`, same: /methylat/i };
}

/** Found only: a negative or unclear result adds nothing, and two results that disagree leave the question open. */
export function withNamedResults(facts: PatientFacts): PatientFacts {
  const denied = new Set(facts.biomarkers.filter(({ status }) => status === 'negative').map(({ kind }) => kind));
  const found = facts.biomarkers.flatMap(({ kind, status, source }): VariantFact[] => {
    const result = named(kind);
    if (result === null || status !== 'positive' || denied.has(kind)) return [];
    const { gene, name, same } = result;
    if (facts.variants.some(({ names, presence }) => presence === 'present' && names.some((own) => same.test(own)))) return [];
    return [
      {
        id: `${PREFIX}${source.reference}`,
        gene,
        genes: [gene],
        kind: 'other',
        presence: 'present',
        origin: 'somatic',
        rsIds: [],
        clinvarIds: [],
        names: [name],
        classification: 'unknown',
        source,
      },
    ];
  });
  return found.length === 0 ? facts : { ...facts, variants: [...facts.variants, ...found] };
}

/** It is no change of the sequence and carries no classification. */
export function isNamedResult({ id, gene, names }: VariantFact): boolean {
  return id.startsWith(PREFIX) || (gene === 'AR' && names.some((name) => /AR-?V7/i.test(name)));
}
