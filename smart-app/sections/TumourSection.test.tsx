import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { readReport } from '../data/read-report.ts';
import { syntheticReads } from '../gallery/synthetic-reports.ts';
// Loaded beforehand, so that no busy machine makes the page wait for it.
import './TumourCourse.tsx';
import { showPanel } from '../testing/dom.tsx';

const full = syntheticReads.full ?? null;

describe('the tumour page', () => {
  it('what a subscribed source says stands apart with its attribution; without attribution nothing is shown', () => {
    showPanel(syntheticReads.annotated ?? null, { view: 'tumour' });
    const apart = screen.getByRole('region', { name: 'From sources that this site subscribes to' });
    expect(apart.textContent).toMatch(/EGFR T790M.*Level 1 in this tumour type.*PMID 27959700.*Shown by licence of the source/);
    expect(within(apart).getAllByRole('link')).toHaveLength(1);
    expect(screen.queryByText('Never shown')).toBeNull();
  });

  it('a result on file that was not used stands on the page, and nothing is then "not on file"', async () => {
    const unused = { code: 'unparsed', message: 'The HER2 result "see addendum" could not be read and was not used.', genomic: true };
    const tumour = { text: 'Breast cancer', evidence: [] };
    const page = (more: object) => {
      showPanel(readReport({ oncology: { tumour }, trials: [], complete: true, ...more }), { view: 'tumour' });
      return screen.getByRole('tabpanel').textContent ?? '';
    };
    const text = page({ warnings: [{ ...unused, reference: 'Observation/her2' }] });
    expect(text).toContain('A result on file was not used: what it says is not known');
    expect(text).toContain('The HER2 result "see addendum" could not be read and was not used.Observation/her2');
    expect(text).toContain('No marker was read');
    expect(text).toContain('No variant was read.');
    expect(text).not.toContain('on file (TMB');
    cleanup();
    expect(page({ warnings: [{ ...unused, code: 'conflict' }] })).toContain('No marker on file');
    cleanup();
    expect(page({ warnings: [{ ...unused, code: 'not-final' }] })).toContain('No marker on file');
    cleanup();
    expect(page({ warnings: [unused], oncology: { tumour: null } })).toContain('No tumour, variant or marker was read.');
  });

  it('therapies known from other tumour types stand apart, after those of this tumour; the tiers are explained', async () => {
    showPanel(full, { view: 'tumour' });
    const groups = screen
      .getAllByRole('region')
      .map((region) => region.getAttribute('aria-label') ?? '')
      .filter((name) => ['Resistance', 'Sensitivity', 'Known from other tumour types'].includes(name));
    expect(groups).toEqual(['Resistance', 'Sensitivity', 'Known from other tumour types']);
    expect(
      within(screen.getByRole('region', { name: 'Known from other tumour types' })).getAllByRole('listitem')[0]?.textContent,
    ).toContain('cetuximab');
    expect(screen.getByText(/AMP II-C: approved in another tumour type/)).toBeTruthy();
    expect(await screen.findByText(/A fraction in blood and one in tissue cannot be compared/)).toBeTruthy();
  });

  it('a second active primary is named with what is judged for which, and its own choices stand under its name', () => {
    showPanel(syntheticReads.twoPrimaries ?? null, { view: 'tumour' });
    expect(
      screen.getByText(/Also active on file: Carcinoma of upper-outer.*Stage IIA\. What follows is judged for Lung adenocarcinoma/),
    ).toBeTruthy();
    const own = screen.getByRole('region', { name: /^In Carcinoma of upper-outer .*, also on file$/ });
    expect(own.textContent).toContain('alpelisib');
    expect(within(screen.getByRole('region', { name: 'Sensitivity' })).queryByText('alpelisib')).toBeNull();
  });

  it('an order that was judged for one tumour, where another on file gives another answer, is not said to ask for nothing', () => {
    const tumour = { text: 'Lung adenocarcinoma', evidence: [] };
    const fit = {
      order: 'MedicationRequest/a',
      drug: { name: 'alpelisib', rxnorm: '' },
      verdict: 'not-covered',
      ruleId: 'oncology:alpelisib:not-covered',
    };
    const said = (judgedFor: object | undefined) => {
      showPanel(readReport({ oncology: { tumour, orders: [{ ...fit, judgedFor }] }, trials: [], complete: true }), { view: 'tumour' });
      return document.body.textContent ?? '';
    };
    const text = said({ tumour: 'Lung adenocarcinoma', beside: ['Breast cancer'] });
    expect(text).toContain('Not judged for another tumour on file');
    expect(text).toContain('Judged for Lung adenocarcinoma, not for Breast cancer, also on file, where the answer is another.');
    expect(text).not.toContain('No finding is asked');
    cleanup();
    expect(said(undefined)).toContain('No finding is asked');
  });

  it('a resistance is not said to be "not approved"', async () => {
    showPanel(full, { view: 'tumour' });
    await userEvent.click(screen.getByRole('button', { name: /Resistance.*erlotinib/i }));
    const opened = screen.getByRole('region', { name: 'erlotinib' });
    expect(within(opened).getByText('Level of evidence')).toBeTruthy();
    expect(within(opened).queryByText('Approval')).toBeNull();
  });

  it('a drug approved for one finding and resisted by another names the other side in both rows, and each group is one press away', async () => {
    showPanel(syntheticReads.opposites ?? null, { view: 'tumour' });
    expect(screen.getByRole('button', { name: /Resistance\s*trastuzumab/ }).textContent).toContain('also: sensitivity, AMP I-A');
    expect(screen.getByRole('button', { name: /Sensitivity\s*trastuzumab/ }).textContent).toContain('also: resistance, AMP I-B');
    const jumps = within(screen.getByRole('navigation', { name: 'Go to' }));
    await userEvent.click(jumps.getByRole('button', { name: /Sensitivity/ }));
    expect(document.activeElement?.textContent).toContain('trastuzumab');
    expect(document.activeElement?.textContent).toMatch(/^Sensitivity/);
  });
});
