/**
 * Rows of one panel that HL7 v2 keeps together by a sub-id (OBX-4), as converters carry it: the extension observation-v2-subid of HL7's FHIR
 * Extensions Pack 5.2.0 (used by the v2-to-FHIR guide), an extension or an identifier of the sender. Rows of one sub-id are one finding, whatever their order.
 */
import { loinc, observation, words, type Resource } from '../../reading/resources.ts';
import { infarction, situation, type Situation } from './situation.ts';

const GENE = loinc('48018-6', 'Gene studied [ID]');
const PAIR = loinc('84413-4', 'Genotype display name');
const EFFECT = loinc('53040-2', 'Genetic variation effect on drug metabolism');

type Mark = (group: string) => Resource;
const V2 = 'http://hl7.org/fhir/StructureDefinition/observation-v2-subid';
const original: Mark = (group) => ({ extension: [{ url: V2, extension: [{ url: 'original-sub-identifier', valueString: group }] }] });
const parts: Mark = (group) => {
  const [of = '', at = '1'] = group.split('.');
  return {
    extension: [
      {
        url: V2,
        extension: [
          { url: 'original-sub-identifier', valueString: group },
          { url: 'group', valueDecimal: Number(of) },
          { url: 'sequence', valueDecimal: Number(at) },
        ],
      },
    ],
  };
};
const ofSender: Mark = (group) => ({
  extension: [{ url: 'https://interface.example/fhir/StructureDefinition/obx-4', valueString: group }],
});
const identified: Mark = (group) => ({ identifier: [{ type: { text: 'Observation Sub-ID' }, value: group }] });
const unmarked: Mark = () => ({});

type Row = readonly [group: string, code: unknown, said: string];
let made = 0;
const rows = (mark: Mark, list: readonly Row[], more: Resource = {}): readonly Resource[] =>
  list.map(([group, code, said]) =>
    observation(`sub${String((made += 1))}`, code, { valueCodeableConcept: words(said), ...mark(group), ...more }),
  );
const report = (results: readonly Resource[]): readonly Resource[] => [
  ...results,
  {
    resourceType: 'DiagnosticReport',
    id: 'rep',
    status: 'final',
    code: words('Pharmacogenomics panel'),
    subject: { reference: 'Patient/p1' },
    result: results.map((row) => ({ reference: `Observation/${String(row['id'])}` })),
  },
];

/** CYP2C19 *2/*2 and CYP2D6 *1/*1, row by row of either. */
const between = (groups: readonly [string, string, string, string] = ['1', '2', '1', '2']): readonly Row[] => [
  [groups[0], GENE, 'CYP2C19'],
  [groups[1], GENE, 'CYP2D6'],
  [groups[2], PAIR, '*2/*2'],
  [groups[3], PAIR, '*1/*1'],
];
const named = (names: readonly [string, string, string]): readonly Row[] => [
  ['1', words(names[0]), 'CYP2C19'],
  ['2', words(names[0]), 'CYP2D6'],
  ['1', words(names[1]), '*2/*2'],
  ['2', words(names[1]), '*1/*1'],
  ['1', words(names[2]), 'Poor metabolizer'],
  ['2', words(names[2]), 'Normal metabolizer'],
];

const ORDERS = ['clopidogrel 75 mg', 'codeine 30 mg'];
const AVOID = [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]] as const;
const UNREAD = [
  ['info', /CYP2C19 result could not be interpreted/],
  ['info', /CYP2D6 result could not be interpreted/],
] as const;
const both = { genes: { CYP2C19: 'Poor Metabolizer', CYP2D6: 'Normal Metabolizer' } };
const panel = (
  name: string,
  list: readonly Resource[],
  cards: Situation['cards'] = AVOID,
  more: Pick<Situation, 'genes'> = both,
): Situation => situation(`sub-ids: ${name}`, [infarction(), ...list], ORDERS, cards, more);

