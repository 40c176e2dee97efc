/** Telling the service what was decided: accepted, or overridden with a reason. Ids and codes, and the reader's own words. */
import type { Session } from '../launch/session.ts';
import { REASON_SYSTEM, type OverrideReason } from './reasons.ts';

export interface Decision {
  readonly outcome: 'accepted' | 'overridden';
  /** Rule that the decision is about; empty for a missing test. */
  readonly ruleId: string;
  readonly drug: { readonly rxnorm: string; readonly name: string };
  readonly overrideReason?: { readonly code: OverrideReason; readonly display: string; readonly comment?: string };
  /** The alternative or test that was taken, when one was. */
  readonly chosen?: { readonly kind: 'alternative' | 'test'; readonly code: string };
}

export type DecisionSession = Pick<Session, 'fhirServer' | 'patientId' | 'accessToken' | 'renew'>;

/** One item as the CDS Hooks feedback endpoint has it; the panel stands in for a card that it names by rule and drug. */
function feedbackItem({ outcome, ruleId, drug, overrideReason, chosen }: Decision, at: Date): Record<string, unknown> {
  const subject = drug.rxnorm || drug.name;
  return {
    card: `panel:${ruleId === '' ? 'test' : ruleId}:${subject}`.slice(0, 200),
    outcome,
    outcomeTimestamp: at.toISOString(),
    ...(outcome === 'accepted' ? { acceptedSuggestions: [{ id: chosen === undefined ? 'advice' : `${chosen.kind}:${chosen.code}` }] } : {}),
    ...(overrideReason === undefined
      ? {}
      : {
          overrideReason: {
            reason: { system: REASON_SYSTEM, code: overrideReason.code, display: overrideReason.display },
            ...(overrideReason.comment === undefined ? {} : { userComment: overrideReason.comment }),
          },
        }),
  };
}

/** True when the service took the decision. An expired token is renewed once. */
export async function sendDecision(base: string, session: DecisionSession, decision: Decision, at: Date): Promise<boolean> {
  const { fhirServer, patientId } = session;
  const send = () =>
    fetch(new URL('feedback', base), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${session.accessToken()}` },
      body: JSON.stringify({ fhirServer, patientId, feedback: [feedbackItem(decision, at)] }),
      credentials: 'omit',
      signal: AbortSignal.timeout(10_000),
    });
  try {
    const first = await send();
    if (first.status !== 401) return first.ok;
    return (await session.renew()) && (await send()).ok;
  } catch {
    return false;
  }
}
