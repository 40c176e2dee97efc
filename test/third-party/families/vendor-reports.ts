/** Programs that turn the reports of sequencing companies and pipelines into FHIR, their slips included. */
import type { Family, ThirdPartyCase } from '../judge.ts';
import {
  coded, COLON, gene, geneConcept, has, ICDO3, interpreted, loinc, LUNG, named, OVARY, percent, reported, result, tumour, words, type Gene, type Resource,
} from '../shapes.ts'; // prettier-ignore

/** foundation-xml-fhir: every finding under the LOINC of BRCA1, what it says in extensions, the functional status as the value. */
const foundation = (kind: string, status: string, facts: Readonly<Record<string, string>> = {}): Resource =>
  result('55233-1', coded('http://foundationmedicine.com', status, `Foundation - ${status}`), {
    meta: { tag: [{ system: 'http://lifeomic.com/fhir/variant-type', code: kind }] },
    extension: Object.entries(facts).map(([name, display]) => ({
      url: `http://hl7.org/fhir/StructureDefinition/observation-genetics${name}`,
      valueCodeableConcept: coded(
        name === 'Gene' ? 'http://www.genenames.org' : 'http://loinc.org',
        name === 'Gene' ? '1100' : '48004-6',
        display,
      ),
    })),
  });
const short = (symbol: Gene, coding: string, protein: string): Resource =>
  foundation('short', 'known', { Gene: symbol, DNASequenceVariantName: coding, AminoAcidChangeName: protein });

export const foundationXml: Family = {
  source: 'lifeomic/foundation-xml-fhir src/convert.py',
  cases: [
    {
      name: 'EGFR L858R under the gene id of BRCA1: never BRCA1, never "not tested"',
      chart: [tumour(LUNG), short('EGFR', 'NM_005228:c.2573T>G', 'p.L858R')],
      orders: { osimertinib: 'fits/open: !No EGFR' },
      finds: ['!BRCA1'],
    },
    {
      name: 'BRAF V600E under the gene id of BRCA1, melanoma',
      chart: [tumour('Melanoma'), short('BRAF', 'NM_004333:c.1799T>A', 'p.V600E')],
      orders: { vemurafenib: 'fits/open: !No BRAF' },
      finds: ['!BRCA1'],
    },
    {
      name: 'BRCA2 nonsense under the gene id of BRCA1, ovary',
      chart: [tumour(OVARY), short('BRCA2', 'NM_000059:c.3922G>T', 'p.E1308*')],
      orders: { olaparib: 'fits/open' },
      finds: ['!BRCA1'],
    },
    {
      name: 'ALK rearrangement under the gene id of BRCA1',
      chart: [tumour(LUNG), foundation('rearrangement', 'known', { Gene: 'ALK', DNASequenceVariantName: 'ALK Fusion' })],
      orders: { alectinib: 'fits/open: !No ALK' },
      finds: ['!BRCA1'],
    },
    {
      name: 'ERBB2 amplification under the gene id of BRCA1',
      chart: [
        tumour('Breast cancer'),
        foundation('copy-number', 'known', { Gene: 'ERBB2', DNASequenceVariantName: 'Amplification: CN=22' }),
      ],
      orders: { trastuzumab: 'fits/open: !No HER2' },
    },
    {
      name: 'MSI-H that only its own value names',
      chart: [tumour(COLON), foundation('mirosatellite-instability', 'MSI-H')],
      orders: { pembrolizumab: 'fits/open: !No MSI' },
    },
  ],
};

/** One OBX of LOINC answers a component; the value "Detected" as a text. */
const beaker = (symbol: Gene, protein: string, coding: string, frequency: number | string, more: readonly Resource[] = []): Resource =>
  result('69548-6', 'Detected', {
    component: [
      has('47998-0', symbol),
      has('83005-9', 'Simple'),
      has('48018-6', words(symbol)),
      has('48005-3', protein),
      has('48004-6', words(coding)),
      has('62374-4', words('GRCh38')),
      has('81258-6', frequency),
      ...more,
    ],
  });
