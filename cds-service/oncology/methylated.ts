/** A promoter found methylated is reported as a marker and named by the evidence as an alteration of its gene. */
import type { PatientFacts, VariantFact } from '../../fhir-profiles/index.ts';

const KIND = /^([A-Z0-9]+) methylation$/;

export function withMethylation(facts: PatientFacts): PatientFacts {
  const found = facts.biomarkers.flatMap(({ kind, status, source }): VariantFact[] => {
    const gene = KIND.exec(kind)?.[1];
    if (gene === undefined || status !== 'positive') return [];
    const name = `${gene} Promoter Methylation`;
    const known = facts.variants.some(({ names, presence }) => presence === 'present' && names.some((own) => /methylat/i.test(own)));
    if (known) return [];
    return [
      {
        id: `methylation:${source.reference}`,
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
export function isMethylation({ id }: VariantFact): boolean {
  return id.startsWith('methylation:');
}
