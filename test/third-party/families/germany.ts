/** Germany: tumour boards, lung cancer network, breast core data set. */
import type { Family, Outcome, ThirdPartyCase } from '../judge.ts';
import {
  ABSENT, alsoCoded, BREAST, change, coded, COLON, gene, geneConcept, GERMLINE, has, hgvs, ICDO3, loinc, LUNG, NCIT, OVARY, percent, PRESENT, result,
  snomed, stage, tumour, variantOf, words, type Gene, type Resource,
} from '../shapes.ts'; // prettier-ignore

const MORPHOLOGY = 'urn:oid:2.16.840.1.113883.6.43.1';
/** A diagnosis by morphology (OID) and topography, no status. */
const nngm = (morphology: string, topography: string): Resource => ({
  resourceType: 'Condition',
  code: coded(MORPHOLOGY, morphology),
  bodySite: [coded(ICDO3, topography)],
  subject: { reference: 'Patient/p1' },
});
const PAIRS: readonly (readonly [morphology: string, topography: string, tumour: string])[] = [
  ['8070/3', 'C34.9', 'LUSC'], ['8500/3', 'C50.4', 'IDC'], ['8720/3', 'C44.5', 'SKCM'], ['8140/3', 'C18.2', 'COAD'], ['8140/3', 'C61.9', 'PRAD'],
  ['8120/3', 'C67.9', 'BLCA'],
]; // prettier-ignore

export const lungNetwork: Family = {
  source: 'uniklinik-koeln-fhir/nngm-form-r4 Examples',
  cases: [
    ...PAIRS.map(([morphology, topography, oncotree]): ThirdPartyCase => ({
      name: `${morphology} with ${topography}`,
      chart: [nngm(morphology, topography)],
      tumour: oncotree,
    })),
    { name: '8160/3 with C22.1: intrahepatic', chart: [nngm('8160/3', 'C22.1')], tumour: 'IHCH' },
    {
      name: 'EGFR L858R, adenocarcinoma of C34.0',
      chart: [nngm('8140/3', 'C34.0'), variantOf([gene('EGFR'), change('NM_005228.5:c.2573T>G'), change('NP_005219.2:p.Leu858Arg')])],
      orders: { osimertinib: 'fits' },
      tumour: 'LUAD',
    },
    {
      name: 'EGFR T790M',
      chart: [nngm('8140/3', 'C34.0'), variantOf([gene('EGFR'), change('NP_005219.2:p.Thr790Met')])],
      orders: { osimertinib: 'fits', erlotinib: 'against: T790M' },
    },
    {
      name: 'stage IVA by the OID of the UICC under a code of its own',
      chart: [tumour(LUNG), result(snomed('260879005'), coded('urn:oid:2.16.840.1.113883.15.16', 'IVA'))],
      stage: 'IVA',
    },
    { name: 'stage IVA by the OID of the UICC under 21908-9', chart: [tumour(LUNG), result('21908-9', coded('urn:oid:2.16.840.1.113883.15.16', 'IVA'))], stage: 'IVA' },
    { name: 'stage grouping 399390009 with words', chart: [tumour(LUNG), result(snomed('399390009', 'TNM stage grouping'), coded('urn:oid:2.16.840.1.113883.15.16', 'IVA', 'Stadium IVA'))], stage: 'IVA' },
    {
      name: 'earlier treatment in a note alone: nothing is made of it',
      chart: [nngm('8070/3', 'C34.1'), result('55752-0', null, { note: [{ text: 'Vorbehandlung mit Erlotinib.' }] })],
      orders: { erlotinib: 'untested/silent' },
    },
  ],
}; // prettier-ignore

