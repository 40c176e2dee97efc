/**
 * Findings as records and programs export them: genomic indicators as Observations that hold nothing but their name, typings under a code of the house,
 * enzyme activities without limits, tandem alleles in brackets, an older and a wider test. Every patient is made up.
 */
import { component, loinc } from '../../reading/resources.ts';
import { infarction, line, result, situation, type Situation } from './situation.ts';

const GENOMICS = { category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'genomics' }] }] };
const indicator = (name: string) => result({ text: name }, GENOMICS);
const ofHouse = (value: string) => result({ coding: [{ system: 'urn:oid:1.2.3', code: '9911' }] }, { valueString: value });
const on = (day: string) => ({ issued: `${day}T00:00:00Z`, effectiveDateTime: day });

const answer = (code: string, display: string) => ({ coding: [{ system: 'http://loinc.org', code, display }] });
/** A record of a variant by its dbSNP id, with the state and perhaps the build, and no base. */
const byId = (id: string, state: readonly [string, string], build?: readonly [string, string]) =>
  result(loinc('69548-6'), {
    valueCodeableConcept: answer('LA9633-4', 'Present'),
    component: [
      component(loinc('81255-2'), { valueCodeableConcept: { text: id } }),
      component(loinc('53034-5'), { valueCodeableConcept: answer(...state) }),
      ...(build === undefined ? [] : [component(loinc('62374-4'), { valueCodeableConcept: answer(...build) })]),
    ],
  });
const HOMOZYGOUS = ['LA6705-3', 'Homozygous'] as const;
const TACROLIMUS = ['tacrolimus 5 mg'];

const AVOID_K = [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]] as const;
const NO_ABACAVIR = [['critical', /HLA-B\*57:01 positive: do not start abacavir/]] as const;
const TPMT_UNREAD = [['info', /TPMT activity .* on file, not interpreted here: judge it before azathioprine/]] as const;

export const EXPORTED_FINDINGS: readonly Situation[] = [
  situation('indicator as an Observation', [indicator('CYP2C19 Poor Metabolizer'), infarction()], ['clopidogrel 75 mg'], AVOID_K),
  situation(
    'indicators of two genes',
    [indicator('TPMT Normal Metabolizer'), indicator('NUDT15 Possible Intermediate Metabolizer')],
    ['azathioprine 100 mg'],
    [['warning', /NUDT15 possible intermediate metabolizer: lower azathioprine/]],
  ),
  situation('indicator of a deficiency', [indicator('G6PD Deficient')], ['rasburicase 15 mg'], [['critical', /G6PD deficient/]]),
  situation(
    'indicator that decides nothing',
    [indicator('CYP2C19 - Indeterminate'), infarction()],
    ['clopidogrel 75 mg'],
    [['info', /CYP2C19 result could not be interpreted: clopidogrel is not checked/]],
  ),
  situation(
    'indicator of a relative',
    [indicator('Family history of DPYD poor metabolizer')],
    ['capecitabine 500 mg'],
    [['info', /No DPYD result on file/]],
  ),
  situation(
    'the same name without a value, not filed as an indicator',
    [result({ text: 'CYP2C19 Poor Metabolizer' }, {}), infarction()],
    ['clopidogrel 75 mg'],
    [['info', /CYP2C19 result could not be interpreted: clopidogrel is not checked/]],
  ),
  situation(
    'the name of a test without a value',
    [result({ text: 'DPYD genotype' }, {})],
    ['capecitabine 500 mg'],
    [['info', /No DPYD result on file/]],
  ),
  situation('a typing under a code of the house', [ofHouse('B*57:01:01:01, B*44:02:01')], ['abacavir 600 mg'], NO_ABACAVIR),
  situation('a typing whose name says no gene', [line('Typing class I', 'B*57:01:01:01, B*44:02:01')], ['abacavir 600 mg'], NO_ABACAVIR),
  situation(
    'a typing of the donor',
    [line('Donor typing class I', 'B*57:01:01:01, B*44:02:01')],
    ['abacavir 600 mg'],
    [['info', /No HLA-B\*57:01 result on file/]],
  ),
  situation(
    'HLA-B under the code of HLA-A',
    [result(loinc('57290-9'), { valueString: 'HLA-B*57:01:01+HLA-B*08:01:01' })],
    ['abacavir 600 mg'],
    [['info', /HLA-B result could not be interpreted: abacavir is not checked/]],
  ),
  situation(
    'TPMT activity without limits',
    [result({ text: 'TPMT activity' }, { valueQuantity: { value: 4.1, unit: 'U/mL RBC' } })],
    ['azathioprine 100 mg'],
    TPMT_UNREAD,
  ),
  // CYP3A5*3 is the reference of GRCh37: the variant there is *1.
  situation('rs776746 homozygous in a record of variants', [byId('rs776746', HOMOZYGOUS)], TACROLIMUS, [
    ['info', /CYP3A5 result could not be interpreted/],
  ]),
  situation('the same on GRCh37', [byId('rs776746', HOMOZYGOUS, ['LA14029-5', 'GRCh37'])], TACROLIMUS, [
    ['info', /CYP3A5 result could not be interpreted/],
  ]),
  situation('the same on GRCh38', [byId('rs776746', HOMOZYGOUS, ['LA26806-2', 'GRCh38'])], TACROLIMUS, [], {
    genes: { CYP3A5: 'Poor Metabolizer' },
  }),
  situation('rs776746 heterozygous', [byId('rs776746', ['LA6706-1', 'Heterozygous'])], TACROLIMUS, [
    ['warning', /CYP3A5 result not exact: raise tacrolimus/],
  ]),
  situation('another id, homozygous', [byId('rs4244285', HOMOZYGOUS), infarction()], ['clopidogrel 75 mg'], AVOID_K),
  situation(
    'a drug with its gene',
    [line('Citalopram (CYP2C19)', 'Significant gene-drug interaction')],
    ['citalopram 20 mg'],
    [['info', /CYP2C19 result could not be interpreted: citalopram is not checked/]],
  ),
  situation(
    'a drug with its gene beside the genotype',
    [line('Citalopram (CYP2C19)', 'Significant gene-drug interaction'), line('CYP2C19', '*1/*1')],
    ['citalopram 20 mg'],
    [],
  ),
  situation('*1/[*36 + *10]', [line('CYP2D6', '*1/[*36 + *10]')], ['codeine 30 mg'], [], { genes: { CYP2D6: 'Normal Metabolizer' } }),
  situation(
    'an older *1/*1, and a later test of more changes',
    [line('DPYD', '*1/*1', on('2015-01-01')), line('DPYD', 'c.2846A>T heterozygous', on('2025-01-01'))],
    ['capecitabine 500 mg'],
    [['warning', /DPYD intermediate metabolizer: lower capecitabine dose to 50 %/]],
    { says: /the earlier test says Reference\/Reference \(1 Jan 2015\)/ },
  ),
];
