import { describe, expect, it } from 'vitest';
import { bundle, condition, patient, snomed, words } from '../../test/reading/resources.ts';
import { read } from '../../test/reading/vocabulary.ts';
import { shippedOncology } from '../../test/oncology/knowledge.ts';
import { isEarly, isMetastatic } from './extent.ts';
import { readMarkers } from './marker/markers.ts';
import { readTumour } from './tumour.ts';

const knowledge = shippedOncology();
function extentOf(diagnosis: string, ...stages: readonly object[]) {
  const stage = stages.map((summary) => ({ summary }));
  const { facts } = read(bundle(patient, condition('c', words(diagnosis), { stage })));
  const [fact] = facts.tumours;
  if (fact === undefined) throw new Error('no tumour');
  const tumour = readTumour(fact, knowledge.tumours, readMarkers([], []));
  return { early: isEarly(tumour, facts), iv: isMetastatic(tumour, facts, 'IV'), ivb: isMetastatic(tumour, facts, 'IVB') };
}

describe('the category M1 is distant metastasis', () => {
  it.each<[diagnosis: string, stages: readonly object[], expected: { early: boolean; iv: boolean; ivb: boolean }]>([
    [
      'Breast cancer',
      [snomed('1', 'T2 category'), snomed('2', 'N1 category'), snomed('3', 'M1 category')],
      { early: false, iv: true, ivb: true },
    ],
    ['Adenocarcinoma of lung', [words('cT2a cN1 cM1b')], { early: false, iv: true, ivb: true }],
    ['Ovarian cancer', [words('M1a')], { early: false, iv: true, ivb: false }],
    ['Breast cancer', [words('Stage IIA'), words('cM1')], { early: false, iv: true, ivb: true }],
    // Not: M0, unknown, and words that only look like it.
    ['Breast cancer', [words('Stage IIA'), words('cM0')], { early: true, iv: false, ivb: false }],
    ['Breast cancer', [words('pT2 pN1 MX')], { early: false, iv: false, ivb: false }],
    ['Breast cancer', [words('GM12')], { early: false, iv: false, ivb: false }],
  ])('%s, %j', (diagnosis, stages, expected) => {
    expect(extentOf(diagnosis, ...stages)).toEqual(expected);
  });
});
