import { describe, expect, it } from 'vitest';
import type { GermlineCall } from '../../../fhir-profiles/index.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { readHla } from './hla.ts';

const gene = loadKnowledge().pgx.guideline.genes['HLA-B'];

function read(call: GermlineCall) {
  const reading = gene === undefined ? null : readHla(gene, call);
  const about = (words: readonly string[] = []) => words.filter((word) => word.startsWith('*57:01'));
  return { status: about(reading?.alleleStatus), open: about(reading?.leftOpen) };
}

describe('whether HLA-B*57:01 is there', () => {
  it.each<[string, readonly string[], { status: string[]; open: string[] }]>([
    ['every option has it: decided, and open no more', ['*57:01/*07:02', '*57:01/*08:01'], { status: ['*57:01 positive'], open: [] }],
    ['one option has it', ['*57:01/*07:02', '*57:03/*07:02'], { status: [], open: ['*57:01'] }],
    ['one option is typed to its group', ['*57/*07:02', '*44:02/*07:02'], { status: [], open: ['*57:01'] }],
    ['no option has it', ['*44:02/*07:02', '*44:03/*07:02'], { status: ['*57:01 negative'], open: [] }],
  ])('several typings are possible, %s', (_name, options, expected) => {
    expect(read({ kind: 'ambiguous', options })).toEqual(expected);
  });
});
