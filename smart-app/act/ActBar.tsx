/** What the reader decides about a drug: follow the advice, take another drug, order the test, or override with a reason. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PanelReport } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import type { MessageKey } from '../language/en.ts';
import { usePanelActions } from '../shell/panel-context.ts';
import { consultNote } from '../view/consult-note.ts';
import type { DrugRow } from '../view/drug-rows.ts';
import { changesTherapy } from '../view/severity.ts';
import { CopyNote } from './CopyNote.tsx';
import { OverrideForm } from './OverrideForm.tsx';
import { TEST_REASONS, TREATMENT_REASONS, type OverrideReason } from './reasons.ts';
import type { HandBack } from './web-messaging.ts';

export function ActBar({ row, report }: { row: DrugRow; report: PanelReport }) {
  const language = useLanguage();
  const { t } = language;
  const { canHandBack, decide, proposeDrug, proposeTest } = usePanelActions();
  const [busy, setBusy] = useState(false);
  const [overriding, setOverriding] = useState(false);
  const [said, setSaid] = useState<MessageKey | null>(null);
  const advice = row.advice.find(({ action }) => changesTherapy(action));
  const [missing] = row.untested;
  const order = advice?.order ?? row.orders[0]?.reference;
  const subject = { ruleId: advice?.ruleId ?? '', drug: { rxnorm: row.rxnorm ?? '', name: row.name } };
  const alternatives = canHandBack ? (advice?.alternatives.filter(({ ok }) => ok).slice(0, 3) ?? []) : [];

  const run = async (work: () => Promise<MessageKey>) => {
    setBusy(true);
    setSaid(await work());
    setBusy(false);
  };
  const take = (hand: () => Promise<HandBack>, kind: 'alternative' | 'test', code: string) =>
    run(async () => {
      const outcome = await hand();
      if (outcome !== 'done') return outcome === 'refused' ? 'act.refused' : 'act.no-answer';
      await decide({ ...subject, outcome: 'accepted', chosen: { kind, code } });
      return kind === 'test' ? 'act.test-handed' : 'act.drug-handed';
    });
  const override = (code: OverrideReason, comment: string) => {
    setOverriding(false);
    void run(async () =>
      (await decide({
        ...subject,
        outcome: 'overridden',
        overrideReason: { code, display: t(`override.${code}`), ...(comment === '' ? {} : { comment }) },
      }))
        ? 'act.overridden'
        : 'act.not-saved',
    );
  };

  return (
    <div className="act screen-only">
      <div className="act-buttons">
        {alternatives.map((drug) => (
          <Button key={drug.name} disabled={busy} onClick={() => void take(() => proposeDrug(drug, order), 'alternative', drug.rxnorm)}>
            {t('act.use', { drug: drug.name })}
          </Button>
        ))}
        {missing === undefined || !canHandBack ? null : (
          <Button disabled={busy} onClick={() => void take(() => proposeTest(missing.test), 'test', missing.test.code)}>
            {t('act.order-test', { gene: missing.gene })}
          </Button>
        )}
        {advice === undefined ? null : (
          <Button
            variant="default"
            disabled={busy}
            onClick={() => void run(async () => ((await decide({ ...subject, outcome: 'accepted' })) ? 'act.accepted' : 'act.not-saved'))}
          >
            {t('act.accept')}
          </Button>
        )}
        {advice === undefined && missing === undefined ? null : (
          <Button variant="default" disabled={busy} aria-expanded={overriding} onClick={() => setOverriding(!overriding)}>
            {t('act.override')}
          </Button>
        )}
      </div>
      {overriding ? (
        <OverrideForm
          reasons={advice === undefined ? TEST_REASONS : TREATMENT_REASONS}
          onSend={override}
          onCancel={() => setOverriding(false)}
        />
      ) : null}
      <output className="act-said">{said === null ? '' : t(said)}</output>
      <CopyNote note={consultNote(row, report, language)} />
    </div>
  );
}
