/**
 * Changes of pharmacogenes by their place on GRCh38 alone, copies of CYP2D6 as a structural variant, and changes that no reader can name: what was found
 * must not look untested. Places as in CPIC's allele definitions (PharmCAT 3.1.1, 2025-11).
 */
import { component, gene, loinc, variant, words, type Resource } from '../../reading/resources.ts';
import { infarction, line, situation, type Situation } from './situation.ts';

const answer = (code: string, text: string) => ({ valueCodeableConcept: loinc(code, text) });
const HOMOZYGOUS = component(loinc('53034-5'), answer('LA6705-3', 'Homozygous'));
const HETEROZYGOUS = component(loinc('53034-5'), answer('LA6706-1', 'Heterozygous'));
const GERMLINE = component(loinc('48002-0'), answer('LA6683-2', 'Germline'));

interface Place {
  readonly chromosome: unknown;
  readonly position: number;
  readonly ref: string;
  readonly alt: string;
}
const at = (id: string, { chromosome, position, ref, alt }: Place, ...more: readonly unknown[]): Resource =>
  variant(id, [
    component(loinc('62374-4'), answer('LA26806-2', 'GRCh38')),
    component(loinc('48000-4'), { valueCodeableConcept: chromosome }),
    component(loinc('81254-5'), { valueRange: { low: { value: position }, high: { value: position } } }),
    component(loinc('69547-8'), { valueString: ref }),
    component(loinc('69551-0'), { valueString: alt }),
    ...more,
  ]);
const STAR_2 = { chromosome: loinc('LA21262-9', 'Chromosome 10'), position: 94_781_859, ref: 'G', alt: 'A' };
const STAR_2A = { chromosome: loinc('LA21254-0', 'Chromosome 1'), position: 97_450_058, ref: 'C', alt: 'T' };
const CLOPIDOGREL = ['clopidogrel 75 mg tablet'];
const CAPECITABINE = ['capecitabine 1250 mg/m2'];
const CODEINE = ['codeine 30 mg tablet'];
const POOR = [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]] as const;

const PLACES: readonly Situation[] = [
  situation('CYP2C19 *2 by its place', [infarction(), at('v', STAR_2, HOMOZYGOUS, GERMLINE)], CLOPIDOGREL, POOR),
  situation('the chromosome as a number', [infarction(), at('v', { ...STAR_2, chromosome: words('10') }, HOMOZYGOUS)], CLOPIDOGREL, POOR),
  situation('DPYD *2A by its place, one copy', [at('v', STAR_2A, HETEROZYGOUS, GERMLINE)], CAPECITABINE, [
    ['warning', /DPYD intermediate metabolizer: lower capecitabine dose to 50 %/],
  ]),
];

const copies = (count: number, kind: string, id = 'cnv'): Resource =>
  variant(id, [
    gene('HGNC:2625', 'CYP2D6'),
    component(loinc('48019-4'), { valueCodeableConcept: { coding: [{ system: 'http://www.sequenceontology.org', code: kind }] } }),
    component(loinc('82155-3'), { valueQuantity: { value: count, unit: '1' } }),
    GERMLINE,
  ]);
const [LOSS, GAIN] = ['SO:0001743', 'SO:0001742'];

const COPIES: readonly Situation[] = [
  situation('no copy of CYP2D6', [copies(0, LOSS)], CODEINE, [['warning', /CYP2D6 poor metabolizer: avoid codeine/]]),
  situation('three copies beside *1/*1', [line('CYP2D6 genotype', '*1/*1'), copies(3, GAIN)], CODEINE, [
    ['critical', /CYP2D6 ultrarapid metabolizer: avoid codeine/],
  ]),
  situation('two copies beside *1/*4 change nothing', [line('CYP2D6 genotype', '*1/*4'), copies(2, GAIN)], CODEINE, []),
  situation('three copies and no genotype', [copies(3, GAIN)], CODEINE, [['info', /CYP2D6 result could not be interpreted/]]),
];

const NAMELESS: readonly Situation[] = [
  situation(
    'an exon of DPYD deleted, as a range',
    [variant('v', [gene('HGNC:3012', 'DPYD'), component(loinc('48019-4'), answer('LA6692-3', 'Deletion')), HETEROZYGOUS, GERMLINE])],
    CAPECITABINE,
    [['info', /DPYD result could not be interpreted/]],
  ),
  situation(
    'beside the genotype of the gene it adds nothing',
    [
      infarction(),
      line('CYP2C19 genotype', '*2/*2'),
      variant('v', [gene('HGNC:2621', 'CYP2C19'), component(loinc('48019-4'), answer('LA6692-3', 'Deletion')), GERMLINE]),
    ],
    CLOPIDOGREL,
    POOR,
  ),
];

