/** mCODE: the examples of its guides, and what programs and registers make of the same profiles. */
import type { Family, ThirdPartyCase } from '../judge.ts';
import {
  alsoCoded, BREAST, change, coded, COLON, found, gene, geneConcept, has, hgvs, ICDO3, LUNG, loinc, MELANOMA, NCIT, OVARY, percent, result, site, snomed,
  stage, tumour, variantOf, words, type Concept, type Gene, type Resource,
} from '../shapes.ts'; // prettier-ignore

/** Variants of mCODE's GenomeX examples (Tempus, FoundationOne). */
const SO = 'http://www.sequenceontology.org';
const two = (symbol: Gene, entrez: string): Resource =>
  has('48018-6', alsoCoded(geneConcept(symbol), coded('https://www.ncbi.nlm.nih.gov/gene', entrez, symbol)));
const consequence = (code: string, display: string): Resource =>
  has(coded('http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs', 'molecular-consequence'), coded(SO, code, display));

export const genomeX: Family = {
  source: 'HL7/fhir-mCODE-ig input/fsh/EX_GenomeX.fsh, EX_GenomeX-Tempus-HA.fsh',
  cases: [
    {
      name: 'MET and ALK with "complex chromosomal rearrangement": an ALK fusion, no MET exon 14',
      chart: [tumour(LUNG), variantOf([gene('MET'), gene('ALK'), has('48019-4', coded(SO, 'SO:0002062', 'complex chromosomal rearrangement'))])],
      orders: { alectinib: 'fits', capmatinib: 'absent/open' },
    },
    {
      name: 'MYCN gain and MTAP loss by their molecular consequence',
      chart: [
        tumour(LUNG),
        variantOf([gene('MYCN'), consequence('SO:0001742', 'copy_number_gain')]),
        variantOf([gene('MTAP'), consequence('SO:0001743', 'copy_number_loss')]),
      ],
      finds: ['MYCN', 'MTAP loss'],
    },
    {
      name: 'MTAP loss under the LOINC code of the consequence',
      chart: [tumour(LUNG), variantOf([gene('MTAP'), has('48006-1', coded(SO, 'SO:0001743', 'copy_number_loss'))])],
      finds: ['MTAP loss'],
    },
    {
      name: 'TMB 57.1 without a unit, MSI-H',
      chart: [tumour(LUNG), result('94076-7', 57.1), result('81695-9', loinc('LA26203-2', 'MSI-H'))],
      orders: { pembrolizumab: 'fits' },
      finds: ['MSI MSI-H high'],
    },
    {
      name: 'BRAF among pertinent negatives whose neighbours’ ids are swapped: BRAF not found',
      chart: [
        tumour('Melanoma'),
        result('69548-6', loinc('LA9634-2', 'Absent'), {
          component: [
            has('48018-6', geneConcept('KIT', undefined, 'NRAS')),
            has('48018-6', geneConcept('NRAS', undefined, 'KIT')),
            has('48018-6', geneConcept('BRAF')),
          ],
        }),
      ],
      orders: { vemurafenib: 'absent' },
    },
    {
      name: 'BAP1 by HGNC id and name, beside the Entrez id of KIT: BAP1, never KIT',
      chart: [tumour('Gastrointestinal stromal tumor'), variantOf([two('BAP1', '3815'), change('NP_004647.1:p.(Gln590Ter)')])],
      finds: ['BAP1', '!KIT'],
    },
    { name: 'EGFR by its Entrez id with a name', chart: [tumour(LUNG), variantOf([has('48018-6', coded('https://www.ncbi.nlm.nih.gov/gene', '1956', 'EGFR')), change('p.(Leu858Arg)')])], orders: { osimertinib: 'fits' } },
    { name: 'EGFR by its Ensembl id alone', chart: [tumour(LUNG), variantOf([has('48018-6', coded('http://www.ensembl.org', 'ENSG00000146648')), change('p.(Leu858Arg)')])], orders: { osimertinib: 'fits' } },
    {
      name: 'a transcript of another gene left beside NM_005228.5:c.2573T>G',
      chart: [tumour(LUNG), variantOf([two('EGFR', '1956'), has('48004-6', hgvs('NM_005228.5:c.2573T>G')), has('51958-7', words('NM_004656'))])],
      orders: { osimertinib: 'fits' },
    },
    {
      name: '"Squamous cell carcinoma" under C34.9',
      chart: [tumour(coded('http://hl7.org/fhir/sid/icd-10-cm', 'C34.9', 'Squamous cell carcinoma'))],
      tumour: 'LUSC/LUNG/NSCLC',
    },
    {
      name: 'BRCA2 missense pathogenic by a diagnostic implication',
      chart: [
        tumour(OVARY),
        { ...variantOf([gene('BRCA2'), change('p.Asp2723His')]), id: 'v8' },
        result(coded('http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs', 'diagnostic-implication'), null, {
          derivedFrom: [{ reference: 'Observation/v8' }],
          component: [has('53037-8', loinc('LA6668-3', 'Pathogenic'))],
        }),
      ],
      orders: { olaparib: 'fits' },
      finds: ['BRCA2 p.Asp2723His present unknown pathogenic'],
    },
  ],
}; // prettier-ignore

