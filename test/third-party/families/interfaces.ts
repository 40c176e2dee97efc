/** What interfaces make of results: HL7 v2 by the segment, other versions of FHIR, reports without results, research data models. */
import type { Family, Outcome, ThirdPartyCase } from '../judge.ts';
import {
  ABSENT, change, coded, COLON, diagnosticReport, drugOrder, found, gene, geneConcept, has, hgvs, interpreted, loinc, LUNG, named, OVARY, percent, POSITIVE, PRESENT,
  reported, result, RXNORM, snomed, tumour, variantOf, words, type Code, type Resource, type Value,
} from '../shapes.ts'; // prettier-ignore

const L858R = [gene('EGFR'), change('p.Leu858Arg')];
const lung = (name: string, resources: readonly Resource[], outcome: Outcome, more: Partial<ThirdPartyCase> = {}): ThirdPartyCase => ({
  name, chart: [tumour(LUNG), ...resources], orders: { osimertinib: outcome }, ...more,
}); // prettier-ignore

const segment = (code: string, display: string, value: Value): Resource => result(named(loinc(code, display), display), value);
/** OBX-4 as HL7's v2-to-FHIR guide keeps it. */
const numbered = (group: string, row: Resource): Resource => ({
  ...row,
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/observation-v2-subid',
      extension: [{ url: 'original-sub-identifier', valueString: group }],
    },
  ],
});
const panel = (...segments: readonly Resource[]): readonly Resource[] => reported('Solid tumor NGS', segments);
const system = (name: string): Resource =>
  result(coded(name, '69548-6'), coded(name, 'LA9633-4', 'Present'), {
    component: [has(coded(name, '48018-6'), words('EGFR')), has(coded(name, '48005-3'), words('p.Leu858Arg'))],
  });
export const hl7v2: Family = {
  source: 'HL7 v2 laboratory results through LinuxForHealth/hl7v2-fhir-converter and microsoft/FHIR-Converter',
  cases: [
    lung('gene, protein change and Present as three Observations of one report', panel(segment('48018-6', 'Gene studied', named(geneConcept('EGFR', 'urn:id:HGNC'), 'EGFR')), segment('48005-3', 'Amino acid change', words('p.Leu858Arg')), segment('69548-6', 'Genetic variant assessment', PRESENT)), 'fits/open: !No EGFR result on file: test'),
    lung('EGFR p.Leu858Arg and KRAS p.Gly12Cys row by row, told apart by their sub-ids', panel(numbered('1', segment('48018-6', 'Gene studied', words('EGFR'))), numbered('2', segment('48018-6', 'Gene studied', words('KRAS'))), numbered('1', segment('48005-3', 'Amino acid change', words('p.Leu858Arg'))), numbered('2', segment('48005-3', 'Amino acid change', words('p.Gly12Cys'))), numbered('1', segment('69548-6', 'Genetic variant assessment', PRESENT)), numbered('2', segment('69548-6', 'Genetic variant assessment', ABSENT))), 'fits/open: !No EGFR result on file: test', { finds: ['EGFR p.Leu858Arg present', '!KRAS p.Gly12Cys present'] }),
    lung('a discrete variant alone: NM_005228.4(EGFR):c.2573T>G', panel(segment('81252-9', 'Discrete genetic variant', coded('http://www.ncbi.nlm.nih.gov/clinvar', '16609', 'NM_005228.4(EGFR):c.2573T>G (p.Leu858Arg)'))), 'fits/open: !No EGFR result on file: test'),
    lung('a display name alone: "EGFR p.L858R"', panel(segment('47998-0', 'DNA sequence variation display name', 'EGFR p.L858R')), 'fits/open: !No EGFR result on file: test'),
    { name: 'a drug’s efficacy "Resistant" is no gene', chart: [tumour(LUNG), ...panel(segment('51963-7', 'Medication assessed', words('erlotinib')), segment('51961-1', 'Effect on drug efficacy', loinc('LA9660-7', 'Resistant')))], orders: { erlotinib: 'told: !not expected' } },
    { name: 'CYP2C19 and *2/*2 as two Observations', chart: [...panel(segment('48018-6', 'Gene studied', words('CYP2C19')), segment('84413-4', 'Genotype display name', '*2/*2'))], orders: { clopidogrel: 'warning: CYP2C19' } },
    { name: 'CYP2C19 and "Poor metabolizer" as two Observations', chart: [...panel(segment('48018-6', 'Gene studied', words('CYP2C19')), segment('53040-2', 'Effect on drug metabolism', loinc('LA9657-3', 'Poor metabolizer')))], orders: { clopidogrel: 'warning: CYP2C19' } },
    lung('a gene with a display alone', [variantOf([has('48018-6', { coding: [{ display: 'EGFR' }] }), has('48005-3', { coding: [{ display: 'p.Leu858Arg' }] })])], 'fits'),
    lung('the LOINC code in the words: "48018-6^Gene Studied^LN"', [variantOf([has('48018-6^Gene Studied^LN', 'EGFR'), has('48005-3^Amino acid change^LN', 'p.Leu858Arg')])], 'fits/open/untested', { finds: ['!not present'] }),
    lung('LOINC as "LN"', [system('LN')], 'fits'),
    lung('LOINC by its OID', [system('urn:oid:2.16.840.1.113883.6.1')], 'fits'),
    lung('entered in error', [{ ...found('EGFR', 'p.Leu858Arg'), status: 'entered-in-error' }], 'untested: EGFR'),
  ],
}; // prettier-ignore

