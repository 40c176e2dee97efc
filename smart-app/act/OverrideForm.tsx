/** One of five reasons, and words if wanted. Nothing is preselected. */
import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import type { OverrideReason } from './reasons.ts';

interface Props {
  readonly reasons: readonly OverrideReason[];
  readonly onSend: (reason: OverrideReason, comment: string) => void;
  readonly onCancel: () => void;
}

export function OverrideForm({ reasons, onSend, onCancel }: Props) {
  const { t } = useLanguage();
  const id = useId();
  const [reason, setReason] = useState<OverrideReason | null>(null);
  const [comment, setComment] = useState('');
  const [asked, setAsked] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      className="override"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason === null) {
          setAsked(true);
          first.current?.focus();
        } else onSend(reason, comment.trim());
      }}
    >
      <fieldset aria-describedby={asked ? `${id}-error` : undefined}>
        <legend>{t('override.why')}</legend>
        {reasons.map((code, index) => (
          <label key={code} className="choice">
            <input
              ref={index === 0 ? first : undefined}
              type="radio"
              name={id}
              value={code}
              checked={reason === code}
              onChange={() => {
                setReason(code);
                setAsked(false);
              }}
            />
            <span>{t(`override.${code}`)}</span>
          </label>
        ))}
      </fieldset>
      {asked ? (
        <p id={`${id}-error`} className="field-error" role="alert">
          {t('override.choose')}
        </p>
      ) : null}
      <label className="field">
        <span>{t('override.comment')}</span>
        <textarea rows={2} maxLength={500} value={comment} onChange={(event) => setComment(event.target.value)} />
        <span className="muted">{t('override.comment-hint')}</span>
      </label>
      <div className="act-buttons">
        <Button type="submit">{t('override.send')}</Button>
        <Button variant="default" onClick={onCancel}>
          {t('override.cancel')}
        </Button>
      </div>
    </form>
  );
}
