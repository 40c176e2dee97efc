/** Answers that laboratories write short, in older names or in other languages: they say enough for one drug and not for another. */
import type { Family, Outcome, ThirdPartyCase } from '../judge.ts';
import { BREAST, COLON, LUNG, MELANOMA, OVARY, result, tumour, type Code, type Value } from '../shapes.ts';

type Orders = Readonly<Record<string, Outcome>>;
type Row = readonly [tumour: string, name: Code, answer: Value, orders: Orders, more?: Partial<ThirdPartyCase>];

const said = (answer: Value): string => (typeof answer === 'string' ? answer : JSON.stringify(answer)).replaceAll('\n', ' / ');
const cases = (rows: readonly Row[]): ThirdPartyCase[] =>
  rows.map(([at, name, answer, orders, more]) => ({
    name: `${typeof name === 'string' ? name : (name.text ?? '')} = ${said(answer)} (${at})`,
    chart: [tumour(at), result(name, answer)],
    orders,
    ...more,
  }));

const AGAINST: Orders = { cetuximab: 'against: RAS mutation' };
const RAS_MUTATED: readonly (readonly [name: string, answer: string])[] = [
  ['Statut RAS', 'muté'], ['Mutation RAS', 'Présente'], ['RAS-Status', 'mutiert'], ['RAS-Mutation', 'nachgewiesen'], ['Estado RAS', 'mutado'],
  ['Mutación RAS', 'Detectada'], ['Stato RAS', 'mutato'], ['Estado do RAS', 'mutado'], ['Mutação RAS', 'Presente'], ['RAS status', 'gemuteerd'],
  ['RAS-mutatie', 'Aanwezig'], ['RAS', 'Mutation detected'], ['RAS', 'mutant'], ['KRAS/NRAS', 'mutated'],
]; // prettier-ignore
const RAS_CLEAR: readonly (readonly [name: string, answer: string])[] = [
  ['Statut RAS', 'non muté'], ['Statut RAS', 'sauvage'], ['RAS-Status', 'Wildtyp'], ['Estado RAS', 'nativo'], ['Estado RAS', 'no mutado'],
  ['Stato RAS', 'non mutato'], ['RAS-mutatie', 'Afwezig'], ['Mutazione RAS', 'Assente'], ['RAS', 'Nessuna mutazione'], ['RAS', 'Sin mutación'],
]; // prettier-ignore

export const rasAsAGroup: Family = {
  source: 'RAS as one result: labels 125084 and 125147 leave out a mutation of KRAS or of NRAS; answers in European languages',
  cases: [
    ...cases(RAS_MUTATED.map(([name, answer]): Row => [COLON, name, answer, AGAINST])),
    ...cases(RAS_CLEAR.map(([name, answer]): Row => [COLON, name, answer, { cetuximab: 'fits' }])),
    ...cases([
      [LUNG, 'RAS mutation', 'Detected', { sotorasib: 'open: KRAS & !fits', osimertinib: 'untested: EGFR' }],
      // A third gene in the name: which of them is mutated is not said.
      [COLON, 'KRAS/NRAS/BRAF', 'mutated', { cetuximab: 'open' }],
      [COLON, 'RAS', 'mutation status unknown', { cetuximab: 'open' }],
      [COLON, 'RAS', 'not tested', { cetuximab: 'open/untested' }],
      [COLON, 'HRAS', 'mutated', { cetuximab: 'untested: KRAS' }],
      [COLON, 'Estado de KRAS', 'Nativo', { cetuximab: 'untested: No NRAS result' }],
    ]),
  ],
};