const OF_DPYD: readonly Row[] = [
  ['1', words('Gene'), 'DPYD'],
  ['2', words('Gene'), 'DPYD'],
  ['1', words('Variant'), 'c.1905+1G>A'],
  ['2', words('Variant'), 'c.2846A>T'],
  ['1', words('Zygosity'), 'Heterozygous'],
  ['2', words('Result'), 'Not detected'],
];
const OF_HLA: readonly Row[] = [
  ['1', words('Allele'), 'HLA-A*31:01'],
  ['2', words('Allele'), 'HLA-B*15:02'],
  ['2', words('Result'), 'Positive'],
  ['1', words('Result'), 'Negative'],
];

export const ROWS_BY_SUB_ID: readonly Situation[] = [
  panel('the original identifier', report(rows(original, between()))),
  panel('group and sequence', report(rows(parts, between(['1.1', '2.1', '1.2', '2.2'])))),
  panel('group and sequence in one number', report(rows(original, between(['1.1', '2.1', '1.2', '2.2'])))),
  panel('a part of the gene’s own', report(rows(original, between(['1a', '2a', '1a.a', '2a.a'])))),
  panel('an extension of the sender', report(rows(ofSender, between()))),
  panel('an identifier', report(rows(identified, between()))),
  panel('without a report, of one order', rows(original, between(), { basedOn: [{ reference: 'ServiceRequest/1' }] })),
  panel('the gene after its rows', report(rows(original, between().toReversed()))),
  panel('Gene, Result, Interpretation', report(rows(original, named(['Gene', 'Result', 'Interpretation'])))),
  panel('Gene, Diplotype, Phenotype', report(rows(original, named(['Gene', 'Diplotype', 'Phenotype'])))),
  panel('none: the order tells nothing', report(rows(unmarked, between())), UNREAD, {}),
  panel(
    'of two orders',
    [
      ...rows(original, between(), { basedOn: [{ reference: 'ServiceRequest/1' }] }),
      ...rows(
        original,
        [
          ['1', GENE, 'CYP2C9'],
          ['1', PAIR, '*1/*1'],
        ],
        { basedOn: [{ reference: 'ServiceRequest/2' }] },
      ),
    ],
    AVOID,
    { genes: { ...both.genes, CYP2C9: 'Normal Metabolizer' } },
  ),
  panel(
    'two genes under one',
    rows(original, [...between(), ['1', GENE, 'CYP2C9'], ['1', PAIR, '*3/*3']]),
    [['info', /CYP2C19 result could not be interpreted/]],
    { genes: { CYP2D6: 'Normal Metabolizer' } },
  ),
  panel(
    'the pair of another group is not the gene’s',
    report(
      rows(original, [
        ['1', GENE, 'CYP2C19'],
        ['1', EFFECT, 'Poor metabolizer'],
        ['2', PAIR, '*1/*1'],
      ]),
    ),
    AVOID,
    { genes: { CYP2C19: 'Poor Metabolizer' } },
  ),
  panel(
    'running numbers are no groups',
    report(
      rows(original, [
        ['1', GENE, 'CYP2C19'],
        ['2', PAIR, '*2/*2'],
        ['3', EFFECT, 'Poor metabolizer'],
      ]),
    ),
    AVOID,
    { genes: { CYP2C19: 'Poor Metabolizer' } },
  ),
  situation(
    'sub-ids: changes of DPYD',
    report(rows(original, OF_DPYD)),
    ['capecitabine 1250 mg/m2'],
    [['warning', /DPYD intermediate metabolizer.*50 %/]],
  ),
  situation(
    'changes of DPYD under its rows, in order',
    report(
      rows(unmarked, [
        ['', words('Gene'), 'DPYD'],
        ['', words('Variant'), 'c.1905+1G>A'],
        ['', words('Result'), 'Heterozygous'],
        ['', words('Variant'), 'c.2846A>T'],
        ['', words('Result'), 'Not detected'],
      ]),
    ),
    ['capecitabine 1250 mg/m2'],
    [['warning', /DPYD intermediate metabolizer.*50 %/]],
  ),
  situation(
    'sub-ids: HLA alleles and their answers',
    report(rows(original, OF_HLA)),
    ['carbamazepine 200 mg'],
    [['critical', /HLA-B\*15:02 positive: do not start carbamazepine/]],
  ),
];
