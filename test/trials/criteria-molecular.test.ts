/**
 * Genes, markers, receptors and their limits as criteria word them, over synthetic patients made for it: what is met, not met, and stays open. Verdicts
 * were written down from the records. For an exclusion `met` means free of what excludes.
 */
import { describe, expect, it } from 'vitest';
import type { GermlineResult, PatientFacts } from '../../fhir-profiles/index.ts';
import { readCriterion } from '../../cds-service/trials/criteria/read-criterion.ts';
import { isNeverCertain } from '../../cds-service/trials/requirement-kind.ts';
import { amplification, biomarker, clear, fusion, named, patient, protein, tumour, variant } from '../oncology/facts.ts';
import { judged, testCriteria } from './criterion-table.ts';
import { context } from './knowledge.ts';

const word = (kind: string, status: string) => biomarker(kind, status, { status });
const share = (kind: string, value: number) => biomarker(kind, value, { unit: '%' });
const hla = (one: string, two: string): GermlineResult => ({
  gene: 'HLA-A',
  call: {
    kind: 'diplotype',
    haplotypes: [
      { units: [{ allele: one, copies: { n: 1, atLeast: false } }] },
      { units: [{ allele: two, copies: { n: 1, atLeast: false } }] },
    ],
  },
  text: `${one}/${two}`,
  source: { reference: 'Observation/hla', issued: '2026-10-03' },
  derivedFrom: [],
});
const pathogenic = (gene: string, origin: 'germline' | 'somatic' | 'unknown') => variant(gene, { classification: 'pathogenic', origin });

/** Synthetic; nobody in them exists. */
const WHO = {
  /** ER 5 %, PR 0 %, HER2 1+. */
  erLow: patient({ tumours: [tumour('IDC')], biomarkers: [share('ER', 5), share('PR', 0), biomarker('HER2', '1+', { method: 'IHC' })] }),
  /** ER positive by its word, PR negative, HER2 2+ without amplification; PIK3CA H1047R. */
  erWord: patient({
    tumours: [tumour('BREAST')],
    biomarkers: [
      word('ER', 'positive'),
      word('PR', 'negative'),
      biomarker('HER2', '2+', { method: 'IHC' }),
      biomarker('HER2', 'not amplified', { method: 'ISH' }),
    ],
    variants: [protein('PIK3CA', 'p.His1047Arg')],
  }),
  /** All three negative, HER2 0. */
  triple: patient({
    tumours: [tumour('BREAST')],
    biomarkers: [word('ER', 'negative'), word('PR', 'negative'), biomarker('HER2', '0', { method: 'IHC' })],
    tested: [clear('PIK3CA'), clear('AKT1')],
  }),
  /** HER2 3+. */
  her2: patient({
    tumours: [tumour('STAD')],
    biomarkers: [biomarker('HER2', '3+', { method: 'IHC' }), biomarker('CLDN18.2', 80, { unit: '%' })],
  }),
  /** No driver found; TPS 30 %, TMB 8, microsatellite stable. */
  clear: patient({
    tumours: [tumour('LUAD')],
    tested: ['EGFR', 'ALK', 'ROS1', 'RET', 'KRAS', 'BRAF', 'MET'].map((gene) => clear(gene)),
    biomarkers: [
      biomarker('PD-L1', 30, { method: 'TPS', unit: '%' }),
      biomarker('TMB', 8, { unit: '{mutations}/Mb' }),
      word('MSI', 'stable'),
      word('MMR', 'proficient'),
    ],
  }),
  /** EGFR L858R, TPS below 1 %. */
  egfr: patient({
    tumours: [tumour('LUAD')],
    variants: [protein('EGFR', 'p.Leu858Arg')],
    tested: [clear('ALK')],
    biomarkers: [biomarker('PD-L1', 1, { method: 'TPS', unit: '%', comparator: '<' })],
  }),
  ins20: patient({ tumours: [tumour('LUAD')], variants: [named('EGFR', 'exon 20 insertion', { classification: 'pathogenic' })] }),
  kras: patient({
    tumours: [tumour('COAD')],
    variants: [protein('KRAS', 'p.Gly12Asp')],
    biomarkers: [word('MSI', 'high'), word('MMR', 'deficient')],
  }),
  /** BRCA2 in the germline; BRCA1 and PALB2 clear there. */
  germline: patient({
    tumours: [tumour('HGSOC')],
    variants: [pathogenic('BRCA2', 'germline')],
    tested: [clear('BRCA1', 'germline'), clear('PALB2', 'germline')],
    biomarkers: [biomarker('HRD', 55)],
  }),
  /** BRCA2 in the tumour; nothing said of the germline. */
  somatic: patient({ tumours: [tumour('PRAD')], variants: [pathogenic('BRCA2', 'somatic')], biomarkers: [biomarker('HRD', 20)] }),
  /** BRCA2 without a word of where. */
  origin: patient({ tumours: [tumour('PRAD')], variants: [pathogenic('BRCA2', 'unknown')] }),
  a2: patient({ tumours: [tumour('SKCM')], germline: [hla('*02:01', '*24:02')] }),
  a1: patient({ tumours: [tumour('SKCM')], germline: [hla('*01:01', '*03:01')] }),
  a2Wide: patient({ tumours: [tumour('SKCM')], germline: [hla('*02', '*03:01')] }),
  /** Philadelphia-positive, FLT3 internal tandem duplication. */
  leukaemia: patient({
    tumours: [tumour('AML')],
    variants: [fusion('BCR', 'ABL1'), named('FLT3', 'ITD', { classification: 'pathogenic' })],
    tested: [clear('NPM1')],
  }),
  met: patient({ tumours: [tumour('LUAD')], variants: [amplification('MET'), fusion('EML4', 'ALK')] }),
  glioma: patient({ tumours: [tumour('GBM')], biomarkers: [word('MGMT methylation', 'positive')] }),
  bare: patient({ tumours: [tumour('LUAD')] }),
} as const satisfies Record<string, PatientFacts>;

