import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { FetchFault, type TrialQuery } from '../data/fetch-report.ts';
import { readReport } from '../data/read-report.ts';
import { fullReport, syntheticReads } from '../gallery/synthetic-reports.ts';
// Loaded beforehand, so that no busy machine makes the page wait for them.
import '../report-document/TrialChecklist.tsx';
import './TrialsSection.tsx';
import { showPanel } from '../testing/dom.tsx';

const full = syntheticReads.full ?? null;
const { report } = readReport(fullReport);

/** The page is fetched when it is asked for: it is there when its shape is gone. */
async function showTrials(...given: Parameters<typeof showPanel>): Promise<void> {
  showPanel(...given);
  await waitFor(() => expect(screen.queryByText('Loading')).toBeNull(), { timeout: 60_000 });
}

describe('no trial', () => {
  const none = { variants: [], biomarkers: [], therapies: [] };
  const shown = async (more: object) => {
    await showTrials(readReport({ trials: [], oncology: { tumour: null, ...none }, complete: true, ...more }), { view: 'trials' });
    return screen.getByRole('tabpanel').textContent ?? '';
  };
  it('without a tumour none was looked for, which is not "none was matched"', async () =>
    expect(await shown({})).toContain('No active tumour is on file, so trials were not looked for.'));
  it('where the diagnoses could not be read, it is said of neither', async () => {
    const text = await shown({ sources: [{ key: 'conditions', label: 'diagnoses', state: 'failed', why: 'not permitted' }] });
    expect(text).toContain('Nothing can be said here. Not read, or only in part: diagnoses.');
  });
  it('with a tumour none was matched', async () => {
    const { tumour } = fullReport.oncology;
    expect(await shown({ oncology: { tumour, ...none } })).toContain('No trial was matched.');
  });
});

describe('trials', () => {
  it('say how many there are, what to find out next for all, and for each trial', async () => {
    await showTrials(full, { view: 'trials' });
    const counts = within(screen.getByRole('region', { name: 'Trials by verdict' })).getAllByRole('listitem');
    expect(counts.map(({ textContent }) => textContent)).toEqual([
      '1 Nothing speaks against it',
      '38 Worth asking',
      '112 A criterion is not met',
    ]);
    expect(screen.getByText(/Trials known in all: 14,210/)).toBeTruthy();
    const next = within(screen.getByRole('region', { name: 'To find out first' })).getAllByRole('listitem');
    expect(next.map(({ textContent }) => textContent)).toEqual([
      'ECOG performance status: settles 14 open criteria in 9 of the 20 best trials',
      'brain imaging: settles 6 criteria',
      'creatinine clearance: settles 4 criteria',
    ]);
    const row = screen.getByRole('button', { name: /Fourth-generation/ });
    expect(row.textContent).toMatch(/Leiden, Netherlands, 34 km.*2 met, 0 not met, 2 to check.*ask: ECOG performance status/);
  });

  it('a trial shows treatment, nearest site, registry day and each criterion with its reason', async () => {
    await showTrials(full, { view: 'trials', id: 'NCT00000101' });
    expect(screen.getByText('North Cancer Centre · Leiden, Netherlands, 34 km')).toBeTruthy();
    expect(screen.getByText('Registry content of 14 Nov 2026.')).toBeTruthy();
    const criteria = within(screen.getByRole('table', { name: 'Criteria' }))
      .getAllByRole('row')
      .slice(1);
    expect(criteria.map(({ textContent }) => textContent?.replace(/\s+/g, ' '))).toEqual([
      'UnknownInclusion ECOG 0 or 1Performance status not recorded',
      'UnknownExclusion Untreated brain metastasesBrain imaging not recorded',
      'MetInclusion EGFR L858R or exon 19 deletionEGFR L858R, panel of 3 Oct 2026',
      'MetInclusion Age 18 years or older64 years',
    ]);
  });

  it('a verdict is one press away, and pressed again gives it back', async () => {
    const asked: TrialQuery[] = [];
    await showTrials(
      full,
      { view: 'trials' },
      { findTrials: async (query) => (asked.push(query), { trials: report.trials, trialSearch: report.trialSearch }) },
    );
    const worthAsking = () => screen.getByRole('button', { name: '38 Worth asking' });
    await userEvent.click(worthAsking());
    expect(worthAsking().getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(worthAsking());
    expect(asked).toEqual([{ verdicts: ['possible'] }, {}]);
  });

  it('filters at the service and pages on from what is shown', async () => {
    const asked: [TrialQuery, number][] = [];
    await showTrials(
      full,
      { view: 'trials' },
      {
        findTrials: async (query, offset) => {
          asked.push([query, offset]);
          const trials = report.trials.map((trial) => ({ ...trial, nctId: `${trial.nctId}-${offset}` }));
          return { trials, trialSearch: report.trialSearch };
        },
      },
    );
    await userEvent.click(screen.getByText('Filter trials'));
    await userEvent.click(screen.getByLabelText('Only trials for a finding of this patient'));
    await screen.findByText('1 filter on');
    await userEvent.type(screen.getByRole('searchbox'), 'met{Enter}');
    await screen.findByText('2 filters on');
    await userEvent.click(screen.getByRole('button', { name: 'Show 20 more trials' }));
    await screen.findAllByText('NCT00000101-3');
    expect(asked).toEqual([
      [{ molecularOnly: true }, 0],
      [{ molecularOnly: true, text: 'met' }, 0],
      [{ molecularOnly: true, text: 'met' }, 3],
    ]);
  });

  it('one press leads to what is missing for the first three, each with what the chart says, and back', async () => {
    await showTrials(full, { view: 'trials' });
    await userEvent.click(screen.getByRole('button', { name: 'Checklist of the first 3, for print' }));
    const title = await screen.findByRole('heading', { name: 'Trial checklist' }, { timeout: 60_000 });
    expect(document.activeElement).toBe(title);
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent?.slice(0, 15))).toEqual([
      '1 · NCT00000102',
      '2 · NCT00000101',
    ]);
    const open = within(screen.getByRole('region', { name: /NCT00000101/ })).getByRole('table', { name: 'To find out' });
    expect(
      within(open)
        .getAllByRole('row')
        .slice(1)
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Inclusion ECOG 0 or 1Performance status not recorded☐ applies ☐ does not',
      'Exclusion Untreated brain metastasesBrain imaging not recorded☐ applies ☐ does not',
    ]);
    // A trial with a criterion that is not met is nobody's call to make.
    expect(screen.queryByText(/A criterion is not met/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Back to the trials' }));
    expect(screen.getByRole('button', { name: /Fourth-generation/ })).toBeTruthy();
  });

  it('a search that fails says so and keeps what was shown', async () => {
    await showTrials(
      full,
      { view: 'trials' },
      {
        findTrials: async () => {
          throw new FetchFault('busy');
        },
      },
    );
    await userEvent.click(screen.getByRole('button', { name: 'Show 20 more trials' }));
    await screen.findByText('The trials could not be searched. What is shown is from before.');
    expect(screen.getByRole('button', { name: /Fourth-generation/ })).toBeTruthy();
  });

  it('from a service that does not say how it chose, nothing can be filtered', async () => {
    const { trialSearch: _, ...older } = fullReport;
    await showTrials(
      readReport({ ...older, complete: true }),
      { view: 'trials' },
      { findTrials: async () => ({ trials: [], trialSearch: null }) },
    );
    expect(screen.queryByText('Filter trials')).toBeNull();
    expect(screen.getByRole('button', { name: /Fourth-generation/ })).toBeTruthy();
  });
});
