/** Markers of the tumour (HER2, PD-L1, microsatellites …) that a result or a report of an unknown form stands for. */
import { AKIN, biomarkerTest } from '../../codes/biomarker-tests.ts';
import type { BiomarkerFact } from '../../facts.ts';
import type { Chart } from '../chart.ts';
import { concept, wordings } from '../elements.ts';
import { isEverydayReport } from '../everyday-lines.ts';
import type { IntakeResource } from '../intake.ts';
import type { ObservationView } from '../observation.ts';
import { markersNamed } from '../biomarker/several-markers.ts';
import { isGeneticReport } from '../unread.ts';
import { holdsAnswer, isGenetic, linesOf, namesOf, reportNames, saidInReport, shortValue, spokenIn } from './spoken.ts';

type Kind = BiomarkerFact['kind'];

const markersIn = (words: string): readonly Kind[] => {
  const test = biomarkerTest([], [words]);
  return test === null ? [] : [test.kind];
};

/** A heading under which a marker's name in the value is the marker, and not the room called ER. */
const OF_MARKERS = /marker|\bIHC\b|immuno|histo|patholog|receptor|stain|expression|biops|tumou?r|cytolog|tissue exam/i;
const speaksOfMarkers = (view: ObservationView): boolean => isGenetic(view) || wordings(view.code).some((words) => OF_MARKERS.test(words));

export function markersOfResult(view: ObservationView): readonly Kind[] {
  const within = speaksOfMarkers(view) ? [...view.components.flatMap(spokenIn), ...shortValue(view)] : [];
  return [...new Set([...namesOf(view.code), ...within].flatMap(markersIn))];
}

/** By its name where the report itself answers, and by what leads a line of a genetic or pathological report or stands in it with an answer. */
export function markersOfReport(report: IntakeResource, chart: Chart): readonly Kind[] {
  const code = concept(report.resource['code']);
  const named = holdsAnswer(report)
    ? reportNames(code)
        .filter((name) => !isEverydayReport(name, saidInReport(report), chart))
        .flatMap(markersIn)
    : [];
  const lines = isGeneticReport(report) || wordings(code).some((words) => OF_MARKERS.test(words)) ? linesOf(report) : [];
  const led = lines.flatMap((line) => markersIn(/^\s*([^:=]{2,40})[:=]/.exec(line)?.[1] ?? ''));
  return [...new Set([...named, ...led, ...lines.flatMap(markersNamed).flatMap(markersIn)])];
}

/** Of itself, or of a kind that answers for it. */
export function isSpokenOf(kind: Kind, known: ReadonlySet<string>): boolean {
  return known.has(kind) || AKIN.some((kinds) => kinds.includes(kind) && kinds.some((other) => known.has(other)));
}
