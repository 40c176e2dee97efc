import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Decision } from './feedback.ts';
import { readReport } from '../data/read-report.ts';
import { fullReport, syntheticReads } from '../gallery/synthetic-reports.ts';
import { showPanel } from '../testing/dom.tsx';

const full = syntheticReads.full ?? null;

describe('what the reader decides', () => {
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

  it('a drug on the medication list is no order: nothing is asked to be removed, and the reader is told to end it', async () => {
    const fit = {
      order: 'MedicationStatement/home',
      drug: { name: 'gefitinib', rxnorm: '328134' },
      verdict: 'contradicted',
      taken: true,
      because: ['Level B evidence of resistance: EGFR T790M'],
      alternatives: [{ therapy: [{ name: 'osimertinib', rxnorm: '1721560' }] }],
      ruleId: 'synthetic-taken',
    };
    const home = {
      role: 'current',
      text: 'gefitinib 250 mg oral tablet',
      ingredients: [{ name: 'gefitinib', rxnorm: '328134' }],
      from: '2025-06-02',
      records: 1,
      references: ['MedicationStatement/home'],
    };
    const proposed: string[] = [];
    showPanel(
      readReport({ ...fullReport, taken: [home], oncology: { ...fullReport.oncology, orders: [fit] }, complete: true }),
      { view: 'drugs', id: 'synthetic-taken' },
      { proposeDrug: async ({ name }, replaces) => (proposed.push(`${name} for ${replaces}`), 'done') },
    );
    expect(screen.getAllByText('Findings speak against it (on the medication list)').length).toBeGreaterThan(1);
    expect(screen.getByText('since 2 Jun 2025')).toBeTruthy();
    expect(screen.getByText('MedicationStatement/home')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Use osimertinib' }));
    await screen.findByText(/still on the medication list: end it there/);
    expect(proposed).toEqual(['osimertinib for undefined']);
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

  it('a test whose result is on its way is not offered again', () => {
    showPanel(syntheticReads.rare ?? null, { view: 'drugs', id: 'capecitabine' });
    expect(screen.queryByRole('button', { name: /Order the DPYD test/ })).toBeNull();
    expect(screen.getByRole('region', { name: 'Now' }).textContent).toContain('the DPYD result is on its way and not final');
  });
});
