/** One therapy with its bases: effect, both tier systems with the reason, the alteration, the tumour match, and the evidence on both sides. */
import type { PanelReport, Therapy } from '../data/panel-report.ts';
import { useLanguage, type Language } from '../language/language.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Cite, Drug, EvidenceList, Genotype, ReportText } from '../parts/text.tsx';
import { cutAtWord, withWrittenDates } from '../view/dates.ts';
import type { TherapyGroup } from '../view/therapy-groups.ts';
import { earlierOf } from '../view/earlier.ts';
import { findingNames, type Findings } from '../view/tumour.ts';

/** Names and bases that one row shows; the rest is counted. */
const MOST_NAMES = 4;
const MOST_BASES = 40;
/** Letters of a label's setting in the head of a row; the whole stands inside. */
const LONGEST_SETTING = 80;

interface Props {
  /** Every basis of the row, the strongest first. */
  readonly matches: readonly Therapy[];
  readonly findings: Findings & Pick<PanelReport, 'earlier'>;
  readonly title: string;
  /** Studied and not confirmed: shown without effect and tier, so that it cannot be read as advice. */
  readonly refuted: boolean;
  /** What the same drugs are said to do in the other direction; neither is to be read alone. */
  readonly opposite: TherapyGroup | null;
}

/** Direction of the effect as word and shape. */
export function EffectMark({ effect }: { effect: Therapy['effect'] }) {
  const { t } = useLanguage();
  const shape = {
    sensitivity: 'M8 2.5 14 13H2z',
    resistance: 'M8 13.5 2 3h12z',
    'reduced-sensitivity': 'M8 13.5 2 3h12z',
    adverse: 'M8 1 15 8l-7 7-7-7z',
    unrecognised: 'M3 7h10v2H3z',
  }[effect];
  return (
    <span className={`mark effect effect-${effect}`}>
      <svg className="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path className={effect === 'reduced-sensitivity' ? 'shape-line' : 'shape-fill'} d={shape} />
      </svg>
      <span className="mark-word">{t(`effect.${effect}`)}</span>
    </span>
  );
}

export function Tiers({ match }: { match: Therapy }) {
  const { t } = useLanguage();
  const escat = escatTier(match.escat);
  return (
    <span className="tiers">
      <span className="tier" data-tier={match.tier}>
        <span className="tier-system">AMP</span> {match.tier || t('tier.none')}
      </span>
      {escat === null ? null : (
        <span className="tier tier-escat">
          <span className="tier-system">ESCAT</span> {escat}
        </span>
      )}
    </span>
  );
}

/** The tier itself (`I-A`) of a tier with its reason; null where it does not begin with one: the reason stands in the details. */
function escatTier(escat: string | undefined): string | null {
  return /^(?:ESCAT\s+)?(?:tier\s+)?((?:IV|V|I{1,3}|X)(?:-?[A-C])?)\b/i.exec(escat ?? '')?.[1] ?? null;
}

export function TherapyHead({ matches, findings, title, refuted, opposite }: Props) {
  const { t, code } = useLanguage();
  const [match] = matches;
  if (match === undefined) return null;
  const names = [...new Set(matches.flatMap((one) => findingNames(one, findings)))];
  return (
    <>
      <span className="row-line">
        {refuted ? <span className="mark effect-unrecognised">{t('therapy.not-confirmed')}</span> : <EffectMark effect={match.effect} />}
        <span className="row-name">
          <Drug>{title}</Drug>
        </span>
      </span>
      <span className="row-line row-sub">
        {refuted ? null : <Tiers match={match} />}
        <Genotype>{names.slice(0, MOST_NAMES).join(', ')}</Genotype>
        {names.length > MOST_NAMES ? <span>{t('evidence.more', { n: names.length - MOST_NAMES })}</span> : null}
        <span>{t(`match.${match.tumourMatch}`)}</span>
        {match.setting === undefined || refuted ? null : (
          <bdi lang={code === 'en' ? undefined : 'en'}>{cutAtWord(match.setting, LONGEST_SETTING)}</bdi>
        )}
        {match.settingStanding === 'against' ? <span className="fit fit-not">{t('setting.against')}</span> : null}
        {match.approved && !refuted && match.resisted === undefined ? <span className="approved">{t('therapy.approved')}</span> : null}
        {match.resisted === undefined ? null : <span className="fit fit-not">{t('therapy.resisted')}</span>}
      </span>
      <GivenBefore match={match} report={findings} />
      {opposite === null ? null : (
        <span className="row-line row-sub">
          <bdi className="therapy-also">{t('therapy.also', { said: oppositeText(opposite, findings, t) })}</bdi>
        </span>
      )}
    </>
  );
}

/** A drug of the row that was given before, and how that ended: beside the therapy, where the next line is chosen. */
export function GivenBefore({ match, report }: { match: Therapy; report: Pick<PanelReport, 'earlier'> }) {
  const { t, code } = useLanguage();
  const before = earlierOf(match.therapy, report);
  if (before.length === 0) return null;
  return (
    <span className="row-line row-sub">
      <bdi className="therapy-also">
        {t('earlier.given')}{' '}
        {before.map(({ drug, said }, index) => (
          <span key={drug.name} lang={code === 'en' ? undefined : 'en'}>
            {index === 0 ? '' : '; '}
            <Drug>{drug.name}</Drug> {withWrittenDates(said, 'en')}
          </span>
        ))}
      </bdi>
    </span>
  );
}

