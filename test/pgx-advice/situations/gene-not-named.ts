/** What a laboratory says of a drug without naming the gene, in the shapes of all versions of the reporting guide. */
import type { Resource } from '../../reading/resources.ts';
import { component, gene, loinc, tbd, words } from '../../reading/resources.ts';
import { allergy, genotypeOf, infarction, line, result, situation, takes, type Situation } from './situation.ts';

const drugs = (...names: readonly string[]) => names.map((name) => component(loinc('51963-7'), { valueCodeableConcept: { text: name } }));
const answer = (code: string, display: string) => ({ coding: [{ system: 'http://loinc.org', code, display }] });

/** STU2 and 3: the effect is a component. */
const implication = (kind: string, code: string, display: string, ...names: readonly string[]): Resource =>
  result(tbd('therapeutic-implication'), {
    component: [component(loinc(kind), { valueCodeableConcept: answer(code, display) }), ...drugs(...names)],
    derivedFrom: [{ reference: 'Observation/not-sent' }],
  });
/** STU1: the effect is the Observation. */
const effect = (kind: string, code: string, display: string, ...names: readonly string[]): Resource =>
  result(loinc(kind), { valueCodeableConcept: answer(code, display), component: drugs(...names) });

const HIGH = ['83009-1', 'LA19541-4', 'High risk'] as const;
const LOW = ['83009-1', 'LA19542-2', 'Low risk'] as const;
const POOR = ['53040-2', 'LA9657-3', 'Poor metabolizer'] as const;
const NORMAL = ['53040-2', 'LA25391-6', 'Normal metabolizer'] as const;
const NEVER = /No [^.]*(?:HLA|CYP)[^.]* result (?:is )?on file/;

const found = (gene: string, hgnc: string, change: string, origin: string): Resource =>
  result(loinc('69548-6'), {
    valueCodeableConcept: answer('LA9633-4', 'Present'),
    component: [
      component(loinc('48018-6'), {
        valueCodeableConcept: { coding: [{ system: 'http://www.genenames.org/geneId', code: hgnc, display: gene }] },
      }),
      component(loinc('48004-6'), { valueCodeableConcept: { coding: [{ system: 'http://varnomen.hgvs.org', code: change }] } }),
      component(loinc('48002-0'), { valueCodeableConcept: answer(origin === 'Somatic' ? 'LA6684-0' : 'LA6683-2', origin) }),
    ],
  });

/** A variant of a pharmacogene from a test of the tumour alone. */
export const FOUND_IN_TUMOUR: readonly Situation[] = [
  situation(
    'DPYD*2A from tumour sequencing: capecitabine',
    [found('DPYD', 'HGNC:3012', 'NM_000110.4:c.1905+1G>A', 'Somatic')],
    ['capecitabine 500 mg'],
    [['info', /DPYD c\.1905\+1G>A is on file from a tumour test|DPYD variant on file from a tumour test/]],
    { says: /No inherited DPYD result found in the chart/ },
  ),
  situation(
    'the same as germline: advised by it',
    [found('DPYD', 'HGNC:3012', 'NM_000110.4:c.1905+1G>A', 'Germline')],
    ['capecitabine 500 mg'],
    [['warning|critical', /DPYD/]],
    { never: /tumour test/ },
  ),
  situation(
    'a DPYD change of the tumour that the knowledge does not have: the test is asked for as ever',
    [found('DPYD', 'HGNC:3012', 'NM_000110.4:c.1100A>C', 'Somatic')],
    ['capecitabine 500 mg'],
    [['info', /No DPYD result on file/]],
  ),
  situation(
    'a DPYD*2A of the tumour and a germline genotype: the genotype',
    [found('DPYD', 'HGNC:3012', 'NM_000110.4:c.1905+1G>A', 'Somatic'), genotypeOf('HGNC:3012', 'DPYD', '*1/*1')],
    ['capecitabine 500 mg'],
    [],
  ),
];

