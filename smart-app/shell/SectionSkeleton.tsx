/** The shape of a list while it is on its way: shown after 300 ms, so that a fast answer never flickers. */
import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLanguage } from '../language/language.tsx';

export function SectionSkeleton({ rows = 4 }: { rows?: number }) {
  const { t } = useLanguage();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton">
      <output className="spoken">{t('app.loading')}</output>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="skeleton-row" style={{ visibility: shown ? 'visible' : 'hidden' }} aria-hidden="true">
          <Skeleton height={14} width="62%" />
          <Skeleton height={12} width="84%" mt={8} />
        </div>
      ))}
    </div>
  );
}
