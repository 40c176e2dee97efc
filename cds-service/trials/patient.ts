/** What a patient brings to a trial: the tumours, the findings of the therapy part, and where each datum was read. */
import type { MedicationFact, PatientFacts, TumourFact } from '../../fhir-profiles/index.ts';
import type { OncologyKnowledge } from '../knowledge/oncology/types.ts';
import type { Perpetrator } from '../knowledge/pgx/types.ts';
import {
  impliedByDiagnosis,
  mainTumour,
  readOncologyPatient,
  readTumour,
  type OncologyPatient,
  type PatientTumour,
} from '../oncology/index.ts';

import type { Answer } from './verdict/answer.ts';
import { withCodonsRead } from './verdict/same-codon.ts';
import { FRESHNESS, type Freshness } from './verdict/freshness.ts';

export interface TrialPatient {
  readonly facts: PatientFacts;
  readonly oncology: OncologyPatient;
  /** Active primary tumours; the main one first. */
  readonly tumours: readonly PatientTumour[];
  /** Primary tumours in remission, inactive or resolved. */
  readonly past: readonly PatientTumour[];
  readonly trees: OncologyKnowledge['tumours'];
  /** Drugs the patient has had or has now, as far as recorded; not what is only being written, nor what code and words name differently. */
  readonly taken: readonly MedicationFact[];
  /** Which drugs inhibit or induce which enzyme, from the pharmacogenomic part. */
  readonly perpetrators: readonly Perpetrator[];
  /** Day of the result, by reference. */
  readonly dates: ReadonlyMap<string, string>;
  /** How old a datum may be to answer for today. */
  readonly freshness: Freshness;
  /** Questions already answered for this patient. */
  readonly answered: Map<string, Answer>;
}

const OVER: readonly TumourFact['clinicalStatus'][] = ['inactive', 'remission', 'resolved'];

/** Null when no active tumour is recorded: there is nothing to match a trial with. */
export function readTrialPatient(
  facts: PatientFacts,
  knowledge: Pick<OncologyKnowledge, 'genes' | 'tumours' | 'perpetrators'>,
  freshness: Freshness = FRESHNESS,
): TrialPatient | null {
  if (facts.patient.deceased === true) return null;
  const active = facts.tumours.filter(({ clinicalStatus }) => !OVER.includes(clinicalStatus));
  const main = mainTumour({ ...facts, tumours: active });
  if (!main) return null;
  const oncology = withCodonsRead(readOncologyPatient(facts, knowledge.genes, impliedByDiagnosis(main, knowledge.tumours)), facts);
  const primaries = [main, ...active.filter((tumour) => tumour !== main && tumour.role === 'primary')];
  const dates = new Map<string, string>();
  for (const { source } of [...facts.variants, ...facts.tested, ...facts.biomarkers, ...facts.tumours])
    if (source.issued !== undefined) dates.set(source.reference, source.issued.slice(0, 10));
  return {
    facts,
    oncology,
    tumours: primaries.map((fact) => readTumour(fact, knowledge.tumours, oncology.markers)),
    past: facts.tumours
      .filter(({ clinicalStatus, role }) => role === 'primary' && OVER.includes(clinicalStatus))
      .map((fact) => readTumour(fact, knowledge.tumours, oncology.markers)),
    trees: knowledge.tumours,
    taken: facts.medications.filter(({ role, disputed }) => (role === 'past' || role === 'current') && disputed !== true),
    perpetrators: knowledge.perpetrators ?? [],
    dates,
    freshness,
    answered: new Map(),
  };
}
