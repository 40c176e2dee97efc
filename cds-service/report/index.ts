/** The door of the report room: findings of all rooms in, the one PatientReport out. Pure. */
import { createHash } from 'node:crypto';
import type { DataWarning, MedicationFact, PatientFacts } from '../../fhir-profiles/index.ts';
import type { OncologyFindings } from '../oncology/index.ts';
import type { PgxFindings } from '../pgx/index.ts';
import type { KnowledgeHeader } from '../../fhir-profiles/knowledge-header.ts';
import { canonicalJson } from './canonical-json.ts';
import { takenDrugs } from './taken.ts';
import { indicatorOf } from './urgency.ts';
import type { PatientReport, Prediction, RecognisedOrder, TrialMatch, TrialSearch } from './types.ts';

export type * from './types.ts';
export { patientReportSchema } from './schema.ts';
export { canonicalJson };
export { indicatorOf, isDangerousGene, louder, forbiddenByLabel, speaksByDoubt, undisputedRisk } from './urgency.ts';

export interface Findings {
  readonly facts: PatientFacts;
  readonly warnings: readonly DataWarning[];
  readonly pgx: PgxFindings;
  readonly oncology: OncologyFindings;
  readonly trials: readonly TrialMatch[];
  readonly trialSearch?: TrialSearch;
  readonly predictions: readonly Prediction[];
  readonly knowledge: readonly KnowledgeHeader[];
  readonly inputId?: string;
}

export function toReport(findings: Findings): PatientReport {
  const { facts, pgx, oncology } = findings;
  const { birthDate, sex, id } = facts.patient;
  return {
    reportVersion: '1',
    ...(findings.inputId === undefined ? {} : { inputId: findings.inputId }),
    patient: { id, ...(birthDate === undefined ? {} : { birthDate }), ...(sex === undefined ? {} : { sex }) },
    asOf: facts.asOf,
    inputHash: factsHash(facts),
    orders: facts.medications.filter((medication) => medication.isOrder).map(toRecognisedOrder),
    taken: takenDrugs(facts.medications),
    knowledge: findings.knowledge.map(({ id: release, version, date, licence }) => ({ id: release, version, date, licence })),
    pgx: {
      genes: pgx.genes,
      drugs: pgx.drugs.map((advice) => ({ ...advice, urgency: indicatorOf(advice) ?? 'none' })),
      untested: pgx.untested,
    },
    oncology: oncology.oncology,
    trials: [...findings.trials],
    ...(findings.trialSearch === undefined ? {} : { trialSearch: findings.trialSearch }),
    predictions: [...findings.predictions],
    warnings: withoutRepeats([...findings.warnings, ...pgx.warnings, ...oncology.warnings]),
  };
}

/** SHA-256 over the facts with sorted keys; equal facts give equal hashes on every machine. */
export function factsHash(facts: PatientFacts): string {
  return createHash('sha256').update(canonicalJson(facts)).digest('hex').slice(0, 16);
}

function toRecognisedOrder(order: MedicationFact): RecognisedOrder {
  const { dose, route } = order;
  return {
    reference: order.source.reference,
    status: order.status,
    text: order.text,
    systemic: order.systemic,
    ingredients: order.ingredients.map(({ name, rxnorm }) => ({ name, rxnorm })),
    ...(dose === undefined
      ? {}
      : {
          dose: {
            amount: dose.amount,
            unit: dose.unit,
            ...(dose.perDay === undefined ? {} : { perDay: dose.perDay }),
            ...(route === undefined ? {} : { route }),
          },
        }),
    ...(order.readings === undefined ? {} : { disputed: { byCode: [...order.readings.byCode], byText: [...order.readings.byText] } }),
  };
}

function withoutRepeats(warnings: readonly DataWarning[]): DataWarning[] {
  const seen = new Map<string, DataWarning>();
  for (const warning of warnings) seen.set(`${warning.code}|${warning.reference ?? ''}|${warning.message}`, warning);
  return [...seen.values()];
}
