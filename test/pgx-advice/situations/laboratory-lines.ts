/** One result in the many ways in which laboratories write it; the card, or the silence, is that of the guideline row. */
import { component, gene, loinc, words } from '../../reading/resources.ts';
import { born, coded, dosed, genotypeOf, indicator, line, ordered, result, situation, type Situation } from './situation.ts';

const AVOID_CODEINE = [['warning', /CYP2D6 poor metabolizer: avoid codeine/]] as const;
const said = (value: string) => ({ valueString: value });

/** Every spelling of CYP2D6 *4/*4. */
const POOR_BY_GENOTYPE: readonly (readonly [name: string, test: string, value: string])[] = [
  ['hyphen between alleles', 'CYP2D6 Genotype', '*4-*4'],
  ['spaces around the slash', 'CYP2D6 Genotype', '*4 / *4'],
  ['"and"', 'CYP2D6 Genotype', '*4 and *4'],
  ['comma', 'CYP2D6 Genotype', '*4, *4'],
  ['bar', 'CYP2D6 Genotype', '*4|*4'],
  ['brackets with stars', 'CYP2D6', '[*4]; [*4]'],
  ['what was tested behind it', 'CYP2D6', '*4/*4. Alleles tested: *2, *3, *4.001, *5-*10, *41'],
  ['leading zeros', 'CYP2D6', '*04/*04'],
  ['suballele letters', 'CYP2D6', '*4A/*4D'],
  ['gene on each side', 'CYP2D6', 'CYP2D6*4/CYP2D6*4'],
  ['brackets of HGVS', 'CYP2D6', 'CYP2D6*[4];[4]'],
  ['homozygous in words', 'CYP2D6', '*4 homozygous'],
  ['homozygous first', 'CYP2D6', 'Homozygous for *4'],
  ['with phenotype behind', 'CYP2D6', '*4/*4 (Poor Metabolizer)'],
  ['with activity score behind', 'CYP2D6', '*4/*4, Activity Score: 0'],
  ['phenotype first', 'CYP2D6', 'Poor Metabolizer (*4/*4)'],
  ['a label before it', 'CYP2D6', 'Diplotype: *4/*4'],
  ['trailing full stop', 'CYP2D6', '*4/*4.'],
  ['tabs and new lines', 'CYP2D6', '*4/*4\nPoor metabolizer'],
  ['test named with its method', 'CYP2D6 Genotyping by PCR, Blood', '*4/*4'],
  ['test named in capitals', 'CYTOCHROME P450 2D6 GENOTYPE', '*4/*4'],
  ['test named with a comma', 'CYP2D6 GENE, FULL ANALYSIS', '*4/*4'],
];

const POOR_BY_WORD: readonly (readonly [name: string, test: string, value: string])[] = [
  ['PM', 'CYP2D6 Phenotype', 'PM'],
  ['British spelling', 'CYP2D6 Phenotype', 'Poor metaboliser'],
  ['with abbreviation', 'CYP2D6 phenotype', 'Poor Metabolizer (PM)'],
  ['status line', 'CYP2D6', 'Metabolizer status: Poor'],
  ['one word', 'CYP2D6 Metabolizer Status', 'Poor'],
  ['sentence', 'CYP2D6 interpretation', 'This patient is a CYP2D6 poor metabolizer.'],
  ['predicted', 'CYP2D6 predicted phenotype', 'Predicted poor metabolizer'],
  ['score only', 'CYP2D6 Activity Score', '0'],
  ['score with unit words', 'CYP2D6', 'Activity score 0.0'],
];

const SILENT_BY_WORD: readonly (readonly [name: string, test: string, value: string])[] = [
  ['NM', 'CYP2D6 Phenotype', 'NM'],
  ['extensive, the older word', 'CYP2D6 Phenotype', 'Extensive metabolizer (EM)'],
  ['normal in one word', 'CYP2D6 Metabolizer Status', 'Normal'],
  ['score 2', 'CYP2D6 Activity Score', '2.0'],
  ['*1/*2', 'CYP2D6', '*1/*2'],
];

