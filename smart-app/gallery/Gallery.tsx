/** Every component in every state. `?only=NAME` shows one; `?wide` is up to the window. */
import { Button } from '@mantine/core';
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { OverrideForm } from '../act/OverrideForm.tsx';
import { TREATMENT_REASONS } from '../act/reasons.ts';
import { FetchFault, type FaultKind } from '../data/fetch-report.ts';
import type { PanelReport, ReadReport } from '../data/panel-report.ts';
import { readReport } from '../data/read-report.ts';
import type { PanelTarget } from '../launch/app-context.ts';
import { LaunchTrouble } from '../launch/LaunchTrouble.tsx';
import { LaunchProblem, type LaunchProblemKind } from '../launch/problem.ts';
import { ResultChip, SeverityMark, VerdictMark } from '../parts/marks.tsx';
import { Notice } from '../parts/Notice.tsx';
import { SectionBoundary } from '../parts/SectionBoundary.tsx';
import { Genotype, ReportText } from '../parts/text.tsx';
import { EffectMark } from '../sections/TherapyRow.tsx';
import { useTrials } from '../sections/use-trials.ts';
import { Panel } from '../shell/Panel.tsx';
import { PanelContext, type PanelActions } from '../shell/panel-context.ts';
import { ReportTrouble } from '../shell/ReportTrouble.tsx';
import { SectionSkeleton } from '../shell/SectionSkeleton.tsx';
import type { ReportState } from '../shell/use-report.ts';
import { hostileReport, largeReport } from './hostile.ts';
import { fullReport, syntheticReads } from './synthetic-reports.ts';

const TrialChecklist = lazy(() => import('../report-document/TrialChecklist.tsx').then(({ TrialChecklist: page }) => ({ default: page })));

const obliging: PanelActions = {
  canHandBack: true,
  decide: async () => true,
  proposeDrug: async () => 'done',
  proposeTest: async () => 'done',
  // Filters by verdict and words as the service would, over the trials of the full report.
  findTrials: async ({ verdicts, text = '' }) => {
    const { trials, trialSearch } = readReport(fullReport).report;
    const found = trials.filter(
      ({ verdict, title }) =>
        (verdicts === undefined || verdicts.some((wanted) => wanted === verdict)) && title.toLowerCase().includes(text.toLowerCase()),
    );
    return { trials: found, trialSearch: trialSearch === null ? null : { ...trialSearch, total: found.length } };
  },
};

const patient = {
  id: 'synthetic-1',
  name: 'Ada Example (synthetic)',
  initials: 'AE',
  birthDate: '1961-05-14',
  sex: 'female',
  mrn: '000-123',
  banner: true,
};
const LAUNCH_KINDS: readonly LaunchProblemKind[] = [
  'no-configuration',
  'no-issuers',
  'issuer-not-listed',
  'incomplete-launch',
  'discovery-failed',
  'no-pkce',
  'denied',
  'mixed-up',
  'lost-session',
  'token-failed',
  'no-patient',
  'expired',
];
const FAULTS: readonly FaultKind[] = ['not-permitted', 'busy', 'service', 'unreadable', 'offline', 'too-slow', 'wrong-patient'];

function state(read: ReadReport | null, more: Partial<ReportState> = {}): ReportState {
  return { read, loading: false, fault: null, partial: null, retry: () => undefined, ...more };
}

function PanelOf({
  report,
  view = 'drugs',
  id,
  notGranted = [],
  banner = true,
}: {
  report: ReportState;
  view?: PanelTarget['view'];
  id?: string;
  notGranted?: readonly string[];
  banner?: boolean;
}) {
  const [all, setAll] = useState(false);
  return (
    <PanelContext value={obliging}>
      <Panel
        state={report}
        patient={{ ...patient, banner }}
        notGranted={notGranted}
        target={id === undefined ? { view } : { view, id }}
        allDrugs={all}
        onAllDrugs={() => setAll(true)}
      />
    </PanelContext>
  );
}

/** The checklist of the first trials, as it is printed for the patient's folder. */
function ChecklistOf({ read }: { read: ReadReport }) {
  const shown = useTrials(read.report);
  return (
    <main className="panel" aria-label="Checklist">
      <h1 className="spoken">Checklist</h1>
      <Suspense fallback={<SectionSkeleton />}>
        <TrialChecklist read={read} patient={patient} shown={shown} onBack={() => undefined} />
      </Suspense>
    </main>
  );
}

