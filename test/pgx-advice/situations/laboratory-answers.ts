/** Enzyme names, codes that stand alone, scores with a bound, copy numbers, lists of what was looked for, typings that leave an allele open. */
import { component, gene, loinc, words } from '../../reading/resources.ts';
import {
  born,
  coded,
  dosed,
  genotypeOf,
  indicator,
  infarction,
  line,
  ordered,
  problem,
  quantity,
  result,
  situation,
  type Situation,
} from './situation.ts';

const ADULT = born('1970-01-01');
const NUDT15_NORMAL = line('NUDT15', '*1/*1');
const present = (...components: unknown[]) =>
  result(loinc('69548-6', 'Genetic variant assessment'), { valueCodeableConcept: loinc('LA9633-4', 'Present'), component: components });
const text = (value: string) => ({ valueString: value });

const TPMT_NAMES = [
  'TPMT activity, erythrocytes',
  'TPMT erythrocyte activity',
  'Thiopurine methyltransferase (TPMT), RBC',
  'TPMT Activity, RBC',
];

export const LABORATORY_ANSWERS: readonly Situation[] = [
  ...TPMT_NAMES.flatMap((name) => [
    situation(
      `${name}: intermediate`,
      [line(name, 'Intermediate'), NUDT15_NORMAL],
      ['azathioprine 50 mg'],
      [['warning', /TPMT intermediate metabolizer: lower azathioprine/]],
    ),
    situation(`${name}: normal`, [line(name, 'Normal'), NUDT15_NORMAL], ['azathioprine 50 mg'], []),
  ]),
  situation(
    'TPMT metabolites are no enzyme',
    [line('Thiopurine metabolites (TPMT), RBC', 'Normal'), NUDT15_NORMAL],
    ['azathioprine 50 mg'],
    [['info', /TPMT/]],
  ),
  situation(
    '57979-7 without words, positive',
    [result(loinc('57979-7'), text('Positive'))],
    ['carbamazepine 200 mg'],
    [['critical', /HLA-B\*15:02 positive/]],
  ),
  situation('57979-7 without words, negative', [result(loinc('57979-7'), text('Negative'))], ['oxcarbazepine 300 mg'], []),
  situation(
    '50956-2 without words, coded present',
    [result(loinc('50956-2'), { valueCodeableConcept: loinc('LA9633-4', 'Present') })],
    ['abacavir 300 mg'],
    [['critical', /HLA-B\*57:01/]],
  ),
  situation(
    'HLA-B*57:01 answered by true',
    [result(words('HLA-B*57:01'), { valueBoolean: true })],
    ['abacavir 300 mg'],
    [['critical', /abacavir/]],
  ),
  situation('score above 2.25', [line('CYP2D6 Activity Score', '>2.25')], ['codeine 30 mg'], [['critical', /CYP2D6 ultrarapid/]]),
  situation('score of at least 2.5', [line('CYP2D6 Activity Score', '≥2.5')], ['codeine 30 mg'], [['critical', /CYP2D6 ultrarapid/]]),
  situation(
    'score above 2 leaves two phenotypes',
    [line('CYP2D6 Activity Score', '>2')],
    ['codeine 30 mg'],
    [['info', /could not be interpreted/]],
  ),
  situation(
    'score with a decimal comma',
    [line('CYP2D6 Activity Score', '0,5')],
    [ordered('nortriptyline 75 mg', dosed(75, 'mg'))],
    [['warning', /lower nortriptyline dose to 75 %/]],
  ),
  situation('score as an integer', [result(words('CYP2D6 activity score'), { valueInteger: 0 })], ['codeine 30 mg'], [['warning', /poor/]]),
  situation(
    'score of DPYD',
    [line('DPYD activity score', '1.5')],
    ['capecitabine 500 mg'],
    [['warning', /DPYD intermediate metabolizer: lower capecitabine dose to 50 %/]],
  ),
  situation('range of scores within one phenotype', [line('CYP2D6 Activity Score', '1.25 - 2.25')], ['codeine 30 mg'], []),
  situation(
    'no copy of CYP2D6',
    [line('CYP2D6 copy number', '0')],
    ['codeine 30 mg'],
    [['warning', /CYP2D6 poor metabolizer: avoid codeine/]],
  ),
  situation('two copies of CYP2D6 say nothing of the alleles', [line('CYP2D6 copy number', '2')], ['codeine 30 mg'], []),
  situation(
    'one copy of CYP2D6 beside *4/*4',
    [line('CYP2D6', '*4/*4'), line('CYP2D6 copy number', '1')],
    ['codeine 30 mg'],
    [['warning', /poor/]],
  ),
  situation(
    'DPYD *1/*1 with the list of what was not found',
    [line('DPYD', '*1/*1 (c.1905+1G>A, c.1679T>G, c.2846A>T, c.1129-5923C>G not detected)')],
    ['capecitabine 500 mg'],
    [],
  ),
  situation(
    'CYP2C19 *1/*17 beside a position not found',
    [ADULT, line('CYP2C19', '*1/*17 (rs4244285 not found)')],
    ['voriconazole 200 mg'],
    [['warning', /CYP2C19 rapid/]],
  ),
  situation(
    'CYP2C19 "*1/*2 not detected" is no *1/*2',
    [ADULT, line('CYP2C19', '*1/*2 not detected')],
    ['voriconazole 200 mg'],
    [['info', /could not be interpreted/]],
  ),
  situation(
    'HLA-B typed to two alleles, one of them *57:01',
    [line('HLA-B', 'B*57:01/57:29+B*44:02')],
    ['abacavir 300 mg'],
    [['info', /HLA-B\*57:01 is left open by the typing on file/]],
  ),
  situation('HLA-B typed to two alleles, none of them *57:01', [line('HLA-B', 'B*57:02/57:29+B*44:02')], ['abacavir 300 mg'], []),
  situation(
    'HLA-B*57 only, said in the first line',
    [line('HLA-B', 'B*57, B*07')],
    ['abacavir 300 mg'],
    [['info', /left open by the typing/]],
  ),
  situation(
    'HLA typing in components without the star',
    [
      result(words('HLA typing'), {
        component: [
          { code: words('HLA-B'), ...text('57:01') },
          { code: words('HLA-B'), ...text('44:02') },
        ],
      }),
    ],
    ['abacavir 300 mg'],
    [['critical', /abacavir/]],
  ),
  situation(
    'SLCO1B1 c.521T>C present and homozygous, by components',
    [
      present(
        gene('HGNC:10959', 'SLCO1B1'),
        component(loinc('48004-6', 'DNA change (c.HGVS)'), { valueCodeableConcept: { text: 'NM_006446.5:c.521T>C' } }),
        component(loinc('53034-5', 'Allelic state'), { valueCodeableConcept: loinc('LA6705-3', 'Homozygous') }),
      ),
    ],
    [ordered('simvastatin 20 mg', dosed(20, 'mg'))],
    [['warning', /SLCO1B1 poor function.*simvastatin/]],
  ),
  situation(
    'a gene whose id is that of another gene is not used',
    [present(gene('HGNC:10663', 'SLCO1B1'), component(loinc('48004-6'), { valueCodeableConcept: { text: 'c.521T>C' } }))],
    ['simvastatin 20 mg'],
    [],
    {
      warns: /HGNC:10663 means/,
    },
  ),
  situation(
    'DPYD c.1905+1G>A homozygous by its HGVS name',
    [
      present(
        gene('HGNC:3012', 'DPYD'),
        component(loinc('48004-6', 'DNA change (c.HGVS)'), {
          valueCodeableConcept: coded('http://varnomen.hgvs.org', 'NM_000110.4:c.1905+1G>A'),
        }),
        component(loinc('53034-5', 'Allelic state'), { valueCodeableConcept: loinc('LA6705-3', 'Homozygous') }),
      ),
    ],
    ['capecitabine 500 mg'],
    [['critical', /DPYD poor metabolizer: avoid capecitabine/]],
  ),
  situation(
    'CYP2C19 likely poor',
    [line('CYP2C19 phenotype', 'Likely Poor Metabolizer'), infarction()],
    ['clopidogrel 75 mg'],
    [['warning', /likely poor metabolizer: avoid clopidogrel/]],
  ),
  ...['Possible Poor Metabolizer', 'Probable poor metabolizer', 'Possible Intermediate Metabolizer'].map((said) =>
    situation(
      `CYP2C19 ${said}: in doubt, and no grade of this gene`,
      [line('CYP2C19 phenotype', said), infarction()],
      ['clopidogrel 75 mg'],
      [['info', /CYP2C19 result could not be interpreted/]],
    ),
  ),
  situation(
    'CYP3A5 possible intermediate',
    [line('CYP3A5', 'Possible Intermediate Metabolizer')],
    ['tacrolimus 1 mg'],
    [['warning', /raise tacrolimus dose to 150–200 %/]],
  ),
  situation(
    'normal or ultrarapid is neither',
    [line('CYP2D6 phenotype', 'Normal or Ultrarapid Metabolizer')],
    ['codeine 30 mg'],
    [['info', /could not be interpreted/]],
  ),
  situation(
    'two genes in one line',
    [line('Thiopurine panel', 'TPMT *1/*1; NUDT15 *1/*2')],
    ['azathioprine 50 mg'],
    [['warning', /NUDT15 intermediate metabolizer/]],
  ),
  situation(
    'warfarin genes in one line',
    [line('Warfarin genotyping', 'CYP2C9 *2/*3, VKORC1 -1639 A/A')],
    [ordered('warfarin 5 mg', dosed(5, 'mg'))],
    [['warning', /CYP2C9 poor metabolizer, VKORC1 -1639 AA/]],
    {
      says: /VKORC1 rs9923231 T\/T/,
    },
  ),
  situation(
    'allogeneic transplant',
    [line('CYP2C19', '*2/*2'), problem('Status post allogeneic stem cell transplant'), infarction()],
    ['clopidogrel 75 mg'],
    [['warning', /perhaps the donor’s/]],
  ),
  situation('a maternal sample', [line('CYP2D6 genotype (maternal sample)', '*4/*4')], ['codeine 30 mg'], [], { warns: /another person/ }),
  situation('a fetal result', [line('Fetal CYP2D6', '*4/*4')], ['codeine 30 mg'], [], { warns: /another person/ }),
  situation(
    'G6PD activity as a number is judged by a person',
    [quantity('32546-4', 1.2, 'U/g{Hb}')],
    ['rasburicase'],
    [['info', /G6PD activity 1.2 U\/g Hb on file, not interpreted here/]],
  ),
  situation(
    'indicator and laboratory agree',
    [indicator('CYP2D6 Poor Metabolizer'), genotypeOf('HGNC:2625', 'CYP2D6', '*4/*5')],
    ['tramadol 50 mg'],
    [['warning', /CYP2D6 poor metabolizer: avoid tramadol/]],
  ),
];
