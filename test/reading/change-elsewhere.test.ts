/** A gene and its change under a code that promises no finding. Synthetic. */
import { describe, expect, it } from 'vitest';
import { board, code, observation, type Resource } from '../end-to-end/board.ts';

const BRAF = { coding: [{ system: 'http://www.genenames.org/geneId', code: 'HGNC:1097', display: 'BRAF' }] };
const part = (loinc: string, value: Resource) => ({ code: code(loinc), ...value });
const change = (loinc: string, text: string) => part(loinc, { valueCodeableConcept: { text } });
const gene = (value: Resource = BRAF) => part('48018-6', { valueCodeableConcept: value });
const under = (loinc: string, ...component: readonly Resource[]) =>
  observation('elsewhere', {
    code: { ...code(loinc), text: 'Variant interpretation' },
    valueCodeableConcept: { ...code('LA6668-3'), text: 'Pathogenic' },
    component,
  });
const melanoma = (...results: readonly Resource[]) => {
  const { fit, report } = board('Melanoma', results, 'vemurafenib');
  return {
    verdict: fit?.verdict,
    variants: report.oncology.variants.length,
    said: report.warnings.map(({ message }) => message).join('\n'),
  };
};

describe('a change that stands elsewhere than in a variant', () => {
  it.each([
    ['an overall interpretation', '51968-6', change('48005-3', 'p.Val600Glu')],
    ['a clinical significance', '53037-8', change('48004-6', 'NM_004333.4:c.1799T>A')],
    ['a phenotype', '81259-4', change('81252-9', 'BRAF V600E')],
    ['a protein change that is a result of its own', '48005-3', change('48005-3', 'p.Val600Glu')],
  ])('%s: told, not used, and not called untested', (_name, loinc, component) => {
    const { verdict, variants, said } = melanoma(under(loinc, gene(), component));
    expect([verdict, variants]).toEqual(['biomarker-open', 0]);
    expect(said).toMatch(/^BRAF ".+" stands in a result whose form does not say that it was found/m);
  });
  it('a gene whose id means another is told as well', () => {
    const named = { coding: [{ system: 'http://www.genenames.org', code: 'HGNC:673', display: 'BRAF' }] };
    expect(melanoma(under('51968-6', gene(named), change('48005-3', 'p.Val600Glu'))).verdict).toBe('biomarker-open');
  });
  it('beside the variant itself it is a comment, of which nothing is said', () => {
    const found = observation('v', {
      code: code('69548-6'),
      valueCodeableConcept: code('LA9633-4'),
      component: [gene(), change('48005-3', 'p.Val600Glu')],
    });
    const { verdict, said } = melanoma(found, under('51968-6', gene(), change('48005-3', 'p.Val600Glu')));
    expect(verdict).toBe('fits');
    expect(said).not.toContain('stands in a result');
  });
  it('an interpretation without a change says nothing of the gene', () => {
    expect(melanoma(under('51968-6', gene())).verdict).toBe('biomarker-not-tested');
  });
});

describe('a gene by a bare number under the address of the gene names', () => {
  const named = (code: string, display: string) => ({ coding: [{ system: 'http://www.genenames.org/geneId', code, display }] });
  const found = (value: Resource) =>
    observation('v', {
      code: code('69548-6'),
      valueCodeableConcept: code('LA9633-4'),
      component: [gene(value), change('48005-3', 'p.Val600Glu')],
    });
  it.each([
    ['its HGNC id', '1097', 'BRAF', 'fits'],
    ['its NCBI Gene id: id and name agree', '673', 'BRAF', 'fits'],
    ['the id of another gene in both registers', '675', 'BRAF', 'biomarker-open'],
    ['an NCBI Gene id said to be one of HGNC', 'HGNC:673', 'BRAF', 'biomarker-open'],
  ])('%s', (_name, id, display, verdict) => {
    expect(melanoma(found(named(id, display))).verdict).toBe(verdict);
  });
});
