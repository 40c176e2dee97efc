/**
 * Several changes or alleles in one text, each with an answer of its own, and an answer for the whole beside them: what was found speaks, whatever
 * else was not found. Variants of MT-RNR1: CPIC guideline for aminoglycosides, 2021.
 */
import { infarction, line, situation, type Situation } from './situation.ts';
import { loinc, observation, words, gene, type Resource } from '../../reading/resources.ts';
import { genotypeOf } from './situation.ts';

const AVOID = (drug: string) => [['critical', new RegExp(`MT-RNR1 increased risk .*: avoid ${drug}`)]] as const;
const GENTAMICIN = ['gentamicin 5 mg/kg'];
const SILENT: readonly string[] = [
  'm.1555A>G not detected, m.1494C>T not detected',
  'No m.1555A>G, m.1494C>T detected',
  'None of m.1555A>G, m.1494C>T detected',
];
const FOUND: readonly string[] = [
  'm.1555A>G detected, m.1494C>T not detected',
  'm.1494C>T not detected, m.1555A>G detected',
  'm.1555A>G: present; m.1494C>T: absent',
  'm.1555A>G present and m.1494C>T absent',
  'Detected: m.1555A>G. Not detected: m.1494C>T, m.1095T>C',
  'Negative for m.1494C>T, positive for m.1555A>G',
  'm.1494C>T, m.1095T>C not detected; m.1555A>G detected',
  'm.1555A>G: Detected / m.1494C>T: Not Detected',
  'm.1555A>G (A1555G): DETECTED\nm.1494C>T: NOT DETECTED',
  'm.1555A>G detected at 95% heteroplasmy; m.1494C>T not detected',
  'Indeterminate: m.1555A>G present, m.1494C>T absent',
  'Positive. m.1555A>G detected (homoplasmic); m.1494C>T not detected',
  'm.1555A>G detected; m.1494C>T no call',
];
const LEFT_OPEN: readonly string[] = [
  'm.1555A>G no call; m.1494C>T not detected',
  'm.1555A>G possibly detected; m.1494C>T not detected',
  'Negative: m.1555A>G detected, m.1494C>T not detected',
  'm.1555A>G detected, not detected; m.1494C>T not detected',
];

const rows = (...overall: readonly Resource[]): readonly Resource[] => [
  ...overall,
  line('MT-RNR1 m.1555A>G', 'Detected'),
  line('MT-RNR1 m.1494C>T', 'Not detected'),
];
const stated = (text: string): Resource =>
  observation('stated', loinc('53040-2'), { valueCodeableConcept: words(text), component: [gene('HGNC:7470', 'MT-RNR1')] });

const MITOCHONDRIAL: readonly Situation[] = [
  ...SILENT.map((said) => situation(`MT-RNR1: ${said}`, [line('MT-RNR1', said)], GENTAMICIN, [])),
  ...FOUND.map((said) => situation(`MT-RNR1: ${said}`, [line('MT-RNR1', said)], GENTAMICIN, AVOID('gentamicin'))),
  ...LEFT_OPEN.map((said) =>
    situation(`MT-RNR1: ${said}`, [line('MT-RNR1', said)], GENTAMICIN, [['info', /MT-RNR1 result could not be interpreted/]]),
  ),
  ...['gentamicin', 'amikacin', 'tobramycin', 'streptomycin'].map((drug) =>
    situation(`MT-RNR1 in rows before ${drug}`, rows(), [drug], AVOID(drug)),
  ),
  ...['Indeterminate', 'Inconclusive', 'Uncertain'].map((overall) =>
    situation(`MT-RNR1: ${overall} as the whole beside a change found`, rows(line('MT-RNR1', overall)), GENTAMICIN, AVOID('gentamicin')),
  ),
  situation(
    'MT-RNR1: a genotype beside a phenotype left open',
    [genotypeOf('HGNC:7470', 'MT-RNR1', 'm.1555A>G'), stated('Indeterminate')],
    GENTAMICIN,
    AVOID('gentamicin'),
  ),
  situation(
    'RYR1: "Uncertain susceptibility" beside a change found',
    [line('RYR1', 'Uncertain susceptibility'), line('RYR1 c.1840C>T', 'Heterozygous')],
    ['succinylcholine'],
    [['critical', /RYR1 malignant hyperthermia susceptibility: avoid succinylcholine/]],
  ),
  situation(
    'RYR1: "Negative" beside a change found',
    [line('RYR1', 'Negative'), line('RYR1 c.1840C>T', 'Heterozygous')],
    ['succinylcholine'],
    [['warning', /RYR1 results disagree/]],
  ),
];

