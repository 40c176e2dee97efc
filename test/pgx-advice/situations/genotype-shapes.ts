/** The same results in the shapes that EHRs, laboratories and versions of the guide give them. */
import { gene, loinc, words } from '../../reading/resources.ts';
import { dosed, genotypeOf, infarction, line, ordered, result, RXNORM, situation, type Situation } from './situation.ts';

const TBD = 'http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs';

export const GENOTYPE_SHAPES: readonly Situation[] = [
  situation(
    'Epic-like: local oid code first, value text with phenotype',
    [
      result(
        {
          coding: [{ system: 'urn:oid:1.2.840.114350.1.13.0.1.7.5.737384.1', code: '12345', display: 'CYP2C19 GENOTYPE' }],
          text: 'CYP2C19 GENOTYPE',
        },
        { valueString: '*2/*2' },
      ),
      infarction(),
    ],
    ['clopidogrel 75 mg tablet'],
    [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]],
  ),
  situation(
    'Oracle-like: proprietary code, valueCodeableConcept text only, upper case',
    [
      result(
        { coding: [{ system: 'https://fhir.cerner.com/abc/codeSet/72', code: '4182' }], text: 'CYP2D6 Phenotype' },
        { valueCodeableConcept: { text: 'POOR METABOLIZER' } },
      ),
    ],
    ['CODEINE SULFATE 30 MG PO TABS'],
    [['warning', /CYP2D6 poor metabolizer: avoid codeine/]],
  ),
  situation(
    'Panel Observation with hasMember and components, gene in component code',
    [
      result(words('PGx panel'), {
        component: [
          { code: words('CYP2C19 Genotype'), valueString: '*1/*1' },
          { code: words('CYP2D6 Genotype'), valueString: '*4/*5' },
          { code: words('SLCO1B1 Genotype'), valueString: '*1/*1' },
        ],
      }),
    ],
    ['tramadol 50 mg'],
    [['warning', /CYP2D6 poor metabolizer: avoid tramadol/]],
  ),
  situation(
    'DiagnosticReport only with conclusion text',
    [
      {
        resourceType: 'DiagnosticReport',
        id: 'r1',
        status: 'final',
        code: words('Pharmacogenomics panel'),
        subject: { reference: 'Patient/p1' },
        issued: '2026-02-02T00:00:00Z',
        conclusion: 'CYP2D6 *4/*4 - Poor metabolizer. CYP2C19 *1/*17 - Rapid metabolizer.',
      },
    ],
    ['codeine 30 mg'],
    [['warning', /CYP2D6 poor metabolizer: avoid codeine/]],
  ),
  situation(
    'DiagnosticReport with contained Observations (vcf2fhir)',
    [
      {
        resourceType: 'DiagnosticReport',
        id: 'r2',
        status: 'final',
        code: loinc('81247-9'),
        subject: { reference: 'Patient/p1' },
        issued: '2026-02-02T00:00:00Z',
        contained: [{ ...genotypeOf('HGNC:2621', 'CYP2C19', '*2/*3'), id: 'g1' }],
        result: [{ reference: '#g1' }],
      },
      infarction(),
    ],
    ['Plavix 75 mg'],
    [['warning', /poor metabolizer: avoid clopidogrel/]],
  ),
  situation(
    'STU1: metabolism observation with value LA9657-3',
    [result(loinc('53040-2'), { valueCodeableConcept: loinc('LA9657-3', 'Poor metabolizer'), component: [gene('HGNC:2625', 'CYP2D6')] })],
    ['nortriptyline 50 mg'],
    [['warning', /CYP2D6 poor metabolizer: avoid nortriptyline/]],
  ),
  situation(
    'STU3 implication derivedFrom genotype; both count once',
    [
      genotypeOf('HGNC:2623', 'CYP2C9', '*3/*3', { id: 'gA' }),
      result(
        { coding: [{ system: TBD, code: 'therapeutic-implication' }] },
        {
          derivedFrom: [{ reference: 'Observation/gA' }],
          component: [
            gene('HGNC:2623', 'CYP2C9'),
            {
              code: { coding: [{ system: TBD, code: 'therapeutic-implication' }] },
              valueCodeableConcept: loinc('LA9657-3', 'Poor metabolizer'),
            },
            { code: loinc('51963-7'), valueCodeableConcept: { coding: [{ system: RXNORM, code: '140587', display: 'celecoxib' }] } },
          ],
        },
      ),
    ],
    [ordered('celecoxib 200 mg capsule', dosed(200, 'mg', 2))],
    [['warning', /CYP2C9 poor metabolizer: lower celecoxib/]],
    { warns: /^$/ },
  ),
  situation(
    'two haplotype observations, siblings',
    [
      result(loinc('84414-2'), { valueCodeableConcept: words('CYP2C19*2'), component: [gene('HGNC:2621', 'CYP2C19')] }),
      result(loinc('84414-2'), { valueCodeableConcept: words('CYP2C19*3'), component: [gene('HGNC:2621', 'CYP2C19')] }),
    ],
    [ordered('citalopram 40 mg', dosed(40, 'mg'))],
    [['warning', /CYP2C19 poor metabolizer: .*citalopram/]],
  ),
  situation(
    'PharmVar coding code is free text',
    [result(loinc('84413-4'), { valueCodeableConcept: { coding: [{ system: 'https://www.pharmvar.org', code: 'CYP2D6 *1/*41' }] } })],
    ['codeine 30 mg'],
    [],
    { genes: { CYP2D6: 'Normal Metabolizer' } },
  ),
  situation(
    'PharmVar id in code, name in display',
    [
      result(loinc('84413-4'), {
        valueCodeableConcept: { coding: [{ system: 'http://www.pharmvar.org', code: 'PV00155', display: 'CYP2D6*7.001 / CYP2D6*4.001' }] },
      }),
    ],
    ['codeine 30 mg'],
    [['warning', /CYP2D6 poor metabolizer: avoid codeine/]],
  ),
  situation(
    'GL string HLA with 57:01',
    [
      result(loinc('84413-4'), {
        valueCodeableConcept: { coding: [{ system: 'http://glstring.org', code: 'hla#3.23.0#HLA-B*57:01:01G+HLA-B*44:02:01G' }] },
        component: [gene('HGNC:4932', 'HLA-B')],
      }),
    ],
    ['abacavir 300 mg tablet'],
    [['critical', /HLA-B\*57:01 positive: do not start abacavir/]],
  ),
  situation(
    'HLA-B genotype as text without gene prefix',
    [genotypeOf('HGNC:4932', 'HLA-B', '*57:01/*07:02')],
    ['abacavir/lamivudine 600-300 mg'],
    [['critical', /57:01/]],
  ),
  situation(
    'HLA typing by two-field antigen group strings',
    [line('HLA-B typing', 'B*57:01, B*08:01')],
    ['Triumeq'],
    [['critical', /abacavir/]],
  ),
  situation(
    'CYP2D6 copy number in separate observation: *1/*2 with 3 copies is UM',
    [line('CYP2D6 genotype', '*1/*2'), line('CYP2D6 copy number', '3')],
    ['codeine 15 mg'],
    [['critical', /ultrarapid metabolizer: avoid codeine/]],
  ),
  situation(
    'CYP2D6 *4/*4 with CN 3: still PM',
    [line('CYP2D6 genotype', '*4/*4'), line('CYP2D6 copy number', '3')],
    ['codeine 15 mg'],
    [['warning', /poor metabolizer: avoid codeine/]],
  ),
  situation(
    'CYP2D6 activity score component only',
    [result(words('CYP2D6 activity score'), { valueQuantity: { value: 0 } })],
    [ordered('atomoxetine 80 mg', dosed(80, 'mg'))],
    [['info', /atomoxetine/]],
  ),
  situation('CYP2C9 activity score 1.5 IM celecoxib silent', [line('CYP2C9 activity score', '1.5')], ['celecoxib 100 mg'], [], {
    genes: { CYP2C9: 'Intermediate Metabolizer' },
  }),
  situation(
    'DPYD activity score text',
    [line('DPYD Activity Score', 'AS 1.0')],
    [ordered('Xeloda 1500 mg', dosed(1500, 'mg', 2))],
    [['warning', /DPYD.*lower capecitabine/]],
  ),
  situation(
    'Observation.value as plain object R5 valueCodeableConcept coding display only',
    [result(words('CYP2C19'), { valueCodeableConcept: { coding: [{ display: 'CYP2C19 *2/*2' }] } }), infarction()],
    ['clopidogrel'],
    [['warning', /poor/]],
  ),
  situation(
    'gene via NCBI Gene id only',
    [
      result(loinc('84413-4'), {
        valueCodeableConcept: words('*4/*4'),
        component: [
          {
            code: loinc('48018-6'),
            valueCodeableConcept: { coding: [{ system: 'http://www.ncbi.nlm.nih.gov/gene', code: '1565', display: 'CYP2D6' }] },
          },
        ],
      }),
    ],
    ['codeine'],
    [['warning', /poor/]],
  ),
  situation(
    'bare HGNC number',
    [
      result(loinc('84413-4'), {
        valueCodeableConcept: words('*4/*4'),
        component: [
          { code: loinc('48018-6'), valueCodeableConcept: { coding: [{ system: 'http://www.genenames.org/geneId', code: '2625' }] } },
        ],
      }),
    ],
    ['codeine'],
    [['warning', /poor/]],
  ),
  situation(
    'interpretation coded only, no value',
    [result(words('CYP2D6 phenotype'), { interpretation: [{ coding: [{ system: 'http://loinc.org', code: 'LA9657-3' }] }] })],
    ['codeine'],
    [['warning', /poor/]],
  ),
  situation(
    'panel text with several genes in one value',
    [line('PGx summary', 'CYP2C19 *1/*1; CYP2D6 *4/*4; SLCO1B1 *1/*1')],
    ['codeine'],
    [['warning', /poor/]],
  ),
  situation('value with Unicode stars and slash', [line('CYP2D6', '∗4／∗4')], ['codeine'], [['warning', /poor/]]),
  situation('suballeles', [line('CYP2D6', '*4.001/*4.013')], ['codeine'], [['warning', /poor/]]),
  situation('German phenotype', [line('CYP2D6 Phänotyp', 'Langsamer Metabolisierer')], ['Codein 30 mg Tabletten'], [['warning', /poor/]]),
];
