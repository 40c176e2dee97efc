/** From hand-made facts to a report and cards, without FHIR: what the card tests need. */
import type { MedicationFact, PatientFacts } from '../../fhir-profiles/index.ts';
import { toCards, type CardContext, type CardDraft } from '../../cds-service/cards/index.ts';
import { interpretPgx } from '../../cds-service/pgx/index.ts';
import { toReport, type PatientReport } from '../../cds-service/report/index.ts';
import { knowledge } from './knowledge.ts';

export function reportOf(facts: PatientFacts): PatientReport {
  return toReport({
    facts,
    warnings: [],
    pgx: interpretPgx(facts, knowledge, { allDrugs: false }),
    oncology: { oncology: { variants: [], biomarkers: [], therapies: [] }, warnings: [] },
    trials: [],
    predictions: [],
    knowledge: [knowledge.guideline.header, knowledge.clinical.header],
  });
}

function contextOf(facts: PatientFacts, changes: Partial<CardContext> = {}): CardContext {
  const drafts = facts.medications.filter(({ role }) => role === 'draft');
  return {
    hook: 'order-sign',
    family: 'pgx',
    orders: drafts.map(({ source }) => source.reference),
    draftOrders: Object.fromEntries(drafts.map((draft) => [draft.source.reference, orderResource(draft)])),
    notChecked: [],
    ...changes,
  };
}

export function cardsOf(facts: PatientFacts, changes: Partial<CardContext> = {}): CardDraft[] {
  return toCards(reportOf(facts), contextOf(facts, changes));
}

function orderResource({ source, text, dose }: MedicationFact): Record<string, unknown> {
  return {
    resourceType: 'MedicationRequest',
    id: source.reference.split('/')[1],
    status: 'draft',
    intent: 'order',
    subject: { reference: 'Patient/synthetic-1' },
    reasonCode: [{ text: 'pain' }],
    medicationCodeableConcept: { text },
    ...(dose === undefined
      ? {}
      : {
          dosageInstruction: [
            { text: `${String(dose.amount)} ${dose.unit}`, doseAndRate: [{ doseQuantity: { value: dose.amount, unit: dose.unit } }] },
          ],
        }),
  };
}
