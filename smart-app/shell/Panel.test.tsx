import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { hostileReport } from '../gallery/hostile.ts';
import { fullReport, syntheticReads } from '../gallery/synthetic-reports.ts';
import { LaunchTrouble } from '../launch/LaunchTrouble.tsx';
import { LaunchProblem } from '../launch/problem.ts';
import { readReport } from '../data/read-report.ts';
import type { Decision } from '../act/feedback.ts';
import { DrugsSection } from '../sections/DrugsSection.tsx';
import { tallMan } from '../view/tall-man.ts';
import { show, showPanel } from '../testing/dom.tsx';

const full = syntheticReads.full ?? null;

describe('the panel', () => {
  it('shows the conflict of today first: severity in words, phenotype, act', () => {
    showPanel(full);
    const now = screen.getByRole('region', { name: 'Now' });
    const [first] = within(now).getAllByRole('listitem');
    expect(first?.textContent).toMatch(/Stop.*clopidogrel.*Avoid.*CYP2C19 Poor Metabolizer/);
  });

  it('explains an advice from what was seen to the other bodies', async () => {
    showPanel(full, { view: 'drugs', id: 'cpic-cyp2c19-clopidogrel-pm-acs' });
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['What we saw', 'How we read it', 'Rule and version', 'What it advises', 'Alternatives', 'Other bodies']),
    );
    expect(screen.getByText('History of stroke on the problem list')).toBeTruthy();
    expect(screen.getByText('pgx-guideline 2026-05 of 31 May 2026')).toBeTruthy();
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

  it('a phenotype that a drug makes is never shown as inherited', () => {
    const gene = {
      gene: 'CYP2D6',
      diplotype: '*1/*2',
      phenotype: 'Normal Metabolizer',
      activityScore: '2',
      basis: 'diplotype',
      state: 'called',
      evidence: [],
    };
    const adjusted = { phenotype: 'Poor Metabolizer', activityScore: '0', because: ['paroxetine (strong CYP2D6 inhibitor)'] };
    showPanel(readReport({ complete: true, orders: [], warnings: [], pgx: { genes: [{ ...gene, adjusted }], drugs: [], untested: [] } }), {
      view: 'now',
    });
    expect(screen.getByRole('region', { name: 'Now' }).textContent).toMatch(/CYP2D6\s*Poor Metabolizer with the current medication/);
  });

  it('gives no clean bill while parts are still on their way', () => {
    showPanel(readReport({ orders: [], pgx: { genes: [], drugs: [], untested: [] } }), { view: 'drugs' }, {}, true);
    expect(screen.queryByText(/no change advised/)).toBeNull();
  });

  it('a drug for which there is no rule was not checked: neither on top nor in its row', () => {
    showPanel(syntheticReads.nothingActionable ?? null);
    const now = screen.getByRole('region', { name: 'Now' });
    expect(now.textContent).toContain('No gene rule applies to the drugs on file, so there was nothing to check against the gene results.');
    expect(now.textContent).not.toContain('no change advised');
    expect(screen.getByRole('button', { name: /No rule\s*metformin/ })).toBeTruthy();
    expect(screen.queryByText('Checked')).toBeNull();
  });

  it('says what was checked when nothing is to be done', () => {
    const standard = fullReport.pgx.drugs.find(({ action }) => action === 'standard');
    showPanel(
      readReport({
        ...fullReport,
        complete: true,
        orders: [
          {
            reference: 'MedicationRequest/simvastatin',
            status: 'active',
            text: 'simvastatin 20 mg',
            systemic: true,
            ingredients: [{ name: 'simvastatin', rxnorm: '36567' }],
          },
        ],
        taken: [],
        oncology: {},
        warnings: [],
        pgx: { genes: fullReport.pgx.genes.slice(2, 3), drugs: standard === undefined ? [] : [standard], untested: [] },
      }),
    );
    expect(screen.getByRole('region', { name: 'Now' }).textContent).toContain(
      '1 drug checked against 1 gene on 21 Nov 2026: no change advised.',
    );
  });

  it('does not say "no change advised" when no gene result is on file', () => {
    const { unmount } = showPanel(syntheticReads.empty ?? null);
    expect(screen.queryByText(/no change advised/)).toBeNull();
    expect(screen.getByText(/There was nothing to check/)).toBeTruthy();
    unmount();
    showPanel(
      readReport({
        ...fullReport,
        complete: true,
        pgx: { genes: [], drugs: [], untested: [] },
        oncology: {},
        orders: fullReport.orders.slice(4, 5),
      }),
    );
    const now = screen.getByRole('region', { name: 'Now' });
    expect(now.textContent).not.toContain('no change advised');
    // What it shows as "Checked: no gene rule" below, it does not call unchecked above.
    expect(now.textContent).toContain('No gene rule applies to the drugs on file');
    expect(now.textContent).not.toContain('could not be checked');
  });

  it.each(['drugs', 'genes', 'tumour', 'trials'] as const)('a consent forbids the use: %s does not say that nothing is on file', (view) => {
    showPanel(syntheticReads.consent ?? null, { view });
    expect(screen.getByRole('region', { name: 'Now' }).textContent).toContain('a consent on file forbids');
    expect(screen.getByRole('main').textContent).not.toMatch(/nothing to check|on file\.|No trial was matched|Chart fully read|No active/);
  });

  it('without a readable result: a drug with a rule could not be checked, one that nobody recognises is named', () => {
    const [known, , , , noRule] = fullReport.orders;
    showPanel(
      readReport({
        complete: true,
        orders: [
          known,
          noRule,
          { reference: 'MedicationRequest/x', status: 'active', text: 'Mischung X', systemic: null, ingredients: [] },
        ],
        pgx: { genes: [], drugs: [], untested: [] },
        oncology: {},
      }),
    );
    const now = screen.getByRole('region', { name: 'Now' });
    expect(now.textContent).toContain('Drugs that have a gene rule could not be checked. Not checked: Mischung X.');
  });

  it.each([
    ['no-issuers', /trust file the EHR's entry needs a panel section/],
    ['token-failed', /redirect URI is not exactly http:\/\/localhost(?::\d+)?\/index\.html/],
  ] as const)('a launch that failed for its set-up (%s) tells whoever sets it up where to look', (kind, words) => {
    show(<LaunchTrouble problem={new LaunchProblem(kind)} />);
    expect(screen.getByText('For whoever sets this up')).toBeTruthy();
    expect(screen.getByText(words)).toBeTruthy();
  });
  it('a session that ended is no matter of set-up', () => {
    show(<LaunchTrouble problem={new LaunchProblem('expired')} />);
    expect(screen.queryByText('For whoever sets this up')).toBeNull();
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

  it('hands the alternative back to the EHR and records the decision; one that does not fit is never offered', async () => {
    const decisions: Decision[] = [];
    const proposed: string[] = [];
    showPanel(
      full,
      { view: 'drugs', id: '32968' },
      {
        decide: async (decision) => decisions.push(decision) > 0,
        proposeDrug: async ({ name }, replaces) => (proposed.push(`${name} for ${replaces}`), 'done'),
      },
    );
    expect(screen.queryByRole('button', { name: 'Use prasugrel' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Use ticagrelor' }));
    await screen.findByText('The draft order is in the EHR. Complete and sign it there.');
    expect(proposed).toEqual(['ticagrelor for MedicationRequest/clopidogrel-draft']);
    expect(decisions).toMatchObject([{ outcome: 'accepted', chosen: { kind: 'alternative', code: '1116632' } }]);
  });

  it('a combination is handed over drug by drug; the order goes with the last, and a part alone is said to be a part', async () => {
    const oncology = {
      ...fullReport.oncology,
      orders: [
        {
          order: 'MedicationRequest/erlotinib',
          drug: { name: 'erlotinib', rxnorm: '337525' },
          verdict: 'contradicted',
          alternatives: [{ therapy: ['Amivantamab', 'Carboplatin'].map((name, at) => ({ name, rxnorm: `${at + 1}` })) }],
          ruleId: 'synthetic-fit',
        },
      ],
    };
    const proposed: string[] = [];
    let fails = false;
    showPanel(
      readReport({ ...fullReport, oncology, complete: true }),
      { view: 'drugs', id: 'erlotinib' },
      {
        proposeDrug: async ({ name }, replaces) => (proposed.push(`${name} for ${replaces}`), fails ? 'refused' : ((fails = true), 'done')),
      },
    );
    await userEvent.click(screen.getByRole('button', { name: 'Use amivantamab + carboplatin' }));
    await screen.findByText(/Only a part of the combination is in the EHR/);
    expect(proposed).toEqual(['amivantamab for undefined', 'carboplatin for MedicationRequest/erlotinib']);
  });

  it('an order that could not be removed is said to be still there: two drugs of one kind must not stand side by side unseen', async () => {
    showPanel(full, { view: 'drugs', id: '32968' }, { proposeDrug: async () => 'original-kept' });
    await userEvent.click(screen.getByRole('button', { name: 'Use ticagrelor' }));
    await screen.findByText(/the order that it replaces is still there/);
  });

  it('an override needs a reason, and none is preselected', async () => {
    const decisions: Decision[] = [];
    showPanel(full, { view: 'drugs', id: '32968' }, { decide: async (decision) => decisions.push(decision) > 0 });
    await userEvent.click(screen.getByRole('button', { name: 'Override …' }));
    await userEvent.click(screen.getByRole('button', { name: 'Record the override' }));
    expect(screen.getByRole('alert').textContent).toBe('Choose a reason.');
    expect(decisions).toEqual([]);
    await userEvent.click(screen.getByLabelText('Result judged unreliable'));
    await userEvent.click(screen.getByRole('button', { name: 'Record the override' }));
    expect(decisions).toMatchObject([{ outcome: 'overridden', overrideReason: { code: 'result-unreliable' } }]);
  });

  it('what a subscribed source says stands apart with its attribution; without attribution nothing is shown', () => {
    showPanel(syntheticReads.annotated ?? null, { view: 'tumour' });
    const apart = screen.getByRole('region', { name: 'From sources that this site subscribes to' });
    expect(apart.textContent).toMatch(/EGFR T790M.*Level 1 in this tumour type.*PMID 27959700.*Shown by licence of the source/);
    expect(within(apart).getAllByRole('link')).toHaveLength(1);
    expect(screen.queryByText('Never shown')).toBeNull();
  });

  it('therapies known from other tumour types stand apart, after those of this tumour; the tiers are explained', () => {
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
    expect(screen.getByText(/A fraction in blood and one in tissue cannot be compared/)).toBeTruthy();
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

  it('a phenotype that a co-medication makes says so at the top', () => {
    const order = {
      reference: 'MedicationRequest/t',
      status: 'active',
      text: 'tamoxifen',
      systemic: true,
      ingredients: [{ name: 'tamoxifen', rxnorm: '10324' }],
    };
    const advice = {
      drug: { name: 'tamoxifen', rxnorm: '10324' },
      order: order.reference,
      action: 'alternative',
      strength: 'moderate',
      genes: [{ gene: 'CYP2D6', phenotype: 'Poor Metabolizer' }],
      phenoconversion: [
        {
          gene: 'CYP2D6',
          before: { phenotype: 'Intermediate Metabolizer' },
          after: { phenotype: 'Poor Metabolizer' },
          by: [{ name: 'paroxetine' }],
        },
      ],
    };
    showPanel(readReport({ orders: [order], pgx: { genes: [], untested: [], drugs: [advice] }, complete: true }));
    const now = screen.getByRole('region', { name: 'Now' });
    expect(now.textContent).toContain('CYP2D6 Poor Metabolizer');
    expect(now.textContent).toContain('CYP2D6 with paroxetine; by genotype alone: Intermediate Metabolizer');
  });

  it('no clean bill for nothing: without an order, or with none that could be checked, it says so', () => {
    const gene = { gene: 'TPMT', state: 'called', phenotype: 'Normal Metabolizer', diplotype: '*1/*1', basis: 'diplotype' };
    const unknown = { reference: 'MedicationRequest/u', status: 'active', text: 'herbal tea', systemic: null, ingredients: [] };
    const made = (orders: readonly object[]) => readReport({ orders, pgx: { genes: [gene], drugs: [], untested: [] }, complete: true });
    const { unmount } = showPanel(made([]));
    expect(screen.getByRole('region', { name: 'Now' }).textContent).toContain('No active drug order is on file');
    unmount();
    showPanel(made([unknown]));
    expect(screen.getByRole('region', { name: 'Now' }).textContent).toContain('None of the drugs on file could be checked: herbal tea.');
    expect(screen.queryByText(/no change advised/)).toBeNull();
  });

  it('a resistance is not said to be "not approved"', async () => {
    showPanel(full, { view: 'tumour' });
    await userEvent.click(screen.getByRole('button', { name: /Resistance.*erlotinib/i }));
    const opened = screen.getByRole('region', { name: 'erlotinib' });
    expect(within(opened).getByText('Level of evidence')).toBeTruthy();
    expect(within(opened).queryByText('Approval')).toBeNull();
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

  it('a test whose result is on its way is not offered again', () => {
    showPanel(syntheticReads.rare ?? null, { view: 'drugs', id: 'capecitabine' });
    expect(screen.queryByRole('button', { name: /Order the DPYD test/ })).toBeNull();
    expect(screen.getByRole('region', { name: 'Now' }).textContent).toContain('the DPYD result is on its way and not final');
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