const TYPED: readonly Situation[] = [
  situation(
    'HLA alleles without their locus under the typing of one',
    [
      {
        ...line('HLA-B typing', ''),
        valueString: undefined,
        component: [
          ['57:01', 'Negative'],
          ['15:02', 'Positive'],
        ].map(([name, value]) => ({ code: words(name ?? ''), valueString: value })),
      },
    ],
    ['carbamazepine 200 mg', 'abacavir 600 mg'],
    [['critical', /HLA-B\*15:02 positive: do not start carbamazepine/]],
    { never: /No HLA-B\*57:01/ },
  ),
];

/** What a row of its own tells of the copies beside a pair that does not name it; functions of hybrids by CPIC (PharmCAT 3.1.1, 2025-11). */
const beside = (pair: string, name: string, value: string, cards: Situation['cards']): Situation =>
  situation(`CYP2D6 ${pair} beside ${name}: ${value}`, [line('CYP2D6 genotype', pair), line(name, value)], CODEINE, cards);
const UNREAD_COPIES: Situation['cards'] = [['info', /CYP2D6 result could not be interpreted/]];
const HYBRIDS: readonly Situation[] = [
  beside('*1/*2', 'CYP2D6 CNV', 'CYP2D6-CYP2D7 hybrid detected', UNREAD_COPIES),
  beside('*1/*4', 'CYP2D6/CYP2D7 hybrid', 'Positive', UNREAD_COPIES),
  beside('*1/*4', 'CYP2D6 CNV', 'Heterozygous deletion detected', UNREAD_COPIES),
  beside('*4/*4', 'CYP2D6/CYP2D7 hybrid', 'Positive', [['warning', /CYP2D6 poor metabolizer: avoid codeine/]]),
  beside('*1/*1', 'CYP2D6 CNV', 'Copy number gain', [['critical', /CYP2D6 ultrarapid metabolizer/]]),
  ...[
    ['*1/*36+*10', 'CYP2D6 CNV', 'CYP2D6-CYP2D7 hybrid detected'],
    ['*1/*5', 'CYP2D6 CNV', 'Heterozygous deletion detected'],
    ['*1/*4', 'CYP2D6 CNV', 'No deletion or duplication detected'],
    ['*1/*2', 'CYP2D6/CYP2D7 hybrid', 'Not detected'],
  ].map(([pair = '', name = '', value = '']) => beside(pair, name, value, [])),
  situation(
    'counts of two regions that differ',
    [line('CYP2D6', '*1/*2'), line('CYP2D6 intron 2 copy number', '2'), line('CYP2D6 exon 9 copy number', '1')],
    CODEINE,
    UNREAD_COPIES,
    { says: /hybrid, or counts that differ/ },
  ),
  situation(
    'counts of two regions that agree',
    [line('CYP2D6', '*1/*2'), line('CYP2D6 intron 2 copy number', '2'), line('CYP2D6 exon 9 copy number', '2')],
    CODEINE,
    [],
  ),
  situation(
    'the laboratory grades the pair with its hybrid',
    [line('CYP2D6', '*1/*2'), line('CYP2D6 phenotype', 'Intermediate metabolizer'), line('CYP2D6 CNV', 'CYP2D6-CYP2D7 hybrid detected')],
    CODEINE,
    [],
    { genes: { CYP2D6: 'Intermediate Metabolizer' } },
  ),
];

/** The same number is another place on UCSC's older mitochondrial sequence. */
const mitochondrial = (name: string, cards: Situation['cards'], ...more: readonly unknown[]): Situation =>
  situation(
    `${name} without a gene${more.length > 0 ? ', GRCh37' : ''}`,
    [variant('v', [component(loinc('81290-9'), { valueCodeableConcept: words(name) }), ...more])],
    ['gentamicin 240 mg iv'],
    cards,
  );
const HEARING: Situation['cards'] = [['critical', /MT-RNR1 increased risk/]];
const OTHER_NUMBERS: Situation['cards'] = [['info', /MT-RNR1 result could not be interpreted/]];
const MITOCHONDRIAL: readonly Situation[] = [
  ...['chrM:g.1555A>G', 'chrM:m.1555A>G', 'MT:g.1494C>T', 'm.1555A>G', 'NC_012920.1:m.1555A>G'].map((name) => mitochondrial(name, HEARING)),
  ...['NC_001807.4:m.1555A>G', 'NC_001807.4:m.1556A>G'].map((name) => mitochondrial(name, OTHER_NUMBERS)),
  mitochondrial('chrM:g.1555A>G', OTHER_NUMBERS, component(loinc('62374-4'), answer('LA14029-5', 'GRCh37'))),
  mitochondrial('chrM:g.8993T>G', []),
  situation('NC_001807 in a row', [line('MT-RNR1', 'NC_001807.4:m.1555A>G')], ['gentamicin 240 mg iv'], OTHER_NUMBERS),
];

export const PLACES_AND_COPIES: readonly Situation[] = [...PLACES, ...COPIES, ...NAMELESS, ...TYPED, ...HYBRIDS, ...MITOCHONDRIAL];