const withValue = (value: Resource): Resource => variantOf(L858R, value);
const frequency = (value: Value, more: Resource = {}): Resource => variantOf([...L858R, has('81258-6', value)], more);
const NO_VALUE: Resource = { valueCodeableConcept: undefined };
const CLASSES: readonly (readonly [gene: string, change: string, answer: string, tumour: string, drug: string, outcome: Outcome])[] = [
  ['BRCA2', 'p.Ser1882Ter', 'Likely pathogenic', OVARY, 'olaparib', 'fits'],
  ['BRCA2', 'p.Ser1882Ter', 'Pathogenic', OVARY, 'olaparib', 'fits'],
  ['BRCA2', 'p.Asn372His', 'Benign', OVARY, 'olaparib', 'open/untested/absent'],
  ['KRAS', 'p.Gly12Asp', 'Pathogenic', COLON, 'cetuximab', 'against: KRAS G12D'],
  ['EGFR', 'p.Ala1118Thr', 'AMP Tier III', LUNG, 'osimertinib', 'open/absent'],
  ['EGFR', 'p.Leu858Arg', 'AMP Tier IV', LUNG, 'osimertinib', 'fits/open: !No EGFR'],
];
const LOW = 'open/absent: !tested, not found';
export const presence: Family = {
  source: 'HL7/genomics-reporting Variant in the field: answers of other code systems, interpretations, allele frequencies, specimens',
  cases: [
    lung('Present by SNOMED 52101004', [withValue({ valueCodeableConcept: snomed('52101004', 'Present') })], 'fits'),
    lung('Absent by SNOMED 2667000', [withValue({ valueCodeableConcept: snomed('2667000', 'Absent') })], 'open: L858R'),
    lung('Not detected by SNOMED 260415000', [withValue({ valueCodeableConcept: snomed('260415000', 'Not detected') })], 'open: L858R'),
    lung('no call', [withValue({ valueCodeableConcept: loinc('LA18198-4', 'No call') })], 'open: !tested, not found'),
    lung('indeterminate', [withValue({ valueCodeableConcept: loinc('LA11884-6', 'Indeterminate') })], 'open: !tested, not found'),
    lung('no value, interpretation A', [withValue({ ...NO_VALUE, ...interpreted('A') })], 'fits/open: !No EGFR'),
    lung('Present with the default interpretation N', [withValue(interpreted('N'))], 'fits/open: !No EGFR'),
    lung('no value, 12 % of alleles', [frequency(percent(12), NO_VALUE)], 'fits'),
    lung('no value, 12.3% as a text', [frequency('12.3%', NO_VALUE)], 'fits'),
    lung('Present, "<LoD"', [frequency('<LoD')], LOW),
    lung('corrected from Present to Absent under one identifier', [
      { ...withValue({ issued: '2026-01-01T00:00:00Z', identifier: [{ system: 'urn:lab', value: '1' }] }), id: 'a1' },
      { ...withValue({ issued: '2026-02-01T00:00:00Z', identifier: [{ system: 'urn:lab', value: '1' }], status: 'corrected', valueCodeableConcept: ABSENT }), id: 'a2' },
    ], 'open: L858R', { finds: ['!p.Leu858Arg present'] }),
    lung('Absent in plasma by the specimen’s display', [withValue({ valueCodeableConcept: ABSENT, specimen: { display: 'Plasma cfDNA' } })], 'open: blood & !tested, not found'),
    lung('EGFR not detected by ddPCR of circulating DNA', [result('EGFR mutation', 'Not detected', { method: words('ddPCR of circulating tumor DNA') })], 'open: blood & !tested, not found'),
    lung('a grouping panel beside the variant', [result(loinc('81247-9', 'Master HL7 genetic variant reporting panel'), null, { hasMember: [{ reference: 'Observation/m1' }] }), { ...withValue({}), id: 'm1' }], 'fits'),
    lung('an answer as a component named Interpretation: Negative', [result('69548-6', null, { component: [...L858R, has('Interpretation', loinc('LA6577-6', 'Negative'))] })], 'open: L858R'),
    ...CLASSES.map(([symbol, name, answer, at, drug, outcome]): ThirdPartyCase => ({
      name: `a class as the value: ${symbol} ${name} ${answer}`,
      chart: [tumour(at), result('69548-6', named(coded('urn:classification', answer.replaceAll(' ', '_'), answer), answer), { component: [has('48018-6', coded('http://www.genenames.org', symbol, symbol)), has('48005-3', name)] })],
      orders: { [drug]: outcome },
    })),
    lung('a class as the value: AMP Tier I', [withValue({ valueCodeableConcept: named(coded('urn:classification', 'AMP_Tier_I', 'AMP Tier I'), 'AMP Tier I') })], 'fits'),
  ],
}; // prettier-ignore

