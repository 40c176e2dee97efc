import { describe, expect, it } from 'vitest';
import { hlaCall } from './hla-alleles.ts';
import { genotypeInText } from './genotype-text.ts';
import { hlaPresence, hlaStatements } from './hla-statements.ts';

describe('one HLA allele in words', () => {
  it.each<[string, ReturnType<typeof hlaPresence>]>([
    ['HLA-B*57:01 positive', 'present'],
    ['HLA-B*57:01 allele detected', 'present'],
    ['Positive for HLA-B*57:01', 'present'],
    ['HLA-B*57:01 (+)', 'present'],
    ['HLA-B*57:01 +', 'present'],
    ['No HLA-B*57:01 found', 'absent'],
    ['No HLA-B*57:01 allele detected', 'absent'],
    ['No HLA-B*57:01 allele present', 'absent'],
    ['Not HLA-B*57:01 positive', 'absent'],
    ['HLA-B*57:01 negative', 'absent'],
    ['HLA-B*57:01 positive?', null],
    ['Father HLA-B*57:01 positive', null],
    ['HLA-B*57:01 positive (aunt)', null],
    ['HLA-B*57:01 carrier: no', null],
    ['HLA-B*57:01 status unknown', null],
    ['HLA-B*57:01 test', null],
    ['HLA-B*57:01 (-)', null],
  ])('%s: %s', (text, expected) => {
    expect(hlaPresence(text)).toBe(expected);
  });

  it.each(['HLA-B*57:01 (-)', 'HLA-B*57:01-', 'HLA-B*57:01 carrier: no', 'HLA-B*57:01 status unknown', 'HLA-B*57:01 test'])(
    'the bare allele beside such words is no typing: %s',
    (text) => {
      expect(genotypeInText(text, 'HLA-B', { beside: 'HLA-B*57:01', glString: false, zygosity: null })).toBeNull();
    },
  );

  it('a pair whose second copy is a dash is one allele', () => {
    expect(hlaCall('HLA-B*57:01, -', 'HLA-B', false)).toMatchObject({ kind: 'single-allele' });
    expect(genotypeInText('HLA-B*57:01, -', 'HLA-B', { beside: '', glString: false, zygosity: null })).not.toBeNull();
  });

  it('a relative is not the patient', () => {
    expect(hlaStatements('Father HLA-B*57:01 positive', 'HLA-B')).toEqual([{ kind: 'no-call', why: expect.any(String) as string }]);
  });
});

describe('several HLA alleles in lines', () => {
  it.each([
    ['HLA-B*57:01: Negative\nHLA-B*15:02: Positive', { '*57:01': false, '*15:02': true }],
    ['HLA-B*57:01 Positive\nHLA-B*15:02 Negative\nHLA-B*58:01 Negative', { '*57:01': true, '*15:02': false, '*58:01': false }],
  ])('each line has its own answer: %j', (text, expected) => {
    const calls = hlaStatements(text, 'HLA-B') ?? [];
    expect(
      Object.fromEntries(calls.map((call) => (call.kind === 'allele-presence' ? [call.allele, call.present] : [call.kind, false]))),
    ).toEqual(expected);
  });

  it('an answer between two alleles in one sentence is given to neither', () => {
    expect(hlaStatements('HLA-B*57:01 negative HLA-B*15:02 positive', 'HLA-B')).toEqual([
      { kind: 'no-call', why: expect.any(String) as string },
    ]);
  });
});
