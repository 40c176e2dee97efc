/** One Observation with a genotype and, in a part of it, a phenotype: agreement is quiet, contradiction is told and never picked in silence. */
import type { Resource } from '../../reading/resources.ts';
import { component, loinc, words } from '../../reading/resources.ts';
import { coded, genotypeOf, infarction, line, part, result, situation, takes, type Situation } from './situation.ts';

const HGNC: Readonly<Record<string, string>> = {
  CYP2C19: 'HGNC:2621',
  CYP2D6: 'HGNC:2625',
  CYP2C9: 'HGNC:2623',
  DPYD: 'HGNC:3012',
  TPMT: 'HGNC:12014',
  NUDT15: 'HGNC:23063',
  SLCO1B1: 'HGNC:10959',
  G6PD: 'HGNC:4057',
};

const concept = (text: string): Resource => ({ valueCodeableConcept: { text } });
const answer = (code: string, display: string): Resource => ({
  valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code, display }] },
});

/** A genotype profile whose value and whose phenotype component are as given. */
function both(gene: string, genotype: string, phenotype: Resource, name: unknown = words('Metabolizer phenotype')): Resource {
  const made = genotypeOf(HGNC[gene] ?? '', gene, genotype);
  return { ...made, component: [...(made['component'] as readonly unknown[]), component(name as never, phenotype)] };
}

/** As exporters write it that put the diplotype in a component, filled with *1/*1 when none was called. */
const filled = (gene: string, phenotype: string, code = '79715-7'): Resource =>
  result(loinc('84413-4'), {
    code: { coding: [{ system: 'http://loinc.org', code: '84413-4' }], text: `${gene} Genotype` },
    component: [
      component(loinc('81252-9'), concept(`${gene} *1/*1`)),
      component(
        { coding: [{ system: 'http://loinc.org', code, display: 'Drug metabolism phenotype' }], text: 'Metabolizer Phenotype' } as never,
        concept(phenotype),
      ),
      component(loinc('48018-6'), concept(gene)),
    ],
  });

const NOT_CHECKED = (gene: string, drug: string) => new RegExp(`${gene} results disagree: ${drug} could not be checked`);

