/** ICD-O morphology and OncoTree as Observations of their own. */
import { ONCOTREE } from '../../codes/systems.ts';
import type { Chart } from '../chart.ts';
import { list, records, type Concept } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import type { IntakeResource } from '../intake.ts';
import type { ObservationView } from '../observation.ts';

interface Histology {
  readonly view: ObservationView;
  readonly focus: readonly IntakeResource[];
  readonly value: Concept;
}

export function histologyObservations(chart: Chart, claimed: Set<IntakeResource>): readonly Histology[] {
  return chart.observations.flatMap((view) => {
    if (!view.usable) return [];
    const value = valueConcept(view.value);
    const oncotree = value.codings.some(({ system }) => system === ONCOTREE || /oncotree/i.test(system));
    const morphology =
      view.code.codings.some(({ code }) => code === '59847-4' || code === '31206-6') ||
      value.codings.some(({ code }) => /^\d{4}\/\d$/.test(code));
    if (!oncotree && !morphology) return [];
    claimed.add(view.entry);
    const focus = list(view.entry.resource['focus']).flatMap((item) => chart.intake.resolve(item, view.entry) ?? []);
    return [{ view, focus, value }];
  });
}

/** The entry's stage names the Observation as its assessment. */
export function assessedBy(entry: IntakeResource, view: ObservationView, chart: Chart): boolean {
  return records(entry.resource['stage'])
    .flatMap((stage) => list(stage['assessment']))
    .some((item) => chart.intake.resolve(item, entry) === view.entry);
}