export const GENE_NOT_NAMED: readonly Situation[] = [
  situation(
    'implication "High risk" for carbamazepine: carbamazepine',
    [implication(...HIGH, 'carbamazepine')],
    ['carbamazepine 200 mg'],
    [['info', /laboratory result says "High risk" for carbamazepine, its gene not named/]],
    { never: NEVER },
  ),
  situation(
    'effect "High risk" for abacavir: abacavir',
    [effect(...HIGH, 'abacavir')],
    ['abacavir 600 mg'],
    [['info', /says "High risk" for abacavir, its gene not named/]],
    { never: NEVER },
  ),
  situation(
    '"Poor metabolizer" for clopidogrel: clopidogrel after infarction',
    [implication(...POOR, 'clopidogrel'), infarction()],
    ['clopidogrel 75 mg'],
    [['info', /says "Poor metabolizer" for clopidogrel, its gene not named/]],
    { never: NEVER },
  ),
  situation(
    '"Poor metabolizer" for two drugs: each of them',
    [effect(...POOR, 'clopidogrel', 'voriconazole')],
    ['clopidogrel 75 mg', 'voriconazole 200 mg'],
    [
      ['info', /for clopidogrel/],
      ['info', /for voriconazole/],
    ],
  ),
  situation('another drug of the same class: silence', [implication(...POOR, 'clopidogrel')], ['prasugrel 10 mg'], []),
  situation(
    'another drug that the gene would matter for: nothing is guessed',
    [implication(...POOR, 'clopidogrel')],
    ['citalopram 20 mg'],
    [],
  ),
  situation(
    '"Normal metabolizer" for clopidogrel: quiet but for the test that is asked for',
    [implication(...NORMAL, 'clopidogrel'), infarction()],
    ['clopidogrel 75 mg'],
    [['info', /says "Normal metabolizer" for clopidogrel, its gene not named: look at it/]],
    { never: NEVER },
  ),
  situation(
    '"Low risk" for carbamazepine: the test is not said to be missing',
    [implication(...LOW, 'carbamazepine')],
    ['carbamazepine 200 mg'],
    [['info', /says "Low risk" for carbamazepine, its gene not named: look at it/]],
    { never: NEVER },
  ),
  situation(
    '"Normal metabolizer" for citalopram, which nobody tests before: silence',
    [implication(...NORMAL, 'citalopram')],
    ['citalopram 20 mg'],
    [],
  ),
  situation(
    'with the gene in the genotype beneath: the gene’s own card alone',
    [genotypeOf('HGNC:2621', 'CYP2C19', '*2/*2'), implication(...POOR, 'clopidogrel'), infarction()],
    ['clopidogrel 75 mg'],
    [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]],
    { never: /not named/ },
  ),
  situation(
    'a normal genotype on file beside it: told, because the two do not fit',
    [genotypeOf('HGNC:2621', 'CYP2C19', '*1/*1'), implication(...POOR, 'clopidogrel'), infarction()],
    ['clopidogrel 75 mg'],
    [['info', /says "Poor metabolizer" for clopidogrel, its gene not named/]],
  ),
  situation(
    'the gene is named: read as ever',
    [
      {
        ...implication(...POOR, 'clopidogrel'),
        component: [
          component(loinc('53040-2'), { valueCodeableConcept: answer('LA9657-3', 'Poor metabolizer') }),
          ...drugs('clopidogrel'),
          gene('HGNC:2621', 'CYP2C19'),
        ],
      },
      infarction(),
    ],
    ['clopidogrel 75 mg'],
    [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]],
  ),
  situation(
    'the gene stands in the name, the grade in a component without one',
    [
      result(words('CYP2C19 Therapeutic Implication for clopidogrel'), {
        component: [component(loinc('79715-7'), { valueCodeableConcept: { text: 'Poor Metabolizer' } }), ...drugs('clopidogrel')],
      }),
      infarction(),
    ],
    ['clopidogrel 75 mg'],
    [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]],
  ),
  situation(
    'a response of a tumour is none of a gene',
    [
      result(tbd('therapeutic-implication'), {
        component: [
          component(tbd('predicted-therapeutic-implication'), { valueCodeableConcept: answer('LA6676-6', 'Resistant') }),
          ...drugs('clopidogrel'),
        ],
      }),
      infarction(),
    ],
    ['clopidogrel 75 mg'],
    [['info', /No CYP2C19 result on file/]],
  ),
  situation(
    'no final result: not used',
    [{ ...implication(...POOR, 'clopidogrel'), status: 'preliminary' }, infarction()],
    ['clopidogrel 75 mg'],
    [['info', /CYP2C19/]],
    { never: /not named/ },
  ),
  situation(
    'as an alternative it is not offered',
    [line('CYP2D6', '*4/*4'), implication(...POOR, 'hydromorphone')],
    ['codeine 30 mg'],
    [['warning', /CYP2D6 poor metabolizer: avoid codeine/]],
    { says: /Not hydromorphone: a laboratory result says "Poor metabolizer" for hydromorphone/ },
  ),
  situation(
    'taken already, another drug ordered: nothing new at that order',
    [implication(...HIGH, 'carbamazepine'), takes('carbamazepine 200 mg')],
    ['metformin 500 mg'],
    [],
  ),
  situation(
    'an allergy beside it takes nothing away',
    [implication(...HIGH, 'carbamazepine'), allergy('Penicillin')],
    ['carbamazepine 200 mg'],
    [['info', /High risk/]],
  ),
];
