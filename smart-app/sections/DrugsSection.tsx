/** The Drugs list: every order and every drug with advice, the most urgent first. */
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Advice, PanelReport } from '../data/panel-report.ts';
import { isWithheld } from '../data/unread.ts';
import { Drug } from '../parts/text.tsx';
import { useLanguage, type Language } from '../language/language.tsx';
import { Explorer, type ExplorerGroup, type ExplorerRow } from '../parts/Explorer.tsx';
import { SeverityMark } from '../parts/marks.tsx';
import { SectionSkeleton } from '../shell/SectionSkeleton.tsx';
import { actionText } from '../view/action-text.ts';
import { drugRows, isOfToday, isUncovered, isUntested, missingNames, type DrugRow } from '../view/drug-rows.ts';
import { findDrugs } from '../view/find-drugs.ts';
import { noneText } from './none-text.ts';
import { DrugDetail } from './DrugDetail.tsx';
import { DrugFinder } from './DrugFinder.tsx';
import { PastDrugs } from './PastDrugs.tsx';
import type { SectionProps } from './section-props.ts';
import { phenotypesText } from '../view/phenotype.ts';
import { asksNothing, fitKey } from '../view/tumour.ts';

/** The pharmacist's view, fetched when it is asked for. */
const DrugGrid = lazy(() => import('./DrugGrid.tsx').then(({ DrugGrid: view }) => ({ default: view })));

/** From so many drugs on, one looks for a name rather than through the list. */
const MANY = 15;

interface Props extends SectionProps {
  /** True when advice for drugs that are not ordered was asked for. */
  readonly allDrugs: boolean;
  readonly onAllDrugs: () => void;
}

export function DrugsSection({ report, open, onOpen, arriving, onArrived, allDrugs, onAllDrugs }: Props) {
  const { t } = useLanguage();
  const all = useMemo(() => drugRows(report), [report]);
  const [text, setText] = useState('');
  const rows = useMemo(() => findDrugs(all, text), [all, text]);
  // A row that is asked for from elsewhere is shown, whatever was looked for before.
  if (arriving !== null && arriving !== undefined && text !== '' && !rows.some(({ key }) => key === arriving)) setText('');
  const [layout, setLayout] = useState<'list' | 'grid'>('list');
  /** The row that the grid led to: it takes the focus when the list is drawn. */
  const [reached, setReached] = useState<string | null>(null);
  const group = (title: string, states: (row: DrugRow) => boolean, hint?: string): ExplorerGroup => ({
    title,
    rows: rows.filter(states).map((row) => toRow(row, report)),
    ...(hint === undefined ? {} : { hint }),
  });
  const needsAct = (row: DrugRow) => row.severity === 'stop' || row.severity === 'caution';
  const groups = [
    group(t('drugs.act'), (row) => isOfToday(row) && needsAct(row)),
    group(t('drugs.note'), (row) => isOfToday(row) && row.severity === 'note'),
    group(t('drugs.unchanged'), (row) => isOfToday(row) && row.mark === 'checked'),
    group(t('drugs.no-rule'), (row) => isOfToday(row) && row.mark === 'no-rule'),
    group(t('drugs.other'), (row) => !isOfToday(row) && !isUntested(row) && !isUncovered(row), t('drugs.other-hint')),
    group(t('drugs.other-untested'), (row) => !isOfToday(row) && isUntested(row), t('drugs.other-untested-hint')),
    group(t('drugs.other-uncovered'), (row) => !isOfToday(row) && isUncovered(row), t('drugs.other-uncovered-hint')),
  ].filter(({ rows: members }) => members.length > 0);
  if (all.length === 0)
    return (
      <div className="empty">
        <p>{noneText('drugs', report, t)}</p>
        {/* Where nothing was read, a list of drugs would be a list of guesses. */}
        {allDrugs || isWithheld(report.warnings) ? null : (
          <button type="button" className="link-button screen-only" onClick={onAllDrugs}>
            {t('drugs.all')}
          </button>
        )}
        <PastDrugs report={report} />
      </div>
    );
  return (
    <>
      <div className="section-tools screen-only">
        <LayoutSwitch layout={layout} onChange={setLayout} />
        {allDrugs ? null : (
          <button type="button" className="link-button" onClick={onAllDrugs}>
            {t('drugs.all')}
          </button>
        )}
      </div>
      {all.length < MANY ? null : <DrugFinder text={text} onText={setText} found={rows.length} all={all.length} />}
      {layout === 'grid' ? (
        <>
          <Suspense fallback={<SectionSkeleton />}>
            <DrugGrid report={report} rows={rows} onOpen={(key) => (setLayout('list'), setReached(key), onOpen(key))} />
          </Suspense>
          <PastDrugs report={report} />
        </>
      ) : (
        <Explorer
          label={t('view.drugs')}
          groups={groups}
          open={open}
          onOpen={onOpen}
          arriving={arriving ?? reached}
          onArrived={() => (setReached(null), onArrived())}
          foot={<PastDrugs report={report} />}
        />
      )}
    </>
  );
}

