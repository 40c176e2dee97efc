/** Everything that was not checked, in one list, with the reason. */
import { useLanguage } from '../language/language.tsx';
import { ReportText } from '../parts/text.tsx';
import type { Gap } from '../view/unchecked.ts';

export function UncheckedSection({ gaps }: { gaps: readonly Gap[] }) {
  const { t } = useLanguage();
  return (
    <article className="detail unchecked">
      <h2 className="detail-title">{t('unchecked.title')}</h2>
      <p>{gaps.length === 0 ? t('unchecked.none') : t('unchecked.intro')}</p>
      <ul className="gap-list">
        {gaps.slice(0, 500).map((gap, index) => (
          <GapLine key={`${gap.kind}-${gap.subject}-${index}`} gap={gap} />
        ))}
      </ul>
      {gaps.length > 500 ? <p className="muted">{t('evidence.more', { n: gaps.length - 500 })}</p> : null}
    </article>
  );
}

export function GapLine({ gap }: { gap: Gap }) {
  const { t } = useLanguage();
  return (
    <li className="gap">
      <strong>{gap.kind === 'warning' ? warningTitle(gap.subject, t) : t(`gap.${gap.kind}`, { subject: gap.subject })}</strong>{' '}
      {(gap.kind === 'not-tested' || gap.kind === 'not-what-is-asked') && gap.text !== '' ? (
        t('gap.would-matter', { drugs: gap.text })
      ) : (
        <ReportText>{gap.text}</ReportText>
      )}
      {gap.reference === undefined ? null : <code className="reference">{gap.reference}</code>}
    </li>
  );
}

const KNOWN = [
  'wrong-patient',
  'not-final',
  'conflict',
  'unparsed',
  'unknown-drug',
  'stale',
  'missing',
  'trials',
  'not-used',
  'implausible',
  'unit',
  'consent',
] as const;

function warningTitle(code: string, t: ReturnType<typeof useLanguage>['t']): string {
  const known = KNOWN.find((name) => name === code);
  return t(`warning.${known ?? 'other'}`);
}
