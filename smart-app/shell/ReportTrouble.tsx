/** No report at all: what happened, what it means, and what can be done. */
import { Button } from '@mantine/core';
import type { FetchFault } from '../data/fetch-report.ts';
import { useLanguage } from '../language/language.tsx';
import { TroublePage } from '../parts/TroublePage.tsx';

export function ReportTrouble({ fault, onRetry }: { fault: FetchFault; onRetry: () => void }) {
  const { t } = useLanguage();
  const kind = fault.kind === 'expired' ? 'not-permitted' : fault.kind;
  return (
    <TroublePage title={t(`fault.${kind}`)} text={t(`fault.${kind}.text`)} detail={fault.detail}>
      {kind === 'wrong-patient' || kind === 'not-permitted' ? null : <Button onClick={onRetry}>{t('gaps.retry')}</Button>}
    </TroublePage>
  );
}
