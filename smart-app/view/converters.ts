/** The drugs behind a changed phenotype, each with what decides how much it counts: drafted only, or stopped some days ago. */
import type { Converter } from '../data/panel-report.ts';
import type { Language } from '../language/language.tsx';

export function convertersText(by: readonly Converter[], { t, count }: Pick<Language, 't' | 'count'>): string {
  return by
    .map(({ name, draft, stoppedDaysAgo }) =>
      stoppedDaysAgo !== undefined
        ? count('converter.stopped', stoppedDaysAgo, { drug: name })
        : draft
          ? t('converter.draft', { drug: name })
          : name,
    )
    .join(', ');
}
