/** A whole page that says what went wrong: plain words, what the other side said as text, and the way on. */
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly detail?: string;
  readonly children?: ReactNode;
}

export function TroublePage({ title, text, detail = '', children }: Props) {
  const { t } = useLanguage();
  return (
    <main className="trouble">
      <p className="trouble-name">{t('app.name')}</p>
      <h1>{title}</h1>
      <p>{text}</p>
      {detail === '' ? null : (
        <p className="trouble-detail">
          {t('trouble.said')} <bdi>{detail}</bdi>
        </p>
      )}
      {children}
    </main>
  );
}