type Row = readonly [text: string, verdicts: Partial<Record<keyof typeof WHO, 'met' | 'not-met' | 'unknown'>>];

const INCLUSION: readonly Row[] = [
  // lists of changes
  [
    'EGFR mutation: Ex19del, L858R, T790M, G719X, Exon20 insertions, S768I or L861Q',
    { egfr: 'met', ins20: 'met', clear: 'not-met', bare: 'unknown' },
  ],
  [
    'At least one documented sensitising EGFR mutation: exon 19 deletion, L858R or G719X',
    { egfr: 'unknown', clear: 'not-met', ins20: 'unknown' },
  ],
  ['EGFR mutation (exon 19 deletion or L858R)', { egfr: 'met', clear: 'not-met', ins20: 'unknown' }],
  ['Must have one of the following KRAS mutations: KRAS G12C, KRAS G12D or KRAS G12V', { kras: 'met', clear: 'not-met', bare: 'unknown' }],
  ['KRAS G12V, G12D, G12C, G12R, G12A or G13D mutation', { kras: 'met', clear: 'not-met', bare: 'unknown' }],
  ['Activating EGFR mutation (including, but not limited to, L858R)', { egfr: 'met', clear: 'not-met', bare: 'unknown' }],
  ['Documented activating mutation in PIK3CA in the tumor', { erWord: 'met', triple: 'not-met', bare: 'unknown' }],
  ['Alteration in one of the following genes: PIK3CA, AKT1 or PTEN', { erWord: 'met', triple: 'unknown', bare: 'unknown' }],
  ['KRASG12D-mutated solid tumor', { kras: 'met', clear: 'not-met' }],
  ['Tumor with mutated KRAS', { kras: 'met', clear: 'not-met', bare: 'unknown' }],
  ['FLT3-ITD mutation', { leukaemia: 'met', bare: 'unknown' }],
  ['METex14 skipping mutation', { clear: 'not-met', bare: 'unknown', met: 'unknown' }],
  ['MET amplification', { met: 'met', bare: 'unknown', clear: 'unknown' }],
  // one half decides
  ['KRAS G12D-mutated colorectal cancer that has progressed on or after standard chemotherapy', { clear: 'not-met', kras: 'unknown' }],
  [
    'ER-positive, HER2-negative breast cancer not amenable to curative treatment',
    { triple: 'not-met', her2: 'not-met', erWord: 'unknown' },
  ],
  ['EGFR-mutated NSCLC or any cancer with a RET fusion', { clear: 'unknown', egfr: 'unknown', bare: 'unknown' }],
  ['EGFR mutation or another actionable alteration', { egfr: 'unknown', clear: 'unknown' }],
  ['Patients with a KRAS mutation must have received chemotherapy', { clear: 'unknown', kras: 'unknown' }],
  ['Adenocarcinoma patients must not have an EGFR mutation', { egfr: 'unknown', her2: 'unknown' }],
  ['EGFR mutation status must be known', { clear: 'unknown', egfr: 'unknown' }],
  ['Tissue available for detection of a KRAS mutation', { clear: 'unknown', kras: 'unknown' }],
  ['Cohort 2: KRAS G12D mutation', { clear: 'unknown', kras: 'unknown' }],
  ['TNBC, ovarian cancer, MSI-H colorectal cancer or melanoma', { clear: 'not-met', kras: 'unknown' }],
  [
    'Locally advanced or metastatic (unresectable) NSCLC with documented EGFR exon 19 deletion or L858R mutation',
    { clear: 'not-met', egfr: 'unknown' },
  ],
  [
    'Tumor must harbor a KRAS G12D mutation and the subject must be HLA-A*11:01 positive',
    { clear: 'not-met', a1: 'not-met', kras: 'unknown' },
  ],
  ['One or more documented PIK3CA mutation(s) in blood and/or tumor', { erWord: 'unknown', triple: 'not-met' }],
  ['Solid tumor with a Kirsten rat sarcoma viral oncogene homolog (KRAS) G12D mutation', { kras: 'met', clear: 'not-met' }],
  [
    'Estrogen receptor positive (ER+)/human epidermal growth factor receptor 2 negative (HER2-) breast cancer',
    { erWord: 'met', triple: 'not-met' },
  ],
  ['ER positive tumor, with or without PR positivity', { triple: 'not-met', erLow: 'unknown' }],
  ['Unresectable HER2-positive tumor or EGFR-mutated lung cancer', { clear: 'unknown', triple: 'unknown' }],
  ['Mutation in RAD54L2', { clear: 'unknown', kras: 'unknown' }],
  ['Non-BRCA mutation', { germline: 'unknown', somatic: 'unknown' }],
  ['Participants with a KRAS mutation and those without any driver', { clear: 'unknown', kras: 'unknown' }],
  ['HER2-positive: prior trastuzumab; HER2-negative: prior chemotherapy', { triple: 'unknown', her2: 'unknown' }],
  ['Both HER2-positive and HER2-negative tumors', { triple: 'unknown', her2: 'unknown' }],
  ['ALK fusions must have been treated with an ALK inhibitor', { clear: 'unknown', met: 'unknown' }],
  ['HER2 2+ by IHC requires FISH amplification', { her2: 'unknown', erWord: 'unknown' }],
  ['SMARCA4-deficient tumor', { clear: 'unknown', bare: 'unknown' }],
  ['AML with an NPM1 mutation without FLT3-ITD', { leukaemia: 'not-met', bare: 'not-met' }],
  ['Uncommon EGFR mutations (G719X, S768I, L861Q)', { clear: 'not-met', egfr: 'unknown' }],
  [
    'HER2-positive tumor, shown by one of the following:\n  * 3+ by IHC\n  * 2+ by IHC with amplification. Alternatively, patients could be eligible by sequencing',
    { triple: 'unknown', her2: 'unknown' },
  ],
  ['Thyroid cancer with vascular invasion, although less likely to have a KRAS mutation', { kras: 'not-met', bare: 'not-met' }],
  ['Lung adenocarcinoma with invasion, although less likely to have a KRAS mutation', { clear: 'unknown', bare: 'unknown' }],
  ['Patients with lung cancer Patients with KRAS-mutated colon cancer', { clear: 'unknown', kras: 'unknown' }],
  ['T cells that kill HER2-positive targets in an assay', { triple: 'unknown', her2: 'unknown' }],
  // denial
  ['Does not have EGFR, ALK or ROS1 alterations', { clear: 'met', egfr: 'not-met', met: 'not-met', bare: 'unknown' }],
  ['No EGFR mutation, ALK rearrangement or ROS1 rearrangement', { clear: 'met', egfr: 'not-met', met: 'not-met', bare: 'unknown' }],
  ['Absence of EGFR and ALK mutations', { egfr: 'not-met', clear: 'met', bare: 'unknown' }],
  ['Tumor without EGFR sensitizing mutation or ALK translocation', { clear: 'met', egfr: 'not-met', met: 'not-met', ins20: 'unknown' }],
  ['Negative for EGFR mutations and ALK rearrangements', { clear: 'met', egfr: 'not-met', bare: 'unknown' }],
  ['KRAS G12D negative', { kras: 'not-met', clear: 'met', bare: 'unknown' }],
  ['KRAS and BRAF wild-type', { clear: 'met', kras: 'not-met', bare: 'unknown' }],
  ['No known actionable driver mutation', { clear: 'unknown', egfr: 'unknown' }],
  // origin
  ['Germline BRCA2 mutation', { germline: 'met', somatic: 'unknown', origin: 'unknown', bare: 'unknown' }],
  ['Deleterious or suspected deleterious germline BRCA1 mutation', { germline: 'not-met', somatic: 'unknown' }],
  ['Germline PALB2 mutation', { germline: 'not-met', somatic: 'unknown' }],
  ['Somatic BRCA2 mutation', { somatic: 'met', germline: 'unknown', origin: 'unknown' }],
  ['A germline or somatic BRCA1, BRCA2 or PALB2 mutation', { somatic: 'met', germline: 'met', origin: 'met', bare: 'unknown' }],
  ['Biallelic loss of BRCA2', { somatic: 'unknown', germline: 'unknown' }],
  // receptors
  ['ER and/or PR positive', { erLow: 'met', erWord: 'met', triple: 'not-met', bare: 'unknown' }],
  ['Disease must be ER+ and HER2-.', { erLow: 'met', erWord: 'met', triple: 'not-met', bare: 'unknown' }],
  ['HR+/HER2- breast cancer', { erWord: 'met', triple: 'not-met', her2: 'not-met' }],
  ['Estrogen receptor (ER)-positive (≥ 10%)', { erLow: 'not-met', erWord: 'unknown', triple: 'not-met', bare: 'unknown' }],
  ['ER positive, defined as ≥ 1% of tumor cell nuclei staining by IHC', { erLow: 'met', erWord: 'met', triple: 'not-met' }],
  ['ER and PR ≤ 10%', { erLow: 'met', erWord: 'unknown', triple: 'met', bare: 'unknown' }],
  [
    'Estrogen receptor negative and progesterone receptor negative (< 1%)',
    { triple: 'met', erLow: 'not-met', erWord: 'not-met', bare: 'unknown' },
  ],
  ['ER expression between 1% and 10%', { erLow: 'met', triple: 'not-met', erWord: 'unknown', bare: 'unknown' }],
  ['ER ≥ 1% or PR ≥ 1%', { erLow: 'met', triple: 'not-met', erWord: 'met', bare: 'unknown' }],
  ['ER < 10% and PR < 10%', { erLow: 'met', triple: 'met', erWord: 'unknown', bare: 'unknown' }],
  ['ER+ (>10%) and/or PR+ (>10%)', { erLow: 'not-met', triple: 'not-met', erWord: 'unknown' }],
  [
    'Hormone receptor positive (ER ≥ 1% and/or PR ≥ 1%), HER2 negative (IHC 0, 1+ or 2+/ISH-)',
    { erLow: 'met', erWord: 'met', triple: 'not-met' },
  ],
  ['ER/PR positive', { triple: 'not-met', erWord: 'unknown' }],
  ['HR negative or HR low positive tumor', { erLow: 'unknown', erWord: 'unknown' }],
  ['Triple-negative disease', { triple: 'met', erLow: 'not-met', her2: 'not-met', bare: 'unknown' }],
  ['HER2-low (IHC 1+ or IHC 2+/ISH-)', { erLow: 'met', erWord: 'met', triple: 'not-met', her2: 'not-met', bare: 'unknown' }],
  ['HER2-negative disease, defined as IHC 0, 1+ or 2+ and ISH negative', { erLow: 'met', erWord: 'met', triple: 'met', her2: 'not-met' }],
  ['HER2 IHC 2+ or 3+', { her2: 'met', erWord: 'met', erLow: 'not-met', bare: 'unknown' }],
  ['HER2-positive (IHC 3+ or IHC 2+/ISH+)', { her2: 'met', erWord: 'not-met', bare: 'unknown' }],
  ['HER2 expression (IHC 1-3+)', { her2: 'met', erLow: 'met', triple: 'not-met', bare: 'unknown' }],
  ['HER2/CEP17 ratio ≥ 2.0', { her2: 'unknown', triple: 'unknown' }],
  ['HER2-positive (IHC3+ or FISH+)', { her2: 'met', erWord: 'not-met', bare: 'unknown' }],
  ['HER2 negative: IHC 0 or 1+, or FISH non-amplified', { erLow: 'met', her2: 'not-met', bare: 'unknown' }],
  ['EGFRm NSCLC', { egfr: 'met', clear: 'not-met', bare: 'unknown' }],
  ['Tumor negative for HER2 expression (IHC 0/1+ or IHC 2+/ISH negative)', { erLow: 'met', her2: 'not-met', bare: 'unknown' }],
  ['Negative for PD-L1 (TPS < 1%)', { clear: 'unknown', egfr: 'unknown' }],
  // tumour-wide markers
  ['TMB < 10 mut/Mb', { clear: 'met', kras: 'unknown' }],
  ['TMB ≥ 10 mutations/megabase', { clear: 'not-met', kras: 'unknown' }],
  ['PD-L1 TPS 1-49%', { clear: 'met', egfr: 'not-met', bare: 'unknown' }],
  ['PD-L1 TPS < 50%', { clear: 'met', egfr: 'met', bare: 'unknown' }],
  ['PD-L1 tumor proportion score (TPS) < 1%', { clear: 'not-met', egfr: 'met', bare: 'unknown' }],
  ['PD-L1 positive (TPS ≥ 1% or CPS ≥ 1)', { clear: 'met', egfr: 'unknown', bare: 'unknown' }],
  ['PD-L1 positive tumor', { clear: 'unknown', egfr: 'unknown' }],
  ['PD-L1 CPS < 10', { clear: 'unknown' }],
  ['MSS or pMMR', { clear: 'met', kras: 'not-met', bare: 'unknown' }],
  ['Not MSI-H or dMMR', { clear: 'met', kras: 'not-met', bare: 'unknown' }],
  ['Homologous recombination deficiency (HRD) score ≥ 42', { germline: 'met', somatic: 'not-met', bare: 'unknown' }],
  ['CLDN18.2 positive', { her2: 'unknown', bare: 'unknown' }],
  ['CLDN18.2 ≥ 75% of tumor cells with moderate to strong staining', { her2: 'unknown', bare: 'unknown' }],
  ['CD19-positive disease', { leukaemia: 'unknown' }],
  ['MGMT promoter methylation', { glioma: 'met', bare: 'unknown' }],
  ['Unmethylated MGMT promoter', { glioma: 'not-met', bare: 'unknown' }],
  ['HPV-positive', { bare: 'unknown' }],
  // HLA, karyotype
  ['HLA-A*02:01 positive', { a2: 'met', a1: 'not-met', a2Wide: 'unknown', bare: 'unknown' }],
  ['Must be HLA-A*02:01 or HLA-A*02:05 positive by a central assay', { a2: 'met', a1: 'not-met', a2Wide: 'unknown' }],
  ['HLA-A*02 positive', { a2: 'met', a2Wide: 'met', a1: 'not-met', bare: 'unknown' }],
  ['HLA-A*0201 positive', { a2: 'met', a1: 'not-met' }],
  ['Philadelphia chromosome-positive', { leukaemia: 'met', bare: 'unknown' }],
  ['BCR-ABL1 negative', { leukaemia: 'not-met', bare: 'unknown' }],
  ['t(9;22) positive', { leukaemia: 'unknown', bare: 'unknown' }],
  ['t(11;14)', { leukaemia: 'unknown' }],
  ['NPM1 mutation', { leukaemia: 'not-met', bare: 'unknown' }],
  ['Complex karyotype', { leukaemia: 'unknown' }],
];

