/**
 * GA4GH VRS and Cat-VRS objects inside an Observation (text, attachment, extension; versions 1 and 2), shaped as the public normalisation
 * services write them. Read as the same finding in components; what cannot be read is told.
 */
import { describe, expect, it } from 'vitest';
import { bundle, component, gene, loinc, observation, patient, type Resource } from './resources.ts';
import { variantLine } from './summary.ts';
import { read } from './vocabulary.ts';

const onChromosome = (accession: string, start: number, to: string, before?: string) => ({
  type: 'Allele',
  location: {
    type: 'SequenceLocation',
    sequenceReference: { type: 'SequenceReference', refgetAccession: accession },
    start,
    end: start + 1,
    ...(before === undefined ? {} : { sequence: before }),
  },
  state: { type: 'LiteralSequenceExpression', sequence: to },
});
const named = (syntax: string, value: string) => ({ type: 'Allele', expressions: [{ syntax, value }] });
const L858R = named('hgvs.p', 'NP_005219.2:p.Leu858Arg');
const CATEGORICAL = {
  type: 'CategoricalVariant',
  label: 'EGFR L858R',
  description: 'Unlike EGFR T790M …',
  constraints: [{ type: 'DefiningAlleleConstraint', allele: L858R }],
  members: [named('hgvs.c', 'NM_005228.4:c.2573T>G'), named('hgvs.c', 'NM_004333.4:c.1799T>A')],
};
const DESCRIPTOR = {
  type: 'VariationDescriptor',
  label: 'BRAF V600E',
  gene_context: { id: 'normalize.gene:BRAF', label: 'BRAF' },
  expressions: [{ syntax: 'hgvs.p', value: 'NP_004324.2:p.Val600Glu' }],
};
const VERSION_1 = {
  type: 'Allele',
  location: {
    sequence_id: 'ga4gh:SQ.IW78mgV5Cqf6M24hy52hPjyyo5tCCd86',
    interval: { start: { type: 'Number', value: 55259514 }, end: { type: 'Number', value: 55259515 } },
  },
  state: { type: 'SequenceState', sequence: 'G' },
};

const text = (object: object) => ({ valueString: JSON.stringify(object) });
const assessment = (components: readonly unknown[], rest: Resource | object = { valueCodeableConcept: loinc('LA9633-4', 'Present') }) =>
  observation('v', loinc('69548-6'), { component: components, ...rest });
const variation = (value: Resource) => component(loinc('81252-9'), value);

function lines(resource: Resource) {
  const { facts, warnings } = read(bundle(patient, resource));
  return { variants: facts.variants.map(variantLine), warnings: warnings.map(({ message }) => message) };
}

describe('read', () => {
  it.each<[string, Resource, string]>([
    ['a text', assessment([variation(text(L858R))]), 'EGFR snv present unknown p.Leu858Arg'],
    [
      'an attachment under a name of its own',
      assessment([component({ text: 'GA4GH VRS' }, { valueAttachment: { data: btoa(JSON.stringify(L858R)) } })]),
      'EGFR snv present unknown p.Leu858Arg',
    ],
    [
      'an extension',
      assessment([component(loinc('81252-9'), { extension: [{ url: 'https://example.org/vrs', ...text(L858R) }] })]),
      'EGFR snv present unknown p.Leu858Arg',
    ],
    ['what defines a category, not its members', assessment([variation(text(CATEGORICAL))]), 'EGFR snv present unknown p.Leu858Arg'],
    ['the value itself', assessment([], text(CATEGORICAL)), 'EGFR snv present unknown p.Leu858Arg'],
    ['a descriptor', assessment([variation(text(DESCRIPTOR))]), 'BRAF snv present unknown p.Val600Glu'],
    [
      'a place on a chromosome of GRCh38',
      assessment([variation(text(onChromosome('SQ.F-LrLMe1SRpfUZHkQmvkVKFEGaoDeHul', 140753335, 'T', 'A')))]),
      '- snv present unknown GRCh38 7:140753336A>T',
    ],
    ['version 1 of the specification, GRCh37', assessment([variation(text(VERSION_1))]), '- snv present unknown GRCh37 7:55259515N>G'],
    [
      'an SPDI expression',
      assessment([variation(text(named('spdi', 'NC_000012.11:25398283:C:T')))]),
      '- snv present unknown GRCh37 12:25398284C>T',
    ],
    [
      'beside components that agree',
      assessment([gene('HGNC:3236', 'EGFR'), component(loinc('48005-3'), { valueString: 'p.Leu858Arg' }), variation(text(L858R))]),
      'EGFR snv present unknown p.Leu858Arg',
    ],
  ])('%s', (_, resource, expected) => {
    expect(lines(resource).variants).toEqual([expected]);
  });
});

describe('told', () => {
  it('a protein name beside it that says something else: neither is used', () => {
    const { variants, warnings } = lines(
      assessment([gene('HGNC:3236', 'EGFR'), component(loinc('48005-3'), { valueString: 'p.Thr790Met' }), variation(text(L858R))]),
    );
    expect(variants).toEqual([]);
    expect(warnings).toContain('The GA4GH VRS form of a variant and its protein name disagree; it was not used.');
  });
  it.each([
    ['a place in a protein without its name', variation(text(onChromosome('SQ.vyo55F6mA6n2LgN4cagcdRzOuh38V4mE', 857, 'R')))],
    ['an identifier alone', component(loinc('82122-3'), { valueCodeableConcept: { coding: [{ code: `ga4gh:VA.${'x'.repeat(32)}` }] } })],
  ])('%s', (_, given) => {
    expect(lines(assessment([gene('HGNC:3236', 'EGFR'), given])).warnings).toContain(
      'A variant is given in GA4GH VRS form, from which no change can be read here: look at the report.',
    );
  });
});
