/** What a patient brings to a trial: the tumours, the findings of the therapy part, and where each datum was read. */
import type { MedicationFact, PatientFacts, TumourFact } from '../../fhir-profiles/index.ts';
import type { OncologyKnowledge } from '../knowledge/oncology/types.ts';
import type { Perpetrator } from '../knowledge/pgx/types.ts';
import {
  impliedByDiagnosis,
  mainTumour,
  otherwiseRead,
  readOncologyPatient,
  readTumour,
  saidBothWays,
  TWO_ORGANS,
  withNamedResults,
  withoutUnsettled,
  withPlacesRead,
  type OncologyPatient,
  type PatientTumour,
} from '../oncology/index.ts';
import { withTumoursOnce } from './once-entered.ts';
import { isInSitu, isSkinKeratinocytic } from './verdict/skin.ts';

import { daysBetween, type Answer } from './verdict/answer.ts';
import { withCodonsRead } from './verdict/same-codon.ts';
import { FRESHNESS, type Freshness } from './verdict/freshness.ts';

export interface TrialPatient {
  readonly facts: PatientFacts;
  readonly oncology: OncologyPatient;
  /** Active primary tumours; the main one first. In a view of one of them (`search/tumour-views.ts`) that one alone. */
  readonly tumours: readonly PatientTumour[];
  /** In a view of one tumour: the other active primaries. */
  readonly beside: readonly PatientTumour[];
  /** Skin cancers and carcinomas in situ beside another cancer, which own nothing of what the record says of that. */
  readonly skin: readonly PatientTumour[];
  /** The record read another way, where it contradicts itself: what is not told the same is open. */
  readonly otherwise: readonly { readonly read: TrialPatient; readonly why: string }[];
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
export function readTrialPatient(given: PatientFacts, knowledge: TrialKnowledge, freshness: Freshness = FRESHNESS): TrialPatient | null {
  if (given.patient.deceased === true) return null;
  const facts = withTumoursOnce(withPlacesRead(withNamedResults(given), knowledge.genes), knowledge.tumours);
  const patient = read(facts, knowledge, freshness);
  if (patient === null) return null;
  return { ...patient, otherwise: [...organsReadOtherwise(patient, knowledge), ...withoutWhatIsUnsettled(patient, knowledge, freshness)] };
}

type TrialKnowledge = Pick<OncologyKnowledge, 'genes' | 'tumours' | 'perpetrators'>;

function read(facts: PatientFacts, knowledge: TrialKnowledge, freshness: Freshness): TrialPatient | null {
  const active = facts.tumours.filter(({ clinicalStatus }) => !OVER.includes(clinicalStatus));
  const others = active.filter((tumour) => tumour.role !== 'primary' || !(isSkinKeratinocytic(tumour) || isInSitu(tumour)));
  const ofOrgans = others.some(({ role }) => role === 'primary') ? others : active;
  const main = mainTumour({ ...facts, tumours: ofOrgans });
  if (!main) return null;
  const oncology = withCodonsRead(readOncologyPatient(facts, knowledge.genes, impliedByDiagnosis(main, knowledge.tumours)), facts);
  const primaries = [main, ...ofOrgans.filter((tumour) => tumour !== main && tumour.role === 'primary')];
  const dates = new Map<string, string>();
  for (const { source } of [...facts.variants, ...facts.tested, ...facts.biomarkers, ...facts.tumours])
    if (source.issued !== undefined) dates.set(source.reference, source.issued.slice(0, 10));
  const asTumour = (fact: TumourFact): PatientTumour => readTumour(fact, knowledge.tumours, oncology.markers, 'as recorded');
  return {
    facts,
    oncology,
    tumours: primaries.map(asTumour),
    beside: [],
    skin: active.filter((tumour) => !ofOrgans.includes(tumour)).map(asTumour),
    otherwise: [],
    past: facts.tumours.filter(({ clinicalStatus, role }) => role === 'primary' && OVER.includes(clinicalStatus)).map(asTumour),
    trees: knowledge.tumours,
    taken: facts.medications
      .filter(({ role, disputed }) => (role === 'past' || role === 'current') && disputed !== true)
      .map((one) => asOrdered(one, facts.asOf)),
    perpetrators: knowledge.perpetrators ?? [],
    dates,
    freshness,
    answered: new Map(),
  };
}

/**
 * An order that nobody closed does not say that the drug is still taken: outpatient orders stay active for years, and a course of chemotherapy ends without a
 * word. After a year it shows that the drug was given, and leaves open until when.
 */
const ORDER_STANDS = 365;
function asOrdered(medication: MedicationFact, asOf: string): MedicationFact {
  const { role, resourceType, start, authored, end } = medication;
  if (role !== 'current' || resourceType !== 'MedicationRequest' || end !== undefined) return medication;
  const age = daysBetween(
    [start, authored]
      .filter((day) => day !== undefined)
      .sort()
      .at(-1),
    asOf,
  );
  return age === null || age <= ORDER_STANDS ? medication : { ...medication, role: 'past' };
}

/** A diagnosis whose code and words name two organs: each of the two is asked. */
function organsReadOtherwise(patient: TrialPatient, knowledge: TrialKnowledge): TrialPatient['otherwise'] {
  const disputed = patient.tumours.flatMap(({ fact }) => fact.disputed ?? []);
  if (disputed.length === 0) return [];
  const tumours = patient.tumours.map((tumour) => {
    const other = otherwiseRead(tumour.fact);
    return other === null ? tumour : readTumour(other, knowledge.tumours, patient.oncology.markers, 'as recorded');
  });
  return [{ read: { ...patient, tumours, answered: new Map() }, why: `${TWO_ORGANS.toLowerCase()}: ${disputed[0]?.said ?? ''}` }];
}

/** A finding that a later test no longer shows: the patient without it is asked as well. */
function withoutWhatIsUnsettled(patient: TrialPatient, knowledge: TrialKnowledge, freshness: Freshness): TrialPatient['otherwise'] {
  const said = saidBothWays(patient.facts, patient.oncology);
  const facts = withoutUnsettled(patient.facts, said);
  const other = facts === null ? null : read(facts, knowledge, freshness);
  const [open] = [...said.values()].filter(({ unsettled }) => unsettled);
  return other === null ? [] : [{ read: other, why: `results disagree: ${open?.text ?? ''}` }];
}
