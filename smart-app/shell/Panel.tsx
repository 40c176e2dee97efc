/** The panel around one report: patient strip, what matters now, the sections, and the foot. One column when narrow, rail and drawer when wide. */
import { Tabs } from '@mantine/core';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { emptyDecision } from '../act/BoardDecision.tsx';
import { DEFAULT_TARGET, type PanelTarget, type View } from '../launch/app-context.ts';
import { useLanguage } from '../language/language.tsx';
import { Notice } from '../parts/Notice.tsx';
import { SectionBoundary } from '../parts/SectionBoundary.tsx';
import { useWide } from '../parts/use-wide.ts';
import { DrugsSection } from '../sections/DrugsSection.tsx';
import { GenesSection } from '../sections/GenesSection.tsx';
import { NowBlock } from '../sections/NowBlock.tsx';
import type { SectionProps } from '../sections/section-props.ts';
import { TumourSection } from '../sections/TumourSection.tsx';
import { useTrials } from '../sections/use-trials.ts';
import { UncheckedSection } from '../sections/UncheckedSection.tsx';
import { usePageStamp } from '../report-document/page-boxes.ts';
import { PrintedFoot } from '../report-document/PrintedFoot.tsx';
import { therapyGroups } from '../view/therapy-groups.ts';
import { resolveTarget, type Target } from '../view/target.ts';
import { unchecked } from '../view/unchecked.ts';
import { ContextStrip } from './ContextStrip.tsx';
import { Foot } from './Foot.tsx';
import { Gaps } from './Gaps.tsx';
import { diedText, type PatientDetails } from './patient-details.ts';
import { SectionSkeleton } from './SectionSkeleton.tsx';
import type { ReportState } from './use-report.ts';
import type { Part, PanelReport, ReadReport } from '../data/panel-report.ts';

/** Fetched when it is asked for: most readers never print. */
const TumourBoardReport = lazy(() =>
  import('../report-document/TumourBoardReport.tsx').then(({ TumourBoardReport: page }) => ({ default: page })),
);

/** Most charts have no prediction. */
const ModelsSection = lazy(() => import('../sections/ModelsSection.tsx').then(({ ModelsSection: page }) => ({ default: page })));

/** Read on a page of its own, seldom first. */
const TrialsSection = lazy(() => import('../sections/TrialsSection.tsx').then(({ TrialsSection: page }) => ({ default: page })));

const TrialChecklist = lazy(() => import('../report-document/TrialChecklist.tsx').then(({ TrialChecklist: page }) => ({ default: page })));

type Page = Exclude<View, 'now'> | 'unchecked' | 'report' | 'checklist';
/** Pages that are a document of their own, made for paper. */
const DOCUMENTS: ReadonlySet<Page> = new Set(['report', 'checklist']);
/** Pages with a title of their own; of the others it is read aloud, and seen on paper: their groups are not those of what matters now. */
const TITLED: ReadonlySet<Page> = new Set([...DOCUMENTS, 'unchecked']);

interface Props {
  readonly state: ReportState;
  readonly patient: PatientDetails;
  readonly notGranted: readonly string[];
  readonly target: PanelTarget;
  readonly allDrugs: boolean;
  readonly onAllDrugs: () => void;
}

/** The part of the report that a page waits for. */
const WAITS_FOR: Readonly<Record<Page, Part | null>> = {
  drugs: 'pgx',
  genes: 'pgx',
  tumour: 'oncology',
  trials: 'trials',
  models: 'predictions',
  unchecked: null,
  report: null,
  checklist: 'trials',
};

