/** What Genehook answers to a case by the door of the service, in a short form that two versions can be compared in. */
import { createHash } from 'node:crypto';
import type { LoadedClinic } from '../../cds-service/clinic.ts';
import type { CardDraft } from '../../cds-service/cards/index.ts';
import type { PatientReport } from '../../cds-service/report/types.ts';
import { chartOf } from '../third-party/shapes.ts';
import type { CompareCase } from './case.ts';

export interface CardAnswer {
  readonly family: 'pgx' | 'oncology';
  readonly indicator: CardDraft['indicator'];
  readonly summary: string;
  readonly rules: readonly string[];
  /** Stands for all other words of the card. */
  readonly words: string;
}
export interface Answer {
  readonly cards: readonly CardAnswer[];
  /** "CYP2C19 *2/*2 Poor Metabolizer called", "EGFR p.Leu858Arg present", "osimertinib fits". */
  readonly report: readonly string[];
  /** What the chart holds and was not used. */
  readonly told: readonly string[];
}

/** The day of every answer. */
const TODAY = '2026-11-22';
const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8);

const presence = (present: boolean | undefined): string => (present === undefined ? 'open' : present ? 'present' : 'absent');
function linesOf({ pgx, oncology }: PatientReport): string[] {
  return [
    ...pgx.genes.map(
      ({ gene, diplotype, phenotype, activityScore, state }) =>
        `gene ${gene}: ${[diplotype, phenotype, activityScore].map((part) => part ?? '-').join(' | ')} | ${state}`,
    ),
    ...oncology.variants.map(
      ({ gene, name, present, classification }) =>
        `variant ${gene} ${name}: ${presence(present)}${classification ? ` ${classification}` : ''}`,
    ),
    ...oncology.biomarkers.map(({ kind, value, unit = '', status }) => `marker ${kind} ${value}${unit}: ${status ?? '-'}`),
    ...(oncology.orders ?? []).map(({ drug, verdict }) => `order ${drug.name}: ${verdict}`),
    ...(oncology.tumour === undefined ? [] : [`tumour ${oncology.tumour.oncotree ?? oncology.tumour.text}`]),
  ].sort();
}

/** The case asked of one version of the clinical core. */
export async function answerTo({ chart, order }: CompareCase, clinic: LoadedClinic): Promise<Answer> {
  const resources = order === undefined ? [chartOf(chart)] : [chartOf(chart), order];
  const report = await clinic.interpret({ resources, patientId: 'p1', asOf: TODAY, trials: null });
  const reference = 'MedicationRequest/order';
  const context =
    order === undefined
      ? ({ hook: 'patient-view', orders: [], draftOrders: {} } as const)
      : ({ hook: 'order-sign', orders: [reference], draftOrders: { [reference]: order } } as const);
  const cards = (['oncology', 'pgx'] as const).flatMap((family) =>
    clinic.toCards(report, { ...context, family, notChecked: [] }).map(({ indicator, summary, ruleIds, detail, suggestions }) => ({
      family,
      indicator,
      summary,
      rules: [...ruleIds].sort(),
      words: digest([detail, suggestions.map(({ label }) => label)]),
    })),
  );
  return { cards, report: linesOf(report), told: [...new Set(report.warnings.map(({ code, message }) => `${code}: ${message}`))].sort() };
}
