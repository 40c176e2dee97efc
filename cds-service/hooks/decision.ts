/** What is kept of an answer so that it can be replayed and counted: hashes, rule ids and versions, never content. */
import type { CardDraft } from '../cards/types.ts';
import { canonicalJson, type PatientReport } from '../report/index.ts';
import type { Keyed } from '../store/secret.ts';
import type { DecisionCard, DecisionRecord } from '../store/types.ts';
import { sha256 } from './sha256.ts';
import type { WireCard } from './card-json.ts';
import { isObject } from '../ehr/chart-part.ts';

/** The hash of a patient: ids are unique only within one EHR. */
export function patientHash(keyed: Keyed, ehr: string, patientId: string): string {
  return keyed.hash('patient', ehr, patientId);
}

/**
 * What an override silences: this patient, this topic, these rules on these results, in these words, for an order of this drug
 * and dose. Any change of result, dose or knowledge makes it another guidance. Empty for what the service says of itself: that part of
 * the chart was not read is said every time.
 */
export function guidanceKey(draft: CardDraft, report: PatientReport, patient: string): string {
  if (draft.kind === 'of-service') return '';
  const order = report.orders.find(({ reference }) => reference === draft.order);
  const about = {
    patient,
    topic: draft.topic.code,
    rules: [...draft.ruleIds].sort(),
    evidence: [...draft.evidence].sort(),
    summary: draft.summaryOfWhole ?? draft.summary,
    indicator: draft.indicator,
    drugs: order?.ingredients.map(({ name }) => name).sort() ?? [],
    dose: order?.dose ?? null,
  };
  return sha256(canonicalJson(about)).slice(0, 40);
}

/** The cards without their uuids, which are new each time: what must be equal when a decision is replayed. */
export function cardsText(cards: readonly WireCard[]): string {
  return canonicalJson(cards.map(withoutUuids));
}

function withoutUuids(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUuids);
  if (!isObject(value)) return value;
  const resource = 'resourceType' in value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'uuid' || resource)
      .map(([name, member]) => [name, withoutUuids(member)]),
  );
}

export interface Decided {
  readonly id: string;
  readonly at: Date;
  readonly service: { readonly id: string; readonly hook: string };
  readonly ehr: string;
  readonly profile: string;
  /** Keyed hash of the patient. */
  readonly patient: string;
  /** Keyed hash of the user. */
  readonly user?: string;
  readonly inputHash: string;
  /** Keyed hashes of the references of the orders concerned. */
  readonly orders: readonly string[];
  readonly notChecked: DecisionRecord['notChecked'];
  readonly publicUrl: string;
  readonly pgxElsewhere: boolean;
  readonly report?: PatientReport;
  readonly sent: readonly { readonly card: WireCard; readonly draft: CardDraft; readonly guidance: string }[];
  readonly silenced: readonly { readonly draft: CardDraft; readonly guidance: string }[];
  readonly cardsHash: string;
  readonly newUuid: () => string;
}

export function toDecision(decided: Decided): DecisionRecord {
  const { report, sent, silenced } = decided;
  return {
    id: decided.id,
    at: decided.at.toISOString(),
    service: decided.service.id,
    hook: decided.service.hook,
    ehr: decided.ehr,
    profile: decided.profile,
    patient: decided.patient,
    ...(decided.user === undefined ? {} : { user: decided.user }),
    asOf: report?.asOf ?? decided.at.toISOString().slice(0, 10),
    inputHash: decided.inputHash,
    factsHash: report?.inputHash ?? '',
    knowledge: (report?.knowledge ?? []).map(({ id, version }) => ({ id, version })),
    models: (report?.predictions ?? []).map(({ model, version }) => ({ id: model, version })),
    orders: decided.orders,
    notChecked: decided.notChecked,
    publicUrl: decided.publicUrl,
    ...(decided.pgxElsewhere ? { pgxElsewhere: true } : {}),
    cards: [
      ...sent.map(({ card, draft, guidance }) => toDecisionCard(card.uuid, card.suggestions ?? [], draft, guidance, false)),
      ...silenced.map(({ draft, guidance }) => toDecisionCard(decided.newUuid(), [], draft, guidance, true)),
    ],
    cardsHash: decided.cardsHash,
  };
}

function toDecisionCard(
  uuid: string,
  suggestions: readonly { readonly uuid: string }[],
  draft: CardDraft,
  guidance: string,
  suppressed: boolean,
): DecisionCard {
  return {
    uuid,
    topic: draft.topic.code,
    ruleIds: draft.ruleIds,
    indicator: draft.indicator,
    guidance,
    suggestions: suggestions.map((suggestion) => suggestion.uuid),
    suppressed,
  };
}