type StageRow = readonly [diagnosis: string, code: Concept, value: Concept, stage: string];
const STAGES: readonly StageRow[] = [
  ['Chronic lymphocytic leukemia', coded(NCIT, 'C141212', 'Binet Stage'), coded(NCIT, 'C80135', 'Binet Stage B'), 'B'],
  ['Chronic lymphocytic leukemia', coded(NCIT, 'C141207', 'Rai Stage'), coded(NCIT, 'C7875', 'Stage II Chronic Lymphocytic Leukemia'), 'II'],
  [OVARY, snomed('385361009', 'FIGO stage'), coded(NCIT, 'C96256', 'FIGO Stage IIIA'), 'IIIA'],
  ['Hodgkin lymphoma', snomed('385388004', 'Lymphoma stage'), snomed('44255004', 'Lymphoma stage IIIe (finding)'), 'III'],
  ['Multiple myeloma', coded(NCIT, 'C139007', 'International Staging System Stage'), coded(NCIT, 'C70659', 'ISS Stage II Multiple Myeloma'), 'II'],
  ['Prostate adenocarcinoma', snomed('385377005', 'Gleason grade finding'), snomed('1279718003', 'grade group 4 (Gleason score 3 + 5 = 8)'), '!4 & !IV'],
  [MELANOMA, snomed('103419001', 'Clark level of invasion'), snomed('1556006', 'Clark melanoma level 4 (finding)'), '!4 & !IV'],
  [MELANOMA, snomed('106243009', 'Breslow depth staging'), snomed('17456000', 'Breslow measurement - depth from 0.76 to 1.75 mm (finding)'), '!0.76 & !I'],
]; // prettier-ignore

export const staging: Family = {
  source: 'HL7/fhir-mCODE-ig input/fsh/EX_Staging_Other.fsh, EX_HistoryOfMetastaticCancer.fsh',
  cases: [
    ...STAGES.map(([diagnosis, code, value, expected]): ThirdPartyCase => ({
      name: `${diagnosis}: ${value.coding?.[0]?.display ?? ''}`,
      chart: [tumour(diagnosis), result(code, value)],
      stage: expected,
    })),
    {
      name: 'a metastasis of no organ is no tumour type',
      chart: [tumour(snomed('128462008', 'Metastatic malignant neoplasm (disorder)')), found('BRAF', 'p.Val600Glu')],
      tumour: 'none/ADNOS',
    },
    {
      name: 'a history of metastatic cancer beside breast cancer',
      chart: [
        tumour(snomed('254837009', 'Malignant neoplasm of breast')),
        tumour(snomed('1287652008', 'History of metastatic malignant neoplasm (situation)')),
      ],
      tumour: 'BREAST',
    },
    { name: 'TNM alone in three stage entries: M1 is kept', chart: [tumour(LUNG, stage(snomed('67673008', 'T2 category'), snomed('53623008', 'N1 category'), snomed('55440008', 'M1 category')))], stage: 'M1' },
    { name: '"T2N1M1b (Stage IVA)"', chart: [tumour(LUNG, stage('T2N1M1b (Stage IVA)'))], stage: 'IVA' },
  ],
}; // prettier-ignore

const HISTOLOGY = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior';
const histology = (code: Concept): Resource => ({ extension: [{ url: HISTOLOGY, valueCodeableConcept: code }] });
const positive = (code: string): Resource => result(code, snomed('10828004', 'Positive (qualifier value)'));
const negative = (code: string): Resource => result(code, snomed('260385009', 'Negative (qualifier value)'));
const BREAST_CANCER = tumour(snomed('254837009', 'Malignant neoplasm of breast (disorder)'));