function LayoutSwitch({ layout, onChange }: { layout: 'list' | 'grid'; onChange: (layout: 'list' | 'grid') => void }) {
  const { t } = useLanguage();
  return (
    <fieldset className="switch" aria-label={t('drugs.layout')}>
      {(['list', 'grid'] as const).map((name) => (
        <button key={name} type="button" aria-pressed={layout === name} onClick={() => onChange(name)}>
          {t(`drugs.layout.${name}`)}
        </button>
      ))}
    </fieldset>
  );
}

function toRow(row: DrugRow, report: PanelReport): ExplorerRow {
  return {
    key: row.key,
    tone: row.severity,
    label: row.name,
    head: <DrugHead row={row} />,
    detail: <DrugDetail row={row} report={report} />,
  };
}

/** Two lines: severity, drug and act; then phenotype or why there is no advice. */
function DrugHead({ row }: { row: DrugRow }) {
  const { t } = useLanguage();
  const [fit] = row.fits;
  return (
    <>
      <span className="row-line">
        <SeverityMark severity={row.mark} />
        <span className="row-name">
          <Drug>{row.name}</Drug>
        </span>
      </span>
      <span className="row-line row-sub">
        {fit === undefined || (row.advice.length > 0 && asksNothing(fit)) ? null : <span className="row-act">{t(fitKey(fit))}</span>}
        <RowState row={row} />
        {row.pending.length === 0 ? null : <span>{t('drugs.pending', { genes: row.pending.join(', ') })}</span>}
      </span>
    </>
  );
}

/** "SLCO1B1" beside "Not tested", and no second time that it is not known; a known result beside a missing one is told from it. */
function coveredGenes({ coverage, genes }: Advice, words: Pick<Language, 't' | 'word'>): string {
  const unknown = coverage !== null && genes.every(({ phenotype }) => phenotype === null);
  return unknown ? genes.map(({ gene }) => gene).join(', ') : phenotypesText(genes, words);
}

/** The advice and its phenotypes; without one what the tumour's label asks for, or why nothing was checked. */
function RowState({ row }: { row: DrugRow }) {
  const { t, word } = useLanguage();
  const [advice] = row.advice;
  const [fit] = row.fits;
  // "Not tested" beside a result on its way would ask for the test again.
  const missing = advice?.coverage === 'not-tested' ? advice.genes.filter(({ gene }) => !row.pending.includes(gene)) : advice?.genes;
  if (missing?.length === 0 && row.pending.length > 0) return null;
  if (advice !== undefined)
    return (
      <>
        <span className="row-act">{actionText(advice, t)}</span>
        {advice.coverage === 'not-covered' ? null : <bdi>{coveredGenes({ ...advice, genes: [...(missing ?? [])] }, { t, word })}</bdi>}
      </>
    );
  if (fit !== undefined) return fit.biomarker === undefined ? null : <bdi>{t('fit.asks', { biomarker: fit.biomarker })}</bdi>;
  if (row.state === 'untested' && row.untested.every(({ gene }) => row.pending.includes(gene))) return null;
  // The mark and the group say it already.
  if (row.state === 'checked') return null;
  return <span>{t(`drugs.state.${row.state}`, { genes: missingNames(row.untested) })}</span>;
}
