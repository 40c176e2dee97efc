import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { readReport } from '../data/read-report.ts';
import { showPanel } from '../testing/dom.tsx';

const gene = { gene: 'TPMT', phenotype: 'Poor Metabolizer', diplotype: '*3A/*3A', state: 'called', basis: 'diplotype' };
const advice = (name: string, more: object) => ({
  drug: { name, rxnorm: `rx-${name}` },
  action: 'no-recommendation',
  urgency: 'none',
  genes: [{ gene: 'CYP2D6', phenotype: null }],
  ...more,
});
const many = (count: number) =>
  readReport({
    orders: [
      {
        reference: 'MedicationRequest/1',
        status: 'active',
        text: 'azathioprine',
        systemic: true,
        ingredients: [{ name: 'azathioprine', rxnorm: 'rx-azathioprine' }],
      },
    ],
    pgx: {
      genes: [gene],
      drugs: [
        advice('azathioprine', { order: 'MedicationRequest/1', action: 'avoid', urgency: 'critical', genes: [gene] }),
        advice('mercaptopurine', { action: 'avoid', urgency: 'warning', genes: [gene] }),
        advice('codeine', { coverage: 'not-tested' }),
        ...Array.from({ length: count }, (_, at) => advice(`listed-${at}`, { coverage: 'not-covered' })),
      ],
      untested: [],
    },
    complete: true,
  });
const rows = () =>
  [...document.querySelectorAll('[data-row] .row-name')]
    .map(({ textContent }) => textContent ?? '')
    .filter((name) => !name.startsWith('listed'));

describe('a long list of drugs', () => {
  it('keeps apart what a result says, what was not tested, and what no guideline covers', () => {
    showPanel(many(20));
    const groups = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
    expect(groups).toEqual(['To act on 1', 'Other drugs 1', 'Other drugs, gene not tested 1', 'Other drugs, no recommendation 20']);
  });

  it('is narrowed as one writes, says how many are left, and that what is not in it was not checked', async () => {
    const user = userEvent.setup();
    showPanel(many(20));
    const field = screen.getByRole('searchbox', { name: 'Find a drug or gene' });
    await user.type(field, 'purine');
    expect(rows()).toEqual(['mercaptopurine']);
    expect(screen.getByText('1 of 23 drugs')).toBeDefined();
    await user.clear(field);
    await user.type(field, 'zzz');
    expect(rows()).toEqual([]);
    expect(screen.getByText('“zzz” is not in this list. That does not mean that it was checked.')).toBeDefined();
  });

  it('shows the row that a button elsewhere leads to, whatever was looked for', async () => {
    const user = userEvent.setup();
    showPanel(many(20));
    await user.type(screen.getByRole('searchbox'), 'codeine');
    expect(rows()).toEqual(['codeine']);
    await user.click(within(screen.getByRole('region', { name: 'Now' })).getByRole('button', { name: /^Why/ }));
    expect(rows()).toContain('azathioprine');
    expect((screen.getByRole('searchbox') as HTMLInputElement).value).toBe('');
  });

  it('a short list has no field', () => {
    showPanel(many(2));
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});
