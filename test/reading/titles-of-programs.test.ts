/** Names of tumour tests as programs, tables and laboratories in other languages write them: the test is the same. */
import { describe, expect, it } from 'vitest';
import { bundle, observation, patient, words } from './resources.ts';
import { read } from './vocabulary.ts';

const found = (code: unknown, value: string) => {
  const { facts } = read(bundle(patient, observation('o', code, { valueString: value })));
  const [variant] = facts.variants;
  return [
    ...(variant === undefined ? [] : [`${variant.gene} ${variant.pHgvs ?? variant.names[0] ?? variant.kind} ${variant.presence}`]),
    ...facts.biomarkers.map(({ kind, status }) => `${kind} ${status ?? '?'}`),
    ...facts.tested.filter(({ negative }) => !negative).map(({ gene }) => `${gene} examined`),
  ].join('; ');
};
const local = (code: string) => ({ coding: [{ system: 'http://example.org/labs', code }] });

const STYLES = (gene: string, ...rest: readonly string[]): readonly string[] => [
  [gene, ...rest].join('_'),
  [gene.toLowerCase(), ...rest.map((word) => word.toLowerCase())].join('_'),
  [gene, ...rest].join('_').toUpperCase(),
  `biomarkers.${[gene, ...rest].join('_').toLowerCase()}`,
  [gene, ...rest].join('.'),
  [gene, ...rest].join('-'),
  [gene, ...rest.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)].join(''),
  [gene.toLowerCase(), ...rest.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)].join(''),
];

const ROWS: readonly (readonly [gene: string, rest: readonly string[], value: string, outcome: string])[] = [
  ['EGFR', ['mutation'], 'L858R', 'EGFR L858R present'],
  ['EGFR', ['mutation', 'status'], 'Negative', 'EGFR other absent'],
  ['EGFR', ['L858R'], 'Positive', 'EGFR EGFR L858R present'],
  ['KRAS', ['G12C'], 'Not detected', 'KRAS KRAS G12C absent'],
  ['BRAF', ['V600E'], 'Detected', 'BRAF BRAF V600E present'],
  ['ALK', ['fusion'], 'Negative', 'ALK ALK fusion absent'],
  ['FLT3', ['ITD'], 'Positive', 'FLT3 FLT3 ITD present'],
  ['HER2', ['status'], 'Positive', 'HER2 positive'],
  ['MSI', ['status'], 'MSI-High', 'MSI high'],
  ['ER', ['status'], 'Negative', 'ER negative'],
];
const CASES = ROWS.flatMap(([gene, rest, value, outcome]) => STYLES(gene, ...rest).map((title) => [title, value, outcome] as const));

describe('a name without blanks', () => {
  it.each(CASES)('%s = %s: %s', (title, value, outcome) => expect(found(words(title), value)).toBe(outcome));
  it.each(CASES)('the code %s of a laboratory without a name = %s: %s', (title, value, outcome) =>
    expect(found(local(title), value)).toBe(outcome));
}); // prettier-ignore

describe('a gene and its change', () => {
  it.each(['EGFR - L858R', 'EGFR (L858R)', 'EGFR/L858R', 'EGFR: L858R', 'Biomarker: EGFR L858R', 'EGFR (p.L858R)'])('%s', (title) =>
    expect(found(words(title), 'Positive')).toBe('EGFR EGFR L858R present'));
}); // prettier-ignore

describe('the ending of a German, Finnish, Russian or Korean name', () => {
  it.each([
    'EGFR-Testung',
    'EGFR-Sequenzierung',
    'EGFR-Nachweis',
    'EGFR-Befund',
    'EGFR-Diagnostik',
    'EGFR-Variante',
    'EGFR-Gen',
    'EGFR mutaatio',
    'EGFR мутация',
    'EGFR 유전자 변이',
    'EGFR tested',
  ])('%s', (title) => expect(found(words(title), 'Negative')).toContain('EGFR other absent'));
});

describe('what only looks like such a name', () => {
  it.each([
    ['eGFR', '60'],
    ['metStatus', 'Positive'],
    ['NM_004333.6', 'Positive'],
    ['errorStatus', 'Negative'],
    ['T_cell', 'Negative'],
    ['EGFR-Expression', 'Positive'],
    ['EGFR-IHC', 'Negative'],
  ])('%s = %s tells of no gene', (title, value) => expect(found(words(title), value)).toBe(''));
  it('two genes joined are a fusion', () => expect(found(words('EML4-ALK'), 'Negative')).toContain('ALK'));
});