const person = { identifier: [{ value: 'PAT-1' }] };
const logical = { subject: { type: 'Patient', identifier: { value: 'PAT-1' } } };
const TBD = 'http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes';
const boardTumour = (icd: string): Resource => ({
  resourceType: 'Condition',
  code: coded('http://fhir.de/CodeSystem/dimdi/icd-10-gm', icd),
  ...logical,
});
const simple = (symbol: Gene, coding: string, protein: string, clinvar = 'Pathogenic'): Resource =>
  result('69548-6', null, {
    ...logical,
    component: [
      has('48018-6', geneConcept(symbol, 'https://www.genenames.org/')),
      has('48004-6', coded('https://www.hgvs.org', coding)),
      has('48005-3', coded('https://www.hgvs.org', protein)),
      has('81258-6', 0.23),
    ],
    interpretation: [coded('https://www.ncbi.nlm.nih.gov/clinvar/', clinvar)],
  });
const copies = (genes: readonly Gene[], type: string, count: number): Resource =>
  result('69548-6', null, {
    ...logical,
    component: [
      has('82155-3', { valueInteger: count }),
      ...genes.map((symbol) => has(coded(TBD, 'reported-affected-gene'), geneConcept(symbol, 'https://www.genenames.org/'))),
      has(coded(TBD, 'cnv-type'), coded('http://bwhc.de/mtb/genetics-copy-number-variant/type', type)),
    ],
  });
const board = (name: string, chart: readonly Resource[], orders: Readonly<Record<string, Outcome>>, more: Partial<ThirdPartyCase> = {}): ThirdPartyCase => ({
  name, chart, orders, person, ...more,
}); // prettier-ignore

export const tumourBoards: Family = {
  source: 'KohlbacherLab/bwHC-FHIR-Mappings ObsVariant.scala, NGSReport.scala',
  cases: [
    board('EGFR L858R, patient by identifier', [boardTumour('C34.1'), simple('EGFR', 'c.2573T>G', 'p.Leu858Arg')], { osimertinib: 'fits' }),
    board('BRCA2 "Pathogenic" as interpretation of ClinVar', [boardTumour('C56'), simple('BRCA2', 'c.5946del', 'p.Ser1982fs')], { olaparib: 'fits' }),
    board('BRCA2 "Uncertain Significance"', [boardTumour('C56'), simple('BRCA2', 'c.8723T>G', 'p.Val2908Gly', 'Uncertain Significance')], { olaparib: 'open: BRCA2' }, { finds: ['BRCA2 p.Val2908Gly present unknown vus'] }),
    board('BRCA2 "Benign"', [boardTumour('C56'), simple('BRCA2', 'c.1114A>C', 'p.Asn372His', 'Benign')], { olaparib: 'open/untested/absent' }, { finds: ['benign'] }),
    board('ERBB2 high-level gain by the affected gene', [boardTumour('C50.9'), copies(['ERBB2'], 'high-level-gain', 20)], { trastuzumab: 'fits' }, { finds: ['ERBB2'] }),
    board('ERBB2 low-level gain is no amplification', [boardTumour('C50.9'), copies(['ERBB2'], 'low-level-gain', 4)], { trastuzumab: 'open/absent/untested' }),
    board('MET high-level gain is no exon 14 skipping', [boardTumour('C34.1'), copies(['MET'], 'high-level-gain', 12)], { capmatinib: 'absent/open: !No MET' }, { finds: ['MET'] }),
    board('loss of CDKN2A and MTAP in one', [boardTumour('C71.1'), copies(['CDKN2A', 'MTAP'], 'loss', 0)], {}, { finds: ['CDKN2A', 'MTAP'] }),
  ],
}; // prettier-ignore

const ihcScore = (code: string, display: string): Resource => result('48676-1', null, {
  component: [has('85319-2', coded('https://www.medizininformatik-initiative.de/fhir/ext/modul-mtb/CodeSystem/mii-cs-mtb-her2-ihc-score', code, display))],
}); // prettier-ignore
const receptor = (code: string, display?: string): Resource =>
  result('40556-3', coded('https://www.medizininformatik-initiative.de/fhir/ext/modul-onko/CodeSystem/mii-cs-onko-mamma-hormonrezeptor-status-oestrogen', code, display)); // prettier-ignore
