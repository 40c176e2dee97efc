/** Banners for what could not be read, naming the part of the chart and what that means. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { Notice } from '../parts/Notice.tsx';
import type { ReportState } from './use-report.ts';

export function Gaps({ state, notGranted }: { state: ReportState; notGranted: readonly string[] }) {
  const { t } = useLanguage();
  const { read, loading, partial, retry } = state;
  const failed =
    read?.sources.filter(({ state: source }) => source === 'failed' || source === 'incomplete' || source === 'unrecognised') ?? [];
  return (
    <div className="gaps" aria-live="polite">
      {loading ? <SlowNotice /> : null}
      {partial === null ? null : (
        <Notice
          tone="caution"
          title={t(partial.kind === 'too-slow' ? 'gaps.too-slow' : 'gaps.stopped')}
          actions={
            <Button variant="default" onClick={retry}>
              {t('gaps.retry')}
            </Button>
          }
        >
          <p>{t('gaps.partial')}</p>
        </Notice>
      )}
      {failed.length === 0 && notGranted.length === 0 ? null : (
        <Notice tone="caution" title={t('gaps.title')}>
          <ul>
            {failed.map(({ key, label, why, state: source }) => (
              <li key={key || label}>
                {source === 'incomplete' ? t('gaps.incomplete', { part: label }) : t('gaps.failed', { part: label })}
                {why === '' ? null : <span className="muted"> ({why})</span>}
              </li>
            ))}
            {notGranted.length === 0 ? null : <li>{t('gaps.not-granted', { types: notGranted.join(', ') })}</li>}
          </ul>
        </Notice>
      )}
    </div>
  );
}

/** True three seconds into a wait (ux: "still waiting for laboratory results"). */
function SlowNotice() {
  const { t } = useLanguage();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 3000);
    return () => clearTimeout(timer);
  }, []);
  return slow ? <p className="waiting">{t('gaps.waiting')}</p> : null;
}
