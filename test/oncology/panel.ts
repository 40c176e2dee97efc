import type { PatientFacts } from '../../fhir-profiles/index.ts';
import type { OncologyKnowledge } from '../../cds-service/knowledge/oncology/types.ts';
import { patient, protein, tumour } from './facts.ts';

/** A synthetic exome-like result: most variants of no consequence, a fifth of them in genes that the knowledge speaks of. */
export function panelOf(size: number, knowledge: OncologyKnowledge): PatientFacts {
  const known = [...knowledge.index.profilesByGene.keys()].filter((gene) => gene !== '');
  const variants = Array.from({ length: size }, (_, at) =>
    at % 5 === 0
      ? protein(known[(at * 7) % known.length] ?? 'EGFR', `p.Ala${at + 10}Val`, { names: [`A${at + 10}V`] })
      : protein(`GENE${at}`, `p.Gly${at + 3}Ser`),
  );
  return patient({
    variants: [...variants.slice(0, -2), protein('EGFR', 'p.Leu858Arg'), protein('TP53', 'p.Arg175His')],
    tumours: [tumour('LUAD')],
  });
}
