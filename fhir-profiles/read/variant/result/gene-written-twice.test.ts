/** Two genes where one is expected: a fusion's partners, and a list of genes found clear together. */
import { describe, expect, it } from 'vitest';
import { bundle, component, loinc, patient, variant, words, type Resource } from '../../../../test/reading/resources.ts';
import { read } from '../../../../test/reading/vocabulary.ts';

const of = (gene: string, more: Resource = {}, ...components: readonly unknown[]) =>
  read(
    bundle(patient, variant('v', [component(loinc('48018-6'), { valueCodeableConcept: words(gene) }), ...components], more)),
  ).facts.variants.map(({ genes, kind, presence, fusion }) =>
    [genes.join('+'), kind, presence, fusion === undefined ? '' : `${fusion.fivePrime ?? '?'}::${fusion.threePrime ?? '?'}`]
      .join(' ')
      .trim(),
  );
const ABSENT = { valueCodeableConcept: loinc('LA9634-2', 'Absent') };

describe('two genes in one gene component', () => {
  it.each<[gene: string, more: Resource, expected: readonly string[]]>([
    ['STRN::ALK', {}, ['STRN+ALK fusion present STRN::ALK']],
    ['EML4-ALK', {}, ['EML4+ALK fusion present EML4::ALK']],
    ['EML4-ALK fusion', ABSENT, ['EML4+ALK fusion absent EML4::ALK']],
    ['BCR-ABL1', {}, ['BCR+ABL1 fusion present BCR::ABL1']],
    // Symbols with a hyphen of their own.
    ['NKX2-1', {}, ['NKX2-1 other present']],
    ['HLA-B', {}, ['HLA-B other present']],
    // A list found clear is clear of each; of one found it is not told which.
    ['KRAS/NRAS', ABSENT, ['KRAS other absent', 'NRAS other absent']],
    ['BRCA1, BRCA2', ABSENT, ['BRCA1 other absent', 'BRCA2 other absent']],
    ['KRAS/NRAS', {}, []],
    ['KRAS/colon', ABSENT, []],
  ])('%s %j', (gene, more, expected) => {
    expect(of(gene, more)).toEqual(expected);
  });

  it('the id of the first partner beside both names', () => {
    const gene = { coding: [{ system: 'http://www.genenames.org', code: 'HGNC:11424', display: 'STRN::ALK' }], text: 'STRN::ALK' };
    const { facts } = read(
      bundle(
        patient,
        variant('v', [
          component(loinc('48018-6'), { valueCodeableConcept: gene }),
          component(loinc('48005-3'), { valueCodeableConcept: words('fusion') }),
        ]),
      ),
    );
    expect(facts.variants.map(({ genes }) => genes)).toEqual([['STRN', 'ALK']]);
  });
});