const TRIPLE = tumour(
  { coding: [{ system: 'http://snomed.info/sct', code: '254837009' }, { system: 'http://fhir.de/CodeSystem/bfarm/icd-10-gm', code: 'C50.1' }], text: 'Invasiv-duktales Mammakarzinom rechts, triple-negativ' },
  stage('UICC IV (cT3 cN2a cM1)'),
); // prettier-ignore
const pdl1 = (cps: number, tps: number): Resource =>
  result({ ...snomed('1234806008'), text: 'PD-L1 Immunhistochemie' }, null, {
    component: [
      has(coded(NCIT, 'C176582', 'PD-L1 Combined Positive Score'), { value: cps, unit: 'score', code: '{score}' }),
      has(coded(NCIT, 'C184941', 'PD-L1 Tumor Proportion Score'), percent(tps)),
    ],
  });

export const breastCoreData: Family = {
  source: 'BIH-CEI/SenologieOnFHIR input/fsh/examples',
  cases: [
    { name: 'breast, stage IV from "UICC IV (cT3 cN2a cM1)"', chart: [TRIPLE], orders: { olaparib: 'untested: BRCA1' }, tumour: 'BREAST/IDC', stage: 'IV' },
    { name: 'triple-negative by the diagnosis’ words', chart: [TRIPLE], orders: { trastuzumab: 'warning/open: triple-negative', fulvestrant: 'warning/open: triple-negative' } },
    { name: 'PD-L1 CPS 15 and TPS 10 % in components, lung', chart: [tumour(LUNG), pdl1(15, 10)], orders: { cemiplimab: 'open: PD-L1' }, finds: ['PD-L1 15', 'PD-L1 10%'] },
    { name: 'HER2 score 3+ in a component', chart: [tumour(BREAST), ihcScore('3', '3+')], orders: { trastuzumab: 'fits' } },
    { name: 'HER2 score 1+ in a component', chart: [tumour(BREAST), ihcScore('1', '1+')], orders: { trastuzumab: 'absent', 'trastuzumab deruxtecan': 'fits' } },
    { name: 'ER by the code P with words', chart: [tumour(BREAST), receptor('P', 'positiv')], orders: { fulvestrant: 'fits' } },
    { name: 'ER by the code P alone', chart: [tumour(BREAST), receptor('P')], orders: { fulvestrant: 'fits' } },
    { name: 'ER by the code U alone: unknown is neither', chart: [tumour(BREAST), receptor('U')], orders: { fulvestrant: 'silent/open/untested' }, finds: ['!positive', '!negative'] },
  ],
}; // prettier-ignore

const FORM = 'https://www.medizininformatik-initiative.de/fhir/ext/modul-onko/CodeSystem/mii-cs-onko-genetische-variante-auspraegung';
const form = (symbol: Gene, code: string, display?: string, more: Resource = {}): Resource =>
  result('69548-6', null, { interpretation: [coded(FORM, code, display)], component: [gene(symbol)], ...more });
const germlinePalb2 = result('69548-6', PRESENT, {
  interpretation: [coded(FORM, 'M', 'Mutation')],
  component: [gene('PALB2'), has('48002-0', GERMLINE), has('48004-6', hgvs('NM_024675.4:c.509_510del')), has('48005-3', hgvs('NP_079541.2:p.(Arg170Ilefs*14)'))],
}); // prettier-ignore

