import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { toCards, type CardContext, type CardDraft } from '../../cds-service/cards/index.ts';
import { matchTherapies } from '../../cds-service/oncology/index.ts';
import { toReport, type PatientReport } from '../../cds-service/report/index.ts';
import { shippedOncology } from './knowledge.ts';

/** The report of hand-made facts, with nothing from the other rooms. */
export function reportOf(facts: PatientFacts): PatientReport {
  const knowledge = shippedOncology();
  return toReport({
    facts,
    warnings: [],
    pgx: { genes: [], drugs: [], untested: [], warnings: [] },
    oncology: matchTherapies(facts, knowledge),
    trials: [],
    predictions: [],
    knowledge: [knowledge.header],
  });
}

export function orderSignCards(facts: PatientFacts, parts: Partial<CardContext> = {}): CardDraft[] {
  const report = reportOf(facts);
  const drafts = report.orders.map(({ reference }) => [reference, draft(reference)] as const);
  return toCards(report, {
    hook: 'order-sign',
    family: 'oncology',
    orders: report.orders.map(({ reference }) => reference),
    draftOrders: Object.fromEntries(drafts),
    notChecked: [],
    ...parts,
  });
}
export function patientViewCards(facts: PatientFacts): CardDraft[] {
  return toCards(reportOf(facts), { hook: 'patient-view', family: 'oncology', orders: [], draftOrders: {}, notChecked: [] });
}
function draft(reference: string): object {
  return {
    resourceType: 'MedicationRequest',
    id: reference.split('/')[1],
    status: 'draft',
    intent: 'order',
    subject: { reference: 'Patient/synthetic' },
  };
}