export function Panel({ state, patient, notGranted, target, allDrugs, onAllDrugs }: Props) {
  const { t, code } = useLanguage();
  const wide = useWide();
  const read = state.read;
  const [page, setPage] = useState<Page>(target.view === 'now' ? 'drugs' : target.view);
  const [open, setOpen] = useState<Readonly<Partial<Record<Page, string | null>>>>({});
  const [arriving, setArriving] = useState<Target | null>(null);
  const [pending, setPending] = useState<PanelTarget | null>(target.id === undefined ? null : target);

  const [decision] = useState(emptyDecision);
  const [landed, setLanded] = useState(false);
  const [focus, setFocus] = useState<Target | null>(null);
  const go = useCallback((to: Target) => {
    setPage(to.view);
    setOpen((before) => ({ ...before, [to.view]: to.key }));
    setArriving(to);
  }, []);
  useEffect(() => revealTab(page), [page]);
  // Numbers, and with them widths, come with the report.
  useEffect(() => {
    if (!state.loading) revealTab(page);
  }, [page, state.loading]);
  const [shown, setShown] = useState<{ readonly page: Page } | null>(null);
  /** A page chosen from the strip or the foot begins at its beginning. */
  const show = useCallback((name: Page) => {
    setPage(name);
    setShown({ page: name });
  }, []);
  // With the page goes the focus: the next Tab must not lead on from the foot that was left.
  useEffect(() => {
    if (shown === null) return;
    document.getElementById(`sections-panel-${shown.page}`)?.focus({ preventScroll: true });
    document.getElementById('sections')?.scrollIntoView({ block: 'start' });
  }, [shown]);
  const found = pending === null || read === null ? null : resolveTarget(read.report, pending);
  // A draft order is not in the chart: its drug is then looked for among all drugs with a rule.
  const beyondOrders = pending !== null && read !== null && found === null && !state.loading && !allDrugs;
  if (found !== null) {
    setPending(null);
    setFocus(found);
    go(found);
  } else if (pending !== null && read !== null && !state.loading && allDrugs) {
    setPending(null);
  }
  useEffect(() => {
    if (beyondOrders) onAllDrugs();
  }, [beyondOrders, onAllDrugs]);

  usePageStamp(read, patient);
  const trials = useTrials(read?.report ?? null);
  // Without a wish from a card, a chart that has no drug opens at what was found: the tumour, or the genes.
  if (!landed && read !== null && !state.loading) {
    setLanded(true);
    if (target === DEFAULT_TARGET && page === 'drugs') setPage(firstPage(read.report));
  }
  const draft = focus?.view === 'drugs' ? focus.key : null;
  const gaps = useMemo(() => (read === null ? [] : unchecked(read, notGranted, draft)), [read, notGranted, draft]);
  const hasModels = (read?.report.predictions.length ?? 0) > 0;
  const pages: readonly Page[] = ['drugs', 'genes', 'tumour', 'trials', ...(hasModels || page === 'models' ? (['models'] as const) : [])];
  const props = (name: Page): Omit<SectionProps, 'report'> => ({
    open: open[name] ?? null,
    onOpen: (key) => setOpen((before) => ({ ...before, [name]: key })),
    arriving: arriving?.view === name ? arriving.key : null,
    onArrived: () => setArriving(null),
  });
  const body = (name: Page): ReactNode => (
    <SectionBoundary key={name}>
      <PageBody name={name} read={read} loading={state.loading}>
        {(report) => {
          switch (name) {
            case 'drugs':
              return <DrugsSection report={report} {...props(name)} allDrugs={allDrugs} onAllDrugs={onAllDrugs} />;
            case 'genes':
              return <GenesSection report={report} {...props(name)} focus={draft} onAllDrugs={allDrugs ? null : onAllDrugs} />;
            case 'tumour':
              return <TumourSection report={report} {...props(name)} decision={decision} />;
            case 'trials':
              return (
                <Suspense fallback={<SectionSkeleton />}>
                  <TrialsSection report={report} shown={trials} {...props(name)} onChecklist={() => show('checklist')} />
                </Suspense>
              );
            case 'models':
              return (
                <Suspense fallback={<SectionSkeleton />}>
                  <ModelsSection report={report} />
                </Suspense>
              );
            case 'unchecked':
              return <UncheckedSection gaps={gaps} />;
            case 'report':
              return read === null ? null : (
                <Suspense fallback={<SectionSkeleton />}>
                  <TumourBoardReport read={read} patient={patient} gaps={gaps} decision={decision} />
                </Suspense>
              );
            case 'checklist':
              return read === null ? null : (
                <Suspense fallback={<SectionSkeleton />}>
                  <TrialChecklist read={read} patient={patient} shown={trials} onBack={() => show('trials')} />
                </Suspense>
              );
          }
        }}
      </PageBody>
    </SectionBoundary>
  );

  return (
    <div className={wide ? 'panel panel-wide' : 'panel'}>
      <a className="skip screen-only" href="#sections">
        {t('app.skip')}
      </a>
      <ContextStrip patient={patient} read={read} loading={state.loading} gaps={gaps.length} onGaps={() => show('unchecked')} wide={wide} />
      <main aria-label={t('app.title')}>
        <h1 className="spoken">{t('app.title')}</h1>
        {patient.died === undefined ? null : (
          <div className="gaps">
            <Notice tone="caution" title={diedText(patient.died, { t, code })} />
          </div>
        )}
        <Gaps state={state} notGranted={notGranted} />
        {DOCUMENTS.has(page) ? null : (
          <SectionBoundary>
            <NowBlock
              read={read}
              loading={state.loading}
              focus={focus}
              onWhy={go}
              compact={page !== 'drugs'}
              genesBelow={page === 'genes'}
            />
          </SectionBoundary>
        )}
        <Tabs
          id="sections"
          className="sections"
          value={page}
          onChange={(name) => name !== null && setPage(name as Page)}
          orientation={wide ? 'vertical' : 'horizontal'}
          keepMounted={false}
        >
          <Tabs.List aria-label={t('view.sections')} className="screen-only">
            {pages.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`view.${name}`)}
                <PageCount name={name} read={read} />
              </Tabs.Tab>
            ))}
            {wide || page === 'unchecked' ? (
              <Tabs.Tab value="unchecked" className="tab-apart">
                {t('unchecked.title')}
                {state.loading || read === null ? null : <TabNumber n={gaps.length} />}
              </Tabs.Tab>
            ) : null}
            {wide || page === 'report' ? <Tabs.Tab value="report">{t('view.report')}</Tabs.Tab> : null}
            {page === 'checklist' ? <Tabs.Tab value="checklist">{t('view.checklist')}</Tabs.Tab> : null}
          </Tabs.List>
          {[...pages, 'unchecked' as const, 'report' as const, 'checklist' as const].map((name) => (
            <Tabs.Panel key={name} value={name} tabIndex={-1}>
              {name === page && !TITLED.has(name) ? <h2 className="spoken paper-title">{t(`view.${name}`)}</h2> : null}
              {name === page ? body(name) : null}
            </Tabs.Panel>
          ))}
        </Tabs>
      </main>
      {page === 'report' || read === null ? null : <PrintedFoot read={read} gaps={page === 'unchecked' ? [] : gaps} />}
      <Foot read={read} gaps={state.loading || read === null ? null : gaps.length} page={page} onPage={show} wide={wide} />
    </div>
  );
}

