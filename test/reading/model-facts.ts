/** Facts for the tests of the models, in a few words. */
import type { BiomarkerFact, GermlineCall, LabFact, MedicationFact } from '../../fhir-profiles/index.ts';
import { emptyFacts } from './empty-facts.ts';

export const source = { reference: 'Observation/1', issued: '2026-11-01' };

export const medication = (name: string, role: MedicationFact['role'], change: Partial<MedicationFact> = {}): MedicationFact => ({
  source,
  resourceType: 'MedicationRequest',
  status: role === 'draft' ? 'draft' : 'active',
  isOrder: role === 'draft',
  role,
  text: name,
  ingredients: [{ name, rxnorm: null }],
  codes: [],
  systemic: true,
  reasons: [],
  reasonText: [],
  reasonReferences: [],
  ...change,
});
export const lab = (kind: string, value: number, unit: string, date = '2026-11-01'): LabFact => ({ kind, value, unit, date, source });
export const diplotype = (first: string, second: string): GermlineCall => {
  const haplotype = (allele: string) => ({ units: [{ allele, copies: { n: 1, atLeast: false } }] });
  return { kind: 'diplotype', haplotypes: [haplotype(first), haplotype(second)] };
};
export const germline = (gene: string, call: GermlineCall) => ({ gene, call, text: '', source, derivedFrom: [] });
export const biomarker = (kind: string, value: number, unit: string, method?: string): BiomarkerFact => ({
  kind,
  value,
  unit,
  source,
  ...(method === undefined ? {} : { method }),
});

export const empty = emptyFacts({ patient: { id: 'p', birthDate: '1961-05-02', ageYears: 65, sex: 'female' } });
