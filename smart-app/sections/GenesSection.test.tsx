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
  it('says neither of a laboratory’s own result', () => {
    expect(row({})).not.toMatch(/no laboratory result|says otherwise/);
  });
});