export const generated: Family = {
  source: 'synthetichealth/synthea modules (lung, breast, colorectal, prostate), mcode/mcode-omop, onconova/fhir, phenopackets CancerFhirExample',
  cases: [
    { name: 'a SNOMED code as a spreadsheet writes it ("254837009.0")', chart: [tumour(snomed('254837009.0', 'Malignant neoplasm of breast (disorder)'))], orders: { palbociclib: 'untested: ER & HER2' }, tumour: 'BREAST' },
    { name: 'breast with an adenocarcinoma as histology, AJCC 3C', chart: [{ ...BREAST_CANCER, ...histology(snomed('1187332001', 'Adenocarcinoma')), ...stage(coded('http://cancerstaging.org', '3C', 'IIIC')) }], tumour: 'BREAST', stage: 'IIIC' },
    { name: 'TNM stage 1 in the words of the diagnosis', chart: [tumour(snomed('424132000', 'Non-small cell carcinoma of lung, TNM stage 1 (disorder)'))], orders: { osimertinib: 'untested: EGFR' }, tumour: 'NSCLC' },
    { name: 'a suspected lung cancer beside a proven one', chart: [tumour(snomed('254637007', 'Non-small cell lung cancer (disorder)')), tumour(snomed('162573006', 'Suspected lung cancer (situation)'))], tumour: 'NSCLC' },
    { name: 'small cell carcinoma: no EGFR is asked for', chart: [tumour(snomed('67811000119102', 'Primary small cell malignant neoplasm of lung, TNM stage 1 (disorder)'))], orders: { osimertinib: 'silent' }, tumour: 'SCLC' },
    { name: 'HER2 negative, ER and PR positive', chart: [BREAST_CANCER, negative('48676-1'), positive('16112-5'), positive('16113-3')], orders: { palbociclib: 'fits', trastuzumab: 'absent' } },
    { name: 'HER2 positive by stain and FISH, receptors negative', chart: [BREAST_CANCER, positive('85319-2'), positive('85318-4'), negative('85337-4'), negative('85339-0')], orders: { trastuzumab: 'fits' } },
    { name: 'colon cancer beside a polyp', chart: [tumour(snomed('93761005', 'Primary malignant neoplasm of colon')), tumour(snomed('68496003', 'Polyp of colon'))], orders: { cetuximab: 'untested: KRAS & NRAS' }, tumour: 'COADREAD/COAD' },
    { name: 'a metastasis of prostate cancer names the prostate', chart: [tumour(snomed('314994000', 'Metastasis from malignant tumor of prostate (disorder)'))], orders: { olaparib: 'untested: BRCA1' }, tumour: 'PROSTATE/PRAD' },
    { name: 'AML asks for FLT3 before midostaurin', chart: [tumour(snomed('91861009', 'Acute myeloid leukemia'))], orders: { midostaurin: 'untested: FLT3' }, tumour: 'AML' },
    { name: 'a malignant disease of no organ, topography and morphology in extensions', chart: [tumour(snomed('363346000', 'Malignant neoplastic disease'), { extension: [{ url: 'http://onconova.github.io/fhir/StructureDefinition/onconova-ext-cancer-topography', valueCodeableConcept: coded(ICDO3, 'C34.1', 'Upper lobe, lung') }, { url: HISTOLOGY, valueCodeableConcept: coded(ICDO3, '8140/3') }] }), found('EGFR', 'p.Leu858Arg')], orders: { osimertinib: 'fits' }, tumour: 'LUAD' },
    { name: 'TMB 12 with a status extension', chart: [tumour(LUNG), result('94076-7', { value: 12, unit: 'Mutations/Megabase', code: '1/1000000{Base}' }, { extension: [{ url: 'http://onconova.github.io/fhir/StructureDefinition/onconova-ext-tumor-mutational-burden-status', valueCodeableConcept: loinc('LA18200-8', 'Intermediate') }] })], orders: { pembrolizumab: 'fits/open/untested' }, finds: ['TMB 12'] },
    { name: 'squamous cell carcinoma of no organ with the oesophagus as site', chart: [tumour(snomed('402815007', 'Squamous cell carcinoma'), site(snomed('32849002', 'Oesophageal structure')))], orders: { cemiplimab: 'silent' }, tumour: 'ESCC' },
    { name: 'a chromosome in the place of the gene: no gene of that name', chart: [tumour(COLON), result('69548-6', null, { component: [has('48018-6', coded('http://www.genenames.org', '8')), has('48019-4', loinc('LA6686-5', 'Duplication'))] })], finds: ['!8 '] },
    { name: 'a genotype "CT" without a gene: nothing is made of it', chart: [result('84413-4', 'CT')], orders: { clopidogrel: 'silent/info' } },
    { name: 'ER 70 % of the breast, nothing of ESR1', chart: [tumour(BREAST), result('85329-1', percent(70))], orders: { elacestrant: 'open/untested/silent' }, finds: ['!ESR1'] },
  ],
}; // prettier-ignore