export const codonsAlone: Family = {
  source: 'A codon without its exchange: NAACCR item 3866 and pyrosequencing reports',
  cases: cases([
    [COLON, 'KRAS', 'Codon 12 mutation', { cetuximab: 'against: codon 12', panitumumab: 'against: codon 12' }],
    [LUNG, 'KRAS', 'Codon 12 mutation', { sotorasib: 'open: KRAS & !tested, not found' }],
    [COLON, 'KRAS', 'Mutation in codon 12', { cetuximab: 'against: codon 12' }],
    [COLON, 'KRAS', 'Exon 2 codon 12 mutation', { cetuximab: 'against: codon 12' }],
    [COLON, 'KRAS', 'Mutation codon 12/13', { cetuximab: 'against: codon 12/13' }],
    [COLON, 'KRAS', 'Mutación en codón 12', { cetuximab: 'against: codon 12' }],
    [COLON, 'KRAS', 'Mutation im Codon 12', { cetuximab: 'against: codon 12' }],
    [COLON, 'KRAS', 'Mutation du codon 12', { cetuximab: 'against: codon 12' }],
    [COLON, 'KRAS', 'Mutazione del codone 12', { cetuximab: 'against: codon 12' }],
    [COLON, 'NRAS', 'Codon 61 mutation', { cetuximab: 'against: codon 61' }],
    [COLON, 'KRAS', 'codon 12', { cetuximab: 'untested/open: !against' }],
    [COLON, 'KRAS', 'Possible codon 12 mutation', { cetuximab: 'untested/open' }],
    [COLON, 'KRAS', 'Codon 12: wild type', { cetuximab: 'untested/open' }],
  ]),
};

export const olderNames: Family = {
  source:
    'Changes by older names: BIC numbers of BRCA1 and BRCA2 (ClinVar RCV000056295, RCV000048738), YVMA (CIViC VID 410), MET(13)-MET(15)',
  cases: cases([
    ...['185delAG', '185 delAG', '185 del AG', '187delAG detected'].map((answer): Row => [
      OVARY,
      'BRCA1',
      answer,
      { olaparib: 'fits' },
      { finds: ['BRCA1 c.68_69delAG present'] },
    ]),
    [OVARY, 'BRCA1', '5382insC', { olaparib: 'fits' }],
    [OVARY, 'BRCA1 185delAG', 'Positive', { olaparib: 'fits' }],
    [OVARY, 'BRCA2', '6174 del T - pathogenic', { olaparib: 'fits' }],
    // One place that was looked at is not the gene.
    [OVARY, 'BRCA1 185delAG', 'Not detected', { olaparib: 'open/untested: !tested, not found' }],
    [OVARY, 'BRCA1/2', '185delAG', { olaparib: 'open: !No BRCA1' }],
    [OVARY, 'BRCA1', '68delAG', { olaparib: 'open/untested: !No BRCA1 or BRCA2' }],
    [LUNG, 'ERBB2', 'YVMA insertion', { 'trastuzumab deruxtecan': 'fits' }],
    [LUNG, 'ERBB2', 'exon 20 insertion (YVMA)', { 'trastuzumab deruxtecan': 'fits' }],
    [LUNG, 'HER2 mutation', 'Exon 20 YVMA insertion', { 'trastuzumab deruxtecan': 'fits' }],
    [LUNG, 'ERBB2', 'A775_G776insYVMA', { 'trastuzumab deruxtecan': 'fits' }],
    [LUNG, 'MET', 'MET(13)-MET(15)', { capmatinib: 'fits' }],
    [LUNG, 'Gene fusion', 'MET(13)-MET(15)', { capmatinib: 'fits' }],
    [LUNG, 'RNA fusion panel', 'MET-MET.M13M15', { capmatinib: 'fits/open' }],
    [LUNG, 'MET', 'MET(13)::MET(15)', { capmatinib: 'fits' }],
  ]),
};

const SURROGATE = { warns: ['shown by a stain (VE1)'] };
export const stainsForChanges: Family = {
  source: 'VE1, the stain for BRAF V600E (J Cutan Pathol, doi 10.1111/cup.12364)',
  cases: cases([
    [MELANOMA, 'VE1 immunohistochemistry', 'Positive', { vemurafenib: 'fits' }, SURROGATE],
    [MELANOMA, 'BRAF V600E (VE1) immunohistochemistry', 'Positive', { vemurafenib: 'fits' }, SURROGATE],
    [MELANOMA, 'VE1', 'Positive', { vemurafenib: 'fits' }, SURROGATE],
    [MELANOMA, 'BRAF', 'VE1 IHC positive', { vemurafenib: 'fits' }, SURROGATE],
    // The antibody does not see V600K, which the label takes beside another drug.
    [MELANOMA, 'VE1 IHC', 'Negative', { dabrafenib: 'absent: BRAF V600E & !V600K' }, { warns: ['does not see V600K'] }],
  ]),
};

