import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readReport } from '../data/read-report.ts';
import { syntheticReads } from '../gallery/synthetic-reports.ts';
import { showPanel } from '../testing/dom.tsx';

const orderOf = (name: string, rxnorm: string) => ({
  reference: `MedicationRequest/${name}`,
  status: 'active',
  text: name,
  systemic: true,
  ingredients: [{ name, rxnorm }],
});
const missing = (gene: string, drug: string) => ({
  gene,
  drug: { name: drug, rxnorm: '1256' },
  order: `MedicationRequest/${drug}`,
  test: null,
  source: null,
});

describe('a result that is not normal, and the drugs of today', () => {
  const gene = { gene: 'CYP2C9', phenotype: 'Intermediate Metabolizer', diplotype: '*1/*3', state: 'called', basis: 'diplotype' };
  const shown = (drugs: readonly object[], orders: readonly object[]): { row: string; groups: string } => {
    showPanel(readReport({ orders, pgx: { genes: [gene], drugs, untested: [] } }), { view: 'genes' });
    return {
      row: screen.getByRole('button', { name: /^CYP2C9/ }).textContent ?? '',
      groups: screen
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent)
        .join(' | '),
    };
  };
  it('warfarin ordered and VKORC1 missing: CYP2C9 matters today, and the missing gene is named', () => {
    const advice = {
      drug: { name: 'warfarin', rxnorm: '11289' },
      order: 'MedicationRequest/warfarin',
      action: 'no-recommendation',
      coverage: 'not-tested',
      genes: [
        { gene: 'CYP2C9', phenotype: 'Intermediate Metabolizer' },
        { gene: 'VKORC1', phenotype: null },
      ],
    };
    const { row, groups } = shown([advice], [orderOf('warfarin', '11289')]);
    expect(row).toContain('warfarin also needs VKORC1');
    expect(groups).toContain('Matters today, another gene is missing');
    expect(groups).not.toContain('changes no drug of today');
  });
  it('a drug of today that was checked against it and stays is named, not denied', () => {
    const advice = {
      drug: { name: 'celecoxib', rxnorm: '140587' },
      order: 'MedicationRequest/celecoxib',
      action: 'standard',
      urgency: 'none',
      genes: [{ gene: 'CYP2C9', phenotype: 'Intermediate Metabolizer' }],
    };
    const { row, groups } = shown([advice], [orderOf('celecoxib', '140587')]);
    expect(row).toContain('no change for celecoxib');
    expect(groups).toContain('Not normal, changes no drug of today');
  });
  it('no drug of today', () => {
    const { row, groups } = shown([], []);
    expect(row).not.toMatch(/needs|no change/);
    expect(groups).toContain('Not normal, changes no drug of today');
  });
});

describe('a gene of which the lists of the record speak', () => {
  const row = (more: object): string => {
    const result = { gene: 'CYP2D6', phenotype: 'Poor Metabolizer', diplotype: null, state: 'called', basis: 'phenotype', ...more };
    showPanel(readReport({ pgx: { genes: [result], drugs: [], untested: [] } }), { view: 'genes' });
    return screen.getByRole('button', { name: /^CYP2D6/ }).textContent ?? '';
  };
  it('says that no laboratory found it', () => {
    expect(row({ recordedIn: 'problem list' })).toContain('from the problem list, no laboratory result');
  });
  it('says that another entry contradicts the result', () => {
    expect(row({ otherWords: [{ by: 'allergy list', means: 'normal metabolizer' }] })).toContain('another entry says otherwise');
  });
  it('says that its results disagree, not that one cannot be read', () => {
    const text = row({ phenotype: null, state: 'conflict', basis: 'diplotype', notes: ['Results for CYP2D6 disagree.'] });
    expect(text).toContain('Results disagree');
    expect(text).toContain('neither is used');
    expect(text).not.toMatch(/Unreadable|phenotype not known/);
  });
  it('that a drug of today waits for is on its way, and nowhere on the page not tested', () => {
    showPanel(syntheticReads.rare ?? null, { view: 'genes', id: 'DPYD' });
    const text = screen.getByRole('main').textContent ?? '';
    expect(text).toMatch(/Result on its way.*DPYD.*would matter for capecitabine/);
    expect(text).toContain('A result is registered or preliminary.');
    expect(text).not.toMatch(/Not tested|No result is on file/);
  });

  it('says that a result is on its way where no drug asks for it', () => {
    const pending = { code: 'not-final', message: 'CYP2C19 is preliminary', pending: ['CYP2C19'] };
    showPanel(readReport({ pgx: { genes: [], drugs: [], untested: [] }, warnings: [pending] }), { view: 'genes' });
    const text = screen.getByRole('button', { name: /^CYP2C19/ }).textContent;
    expect(text).toContain('On its way');
    expect(text).not.toContain('Not tested');
  });
  it.each([['asked for by a drug of today', { pgx: { genes: [], drugs: [], untested: [missing('TPMT', 'azathioprine')] } }]])(
    'a test that is under way is not called "not tested": %s',
    (_, made) => {
      const pending = { code: 'not-final', message: 'TPMT is preliminary', pending: ['TPMT'] };
      showPanel(readReport({ ...made, warnings: [pending] }), { view: 'genes' });
      const text = screen.getByRole('button', { name: /^TPMT/ }).textContent;
      expect(text).toContain('On its way');
      expect(text).not.toContain('Not tested');
    },
  );
  it('says neither of a laboratory’s own result', () => {
    expect(row({})).not.toMatch(/no laboratory result|says otherwise/);
  });
});
