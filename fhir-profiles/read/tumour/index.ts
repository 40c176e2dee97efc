/** The patient's tumours: primary and secondary, with type, histology, status, sites and stages. */
import type { DataWarning, TumourFact } from '../../facts.ts';
import { unparsed, type Chart, type ChartReading } from '../chart.ts';
import { isFamilyHistory } from '../condition.ts';
import { isRefuted } from '../condition-status.ts';
import { concept } from '../elements.ts';
import type { IntakeResource } from '../intake.ts';
import { assessedBy, histologyObservations } from './histology-observations.ts';
import { secondaries } from './secondary.ts';
import { soleOwner } from './sole-owner.ts';
import { isTnmPart, stageDisagreement, stageObservations } from './stage.ts';
import { tumourOf } from './tumour-of-entry.ts';
import { namesTumour } from './tumour-type.ts';
import { fromRequests, metastasisSites } from './without-condition.ts';

export function readTumours(chart: Chart): ChartReading<TumourFact> {
  const facts: TumourFact[] = [];
  const warnings: DataWarning[] = [];
  const claimed = new Set<IntakeResource>();
  const table = chart.vocabulary.tumours;
  const conditions = chart.intake
    .ofType('Condition')
    .filter((entry) => namesTumour(concept(entry.resource['code']), table) && !isFamilyHistory(entry));
  const usable: IntakeResource[] = [];
  for (const entry of conditions) {
    claimed.add(entry);
    if (!isRefuted(entry.resource)) usable.push(entry);
  }
  const secondary = secondaries(usable, table);
  const primaries = usable.filter((entry) => !secondary.has(entry));
  const sole = soleOwner(primaries, chart);
  const stages = stageObservations(chart);
  for (const { view } of stages) claimed.add(view.entry);
  for (const view of chart.observations) if (view.usable && isTnmPart(view)) claimed.add(view.entry);
  const histologies = histologyObservations(chart, claimed);

  for (const entry of usable) {
    const mine = (focus: readonly IntakeResource[]) => focus.includes(entry) || (focus.length === 0 && entry === sole);
    const observed = stages.filter(({ focus }) => mine(focus));
    const histology = histologies.find(({ focus, view }) => mine(focus) || assessedBy(entry, view, chart));
    const fact = tumourOf(entry, chart, secondary.has(entry), observed, histology?.value);
    facts.push(fact);
    const conflict = stageDisagreement(entry, fact.stages);
    if (conflict !== null) warnings.push(conflict);
    if (fact.disputed !== undefined)
      warnings.push({
        code: 'conflict',
        message: `The diagnosis names two organs: ${fact.disputed.said}. Nothing is claimed that holds for one of them alone.`,
        reference: entry.reference,
      });
  }
  const attached = new Set(facts.flatMap((fact) => fact.stages.map(({ source }) => source.reference)));
  for (const { view } of stages) {
    if (!attached.has(view.entry.reference))
      warnings.push(
        unparsed(view.entry, 'A tumour stage was not used because it cannot be told which tumour of the record it belongs to.'),
      );
  }
  if (facts.length === 0) facts.push(...fromRequests(chart));
  facts.push(...metastasisSites(chart, claimed));
  return { facts, warnings, claimed };
}
