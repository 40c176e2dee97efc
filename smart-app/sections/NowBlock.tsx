/** What matters now, on top of everything: up to three conflicts, or a plain sentence on what was checked. Never a tick alone. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { PanelReport, ReadReport } from '../data/panel-report.ts';
import { isWithheld } from '../data/unread.ts';
import { useLanguage, type Language } from '../language/language.tsx';
import { SeverityMark } from '../parts/marks.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Drug, ReportText } from '../parts/text.tsx';
import { SectionSkeleton } from '../shell/SectionSkeleton.tsx';
import { actionText } from '../view/action-text.ts';
import { convertersText } from '../view/converters.ts';
import { writeDate } from '../view/dates.ts';
import { missingNames, type DrugRow } from '../view/drug-rows.ts';
import { nameOf, whatMattersNow, type Now, type NowItem } from '../view/now.ts';
import { firstChoice } from '../view/fit-choices.ts';
import { fitConditions, fitKey } from '../view/tumour.ts';
import type { Target } from '../view/target.ts';
import { phenotypesText, phenotypeText } from '../view/phenotype.ts';
import { GeneStatusLine } from './GeneStatusLine.tsx';

/** Drugs that could not be checked and that are named. */
const MOST_OPEN = 4;

interface Props {
  readonly read: ReadReport | null;
  readonly loading: boolean;
  /** The row that a card led to: its drug counts as one of today. */
  readonly focus: Target | null;
  readonly onWhy: (target: Target) => void;
  /** Only the heads, where another section is read. */
  readonly compact: boolean;
  /** True where the genes themselves are read: what each state holds stands below. */
  readonly genesBelow: boolean;
}

export function NowBlock({ read, loading, focus, onWhy, compact, genesBelow }: Props) {
  const { t, code, count } = useLanguage();
  const report = read?.report ?? null;
  const now = useMemo(() => (report === null ? null : whatMattersNow(report, focus)), [report, focus]);
  const ready = read !== null && read.arrived.has('pgx') && read.arrived.has('orders');
  if (!ready || now === null || report === null) {
    return (
      <section className="now" aria-label={t('view.now')}>
        {loading ? <SectionSkeleton rows={1} /> : <p>{t('now.unknown')}</p>}
      </section>
    );
  }
  const clean = now.items.length === 0;
  // A clean bill is given only when everything arrived.
  if (clean && loading) {
    return (
      <section className="now" aria-label={t('view.now')}>
        <SectionSkeleton rows={1} />
      </section>
    );
  }
  const nothingChecked = saysNothingChecked(report, now);
  const withheld = isWithheld(report.warnings);
  const unread = [...new Set([...report.unread.drugs, ...report.unread.results])];
  const notRead = unread.length === 0 ? null : <strong> {t('now.unread', { parts: unread.join(', ') })} </strong>;
  const clears = nothingChecked === null && now.genesKnown > 0 && !now.noRule;
  return (
    <section className={compact ? 'now now-compact' : 'now'} aria-label={t('view.now')}>
      <h2 className="now-title">{t('view.now')}</h2>
      {withheld ? (
        <Notice tone="caution" title={t('now.withheld')}>
          <p>{t('now.withheld.text')}</p>
        </Notice>
      ) : clean ? (
        <p className="now-clean">
          {/* First what is missing: behind "no change advised" it would be read over. */}
          {clears ? notRead : null}
          <OnPaperWhole>
            {(most) => {
              const open = firstNames(now.open, most, t);
              if (nothingChecked !== null) return t(nothingChecked, { open: open === '' ? '' : `: ${open}` });
              if (now.genesKnown === 0) return withoutResults(report, now, open, t);
              if (now.noRule) return t(now.tumour ? 'now.no-rule-genes-tumour' : 'now.no-rule-genes');
              return t(open === '' ? 'now.checked' : 'now.checked-partly', {
                drugs: count('now.drugs', now.drugsChecked),
                genes: count('now.genes', now.genesKnown),
                date: writeDate(report.asOf, code),
                open,
              });
            }}
          </OnPaperWhole>
          {clears ? null : notRead}
        </p>
      ) : (
        <ul className="now-items">
          {now.items.map((item) => (
            <Item key={`${item.target.view}${item.target.key}${item.fit?.drug.name ?? item.note?.name ?? ''}`} item={item} onWhy={onWhy} />
          ))}
        </ul>
      )}
      {now.more.map(({ names, first }) => {
        const said = count('now.more', names.length, { section: t(`view.${first.view}`) });
        return (
          <p key={first.view} className="now-aside now-more">
            <button type="button" className="link-button screen-only" onClick={() => onWhy(first)}>
              {said}
            </button>
            <span className="print-only">
              {said}: {names.join(', ')}
            </span>
          </p>
        );
      })}
      {now.untested.map((row) => (
        <p key={row.key} className="now-aside">
          <SeverityMark severity="note" /> {untestedText(row, t)}{' '}
          <button type="button" className="link-button screen-only" onClick={() => onWhy({ view: 'drugs', key: row.key })}>
            {t('now.why')}
          </button>
        </p>
      ))}
      {genesBelow || (compact && !clean) ? null : <GeneStatusLine status={now.status} onWhy={onWhy} />}
    </section>
  );
}

