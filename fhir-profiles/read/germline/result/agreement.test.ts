import { describe, expect, it } from 'vitest';
import { bundle, gene, observation, loinc, patient } from '../../../../test/reading/resources.ts';
import { germlineLine as line } from '../../../../test/reading/summary.ts';
import { read } from '../../../../test/reading/vocabulary.ts';

const value = (id: string, symbol: string, code: string, display: string, text: string) =>
  read(
    bundle(
      patient,
      observation('g', loinc('84413-4'), {
        valueCodeableConcept: { coding: [{ system: 'http://www.pharmvar.org', code, display }], text },
        component: [gene(id, symbol)],
      }),
    ),
  );

describe('one genotype in code, display and text', () => {
  it.each([
    [
      'DPYD c.1905+1G>A (*2A)/Reference',
      'DPYD c.1905+1G>A (*2A)/Reference',
      'DPYD c.1905+1G>A (*2A) heterozygous',
      'DPYD c.1905+1G>A/Reference',
    ],
    [
      'DPYD Reference/c.1905+1G>A (*2A)',
      'DPYD Reference/c.1905+1G>A (*2A)',
      'DPYD c.1905+1G>A (*2A) heterozygous',
      'DPYD Reference/c.1905+1G>A',
    ],
    ['DPYD *1/*2A', 'DPYD *1/*2A', 'Heterozygous c.1905+1G>A', 'DPYD *1/*2A'],
    ['DPYD *2A/*2A', 'c.1905+1G>A/c.1905+1G>A', 'homozygous c.1905+1G>A (*2A)', 'DPYD c.1905+1G>A/c.1905+1G>A'],
  ])('%s | %s | %s is one DPYD result', (code, display, text, expected) => {
    const { facts, warnings } = value('HGNC:3012', 'DPYD', code, display, text);
    expect(facts.germline.map(line)).toEqual([expected]);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['HGNC:3012', 'DPYD', 'DPYD Reference/Reference', 'DPYD c.1905+1G>A heterozygous'],
    ['HGNC:3012', 'DPYD', 'DPYD c.1905+1G>A/Reference', 'DPYD c.1905+1G>A homozygous'],
    ['HGNC:3012', 'DPYD', 'DPYD c.1905+1G>A/Reference', 'DPYD c.2846A>T heterozygous'],
    ['HGNC:2621', 'CYP2C19', 'CYP2C19 *1/*2', 'CYP2C19 *2/*2'],
    ['HGNC:2621', 'CYP2C19', 'CYP2C19 *1/*2', 'Homozygous *2'],
    ['HGNC:2621', 'CYP2C19', 'CYP2C19 *1/*2', '*3 heterozygous'],
  ])('%s %s: %s and %s contradict each other', (id, symbol, display, text) => {
    const { facts, warnings } = value(id, symbol, 'PV00001', display, text);
    expect(facts.germline.map(line)).toEqual([`${symbol} no call`]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'conflict' }));
  });

  it('a carrier statement beside the diplotype agrees with it', () => {
    expect(value('HGNC:2621', 'CYP2C19', 'PV1', 'CYP2C19 *1/*2', 'Heterozygous for *2').facts.germline.map(line)).toEqual([
      'CYP2C19 *1/*2',
    ]);
  });
});