const tier = (text: string): Resource => has('53037-8', words(text));

export const beakerShapes: Family = {
  source: 'VarSeq results as HL7 v2 LRI for Epic Beaker, read as FHIR',
  cases: [
    {
      name: 'EGFR L858R "Detected", tier 1',
      chart: [tumour(LUNG), beaker('EGFR', 'p.Leu858Arg', 'c.2573T>G', 0.31, [tier('Tier 1: Strong significance')])],
      orders: { osimertinib: 'fits' },
      finds: ['EGFR p.Leu858Arg present'],
    },
    {
      name: 'the comparator sample repeats the tumour’s change below the limit of detection',
      chart: [tumour(LUNG), beaker('EGFR', 'p.Leu858Arg', 'c.2573T>G', '<LoD')],
      orders: { osimertinib: 'open/absent' },
      finds: ['!EGFR p.Leu858Arg present'],
    },
    {
      name: 'KRAS G12C called tier 3 by its laboratory',
      chart: [tumour(LUNG), beaker('KRAS', 'p.Gly12Cys', 'c.34G>T', 0.2, [tier('Tier 3: Unknown clinical significance')])],
      orders: { sotorasib: 'fits/open: !No KRAS' },
    },
    {
      name: 'exon 19 deletion as "Insertion/Deletion", consequence "Inframe Deletion"',
      chart: [
        tumour(LUNG),
        beaker('EGFR', 'p.Glu746_Ala750del', 'c.2235_2249del', 0.2, [
          has('48006-1', words('Inframe Deletion')),
          has('48019-4', words('Insertion/Deletion')),
        ]),
      ],
      orders: { osimertinib: 'fits' },
    },
    {
      name: 'BRCA2 splice change: the card names c.7976+1G>A, not "p.?"',
      chart: [tumour(OVARY), beaker('BRCA2', 'p.?', 'c.7976+1G>A', 0.5, [tier('Pathogenic'), has('48002-0', words('Germline'))])],
      orders: { olaparib: 'fits' },
      opening: ['c.7976+1G>A', '!p.?'],
    },
    {
      name: 'every OBX an Observation of its own, one report',
      chart: [
        tumour(LUNG),
        ...reported('Solid tumor pan-cancer panel', [
          result('48018-6', words('EGFR')),
          result('48005-3', 'p.Leu858Arg'),
          result('48004-6', 'c.2573T>G'),
          result('69548-6', 'Detected'),
        ]),
      ],
      orders: { osimertinib: 'fits/open: !No EGFR result on file' },
    },
  ],
};

const mtb = (symbol: Gene | null, protein: string, frequency: number | null, more: Resource = {}, geneValue?: Resource): Resource =>
  result('69548-6', null, {
    component: [
      geneValue ?? gene(symbol ?? 'KRAS'),
      has('48005-3', words(protein)),
      ...(frequency === null ? [] : [has('81258-6', percent(frequency))]),
    ],
    ...more,
  });
const icdo = (code: string, text: string): Resource => tumour(named(coded(ICDO3, code), text));

