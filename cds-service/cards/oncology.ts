import type { PatientReport } from '../report/types.ts';
import type { CardContext, CardDraft } from './types.ts';

export function oncologyCards(report: PatientReport, context: CardContext): CardDraft[] {
  void report;
  void context;
  return [];
}