/** What is missing for a drug of today; a measurement on file that is not interpreted is named, never called untested. */
function untestedText({ name: drug, untested, pending }: DrugRow, t: Language['t']): string {
  const coming = untested.map(({ gene }) => gene).filter((gene) => pending.includes(gene));
  const missing = untested.filter(({ gene, measured }) => measured === undefined && !coming.includes(gene));
  return [
    ...(coming.length === 0 ? [] : [t('now.pending', { drug, genes: [...new Set(coming)].join(', ') })]),
    ...[...new Set(untested.flatMap(({ measured }) => measured ?? []))].map((measured) => t('now.measured', { drug, measured })),
    ...(missing.length === 0 ? [] : [t('now.untested', { drug, genes: missingNames(missing) })]),
  ].join(' ');
}

/** "0 drugs checked: no change advised" would be a clean bill for nothing. Null where something was checked. */
function saysNothingChecked(
  { orders, taken, unread }: PanelReport,
  now: Now,
): 'now.nothing' | 'now.no-orders' | 'now.none-checked' | 'now.drugs-unread' | null {
  if (now.drugsChecked > 0 || now.noRule) return null;
  const none = orders.length === 0 && !taken.some(({ role }) => role === 'current');
  if (none && unread.drugs.length > 0) return 'now.drugs-unread';
  if (none) return now.tumour || now.status.length > 0 ? 'now.no-orders' : 'now.nothing';
  return now.genesKnown > 0 || now.tumour ? 'now.none-checked' : null;
}

/** No gene result that can be used: what that means for the drugs of today, which is nothing where none of them has a gene rule. */
function withoutResults({ unread }: PanelReport, { tumour, noRule }: Now, open: string, t: Language['t']): string {
  if (unread.results.length > 0) return t(noRule ? 'now.no-rule-unread' : 'now.results-unread');
  if (noRule) return t(tumour ? 'now.no-rule-tumour' : 'now.no-rule');
  const said = t(tumour ? 'now.no-results-tumour' : 'now.no-results');
  return open === '' ? said : `${said} ${t('now.open', { open })}`;
}

function Item({ item, onWhy }: { item: NowItem; onWhy: (target: Target) => void }) {
  const { t, code, count, word } = useLanguage();
  const { row, fit, note } = item;
  const advice = fit === null ? row?.advice[0] : undefined;
  // What the card offers, with the condition under which it holds.
  const choice = fit === null ? undefined : firstChoice(fit);
  const name = nameOf(item);
  const act =
    advice !== undefined
      ? actionText(advice, t)
      : note === null
        ? t(fit === null ? 'fit.unrecognised' : fitKey(fit))
        : note.since === undefined
          ? t('tumour.emerging-undated')
          : t('tumour.emerging', { date: writeDate(note.since, code) });
  const [missing] = fit === null || fit === undefined ? [] : fitConditions(fit, t);
  const text = advice?.text ?? missing ?? fit?.because[0] ?? note?.text ?? '';
  return (
    <li className={`now-item now-${row?.severity ?? 'caution'}`}>
      <p className="row-line now-head">
        <SeverityMark severity={row?.severity ?? 'caution'} />
        <span className="row-name">
          <Drug>{name}</Drug>
        </span>
        <span className="row-act">{act}</span>
      </p>
      <p className="now-buttons screen-only">
        <Button variant="default" onClick={() => onWhy(item.target)}>
          {t('now.why')}
          <span className="spoken">
            {' '}
            <Drug>{name}</Drug>
          </span>
        </Button>
      </p>
      {advice === undefined ? null : (
        <p className="now-phenotype">
          <bdi>{phenotypesText(advice.genes, { t, word })}</bdi>
          {advice.phenoconversion
            .filter(({ by }) => by.length > 0)
            .map(({ gene, before, by }) => (
              <span key={gene} className="because">
                {t('now.converted', { gene, by: convertersText(by, { t, count }), before: phenotypeText(before, { t, word }) })}
              </span>
            ))}
        </p>
      )}
      <Beside beside={item.beside} />
      {choice === undefined ? null : (
        <p className="now-choice">
          {t('now.choice', { therapy: choice.names })}
          {choice.setting === undefined ? null : (
            <span className="because">
              <ReportText limit={120}>{choice.setting}</ReportText>
              {choice.settingStanding === undefined ? null : ` · ${t(`setting.${choice.settingStanding}`)}`}
            </span>
          )}
        </p>
      )}
      {text === '' ? null : (
        <p className="now-text">
          <ReportText limit={200}>{text}</ReportText>
        </p>
      )}
    </li>
  );
}

/** What does not lead and must not be lost behind it: an unreadable DPYD beside a finding of the tumour, or the other way round. */
function Beside({ beside: { advice, fit } }: { beside: NowItem['beside'] }) {
  const { t, word } = useLanguage();
  if (advice === null && fit === null) return null;
  return (
    <p className="now-beside">
      {t('now.beside')}{' '}
      <strong>
        {advice === null ? (
          <bdi>{fit === null ? '' : t(fitKey(fit))}</bdi>
        ) : (
          <bdi>
            {actionText(advice, t)} · {phenotypesText(advice.genes, { t, word })}
          </bdi>
        )}
      </strong>
    </p>
  );
}

/** "atorvastatin, metoprolol and 3 more": drugs that could not be checked, as far as no line below names them. */
function firstNames(names: readonly string[], most: number, t: Language['t']): string {
  const first = names.slice(0, most).join(', ');
  return names.length <= most ? first : t('now.more-names', { names: first, n: names.length - most });
}

/** A text with the first names on screen and all of them on paper, where nothing can be opened. */
function OnPaperWhole({ children: say }: { children: (most: number) => string }) {
  const short = say(MOST_OPEN);
  const whole = say(Infinity);
  if (short === whole) return short;
  return (
    <>
      <span className="screen-only">{short}</span>
      <span className="print-only">{whole}</span>
    </>
  );
}
