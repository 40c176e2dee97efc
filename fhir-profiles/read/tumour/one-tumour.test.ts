import { describe, expect, it } from 'vitest';
import { ICD10CM } from '../../codes/systems.ts';
import { oneTumour } from './one-tumour.ts';

const PARENTS: Readonly<Record<string, string>> = { LUAD: 'NSCLC', LUSC: 'NSCLC', NSCLC: 'LUNG', SCLC: 'LUNG', IDC: 'BREAST', ILC: 'BREAST', COAD: 'COADREAD', READ: 'COADREAD' }; // prettier-ignore
const order = {
  isAbove: () => false,
  isTypeAbove(broad: string, narrow: string): boolean {
    for (let at = PARENTS[narrow]; at !== undefined; at = PARENTS[at]) if (at === broad) return true;
    return false;
  },
};
const entry = (oncotree: string, code: string, text = '') => ({
  text,
  codes: code === '' ? [] : [{ system: ICD10CM, code }],
  oncotree,
  doid: null,
  bodySites: [],
  role: 'primary' as const,
});

describe('a cancer entered twice', () => {
  it.each([
    ['the organ beside the histology', entry('LUAD', 'C34.11'), entry('LUNG', 'C34.90'), 'LUAD'],
    ['words alone', entry('LUNG', '', 'Lung cancer'), entry('LUAD', 'C34.11'), 'LUAD'],
    ['the same twice', entry('LUAD', 'C34.11'), entry('LUAD', 'C34.11'), 'LUAD'],
    ['another part that names none', entry('COAD', 'C18.7'), entry('COADREAD', 'C18.9'), 'COAD'],
    ['two sides', entry('IDC', 'C50.412'), entry('IDC', 'C50.411'), null],
    ['two sides in words', entry('IDC', '', 'Cancer of left breast'), entry('BREAST', '', 'Cancer of the right breast'), null],
    ['two parts', entry('COAD', 'C18.7'), entry('COAD', 'C18.0'), null],
    ['two organs', entry('READ', 'C20'), entry('COADREAD', 'C18.9'), null],
    ['two histologies', entry('LUAD', 'C34.11'), entry('LUSC', 'C34.11'), null],
    ['small cell and not', entry('SCLC', 'C34.90'), entry('NSCLC', 'C34.90'), null],
  ])('%s', (_, one, other, narrower) => {
    expect(oneTumour(one, other, order)?.oncotree ?? null).toBe(narrower);
    expect(oneTumour(other, one, order)?.oncotree ?? null).toBe(narrower);
  });
  it('is not assumed where code and words of one of them name two organs', () => {
    const disputed = { ...entry('LUAD', 'C34.11'), disputed: { said: '', oncotree: 'BREAST', doid: null } };
    expect(oneTumour<Parameters<typeof oneTumour>[0]>(disputed, entry('LUNG', 'C34.90'), order)).toBeNull();
  });
});
