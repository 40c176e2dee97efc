/** What the reader decides: follow the advice, take another drug, order the test, or override with a reason. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import type { MessageKey } from '../language/en.ts';
import { usePanelActions } from '../shell/panel-context.ts';
import { OverrideForm } from './OverrideForm.tsx';
import { TEST_REASONS, TREATMENT_REASONS, type OverrideReason } from './reasons.ts';
import type { Replaced } from './web-messaging.ts';

export interface ActSubject {
  /** Rule that the decision is about; empty for a missing test. */
  readonly ruleId: string;
  readonly drug: { readonly rxnorm: string; readonly name: string };
  /** Order that an alternative replaces. */
  readonly order: string | undefined;
  /** False where there is only a test to order. */
  readonly advised: boolean;
  /** Drugs to offer instead; each was checked against this patient by the service. */
  readonly alternatives: readonly { readonly name: string; readonly rxnorm: string }[];
  readonly test: { readonly name: string; readonly system: string; readonly code: string; readonly display: string } | null;
}

export function Acts({ subject }: { subject: ActSubject }) {
  const { t } = useLanguage();
  const { canHandBack, decide, proposeDrug, proposeTest } = usePanelActions();
  const [busy, setBusy] = useState(false);
  const [overriding, setOverriding] = useState(false);
  const [said, setSaid] = useState<MessageKey | null>(null);
  const { ruleId, drug, advised, test } = subject;
  const about = { ruleId, drug };

  const run = async (work: () => Promise<MessageKey>) => {
    setBusy(true);
    setSaid(await work());
    setBusy(false);
  };
  const take = (hand: () => Promise<Replaced>, kind: 'alternative' | 'test', code: string) =>
    run(async () => {
      const outcome = await hand();
      if (outcome === 'refused') return 'act.refused';
      if (outcome === 'no-answer') return 'act.no-answer';
      await decide({ ...about, outcome: 'accepted', chosen: { kind, code } });
      if (outcome === 'original-kept') return 'act.original-kept';
      return kind === 'test' ? 'act.test-handed' : 'act.drug-handed';
    });
  const override = (code: OverrideReason, comment: string) => {
    setOverriding(false);
    void run(async () =>
      (await decide({
        ...about,
        outcome: 'overridden',
        overrideReason: { code, display: t(`override.${code}`), ...(comment === '' ? {} : { comment }) },
      }))
        ? 'act.overridden'
        : 'act.not-saved',
    );
  };

  return (
    <>
      <div className="act-buttons">
        {(canHandBack ? subject.alternatives.slice(0, 3) : []).map((other) => (
          <Button
            key={other.name}
            disabled={busy}
            onClick={() => void take(() => proposeDrug(other, subject.order), 'alternative', other.rxnorm)}
          >
            {t('act.use', { drug: other.name })}
          </Button>
        ))}
        {test === null || !canHandBack ? null : (
          <Button disabled={busy} onClick={() => void take(() => proposeTest(test), 'test', test.code)}>
            {t('act.order-test', { gene: test.name })}
          </Button>
        )}
        {advised ? (
          <Button
            variant="default"
            disabled={busy}
            onClick={() => void run(async () => ((await decide({ ...about, outcome: 'accepted' })) ? 'act.accepted' : 'act.not-saved'))}
          >
            {t('act.accept')}
          </Button>
        ) : null}
        {advised || test !== null ? (
          <Button variant="default" disabled={busy} aria-expanded={overriding} onClick={() => setOverriding(!overriding)}>
            {t('act.override')}
          </Button>
        ) : null}
      </div>
      {overriding ? (
        <OverrideForm reasons={advised ? TREATMENT_REASONS : TEST_REASONS} onSend={override} onCancel={() => setOverriding(false)} />
      ) : null}
      <output className="act-said">{said === null ? '' : t(said)}</output>
    </>
  );
}
