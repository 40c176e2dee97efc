/** From drafts to what is sent and what is kept: silence repeats, shape for the EHR, record the decision behind the answer. */
import { randomUUID } from 'node:crypto';
import type { CardDraft } from '../cards/types.ts';
import type { TrustedEhr } from '../config/trust.ts';
import type { Keyed } from '../store/secret.ts';
import type { DecisionRecord, Store } from '../store/types.ts';
import type { Answer } from './answer.ts';
import { toWireCard, type WireCard } from './card-json.ts';
import { cardsText, guidanceKey, patientHash, toDecision } from './decision.ts';
import { sayUnread } from './not-checked.ts';
import { hasPgxElsewhere, type ServiceDefinition } from './services.ts';
import { sha256 } from './sha256.ts';
import { forVendor } from './vendor.ts';

export interface SaySetting {
  readonly service: ServiceDefinition;
  readonly patientId: string;
  /** Reference of the user, as the EHR sent it. */
  readonly userId?: string;
  /** The EHR that asked; absent when nobody is authenticated and no FHIR server tells. */
  readonly ehr: TrustedEhr | undefined;
  /** How to shape the cards when the EHR is not known by its issuer. */
  readonly guess: TrustedEhr['profile'];
  readonly publicUrl: string;
  readonly keyed: Keyed;
  readonly store: Pick<Store, 'isSilenced'>;
  readonly newUuid: () => string;
  readonly now: Date;
}

export interface Said {
  readonly cards: readonly WireCard[];
  /** The cards as JSON text. */
  readonly json: string;
  readonly silenced: number;
  /** Made only when asked for, after the answer has gone. */
  readonly decision: () => DecisionRecord;
}

/** A draft as this EHR gets it, its uuids still to be given. */
interface Shaped {
  readonly draft: CardDraft;
  readonly guidance: string;
  readonly card: WireCard;
  /** The card's JSON text around its uuids, made once; its own uuid comes first, then those of its suggestions. */
  readonly around: readonly string[];
}

export function say(answer: Answer, setting: SaySetting): Said {
  const { ehr, service, newUuid } = setting;
  const name = ehr?.name ?? 'none';
  const profile = ehr?.profile ?? setting.guess;
  const { shaped, note, patient, user, orders } = shapedOnce(answer, setting, name, profile);
  const silenced = shaped.filter(({ guidance }) => guidance !== '' && setting.store.isSilenced(guidance));
  const left = silenced.length === 0 ? shaped : shaped.filter((item) => !silenced.includes(item));
  // A card that is silenced must not take along the word that part of the chart was not read.
  const kept = note === undefined || sayUnread(left.map(({ draft }) => draft)) ? left : [...left, note];
  const sent = kept.map((item) => ({ ...item, card: withFreshUuids(item.card, newUuid) }));
  return {
    cards: sent.map(({ card }) => card),
    json: `[${sent.map(jsonOf).join(',')}]`,
    silenced: silenced.length,
    decision: () =>
      toDecision({
        id: newUuid(),
        at: setting.now,
        service,
        ehr: name,
        profile,
        patient,
        ...(user === undefined ? {} : { user }),
        inputHash: answer.inputHash,
        orders,
        notChecked: answer.notChecked,
        publicUrl: setting.publicUrl,
        pgxElsewhere: hasPgxElsewhere(service, ehr),
        ...(answer.report === undefined ? {} : { report: answer.report }),
        sent,
        silenced,
        cardsHash: hashOnce(kept),
        newUuid,
      }),
  };
}

interface Shaping {
  readonly shaped: readonly Shaped[];
  readonly note?: Shaped;
  /** Keyed hashes of the patient, of the user and of the orders concerned. */
  readonly patient: string;
  readonly user?: string;
  readonly orders: readonly string[];
}

/** Drafts found again (see `recent.ts`) are shaped once per EHR, not once per call. */
const shapes = new WeakMap<Answer, Map<string, Shaping>>();
const hashes = new WeakMap<readonly Shaped[], string>();

function shapedOnce(answer: Answer, setting: SaySetting, name: string, profile: TrustedEhr['profile']): Shaping {
  const key = JSON.stringify([name, profile, setting.publicUrl, setting.patientId, setting.userId]);
  const known = shapes.get(answer)?.get(key);
  if (known !== undefined) return known;
  const { report } = answer;
  const patient = patientHash(setting.keyed, name, setting.patientId);
  const wire = { publicUrl: setting.publicUrl, patientId: setting.patientId, orders: new Set(answer.orders), newUuid: () => '-' };
  const shape = (draft: CardDraft): Shaped => {
    const card = forVendor(toWireCard(draft, wire), profile, () => '-');
    const guidance = report === undefined ? '' : guidanceKey(draft, report, patient);
    return { draft, guidance, card, around: JSON.stringify(withFreshUuids(card, () => MARK)).split(MARK) };
  };
  const note = answer.note === undefined ? {} : { note: shape(answer.note) };
  const orders = answer.concerned.map((reference) => setting.keyed.hash('order', name, reference));
  const user = setting.userId === undefined ? {} : { user: setting.keyed.hash('user', name, setting.userId) };
  const shaping: Shaping = { shaped: answer.drafts.map(shape), ...note, patient, ...user, orders };
  const byEhr = shapes.get(answer) ?? new Map<string, Shaping>();
  shapes.set(answer, byEhr.set(key, shaping));
  return shaping;
}

function hashOnce(kept: readonly Shaped[]): string {
  const known = hashes.get(kept);
  if (known !== undefined) return known;
  const hash = sha256(cardsText(kept.map(({ card }) => card)));
  hashes.set(kept, hash);
  return hash;
}

/** Stands for a uuid in the text of a card; made by this process, so that no text of a card can hold it. */
const MARK = `${randomUUID()}${randomUUID()}`;

/** The text of a card with its uuids in their places. */
function jsonOf({ card, around }: Shaped): string {
  const uuids = [card.uuid, ...(card.suggestions ?? []).map(({ uuid }) => uuid)];
  return around.map((text, index) => (index === 0 ? text : `${uuids[index - 1] ?? ''}${text}`)).join('');
}

function withFreshUuids(card: WireCard, newUuid: () => string): WireCard {
  const fresh: WireCard = { ...card, uuid: newUuid() };
  return card.suggestions === undefined
    ? fresh
    : { ...fresh, suggestions: card.suggestions.map((suggestion) => ({ ...suggestion, uuid: newUuid() })) };
}
