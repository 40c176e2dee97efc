/**
 * A variant assessment (69548-6) that names no gene and no change, with the test of a gene as the code of a component: "21636-6 BRCA1 mutations found =
 * deletion", as a prior-authorisation profile has it (TWNHIFHIR/pas). The assessment answers that test; the component tells the kind of change.
 */
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { tumourTest } from '../../../codes/tumour/test-codes.ts';
import { wordings } from '../../elements.ts';
import { valueConcept, type ElementValue } from '../../element-value.ts';
import type { Component, ObservationView } from '../../observation.ts';
import { componentsOf } from '../parts/variant-parts.ts';
import { statedPresence } from '../parts/stated-presence.ts';

const NAMES = [
  COMPONENT.gene,
  COMPONENT.affectedGene,
  COMPONENT.cHgvs,
  COMPONENT.pHgvs,
  COMPONENT.gHgvs,
  COMPONENT.variation,
  COMPONENT.dbsnp,
  COMPONENT.iscn,
] as const;

/** Each test with its answer, as an Observation of its own; empty where none is named so. */
export function testsInAssessment(view: ObservationView): readonly ObservationView[] {
  if (componentsOf(view, ...NAMES).length > 0) return [];
  const tests = view.components.filter(isGeneTest);
  return tests.map((test, at) => ({
    ...view,
    ...(at === 0 ? {} : { entry: { ...view.entry, reference: `${view.entry.reference}#${at}` } }),
    code: test.code,
    codes: test.codes,
    value: answerOf(test, tests.length, view),
    components: view.components.filter((component) => !tests.includes(component)),
  }));
}

function isGeneTest({ codes }: Component): boolean {
  return [...codes].some((code) => {
    const asks = tumourTest(code)?.asks;
    return asks !== undefined && asks !== 'stain' && asks !== 'instability';
  });
}

/** What the whole assessment says is said of each test only where all are absent, or where there is one. */
function answerOf(test: Component, count: number, view: ObservationView): ElementValue | null {
  const whole = statedPresence(view);
  const { noValue: _, ...rest } = view;
  const own = statedPresence({ ...rest, value: test.value, interpretation: test.interpretation });
  if (own !== null) return whole === null || whole === own ? test.value : { kind: 'text', text: 'indeterminate' };
  if (whole === null) return view.value === null && wordings(valueConcept(test.value)).length > 0 ? test.value : view.value;
  if (whole === 'indeterminate') return { kind: 'text', text: 'indeterminate' };
  return count === 1 || whole !== 'present' ? view.value : null;
}