/** Beside five others the last tab would lie outside a narrow frame. */
function revealTab(page: Page): void {
  const tab = document.getElementById(`sections-tab-${page}`);
  const list = tab?.parentElement;
  if (tab && list) list.scrollLeft = Math.max(0, tab.offsetLeft + tab.offsetWidth - list.clientWidth);
}

/** Seen as a number, said as "(36)": without the brackets it would run into the name before it. */
function TabNumber({ n }: { n: number }) {
  return (
    <>
      <span className="tab-count" aria-hidden="true">
        {n}
      </span>
      <span className="spoken"> ({n})</span>
    </>
  );
}

/** Draws a page when its part of the report is there; until then its shape, and at the end what is missing. */
function PageBody({
  name,
  read,
  loading,
  children,
}: {
  name: Page;
  read: ReadReport | null;
  loading: boolean;
  children: (report: PanelReport) => ReactNode;
}) {
  const { t } = useLanguage();
  const part = WAITS_FOR[name];
  const there = read !== null && (part === null || read.arrived.has(part));
  if (there) return children(read.report);
  return loading ? <SectionSkeleton /> : <p className="empty">{t('section.missing')}</p>;
}

function PageCount({ name, read }: { name: Page; read: ReadReport | null }) {
  const count = useMemo(() => (read === null ? 0 : countOf(name, read.report)), [name, read]);
  return count === 0 ? null : <TabNumber n={count} />;
}

function countOf(name: Page, report: PanelReport): number {
  if (name === 'tumour') return therapyGroups(report).filter(({ group }) => group !== 'refuted').length;
  if (name === 'trials') return report.trialSearch?.total ?? report.trials.length;
  return name === 'models' ? report.predictions.length : 0;
}

function firstPage({ orders, taken, drugs, untested, tumour, variants, biomarkers, therapies, genes }: PanelReport): Page {
  if (orders.length + drugs.length + untested.length > 0 || taken.some(({ role }) => role === 'current')) return 'drugs';
  if (variants.length + biomarkers.length + therapies.length > 0) return 'tumour';
  if (genes.length > 0) return 'genes';
  return tumour === null ? 'drugs' : 'tumour';
}