const CETUXIMAB = { medicationCodeableConcept: undefined };
const KRAS = [tumour(COLON), found('KRAS', 'p.Gly12Asp')];
const MED = (more: Resource): Resource => drugOrder({ ...CETUXIMAB, ...more });
const AGAINST = 'against: KRAS G12D';
const POOR = result('84413-4', words('*2/*2'), { component: [gene('CYP2C19')] });
const AVOID = 'warning: CYP2C19 poor metabolizer';
export const versions: Family = {
  source: 'FHIR DSTU2, STU3 and R5 resources sent as R4; orders in every form of a medication',
  cases: [
    { name: 'R5 medication.concept', chart: KRAS, coded: [[MED({ medication: { concept: { text: 'cetuximab' } } }), AGAINST]] },
    { name: 'R5 medication.reference, contained', chart: KRAS, coded: [[MED({ medication: { reference: { reference: '#m' } }, contained: [{ resourceType: 'Medication', id: 'm', code: { text: 'cetuximab' } }] }), AGAINST]] },
    { name: 'two ingredients of a contained Medication', chart: KRAS, coded: [[MED({ medicationReference: { reference: '#m' }, contained: [{ resourceType: 'Medication', id: 'm', ingredient: [{ itemCodeableConcept: coded('http://fhir.de/CodeSystem/dimdi/atc', 'L01FE01', 'Cetuximab') }, { itemCodeableConcept: coded('http://fhir.de/CodeSystem/dimdi/atc', 'L01CE02', 'Irinotecan') }] }] }), AGAINST]] },
    { name: 'the display of a reference', chart: KRAS, coded: [[MED({ medicationReference: { display: 'CETUXIMAB 2 MG/ML INTRAVENOUS SOLUTION' } }), AGAINST]] },
    { name: 'RxNorm by its OID among other systems', chart: KRAS, coded: [[MED({ medicationCodeableConcept: { coding: [{ system: 'urn:oid:2.16.840.1.113883.6.68', code: '21360015002020' }, { system: 'urn:oid:2.16.840.1.113883.6.88', code: '318341' }] } }), AGAINST]] },
    { name: 'RxNorm and ATC by the code alone', chart: KRAS, coded: [[MED({ medicationCodeableConcept: coded(RXNORM, '318341') }), AGAINST], [MED({ medicationCodeableConcept: coded('http://www.whocc.no/atc', 'L01FE01') }), AGAINST]] },
    { name: 'names of cetuximab', chart: KRAS, orders: { 'ERBITUX 100 MG/50ML IV SOLN': AGAINST, 'FOLFIRI + Cetuximab': AGAINST, 'CETUXIMAB IVPB': AGAINST, 'cétuximab': AGAINST, 'Vectibix 20mg/ml': 'against: panitumumab' } },
    { name: 'names of clopidogrel in Germany, Brazil, Finland and the United States, CYP2C19 *2/*2', chart: [POOR], orders: { 'CLOPIDOGREL-ratiopharm 75 mg Filmtabletten N3': AVOID, 'CLOPIDOGREL, BISSULFATO 75 MG COMPRIMIDO': AVOID, 'PLAVIX 75 mg tabletti, kalvopäällysteinen': AVOID, 'Plavix (clopidogrel bisulfate) tab 75 mg #90 R3': AVOID } },
    { name: 'names of clopidogrel that are not known here are told', chart: [POOR], orders: { 'クロピドグレル錠75mg': 'warning/info', '클로피도그렐정 75mg': 'warning/info', 'Клопидогрел-СЗ таб. 75мг': 'warning/info', 'Κλοπιδογρέλη 75 mg': 'warning/info' } },
    { name: 'ATC code of clopidogrel with Chinese words', chart: [POOR], coded: [[MED({ medicationCodeableConcept: coded('http://www.whocc.no/atc', 'B01AC04', '硫酸氢氯吡格雷片') }), AVOID]] },
    { name: 'RxNorm named "RXNORM", the code alone', chart: [POOR], coded: [[MED({ medicationCodeableConcept: coded('RXNORM', '309362') }), AVOID]] },
    { name: 'names of HER2 antibodies, HER2 0', chart: [tumour('Breast cancer'), result('HER2 IHC', '0')], orders: { Ogivri: 'absent', 'trastuzumab-dkst': 'absent', 'Herceptin Hylecta': 'absent', Phesgo: 'absent', 'T-DM1': 'absent', Herzuma: 'absent', Enhertu: 'open/absent', TCHP: 'info: not recognised' } },
    { name: 'names of EGFR inhibitors, EGFR not detected', chart: [tumour(LUNG), result('EGFR mutation analysis', 'Not detected')], orders: { Tagrisso: 'absent', AZD9291: 'absent', Gilotrif: 'absent', Iressa: 'absent', Tarceva: 'absent', Rybrevant: 'absent', Vizimpro: 'absent', 'OSI 80mg': 'info: not recognised' } },
    lung('STU3 states as text', [{ ...tumour(LUNG), clinicalStatus: 'active', verificationStatus: 'confirmed' }, variantOf(L858R)], 'fits'),
    { name: 'STU3 refuted: no tumour', chart: [{ ...tumour(LUNG), clinicalStatus: 'active', verificationStatus: 'refuted' }], tumour: 'none' },
    { name: 'DSTU2 Condition.patient', chart: [{ ...tumour(LUNG), clinicalStatus: 'active', verificationStatus: 'confirmed', subject: undefined, patient: { reference: 'Patient/p1' } }], tumour: 'LUAD' },
    lung('a DSTU2 order of erlotinib that is over', [variantOf(L858R), { resourceType: 'MedicationOrder', status: 'completed', patient: { reference: 'Patient/p1' }, medicationCodeableConcept: words('erlotinib') }], 'fits', { opening: ['!dacomitinib'] }),
    lung('R5 GenomicStudy alone', [{ resourceType: 'GenomicStudy', status: 'available', subject: { reference: 'Patient/p1' } }], 'untested/open'),
    { name: 'afatinib in adenocarcinoma asks for EGFR', chart: [tumour(LUNG)], orders: { afatinib: 'untested: EGFR' } },
    { name: 'afatinib in squamous carcinoma does not', chart: [tumour('Squamous cell carcinoma of lung')], orders: { afatinib: 'silent' } },
  ],
}; // prettier-ignore

