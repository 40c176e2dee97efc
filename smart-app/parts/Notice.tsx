/** A dated note, a gap in the data, a failure: one quiet block with a word, a shape and what it means for the reader. */
import type { ReactNode } from 'react';
import type { Severity } from '../view/severity.ts';
import { SeverityMark } from './marks.tsx';

interface Props {
  readonly tone: Severity;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

export function Notice({ tone, title, children, actions }: Props) {
  return (
    <div className={`notice notice-${tone}`}>
      <p className="notice-title">
        <SeverityMark severity={tone} /> <strong>{title}</strong>
      </p>
      {children === undefined ? null : <div className="notice-text">{children}</div>}
      {actions === undefined ? null : <div className="notice-actions">{actions}</div>}
    </div>
  );
}