export const SELF_CONTRADICTIONS: readonly Situation[] = [
  situation(
    'diplotype filled with *1/*1, phenotype poor: clopidogrel after infarction',
    [filled('CYP2C19', 'Poor Metabolizer'), infarction()],
    ['clopidogrel 75 mg'],
    [['info', NOT_CHECKED('CYP2C19', 'clopidogrel')]],
    {
      says: /normal metabolizer \(genotype \S+1\/\S+1\).*usual dosing.*poor metabolizer \(as stated\).*should be avoided/,
      warns: /CYP2C19 result contradicts itself/,
    },
  ),
  situation(
    'the same under the code of a phenotype name',
    [filled('CYP2C19', 'Poor Metabolizer', '79716-7'), infarction()],
    ['clopidogrel 75 mg'],
    [['info', NOT_CHECKED('CYP2C19', 'clopidogrel')]],
  ),
  situation(
    'DPYD filled with *1/*1, phenotype poor: capecitabine',
    [filled('DPYD', 'Poor Metabolizer')],
    ['capecitabine 500 mg'],
    [['warning', NOT_CHECKED('DPYD', 'capecitabine')]],
    {
      says: /safer reading is "poor metabolizer \(as stated\)": the drug should be avoided/,
    },
  ),
  situation(
    'DPYD filled with *1/*1, phenotype intermediate: fluorouracil',
    [filled('DPYD', 'Intermediate Metabolizer')],
    ['fluorouracil'],
    [['warning', NOT_CHECKED('DPYD', 'fluorouracil')]],
  ),
  situation(
    'TPMT *1/*1 with phenotype poor, NUDT15 normal: azathioprine',
    [filled('TPMT', 'Poor Metabolizer'), line('NUDT15', '*1/*1')],
    ['azathioprine 50 mg'],
    [['warning', NOT_CHECKED('TPMT', 'azathioprine')]],
  ),
  situation(
    'CYP2D6 *1/*1 with phenotype ultrarapid: codeine',
    [filled('CYP2D6', 'Ultrarapid Metabolizer')],
    ['codeine 30 mg'],
    [['warning', NOT_CHECKED('CYP2D6', 'codeine')]],
  ),
  situation(
    'CYP2D6 *1/*1 with phenotype poor, on paroxetine: blocked either way',
    [filled('CYP2D6', 'Poor Metabolizer'), takes('paroxetine 20 mg')],
    ['codeine 30 mg'],
    [['warning', /codeine/]],
    { never: /results disagree/ },
  ),
  situation(
    'the coded answer in a standard component: *1/*1 and poor',
    [both('CYP2C19', '*1/*1', answer('LA9657-3', 'Poor metabolizer'), loinc('53040-2')), infarction()],
    ['clopidogrel 75 mg'],
    [['info', NOT_CHECKED('CYP2C19', 'clopidogrel')]],
  ),
  situation(
    'SLCO1B1 *1/*1 with "poor function": simvastatin',
    [both('SLCO1B1', '*1/*1', concept('Poor function'), words('Phenotype'))],
    ['simvastatin 40 mg'],
    [['info', NOT_CHECKED('SLCO1B1', 'simvastatin')]],
  ),
  situation(
    'G6PD B/B with "Deficient": rasburicase',
    [both('G6PD', 'B/B', concept('Deficient'), words('G6PD phenotype'))],
    ['rasburicase'],
    [['warning', NOT_CHECKED('G6PD', 'rasburicase')]],
  ),
  situation(
    'the reverse: *2/*2 with phenotype normal, the genotype is the safer one',
    [both('CYP2C19', '*2/*2', concept('Normal metabolizer')), infarction()],
    ['clopidogrel 75 mg'],
    [['warning', /poor metabolizer: avoid clopidogrel/]],
    {
      says: /CYP2C19 result contradicts itself: \S+2\/\S+2 \(poor metabolizer\), but stated as normal metabolizer; the safer reading is taken/,
      warns: /contradicts itself/,
    },
  ),
  situation(
    'the reverse: DPYD *2A/*2A with phenotype normal',
    [both('DPYD', '*2A/*2A', concept('Normal metabolizer'))],
    ['capecitabine 500 mg'],
    [['critical', /DPYD poor metabolizer: avoid capecitabine/]],
    { says: /contradicts itself/ },
  ),
  situation(
    'the phenotype of a test named in words, coded only',
    [line('CYP2C19 genotype', '*1/*1', { component: [component(loinc('79716-7'), concept('Poor Metabolizer'))] }), infarction()],
    ['clopidogrel 75 mg'],
    [['info', NOT_CHECKED('CYP2C19', 'clopidogrel')]],
  ),
  situation(
    'activity score 0 beside *1/*1: codeine',
    [both('CYP2D6', '*1/*1', { valueQuantity: { value: 0 } }, words('Activity score'))],
    ['codeine 30 mg'],
    [['info', NOT_CHECKED('CYP2D6', 'codeine')]],
  ),
  situation(
    '*17/*17 stated as poor, order omeprazole: more drug is never the safer of two',
    [both('CYP2C19', '*17/*17', concept('Poor metabolizer'))],
    ['omeprazole 20 mg'],
    [['info', NOT_CHECKED('CYP2C19', 'omeprazole')]],
  ),
  situation(
    '*1/*1 stated as poor, warfarin needs both genes: not checked',
    [both('CYP2C9', '*1/*1', concept('Poor metabolizer')), line('VKORC1 -1639G>A', 'G/G')],
    ['warfarin 5 mg'],
    [['info', /CYP2C9 results disagree: warfarin could not be checked/]],
  ),
  situation('another drug asks nothing of the gene either way: silence', [filled('CYP2C19', 'Poor Metabolizer')], ['metformin 500 mg'], []),

  situation(
    'agreement: *1/*1 and Normal metabolizer',
    [both('CYP2C19', '*1/*1', concept('Normal Metabolizer')), infarction()],
    ['clopidogrel 75 mg'],
    [],
    { genes: { CYP2C19: 'Normal Metabolizer' } },
  ),
  situation(
    'agreement: *1/*1 and Extensive metabolizer',
    [both('CYP2C19', '*1/*1', concept('Extensive Metabolizer')), infarction()],
    ['clopidogrel 75 mg'],
    [],
  ),
  situation('agreement: *1/*1 and NM', [both('CYP2D6', '*1/*1', concept('NM'))], ['codeine 30 mg'], []),
  situation('agreement: *1/*1 and EM', [both('CYP2D6', '*1/*1', concept('EM'))], ['codeine 30 mg'], []),
  situation(
    'agreement: DPYD reference and Normal, activity score 2',
    [both('DPYD', '*1/*1', concept('Normal metabolizer (AS 2)'))],
    ['capecitabine 500 mg'],
    [],
  ),
  situation(
    'older translation: *1/*17 and Ultrarapid',
    [both('CYP2C19', '*1/*17', concept('Ultrarapid metabolizer')), infarction()],
    ['clopidogrel 75 mg'],
    [],
  ),
  situation(
    'older translation: CYP2D6 score 1.0 called normal',
    [both('CYP2D6', '*1/*4', concept('Normal metabolizer'))],
    ['codeine 30 mg'],
    [],
  ),
  situation(
    'agreement: TPMT *1/*1 and "Normal activity"',
    [both('TPMT', '*1/*1', concept('Normal activity'), words('TPMT phenotype')), line('NUDT15', '*1/*1')],
    ['azathioprine 50 mg'],
    [],
  ),
  situation(
    'agreement: SLCO1B1 *1/*1 and "Normal function"',
    [both('SLCO1B1', '*1/*1', concept('Normal function'), words('Phenotype'))],
    ['simvastatin 40 mg'],
    [],
  ),
  situation('agreement: G6PD B/B and "Normal"', [both('G6PD', 'B/B', concept('Normal'), words('G6PD phenotype'))], ['rasburicase'], []),
  situation(
    'the function of one allele is no phenotype of the gene',
    [both('CYP2C19', '*1/*17', concept('Increased function'), words('Allele 2 function')), infarction()],
    ['clopidogrel 75 mg'],
    [],
  ),
  situation(
    'what an inhibitor makes of it is no second phenotype',
    [both('CYP2C19', '*1/*1', concept('Poor metabolizer'), words('Phenotype after phenoconversion')), infarction()],
    ['clopidogrel 75 mg'],
    [],
  ),
  situation(
    'the phenotype of another gene in the same Observation is that gene’s',
    [
      genotypeOf('HGNC:2621', 'CYP2C19', '*1/*1', {
        component: [component(loinc('48018-6'), concept('CYP2C19')), part('CYP2C9 phenotype', 'Poor metabolizer')],
      }),
      infarction(),
    ],
    ['clopidogrel 75 mg'],
    [],
  ),
];

