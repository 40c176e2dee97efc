/** What a CTML clause means for a patient: met only with the finding, not met only with proof of the opposite, else open with the missing datum named. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts, VariantFact } from '../../fhir-profiles/index.ts';
import { ctmlReader } from '../../cds-service/knowledge/import/trials/ctml.ts';
import { readTrials } from '../../cds-service/knowledge/import/trials/index.ts';
import type { TrialRecord } from '../../cds-service/knowledge/trials/types.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { amplification, biomarker, clear, fusion, named, order, patient, protein, tumour, variant } from '../oncology/facts.ts';
import { performance, stage } from './chart-facts.ts';
import { context, knowledge } from './knowledge.ts';

const ctml = ctmlReader(knowledge.oncology.genes, knowledge.vocabulary.tumours, '2026-11-21');
const record = (document: unknown): TrialRecord => {
  const [one] = [...readTrials(document, '2026-11-21', ctml)];
  if (one === undefined || 'fault' in one) throw new Error(one?.fault ?? 'nothing read');
  return one.record;
};
const trial = (match: unknown, parts: object = {}) => ({
  protocol_no: '99-001',
  status: 'open to accrual',
  treatment_list: { step: [{ arm: [{ arm_code: 'A', arm_suspended: 'N', match }] }] },
  ...parts,
});
const explain = (facts: PatientFacts, document: unknown) => {
  const match = explainTrial(facts, knowledge.oncology, compileTrial(record(document), context));
  if (match === null) throw new Error('a patient with a tumour');
  return match;
};
const verdictOf = (facts: PatientFacts, kind: 'genomic' | 'clinical' | 'prior_treatment', clause: object): string =>
  ({ eligible: 'met', ineligible: 'not met', possible: 'open' })[explain(facts, trial([{ [kind]: clause }])).verdict];

const lung = (...variants: readonly VariantFact[]): PatientFacts => patient({ tumours: [tumour('LUAD')], variants });
const cleared = (...genes: readonly string[]): PatientFacts =>
  patient({ tumours: [tumour('LUAD')], tested: genes.map((gene) => clear(gene)) });
const untested = lung();
const copies = (gene: string, parts: Partial<VariantFact>): VariantFact => variant(gene, { kind: 'copy-number', ...parts });

const KRAS = { hugo_symbol: 'KRAS', variant_category: 'Mutation' };
const BRAF = { hugo_symbol: 'BRAF', variant_category: 'Mutation', wildcard_protein_change: 'p.V600' };
const EGFR_DEL = { hugo_symbol: 'EGFR', variant_category: 'Mutation', variant_classification: 'In_Frame_Del' };
const ALK = { hugo_symbol: 'ALK', variant_category: 'Structural Variation' };
const SHALLOW = copies('CDKN2A', { copyChange: 'loss', copyNumber: 1 });
const DEEP = copies('CDKN2A', { copyChange: 'deep-loss', copyNumber: 0 });
const LOSS = copies('CDKN2A', { copyChange: 'loss' });
const loss = (call: string) => ({ hugo_symbol: 'CDKN2A', variant_category: 'Copy Number Variation', cnv_call: call });

describe('genomic clauses', () => {
  it.each([
    ['a mutation of the gene', KRAS, lung(protein('KRAS', 'p.Gly12Val')), 'met'],
    ['one that the laboratory did not classify', { hugo_symbol: 'KEAP1', variant_category: 'Mutation' }, lung(protein('KEAP1', 'p.Gly114Trp')), 'met'],
    ['one of uncertain significance', { hugo_symbol: 'KEAP1', variant_category: 'Mutation' }, lung(protein('KEAP1', 'p.Gly114Trp', { classification: 'vus' })), 'open'],
    ['a benign one', { hugo_symbol: 'KEAP1', variant_category: 'Mutation' }, lung(protein('KEAP1', 'p.Gly114Trp', { classification: 'benign' })), 'open'],
    ['an amplification is no mutation', KRAS, lung(amplification('KRAS')), 'open'],
    ['not tested', KRAS, untested, 'open'],
    ['tested and clear', KRAS, cleared('KRAS'), 'not met'],
    ['another gene was clear', KRAS, cleared('EGFR'), 'open'],
    ['clear in one report, an unclassified variant in another', { hugo_symbol: 'KEAP1', variant_category: 'Mutation' }, patient({ tumours: [tumour('LUAD')], tested: [clear('KEAP1')], variants: [protein('KEAP1', 'p.Gly114Trp')] }), 'open'],
    ['a gene the therapy part does not know', { hugo_symbol: 'RPA1', variant_category: 'Mutation', protein_change: 'p.A466G' }, lung(protein('RPA1', 'p.Ala466Gly')), 'met'],
    ['another change of it', { hugo_symbol: 'RPA1', variant_category: 'Mutation', protein_change: 'p.A466G' }, lung(protein('RPA1', 'p.Ala467Gly')), 'open'],
    ['such a gene, clear', { hugo_symbol: 'RPA1', variant_category: 'Mutation' }, cleared('RPA1'), 'not met'],
    ['a protein change', { ...KRAS, protein_change: 'p.G12C' }, lung(protein('KRAS', 'p.Gly12Cys')), 'met'],
    ['the change without p.', { ...KRAS, protein_change: 'G12C' }, lung(protein('KRAS', 'p.Gly12Cys')), 'met'],
    ['one of several changes', { ...KRAS, protein_change: ['p.G12C', 'p.G12D'] }, lung(protein('KRAS', 'p.Gly12Asp')), 'met'],
    ['a wildcard', BRAF, lung(protein('BRAF', 'p.Val600Lys')), 'met'],
    ['a wildcard is one residue', { hugo_symbol: 'ARID1A', variant_category: 'Mutation', wildcard_protein_change: 'p.R911' }, lung(protein('ARID1A', 'p.Arg911*')), 'open'],
    ['a wildcard in a gene that is clear', BRAF, cleared('BRAF'), 'not met'],
    ['a class', EGFR_DEL, lung(protein('EGFR', 'p.Glu746_Ala750del')), 'met'],
    ['another class', EGFR_DEL, lung(protein('EGFR', 'p.Leu858Arg')), 'open'],
    ['a class the report states itself', EGFR_DEL, lung(variant('EGFR', { consequence: 'In_Frame_Del' })), 'met'],
    ['a class the report does not tell', EGFR_DEL, lung(variant('EGFR')), 'open'],
    ['frameshift deletion by its bases', { hugo_symbol: 'ARID1A', variant_category: 'Mutation', variant_classification: 'Frame_Shift_Del' }, lung(protein('ARID1A', 'p.Ser1242fs', { cHgvs: 'c.3726del' })), 'met'],
    ['frameshift insertion is no deletion', { hugo_symbol: 'ARID1A', variant_category: 'Mutation', variant_classification: 'Frame_Shift_Del' }, lung(protein('ARID1A', 'p.Ser1242fs', { cHgvs: 'c.3726dup' })), 'open'],
    ['nonsense', { hugo_symbol: 'TP53', variant_category: 'Mutation', variant_classification: 'Nonsense_Mutation' }, lung(protein('TP53', 'p.Arg213*')), 'met'],
    ['splice site', { hugo_symbol: 'TP53', variant_category: 'Mutation', variant_classification: 'Splice_Site' }, lung(variant('TP53', { cHgvs: 'c.375+1G>A' })), 'met'],
    ['an exon', { hugo_symbol: 'KIT', variant_category: 'Mutation', exon: 11 }, lung(protein('KIT', 'p.Val559Asp')), 'met'],
    ['the exon next to it', { hugo_symbol: 'KIT', variant_category: 'Mutation', exon: '9' }, lung(protein('KIT', 'p.Val559Asp')), 'open'],
    ['an exon and a class', { hugo_symbol: 'EGFR', variant_category: 'Mutation', true_transcript_exon: '20', variant_classification: 'In_Frame_Ins' }, lung(protein('EGFR', 'p.Asn771_His773dup')), 'met'],
    ['the class in another exon', { hugo_symbol: 'EGFR', variant_category: 'Mutation', exon: 20, variant_classification: 'In_Frame_Del' }, lung(protein('EGFR', 'p.Glu746_Ala750del')), 'open'],
    ['an activating mutation', { hugo_symbol: 'EGFR', variant_category: 'Mutation', molecular_function: 'Activating' }, lung(protein('EGFR', 'p.Leu858Arg')), 'met'],
    ['a stop does not activate', { hugo_symbol: 'EGFR', variant_category: 'Mutation', molecular_function: 'Activating' }, lung(protein('EGFR', 'p.Arg973*')), 'open'],
    ['an inactivating mutation', { hugo_symbol: 'BRCA2', variant_category: 'Mutation', molecular_function: 'Inactivating' }, lung(protein('BRCA2', 'p.Lys1530*')), 'met'],
    ['any variation by amplification', { hugo_symbol: 'KRAS', variant_category: 'Any Variation' }, lung(amplification('KRAS')), 'met'],
    ['wild type needs a report', { hugo_symbol: 'TP53', wildtype: true }, untested, 'open'],
    ['wild type by a report', { hugo_symbol: 'TP53', wildtype: 'True' }, cleared('TP53'), 'met'],
    ['not wild type', { hugo_symbol: 'TP53', variant_category: 'WT' }, lung(protein('TP53', 'p.Arg175His')), 'not met'],
    ['wildtype false asks for the mutation', { hugo_symbol: 'TP53', variant_category: 'Mutation', wildtype: 'False' }, lung(protein('TP53', 'p.Arg175His')), 'met'],
    ['all available criteria', { match_all: true, variant_category: 'Mutation' }, untested, 'open'],
    ['a coding change', { hugo_symbol: 'EGFR', variant_category: 'Mutation', cdna_change: 'c.2573T>G' }, lung(variant('EGFR', { cHgvs: 'c.2573T>G' })), 'met'],
    ['another change of the gene', { hugo_symbol: 'EGFR', variant_category: 'Mutation', cdna_change: 'c.2573T>G' }, lung(protein('EGFR', 'p.Thr790Met')), 'open'],
    ['a coding change of a gene nobody knows', { hugo_symbol: 'RPA1', variant_category: 'Mutation', cdna_change: 'c.1A>G' }, lung(protein('RPA1', 'p.Ala466Gly')), 'open'],
    ['one gene of a family', { hugo_symbol: 'NOTCH', variant_category: 'Mutation' }, lung(protein('NOTCH1', 'p.Leu1600Pro')), 'met'],
    ['one clear gene of a family', { hugo_symbol: 'NOTCH', variant_category: 'Mutation' }, cleared('NOTCH1'), 'open'],
    ['every gene of a family clear', { hugo_symbol: 'NOTCH', variant_category: 'Mutation' }, cleared('NOTCH1', 'NOTCH2', 'NOTCH3', 'NOTCH4'), 'not met'],
    ['a value that is none', { ...KRAS, exon: {} }, lung(protein('KRAS', 'p.Gly12Val')), 'open'],
    ['a key that nobody documents', { ...KRAS, tier: 1 }, lung(protein('KRAS', 'p.Gly12Val')), 'open'],
  ] as const)('%s', (_, clause, facts, expected) => expect(verdictOf(facts, 'genomic', clause)).toBe(expected)); // prettier-ignore
});

describe('copy number clauses', () => {
  const amplified = { hugo_symbol: 'MET', variant_category: 'Copy Number Variation', cnv_call: 'High Amplification' };
  it.each([
    ['amplification', amplified, lung(amplification('MET')), 'met'],
    ['in the words of another tool', { ...amplified, variant_category: 'CNV', cnv_call: 'High level amplification' }, lung(amplification('MET')), 'met'],
    ['by the count of copies', amplified, lung(copies('MET', { copyNumber: 11 })), 'met'],
    ['a gain may or may not be one', amplified, lung(copies('MET', { copyChange: 'gain' })), 'open'],
    ['not tested', amplified, untested, 'open'],
    ['gain', { hugo_symbol: 'FH', cnv_call: 'Low Amplification' }, lung(copies('FH', { copyChange: 'gain' })), 'met'],
    ['more than the gain asked for', { hugo_symbol: 'FH', cnv_call: 'Gain' }, lung(amplification('FH')), 'open'],
    ['both copies', loss('Homozygous Deletion'), lung(DEEP), 'met'],
    ['one of two', loss('Homozygous Deletion'), lung(SHALLOW), 'open'],
    ['a loss without a count', loss('Homozygous Deletion'), lung(LOSS), 'open'],
    ['one copy', loss('Heterozygous deletion'), lung(SHALLOW), 'met'],
    ['both are more than one', loss('Heterozygous deletion'), lung(DEEP), 'open'],
    ['loss of any kind', loss('Loss'), lung(LOSS), 'met'],
    ['any copy number change', { hugo_symbol: 'CDKN2A', variant_category: 'CNV' }, lung(LOSS), 'met'],
    ['of a gene the therapy part does not know', { hugo_symbol: 'DCLRE1C', cnv_call: 'Homozygous Deletion' }, lung(copies('DCLRE1C', { copyChange: 'deep-loss' })), 'met'],
    ['ERBB2 by in-situ hybridisation', { hugo_symbol: 'ERBB2', cnv_call: 'High Amplification' }, patient({ tumours: [tumour('BREAST')], biomarkers: [biomarker('HER2', 'amplified', { method: 'ISH', status: 'positive' })] }), 'met'],
  ] as const)('%s', (_, clause, facts, expected) => expect(verdictOf(facts, 'genomic', clause)).toBe(expected)); // prettier-ignore
});

describe('structural variants', () => {
  const bcr = {
    hugo_symbol: 'BCR',
    variant_category: 'Structural Variation',
    fusion_partner_hugo_symbol: 'ABL1',
    display_name: 'BCR-ABL1',
  };
  it.each([
    ['any partner', ALK, lung(fusion('EML4', 'ALK')), 'met'],
    ['any_gene', { ...ALK, fusion_partner_hugo_symbol: 'any_gene' }, lung(fusion('EML4', 'ALK')), 'met'],
    ['the partner asked for, in either order', { ...ALK, fusion_partner_hugo_symbol: 'EML4' }, lung(fusion('EML4', 'ALK')), 'met'],
    ['the partner asked for, written first', { hugo_symbol: 'EML4', variant_category: 'SV', fusion_partner_hugo_symbol: 'ALK' }, lung(fusion('EML4', 'ALK')), 'met'],
    ['another partner', { ...ALK, fusion_partner_hugo_symbol: 'KIF5B' }, lung(fusion('EML4', 'ALK')), 'open'],
    ['the partner is not reported', { ...ALK, fusion_partner_hugo_symbol: 'EML4' }, lung(fusion(null, 'ALK')), 'open'],
    ['left and right partner', { variant_category: 'Structural Variation', left_partner_gene: 'CCDC6', right_partner_gene: 'RET' }, lung(fusion('CCDC6', 'RET')), 'met'],
    ['only the partner named', { variant_category: 'Structural Variation', fusion_partner_hugo_symbol: 'KRAS', hugo_symbol: 'any_gene' }, lung(fusion('KRAS', 'SLC12A3')), 'met'],
    ['any fusion at all', { variant_category: 'Structural Variation', hugo_symbol: 'any_gene', fusion_partner_hugo_symbol: 'any_gene' }, lung(fusion('CLIP4', 'RANDB2')), 'met'],
    ['any fusion, none reported', { variant_category: 'Structural Variation', hugo_symbol: 'any_gene', fusion_partner_hugo_symbol: 'any_gene' }, lung(protein('KRAS', 'p.Gly12Val')), 'open'],
    ['of genes the therapy part does not know', { hugo_symbol: 'CLIP4', variant_category: 'Structural Variation', fusion_partner_hugo_symbol: 'RANDB2' }, lung(fusion('RANDB2', 'CLIP4')), 'met'],
    ['without a partner gene', { hugo_symbol: 'NPM1', variant_category: 'Structural Variation', fusion_partner_hugo_symbol: 'intergenic' }, lung(fusion('NPM1', null, { names: ['NPM1-intergenic'] })), 'met'],
    ['with one', { hugo_symbol: 'STRN', variant_category: 'Structural Variation', fusion_partner_hugo_symbol: 'INTERGENIC' }, lung(fusion('STRN', 'ALK')), 'open'],
    ['of a gene with itself', { hugo_symbol: 'EML4', variant_category: 'Structural Variation', fusion_partner_hugo_symbol: 'EML4' }, lung(fusion('EML4', 'EML4')), 'met'],
    ['out of frame', ALK, lung(fusion('EML4', 'ALK', { fusion: { fivePrime: 'EML4', threePrime: 'ALK', ordered: true, inFrame: false } })), 'open'],
    ['by the diagnosis', bcr, patient({ tumours: [tumour('CML')] }), 'met'],
    ['not tested', ALK, untested, 'open'],
    ['tested and clear', ALK, cleared('ALK'), 'not met'],
  ] as const)('%s', (_, clause, facts, expected) => expect(verdictOf(facts, 'genomic', clause)).toBe(expected)); // prettier-ignore
});

describe('a clause with an exclamation mark', () => {
  const noG12d = { hugo_symbol: 'NRAS', protein_change: 'p.G12D', variant_category: '!Mutation' };
  it.each([
    ['the patient has it', noG12d, lung(protein('NRAS', 'p.Gly12Asp')), 'not met'],
    ['tested and not found', noG12d, cleared('NRAS'), 'met'],
    ['the gene is not mentioned', noG12d, untested, 'open'],
    ['another gene was clear', noG12d, cleared('KRAS'), 'open'],
    ['an unclassified variant shuts nobody out', { hugo_symbol: 'TP53', variant_category: '!Mutation' }, lung(protein('TP53', 'p.Gly356Ala')), 'open'],
    ['a known one does', { hugo_symbol: 'TP53', variant_category: '!Mutation' }, lung(protein('TP53', 'p.Arg175His')), 'not met'],
    ['no V600', { hugo_symbol: 'BRAF', variant_category: '!Mutation', wildcard_protein_change: 'p.V600' }, lung(protein('BRAF', 'p.Val600Glu')), 'not met'],
    ['no V600, clear', { hugo_symbol: 'BRAF', variant_category: '!Mutation', wildcard_protein_change: 'p.V600' }, cleared('BRAF'), 'met'],
    ['no structural variant', { hugo_symbol: 'TP53', variant_category: '!Structural Variation' }, lung(fusion('CCDC6', 'RET')), 'open'],
    ['no deletion of both copies', loss('!Homozygous Deletion'), lung(DEEP), 'not met'],
    ['a loss without a count', loss('!Homozygous Deletion'), lung(LOSS), 'open'],
    ['on the gene', { hugo_symbol: '!EGFR', variant_category: 'Mutation' }, lung(protein('EGFR', 'p.Leu858Arg')), 'not met'],
    ['not MSI high', { ms_status: '!MSI-H' }, patient({ tumours: [tumour('COAD')], biomarkers: [biomarker('MSI', 'stable', { status: 'stable' })] }), 'met'],
  ] as const)('%s', (_, clause, facts, expected) => expect(verdictOf(facts, 'genomic', clause)).toBe(expected)); // prettier-ignore
});

describe('markers and signatures', () => {
  const report = (...biomarkers: PatientFacts['biomarkers']) => patient({ tumours: [tumour('COAD')], biomarkers });
  const tmb = (value: number | string, parts: object = {}) => report(biomarker('TMB', value, { unit: '{mutations}/Mb', ...parts }));
  it.each([
    ['MMR deficient', 'genomic', { mmr_status: 'MMR-Deficient', hugo_symbol: 1 }, report(biomarker('MMR', 'deficient', { status: 'deficient' })), 'met'],
    ['MMR deficient by microsatellites', 'genomic', { mmr_status: 'MMR-Deficient' }, report(biomarker('MSI', 'high', { status: 'high' })), 'met'],
    ['MMR proficient', 'genomic', { mmr_status: 'MMR-Proficient' }, report(biomarker('MMR', 'proficient', { status: 'proficient' })), 'met'],
    ['MSI-H', 'genomic', { ms_status: 'MSI-H' }, report(biomarker('MSI', 'stable', { status: 'stable' }), biomarker('MMR', 'proficient', { status: 'proficient' })), 'not met'],
    ['MSI-L is not told from stable', 'genomic', { ms_status: 'MSI-L' }, report(biomarker('MSI', 'stable', { status: 'stable' })), 'open'],
    ['MSI-L, high', 'genomic', { ms_status: 'MSI-L' }, report(biomarker('MSI', 'high', { status: 'high' })), 'not met'],
    ['POLE signature found', 'genomic', { pole_signature: 'Yes', hugo_symbol: 'None' }, report(biomarker('POLE signature', 'present', { status: 'positive' })), 'met'],
    ['POLE signature not recorded', 'genomic', { pole_signature: 'Yes' }, report(), 'open'],
    ['APOBEC signature absent', 'genomic', { variant_category: 'Signature', apobec_status: 'no' }, report(biomarker('APOBEC signature', 'absent', { status: 'negative' })), 'met'],
    ['a signature that cannot be assessed', 'genomic', { uva_status: 'insufficient_variants' }, report(), 'open'],
    ['TMB at least', 'clinical', { tmb_numerical: '>=10' }, tmb(10), 'met'],
    ['TMB above', 'clinical', { tmb_numerical: '>15' }, tmb(15), 'not met'],
    ['TMB at most', 'clinical', { tmb_numerical: '<=40' }, tmb(40), 'met'],
    ['TMB below', 'clinical', { tmb_numerical: '<40' }, tmb(40), 'not met'],
    ['TMB equal', 'clinical', { tmb_numerical: '==40' }, tmb(40), 'met'],
    ['TMB without a sign', 'clinical', { tmb: 40 }, tmb(39), 'not met'],
    ['TMB as a fraction', 'clinical', { tmb: '>=.5' }, tmb(0.4), 'not met'],
    ['TMB "below 5" against 10', 'clinical', { tmb: '>=10' }, tmb(5, { comparator: '<' }), 'not met'],
    ['TMB "above 8" against 10', 'clinical', { tmb: '>=10' }, tmb(8, { comparator: '>' }), 'open'],
    ['TMB high in words against 40', 'clinical', { tmb: '>=40' }, report(biomarker('TMB', 'high', { status: 'high' })), 'open'],
    ['TMB of two results that disagree', 'clinical', { tmb: '>=10' }, report(biomarker('TMB', 4), biomarker('TMB', 40)), 'open'],
    ['TMB not recorded', 'clinical', { tmb_numerical: '>=10' }, report(), 'open'],
    ['PD-L1 positive', 'clinical', { pdl1_status: 'Positive' }, report(biomarker('PD-L1', 40, { method: 'TPS', unit: '%' })), 'met'],
    ['PD-L1 high has no limit', 'clinical', { pdl1_status: 'High' }, report(biomarker('PD-L1', 40, { method: 'TPS', unit: '%' })), 'open'],
  ] as const)('%s', (_, kind, clause, facts, expected) => expect(verdictOf(facts, kind, clause)).toBe(expected)); // prettier-ignore
});

describe('clinical clauses', () => {
  const breast = (parts: Partial<PatientFacts> = {}) =>
    patient({ patient: { id: 's', ageYears: 40, sex: 'female' }, tumours: [tumour('IDC')], ...parts });
  const her2 = (score: string) => breast({ biomarkers: [biomarker('HER2', score, { method: 'IHC' })] });
  const er = (status: string) => breast({ biomarkers: [biomarker('ER', status, { status })] });
  it.each([
    ['age', { age_numerical: '>=18' }, breast(), 'met'],
    ['age as CTIMS writes it', { age_expression: '>=65' }, breast(), 'not met'],
    // More than forty years old from the day after the birthday on.
    ['age above, in that year', { age_numerical: '>40' }, breast(), 'open'],
    ['age above', { age_numerical: '>41' }, breast(), 'not met'],
    ['no date of birth', { age_numerical: '>=18' }, patient({ tumours: [tumour('IDC')] }), 'open'],
    ['sex', { gender: 'Male' }, breast(), 'not met'],
    ['tumour type and those below it', { oncotree_primary_diagnosis: 'Breast' }, breast(), 'met'],
    ['solid', { oncotree_primary_diagnosis: '_SOLID_' }, breast(), 'met'],
    ['liquid', { oncotree_primary_diagnosis: '_LIQUID_' }, breast(), 'not met'],
    ['not liquid', { oncotree_primary_diagnosis: '!_LIQUID_' }, breast(), 'met'],
    ['another type', { oncotree_primary_diagnosis: 'Melanoma' }, breast(), 'not met'],
    ['not that type', { oncotree_primary_diagnosis: '!Melanoma' }, breast(), 'met'],
    ['one of several types', { oncotree_primary_diagnosis: ['Melanoma', 'Invasive Breast Carcinoma'] }, breast(), 'met'],
    ['HER2 positive', { her2_status: true }, her2('3+'), 'met'],
    ['HER2 positive in words', { her2_status: 'Positive' }, her2('0'), 'not met'],
    ['HER2 negative', { her2_status: 'False' }, her2('1+'), 'met'],
    ['HER2 low', { her2_status: 'Low' }, her2('1+'), 'met'],
    ['HER2 equivocal asks for what no result settles', { her2_status: 'equivocal' }, her2('2+'), 'open'],
    ['ER positive', { er_status: 'True' }, er('positive'), 'met'],
    ['ER negative', { er_status: false }, er('positive'), 'not met'],
    ['PR not recorded', { pr_status: 'Positive' }, er('positive'), 'open'],
    ['ECOG', { ecog: '<=1' }, breast({ performance: [performance(1)] }), 'met'],
    ['ECOG from 0 to 1', { ecog_performance_status: '0-1' }, breast({ performance: [performance(2)] }), 'not met'],
    ['Karnofsky', { kps: '>=70' }, breast({ performance: [performance(60, '2026-11-01', 'Karnofsky')] }), 'not met'],
    ['metastatic', { disease_status: ['Metastatic'] }, breast({ tumours: [tumour('IDC', { stages: [stage('IV', '2026-10-01')] })] }), 'met'],
    ['one of several states', { disease_status: ['Locally Advanced', 'Metastatic'] }, breast({ tumours: [tumour('IDC', { stages: [stage('I', '2026-10-01')] })] }), 'not met'],
    ['diseases in the place of a state', { disease_status: ['Multiple Myeloma', 'Solid Tumors'] }, breast(), 'met'],
    ['diseases of which it is none', { disease_status: ['Multiple Myeloma', 'Melanoma'] }, breast(), 'not met'],
    ['a state that no datum tells', { disease_status: ['Untreated'] }, breast(), 'open'],
    ['a value that is none', { her2_status: {} }, her2('3+'), 'open'],
    ['an unknown key', { line_of_therapy: 'second' }, breast(), 'open'],
  ] as const)('%s', (_, clause, facts, expected) => expect(verdictOf(facts, 'clinical', clause)).toBe(expected)); // prettier-ignore
});

describe('earlier treatment', () => {
  const given = (name: string) => patient({ tumours: [tumour('HGSOC')], medications: [order(name, { status: 'completed', isOrder: false, role: 'past', start: '2026-01-05' })] }); // prettier-ignore
  it.each([
    ['the agent was given', { treatment_category: 'MedicalTherapy', prior_treatment_agent: 'Olaparib' }, given('olaparib'), 'met'],
    ['another was', { prior_treatment_agent: 'Olaparib' }, given('niraparib'), 'open'],
    ['the agent that shuts out was given', { prior_treatment_agent: '!Olaparib' }, given('olaparib'), 'not met'],
    ['none is recorded', { prior_treatment_agent: '!Olaparib' }, patient({ tumours: [tumour('HGSOC')] }), 'open'],
    ['a class of agents', { treatment_category: 'MedicalTherapy', agent_class: 'PARP inhibitor' }, given('niraparib'), 'met'],
    ['a class that shuts out', { agent_class: '!PARP Inhibitor' }, given('olaparib'), 'not met'],
    ['a class, none recorded', { agent_class: '!PARP inhibitor' }, given('carboplatin'), 'open'],
    ['a class nobody knows', { agent_class: 'Synthetic Agent' }, given('carboplatin'), 'open'],
    ['an operation', { treatment_category: 'Surgery', surgery_type: 'debulking' }, given('olaparib'), 'open'],
  ] as const)('%s', (_, clause, facts, expected) => expect(verdictOf(facts, 'prior_treatment', clause)).toBe(expected));
});

describe('steps, arms and dose levels', () => {
  const clause = (symbol: string, change: string) => [{ genomic: { hugo_symbol: symbol, variant_category: 'Mutation', protein_change: change } }]; // prettier-ignore
  const arm = (code: string, symbol: string, change: string, parts: object = {}) => ({ arm_code: code, arm_suspended: 'N', match: clause(symbol, change), ...parts }); // prettier-ignore
  const adult = { clinical: { age_numerical: '>=18' } };
  const of = (...arms: readonly object[]) => ({ protocol_no: '99-002', status: 'open to accrual', treatment_list: { step: [{ step_code: '1', arm: arms }] } }); // prettier-ignore
  const g12c = lung(protein('KRAS', 'p.Gly12Cys'));

  it('names the arm the patient could enter', () => {
    const { verdict, criteria } = explain(g12c, of(arm('A', 'BRAF', 'p.V600E'), arm('B', 'KRAS', 'p.G12C')));
    expect(verdict).toBe('eligible');
    expect(criteria.map(({ because }) => because).join()).toMatch(/fits arm B: .*KRAS/);
    expect(criteria[0]?.text).toBe('(arm A: BRAF p.V600E) or (arm B: KRAS p.G12C)');
  });
  it('says what keeps each arm open', () => {
    const [criterion] = explain(untested, of(arm('A', 'BRAF', 'p.V600E'), arm('B', 'KRAS', 'p.G12C'))).criteria;
    expect(criterion?.because).toBe(
      'could fit arm A: no result on file settles “BRAF p.V600E”; arm B: no result on file settles “KRAS p.G12C”',
    );
  });
  it('says why no arm fits', () => {
    const { verdict, criteria } = explain(cleared('BRAF', 'KRAS'), of(arm('A', 'BRAF', 'p.V600E'), arm('B', 'KRAS', 'p.G12C')));
    expect(verdict).toBe('ineligible');
    expect(criteria[0]?.because).toMatch(/^fits no open arm; arm A: .*tested and not found.*; arm B: /);
  });
  it('puts what every arm asks first', () => {
    const both = of(
      arm('A', 'BRAF', 'p.V600E', { match: [{ and: [adult, ...clause('BRAF', 'p.V600E')] }] }),
      arm('B', 'KRAS', 'p.G12C', { match: [{ and: [...clause('KRAS', 'p.G12C'), adult] }] }),
    );
    expect(record(both).structured?.map(({ text }) => text)).toEqual(['age ≥ 18', '(arm A: BRAF p.V600E) or (arm B: KRAS p.G12C)']);
  });
  const kras = (parts: object) => arm('B', 'KRAS', 'p.G12C', parts);
  const braf = arm('A', 'BRAF', 'p.V600E');
  it.each([
    ['the arm is suspended', [braf, kras({ arm_suspended: 'Y' })], 'possible', 'recruiting'],
    ['every arm is suspended', [kras({ arm_suspended: 'y' })], 'possible', 'active-not-recruiting'],
    ['a dose level of a suspended arm is closed with it', [braf, { arm_code: 'C', arm_suspended: 'Y', dose_level: [{ level_code: '1', level_suspended: 'N', match: clause('KRAS', 'p.G12C') }] }], 'possible', 'recruiting'],
    ['an open dose level', [braf, { arm_code: 'C', arm_suspended: 'N', dose_level: [{ level_code: '1', level_suspended: 'N', match: clause('KRAS', 'p.G12C') }] }], 'eligible', 'recruiting'],
    ['a closed dose level', [braf, { arm_code: 'C', arm_suspended: 'N', dose_level: [{ level_code: '1', level_suspended: 'Y', match: clause('KRAS', 'p.G12C') }] }], 'possible', 'recruiting'],
    ['the arm stays open when its dose level is closed', [kras({ dose_level: [{ level_code: '1', level_suspended: 'Y' }] })], 'eligible', 'recruiting'],
    ['nothing is curated', [{ arm_code: 'D', arm_suspended: 'N' }], 'possible', 'recruiting'],
  ] as const)('%s', (_, arms, verdict, status) => {
    const document = of(...arms);
    expect([explain(g12c, document).verdict, record(document).status]).toEqual([verdict, status]);
  }); // prettier-ignore
  it('keeps the requirements that came as text, the age group and the sites', () => {
    const read = record(
      trial([], {
        age: 'Older Adult',
        last_updated: 'June 17, 1999',
        prior_treatment_requirements: ['ECOG performance status 0-1', 'No prior PARP inhibitor'],
        site_list: { site: [{ site_name: 'Synthetic Cancer Centre', site_status: 'Suspended' }] },
      }),
    );
    expect(read).toMatchObject({ minAge: 65, date: '1999-06-17', sites: [{ name: 'Synthetic Cancer Centre', status: 'suspended' }] });
    expect(read.eligibility).toBe('Inclusion Criteria:\n\n* ECOG performance status 0-1\n* No prior PARP inhibitor');
  });
  it('takes the trial-wide clause of CTIMS as well', () => {
    const document = trial([{ genomic: KRAS }], { match: [{ clinical: { oncotree_primary_diagnosis: 'Melanoma' } }] });
    expect(explain(g12c, document).verdict).toBe('ineligible');
  });
});

describe('what is missing', () => {
  it.each([
    ['a gene', { genomic: KRAS }, 'KRAS result'],
    ['tumour burden', { clinical: { tmb: '>=10' } }, 'TMB result'],
    ['a signature', { genomic: { apobec_signature: 'Yes' } }, 'APOBEC signature result'],
    ['a receptor', { clinical: { er_status: 'Positive' } }, 'ER result'],
    ['performance', { clinical: { ecog: '<=1' } }, 'ECOG performance status'],
  ])('names %s', (_, clause, expected) => expect(explain(untested, trial([clause])).nextDatum?.name).toBe(expected));
  it('ranks a curated finding as selected for this patient', () => {
    expect(explain(lung(protein('KEAP1', 'p.Gly114Trp')), trial([{ genomic: { hugo_symbol: 'KEAP1', variant_category: 'Mutation' } }])).molecular).toBe(true); // prettier-ignore
    expect(explain(lung(named('KEAP1', 'loss')), trial([{ genomic: KRAS }])).molecular).toBe(false);
  });
});
