/** Keeps one broken part from taking the page with it. What failed is said in its place. */
import { Component, type ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';
import { Notice } from './Notice.tsx';

export class SectionBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useLanguage();
  return (
    <Notice tone="caution" title={t('broken.title')}>
      <p>{t('broken.text')}</p>
    </Notice>
  );
}