/** "resistance, AMP I-A, EGFR T790M". */
export function oppositeText({ match, matches }: TherapyGroup, findings: Findings, t: Language['t']): string {
  const names = [...new Set(matches.flatMap((one) => findingNames(one, findings)))].slice(0, MOST_NAMES).join(', ');
  return t('therapy.opposite', { effect: t(`effect.${match.effect}`).toLowerCase(), tier: match.tier || t('tier.none'), names });
}

export function TherapyDetail({ matches, findings, title, refuted, opposite }: Props) {
  const { t } = useLanguage();
  return (
    <article className="detail">
      <h2 className="detail-title">
        <Drug>{title}</Drug>
      </h2>
      {refuted ? (
        <p>
          <strong>{t('therapy.not-confirmed-long')}</strong>
        </p>
      ) : null}
      {opposite === null ? null : (
        <Notice tone="note" title={t('therapy.also-long')}>
          <p>{oppositeText(opposite, findings, t)}</p>
        </Notice>
      )}
      {matches.slice(0, MOST_BASES).map((match, index) => (
        <div key={index} className="therapy-basis">
          {matches.length === 1 ? null : <p className="therapy-basis-number">{t('therapy.basis', { n: index + 1, of: matches.length })}</p>}
          <TherapyBasis match={match} findings={findings} refuted={refuted} />
        </div>
      ))}
      {matches.length > MOST_BASES ? <p className="muted">{t('evidence.more', { n: matches.length - MOST_BASES })}</p> : null}
    </article>
  );
}

function TherapyBasis({ match, findings, refuted }: Pick<Props, 'findings' | 'refuted'> & { readonly match: Therapy }) {
  const { t } = useLanguage();
  return (
    <>
      {refuted ? null : (
        <p>
          <EffectMark effect={match.effect} /> <Tiers match={match} />
        </p>
      )}
      {match.resisted === undefined ? null : (
        <Notice tone="caution" title={t('therapy.resisted')}>
          <p>
            <ReportText>{match.resisted}</ReportText>
          </p>
        </Notice>
      )}
      <dl className="facts">
        <dt>{t('therapy.alteration')}</dt>
        <dd>
          {findingNames(match, findings).map((name) => (
            <span key={name} className="fact-line">
              <Genotype>{name}</Genotype>
            </span>
          ))}
        </dd>
        <dt>{t('therapy.tumour')}</dt>
        <dd>{t(`match.${match.tumourMatch}`)}</dd>
        {/* Approval is of a drug that helps: beside resistance or harm, "not approved" would say nothing. */}
        {match.effect !== 'sensitivity' && !match.approved ? null : (
          <>
            <dt>{t('therapy.approval')}</dt>
            <dd>{match.approved ? t('therapy.approved-long') : t('therapy.not-approved')}</dd>
          </>
        )}
        {match.setting === undefined ? null : (
          <>
            <dt>{t('therapy.setting')}</dt>
            <dd>
              <ReportText>{match.setting}</ReportText>
              {match.settingStanding === undefined ? null : <span className="because">{t(`setting.${match.settingStanding}`)}</span>}
            </dd>
          </>
        )}
        <dt>{t('therapy.level')}</dt>
        <dd>{match.level || t('tier.none')}</dd>
        {match.interaction === undefined ? null : (
          <>
            <dt>{t('therapy.given')}</dt>
            <dd>{t(`interaction.${match.interaction}`)}</dd>
          </>
        )}
        <dt>ESCAT</dt>
        <dd>{match.escat === undefined ? t('tier.not-assigned') : <ReportText>{match.escat}</ReportText>}</dd>
      </dl>
      {(match.because ?? []).length === 0 ? null : (
        <>
          <h3 className="step-title">{t('therapy.because')}</h3>
          <ul className="plain-list">
            {(match.because ?? []).map((reason) => (
              <li key={reason}>
                <ReportText>{reason}</ReportText>
              </li>
            ))}
          </ul>
        </>
      )}
      {match.evidence === undefined || match.evidence.length === 0 ? null : (
        <>
          <h3 className="step-title">{t('explain.seen')}</h3>
          <EvidenceList evidence={match.evidence} />
        </>
      )}
      <h3 className="step-title">{t('therapy.sources')}</h3>
      <Sources sources={match.sources} />
      {match.conflicting.length === 0 ? null : (
        <>
          <h3 className="step-title">{t('therapy.conflicting')}</h3>
          <Sources sources={match.conflicting} />
        </>
      )}
    </>
  );
}

function Sources({ sources }: { sources: Therapy['sources'] }) {
  const { t } = useLanguage();
  if (sources.length === 0) return <p className="muted">{t('source.none')}</p>;
  return (
    <ul className="plain-list">
      {sources.slice(0, 30).map((source, index) => (
        <li key={`${source.label}-${index}`}>
          <Cite source={source} />
        </li>
      ))}
      {sources.length > 30 ? <li className="muted">{t('evidence.more', { n: sources.length - 30 })}</li> : null}
    </ul>
  );
}
