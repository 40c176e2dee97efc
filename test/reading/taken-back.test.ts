/** A result that the laboratory takes back, or leaves open, beside its own answer: it is on file, and neither positive nor normal. */
import { describe, expect, it } from 'vitest';
import { bundle, component, loinc, observation, patient, words } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

const BACK = [
  'invalid', 'INVALID RESULT', 'QC fail', 'failed QC', 'low quality', 'low coverage', 'not confirmed', 'unconfirmed', 'to be confirmed',
  'preliminary', 'retracted', 'withdrawn', 'cancelled', 'error', 'reported in error', 'wrong patient', 'sample mix-up', 'mislabelled specimen',
  'contaminated', 'discordant', 'inconclusive', 'repeat required', 'please repeat', 'unreliable', 'do not use', 'disregard', 'superseded',
  'see corrected report', '??', '(?)', 'research use only', 'not for clinical use', 'ungültig', 'Probe verwechselt', 'nicht beurteilbar',
  'non valide', 'non confirmé', 'no válido', 'niet betrouwbaar', 'ogiltig', 'donor', 'control', 'incomplete',
]; // prettier-ignore
const SIGNS = [' ', ' - ', '; ', ' ('];

const facts = (name: string, value: string | null, more: Readonly<Record<string, unknown>> = {}) =>
  read(bundle(patient, observation('o', words(name), { ...(value === null ? {} : { valueString: value }), ...more })));

describe('words behind the answer', () => {
  const tests: readonly (readonly [name: string, answer: string, gene: string])[] = [
    ['HLA-B*57:01', 'Negative', 'HLA-B'],
    ['HLA-B*57:01', 'Positive', 'HLA-B'],
    ['G6PD', 'Normal', 'G6PD'],
    ['CYP2C19 genotype', '*1/*1', 'CYP2C19'],
    ['CYP2C19 phenotype', 'Normal metabolizer', 'CYP2C19'],
    ['CYP2C19 rs4244285', 'A/A', 'CYP2C19'],
  ];
  it.each(
    tests.flatMap(([name, answer, gene]) => BACK.map((back, at) => [name, `${answer}${SIGNS[at % SIGNS.length] ?? ''}${back}`, gene])),
  )('%s: %s', (name, value, gene) => {
    expect(facts(name ?? '', value ?? '').facts.germline.map(germlineLine)).toEqual([`${gene ?? ''} no call`]);
  });

  it.each(BACK)('EGFR L858R: Detected, %s: examined, and not found', (back) => {
    const { facts: found } = facts('EGFR L858R', `Detected; ${back}`);
    expect([found.variants, found.tested.map(({ gene, negative }) => [gene, negative])]).toEqual([[], [['EGFR', false]]]);
  });

  it.each([
    ['CYP2C19 genotype', '*2/*2 (amended)', 'CYP2C19 *2/*2'],
    ['CYP2C19 genotype', '*2/*2, confirmed', 'CYP2C19 *2/*2'],
    ['CYP2C19 genotype', '*2/*2 (previously reported)', 'CYP2C19 *2/*2'],
    ['CYP2C19 genotype', '*2/*2 by PCR', 'CYP2C19 *2/*2'],
    ['CYP2C19 genotype', '*1/*2, phase unknown', 'CYP2C19 *1/*2'],
    ['HLA-B*57:01', 'Negative', 'HLA-B *57:01 absent'],
  ])('%s: %s stays', (name, value, line) => {
    expect(facts(name, value).facts.germline.map(germlineLine)).toEqual([line]);
  });
});

const system = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
describe('what stands beside the answer', () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['flag QCF', { interpretation: [{ coding: [{ system, code: 'QCF' }] }] }],
    ['flag IND', { interpretation: [{ coding: [{ system, code: 'IND' }] }] }],
    ['flag in words', { interpretation: [{ text: 'Invalid' }] }],
    ['flag that leaves it open', { interpretation: [{ text: 'Inconclusive' }] }],
    ['note: mix-up', { note: [{ text: 'Sample mix-up suspected; please disregard this result.' }] }],
    ['note: quality', { note: [{ text: 'Quality control failed, result invalid.' }] }],
    ['note in German', { note: [{ text: 'Ergebnis ungültig, Probe verwechselt.' }] }],
    ['comment', { component: [component(words('Comment'), { valueString: 'This result was reported in error.' })] }],
  ])('%s', (_name, more) => {
    const { facts: found, warnings } = facts('HLA-B*57:01', 'Negative', more);
    expect(found.germline.map(germlineLine)).toEqual(['HLA-B no call']);
    expect(warnings.map(({ message }) => message).join(' ')).toMatch(/takes it back or leaves it open/);
  });

  it.each([
    'Please repeat creatinine in three days.',
    'Corrected report: the previous result was reported in error.',
    'No evidence of sample contamination.',
    'This test should not be regarded as investigational or for research use only.',
    'If the specimen was contaminated, a false result may occur.',
    'Quality control passed.',
  ])('a note of something else: %s', (note) => {
    expect(facts('CYP2C19 genotype', '*2/*2', { note: [{ text: note }] }).facts.germline.map(germlineLine)).toEqual(['CYP2C19 *2/*2']);
  });

  it('an equivocal stain with its flag is graded as before', () => {
    const found = read(
      bundle(
        patient,
        observation('o', loinc('85319-2', 'HER2 [Presence] in Breast cancer specimen by Immune stain'), {
          valueString: 'Equivocal (2+)',
          interpretation: [{ coding: [{ system, code: 'E' }] }],
        }),
      ),
    );
    expect(found.facts.biomarkers).toHaveLength(1);
    expect(found.warnings.map(({ message }) => message).join(' ')).not.toMatch(/takes it back/);
  });
});

describe('a marker whose result is taken back is not read behind its back', () => {
  const BACK_NOTE = { note: [{ text: 'Sample mix-up suspected; please disregard this result.' }] };
  it.each([
    ['HER2 IHC', '3+'],
    ['Estrogen receptor status', '90%'],
    ['PD-L1 TPS', '80%'],
    ['MSI status', 'MSI-High'],
    ['Tumor mutational burden', 'TMB-High'],
    ['Mismatch repair', 'Deficient'],
  ])('%s: %s', (name, value) => {
    const { facts: found } = facts(name, value, BACK_NOTE);
    expect(found.biomarkers.map((fact) => [fact.value, fact.status])).toEqual([[`“${value}”`, 'unread']]);
  });
});

describe('for research use only', () => {
  const note = { note: [{ text: 'For research use only. Not for use in diagnostic procedures.' }] };
  it('a change: examined, with what it says, and the limit told', () => {
    const { facts: found, warnings } = facts('EGFR L858R', 'Detected', note);
    expect([found.variants, found.tested.map(({ gene, forResearch, unread }) => [gene, forResearch, unread])]).toEqual([
      [],
      [['EGFR', true, 'Detected']],
    ]);
    expect(warnings.map(({ message }) => message).join(' ')).toMatch(
      /for research use only .* clinically validated test has to confirm it/,
    );
  });
  it('what is taken back for another reason is not called so', () => {
    const { facts: found } = facts('EGFR L858R', 'Detected', { note: [{ text: 'Quality control failed, result invalid.' }] });
    expect(found.tested.map(({ gene, forResearch }) => [gene, forResearch])).toEqual([['EGFR', undefined]]);
  });
});
