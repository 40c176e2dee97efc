/** Genes with a result that changes an order and one that does not, as the shipped guidelines have them (pgx-guideline.json). */
export interface GermlineState {
  /** Both alleles, or the one change that stands for them. */
  readonly pair: string;
  readonly term: string;
  readonly score?: string;
  /** The bases at the subject's position, as the guideline's table writes them. */
  readonly bases?: string;
}
export interface GermlineSubject {
  readonly gene: string;
  readonly hgnc: string;
  readonly drug: string;
  readonly positive: GermlineState;
  readonly negative: GermlineState;
  /** One position that alone shows the positive result. */
  readonly position?: { readonly rsId: string; readonly coding: string; readonly zygosity: 'homozygous' | 'heterozygous' };
  /** The one allele that is asked for by name. */
  readonly allele?: string;
  /** Codes of phenotypes by LOINC: the test and the answer. */
  readonly activityTest?: string;
}

const POOR = 'Poor Metabolizer';
const NORMAL = 'Normal Metabolizer';
const state = (pair: string, term: string, bases?: string, score?: string): GermlineState => ({
  pair,
  term,
  ...(bases === undefined || bases === '' ? {} : { bases }),
  ...(score === undefined ? {} : { score }),
});
const at = (rsId: string, coding: string, zygosity: 'homozygous' | 'heterozygous' = 'homozygous') => ({
  position: { rsId, coding, zygosity },
});
const subject = (
  gene: string,
  hgnc: string,
  drug: string,
  positive: GermlineState,
  negative: GermlineState,
  more: Partial<GermlineSubject> = {},
): GermlineSubject => ({ gene, hgnc, drug, positive, negative, ...more });
/** One HLA allele before the drug that it bars, and the other allele of the typing. */
const hla = (gene: string, hgnc: string, allele: string, drug: string, other: string, without: string): GermlineSubject =>
  subject(gene, hgnc, drug, state(`${allele}/${other}`, `${gene}${allele} positive`), state(without, `${gene}${allele} negative`), {
    allele,
  });

export const GERMLINE: readonly GermlineSubject[] = [
  subject('CYP2C19', '2621', 'clopidogrel', state('*2/*2', POOR, 'A/A'), state('*1/*1', NORMAL, 'G/G'), { ...at('rs4244285', 'c.681G>A'), activityTest: '79714-2' }),
  subject('CYP2D6', '2625', 'codeine', state('*4/*4', POOR, 'T/T', '0'), state('*1/*1', NORMAL, 'C/C', '2'), { ...at('rs3892097', 'c.506-1G>A'), activityTest: '79715-9' }),
  subject('CYP2D6', '2625', 'tramadol', state('*1x2/*2', 'Ultrarapid Metabolizer', '', '3'), state('*1/*2', NORMAL, '', '2'), { activityTest: '79715-9' }),
  subject('DPYD', '3012', 'capecitabine', state('*1/*2A', 'Intermediate Metabolizer', 'C/T', '1'), state('*1/*1', NORMAL, 'C/C', '2'), { ...at('rs3918290', 'c.1905+1G>A', 'heterozygous'), activityTest: '79719-1' }),
  subject('TPMT', '12014', 'azathioprine', state('*3A/*3A', POOR), state('*1/*1', NORMAL), { activityTest: '79713-4' }),
  subject('NUDT15', '23063', 'mercaptopurine', state('*3/*3', POOR, 'T/T'), state('*1/*1', NORMAL, 'C/C'), at('rs116855232', 'c.415C>T')),
  subject('SLCO1B1', '10959', 'simvastatin', state('*5/*5', 'Poor Function', 'C/C'), state('*1/*1', 'Normal Function', 'T/T'), at('rs4149056', 'c.521T>C')),
  subject('UGT1A1', '12530', 'irinotecan', state('*28/*28', POOR), state('*1/*1', NORMAL)),
  subject('CYP2C9', '2623', 'phenytoin', state('*3/*3', POOR, 'C/C', '0'), state('*1/*1', NORMAL, 'A/A', '2'), { ...at('rs1057910', 'c.1075A>C'), activityTest: '79716-7' }),
  subject('CYP2B6', '2615', 'efavirenz', state('*6/*6', POOR), state('*1/*1', NORMAL)),
  subject('CYP3A5', '2638', 'tacrolimus', state('*1/*1', NORMAL), state('*3/*3', POOR), { activityTest: '79717-5' }),
  subject('G6PD', '4057', 'rasburicase', state('A- 202A_376G/A- 202A_376G', 'Deficient'), state('B (reference)/B (reference)', 'Normal')),
  subject('MT-RNR1', '7470', 'gentamicin', state('m.1555A>G', 'increased risk of aminoglycoside-induced hearing loss'), state('Reference', 'normal risk of aminoglycoside-induced hearing loss')),
  subject('RYR1', '10483', 'succinylcholine', state('c.7300G>A/Reference', 'Malignant Hyperthermia Susceptibility'), state('No pathogenic variant detected', 'Negative')),
  hla('HLA-B', '4932', '*57:01', 'abacavir', '*07:02', '*07:02/*08:01'),
  hla('HLA-B', '4932', '*15:02', 'carbamazepine', '*07:02', '*07:02/*08:01'),
  hla('HLA-B', '4932', '*58:01', 'allopurinol', '*07:02', '*07:02/*08:01'),
  hla('HLA-A', '4931', '*31:01', 'carbamazepine', '*02:01', '*02:01/*24:02'),
]; // prettier-ignore
