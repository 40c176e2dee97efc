/** Above the trials: how many there are and which are shown, what to find out next for all of them, and the filters. */
import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { TrialQuery } from '../data/fetch-report.ts';
import type { TrialSearch } from '../data/panel-report.ts';
import { useLanguage } from '../language/language.tsx';
import { ReportText } from '../parts/text.tsx';
import type { ShownTrials } from './use-trials.ts';

const VERDICTS = ['eligible', 'possible', 'ineligible'] as const;
const DISTANCES = [50, 100, 250, 500] as const;
/** Data that are seen at once, and with those that unfold. */
const FIRST = 3;
const MOST = 6;

/** How many trials there are for this tumour, by verdict, in the words of the list; a verdict is a filter where trials can be asked for. */
export function TrialCount({ search, shown }: { search: TrialSearch; shown: ShownTrials }) {
  const { t, code } = useLanguage();
  const number = new Intl.NumberFormat(code);
  const chosen = shown.query.verdicts?.[0] ?? null;
  const choose = (verdict: (typeof VERDICTS)[number]) => {
    const { verdicts: _, ...rest } = shown.query;
    shown.filter(chosen === verdict ? rest : { ...rest, verdicts: [verdict] });
  };
  return (
    <section aria-label={t('trials.counts')}>
      <ul className="trial-counts">
        {VERDICTS.map((verdict) => {
          const found = search.found[verdict];
          const words = (
            <>
              <strong>{number.format(found)}</strong> <span>{t(`trials.group.${verdict}`)}</span>
            </>
          );
          return (
            <li key={verdict} data-none={found === 0 ? '' : undefined}>
              {shown.searchable && found > 0 ? (
                <button type="button" aria-pressed={chosen === verdict} disabled={shown.busy} onClick={() => choose(verdict)}>
                  {words}
                </button>
              ) : (
                <p>{words}</p>
              )}
            </li>
          );
        })}
      </ul>
      <p className="muted">
        {t('trials.shown', { shown: number.format(shown.trials.length), total: number.format(search.total) })}{' '}
        {t('trials.known', { known: number.format(search.known) })}
      </p>
    </section>
  );
}

/** What would settle most of what is open in the best trials, the most useful datum first: one line each, for names hold commas. */
export function NextDatumBlock({ search }: { search: TrialSearch }) {
  const { t, count } = useLanguage();
  const next = search.nextDatum;
  if (next === undefined) return null;
  const rest = next.further.slice(FIRST - 1, MOST - 1);
  return (
    <section className="next-datum" aria-labelledby="next-datum-title">
      <p className="next-datum-title" id="next-datum-title">
        {t('trials.next')}
      </p>
      <ol>
        <li>
          <bdi className="next-datum-name">{next.name}</bdi>
          {': '}
          <span className="muted">{t('trials.next-settles', { criteria: next.criteria, trials: next.trials, of: next.of })}</span>
        </li>
        {next.further.slice(0, FIRST - 1).map((datum) => (
          <FurtherDatum key={datum.name} datum={datum} />
        ))}
      </ol>
      {rest.length === 0 ? null : (
        <details>
          <summary>{count('list.more', rest.length)}</summary>
          <ol start={FIRST + 1}>
            {rest.map((datum) => (
              <FurtherDatum key={datum.name} datum={datum} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function FurtherDatum({ datum: { name, criteria } }: { datum: { readonly name: string; readonly criteria: number } }) {
  const { count } = useLanguage();
  return (
    <li>
      <bdi className="next-datum-name">{name}</bdi>
      {': '}
      <span className="muted">{count('trials.settles', criteria)}</span>
    </li>
  );
}

export function TrialFilters({ shown }: { shown: ShownTrials }) {
  const { t, count } = useLanguage();
  const { query, busy, filter } = shown;
  const [text, setText] = useState(query.text ?? '');
  const change = (more: Partial<TrialQuery>, drop: readonly (keyof TrialQuery)[] = []) => {
    const next: Record<string, unknown> = { ...query, ...more };
    for (const name of drop) delete next[name];
    filter(next as TrialQuery);
  };
  const search = (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim().slice(0, 200);
    change(words === '' ? {} : { text: words }, words === '' ? ['text'] : []);
  };
  const active = Object.keys(query).length;
  const verdict = query.verdicts?.[0] ?? '';
  return (
    <details className="trial-filters screen-only">
      <summary>
        {t('trials.filter')} {active === 0 ? null : <span className="filter-count">{count('trials.filters', active)}</span>}
      </summary>
      <form onSubmit={search}>
        <label className="field">
          <span>{t('trials.filter-text')}</span>
          <span className="field-with-button">
            <input type="search" value={text} maxLength={200} onChange={(event) => setText(event.target.value)} />
            <Button type="submit" variant="default" disabled={busy}>
              {t('trials.filter-search')}
            </Button>
          </span>
        </label>
        <label className="field">
          <span>{t('trials.filter-verdict')}</span>
          <select
            value={verdict}
            disabled={busy}
            onChange={(event) => {
              const wanted = VERDICTS.find((name) => name === event.target.value);
              change(wanted === undefined ? {} : { verdicts: [wanted] }, wanted === undefined ? ['verdicts'] : []);
            }}
          >
            <option value="">{t('trials.filter-open')}</option>
            {VERDICTS.map((name) => (
              <option key={name} value={name}>
                {t(`trials.group.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t('trials.filter-distance')}</span>
          <select
            value={query.withinKm ?? ''}
            disabled={busy}
            onChange={(event) => {
              const km = Number(event.target.value);
              change(km > 0 ? { withinKm: km } : {}, km > 0 ? [] : ['withinKm']);
            }}
          >
            <option value="">{t('trials.filter-anywhere')}</option>
            {DISTANCES.map((km) => (
              <option key={km} value={km}>
                {t('trials.filter-km', { km })}
              </option>
            ))}
          </select>
        </label>
        <Check
          label={t('trials.filter-molecular')}
          checked={query.molecularOnly === true}
          disabled={busy}
          onChange={(on) => change(on ? { molecularOnly: true } : {}, on ? [] : ['molecularOnly'])}
        />
        <Check
          label={t('trials.filter-any-status')}
          checked={query.anyStatus === true}
          disabled={busy}
          onChange={(on) => change(on ? { anyStatus: true } : {}, on ? [] : ['anyStatus'])}
        />
        {shown.trialSearch === null || shown.trialSearch.distance === '' ? null : (
          <p className="muted">
            <ReportText>{shown.trialSearch.distance}</ReportText>
          </p>
        )}
        {active === 0 ? null : (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              setText('');
              filter({});
            }}
          >
            {t('trials.filter-clear')}
          </button>
        )}
      </form>
    </details>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onChange: (on: boolean) => void;
}

function Check({ label, checked, disabled, onChange }: CheckProps) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
