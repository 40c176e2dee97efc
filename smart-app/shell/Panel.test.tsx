import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { readReport } from '../data/read-report.ts';
import { hostileReport } from '../gallery/hostile.ts';
import { fullReport, syntheticReads } from '../gallery/synthetic-reports.ts';
import { DrugsSection } from '../sections/DrugsSection.tsx';
import { show, showPanel } from '../testing/dom.tsx';
import { tallMan } from '../view/tall-man.ts';

const full = syntheticReads.full ?? null;

describe('the panel', () => {
  it('explains an advice from what was seen to the other bodies', async () => {
    showPanel(full, { view: 'drugs', id: 'cpic-cyp2c19-clopidogrel-pm-acs' });
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['What we saw', 'How we read it', 'Rule and version', 'What it advises', 'Alternatives', 'Other bodies']),
    );
    expect(screen.getByText('History of stroke on the problem list')).toBeTruthy();
    expect(screen.getByText('pgx-guideline 2026-05 of 31 May 2026')).toBeTruthy();
  });

  it('says of a row that the tables lack that it was completed', () => {
    const [first] = fullReport.pgx.drugs;
    const shown = (more: object) => {
      const pgx = { ...fullReport.pgx, drugs: [{ ...first, ...more }] };
      showPanel(readReport({ ...fullReport, pgx, complete: true }), { view: 'drugs', id: first?.drug.name ?? '' });
      const said = screen.queryAllByText(/^The imported tables lack this row/).length;
      cleanup();
      return said;
    };
    expect(shown({ completed: true })).toBe(1);
    expect(shown({})).toBe(0);
  });

  it('several advices on one drug are regions with names of their own', () => {
    const [first] = fullReport.pgx.drugs;
    const both = ['coronary syndrome', 'stroke'].map((population) => ({ ...first, population, ruleId: `synthetic:${population}` }));
    showPanel(readReport({ ...fullReport, complete: true, pgx: { ...fullReport.pgx, drugs: both } }), {
      view: 'drugs',
      id: first?.drug.name ?? '',
    });
    const names = screen.getAllByRole('region', { name: /^Advice on/ }).map((region) => region.getAttribute('aria-label'));
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(2);
  });

  it('says neither the dose nor "choose another drug" a second time below the advice', () => {
    const [first] = fullReport.pgx.drugs;
    const dose = { text: '17–44 mg a day at 58 kg' };
    const show = (more: object) =>
      showPanel(readReport({ ...fullReport, complete: true, pgx: { ...fullReport.pgx, drugs: [{ ...first, ...more }] } }), {
        view: 'drugs',
        id: first?.drug.name ?? '',
      });
    const { unmount } = show({ action: 'avoid', alsoAcceptable: ['alternative'], dose, text: `Avoid; else ${dose.text}.` });
    expect(screen.queryByText(/Also acceptable/)).toBeNull();
    expect(screen.queryByText('Dose:')).toBeNull();
    unmount();
    show({ action: 'avoid', alsoAcceptable: ['alternative', 'decrease-dose'], dose, text: 'Avoid it.' });
    expect(screen.getByText('Also acceptable: Lower the dose')).toBeTruthy();
    expect(screen.getByText('Dose:')).toBeTruthy();
  });

  it('what the board decides is written beside the evidence and stands in the report', async () => {
    showPanel(full, { view: 'tumour' });
    await userEvent.type(screen.getByRole('textbox', { name: 'Decision of the board' }), 'Osimertinib.');
    await userEvent.click(screen.getByRole('button', { name: 'Report for print' }));
    const inReport = await screen.findByRole('textbox', { name: 'Decision of the board' }, { timeout: 60_000 });
    expect(inReport.textContent).toBe('Osimertinib.');
  });

  it('where the site asks for them, look-alike names stand in tall-man letters: in rows, sentences and texts', () => {
    showPanel(full, { view: 'drugs' }, {}, false, tallMan(['cloPIDOgrel']));
    expect(screen.getAllByRole('listitem')[0]?.textContent).toMatch(/cloPIDOgrel/);
    // Nowhere is it written otherwise.
    expect(screen.getByRole('main').textContent).not.toMatch(/clopidogrel|Clopidogrel/);
  });

  it.each(['drugs', 'genes', 'tumour', 'trials'] as const)('a consent forbids the use: %s does not say that nothing is on file', (view) => {
    showPanel(syntheticReads.consent ?? null, { view });
    expect(screen.getByRole('region', { name: 'Now' }).textContent).toContain('a consent on file forbids');
    expect(screen.getByRole('main').textContent).not.toMatch(/nothing to check|on file\.|No trial was matched|Chart fully read|No active/);
  });

  it.each([
    ['genomics', 'genomic results', {}, /Gene results could not be read.*genomic results/, 'genes'],
    ['medications', 'current medication orders', { orders: [] }, /Drugs could not be read.*current medication orders/, 'drugs'],
    ['genomics', 'genomic results', { oncology: {} }, /Gene results could not be read/, 'tumour'],
  ] as const)('what is not on file is never said of %s that could not be read', (key, label, more, says, view) => {
    const { orders, taken: _, ...rest } = fullReport;
    const sources = [{ key, label, state: 'failed', count: 0, why: 'not permitted' }];
    const pgx = { genes: [], drugs: [], untested: [] };
    const report = { ...rest, orders: orders.slice(4, 5), oncology: {}, pgx, ...more };
    const { container } = showPanel(readReport({ ...report, sources, complete: true }), { view });
    expect(screen.getByRole('region', { name: 'Now' }).textContent).toMatch(says);
    expect(container.textContent).not.toMatch(/on file\.|no change advised\.$/);
    expect(container.textContent).toContain('Nothing can be said here');
  });

  it('a part that never came is said not to be checked', async () => {
    showPanel(syntheticReads.stopped ?? null, { view: 'trials' });
    expect(screen.getByText('The service did not deliver this part. It was not checked.')).toBeTruthy();
  });

  it('without any order every drug with a rule can still be asked for', async () => {
    let asked = 0;
    const read = readReport({ orders: [], pgx: { genes: [], drugs: [], untested: [] }, complete: true }).report;
    show(
      <DrugsSection
        report={read}
        open={null}
        onOpen={() => undefined}
        arriving={null}
        onArrived={() => undefined}
        allDrugs={false}
        onAllDrugs={() => (asked += 1)}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'All drugs with a rule' }));
    expect(asked).toBe(1);
  });

  it.each([
    ['codeine', /Note.*The label speaks against it/, ['The label speaks against it']],
    [
      'metoprolol',
      /Caution.*Lower the dose/,
      [
        /paroxetine \(stopped 3 days ago\), bupropion \(draft\)/,
        /Without paroxetine .* the advice would be: Standard dosing/,
        /right only if that is the usual dose/,
        'Also read for this advice:',
        /read as 30 mg, 4 times a day, oral/,
      ],
    ],
    ['atomoxetine', /Note.*Choose another drug/, ['The order keeps to the dose that this advice allows where the drug stays.']],
    [
      'capecitabine',
      /Note.*DPYD result on its way/,
      [
        'The label or guideline recommends this test before first use.',
        /in some indications only/,
        'A result is registered or preliminary. Only final results are used.',
      ],
    ],
    [
      'encorafenib',
      /Note.*Fits, but a partner drug is missing/,
      ['The label has it here together with binimetinib: neither ordered nor taken.'],
    ],
  ] as const)('what the report holds of %s is on the page', (drug, head, said) => {
    showPanel(syntheticReads.rare ?? null, { view: 'drugs', id: drug });
    expect(screen.getByRole('button', { name: new RegExp(drug), expanded: true }).textContent).toMatch(head);
    const opened = within(screen.getByRole('region', { name: drug }));
    for (const words of said) expect(opened.getAllByText(words).length).toBeGreaterThan(0);
  });

  it('a hostile report shows what it can, as text', () => {
    const { container } = showPanel(readReport({ ...(hostileReport as object), complete: true }));
    expect(screen.getAllByText(/clopidogrel/).length).toBeGreaterThan(0);
    expect(container.querySelector('script, img')).toBeNull();
    expect(screen.queryByText('This part cannot be shown')).toBeNull();
  });

  it.each(['genes', 'tumour', 'trials', 'models'] as const)('a hostile report does not break %s', (view) => {
    showPanel(readReport({ ...(hostileReport as object), complete: true }), { view });
    expect(screen.queryByText('This part cannot be shown')).toBeNull();
  });
});
