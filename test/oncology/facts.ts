/** Hand-made patient facts for oncology tests. Every patient is synthetic. */
import type {
  BiomarkerFact,
  MedicationFact,
  PatientFacts,
  Source,
  TestedGene,
  TumourFact,
  VariantFact,
} from '../../fhir-profiles/index.ts';
import { emptyFacts } from '../reading/empty-facts.ts';

const source = (reference: string, issued = '2026-10-03'): Source => ({ reference, issued, lab: 'Synthetic Laboratory' });

export const patient = (parts: Partial<PatientFacts> = {}): PatientFacts => emptyFacts(parts);

let count = 0;
export function variant(gene: string, parts: Partial<VariantFact> & { readonly issued?: string } = {}): VariantFact {
  count += 1;
  const { issued, ...rest } = parts;
  const id = rest.id ?? `variant-${count}`;
  return {
    id,
    gene,
    genes: gene === '' ? [] : [gene],
    kind: 'snv',
    presence: 'present',
    origin: 'somatic',
    rsIds: [],
    clinvarIds: [],
    names: [],
    classification: 'unknown',
    source: source(`Observation/${id}`, issued),
    ...rest,
  };
}
/** `protein('EGFR', 'p.Leu858Arg')`. */
export function protein(gene: string, pHgvs: string, parts: Partial<VariantFact> & { readonly issued?: string } = {}): VariantFact {
  return variant(gene, { pHgvs, ...parts });
}
export function fusion(five: string | null, three: string | null, parts: Partial<VariantFact> = {}): VariantFact {
  const genes = [five, three].filter((gene) => gene !== null);
  return variant(genes[0] ?? '', { genes, kind: 'fusion', fusion: { fivePrime: five, threePrime: three, ordered: true }, ...parts });
}
export function amplification(gene: string, parts: Partial<VariantFact> = {}): VariantFact {
  return variant(gene, { kind: 'copy-number', copyChange: 'amplification', ...parts });
}
export function named(gene: string, name: string, parts: Partial<VariantFact> = {}): VariantFact {
  return variant(gene, { kind: 'other', names: [name], ...parts });
}
export function clear(gene: string, origin: TestedGene['origin'] = 'somatic'): TestedGene {
  return { gene, origin, negative: true, source: source(`DiagnosticReport/clear-${gene}`) };
}
export function tumour(oncotree: string | null, parts: Partial<TumourFact> = {}): TumourFact {
  return {
    text: oncotree ?? 'tumour',
    codes: [],
    oncotree,
    doid: null,
    role: 'primary',
    clinicalStatus: 'active',
    verified: 'confirmed',
    bodySites: [],
    stages: [],
    source: source('Condition/tumour'),
    ...parts,
  };
}
export function biomarker(kind: string, value: number | string, parts: Partial<BiomarkerFact> = {}): BiomarkerFact {
  return { kind, value, source: source(`Observation/${kind}`), ...parts };
}
export function order(name: string, parts: Partial<MedicationFact> = {}): MedicationFact {
  return {
    source: source(`MedicationRequest/${name.replace(/\W/g, '-')}`),
    resourceType: 'MedicationRequest',
    status: 'draft',
    isOrder: true,
    role: 'draft',
    text: name,
    ingredients: [{ name, rxnorm: null }],
    codes: [],
    systemic: true,
    reasons: [],
    reasonText: [],
    reasonReferences: [],
    ...parts,
  };
}
