/** A gain or loss of copies that is filed as the consequence of a variant and not as the type of its change. */
import { describe, expect, it } from 'vitest';
import { board, code, observation, type Resource } from '../end-to-end/board.ts';

const TBD = 'http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs';
const SO = 'http://www.sequenceontology.org';
const variant = (gene: string, ...more: readonly Resource[]) =>
  observation('v', {
    code: code('69548-6'),
    valueCodeableConcept: code('LA9633-4'),
    component: [{ code: code('48018-6'), valueCodeableConcept: { text: gene } }, ...more],
  });
const filedAs = (component: string, term: string, display?: string): Resource => ({
  code: { coding: [{ system: TBD, code: component }] },
  valueCodeableConcept: { coding: [{ system: SO, code: term, ...(display === undefined ? {} : { display }) }] },
});
const protein = { code: code('48005-3'), valueCodeableConcept: { text: 'p.Gln60Ter' } };

describe('copy number by its consequence', () => {
  it.each<[string, string, string, string, string]>([
    ['loss, STU2', 'CDKN2A', 'molecular-consequence', 'SO:0001743', 'CDKN2A loss'],
    ['gain, STU2', 'MYCN', 'molecular-consequence', 'SO:0001742', 'MYCN gain'],
    ['loss, STU1', 'MTAP', 'functional-annotation', 'SO:0001743', 'MTAP loss'],
    ['amplification, STU3', 'MET', 'feature-consequence', 'SO:0001880', 'MET amplification'],
    ['loss with the underscore of the ontology', 'PTEN', 'feature-consequence', 'SO_0001743', 'PTEN loss'],
  ])('%s of %s', (_, gene, component, term, name) => {
    const { report, variants } = board('Lung adenocarcinoma', [variant(gene, filedAs(component, term))]);
    expect(variants).toEqual([name]);
    expect(report.oncology.variants[0]).toMatchObject({ kind: 'copy-number', present: true });
    expect(report.warnings.map(({ message }) => message).join()).not.toMatch(/without its change/);
  });

  it('a change with a name of its own stays that change', () => {
    const { report } = board('Lung adenocarcinoma', [variant('CDKN2A', protein, filedAs('molecular-consequence', 'SO:0001743'))]);
    expect(report.oncology.variants[0]).toMatchObject({ kind: 'snv' });
  });
  it('another consequence makes no copy number', () => {
    const { report } = board('Lung adenocarcinoma', [variant('TP53', filedAs('molecular-consequence', 'SO:0001583', 'missense_variant'))]);
    expect(report.oncology.variants[0]?.kind).not.toBe('copy-number');
  });
});