function Marks() {
  return (
    <div className="gallery-marks">
      <p>
        {(['stop', 'caution', 'note', 'checked'] as const).map((severity) => (
          <SeverityMark key={severity} severity={severity} />
        ))}
      </p>
      <p>
        {(['normal', 'actionable', 'not-tested', 'pending', 'unreadable', 'conflict', 'stale', 'variant', 'unclassed'] as const).map(
          (name) => (
            <ResultChip key={name} state={name} />
          ),
        )}
      </p>
      <p>
        {(['met', 'not-met', 'unknown', 'unrecognised'] as const).map((verdict) => (
          <VerdictMark key={verdict} verdict={verdict} />
        ))}
      </p>
      <p>
        {(['sensitivity', 'resistance', 'reduced-sensitivity', 'adverse', 'unrecognised'] as const).map((effect) => (
          <EffectMark key={effect} effect={effect} />
        ))}
      </p>
      <p>
        <Genotype>*1/*2x2</Genotype> <Genotype>*57:01</Genotype> <Genotype>c.2573T&gt;G</Genotype>{' '}
        <ReportText limit={40}>{'A long text that folds. '.repeat(8)}</ReportText>
      </p>
      <p>
        <Button>Primary</Button> <Button variant="default">Default</Button> <Button disabled>Disabled</Button>
      </p>
      {(['stop', 'caution', 'note', 'checked'] as const).map((tone) => (
        <Notice key={tone} tone={tone} title="A notice">
          <p>What it means for the reader.</p>
        </Notice>
      ))}
      <OverrideForm reasons={TREATMENT_REASONS} onSend={() => undefined} onCancel={() => undefined} />
      <SectionBoundary>
        <Fails />
      </SectionBoundary>
      <SectionSkeleton rows={2} />
    </div>
  );
}

function Fails(): ReactNode {
  throw new Error('A part that cannot be drawn');
}

/** Everything that can be shown; `read` builds large reports only when they are looked at. */
function stories(): Readonly<Record<string, () => ReactNode>> {
  const { full: fullRead } = syntheticReads;
  const of = (name: string) => state(syntheticReads[name] ?? null);
  const whole = (report: unknown) => state(readReport({ ...(report as PanelReport), complete: true }));
  return {
    marks: () => <Marks />,
    drugs: () => <PanelOf report={of('full')} />,
    'drugs-open': () => <PanelOf report={of('full')} id="cpic-cyp2c19-clopidogrel-pm-acs" />,
    'drugs-converted': () => <PanelOf report={of('full')} id="codeine" />,
    'drugs-untested': () => <PanelOf report={of('full')} id="fluorouracil" />,
    'rare-label-caution': () => <PanelOf report={of('rare')} id="codeine" />,
    'rare-stopped-inhibitor': () => <PanelOf report={of('rare')} id="metoprolol" />,
    'rare-fallback-kept': () => <PanelOf report={of('rare')} id="atomoxetine" />,
    'rare-result-on-its-way': () => <PanelOf report={of('rare')} id="capecitabine" />,
    'rare-partner-missing': () => <PanelOf report={of('rare')} id="encorafenib" />,
    'rare-genes': () => <PanelOf report={of('rare')} view="genes" id="DPYD" />,
    'no-banner': () => <PanelOf report={of('full')} banner={false} />,
    genes: () => <PanelOf report={of('full')} view="genes" />,
    'genes-conflict': () => <PanelOf report={of('full')} view="genes" id="TPMT" />,
    tumour: () => <PanelOf report={of('full')} view="tumour" />,
    'tumour-open': () => <PanelOf report={of('full')} view="tumour" id="osimertinib" />,
    'tumour-annotated': () => <PanelOf report={of('annotated')} view="tumour" />,
    'tumour-opposites': () => <PanelOf report={of('opposites')} view="tumour" id="trastuzumab" />,
    'tumour-two-primaries': () => <PanelOf report={of('twoPrimaries')} view="tumour" />,
    'tumour-crowded': () => <PanelOf report={of('crowded')} view="tumour" />,
    trials: () => <PanelOf report={of('full')} view="trials" />,
    'trials-open': () => <PanelOf report={of('full')} view="trials" id="NCT00000101" />,
    'trials-checklist': () => (
      <PanelContext value={obliging}>{fullRead === undefined ? null : <ChecklistOf read={fullRead} />}</PanelContext>
    ),
    models: () => <PanelOf report={of('full')} view="models" />,
    'state-loading': () => <PanelOf report={state(null, { loading: true })} />,
    'state-arriving': () => <PanelOf report={state(syntheticReads.arriving ?? null, { loading: true })} />,
    'state-nothing-actionable': () => <PanelOf report={of('nothingActionable')} />,
    'state-not-tested': () => <PanelOf report={of('notTested')} />,
    'state-conflict': () => <PanelOf report={of('conflict')} view="genes" />,
    'state-stale': () => <PanelOf report={of('stale')} view="genes" />,
    'state-partial': () => <PanelOf report={of('partial')} notGranted={['MedicationStatement']} />,
    'state-stopped': () => <PanelOf report={state(syntheticReads.stopped ?? null, { partial: new FetchFault('service') })} view="trials" />,
    'state-consent': () => <PanelOf report={of('consent')} />,
    'state-empty': () => <PanelOf report={of('empty')} />,
    'state-hostile': () => <PanelOf report={whole(hostileReport)} />,
    'state-hostile-genes': () => <PanelOf report={whole(hostileReport)} view="genes" />,
    'state-hostile-tumour': () => <PanelOf report={whole(hostileReport)} view="tumour" />,
    'state-large': () => <PanelOf report={whole(largeReport())} view="trials" />,
    'state-large-tumour': () => <PanelOf report={whole(largeReport())} view="tumour" />,
    ...Object.fromEntries(
      LAUNCH_KINDS.map((kind) => [
        `launch-${kind}`,
        () => <LaunchTrouble problem={new LaunchProblem(kind, kind === 'denied' ? 'access_denied: <b>The user said no</b>' : '')} />,
      ]),
    ),
    ...Object.fromEntries(
      FAULTS.map((kind) => [`fault-${kind}`, () => <ReportTrouble fault={new FetchFault(kind)} onRetry={() => undefined} />]),
    ),
  };
}

export function Gallery() {
  const all = useMemo(() => stories(), []);
  const only = new URLSearchParams(window.location.search).get('only');
  const story = only === null ? undefined : all[only];
  if (story !== undefined) return story();
  return (
    <main className="trouble">
      <h1>Genehook components</h1>
      <p>Every part in every state, from synthetic reports. Each opens alone, at the width of the window.</p>
      <ul className="gallery-list">
        {Object.keys(all).map((name) => (
          <li key={name}>
            <a href={`?only=${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}