const HLA: Code = loinc('57979-7', 'HLA-B*15:02 [Presence]');
const report = (name: string, code: Code, more: Resource, drug: string, outcome: Outcome): ThirdPartyCase => ({
  name, chart: [...(drug === 'carbamazepine' ? [] : [tumour(LUNG)]), diagnosticReport(code, more)], orders: { [drug]: outcome },
}); // prettier-ignore
const NOT_UNTESTED = (name: string): Outcome => `told: !No ${name} result on file: test`;
export const reportsAlone: Family = {
  source: 'DiagnosticReport and DocumentReference without Observations (Oracle Health, HL7/genomics-reporting CGExamples.fsh)',
  cases: [
    report('EGFR L858R and ALK, ROS1 negative in a conclusion', 'Molecular pathology', { conclusion: 'EGFR exon 21 p.L858R mutation detected. ALK, ROS1 negative.' }, 'osimertinib', NOT_UNTESTED('EGFR')),
    report('ALK negative in the same conclusion', 'Molecular pathology', { conclusion: 'EGFR exon 21 p.L858R mutation detected. ALK, ROS1 negative.' }, 'alectinib', NOT_UNTESTED('ALK')),
    report('KRAS G12C in an attached text', 'NGS panel', { presentedForm: [{ contentType: 'text/plain', data: Buffer.from('KRAS G12C detected VAF 20%').toString('base64') }] }, 'sotorasib', NOT_UNTESTED('KRAS')),
    report('a PDF of FoundationOne CDx', 'FoundationOne CDx', { presentedForm: [{ contentType: 'application/pdf', url: 'http://ehr.example/1.pdf' }] }, 'osimertinib', NOT_UNTESTED('EGFR')),
    { name: 'a document "Tempus xT"', chart: [tumour(LUNG), { resourceType: 'DocumentReference', status: 'current', type: words('Tempus xT Solid Tumor NGS report'), subject: { reference: 'Patient/p1' }, content: [{ attachment: { contentType: 'application/pdf', url: 'Binary/1' } }] }], orders: { osimertinib: NOT_UNTESTED('EGFR') } },
    report('HLA-B*15:02 with a conclusion code Positive', HLA, { conclusionCode: [POSITIVE] }, 'carbamazepine', 'critical: HLA-B*15:02'),
    report('HLA-B*15:02 with the conclusion "Positive"', HLA, { conclusion: 'Positive' }, 'carbamazepine', 'critical: HLA-B*15:02'),
    { name: 'HLA-B*15:02 report with an overall interpretation Positive', chart: [...reported(HLA, [result('51968-6', loinc('LA6576-8', 'Positive'))])], orders: { carbamazepine: 'critical: HLA-B*15:02' } },
    { name: 'HLA-B*15:02 Positive as an Observation', chart: [result(HLA, loinc('LA6576-8', 'Positive'))], orders: { carbamazepine: 'critical: HLA-B*15:02' } },
    { name: 'HLA-B*15:02 by its ClinVar number', chart: [result('84413-4', coded('http://www.ncbi.nlm.nih.gov/clinvar', '14909', 'HLA-B*15:02'), { component: [gene('HLA-B')] })], orders: { carbamazepine: 'critical: HLA-B*15:02' } },
    lung('an overall interpretation Negative makes no gene negative', [result('51968-6', loinc('LA6577-6', 'Negative'))], 'untested/open: !tested, not found'),
    { name: 'genes of a region studied are examined, not absent', chart: [tumour(LUNG), result('53041-0', null, { component: [gene('EGFR'), gene('ALK'), gene('KRAS')] }), found('KRAS', 'p.Gly12Cys')], orders: { sotorasib: 'fits', osimertinib: 'open: !No EGFR' } },
  ],
}; // prettier-ignore

