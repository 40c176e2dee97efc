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
      <GapText gap={gap} />
      {gap.reference === undefined ? null : <code className="reference">{gap.reference}</code>}
    </li>
  );
}

/** What is known about a gap, in the words of its kind. */
function GapText({ gap: { kind, text } }: { gap: Gap }) {
  const { t, count } = useLanguage();
  if (text === '') return null;
  if (kind === 'not-tested' || kind === 'not-what-is-asked') return t('gap.would-matter', { drugs: text });
  if (kind === 'source-incomplete') return count('gap.read', Number(text));
  if (kind === 'source-failed')
    return (
      <span className="muted">
        (<ReportText>{text}</ReportText>)
      </span>
    );
  return <ReportText>{text}</ReportText>;
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
