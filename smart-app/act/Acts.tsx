/** What the reader decides: follow the advice, take another drug, order the test, or override with a reason. */
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { en } from '../language/en.ts';
import { useLanguage } from '../language/language.tsx';
import type { MessageKey } from '../language/en.ts';
import { usePanelActions, type PanelActions } from '../shell/panel-context.ts';
import { OverrideForm } from './OverrideForm.tsx';
import { TEST_REASONS, TREATMENT_REASONS, type OverrideReason } from './reasons.ts';
import type { Replaced } from './web-messaging.ts';

/** Buttons for other drugs; the list below them has the rest. */
const MOST_CHOICES = 3;

/** One drug or a combination, as one button. */
export interface OfferedChoice {
  readonly name: string;
  /** What is drafted. */
  readonly drugs: readonly { readonly name: string; readonly rxnorm: string }[];
  /** True where the drug on order is part of the choice and stays. */
  readonly keepsOrder?: boolean;
  /** What the label asks for and the chart does not show. */
  readonly condition?: string;
}

export interface ActSubject {
  /** Rule that the decision is about; empty for a missing test. */
  readonly ruleId: string;
  readonly drug: { readonly rxnorm: string; readonly name: string };
  /** Order that an alternative replaces. */
  readonly order: string | undefined;
  /** False where there is only a test to order. */
  readonly advised: boolean;
  /** What to offer instead. */
  readonly choices: readonly OfferedChoice[];
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
  // A button that is taken away or switched off while it has the focus would drop a keyboard reader at the top of the page.
  const toggle = useRef<HTMLButtonElement>(null);
  const closeForm = () => {
    setOverriding(false);
    toggle.current?.focus();
  };

  const run = async (work: () => Promise<MessageKey>) => {
    if (busy) return;
    setBusy(true);
    setSaid(await work());
    setBusy(false);
  };
  const take = (hand: () => Promise<Replaced | 'part-only'>, kind: 'alternative' | 'test', code: string) =>
    run(async () => {
      const outcome = await hand();
      if (outcome === 'refused') return 'act.refused';
      if (outcome === 'no-answer') return 'act.no-answer';
      if (outcome === 'part-only') return 'act.part-only';
      await decide({ ...about, outcome: 'accepted', chosen: { kind, code } });
      if (outcome === 'original-kept') return 'act.original-kept';
      if (kind === 'alternative' && isOnList(subject.order)) return 'act.taken-kept';
      return kind === 'test' ? 'act.test-handed' : 'act.drug-handed';
    });
  const override = (code: OverrideReason, comment: string) => {
    closeForm();
    void run(async () =>
      (await decide({
        ...about,
        outcome: 'overridden',
        // One code has one word, whatever the reader's language: figures are counted by both.
        overrideReason: { code, display: en[`override.${code}`], ...(comment === '' ? {} : { comment }) },
      }))
        ? 'act.overridden'
        : 'act.not-saved',
    );
  };

  return (
    <>
      <div className="act-buttons">
        {(canHandBack ? subject.choices.slice(0, MOST_CHOICES) : []).map((choice) => (
          <Button
            key={choice.name}
            aria-disabled={busy}
            onClick={() =>
              void take(
                () => handAll(choice.drugs, choice.keepsOrder === true || isOnList(subject.order) ? undefined : subject.order, proposeDrug),
                'alternative',
                choice.drugs.map(({ rxnorm }) => rxnorm).join('+'),
              )
            }
          >
            {t(choice.keepsOrder === true ? 'act.complete' : 'act.use', { drug: choice.name })}
            {choice.condition === undefined ? null : ` (${t('act.label-asks', { condition: choice.condition })})`}
          </Button>
        ))}
        {test === null || !canHandBack ? null : (
          <Button aria-disabled={busy} onClick={() => void take(() => proposeTest(test), 'test', test.code)}>
            {/* "EGFR testing" names its own kind already. */}
            {t('act.order-test', { gene: test.name.replace(/ test(?:s|ing)?$/i, '') })}
          </Button>
        )}
        {advised ? (
          <Button
            variant="default"
            aria-disabled={busy}
            onClick={() => void run(async () => ((await decide({ ...about, outcome: 'accepted' })) ? 'act.accepted' : 'act.not-saved'))}
          >
            {t('act.accept')}
          </Button>
        ) : null}
        {advised || test !== null ? (
          <Button variant="default" aria-disabled={busy} ref={toggle} aria-expanded={overriding} onClick={() => setOverriding(!overriding)}>
            {t('act.override')}
          </Button>
        ) : null}
      </div>
      {overriding ? <OverrideForm reasons={advised ? TREATMENT_REASONS : TEST_REASONS} onSend={override} onCancel={closeForm} /> : null}
      <output className="act-said">{said === null ? '' : t(said)}</output>
    </>
  );
}

/** True of an entry of the medication list: no order that a draft could replace, it is ended in the EHR. */
function isOnList(record: string | undefined): boolean {
  return record !== undefined && /^Medication(?:Statement|Administration|Dispense)\//.test(record);
}

/** Drafts one after the other; the order that they replace goes with the last, when all the others are there. */
async function handAll(
  drugs: OfferedChoice['drugs'],
  replaces: string | undefined,
  propose: PanelActions['proposeDrug'],
): Promise<Replaced | 'part-only'> {
  for (const [at, drug] of drugs.entries()) {
    const outcome = await propose(drug, at === drugs.length - 1 ? replaces : undefined);
    if (outcome !== 'done') return at > 0 && outcome !== 'original-kept' ? 'part-only' : outcome;
  }
  return 'done';
}
