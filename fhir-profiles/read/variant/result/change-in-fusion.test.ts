/** A fusion and a change of its kinase named together: the change is the kinase's, and its answer is none about the fusion. */
import { describe, expect, it } from 'vitest';
import { bundle, component, loinc, observation, patient, variant, words } from '../../../../test/reading/resources.ts';
import { read } from '../../../../test/reading/vocabulary.ts';

const variants = (resource: Record<string, unknown>) =>
  read(bundle(patient, resource)).facts.variants.map(({ gene, pHgvs, names, kind, fusion, presence }) =>
    kind === 'fusion'
      ? `${fusion?.fivePrime ?? ''}::${fusion?.threePrime ?? ''} ${presence}`
      : `${gene} ${pHgvs ?? names[0] ?? ''} ${presence}`,
  );

describe('laboratory tests', () => {
  it.each([
    ['BCR-ABL1 T315I', 'Detected', ['ABL1 ABL1 T315I present', 'BCR::ABL1 present']],
    ['BCR-ABL1 T315I mutation', 'Positive (15 %)', ['ABL1 ABL1 T315I present', 'BCR::ABL1 present']],
    ['BCR-ABL1 Thr315Ile', 'Detected', ['ABL1 p.Thr315Ile present', 'BCR::ABL1 present']],
    ['BCR-ABL1 T315I', 'Not detected', ['ABL1 ABL1 T315I absent']],
    ['BCR-ABL1 T315I', 'Indeterminate', ['ABL1 ABL1 T315I indeterminate']],
    ['BCR-ABL1 mutation', 'T315I', ['ABL1 T315I present', 'BCR::ABL1 present']],
    ['BCR-ABL1', 'Positive, T315I mutation detected', ['ABL1 T315I present', 'BCR::ABL1 present']],
    ['BCR-ABL1', 'Positive. T315I not detected', ['BCR::ABL1 present', 'ABL1 T315I absent']],
    ['CD74-ROS1 G2032R', 'Detected', ['ROS1 ROS1 G2032R present', 'CD74::ROS1 present']],
    ['EML4-ALK G1202R', 'Not detected', ['ALK ALK G1202R absent']],
    ['ALK', 'EML4-ALK fusion with G1202R', ['ALK G1202R present', 'EML4::ALK present']],
    ['FGFR2-BICC1 N549K', 'Detected', ['FGFR2 FGFR2 N549K present', 'FGFR2::BICC1 present']],
    // The junction is no change.
    ['EML4-ALK', 'E13;A20 detected', ['EML4::ALK present']],
    ['BCR-ABL1 E13A2', 'Not detected', ['BCR::ABL1 absent']],
    ['BCR-ABL1 p210', 'Detected', ['BCR::ABL1 present']],
  ])('%s: %s', (name, value, expected) => {
    expect(variants(observation('o', words(name), { valueString: value }))).toEqual(expected);
  });

  it.each([
    ['BCR-ABL1 mutation', 'Not detected'],
    ['BCR-ABL1 mutation', 'Positive'],
    ['KIAA1549-BRAF V600E', 'Detected'],
  ])('%s: %s may be said of either, and is told as unread', (name, value) => {
    const { facts, warnings } = read(bundle(patient, observation('o', words(name), { valueString: value })));
    expect(facts.variants).toEqual([]);
    expect(facts.tested.map(({ gene }) => gene)).toContain(name.includes('BRAF') ? 'BRAF' : 'ABL1');
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'unparsed' }));
  });
});

describe('variant assessments', () => {
  it.each([
    ['value', observation('o', loinc('69548-6'), { valueString: 'BCR-ABL1 T315I' }), ['ABL1 ABL1 T315I present', 'BCR::ABL1 present']],
    [
      'gene and protein',
      variant('o', [
        component(loinc('48018-6'), { valueCodeableConcept: words('BCR-ABL1') }),
        component(loinc('48005-3'), { valueString: 'p.Thr315Ile' }),
      ]),
      ['ABL1 p.Thr315Ile present', 'BCR::ABL1 present'],
    ],
    [
      'not found',
      variant(
        'o',
        [
          component(loinc('48018-6'), { valueCodeableConcept: words('BCR::ABL1') }),
          component(loinc('48005-3'), { valueString: 'p.Thr315Ile' }),
        ],
        { valueCodeableConcept: loinc('LA9634-2', 'Absent') },
      ),
      ['ABL1 p.Thr315Ile absent'],
    ],
    [
      'variation',
      variant('o', [component(loinc('81252-9'), { valueString: 'EML4-ALK G1202R' })]),
      ['ALK ALK G1202R present', 'EML4::ALK present'],
    ],
  ])('%s', (_, resource, expected) => {
    expect(variants(resource)).toEqual(expected);
  });
});
