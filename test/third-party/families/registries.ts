/** Answers of cancer registries: the printed words of a coded item, the code alone, and "but not" in all its forms. */
import type { Family, Outcome, ThirdPartyCase } from '../judge.ts';
import { AML, coded, GIST, LUNG, result, tumour, type Value } from '../shapes.ts';

type Orders = Readonly<Record<string, Outcome>>;
type Row = readonly [tumour: string, item: string, answer: string, orders: Orders, more?: Partial<ThirdPartyCase>];
const COLON = 'Colon cancer';
const BREAST = 'Breast cancer';
const MELANOMA = 'Melanoma';
const NSCLC = 'Lung cancer';

const WORDS: readonly Row[] = [
  [COLON, 'KRAS', 'Abnormal (mutated) in codon 146 only', { cetuximab: 'against: KRAS' }],
  [COLON, 'KRAS', 'Abnormal (mutated) in codon(s) 12, 13, and/or 61', { cetuximab: 'against: KRAS' }],
  [COLON, 'KRAS', 'Abnormal (mutated), but not in codon(s) 12, 13, 61, or 146', { cetuximab: 'open: KRAS' }],
  [COLON, 'KRAS', 'Abnormal (mutated), NOS, codon(s) not specified', { cetuximab: 'against/open: KRAS & !No KRAS' }],
  [COLON, 'KRAS', 'Test ordered, results not in chart', { cetuximab: 'open/untested: KRAS & NRAS' }],
  [COLON, 'KRAS', 'Not documented in medical record KRAS not assessed or unknown if assessed', { cetuximab: 'open/untested' }, { finds: ['!KRAS not present', '!KRAS variant'] }],
  [COLON, 'KRAS', 'Normal (wild type) Negative for mutations', { cetuximab: 'untested: NRAS & !KRAS variant' }],
  [COLON, 'KRAS', 'Normal KRAS negative, KRAS wild type Negative for (somatic) mutations, no alterations, no (somatic) mutations identified, not present, not detected', { cetuximab: 'untested: NRAS & !KRAS variant' }],
  [COLON, 'NRAS Mutational Analysis', 'Abnormal (mutated)/detected, codon(s) specified but not in codon(s) 12, 13, or 61', { cetuximab: 'open: NRAS & but not' }],
  [COLON, 'Microsatellite Instability (MSI)', 'MSI unstable high (MSI-H); AND/OR MMR-D (loss of nuclear expression of one or more MMR proteins, MMR protein deficient)', { pembrolizumab: 'fits' }],
  [COLON, 'Microsatellite Instability (MSI)', 'Microsatellite instability (MSI) stable; microsatellite stable (MSS); negative, NOS; AND/OR Mismatch repair (MMR) intact, no loss of nuclear expression of MMR proteins', { pembrolizumab: 'open/untested/absent' }],
  [COLON, 'BRAF Mutational Analysis', 'Abnormal (mutated)/detected, but not BRAF V600E (c.1799T>A) mutation', { encorafenib: 'absent/open' }, { finds: ['!V600E present', '!Val600Glu present'] }],
  [NSCLC, 'EGFR Mutational Analysis', 'Abnormal (mutated)/detected in exon(s) 18, 19, 20, and/or 21', { osimertinib: 'open: EGFR & !No EGFR' }],
  [NSCLC, 'EGFR Mutational Analysis', 'Abnormal (mutated)/detected but not in exon(s) 18, 19, 20, and/or 21', { osimertinib: 'open/absent' }],
  [NSCLC, 'EGFR Mutational Analysis', 'Normal EGFR negative, EGFR wild type Negative for mutations, no alterations, no mutations (somatic) identified, not present, not detected', { osimertinib: 'absent' }],
  [NSCLC, 'EGFR Mutational Analysis', 'Not documented in medical record EGFR not assessed or unknown if assessed', { osimertinib: 'open/untested: !tested, not found' }],
  [NSCLC, 'ALK Rearrangement', 'Rearrangement identified/detected: Other ALK Rearrangement not listed in code 1', { alectinib: 'fits' }],
  [NSCLC, 'ALK Rearrangement', 'Rearrangement, NOS', { alectinib: 'fits/open: !No ALK' }],
  [NSCLC, 'ALK Rearrangement', 'Abnormal Rearrangement identified/detected: EML4-ALK, KIF5B-ALK, TFG-ALK, and/or KLC1-ALK', { alectinib: 'fits' }, { finds: ['ALK', '!EML4::ALK'] }],
  [NSCLC, 'ALK Rearrangement', 'Normal; ALK negative; Negative for rearrangement, no rearrangement identified, no mutations (somatic) identified, not present, not detected', { alectinib: 'absent' }],
  [NSCLC, 'ALK Rearrangement', 'Not documented in medical record ALK Rearrangement not assessed or unknown if assessed', { alectinib: 'open/untested' }],
  [MELANOMA, 'BRAF Mutational Analysis', 'Abnormal (mutated)/detected: BRAF V600E (c.1799T>A) mutation', { vemurafenib: 'fits' }],
  [MELANOMA, 'BRAF Mutational Analysis', 'Abnormal (mutated)/detected, but not BRAF V600E (c.1799T>A) mutation', { vemurafenib: 'absent/open' }, { finds: ['!Val600Glu present', '!V600E present'] }],
  [MELANOMA, 'BRAF Mutational Analysis', 'Abnormal (mutated)/detected, KIAA1549: BRAF gene fusion', { vemurafenib: 'absent/open' }],
  [MELANOMA, 'BRAF Mutational Analysis', 'Abnormal (mutated), NOS', { vemurafenib: 'open: BRAF & !No BRAF' }],
  [MELANOMA, 'BRAF Mutational Analysis', 'Normal BRAF negative, BRAF wild type Negative for (somatic) mutations, no alterations, no (somatic) mutations identified, not present, not detected', { vemurafenib: 'absent' }],
  [BREAST, 'HER2 Overall Summary', 'Positive', { trastuzumab: 'fits' }],
  [BREAST, 'HER2 Overall Summary', 'Negative; equivocal', { trastuzumab: 'open/absent' }],
  [BREAST, 'HER2 IHC Summary', 'Equivocal (Score 2+) Stated as equivocal', { trastuzumab: 'open: HER2' }],
  [BREAST, 'HER2 IHC Summary', 'Positive (Score 3+) Stated as positive', { trastuzumab: 'fits' }],
  [BREAST, 'HER2 IHC Summary', 'Negative (Score 1+)', { trastuzumab: 'absent', 'trastuzumab deruxtecan': 'fits' }],
  [BREAST, 'HER2 IHC Summary', 'Stated as negative, but score not stated', { trastuzumab: 'absent' }],
  [BREAST, 'HER2 ISH Summary', 'Positive [amplified]', { trastuzumab: 'fits' }],
  [BREAST, 'HER2 ISH Summary', 'Negative [not amplified]', { trastuzumab: 'absent' }],
  [BREAST, 'HER2 ISH Summary', 'Not documented in medical record Results cannot be determined (indeterminate) HER2 ISH Summary not assessed or unknown if assessed', { trastuzumab: 'untested/open' }],
  [BREAST, 'Estrogen Receptor Summary', 'ER positive', { fulvestrant: 'fits' }],
  [BREAST, 'Progesterone Receptor Summary', 'PR positive', {}, { finds: ['PR PR positive positive'] }],
]; // prettier-ignore