const OMOP = 'https://fhir-terminology.ohdsi.org';
const omop = (answer: Value): Resource =>
  result(coded(OMOP, '35963272', 'EGFR (epidermal growth factor receptor) Variant, protein NP_005219.2:p.Leu858Arg'), answer);
const column = (name: string, value: Value): Resource => has(name, value);
export const researchModels: Family = {
  source: 'OMOP Genomic, cBioPortal (data_mutations, data_sv, data_CNA), koesterlab vembrane, HL7 oncology example bundle',
  cases: [
    lung('OMOP: EGFR L858R Present', [omop(coded(OMOP, '4181412', 'Present'))], 'fits'),
    lung('OMOP: EGFR L858R Absent', [omop(coded(OMOP, '4132135', 'Absent'))], 'open/absent', { finds: ['!p.Leu858Arg present'] }),
    lung('OMOP: the measurement without a value', [omop(null)], 'fits/open: !No EGFR result on file: test'),
    { name: 'OMOP: lung cancer by its concept', chart: [tumour(coded(OMOP, '4115276', 'Non-small cell lung cancer'))], tumour: 'NSCLC' },
    lung('cBioPortal mutation in columns', [result('Mutation', null, { component: [column('Hugo_Symbol', 'EGFR'), column('HGVSp_Short', 'p.E746_A750del'), column('Variant_Classification', 'In_Frame_Del')] })], 'fits'),
    { name: 'cBioPortal structural variant in columns', chart: [tumour(LUNG), result('Structural variant', null, { component: [column('Site1_Hugo_Symbol', 'EML4'), column('Site2_Hugo_Symbol', 'ALK'), column('Class', 'FUSION')] })], orders: { alectinib: 'fits/open/untested' }, finds: ['!not present'] },
    { name: 'cBioPortal GISTIC 2 of ERBB2 is no number of copies', chart: [tumour('Breast cancer'), result('ERBB2 discrete copy number (GISTIC)', { valueInteger: 2 })], orders: { trastuzumab: 'open/untested/fits: !tested, not found' } },
    lung('VEP names: Ensembl transcript and protein', [variantOf([gene('EGFR'), has('48004-6', hgvs('ENST00000275493.7:c.2573T>G')), has('48005-3', hgvs('ENSP00000275493.2:p.Leu858Arg'))])], 'fits'),
    lung('VEP: a synonymous change with "=" escaped', [variantOf([gene('EGFR'), has('48005-3', hgvs('ENSP00000275493.2:p.Gln787%3D'))])], 'open/absent/untested: !Q787'),
    lung('VEP: an escaped coding name', [variantOf([gene('EGFR'), has('48004-6', hgvs('NM_005228.5%3Ac.2573T%3EG'))])], 'fits'),
    lung('a place of the genome alone: 7:g.55191822T>G', [variantOf([gene('EGFR'), has('62374-4', loinc('LA26806-2', 'GRCh38')), has('81290-9', hgvs('7:g.55191822T>G'))])], 'fits'),
    { name: 'KRAS c.35G>A with the reference allele of the other strand', chart: [tumour(COLON), variantOf([gene('KRAS'), has('62374-4', loinc('LA14029-5', 'GRCh37')), has('48004-6', hgvs('NM_004985.5:c.35G>A')), has('69547-8', 'C'), has('81258-6', { value: 0.0536, code: '1' })])], orders: { cetuximab: 'against: KRAS G12D' } },
    { name: 'CYP2C19*2 by VCF columns without a gene', chart: [variantOf([has('62374-4', loinc('LA14029-5', 'GRCh37')), has('48013-7', coded('http://www.ncbi.nlm.nih.gov/nuccore', 'NC_000010.10')), has('53034-5', loinc('LA6705-3', 'homozygous')), has('69547-8', 'G'), has('69551-0', 'A'), has('81254-5', { valueRange: { low: { value: 96541616 } } })])], orders: { clopidogrel: 'warning: CYP2C19' } },
    { name: 'expression of EGFR and ERBB2 in TPM is no finding', chart: [tumour('Breast cancer'), result(named(loinc('81247-9', 'Gene expression'), 'ERBB2 gene expression'), { value: 500, unit: 'TPM' }, { component: [gene('ERBB2')] })], orders: { trastuzumab: 'untested/open' } },
  ],
}; // prettier-ignore
