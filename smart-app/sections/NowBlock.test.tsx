import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readReport } from '../data/read-report.ts';
import { fullReport, syntheticReads } from '../gallery/synthetic-reports.ts';
import { showPanel } from '../testing/dom.tsx';

const full = syntheticReads.full ?? null;

describe('what matters now', () => {
  it('shows the conflict of today first: severity in words, phenotype, act', () => {
    showPanel(full);
    const now = screen.getByRole('region', { name: 'Now' });
    const [first] = within(now).getAllByRole('listitem');
    expect(first?.textContent).toMatch(/Stop.*clopidogrel.*Avoid.*CYP2C19 Poor Metabolizer/);
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
});