type Row = readonly [gene: string, said: string, order: string, level: string, summary: RegExp];
const OTHERS: readonly Row[] = [
  ['TPMT', '*2 present; *3A absent; *3C absent', 'azathioprine 100 mg', 'warning', /TPMT result not exact: lower azathioprine/],
  ['TPMT', '*2 and *3C not detected, *3A detected', 'azathioprine 100 mg', 'warning', /TPMT result not exact/],
  ['TPMT', 'Heterozygous *3A; *2, *3C not detected', 'azathioprine 100 mg', 'warning', /TPMT intermediate metabolizer/],
  ['TPMT', '*3A: one copy; *2: zero copies; *3C: zero copies', 'azathioprine 100 mg', 'warning', /TPMT intermediate metabolizer/],
  ['TPMT', '*2 absent, *3A possibly present, *3C absent', 'azathioprine 100 mg', 'info', /TPMT indeterminate/],
  ['DPYD', 'c.1905+1G>A heterozygous; c.2846A>T, c.1679T>G, HapB3 not detected', 'capecitabine 1250 mg/m2', 'warning', /DPYD intermediate metabolizer.*50 %/],
  ['DPYD', 'c.1905+1G>A present, c.2846A>T absent, c.1679T>G absent, HapB3 absent', 'capecitabine 1250 mg/m2', 'critical', /DPYD result not exact/],
  ['DPYD', 'c.2846A>T (D949V) homozygous; c.1905+1G>A (*2A), c.1679T>G (*13), HapB3 (c.1129-5923C>G) not detected', 'capecitabine 1250 mg/m2', 'critical', /DPYD/],
  ['CYP2C19', '*2 homozygous, *3 not detected, *17 not detected', 'clopidogrel 75 mg', 'warning', /CYP2C19 poor metabolizer/],
  ['CYP2C19', '*2: pos; *3: neg; *17: neg', 'clopidogrel 75 mg', 'warning', /CYP2C19/],
  ['CYP2C19', '*2 heterozygous, *3 heterozygous, *17 absent', 'clopidogrel 75 mg', 'warning', /CYP2C19 poor metabolizer/],
  ['UGT1A1', '*6 not detected, *28 homozygous', 'irinotecan 180 mg/m2', 'warning', /UGT1A1 poor metabolizer/],
  ['G6PD', 'c.563C>T homozygous, c.202G>A not detected', 'rasburicase', 'critical', /G6PD deficien/],
]; // prettier-ignore
const QUIET: readonly (readonly [gene: string, said: string, order: string])[] = [
  ['DPYD', 'No variants detected: c.1905+1G>A, c.2846A>T, c.1679T>G, HapB3', 'capecitabine 1250 mg/m2'],
  ['DPYD', 'c.1905+1G>A wild type; c.2846A>T wild type; c.1679T>G wild type; HapB3 wild type', 'capecitabine 1250 mg/m2'],
  ['DPYD', 'c.1905+1G>A, c.2846A>T, c.1679T>G not detected; HapB3 not detected', 'capecitabine 1250 mg/m2'],
  ['CYP2C19', '*2 not detected, *3 not detected, *17 not detected', 'clopidogrel 75 mg'],
];

export const ANSWERED_ONE_BY_ONE: readonly Situation[] = [
  ...MITOCHONDRIAL,
  ...OTHERS.map(([symbol, said, order, level, summary]) =>
    situation(`${symbol}: ${said}`, [infarction(), line(`${symbol} genotype`, said)], [order], [[level, summary]]),
  ),
  ...QUIET.map(([symbol, said, order]) => situation(`${symbol}: ${said}`, [infarction(), line(`${symbol} genotype`, said)], [order], [])),
];