/** Given as its printed words without a code, as a local code, or as a text. */
const AFTER_A_FINDING: readonly Row[] = [
  [LUNG, 'KRAS', 'Mutation detected, but not G12C', { sotorasib: 'absent' }],
  [LUNG, 'KRAS', 'Mutation other than G12C detected', { sotorasib: 'absent' }],
  [LUNG, 'KRAS', 'Positive (non-G12C)', { sotorasib: 'absent/open' }],
  [LUNG, 'EGFR', 'Mutation other than exon 19 deletion or L858R', { osimertinib: 'absent/open' }],
  [LUNG, 'EGFR', 'Uncommon mutation (excluding exon 19 deletion and L858R)', { osimertinib: 'absent/open' }],
  [LUNG, 'EGFR', 'Mutation detected, except T790M', { osimertinib: 'open' }, { finds: ['!Thr790Met present', '!T790M present'] }],
  [MELANOMA, 'BRAF', 'V600 mutation other than V600E', { vemurafenib: 'open/absent' }],
  [MELANOMA, 'BRAF', 'Mutated, not V600', { vemurafenib: 'open/absent' }],
  [MELANOMA, 'BRAF', 'non-V600 mutation', { vemurafenib: 'open/absent' }],
  [AML, 'FLT3', 'Mutation detected; not ITD', { quizartinib: 'open/absent' }],
  [AML, 'FLT3', 'Positive, non-ITD', { quizartinib: 'open/absent' }],
  [AML, 'FLT3', 'Detected: D835Y; no ITD', { quizartinib: 'against: D835Y', gilteritinib: 'fits' }],
  [AML, 'IDH1', 'R132 mutation other than R132H', { ivosidenib: 'fits/open' }],
  [LUNG, 'MET', 'Mutation detected, not exon 14 skipping', { capmatinib: 'open/absent' }],
  [LUNG, 'RET', 'Rearrangement other than KIF5B-RET', { selpercatinib: 'fits/open: !No RET' }],
  [LUNG, 'ALK', 'Fusion other than EML4-ALK', { alectinib: 'fits/open: !No ALK' }],
  [GIST, 'PDGFRA', 'Exon 18 mutation other than D842V', { avapritinib: 'fits', imatinib: 'silent/open' }],
  ['Chronic myeloid leukemia', 'BCR-ABL1 kinase domain mutation', 'Mutation detected (not T315I)', { dasatinib: 'fits' }],
  [LUNG, 'EGFR', 'Exon 20 insertion, T790M and C797S not included in this assay', { osimertinib: 'open/absent', amivantamab: 'fits/open' }],
  [LUNG, 'EGFR', 'Positive: exon 19 deletion (L858R, T790M negative)', { osimertinib: 'fits' }],
  [LUNG, 'EGFR', 'L858R and/or L861Q', { osimertinib: 'fits/open' }],
  [LUNG, 'EGFR', 'Ex19del vs. L858R: Ex19del', { osimertinib: 'fits/open' }],
]; // prettier-ignore

