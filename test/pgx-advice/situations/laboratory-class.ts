/** Variants that the laboratory classes otherwise than CPIC lists them: CPIC's table leads, and both are said. */
import { component, gene, loinc, observation } from '../../reading/resources.ts';
import { born, line, situation, type Situation } from './situation.ts';

let counter = 0;
const variantOf = (symbol: string, hgnc: string, change: string, classed: string) =>
  observation(`class${String((counter += 1))}`, loinc('69548-6', 'Genetic variant assessment'), {
    valueCodeableConcept: loinc('LA9633-4', 'Present'),
    component: [
      gene(hgnc, symbol),
      component(loinc('48004-6', 'DNA change (c.HGVS)'), { valueCodeableConcept: { text: change } }),
      component(loinc('53034-5', 'Allelic state'), { valueCodeableConcept: loinc('LA6706-1', 'Heterozygous') }),
      component(loinc('53037-8', 'Clinical significance'), { valueCodeableConcept: { text: classed } }),
    ],
  });
const RYR1 = ['RYR1', 'HGNC:10483'] as const;
const CACNA1S = ['CACNA1S', 'HGNC:1397'] as const;
const DPYD = ['DPYD', 'HGNC:3012'] as const;
const SUCCINYLCHOLINE = ['succinylcholine 100 mg'];
const AVOID = [['critical', /RYR1 malignant hyperthermia susceptibility: avoid succinylcholine/]] as const;
const SILENT_ON_CLASS = /the laboratory calls it/;

export const LABORATORY_CLASS: readonly Situation[] = [
  situation(
    'RYR1 c.1840C>T, of uncertain significance',
    [variantOf(...RYR1, 'NM_000540.3:c.1840C>T', 'Uncertain significance')],
    SUCCINYLCHOLINE,
    AVOID,
    {
      says: /the laboratory calls it of uncertain significance \(CPIC: Malignant Hyperthermia associated\)/,
    },
  ),
  situation('RYR1 c.1840C>T, likely benign', [variantOf(...RYR1, 'NM_000540.3:c.1840C>T', 'Likely benign')], SUCCINYLCHOLINE, AVOID, {
    says: /the laboratory calls it likely benign \(CPIC/,
  }),
  situation(
    'RYR1 c.1840C>T, pathogenic: both say the same',
    [variantOf(...RYR1, 'NM_000540.3:c.1840C>T', 'Pathogenic')],
    SUCCINYLCHOLINE,
    AVOID,
    {
      never: SILENT_ON_CLASS,
    },
  ),
  situation('RYR1 c.1840C>T in words, VUS', [line('RYR1 genotype', 'c.1840C>T heterozygous (VUS)')], SUCCINYLCHOLINE, AVOID, {
    says: /of uncertain significance \(CPIC/,
  }),
  situation(
    'RYR1 c.1840C>T with the class as interpretation',
    [line('RYR1 genotype', 'c.1840C>T heterozygous', { interpretation: [{ text: 'Uncertain significance' }] })],
    SUCCINYLCHOLINE,
    AVOID,
    { says: /of uncertain significance \(CPIC/ },
  ),
  situation(
    'CACNA1S c.3257G>A, of uncertain significance',
    [variantOf(...CACNA1S, 'NM_000069.3:c.3257G>A', 'VUS')],
    SUCCINYLCHOLINE,
    [['critical', /CACNA1S malignant hyperthermia susceptibility/]],
    { says: /of uncertain significance \(CPIC: Malignant Hyperthermia associated\)/ },
  ),
  situation(
    'RYR1 variant that CPIC does not list, pathogenic',
    [variantOf(...RYR1, 'NM_000540.3:c.5000A>G', 'Pathogenic')],
    SUCCINYLCHOLINE,
    [['info', /RYR1 uncertain susceptibility/]],
    { says: /the laboratory calls it pathogenic \(CPIC: not listed\)/ },
  ),
  situation(
    'RYR1 variant that CPIC does not list, of uncertain significance',
    [variantOf(...RYR1, 'NM_000540.3:c.5000A>G', 'VUS')],
    SUCCINYLCHOLINE,
    [['info', /RYR1 uncertain susceptibility/]],
    { never: SILENT_ON_CLASS },
  ),
  situation(
    'DPYD c.1905+1G>A, of uncertain significance',
    [variantOf(...DPYD, 'NM_000110.4:c.1905+1G>A', 'Uncertain significance')],
    ['capecitabine 500 mg'],
    [['warning', /DPYD intermediate metabolizer: lower capecitabine dose to 50 %/]],
    { says: /of uncertain significance \(CPIC: No function\)/ },
  ),
  situation(
    'DPYD c.85T>C, benign: both say the same',
    [variantOf(...DPYD, 'NM_000110.4:c.85T>C', 'Benign')],
    ['capecitabine 500 mg'],
    [['info', /DPYD/]],
    {
      never: SILENT_ON_CLASS,
    },
  ),
  situation(
    'G6PD Mediterranean in a man, of uncertain significance',
    [born('1970-01-01', 'male'), line('G6PD genotype', 'c.563C>T hemizygous, variant of uncertain significance')],
    ['rasburicase'],
    [['critical', /G6PD deficient: avoid rasburicase/]],
    { says: /of uncertain significance \(CPIC: II\/Deficient\)/ },
  ),
  situation(
    'CYP2C9 *2/*3 called benign of a disease',
    [line('CYP2C9 genotype', '*2/*3 (benign)')],
    ['phenytoin 100 mg'],
    [['warning|info', /CYP2C9/]],
    {
      never: SILENT_ON_CLASS,
    },
  ),
];
