import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readReport } from '../data/read-report.ts';
import { showPanel } from '../testing/dom.tsx';

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
  it('says that a result is on its way where no drug asks for it', () => {
    const pending = { code: 'not-final', message: 'CYP2C19 is preliminary', pending: ['CYP2C19'] };
    showPanel(readReport({ pgx: { genes: [], drugs: [], untested: [] }, warnings: [pending] }), { view: 'genes' });
    const text = screen.getByRole('button', { name: /^CYP2C19/ }).textContent;
    expect(text).toContain('result on its way');
    expect(text).not.toContain('Not tested');
  });
  it('says neither of a laboratory’s own result', () => {
    expect(row({})).not.toMatch(/no laboratory result|says otherwise/);
  });
});