type Bare = readonly [tumour: string, item: string, answer: Value, orders: Orders, more?: Partial<ThirdPartyCase>];
const BARE: readonly Bare[] = [
  [BREAST, 'HER2 Overall Summary', '1', { trastuzumab: 'open: HER2' }],
  [BREAST, 'HER2 IHC Summary', '3', { trastuzumab: 'fits/open' }],
  [BREAST, 'HER2 ISH Summary', '0', { trastuzumab: 'absent/open' }],
  [BREAST, 'Estrogen Receptor Summary', '1', { fulvestrant: 'fits/open' }],
  [COLON, 'KRAS', '0', { cetuximab: 'open/untested' }, { finds: ['!KRAS variant'] }],
  [COLON, 'Microsatellite Instability (MSI)', '2', { pembrolizumab: 'open: MSI' }],
  [NSCLC, 'EGFR Mutational Analysis', { valueInteger: 1 }, { osimertinib: 'open: EGFR' }],
  [MELANOMA, 'BRAF V600E', { valueInteger: 0 }, { vemurafenib: 'absent/open' }],
  [MELANOMA, 'BRAF V600E', { valueInteger: 1 }, { vemurafenib: 'fits/open' }],
  [NSCLC, 'EGFR L858R', true, { osimertinib: 'fits' }],
  [NSCLC, 'ALK rearrangement', false, { alectinib: 'absent' }],
  [COLON, 'MSI-High', true, { pembrolizumab: 'fits' }],
  [COLON, 'MSI-High', false, { pembrolizumab: 'open: MSI & !No MSI' }],
  [COLON, 'dMMR', false, { pembrolizumab: 'open: MMR & !No MMR' }],
  [BREAST, 'HER2 positive', false, { trastuzumab: 'absent' }],
]; // prettier-ignore

const line = (prefix: string, [at, item, answer, orders, more]: Row | Bare, given: Value): ThirdPartyCase => ({
  name: `${prefix}${item} = ${typeof answer === 'string' ? answer : JSON.stringify(answer)} (${at})`,
  chart: [tumour(at), result(item, given)],
  orders,
  ...more,
});

export const registryAnswers: Family = {
  source: 'NAACCR data dictionary v25, site-specific items 3855, 3866, 3890, 3938-3941 (apps.naaccr.org), SEER staging answers',
  cases: [
    ...WORDS.map((row, at) => line('', row, coded('urn:naaccr', String(at % 9), row[2]))),
    ...BARE.map((row) => line('code alone: ', row, row[2])),
  ],
};
export const exceptions: Family = {
  source: 'NAACCR items 3939 and 3940, code 2 ("but not …"), and the same thought in other words',
  cases: AFTER_A_FINDING.map((row) => line('', row, row[2])),
};
