/** What the genomic and tumour readers share: the intake with its Observations opened once, and the look-up tables. */
import type { DataWarning } from '../facts.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Intake, IntakeResource, Reading } from './intake.ts';
import { openObservations, type ObservationView } from './observation.ts';
import { withoutReplaced } from './supersession.ts';

export interface Chart {
  readonly intake: Intake;
  readonly observations: readonly ObservationView[];
  readonly vocabulary: Vocabulary;
  /** The opened form of an Observation entry. */
  readonly viewOf: (entry: IntakeResource) => ObservationView | undefined;
}

export function openChart(intake: Intake, vocabulary: Vocabulary): Chart {
  const observations = withoutReplaced(openObservations(intake), intake);
  const views = new Map(observations.map((view) => [view.entry, view] as const));
  return { intake, observations, vocabulary, viewOf: (entry) => views.get(entry) };
}

/** A reading that also says which resources it dealt with, so that nothing is passed over in silence. */
export interface ChartReading<Fact> extends Reading<Fact> {
  readonly claimed: ReadonlySet<IntakeResource>;
}

/** `genes`: those that it is about, so that nobody has to look for them in the sentence. */
export function unparsed(entry: IntakeResource, message: string, genes: readonly string[] = []): DataWarning {
  return { code: 'unparsed', message, reference: entry.reference, ...aboutGenes(genes) };
}

export function conflict(entry: IntakeResource, message: string, genes: readonly string[] = []): DataWarning {
  return { code: 'conflict', message, reference: entry.reference, ...aboutGenes(genes) };
}

/** The member of a warning that names its genes, each once; none where there are none. */
export const aboutGenes = (genes: readonly string[]): Pick<DataWarning, 'genes'> =>
  genes.length === 0 ? {} : { genes: [...new Set(genes)] };

/** Value texts come from outside: shortened, one line, so that a warning stays readable. */
export function quoted(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return `"${line.length > 80 ? `${line.slice(0, 77)}…` : line}"`;
}