export const oncologyCoreData: Family = {
  source: 'MII Kerndatensatz Onkologie (Genetische Variante) and Molekulares Tumorboard, input/fsh/examples',
  cases: [
    { name: 'KRAS and NRAS wild type by W', chart: [tumour(COLON), form('KRAS', 'W', 'Wildtyp'), form('NRAS', 'W', 'Wildtyp')], orders: { cetuximab: 'fits' } },
    { name: 'BRCA1 and BRCA2 W "Wildtyp/nicht mutiert/ negativ"', chart: [tumour(OVARY), form('BRCA1', 'W', 'Wildtyp/nicht mutiert/ negativ'), form('BRCA2', 'W', 'Wildtyp/nicht mutiert/ negativ')], orders: { olaparib: 'absent' } },
    { name: 'BRCA1 W, the code alone', chart: [tumour(OVARY), form('BRCA1', 'W')], orders: { olaparib: 'open/untested/absent' }, finds: ['!BRCA1 variant present'] },
    { name: 'BRCA1 M "Mutation/positiv": mutated, the change not named', chart: [tumour(OVARY), form('BRCA1', 'M', 'Mutation/positiv')], orders: { olaparib: 'open/fits' } },
    { name: 'BRCA1 P "Polymorphismus"', chart: [tumour(OVARY), form('BRCA1', 'P', 'Polymorphismus')], orders: { olaparib: 'open/untested/absent' } },
    { name: 'BRCA1 N "nicht bestimmbar"', chart: [tumour(OVARY), form('BRCA1', 'N', 'nicht bestimmbar')], orders: { olaparib: 'open/untested: !tested, not found' } },
    { name: 'BRCA1 U "unbekannt"', chart: [tumour(OVARY), form('BRCA1', 'U', 'unbekannt')], orders: { olaparib: 'open/untested: !tested, not found' } },
    { name: 'BRCA1 Absent beside M', chart: [tumour(OVARY), form('BRCA1', 'M', 'Mutation', { valueCodeableConcept: ABSENT }), form('BRCA2', 'W', 'Wildtyp')], orders: { olaparib: 'open' } },
    { name: 'PALB2 c.509_510del in the germline', chart: [tumour(OVARY), germlinePalb2], finds: ['PALB2 p.Arg170fs present germline'] },
    {
      name: 'HER2 IHC 2+ and ISH ratio 1.2, "HER2-low"',
      chart: [
        tumour(BREAST),
        result('18474-7', loinc('LA11842-4', '2+'), { component: [gene('ERBB2')] }),
        result('48676-1', { coding: [{ system: 'http://snomed.info/sct', code: '1381317004', display: 'Human epidermal growth factor receptor 2 low' }], text: 'HER2-low (IHC 2+/ISH negative)' }, { component: [gene('ERBB2')] }),
      ],
      orders: { trastuzumab: 'absent', 'trastuzumab deruxtecan': 'fits' },
    },
    { name: 'HER2 IHC 2+ alone', chart: [tumour(BREAST), result('18474-7', loinc('LA11842-4', '2+'), { component: [gene('ERBB2')] })], orders: { trastuzumab: 'open: HER2' } },
    { name: 'ER 70 %, PR 30 % with the unit code "/100"', chart: [tumour(BREAST), result('14228-1', { value: 70, unit: '%', code: '/100' }), result('14230-7', { value: 30, unit: '%', code: '/100' })], orders: { fulvestrant: 'fits' } },
    { name: 'p53 stain Positive is no TP53 variant', chart: [tumour(OVARY), result('14229-9', { ...loinc('LA6576-8', 'Positive'), text: 'Kräftige nukleäre Überexpression von p53' })], finds: ['!TP53'] },
    { name: 'BRCA2 p.E1308* under a transcript’s name, class by an implication', chart: [tumour(OVARY), { ...variantOf([gene('BRCA2'), change('NM_000059.4:p.E1308*')]), id: 'vb' }, result(coded(TBD, 'diagnostic-implication'), null, { derivedFrom: [{ reference: 'Observation/vb' }], component: [has('53037-8', loinc('LA6668-3', 'Pathogenic'))] })], orders: { olaparib: 'fits' } },
    { name: 'ERBB2 high-level gain, 7 copies', chart: [tumour(BREAST), variantOf([gene('ERBB2'), has(coded('https://www.medizininformatik-initiative.de/fhir/ext/modul-mtb/CodeSystem/mii-cs-mtb-cnv-type', 'type'), words('high-level-gain')), has('82155-3', 7)])], orders: { trastuzumab: 'fits/open: !No HER2' }, finds: ['ERBB2 amplification'], opening: ['ERBB2', '!This tumour:'] },
    { name: 'two codings of one diagnosis: 8140/3 and C34.1', chart: [tumour(alsoCoded(coded(ICDO3, '8140/3'), coded('http://hl7.org/fhir/sid/icd-10', 'C34.1')))], tumour: 'LUAD' },
  ],
}; // prettier-ignore
