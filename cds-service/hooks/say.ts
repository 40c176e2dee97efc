/** From drafts to what is sent and what is kept: silence repeats, shape for the EHR, record the decision behind the answer. */
import type { TrustedEhr } from '../config/trust.ts';
import type { PatientReport } from '../report/types.ts';
import type { Keyed } from '../store/secret.ts';
import type { DecisionRecord, Store } from '../store/types.ts';
import type { Answer } from './answer.ts';
import { toWireCard, type WireCard } from './card-json.ts';
import { guidanceKey, patientHash, toDecision } from './decision.ts';
import type { ServiceDefinition } from './services.ts';
import { forVendor } from './vendor.ts';

export interface SaySetting {
  readonly service: ServiceDefinition;
  readonly patientId: string;
  /** The EHR that asked; absent when nobody is authenticated and no FHIR server tells. */
  readonly ehr: TrustedEhr | undefined;
  readonly publicUrl: string;
  readonly keyed: Keyed;
  readonly store: Pick<Store, 'isSilenced'>;
  readonly newUuid: () => string;
  readonly now: Date;
}

export interface Said {
  readonly cards: readonly WireCard[];
  readonly silenced: number;
  /** Made only when asked for, after the answer has gone. */
  readonly decision: () => DecisionRecord;
}

export function say(answer: Answer, setting: SaySetting): Said {
  const { ehr, service, newUuid } = setting;
  const name = ehr?.name ?? 'none';
  const profile = ehr?.profile ?? 'generic';
  const patient = patientHash(setting.keyed, name, setting.patientId);
  const keyed = answer.drafts.map((draft) => ({
    draft,
    guidance: answer.report === undefined ? '' : guidanceKey(draft, answer.report as PatientReport, patient),
  }));
  const silenced = keyed.filter(({ guidance }) => guidance !== '' && setting.store.isSilenced(guidance));
  const wire = { publicUrl: setting.publicUrl, patientId: setting.patientId, orders: new Set(answer.orders), newUuid };
  const sent = keyed
    .filter((item) => !silenced.includes(item))
    .map((item) => ({ ...item, card: forVendor(toWireCard(item.draft, wire), profile, newUuid) }));
  return {
    cards: sent.map(({ card }) => card),
    silenced: silenced.length,
    decision: () =>
      toDecision(
        {
          id: newUuid(),
          at: setting.now,
          service,
          ehr: name,
          profile,
          patientId: setting.patientId,
          input: answer.input,
          concerned: answer.concerned,
          notChecked: answer.notChecked,
          publicUrl: setting.publicUrl,
          ...(answer.report === undefined ? {} : { report: answer.report }),
          sent,
          silenced,
          newUuid,
        },
        setting.keyed,
      ),
  };
}