export const mtbParser: Family = {
  source: 'gbucci/MTBParser mappers/fhir_mapper.py, batch_reports_final',
  cases: [
    {
      name: '"adenocarcinoma del colon" under a morphology code: KRAS G12D speaks against cetuximab',
      chart: [icdo('8140/3', 'adenocarcinoma del colon'), mtb('KRAS', 'G12D', 25)],
      orders: { cetuximab: 'against: KRAS G12D' },
      tumour: 'COAD',
    },
    {
      name: 'gene "STRN::ALK" under the id of the first partner, change "fusion"',
      chart: [
        tumour('adenocarcinoma polmonare'),
        mtb(
          null,
          'fusion',
          3,
          interpreted('POS', 'Pathogenic'),
          has('48018-6', geneConcept('STRN', 'http://www.genenames.org', 'STRN::ALK')),
        ),
      ],
      orders: { alectinib: 'fits/open: !No ALK' },
    },
    {
      name: 'a sentence of the literature as protein change: no KRAS G13V',
      chart: [
        tumour('adenocarcinoma polmonare'),
        mtb('KRAS', 'in particolare la variante G13V (gain of function) non è riportata in letteratura', null),
      ],
      orders: { sotorasib: 'open/untested' },
      finds: ['!KRAS p.Gly13Val present'],
    },
    {
      name: 'a drug the board recommends is not a drug taken',
      chart: [
        tumour('adenocarcinoma polmonare'),
        mtb('EGFR', 'L858R', 30, interpreted('POS', 'Pathogenic')),
        {
          resourceType: 'MedicationStatement',
          status: 'intended',
          subject: { reference: 'Patient/p1' },
          medicationCodeableConcept: { text: 'osimertinib' },
        },
      ],
      orders: { osimertinib: 'fits' },
      opening: ['osimertinib'],
    },
    {
      name: 'BRCA2 VUS as interpretation IND "VUS"',
      chart: [tumour('carcinoma ovarico sieroso di alto grado'), mtb('BRCA2', 'p.Val2908Gly', 48, interpreted('IND', 'VUS'))],
      orders: { olaparib: 'open: BRCA2' },
    },
    {
      name: 'BRCA2 benign as interpretation NEG "Benign": no BRCA2 finding for olaparib',
      chart: [tumour('carcinoma ovarico sieroso di alto grado'), mtb('BRCA2', 'p.Asn372His', 48, interpreted('NEG', 'Benign'))],
      orders: { olaparib: 'open/untested/absent' },
    },
    {
      name: '"carcinoma tiroideo" is a carcinoma of the thyroid',
      chart: [icdo('8010/3', 'carcinoma tiroideo')],
      tumour: 'THYROID/TDTC/WDTC',
      open: 'Italian adjective of the organ',
    },
  ],
};

const ctdna = (text: string, code: string, display: string): Resource =>
  result(loinc('48019-4', 'Genetic variant assessment'), text, { subject: undefined, ...interpreted(code, display) });
const msi = (amount: number, code: string, display: string): Resource =>
  result(loinc('94035-7', 'Microsatellite instability status'), amount, interpreted(code, display));
const CTDNA: readonly ThirdPartyCase[] = [
  {
    name: 'EGFR L858R as "EGFR: p.Leu858Arg", no subject',
    chart: [tumour(LUNG), ctdna('EGFR: p.Leu858Arg', 'POS', 'Pathogenic')],
    orders: { osimertinib: 'fits/open/untested' },
    finds: ['!not present'],
  },
  {
    name: 'MSI 1, interpretation MSI-H',
    chart: [tumour(COLON), msi(1, 'POS', 'MSI-H')],
    orders: { pembrolizumab: 'fits' },
    opening: ['MSI', '!MSI 1'],
  },
  {
    name: 'MSI 0, interpretation MSS',
    chart: [tumour(COLON), msi(0, 'NEG', 'MSS')],
    orders: { pembrolizumab: 'open/untested/absent' },
    finds: ['!high'],
  },
  {
    name: 'TMB 14 mutations/Mb under a code unknown here',
    chart: [tumour(LUNG), result(loinc('94034-0', 'Tumor mutational burden'), { value: 14, unit: 'mutations/Mb', code: 'mutations/Mb' })],
    finds: ['TMB 14'],
  },
  {
    name: 'a fraction of tumour DNA is no allele frequency of a finding',
    chart: [tumour(LUNG), result(loinc('33747-0', 'Circulating tumor DNA fraction'), percent(3))],
    orders: { osimertinib: 'untested: EGFR' },
    finds: ['!present'],
  },
  {
    name: '"KRAS: Unknown" finds nothing and denies nothing',
    chart: [tumour(LUNG), ctdna('KRAS: Unknown', 'IND', 'Unknown')],
    orders: { sotorasib: 'open/untested: !tested, not found' },
  },
];
export const ctdnaPipeline: Family = { source: 'Nextflow ctDNA pipelines, process GENERATE_FHIR_REPORT', cases: CTDNA };
