/** The consult note as text: copied with one press, and selectable where the clipboard is denied. */
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useLanguage } from '../language/language.tsx';

export function CopyNote({ note }: { note: string }) {
  const { t } = useLanguage();
  const [state, setState] = useState<'idle' | 'copied' | 'denied'>('idle');
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(note);
      setState('copied');
    } catch {
      setState('denied');
      field.current?.select();
    }
  };
  return (
    <details className="note">
      <summary>{t('note.title')}</summary>
      <textarea ref={field} readOnly rows={Math.min(14, note.split('\n').length + 1)} value={note} aria-label={t('note.title')} />
      <div className="act-buttons">
        <Button variant="default" onClick={() => void copy()}>
          {t('note.copy')}
        </Button>
        <output className="muted">{state === 'idle' ? '' : t(`note.${state}`)}</output>
      </div>
    </details>
  );
}