const EXCLUSION: readonly Row[] = [
  ['Previously tested HER2-positive by prior pathology', { triple: 'unknown', erLow: 'unknown' }],
  ['Known EGFR mutation, ALK rearrangement or ROS1 rearrangement', { clear: 'met', egfr: 'not-met', met: 'not-met', bare: 'unknown' }],
  [
    'EGFR mutation, ALK fusion or any other actionable driver mutation',
    { egfr: 'not-met', met: 'not-met', clear: 'unknown', bare: 'unknown' },
  ],
  ['Known sensitizing EGFR mutation', { egfr: 'not-met', clear: 'met', ins20: 'unknown' }],
  ['EGFR mutation other than exon 20 insertion', { clear: 'met', egfr: 'unknown', ins20: 'unknown' }],
  ['Known KRAS mutation with progression on prior chemotherapy', { clear: 'met', kras: 'unknown' }],
  ['Known EGFR mutation or ALK fusion. Testing is not required', { clear: 'met', egfr: 'not-met' }],
  ['KRAS mutations are excluded from this study', { clear: 'met', bare: 'unknown' }],
  ['Prior treatment with a drug that targets KRAS G12D', { clear: 'unknown', kras: 'unknown' }],
  ['Prior treatment with a KRAS G12D tyrosine kinase inhibitor', { clear: 'unknown', kras: 'unknown' }],
  ['Dihydropyrimidine dehydrogenase deficiency including mutations of DPYD', { clear: 'unknown' }],
  ['Antibodies against HER2- or HER3-expressing cells', { her2: 'unknown', triple: 'unknown' }],
  ['PD-L1 TPS ≥ 50%', { clear: 'met', egfr: 'met', bare: 'unknown' }],
  ['MSI-H, dMMR, or hypermutated tumor', { kras: 'not-met', clear: 'unknown' }],
  ['HLA-A*02:05 genotype', { a1: 'met', a2: 'met', a2Wide: 'unknown' }],
  ['Known germline BRCA2 mutation', { germline: 'not-met', somatic: 'unknown', bare: 'unknown' }],
  ['Loss of CD19 expression after CAR-T therapy', { leukaemia: 'unknown', bare: 'unknown' }],
  ['Known EGFR, ALK or ROS1 positive disease', { egfr: 'not-met', met: 'not-met', clear: 'met', bare: 'unknown' }],
  ['PML-RARA fusion', { leukaemia: 'unknown', bare: 'unknown' }],
];

testCriteria('findings of the tumour and the germline in criteria', { inclusion: INCLUSION, exclusion: EXCLUSION }, WHO, 200);

describe('findings in criteria', () => {
  it.each([
    ['PD-L1 positive tumor', 'PD-L1'],
    ['Complex karyotype', 'cytogenetics'],
    ['HLA-A*02:01 positive', 'HLA-A'],
    ['t(11;14)', 't(11;14)'],
    ['HER2/CEP17 ratio ≥ 2.0', 'HER2 in-situ test'],
    ['Variant allele fraction of TP53 ≥ 10%', 'variant allele fraction'],
    ['CD19-positive disease', 'CD19'],
    ['Germline PALB2 mutation', 'germline'],
  ])('%s: names the test that is missing', (text, test) => {
    const [criterion] = judged('inclusion', text, WHO.bare);
    expect(criterion?.because).toContain(test);
  });
  it('leave a short point of a numbered list open: it may be one of several groups', () => {
    expect(isNeverCertain(readCriterion('ii. HER2 positive', context).requirement)).toBe(true);
    expect(isNeverCertain(readCriterion('HER2 positive', context).requirement)).toBe(false);
  });
});
