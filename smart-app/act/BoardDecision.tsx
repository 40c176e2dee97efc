/**
 * What the board decides, written where the evidence is read. It stays in this page alone: the printed report and the FHIR document carry it,
 * or it is copied into the EHR. Nothing of it is sent or stored.
 */
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { useCopy } from './use-copy.ts';

/** The decision while the page is open. It is no state of the panel: with each letter typed the whole page would be drawn again. */
export interface DecisionText {
  readonly read: () => string;
  readonly write: (text: string) => void;
}

export function emptyDecision(): DecisionText {
  let text = '';
  return {
    read: () => text,
    write: (written) => {
      text = written;
    },
  };
}

/** Room for a careful statement; what is longer is a document of its own. */
const LONGEST = 4000;

export function BoardDecision({ decision }: { decision: DecisionText }) {
  const { t } = useLanguage();
  const [text, setText] = useState(decision.read);
  const { state, setState, field, copy } = useCopy(text);
  const id = useId();
  return (
    <>
      {/* On paper: what was written, and room for a pen. */}
      <p className="decision-box print-only">{text}</p>
      <div className="board screen-only">
        <label className="field">
          <span className="spoken">{t('decision.label')}</span>
          <textarea
            ref={field}
            rows={4}
            maxLength={LONGEST}
            value={text}
            aria-describedby={id}
            onChange={({ target: { value } }) => {
              setState('idle');
              setText(value);
              decision.write(value);
            }}
          />
        </label>
        <p className="muted" id={id}>
          {t('decision.hint')}
        </p>
        <div className="act-buttons">
          <Button variant="default" aria-disabled={text.trim() === ''} onClick={() => (text.trim() === '' ? undefined : void copy())}>
            {t('note.copy')}
          </Button>
          <output className="muted">{state === 'idle' ? '' : t(`note.${state}`)}</output>
        </div>
      </div>
    </>
  );
}

/** The same under its heading, for the page where the evidence is read; empty it is not printed there. */
export function BoardSection({ decision }: { decision: DecisionText }) {
  const { t } = useLanguage();
  return (
    <section className="group board-section" aria-labelledby="board-title">
      <h3 className="group-title" id="board-title">
        {t('doc.decision')}
      </h3>
      <BoardDecision decision={decision} />
    </section>
  );
}
