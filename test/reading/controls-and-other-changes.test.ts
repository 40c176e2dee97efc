/** Words beside a finding that are of something else: the laboratory's own controls, a further change that was not found, another gene. */
import { describe, expect, it } from 'vitest';
import { saysOnlyControls, withoutControls } from '../../fhir-profiles/codes/controls.ts';
import { bundle, component, observation, patient, words } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

const facts = (name: string, value: unknown, more: Readonly<Record<string, unknown>> = {}) =>
  read(bundle(patient, observation('o', words(name), { ...(typeof value === 'string' ? { valueString: value } : { valueCodeableConcept: value }), ...more }))); // prettier-ignore
const lines = (name: string, value: unknown, more: Readonly<Record<string, unknown>> = {}): readonly string[] =>
  facts(name, value, more).facts.variants.map(
    ({ gene, names, pHgvs, presence }) => `${gene ?? ''} ${pHgvs ?? names[0]?.replace(`${gene ?? ''} `, '') ?? ''} ${presence}`,
  );

describe('the laboratory’s own controls', () => {
  it.each([
    ['L858R detected. Negative control: passed', 'L858R detected'],
    ['Negative control: negative. L858R detected', 'L858R detected'],
    ['Detected (negative control: negative)', 'Detected'],
    ['Positive - negative control: negative', 'Positive'],
    ['L858R; all controls valid', 'L858R'],
    ['L858R detected, NTC negative', 'L858R detected'],
    ['Not detected (internal control amplified)', 'Not detected'],
    ['Positiv. Negativkontrolle: negativ', 'Positiv'],
    // What failed, and what is a control itself, stays as it is written.
    ['Detected - negative control', 'Detected - negative control'],
    ['L858R detected. Positive control: failed', 'L858R detected. Positive control: failed'],
    ['Disease control: present', 'Disease control: present'],
    ['Negative control: negative', 'Negative control: negative'],
  ])('%s', (text, left) => expect(withoutControls(text)).toBe(left));

  it('a comment that tells of controls alone', () => {
    expect(saysOnlyControls('Positive control: positive. Negative control: negative.')).toBe(true);
    expect(saysOnlyControls('L858R. Negative control: negative.')).toBe(false);
  });

  it('reads long blanks in time', () => {
    const started = performance.now();
    withoutControls(`control${' '.repeat(990)}`);
    withoutControls(`${' '.repeat(490)}negative control${' '.repeat(490)}`);
    expect(performance.now() - started).toBeLessThan(100);
  });

  it.each([
    ['in the value', 'Detected. Positive control: positive. Negative control: negative.', {}],
    ['as a component', 'Detected', { component: [component(words('Comment'), { valueString: 'Negative control: negative' })] }],
    ['as a note', 'Detected', { note: [{ text: 'Negative control: passed.' }] }],
  ])('%s: the finding stays', (_, value, more) => expect(lines('EGFR L858R', value, more)).toEqual(['EGFR L858R present']));

  it.each([
    ['Positive. Negative control: negative', 'HLA-B *57:01 present'],
    ['Negative. Positive control: positive', 'HLA-B *57:01 absent'],
  ])('HLA-B*57:01: %s', (value, line) => expect(facts('HLA-B*57:01', value).facts.germline.map(germlineLine)).toEqual([line]));

  it('a control that failed takes the result back', () => {
    const { facts: found } = facts('HLA-B*57:01', 'Negative', { note: [{ text: 'Positive control failed.' }] });
    expect(found.germline.map(germlineLine)).toEqual(['HLA-B no call']);
  });

  it.each([
    'EGFR L858R negative control',
    'EGFR L858R positive control',
    'EGFR - internal control',
    'Internal control EGFR',
    'KRAS wild type control',
    'HER2 IHC positive control',
    'Estrogen receptor internal control',
  ])('%s is no result of the patient', (name) => {
    const { facts: found } = facts(name, 'Positive');
    expect([found.variants, found.tested, found.germline, found.biomarkers]).toEqual([[], [], [], []]);
  });
});

describe('a title that says whose result it is', () => {
  it.each([
    ['BRCA1 mutation (mother)', 'mother'],
    ['Mother: BRCA1 pathogenic variant', 'mother'],
    ['Maternal BRCA1 mutation', 'maternal'],
    ['Family history BRCA1 mutation', 'family history'],
    ['BRCA1 germline mutation (family member)', 'family member'],
    ['BRAF V600E in brother', 'in brother'],
    ['Donor FLT3-ITD', 'donor'],
    ['Mother HER2 IHC', 'mother'],
  ])('%s: not read, and told', (name, whose) => {
    const { facts: found, warnings } = facts(name, 'Positive');
    expect([found.variants, found.tested, found.biomarkers]).toEqual([[], [], []]);
    expect(warnings.map(({ message }) => message).join(' ')).toContain(`of another person (${whose})`);
  });

  it.each(['Familial BRCA1 mutation', 'ALK fusion partner', 'MET exon 14 splice (donor)', 'BRCA1 mutation relative to reference'])(
    '%s is the patient’s',
    (name) =>
      expect(
        facts(name, 'Positive')
          .warnings.map(({ message }) => message)
          .join(' '),
      ).not.toContain('another person'),
  );
});

describe('a change or a gene denied beside the finding', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['EGFR L858R', 'Detected; T790M not detected', ['EGFR L858R present', 'EGFR T790M absent']],
    ['EGFR L858R', 'Positive\nT790M not detected', ['EGFR L858R present', 'EGFR T790M absent']],
    ['EGFR L858R', words('Positive\nT790M not detected'), ['EGFR L858R present', 'EGFR T790M absent']],
    ['EGFR L858R', 'Positive\nALK: not detected', ['EGFR L858R present']],
    ['EGFR L858R', 'Detected (KRAS negative)', ['EGFR L858R present']],
    ['EGFR L858R', 'Detected (No T790M)', ['EGFR L858R present', 'EGFR T790M absent']],
    ['EGFR L858R', 'Detected. No other mutations detected.', ['EGFR L858R present']],
    ['BRAF V600E', 'Mutated\nNRAS: wild type', ['BRAF V600E present']],
    ['KRAS G12D', 'Detected\nNRAS: wild type\nBRAF: wild type', ['KRAS G12D present']],
    ['EGFR exon 20 insertion', 'Detected; T790M not detected', ['EGFR exon 20 insertion present', 'EGFR T790M absent']],
  ])('%s: %s', (name, value, expected) => expect(lines(name, value)).toEqual(expected));

  it.each([
    ['EGFR L858R', 'Positive. L858R not detected'],
    ['EGFR exon 19 deletion', 'Detected; exon 19 deletion not detected'],
  ])('%s: %s says both of the same: examined, and not read', (name, value) => {
    const { facts: found } = facts(name, value);
    expect([found.variants, found.tested.map(({ gene, negative }) => [gene, negative])]).toEqual([[], [['EGFR', false]]]);
  });
});
