/**
 * What the board decides, written where the evidence is read. It stays in this page alone: the printed report and the FHIR document carry it,
 * or it is copied into the EHR. Nothing of it is sent or stored.
 */
import { Button } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useLanguage } from '../language/language.tsx';

export interface Decided {
  readonly decision: string;
  readonly onDecision: (text: string) => void;
}

/** Room for a careful statement; what is longer is a document of its own. */
const LONGEST = 4000;

export function BoardDecision({ decision, onDecision }: Decided) {
  const { t } = useLanguage();
  const [state, setState] = useState<'idle' | 'copied' | 'denied'>('idle');
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(decision);
      setState('copied');
    } catch {
      setState('denied');
      field.current?.select();
    }
  };
  return (
    <>
      {/* On paper: what was written, and room for a pen. */}
      <p className="decision-box print-only">{decision}</p>
      <div className="board screen-only">
        <label className="field">
          <span className="spoken">{t('decision.label')}</span>
          <textarea
            ref={field}
            rows={4}
            maxLength={LONGEST}
            value={decision}
            aria-describedby={id}
            onChange={(event) => (setState('idle'), onDecision(event.target.value))}
          />
        </label>
        <p className="muted" id={id}>
          {t('decision.hint')}
        </p>
        <div className="act-buttons">
          <Button
            variant="default"
            aria-disabled={decision.trim() === ''}
            onClick={() => (decision.trim() === '' ? undefined : void copy())}
          >
            {t('note.copy')}
          </Button>
          <output className="muted">{state === 'idle' ? '' : t(`note.${state}`)}</output>
        </div>
      </div>
    </>
  );
}
