/** The consult note as text: copied with one press, and selectable where the clipboard is denied. */
import { Button } from '@mantine/core';
import { useLanguage } from '../language/language.tsx';
import { useCopy } from './use-copy.ts';

export function CopyNote({ note }: { note: string }) {
  const { t } = useLanguage();
  const { state, field, copy } = useCopy(note);
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
