/**
 * Results that stand in the narrative alone: of a report or a genetic result without any, and of the sections of a document that list nothing. What a line
 * says is not interpreted; the gene that leads it, beside words of a result, must not look untested.
 */
import type { Chart } from '../chart.ts';
import { narrativeOf } from '../attachment.ts';
import { list, records, text } from '../elements.ts';
import { wordsOfGenes } from '../everyday-lines.ts';
import { pgxGenesIn } from '../germline/notation/gene-in-text.ts';
import { NOT_THIS_PATIENT, speaksOfResult } from '../germline/report/text.ts';
import type { IntakeResource, RawResource } from '../intake.ts';
import type { ObservationView } from '../observation.ts';
import { NOT_HERE } from '../report-text.ts';
import { isGeneticReport } from '../unread.ts';
import { symbolsIn } from '../variant/result/variant-genes.ts';
import { isPharmacogene } from './genes.ts';
import { isGenetic, isNoResult, isShort } from './spoken.ts';

/** A gene and the line that it leads. */
export interface LedLine {
  readonly gene: string;
  readonly line: string;
}

/** Of a report whose results are not in the data, or that has none. */
export function ledInReport(report: IntakeResource, chart: Chart): readonly LedLine[] {
  return isGeneticReport(report) && list(report.resource['result']).length === 0 ? ledLines(narrativeOf(report.resource), [], chart) : [];
}

/** Of a genetic result without a value and without parts. */
export function ledInResult(view: ObservationView, chart: Chart): readonly LedLine[] {
  const empty = view.value === null && view.noValue === undefined && view.components.length === 0 && view.members.length === 0;
  return view.usable && empty && isGenetic(view) ? ledLines(narrativeOf(view.entry.resource), [], chart) : [];
}

const DEEPEST = 6;
/** Of a document's sections that have a narrative and no entries; entries speak for themselves. */
export function ledInDocument({ resource }: IntakeResource, chart: Chart): readonly LedLine[] {
  const within = (sections: unknown, depth: number): readonly RawResource[] =>
    depth > DEEPEST
      ? []
      : records(sections).flatMap((section) => [section as unknown as RawResource, ...within(section['section'], depth + 1)]);
  if (/^(?:preliminary|entered-in-error)$/.test(text(resource['status']) ?? '')) return [];
  return within(resource['section'], 0)
    .filter((section) => list(section['entry']).length === 0)
    .flatMap((section) => ledLines(narrativeOf(section), [text(section['title']) ?? ''], chart));
}

/** `titles`: of the section; what is ordinary under any of them is none of a gene. */
function ledLines(shown: string | undefined, titles: readonly string[], chart: Chart): readonly LedLine[] {
  if (shown === undefined) return [];
  const lines = shown.split(/[;\n]|\.\s/).map((line) => wordsOfGenes(line.replace(/\s+/g, ' ').trim(), titles, chart).trim());
  return lines
    .filter((line) => isShort(line) && !isNoResult(line) && !NOT_THIS_PATIENT.test(line) && speaksOfResult(line))
    .flatMap((line) => {
      const [lead = ''] = line.replace(/^(?:results?|genes?)?[\s:•*-]+/i, '').split(/[\s:=(]/);
      const genes = [
        ...pgxGenesIn(lead).filter(isPharmacogene),
        ...symbolsIn(lead, chart).filter((gene) => !isPharmacogene(gene) && !NOT_HERE.has(gene)),
      ];
      return genes.map((gene) => ({ gene, line }));
    });
}