const hlaAnswer = (allele: string, code: string, display: string, text: string): Resource =>
  result({ text: `HLA B${allele}` }, { valueCodeableConcept: { ...coded('http://loinc.org', code, display), text } });

export const BESIDE_ANOTHER_ALLELE: readonly Situation[] = [
  situation(
    'of *15:02 the code says present and the words not detected, *57:01 is known',
    [
      hlaAnswer('*57:01', 'LA9633-4', 'Present', 'B*57:01 status: carrier'),
      hlaAnswer('*15:02', 'LA9633-4', 'Present', 'B*15:02 status: not detected'),
    ],
    ['carbamazepine 200 MG Oral Tablet'],
    [['info', /HLA-B\*15:02 is left open by the typing on file: test before/]],
    { says: /names HLA-B\\?\*15:02 could not be interpreted/, never: /No HLA-B\\?\*15:02/ },
  ),
  situation(
    'the same, for abacavir',
    [
      hlaAnswer('*57:01', 'LA9633-4', 'Present', 'B*57:01 status: carrier'),
      hlaAnswer('*15:02', 'LA9633-4', 'Present', 'B*15:02 status: not detected'),
    ],
    ['abacavir 300 MG Oral Tablet'],
    [['critical', /HLA-B\*57:01 positive: do not start abacavir/]],
  ),
];