export const allredScores: Family = {
  source: 'Allred score of ER and PR: NAACCR item "ER total Allred score"; CAP template for biomarkers of breast cancer 2014',
  cases: cases([
    [BREAST, 'Estrogen receptor', '8/8', { fulvestrant: 'fits' }, { finds: ['ER 8/8 positive'] }],
    [BREAST, 'Estrogen receptor', '0/8', { fulvestrant: 'open/untested' }, { finds: ['ER 0/8 negative'] }],
    [BREAST, 'ER', 'Allred 7', { fulvestrant: 'fits' }],
    [BREAST, 'ER', '3/8', { fulvestrant: 'fits' }],
    [BREAST, 'ER', '2/8', { fulvestrant: 'open/untested' }, { finds: ['ER 2/8 negative'] }],
    [BREAST, 'ER Allred score', 8, { fulvestrant: 'fits' }],
    [BREAST, 'Allred score ER', '7', { fulvestrant: 'fits' }],
    [BREAST, 'ER', '1/8', { fulvestrant: 'open/untested' }, { warns: ['could not be read'] }],
    [BREAST, 'ER', 'positive, Allred 2/8', { fulvestrant: 'open/untested' }, { warns: ['disagree'] }],
    [BREAST, 'ER', '8/10', { fulvestrant: 'open/untested' }, { warns: ['could not be read'] }],
    [BREAST, 'PR', '0/8', { fulvestrant: 'open/untested' }, { finds: ['PR 0/8 negative'] }],
  ]),
};

const UTERUS = 'Endometrial carcinoma';
type Pair = readonly [
  tumour: string,
  results: readonly (readonly [name: string, answer: string])[],
  orders: Orders,
  more?: Partial<ThirdPartyCase>,
];
const UNLIKE: readonly Pair[] = [
  [UTERUS, [['MSI status', 'MSI-H'], ['Mismatch repair', 'pMMR (proficient)']], { dostarlimab: 'open: MSI high and MMR proficient disagree', pembrolizumab: 'open: disagree' }],
  [COLON, [['MSI status', 'MSI-H'], ['Mismatch repair', 'pMMR (proficient)']], { pembrolizumab: 'open: MSI high and MMR proficient disagree' }],
  [COLON, [['MSI status', 'MSS'], ['Mismatch repair', 'dMMR']], { pembrolizumab: 'open: MSI stable and MMR deficient disagree' }],
  [UTERUS, [['MSI status', 'MSI-H'], ['Mismatch repair', 'dMMR']], { dostarlimab: 'fits' }],
  [BREAST, [['HER2 IHC', '1+'], ['HER2 FISH', 'Amplified']], { trastuzumab: 'open: IHC 1+ and amplified & ASCO/CAP 2018', 'trastuzumab deruxtecan': 'fits' }],
  [BREAST, [['HER2 IHC', '0'], ['HER2 FISH', 'Positive']], { trastuzumab: 'open: IHC 0 and amplified' }],
  [BREAST, [['HER2', 'IHC 1+, FISH amplified']], { trastuzumab: 'open: IHC 1+ and amplified' }],
  [BREAST, [['HER2 IHC', '1+'], ['HER2 FISH', 'Amplified, HER2/CEP17 ratio 3.1, average HER2 copy number 8.2']], { trastuzumab: 'fits' }],
  [BREAST, [['HER2 IHC', '1+'], ['HER2 FISH', 'Positive, ratio 2.3, average HER2 copy number 3.4']], { trastuzumab: 'open' }],
  [BREAST, [['HER2 IHC', '2+'], ['HER2 FISH', 'Amplified']], { trastuzumab: 'fits' }],
  [BREAST, [['HER2 IHC', '3+'], ['HER2 FISH', 'Not amplified']], { trastuzumab: 'fits' }, { warns: ['stain of 3+ counts'] }],
]; // prettier-ignore

export const testsThatDisagree: Family = {
  source:
    'Two tests of one thing that disagree: MSI beside mismatch repair; HER2 stain beside in-situ hybridisation (ASCO/CAP 2018, groups 1 to 4)',
  cases: UNLIKE.map(([at, results, orders, more]) => ({
    name: `${results.map(([name, answer]) => `${name} ${answer}`).join(', ')} (${at})`,
    chart: [tumour(at), ...results.map(([name, answer]) => result(name, answer))],
    orders,
    ...more,
  })),
};