export const LABORATORY_LINES: readonly Situation[] = [
  ...POOR_BY_GENOTYPE.map(([name, test, value]) =>
    situation(`CYP2D6 *4/*4: ${name}`, [line(test, value)], ['codeine 30 mg'], [...AVOID_CODEINE]),
  ),
  ...POOR_BY_WORD.map(([name, test, value]) =>
    situation(`CYP2D6 poor: ${name}`, [line(test, value)], ['codeine 30 mg'], [...AVOID_CODEINE]),
  ),
  ...SILENT_BY_WORD.map(([name, test, value]) => situation(`CYP2D6 normal: ${name}`, [line(test, value)], ['codeine 30 mg'], [])),
  // LOINC codes and shapes of the guide
  situation(
    '79716-7 CYP2C9 with a text, phenytoin',
    [result(loinc('79716-7', 'CYP2C9 gene product metabolic activity interpretation'), said('*2/*3'))],
    [ordered('phenytoin 100 mg', dosed(100, 'mg', 3))],
    [['warning', /CYP2C9 poor metabolizer: lower phenytoin dose to 50 %/]],
  ),
  situation(
    '79716-7 CYP2C9 metabolic activity, coded poor',
    [
      result(loinc('79716-7', 'CYP2C9 gene product metabolic activity interpretation'), {
        valueCodeableConcept: loinc('LA9657-3', 'Poor metabolizer'),
      }),
    ],
    [ordered('piroxicam 20 mg', dosed(20, 'mg'))],
    [['warning', /CYP2C9 poor metabolizer.*piroxicam/]],
  ),
  situation(
    '79714-2 CYP2C19 metabolic activity, coded ultrarapid, adult on voriconazole',
    [
      born('1970-01-01'),
      result(loinc('79714-2', 'CYP2C19 gene product metabolic activity interpretation'), {
        valueCodeableConcept: loinc('LA10315-2', 'Ultrarapid metabolizer'),
      }),
    ],
    ['voriconazole 200 mg tablet'],
    [['warning', /CYP2C19 ultrarapid metabolizer.*voriconazole/]],
  ),
  situation(
    '84413-4 with the gene studied, *17/*17, child on voriconazole',
    [born('2018-01-01'), genotypeOf('HGNC:2621', 'CYP2C19', '*17/*17')],
    ['voriconazole 200 mg tablet'],
    [['warning', /voriconazole/]],
  ),
  situation(
    'STU2: 51963-7 medication assessed beside its metabolizer state on one genotype',
    [
      genotypeOf('HGNC:2621', 'CYP2C19', '*2/*2', { id: 'stu2' }),
      result(loinc('53040-2', "Genetic variation's effect on drug metabolism"), {
        valueCodeableConcept: loinc('LA9657-3', 'Poor metabolizer'),
        derivedFrom: [{ reference: 'Observation/stu2' }],
        component: [
          gene('HGNC:2621', 'CYP2C19'),
          component(loinc('51963-7', 'Medication assessed [ID]'), { valueCodeableConcept: words('voriconazole') }),
        ],
      }),
      born('1970-01-01'),
    ],
    ['voriconazole 200 mg'],
    [['warning', /CYP2C19 poor metabolizer.*voriconazole/]],
    { genes: { CYP2C19: 'Poor Metabolizer' } },
  ),
  situation(
    'STU3: 81252-9 DPYD rs3918290 found heterozygous',
    [
      result(loinc('69548-6', 'Genetic variant assessment'), {
        valueCodeableConcept: loinc('LA9633-4', 'Present'),
        component: [
          gene('HGNC:3012', 'DPYD'),
          component(loinc('81252-9', 'Discrete genetic variant'), {
            valueCodeableConcept: coded('http://www.ncbi.nlm.nih.gov/snp', 'rs3918290'),
          }),
          component(loinc('53034-5', 'Allelic state'), { valueCodeableConcept: loinc('LA6706-1', 'Heterozygous') }),
        ],
      }),
    ],
    ['capecitabine 500 mg'],
    [['warning', /DPYD.*lower capecitabine dose to 50 %/]],
  ),
  situation(
    'panel as components: genotype and phenotype of two genes',
    [
      result(words('Pharmacogenetic panel'), {
        component: [
          { code: words('CYP2C19 Genotype'), ...said('*1/*2') },
          { code: words('CYP2C19 Phenotype'), ...said('Intermediate metabolizer') },
          { code: words('CYP2D6 Genotype'), ...said('*4/*41') },
          { code: words('CYP2D6 Phenotype'), ...said('Intermediate metabolizer') },
        ],
      }),
    ],
    [ordered('atomoxetine 40 mg', dosed(40, 'mg')), 'ondansetron 4 mg'],
    [],
    { genes: { CYP2C19: 'Intermediate Metabolizer', CYP2D6: 'Intermediate Metabolizer' } },
  ),
  situation('Epic indicator with allele words', [indicator('CYP2D6 *4/*4 - Poor Metabolizer')], ['codeine 30 mg'], [...AVOID_CODEINE]),
  situation(
    'Epic indicator: CYP2C19 ultrarapid',
    [indicator('CYP2C19 Ultrarapid Metabolizer')],
    [ordered('citalopram 20 mg', dosed(20, 'mg'))],
    [['warning', /CYP2C19 ultrarapid metabolizer.*citalopram/]],
  ),
  situation(
    'Epic indicator: NUDT15 poor',
    [indicator('NUDT15 Poor Metabolizer'), line('TPMT', '*1/*1')],
    ['mercaptopurine 50 mg'],
    [['critical', /NUDT15 poor metabolizer.*mercaptopurine/]],
  ),
  situation(
    'Epic indicator: resolved one is not used, and told',
    [indicator('CYP2D6 Poor Metabolizer', { clinicalStatus: { coding: [{ code: 'resolved' }] } })],
    ['codeine 30 mg'],
    [['info', /CYP2D6 result could not be interpreted: codeine is not checked/]],
    { says: /marked resolved on the problem list/ },
  ),
];
