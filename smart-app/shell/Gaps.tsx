/** Banners for what could not be read, naming the part of the chart and what that means. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ChartSource } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { Notice } from '../parts/Notice.tsx';
import type { ReportState } from './use-report.ts';

export function Gaps({ state, notGranted }: { state: ReportState; notGranted: readonly string[] }) {
  const { t } = useLanguage();
  const [asked, setAsked] = useState(0);
  const { read, loading, partial, retry } = state;
  const failed =
    read?.sources.filter(({ state: source }) => source === 'failed' || source === 'incomplete' || source === 'unrecognised') ?? [];
  return (
    <div className="gaps" aria-live="polite">
      {loading ? (
        <SlowNotice
          key={asked}
          nothing={read === null || read.arrived.size === 0}
          retry={() => {
            setAsked(asked + 1);
            retry();
          }}
        />
      ) : null}
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
            {byReason(failed).map(({ parts, why, incomplete }) => (
              <li key={parts}>
                {t(incomplete ? 'gaps.incomplete' : 'gaps.failed', { part: parts })}
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

/** Parts that failed for the same reason in one line: a session that ends fails a dozen of them. */
function byReason(
  failed: readonly ChartSource[],
): readonly { readonly parts: string; readonly why: string; readonly incomplete: boolean }[] {
  const reasons = new Map<string, ChartSource[]>();
  for (const source of failed) {
    const reason = `${source.state === 'incomplete'}|${source.why}`;
    reasons.set(reason, [...(reasons.get(reason) ?? []), source]);
  }
  return [...reasons.values()].map((group) => ({
    parts: group.map(({ label }) => label).join(', '),
    why: group[0]?.why ?? '',
    incomplete: group[0]?.state === 'incomplete',
  }));
}

/** From three seconds into a wait a line says so; from ten on it is a notice with a way out, and the page goes on waiting. */
function SlowNotice({ nothing, retry }: { nothing: boolean; retry: () => void }) {
  const { t } = useLanguage();
  const [waited, setWaited] = useState<'short' | 'long' | 'very-long'>('short');
  useEffect(() => {
    const timers = [setTimeout(() => setWaited('long'), 3000), setTimeout(() => setWaited('very-long'), 10_000)];
    return () => timers.forEach(clearTimeout);
  }, []);
  if (waited === 'short') return null;
  if (waited === 'long') return <p className="waiting">{t('gaps.waiting')}</p>;
  return (
    <Notice
      tone="note"
      title={t('gaps.slow')}
      actions={
        <Button variant="default" onClick={retry}>
          {t('gaps.retry')}
        </Button>
      }
    >
      <p>{t(nothing ? 'gaps.slow-nothing' : 'gaps.partial')}</p>
    </Notice>
  );
}
